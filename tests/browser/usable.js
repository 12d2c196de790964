// Whether everybody can use a page: with a screen reader, and on a narrow screen.
import { AxeBuilder } from "@axe-core/playwright";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What keeps somebody from using the page. */
export async function inaccessible(page, name) {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const told = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${name}: ${rule.id}: ${node.target.join(" ")}\n    ${node.failureSummary?.replaceAll("\n", " ")}`),
  );
  return told;
}

/** What is wider than the screen, so that the page has to be pushed sideways. */
export const tooWide = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .filter((element) => !element.closest(".scroll"))
      .slice(0, 5)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.slice(0, 40)}`)
      .concat(`page ${root.scrollWidth}`);
  });
