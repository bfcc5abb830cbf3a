// Under the pointer a marker shows what it cites, without leaving the sentence. By keyboard and
// touch the marker leads to its card, which says the same and more.
(() => {
  "use strict";

  const PAUSE = 150; // milliseconds; a pointer that passes by wants nothing
  let waiting = 0;

  function hide() {
    clearTimeout(waiting);
    document.getElementById("peek")?.remove();
  }

  function show(marker) {
    const card = document.getElementById(marker.hash.slice(1));
    if (!card) return;
    const peek = document.createElement("div");
    peek.id = "peek";
    peek.setAttribute("aria-hidden", "true");
    const title = document.createElement("strong");
    title.append(...card.querySelector("h3").cloneNode(true).childNodes);
    title.querySelector("a.number")?.remove();
    const quote = document.createElement("p");
    quote.append(...card.querySelector("mark").cloneNode(true).childNodes);
    const place = document.createElement("small");
    place.textContent = [...card.querySelectorAll(".facts > :is(time, .section)")]
      .map((fact) => fact.textContent)
      .join(" · ");
    peek.append(title, quote, place);
    document.body.append(peek);
    const at = marker.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = peek;
    const below = at.bottom + 6 + height < innerHeight;
    peek.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    peek.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - height - 6)}px`;
  }

  document.addEventListener("pointerover", (event) => {
    const marker = event.target.closest?.("#chatbot a.marker");
    hide();
    if (!marker || event.pointerType !== "mouse") return;
    marker.removeAttribute("title"); // the browser's own hint would lie over it
    waiting = setTimeout(() => show(marker), PAUSE);
  });
  for (const name of ["keydown", "click"]) document.addEventListener(name, hide, true);
  document.addEventListener("scroll", () => document.getElementById("peek")?.remove(), true);
})();
