// The whole circle by hand: asked, registered, assigned, answered, reopened, answered again, solved, counted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { fact, launch, signIn, visitor } from "./browser.js";
import { demoTable, start } from "./program.js";
import { figuresOfCases } from "./review.js";
import { top } from "./words.js";

const photo = join(top, "demo/bac-kan-2016/files", demoTable("acts.csv").find((act) => act.proof.endsWith(".png")).proof);
const unitName = (lang) => demoTable("units.csv").find((unit) => unit.id === "song-cau")[lang === "vi" ? "name" : "name_en"];
const account = (login) => demoTable("accounts.csv").find((row) => row.login === login).post;
const title = (login, lang) =>
  demoTable("posts.csv").find((post) => post.id === account(login))[lang === "vi" ? "title" : "title_en"];

let program, browser;
before(async () => {
  program = await start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.end();
});

/** Asks as a citizen and returns the code and the due date on the receipt. */
async function ask({ page, say }, lang, subject) {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: say("home-ask") }).click();
  await page.getByRole("radio", { name: say("kind-recommendation"), exact: false }).first().check();
  await page.getByLabel(say("label-unit")).selectOption({ label: unitName(lang) });
  await page.getByLabel(say("label-topic")).selectOption({ label: say("topic-roads") });
  await page.getByLabel(say("label-subject")).fill(subject);
  await page.getByLabel(say("label-text")).fill("Mặt cầu thủng hai lỗ, xe máy khó đi. Đề nghị sửa trước mùa mưa.");
  await page.getByRole("textbox", { name: say("ask-place-for", { kinds: "" }).split(" (")[0] }).fill("Cầu treo tổ 5");
  await page.getByRole("button", { name: say("ask-send") }).click();
  await page.getByRole("heading", { level: 1, name: say("receipt-title") }).waitFor();
  const code = page.url().match(/KN-2016-\d+-[A-Z]{8}$/)[0];
  assert.ok(await page.getByText(code, { exact: true }).isVisible());
  return { code, due: await fact(page, say("receipt-due")).innerText() };
}

/** Opens the form of an action and sends it. */
async function act({ page, say }, action, fill = async () => {}) {
  const form = page.locator("details").filter({ has: page.locator("summary").and(page.getByText(say(`action-${action}`), { exact: true })) });
  if (!(await form.evaluate((details) => details.open))) await form.locator("summary").click();
  await fill(form);
  await form.getByRole("button", { name: say(`action-${action}`), exact: true }).click();
}

async function openCase({ page, say }, subject) {
  await page.goto("/work");
  await page.getByRole("link", { name: subject }).click();
  await page.getByRole("heading", { level: 1, name: subject }).waitFor();
}

const showsStep = ({ page, say }, step) => page.locator(".chip", { hasText: say(`step-${step}`) }).first().waitFor();

/** The clerk finds the case in the list with its due date, accepts it and gives it to the handler. */
async function acceptAndAssign(clerk, lang, subject, due) {
  const { page, say } = clerk;
  await page.goto("/cases");
  await page.getByLabel(say("staff-column-order")).selectOption({ label: say("staff-order-received") });
  await page.getByRole("button", { name: say("staff-filter"), exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: subject });
  assert.match(await row.innerText(), new RegExp(due), "the list shows the due date of the receipt");
  await row.getByRole("link", { name: subject }).click();
  await act(clerk, "accept");
  await showsStep(clerk, "accepted");
  await act(clerk, "assign", (form) =>
    form.getByLabel(say("staff-action-post")).selectOption({ label: title("xu-ly", lang) }),
  );
  await showsStep(clerk, "assigned");
}

/** The handler answers; without proof it is refused and the text is kept. */
async function answer(handler, subject, text, { forgetProof = false } = {}) {
  const { page, say } = handler;
  await openCase(handler, subject);
  const write = (form) => form.getByLabel(say("staff-action-text")).fill(text);
  if (forgetProof) {
    await act(handler, "answer", write);
    await page.getByRole("alert").filter({ hasText: say("staff-problem") }).waitFor();
    const kept = page.locator("details[open]").getByLabel(say("staff-action-text"));
    assert.equal(await kept.inputValue(), text, "what was typed is kept");
  }
  await act(handler, "answer", async (form) => {
    await write(form);
    await form.getByLabel(say("staff-action-proof")).setInputFiles(photo);
  });
  await showsStep(handler, "answered");
}

async function follow({ page, say }, code) {
  await page.goto("/");
  await page.getByLabel(say("label-code")).fill(code.toLowerCase());
  await page.getByRole("button", { name: say("follow-find") }).click();
  await page.getByText(code, { exact: true }).first().waitFor();
}

async function readAnswer(citizen, code, text) {
  await follow(citizen, code);
  const { page } = citizen;
  assert.ok(await page.getByText(text).isVisible(), "the citizen reads the answer");
  const proof = page.getByRole("listitem").getByRole("link").last();
  const file = await page.request.get(await proof.getAttribute("href"));
  assert.equal(file.headers()["content-type"], "image/png");
}

const changes = {
  received: 1,
  "answered-in-time": 2,
  reopened: 1,
  open: 0,
  "answered-late": 0,
};

for (const { lang, screen, script } of [
  { lang: "vi", screen: "desk", script: false },
  { lang: "en", screen: "desk", script: false },
  { lang: "vi", screen: "phone", script: true },
  { lang: "en", screen: "phone", script: true },
]) {
  test(`the circle turns in ${lang}, ${screen}, ${script ? "with" : "without"} JavaScript`, async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => visitor(browser, program.address, { lang, screen, script })));
    const [citizen, clerk, handler, compiler] = people;
    await signIn(clerk, "tiep-dan");
    await signIn(handler, "xu-ly");
    await signIn(compiler, "dan-van");
    const subject = `Sửa mặt cầu treo (${lang}, ${screen})`;
    const earlier = await figuresOfCases(compiler);

    const { code, due } = await ask(citizen, lang, subject);
    await acceptAndAssign(clerk, lang, subject, due);
    const [first, second] = ["Đã vá hai lỗ thủng ngày 30/6.", "Đã thay toàn bộ ván mặt cầu."];
    await answer(handler, subject, first, { forgetProof: true });
    await readAnswer(citizen, code, first);

    const { page, say } = citizen;
    await page.getByLabel(say("follow-reopen-text")).fill("Vẫn còn một lỗ ở giữa cầu.");
    await page.getByRole("button", { name: say("follow-reopen") }).click();
    await showsStep(citizen, "assigned");
    await answer(handler, subject, second);
    await readAnswer(citizen, code, second);
    await page.getByRole("button", { name: say("follow-confirm") }).click();
    await showsStep(citizen, "confirmed");

    const later = await figuresOfCases(compiler);
    for (const [metric, change] of Object.entries(changes)) {
      assert.equal(later[metric] - earlier[metric], change, metric);
    }
    assert.deepEqual(people.flatMap((person) => person.trouble), []);
    await Promise.all(people.map((person) => person.context.close()));
  });
}
