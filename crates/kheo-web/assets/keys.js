// j and k go through the rows of a list, Enter opens one; without this script, Tab does.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key !== "j" && event.key !== "k") return;
  if (event.target.closest("input, select, textarea")) return;
  const rows = Array.from(document.querySelectorAll("[data-row]"));
  if (rows.length === 0) return;
  const here = rows.indexOf(document.activeElement);
  const next = event.key === "j" ? Math.min(here + 1, rows.length - 1) : Math.max(here - 1, 0);
  rows[next].focus();
  event.preventDefault();
});
