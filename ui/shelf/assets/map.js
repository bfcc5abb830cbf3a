// The map tells of the paper that is pointed at; by keyboard it is one stop, and arrows go from
// each paper to the nearest in their direction.
(() => {
  "use strict";

  const { one } = shelf;
  const MANY = 400; // points; more are drawn smaller
  const AIM = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const points = () => [...document.querySelectorAll(".map a")];

  function middle(point) {
    const { left, right, top, bottom } = point.getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2];
  }

  function tell(point) {
    const line = one(".told-of");
    const title = document.createElement("b");
    title.textContent = point.getAttribute("aria-label");
    line.replaceChildren(title, "Press to ask about it in the chat.");
  }

  function next(from, [x, y]) {
    const [left, top] = middle(from);
    let best = null;
    let least = Infinity;
    for (const point of points()) {
      if (point === from) continue;
      const [a, b] = middle(point);
      const along = (a - left) * x + (b - top) * y;
      const aside = Math.abs((a - left) * y) + Math.abs((b - top) * x);
      // Nearer to the direction counts for more than nearer.
      if (along > 0 && along + 2 * aside < least) [best, least] = [point, along + 2 * aside];
    }
    return best;
  }

  function stop(at) {
    for (const point of points()) point.tabIndex = point === at ? 0 : -1;
  }

  document.addEventListener("keydown", (event) => {
    const from = event.target.closest?.(".map a");
    if (!from || !AIM[event.key]) return;
    event.preventDefault();
    const to = next(from, AIM[event.key]);
    if (!to) return;
    stop(to);
    to.focus({ preventScroll: true });
  });
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const point = event.target.closest?.(".map a");
      if (point) tell(point);
    });
  }

  shelf.onRefresh(() => {
    const map = one(".map");
    if (!map) return;
    map.classList.toggle("many", document.querySelectorAll(".map path").length > MANY);
    stop(points()[0]);
  });
})();
