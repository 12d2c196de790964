// Every figure of the review opens into what it was made of, and a count into exactly as many cases.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signIn, visitor } from "./browser.js";
import { start } from "./program.js";
import { casesByUnit, metrics, review, whole } from "./review.js";

let program, browser;
before(async () => {
  program = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.end();
});

/** The records of a file of a list: its lines without the head, and those that its last line says are only counted. */
async function records(page) {
  const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
  const text = await (await page.request.get(href)).text();
  const counted = text.trim().match(/\r\n"?([\d.,]+) [^\r\n"]+"?[,"]*$/);
  return text.trim().split(/\r\n(?="[A-Z]{2,8}-\d{4}-)/).length - 1 + (counted ? Number(counted[1].replace(/\D/g, "")) : 0);
}

/** Opens a figure and compares it with the list it opens into, and with the file of that list. */
async function sameAsRecords({ page, say }, lang, { name, value, href }) {
  await page.goto(href);
  const count = say("staff-cases-count", { count: value, n: new Intl.NumberFormat(lang).format(value) });
  assert.ok(await page.getByText(count, { exact: true }).isVisible(), `${name}: not ${count} at ${href}`);
  assert.equal(await records(page), value, `${name}: the file of ${href}`);
}

for (const lang of ["vi", "en"]) {
  test(`each count of cases lists that many cases (${lang})`, async () => {
    const reader = await visitor(browser, program.address, { lang, script: false });
    const { page, trouble } = reader;
    await signIn(reader, "dan-van");
    const figures = [];
    for (const [name, cells] of await casesByUnit(reader)) {
      for (const metric of metrics) {
        const link = cells[metric].getByRole("link");
        if ((await link.count()) === 0) continue;
        const value = whole(await cells[metric].innerText());
        figures.push({ name: `${name}, ${metric}`, value, href: await link.evaluate((link) => link.href) });
      }
    }
    assert.ok(figures.length >= 90, `only ${figures.length} figures of the table can be opened`);
    for (const figure of figures) await sameAsRecords(reader, lang, figure);

    await page.goto("/units/song-cau");
    const links = await page.locator('a[href^="/cases?"][href*="metric="]').all();
    const ofUnit = await Promise.all(
      links.map(async (link) => ({ name: "song-cau", value: whole(await link.innerText()), href: await link.getAttribute("href") })),
    );
    assert.ok(ofUnit.length >= 5, `only ${ofUnit.length} figures of the unit can be opened`);
    for (const figure of ofUnit) await sameAsRecords(reader, lang, figure);
    assert.deepEqual(trouble, []);
  });
}

test("every figure of the review leads to a page of its own", async () => {
  const reader = await visitor(browser, program.address, {});
  const { page, trouble } = reader;
  await signIn(reader, "dan-van");
  await page.goto(review);
  const links = await page.locator(".sheet a:not([rel])").evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.length > 100, `only ${links.length} figures can be opened`);
  for (const href of new Set(links)) {
    const answer = await page.request.get(href);
    assert.equal(answer.status(), 200, href);
    assert.match(await answer.text(), /<h1>/, href);
  }
  await page.getByRole("article").locator("a:not([rel])").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual(trouble, []);
});
