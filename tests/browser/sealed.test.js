// Two officers of two groups open together who denounces, once; nobody sees it alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signIn, visitor } from "./browser.js";
import { start } from "./program.js";
import { inaccessible, tooWide } from "./usable.js";

const sealed = "/cases/TC-2016-0002";
const who = "Người tố cáo minh họa B";
const passphrase = "hai-nguoi-cung-mo-2016";
const reason = "Phải gặp người tố cáo để xác minh.";

let program, browser;
before(async () => {
  program = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.end();
});

/** The page can be used by everybody, and is no wider than the screen. */
async function isGood(page) {
  assert.deepEqual(await inaccessible(page, page.url()), []);
  assert.deepEqual(await tooWide(page), []);
}

test("the head asks, the inspector opens it with the code that the head reads out", async () => {
  const head = await visitor(browser, program.address, { screen: "phone" });
  const inspector = await visitor(browser, program.address, { lang: "en" });
  await signIn(head, "thanh-pho");
  await signIn(inspector, "thanh-tra");

  const { page: asking, say: inVietnamese } = head;
  await asking.goto(sealed);
  assert.ok(!(await asking.getByText(who).count()), "nobody sees it alone");
  await asking.getByLabel(inVietnamese("staff-seal-reason")).fill(reason);
  await asking.getByLabel(inVietnamese("staff-seal-passphrase")).fill(passphrase);
  await asking.getByRole("button", { name: inVietnamese("staff-seal-ask") }).click();
  await asking.getByRole("heading", { level: 1, name: inVietnamese("staff-seal-was-locked-title") }).waitFor();
  await isGood(asking);
  const code = await asking.locator(".receipt .code").innerText();

  const { page: opening, say } = inspector;
  const open = async (typed) => {
    await opening.getByLabel(say("staff-seal-code")).fill(typed);
    await opening.getByLabel(say("staff-seal-passphrase")).fill(passphrase);
    await opening.getByRole("button", { name: say("staff-seal-open") }).click();
  };
  await opening.goto(sealed);
  assert.ok(await opening.getByText(reason).first().isVisible());
  await isGood(opening);
  await open("AAAA AAAA AAAA");
  await opening.getByText(say("refusal-wrong-opening-code")).first().waitFor();
  assert.ok(!(await opening.getByText(who).count()));
  await open(code.toLowerCase());
  await opening.getByRole("heading", { level: 1, name: say("staff-seal-shown-title") }).waitFor();
  assert.ok(await opening.getByText(who).isVisible());
  await isGood(opening);

  await asking.goto(sealed);
  assert.ok(await asking.getByText("đã mở và xem").isVisible(), "who asked sees that it was opened");
  assert.ok(!(await asking.getByText(who).count()));
  assert.deepEqual([...head.trouble, ...inspector.trouble], []);
});
