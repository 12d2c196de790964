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

/** The records of a file of a list: its lines without the head. */
async function records(page) {
  const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
  const text = await (await page.request.get(href)).text();
  return text.trim().split(/\r\n(?="[A-Z]{2}-\d{4}-)/).length - 1;
}

for (const lang of ["vi", "en"]) {
  test(`each count of cases lists that many cases (${lang})`, async () => {
    const reader = await visitor(browser, program.address, { lang, script: false });
    const { page, say, trouble } = reader;
    await signIn(reader, "dan-van");
    const figures = [];
    for (const { name, cells } of await casesByUnit(reader)) {
      for (const metric of metrics) {
        const link = cells[metric].getByRole("link");
        if ((await link.count()) === 0) continue;
        figures.push({ name, metric, value: whole(await cells[metric].innerText()), href: await link.getAttribute("href") });
      }
    }
    assert.ok(figures.length >= 40, `only ${figures.length} figures of the table can be opened`);
    for (const { name, metric, value, href } of figures) {
      await page.goto(href);
      const count = say("staff-cases-count", { count: value, n: new Intl.NumberFormat(lang).format(value) });
      assert.ok(await page.getByText(count, { exact: true }).isVisible(), `${name}, ${metric}: not ${count} at ${href}`);
      assert.equal(await records(page), value, `${name}, ${metric}: the file of ${href}`);
    }
    assert.deepEqual(trouble, []);
  });
}

test("every figure of the review leads to a page of its own", async () => {
  const reader = await visitor(browser, program.address, {});
  const { page, trouble } = reader;
  await signIn(reader, "dan-van");
  await page.goto(review);
  const links = await page.locator("a.fig").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.ok(links.length > 100, `only ${links.length} figures can be opened`);
  for (const href of new Set(links)) {
    const answer = await page.request.get(href);
    assert.equal(answer.status(), 200, href);
    assert.match(await answer.text(), /<h1>/, href);
  }
  await page.getByRole("article").locator("a.fig").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual(trouble, []);
});
