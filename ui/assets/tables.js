// Tables of papers are sorted where they stand: a heading sorts, and again the other way round.
(() => {
  "use strict";

  function keyOf(row, column) {
    const cell = row.querySelector(`td.${column}`);
    // What speaks for a paper most is cited first.
    if (column === "evidence") return cell.querySelector("a.marker")?.hash ?? "";
    return cell.querySelector("time")?.dateTime ?? cell.textContent.trim().toLowerCase();
  }

  function compare(a, b) {
    const empty = (key) => key === "–" || key === "";
    if (empty(a) || empty(b)) return empty(a) - empty(b); // what has none comes last
    return a.localeCompare(b, undefined, { numeric: true });
  }

  // On a phone a comparison has no columns; there each cell says whose it is.
  function label() {
    for (const table of document.querySelectorAll("#chatbot table:not(.set)")) {
      if (!table.tBodies[0]?.rows.length) continue;
      const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
      for (const row of table.tBodies[0].rows) {
        [...row.cells].slice(1).forEach((cell, n) => (cell.dataset.of = heads[n + 1] ?? ""));
      }
    }
  }
  let labelling = 0;
  new MutationObserver(() => {
    cancelAnimationFrame(labelling);
    labelling = requestAnimationFrame(label);
  }).observe(document.documentElement, { childList: true, subtree: true });

  window.footnote.on("sort", (button, column) => {
    const heading = button.closest("th");
    const falls = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const body = button.closest("table").tBodies[0];
    const rows = [...body.rows].map((row) => [keyOf(row, column), row]);
    rows.sort(([a], [b]) => (falls ? compare(b, a) : compare(a, b)));
    body.append(...rows.map(([, row]) => row));
  });
})();
