// Buttons of the page that are HTML: what they do here, or how the server hears of them.
window.footnote = (() => {
  "use strict";

  const ASKING = new Set(["ask", "retry", "without"]);
  const LEAVING = new Set(["open", "delete"]); // these end what is under way
  const OTHERS = new Set(["edit", "cancel", "undo", "flag", "rename"]);
  const here = {}; // name -> what the page does by itself
  let trigger = () => {};

  function send(name, value) {
    if (ASKING.has(name)) trigger("submit", { name, value });
    else if (LEAVING.has(name)) trigger("select", { name, value });
    else if (OTHERS.has(name)) trigger("click", { name, value });
  }

  function say(text) {
    // One place for what a screen reader should hear, whatever was pressed.
    let status = document.getElementById("said");
    if (!status) {
      status = document.createElement("div");
      status.id = "said";
      status.setAttribute("role", "status");
      document.body.append(status);
    }
    status.textContent = text;
  }

  // What slides into view cannot have the focus before its first frame.
  function focus(element, frames = 30) {
    element?.focus();
    if (element && document.activeElement !== element && frames) {
      requestAnimationFrame(() => focus(element, frames - 1));
    }
  }

  // Gradio makes and removes elements as it likes, so one listener serves the whole page. It
  // comes first (capture), before any of Gradio's own.
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button.act");
      if (!button) return;
      event.preventDefault();
      event.stopPropagation();
      const { name, value } = button;
      if (here[name]) here[name](button, value);
      else send(name, value);
    },
    true,
  );

  // One menu is open at a time, and none after a press elsewhere or Escape.
  function closeMenus(but) {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== but) menu.open = false;
    }
  }
  // A menu opens upwards, over what was read already, unless there is no room for it.
  document.addEventListener(
    "toggle",
    (event) => {
      const menu = event.target;
      if (!menu.matches?.("details.menu[open]")) return;
      const top = menu.closest(".bubble-wrap")?.getBoundingClientRect().top ?? 0;
      const room = menu.getBoundingClientRect().top - top;
      menu.classList.toggle("down", menu.querySelector("span").offsetHeight + 8 > room);
    },
    true,
  );
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus();
  });

  return {
    connect: (given) => (trigger = given),
    on: (name, act) => (here[name] = act),
    send,
    say,
    focus,
  };
})();
