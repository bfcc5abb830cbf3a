// Markers lead to their cards and back; passages unfold; on a phone the cards are a sheet.
(() => {
  "use strict";

  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function show(element) {
    for (const earlier of document.querySelectorAll(".found")) earlier.classList.remove("found");
    void element.offsetWidth; // so that the animation runs again for the same element
    element.classList.add("found");
    element.focus({ preventScroll: true });
    element.scrollIntoView({ behavior: calm() ? "instant" : "smooth", block: "nearest" });
  }

  const page = document.documentElement.classList;

  function openCard(id) {
    const card = document.getElementById(id);
    if (!card) return;
    page.add("with-sheet"); // means something on a narrow page only
    for (const turn of document.querySelectorAll("details.turn")) {
      turn.open = turn.contains(card);
    }
    const others = card.closest("details.others");
    if (others) others.open = true;
    show(card);
  }

  function backToMarker(id) {
    page.remove("with-sheet");
    const marker = document.querySelector(`a.marker[href="#${id.replace("ref-", "src-")}"]`);
    if (marker) show(marker);
  }

  function unfold(button) {
    const whole = button.closest(".card").classList.toggle("whole");
    button.setAttribute("aria-expanded", String(whole));
    button.textContent = whole ? "Less" : "Whole passage";
  }

  function closeSheet() {
    if (!page.contains("with-sheet")) return;
    const card = document.querySelector(".card.found");
    if (card) backToMarker(card.id.replace("src-", "ref-"));
    page.remove("with-sheet");
  }

  window.footnote.on("close", closeSheet);
  window.footnote.on("sources", (button, turn) => openCard(firstOf(turn)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeSheet();
  });

  const firstOf = (turn) => document.querySelector(`.card[id^="src-${turn}-"]`)?.id;

  // Gradio makes and removes elements as it likes, so one listener serves the whole page. It
  // comes first (capture), before any of Gradio's own that would follow a link.
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button.unfold");
      if (button) unfold(button);
      const link = event.target.closest('a[href^="#src-"], a[href^="#ref-"]');
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      const id = link.getAttribute("href").slice(1);
      if (id.startsWith("src-")) openCard(id);
      else backToMarker(id);
    },
    true,
  );

  // Gradio's sanitizer takes aria attributes away, and it labels messages with their source
  // text. Both are put right whenever something new has come into the page.
  function label() {
    for (const link of document.querySelectorAll("a.marker, a.number, button.chip")) {
      link.setAttribute("aria-label", link.title);
    }
    for (const button of document.querySelectorAll("button.unfold:not([aria-expanded])")) {
      button.setAttribute("aria-expanded", "false");
    }
    for (const message of document.querySelectorAll('[data-testid="bot"][aria-label]')) {
      message.setAttribute("aria-label", "Answer");
    }
    for (const message of document.querySelectorAll('[data-testid="user"][aria-label]')) {
      message.setAttribute("aria-label", "Question");
    }
  }

  // What scrolls can be reached by keyboard, and examples are buttons, not a list of items.
  function open() {
    const sources = document.getElementById("sources");
    if (sources && !sources.hasAttribute("tabindex")) {
      sources.tabIndex = 0;
      sources.setAttribute("role", "region");
      sources.setAttribute("aria-label", "Sources");
    }
    document.querySelector('#chatbot .examples[role="list"]')?.setAttribute("role", "group");
  }

  let labelling = 0;
  new MutationObserver(() => {
    cancelAnimationFrame(labelling);
    labelling = requestAnimationFrame(() => (label(), open()));
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
