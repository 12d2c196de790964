// The review of the first half of 2016 as its reader sees it.
export const review = "/review/2016-H1/bac-kan";

/** What the table of cases shows, by metric. */
export const metrics = [
  "received",
  "transferred-in",
  "answered-in-time",
  "answered-late",
  "open",
  "reopened",
  "kept-closed",
  "transferred-out",
  "escalated",
  "recurring",
  "overdue",
];

/** A whole number as the page writes it: `1.234`, `1,234`, with or without a mark behind it. */
export const whole = (text) => Number(text.replace(/\([^)]*\)/g, "").replace(/\D/g, ""));

/** The figures of cases by unit, from the tables of the appendix: for each name of a row, the cells by metric. */
export async function casesByUnit({ page, say }) {
  await page.goto(review);
  const units = new Map();
  for (const last of ["reopened", "overdue"]) {
    const header = page.getByRole("columnheader", { name: say(`review-column-${last}`), exact: true });
    const table = page.getByRole("table").filter({ has: header }).last();
    const columns = await table.getByRole("columnheader").allInnerTexts();
    for (const row of await table.getByRole("row").filter({ has: page.getByRole("rowheader") }).all()) {
      const name = await row.getByRole("rowheader").innerText();
      const cells = await row.locator("th, td").all();
      const found = metrics.map((metric) => [metric, cells[columns.indexOf(say(`review-column-${metric}`))]]);
      units.set(name, { ...units.get(name), ...Object.fromEntries(found.filter(([, cell]) => cell)) });
    }
  }
  return units;
}

/** The figures of all units together, by metric. */
export async function figuresOfCases(reader) {
  const all = (await casesByUnit(reader)).get(reader.say("review-all"));
  const values = await Promise.all(metrics.map(async (metric) => [metric, whole(await all[metric].innerText())]));
  return Object.fromEntries(values);
}
