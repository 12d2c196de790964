// What makes a day's work quick: the keyboard, and a language switch that keeps the place.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signIn, visitor } from "./browser.js";
import { start } from "./program.js";

let program, browser;
before(async () => {
  program = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.end();
});

test("j, k and Enter go through the list and open a case", async () => {
  const clerk = await visitor(browser, program.address);
  const { page, say, trouble } = clerk;
  await signIn(clerk, "tiep-dan");
  await page.goto("/work?whose=unit");
  const rows = page.getByRole("main").getByRole("listitem").getByRole("link");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.ok(await rows.nth(1).evaluate((link) => link === document.activeElement), "j goes down");
  await page.keyboard.press("k");
  assert.ok(await rows.nth(0).evaluate((link) => link === document.activeElement), "k goes up");
  const subject = await rows.nth(0).innerText();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: subject }).waitFor();
  assert.ok(await page.getByText(say("staff-case-petition")).isVisible());
  assert.deepEqual(trouble, []);
});

test("the other language shows the same list with the same filter", async () => {
  const clerk = await visitor(browser, program.address, { script: false });
  const { page, say } = clerk;
  await signIn(clerk, "tiep-dan");
  await page.goto("/cases");
  await page.getByLabel(say("staff-column-topic")).selectOption({ label: say("topic-roads") });
  await page.getByRole("button", { name: say("staff-filter"), exact: true }).click();
  const codes = () => page.getByRole("rowheader").locator(".m").evaluateAll((all) => all.map((it) => it.innerText.split(" ")[0]));
  const before = await codes();
  assert.ok(before.length > 3, `only ${before.length} cases about roads`);
  await page.getByRole("link", { name: "English", exact: true }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(await codes(), before);
});

test("a session that was tampered with asks to sign in again", async () => {
  const clerk = await visitor(browser, program.address);
  const { page, say, context } = clerk;
  await signIn(clerk, "tiep-dan");
  const [session] = (await context.cookies()).filter((cookie) => cookie.httpOnly && cookie.name.includes("session"));
  await context.addCookies([{ ...session, value: session.value.replace(/^./, (first) => (first === "0" ? "1" : "0")) }]);
  await page.goto("/work");
  await page.getByRole("heading", { level: 1, name: say("login-title") }).waitFor();
  assert.ok(await page.getByText(say("login-ended")).isVisible());
});
