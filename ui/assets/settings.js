// The settings of this tab: a form in a drawer, tried and used by the server, which alone keeps
// the key. All but the key is kept for the tab, so that a reload of the page brings it back.
(() => {
  "use strict";

  const KEPT = "footnote-settings";
  const page = document.documentElement.classList;
  const form = () => document.querySelector("form.settings");
  let trigger = null;
  let sent = null; // what was sent to be used, and the form that it was sent from
  let keyed = false; // whether a key was typed in this tab
  let restored = false;
  let shown = "";
  let said = "";

  window.footnote.settings = (given) => (trigger = given);

  const fields = () => Object.fromEntries(new FormData(form()));

  function toggle(open) {
    page.toggle("with-settings", open);
    if (!open) form().reset(); // to what holds: a key that was typed is not left there
    const to = open ? "form.settings select" : '#header button[name="settings"]';
    window.footnote.focus(document.querySelector(to));
  }

  function trying(now) {
    const button = form().querySelector('button[name="try"]');
    button.disabled = now;
    button.textContent = now ? "Calling it …" : "Try the model";
  }

  function use() {
    sent = { data: fields(), form: form().dataset.nonce };
    keyed ||= Boolean(sent.data.key);
    trigger("submit", sent.data);
  }

  function keep({ key, ...others }) {
    // A model that cannot be had without its key is chosen anew after a reload.
    if (keyed) others.writer = "own";
    sessionStorage.setItem(KEPT, JSON.stringify(others));
  }

  window.footnote.on("settings", () => toggle(!page.contains("with-settings")));
  window.footnote.on("unset", () => toggle(false));
  window.footnote.on("use", use);
  window.footnote.on("try", () => {
    trying(true);
    trigger("click", fields());
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.settings")) return;
    event.preventDefault();
    use();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && page.contains("with-settings")) toggle(false);
  });
  document.addEventListener("click", (event) => {
    if (!page.contains("with-settings")) return;
    if (!event.target.closest('#settings, #header button[name="settings"]')) toggle(false);
  });

  // What this tab had before a reload, and the library that its address names.
  function restore() {
    restored = true;
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    const library = new URLSearchParams(location.search).get("library") ?? kept.library;
    if (library) trigger("submit", { ...kept, library, restored: "yes" });
    else document.dispatchEvent(new Event("footnote:settled"));
  }

  function follow() {
    const now = form();
    if (!now || !trigger) return;
    if (sent && now.dataset.nonce !== sent.form) {
      keep(sent.data);
      sent = null;
      toggle(false);
      window.footnote.say("These settings are in use now.");
    }
    if (!restored && document.querySelector("#listed :is(ul, p)")) restore();
    if (now.dataset.nonce !== shown) {
      shown = now.dataset.nonce;
      now.reset(); // Gradio changes the form that is there, and keeps what was typed
      document.dispatchEvent(new Event("footnote:settled"));
    }
    const told = document.querySelector("#told [data-nonce]");
    if (told && told.dataset.nonce !== said) {
      said = told.dataset.nonce;
      trying(false);
      told.scrollIntoView({ block: "nearest" });
      window.footnote.say(told.textContent);
    }
  }

  new MutationObserver(follow).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-nonce"],
  });
})();
