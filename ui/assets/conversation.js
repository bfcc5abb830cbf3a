// What the conversation does by itself: copies, takes the keyboard to the question box ("/" from
// anywhere), and shows a new question from its beginning.
(() => {
  "use strict";

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const box = document.createElement("textarea"); // an address that is not this machine's own
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }

  function done(button, text) {
    const label = button.textContent;
    button.textContent = "Copied";
    window.footnote.say(text);
    setTimeout(() => (button.textContent = label), 2000);
  }

  window.footnote.on("copy", async (button, name) => {
    const response = await fetch(`/conversations/${name}.md`);
    await copy(await response.text());
    done(button, "The answer was copied.");
  });

  window.footnote.on("link", async (button, question) => {
    const link = new URLSearchParams({ q: question });
    const library = document.querySelector("#here [data-library]")?.dataset.library;
    if (library) link.set("library", library);
    await copy(`${location.origin}/?${link}`);
    done(button, "The link was copied.");
  });

  const box = () => document.querySelector("#question textarea");
  window.footnote.on("edit", (button, value) => {
    window.footnote.send("edit", value);
    box().focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box().focus();
  });

  let asked = 0;
  function showNewQuestion() {
    const questions = document.querySelectorAll('#chatbot [data-testid="user"]');
    if (questions.length > asked) {
      questions[questions.length - 1].scrollIntoView({ block: "start", behavior: "instant" });
    }
    asked = questions.length;
  }

  new MutationObserver(showNewQuestion).observe(document.documentElement, {
    childList: true,
    subtree: true,
  });
})();
