// Debian's Chromium, and visitors who use it: each in a language, on a screen, with or without JavaScript.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { password } from "./program.js";
import { wordsIn } from "./words.js";

export const screens = {
  desk: { width: 1280, height: 900 },
  phone: { width: 360, height: 740 },
  narrow: { width: 320, height: 640 },
};

/** Starts the browser. */
export function launch() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Somebody at a screen. `trouble` collects complaints of the browser, but for pages that were meant to be refused. */
export async function visitor(browser, address, { lang = "vi", screen = "desk", script = true, dark = false } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: screens[screen],
    javaScriptEnabled: script,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const trouble = [];
  const complain = (text) => trouble.push(`${page.url()}: ${text}`);
  page.on("console", (message) => {
    const refused = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !refused) complain(message.text());
  });
  page.on("pageerror", complain);
  page.on("response", (response) => {
    const refused = response.request().isNavigationRequest() && response.status() < 500;
    if (response.status() >= 400 && !refused) complain(`${response.url()} answered ${response.status()}`);
  });
  const say = wordsIn(lang);
  await page.goto("/");
  if ((await page.locator("html").getAttribute("lang")) !== lang) {
    await page.getByRole("link", { name: say("language"), exact: true }).click();
  }
  assert.equal(await page.locator("html").getAttribute("lang"), lang);
  return { page, say, trouble, context };
}

/** Signs a visitor in with a demonstration account. */
export async function signIn({ page, say }, login) {
  await page.goto("/login");
  await page.getByLabel(say("label-login")).fill(login);
  await page.getByLabel(say("label-password")).fill(password);
  await page.getByRole("button", { name: say("login-button") }).click();
  await page.getByRole("heading", { level: 1, name: say("staff-work-title") }).waitFor();
}

/** What stands beside a term in a list of facts. */
export function fact(page, term) {
  return page.locator("dt").filter({ hasText: term }).locator("xpath=following-sibling::dd[1]");
}
