// Tables of papers are sorted where they stand: a heading sorts, and again the other way round.
(() => {
  "use strict";

  function keyOf(row, column) {
    const cell = row.querySelector(`td.${column}`);
    return cell.querySelector("time")?.dateTime ?? cell.textContent.trim().toLowerCase();
  }

  function compare(a, b) {
    const empty = (key) => key === "–" || key === "";
    if (empty(a) || empty(b)) return empty(a) - empty(b); // what has none comes last
    return a.localeCompare(b, undefined, { numeric: true });
  }

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
