// A server that went away shows as lost. When it is back, the page opens anew at its own
// address, which names the conversation; what was typed and not sent comes back with it.
(() => {
  "use strict";

  const PAUSE = 3000; // milliseconds
  const DRAFT = "footnote-draft";
  const box = () => document.querySelector("#question textarea");
  let run = null; // what tells one run of the server from the next
  let lost = false;

  function show() {
    if (document.getElementById("lost")) return;
    const bar = document.createElement("div");
    bar.id = "lost";
    bar.setAttribute("role", "alert");
    bar.textContent =
      "The server is not answering. Your conversation is kept; this page comes back with it.";
    document.body.append(bar);
  }

  function comeBack() {
    if (box()?.value) sessionStorage.setItem(DRAFT, box().value);
    location.reload();
  }

  async function look() {
    try {
      const response = await fetch("/alive", { cache: "no-store" });
      if (!response.ok) throw new Error(response.statusText);
      const told = await response.text();
      run ??= told;
      if (told !== run || lost) return comeBack();
    } catch {
      lost = true;
      show();
    }
    setTimeout(look, lost ? PAUSE / 3 : PAUSE);
  }

  function restoreDraft() {
    const draft = sessionStorage.getItem(DRAFT);
    if (!draft || !box()) return;
    sessionStorage.removeItem(DRAFT);
    box().value = draft;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  }

  look();
  new MutationObserver(restoreDraft).observe(document.documentElement, {
    childList: true,
    subtree: true,
  });
})();
