// Every page in both languages, light and dark, at a desk and on a phone: pictures, accessibility, width, weight.
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, screens, signIn, visitor } from "./browser.js";
import { demoTable, start } from "./program.js";
import { review } from "./review.js";
import { inaccessible, tooWide } from "./usable.js";

const pictures = fileURLToPath(new URL("pictures/", import.meta.url));
const kilobyte = 1000;

/** Lists that a phone shows in a few screens, and the most that each may take. */
const lists = ["cases", "warnings", "warnings-city", "matters", "tasks"];
const longest = 4200;

let program, browser, pages;
before(async () => {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  program = await start();
  browser = await launch();
  pages = addresses();
});
after(async () => {
  await browser?.close();
  await program?.end();
});

/** Sends a form as it is, also where the browser would not. */
const send = (form) => form.evaluate((form) => form.submit());

/** The address that the first link to a page of that kind leads to, from the page at `from`. */
const linked = (from, selector) => async (page) => {
  await page.goto(from);
  return page.locator(selector).first().getAttribute("href");
};

/** What officers see of a code: not the letters that its petitioner was told. */
const withoutKey = (code) => code.split("-").slice(0, 3).join("-");

/** Takes an action on a case with the text that `fill` leaves in its form, and stays on what it answers. */
const acting = (code, action, fill) => async (page) => {
  await page.goto(`/cases/${code}`);
  const form = page.locator(`form[action="/cases/${code}/${action}"]`);
  await fill(form);
  await Promise.all([page.waitForEvent("domcontentloaded"), send(form)]);
};

/**
 * One address per page: what the public sees, what the clerk of a ward sees, what the city sees. A page that has no
 * address known before is a function, which gives the address or has opened the page.
 */
function addresses() {
  const cases = demoTable("cases.csv").filter((row) => row.unit === "song-cau");
  const acted = (code, action) => demoTable("acts.csv").some((act) => act.code === code && act.action === action);
  const open = cases.find((row) => !acted(row.code, "answer") && !acted(row.code, "refuse") && !acted(row.code, "transfer")).code;
  const answered = cases.find((row) => acted(row.code, "answer") && !acted(row.code, "transfer")).code;
  return {
    public: {
      home: "/",
      ask: "/ask",
      receipt: `/receipt/${open}`,
      follow: "/follow",
      "follow-open": `/follow/${open}`,
      "follow-answered": `/follow/${answered}`,
      "follow-unknown": "/follow?code=KN-2016-9999-AAAA",
      "ask-refused": async (page) => {
        await page.goto("/ask");
        await Promise.all([page.waitForEvent("domcontentloaded"), send(page.locator('form[action="/ask"]'))]);
      },
      answers: "/answers",
      log: "/log",
      "log-refused": async (page) => {
        await page.goto("/log");
        await Promise.all([page.waitForEvent("domcontentloaded"), send(page.locator('form[action="/log"]'))]);
      },
      login: "/login",
      "not-found": "/no-such-page",
    },
    "tiep-dan": {
      work: "/work?whose=unit",
      cases: "/cases",
      "cases-empty": "/cases?topic=roads&due=today&order=oldest",
      case: `/cases/${withoutKey(open)}`,
      "case-answered": `/cases/${withoutKey(answered)}`,
      "case-refused": acting(withoutKey(open), "note", async () => {}),
      "case-conflict": acting(withoutKey(open), "note", async (form) => {
        await form.locator('[name="seen"]').evaluate((seen) => (seen.value = "0"));
        await form.locator('[name="text"]').evaluate((text) => (text.value = "Đã gọi điện cho người gửi."));
      }),
      letter: linked(`/cases/${withoutKey(answered)}`, 'a[href*="/letters/"]'),
      warnings: "/warnings",
      procedures: "/procedures",
      procedure: "/procedures/recommendation",
    },
    "dan-van": {
      tasks: "/tasks",
      task: `/tasks/${demoTable("tasks.csv")[0].id}`,
      matters: "/matters",
      matter: linked("/matters", 'main a[href^="/matters/"]'),
      "warnings-city": "/warnings",
      figures: "/figures",
      measure: "/figures/spring-rice-area?period=2016-H1&unit=bac-kan",
      units: "/units",
      unit: "/units/song-cau",
      "review-choose": "/review",
      review,
      "review-figure": `${review}/figure/percent:spring-rice-area`,
      "review-indicator": `${review}/figure/indicator:on-time-share`,
    },
  };
}

/** Goes to an address and returns what came over the line for it, in bytes, with nothing kept from before. */
async function weigh(page, address) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  devtools.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await page.goto(address, { waitUntil: "load" });
  await devtools.detach();
  return bytes;
}

/** What citizens wrote that an English page shows as if it were English, which a voice would read wrongly. */
const unmarked = (page, written) =>
  page.evaluate((written) => {
    const known = new Set(written);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const wrong = new Set();
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent.trim();
      if (known.has(text) && texts.currentNode.parentElement.closest("[lang]").lang !== "vi") wrong.add(text);
    }
    return [...wrong].slice(0, 3);
  }, written);

for (const who of ["public", "tiep-dan", "dan-van"]) {
  describe(`pages of ${who}`, () => {
    for (const lang of ["vi", "en"]) {
      for (const dark of [false, true]) {
        test(`${lang}, ${dark ? "dark" : "light"}`, async () => {
          const reader = await visitor(browser, program.address, { lang, dark });
          const { page, trouble } = reader;
          if (who !== "public") await signIn(reader, who);
          const written = demoTable("cases.csv").flatMap((row) => [row.subject, row.text]);
          const wrong = [];
          for (const [name, where] of Object.entries(pages[who])) {
            await page.setViewportSize(screens.desk);
            const address = typeof where === "string" ? where : await where(page);
            const bytes = address ? await weigh(page, address) : 0;
            const limit = (who === "public" ? 60 : 150) * kilobyte;
            if (bytes > limit) wrong.push(`${name}: weighs ${Math.round(bytes / kilobyte)} kB`);
            const shown = await page.locator("body").innerText();
            if (shown.includes("⟨")) wrong.push(`${name}: a word is missing: ${shown.match(/⟨[^⟩]*⟩/)[0]}`);
            if ((await page.locator("h1").count()) !== 1) wrong.push(`${name}: not one h1`);
            if (lang === "en") wrong.push(...(await unmarked(page, written)).map((text) => `${name}: no lang: ${text}`));
            wrong.push(...(await inaccessible(page, `${name}, desk`)));
            const picture = (screen) => `${pictures}${name}.${lang}.${dark ? "dark" : "light"}.${screen}.png`;
            await page.screenshot({ path: picture("desk"), fullPage: true });
            await page.setViewportSize(screens.phone);
            wrong.push(...(await inaccessible(page, `${name}, phone`)));
            const high = await page.evaluate(() => document.documentElement.scrollHeight);
            if (lists.includes(name) && high > longest) wrong.push(`${name}, phone: ${high} px high`);
            await page.screenshot({ path: picture("phone"), fullPage: true });
            await page.setViewportSize(screens.narrow);
            const unfolded = (all) => all.forEach((details) => (details.open = true));
            await page.locator("details").evaluateAll(unfolded);
            wrong.push(...(await tooWide(page)).map((what) => `${name}, 320 px: ${what}`));
            wrong.push(...trouble.splice(0).map((text) => `${name}: console: ${text}`));
          }
          assert.deepEqual(wrong, []);
          await reader.context.close();
        });
      }
    }
  });
}
