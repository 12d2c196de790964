// The review of the first half of 2016 as its reader sees it.
export const review = "/review/2016-H1/bac-kan";

/** What the table of cases shows, by metric. */
export const metrics = [
  "received",
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

/** The table of cases by unit: a list of rows with their name and, by metric, the cell. */
export async function casesByUnit({ page, say }) {
  await page.goto(review);
  const header = (metric) => page.getByRole("columnheader", { name: say(`review-column-${metric}`), exact: true });
  const table = page.getByRole("table").filter({ has: header("transferred-out") }).first();
  const columns = await table.getByRole("columnheader").allInnerTexts();
  const rows = [];
  for (const row of await table.getByRole("row").filter({ has: page.getByRole("rowheader") }).all()) {
    const name = await row.getByRole("rowheader").innerText();
    const cells = await row.locator("th, td").all();
    rows.push({
      name,
      cells: Object.fromEntries(metrics.map((metric) => [metric, cells[columns.indexOf(say(`review-column-${metric}`))]])),
    });
  }
  return rows;
}

/** The figures of all units together, by metric. */
export async function figuresOfCases(reader) {
  const rows = await casesByUnit(reader);
  const all = rows.find((row) => row.name === reader.say("review-all"));
  const values = await Promise.all(metrics.map(async (metric) => [metric, whole(await all.cells[metric].innerText())]));
  return Object.fromEntries(values);
}
