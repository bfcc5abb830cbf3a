// Buttons of the page that are HTML: what they do here, or how the server hears of them.
window.footnote = (() => {
  "use strict";

  const ASKING = new Set(["ask", "retry", "without"]);
  const SERVERS = new Set(["edit", "cancel", "undo"]);
  const here = {}; // name -> what the page does by itself
  let trigger = () => {};

  function send(name, value) {
    trigger(ASKING.has(name) ? "submit" : "click", { name, value });
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
      else if (ASKING.has(name) || SERVERS.has(name)) send(name, value);
    },
    true,
  );

  return {
    connect: (given) => (trigger = given),
    on: (name, act) => (here[name] = act),
    send,
    say,
  };
})();
