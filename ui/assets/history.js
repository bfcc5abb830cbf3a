// The page's address names its conversation; kept conversations are renamed and deleted in place.
(() => {
  "use strict";

  const page = document.documentElement.classList;
  const asked = new URLSearchParams(location.search);
  if (asked.has("c") || asked.has("q")) page.add("opening"); // no greeting that flashes by

  // The server fills the list of conversations once, when the page is ready; the id of the
  // conversation that is shown it tells whenever that changes.
  let ready = false;
  let told = "";
  let settled = false; // whether the settings that the tab or the address names are in use
  function follow() {
    if (!ready && settled && document.querySelector("#listed :is(ul, p)")) {
      ready = true;
      if (asked.get("q")) window.footnote.send("ask", asked.get("q"));
      else page.remove("opening");
    }
    const here = document.querySelector("#here [data-id]");
    if (!ready || !here || here.dataset.id === told) return;
    told = here.dataset.id;
    page.remove("opening");
    if (heading && told && told !== heading) return; // an earlier step's; the latest is to come
    clearTimeout(again);
    heading = null;
    history[stepping ? "pushState" : "replaceState"](null, "", told ? `/?c=${told}` : "/");
    stepping = false;
  }

  // Going to another conversation is a step that the back button takes back; beginning one is
  // not, nor is deleting it.
  let stepping = false;
  // Steps may be quicker than answers, and the page drops what is sent while one is under way: the
  // last step is sent again until it is told.
  let heading = null;
  let again = 0;
  function head() {
    if (heading) window.footnote.send("open", heading);
    else document.querySelector("#new").click();
    again = setTimeout(head, 1000); // milliseconds
  }
  const step = (id) => (stepping = id !== told);
  addEventListener("popstate", () => {
    const id = new URLSearchParams(location.search).get("c") ?? "";
    if (!ready || id === (heading ?? told)) return;
    stepping = false;
    clearTimeout(again);
    heading = id;
    head();
  });

  new MutationObserver(follow).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-id"],
  });

  document.addEventListener("footnote:settled", () => {
    settled = true;
    follow();
  });

  function toggle(open) {
    page.toggle("with-history", open);
    if (open) window.footnote.focus(document.querySelector("#words :is(input, textarea)"));
  }

  window.footnote.on("history", () => toggle(!page.contains("with-history")));
  window.footnote.on("open", (button, id) => {
    toggle(false);
    step(id);
    window.footnote.send("open", id);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && page.contains("with-history")) {
      toggle(false);
      document.querySelector('#header button[name="history"]').focus();
    }
  });
  document.addEventListener("click", (event) => {
    const outside = !event.target.closest('#history, #header button[name="history"]');
    const fresh = event.target.closest("#new");
    if (fresh && event.isTrusted) step("");
    if (outside || fresh) toggle(false);
  });

  window.footnote.on("delete", (button, id) => {
    if (button.dataset.sure) return window.footnote.send("delete", id);
    button.dataset.sure = "yes";
    button.textContent = "Delete for good?";
    window.footnote.say("Press again to delete this conversation for good.");
    button.addEventListener("blur", () => {
      delete button.dataset.sure;
      button.textContent = "Delete";
    }, { once: true });
  });

  window.footnote.on("rename", (button, id) => {
    const title = button.closest("li").querySelector(".open");
    const box = document.createElement("input");
    box.value = title.textContent;
    box.setAttribute("aria-label", "New name");
    title.replaceWith(box);
    box.select();
    let ended = false;
    const end = (keep) => {
      if (ended) return;
      ended = true;
      box.replaceWith(title);
      if (!keep || box.value === title.textContent) return;
      window.footnote.send("rename", `${id} ${box.value}`);
    };
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") end(event.key === "Enter");
    });
    box.addEventListener("blur", () => end(true));
  });
})();
