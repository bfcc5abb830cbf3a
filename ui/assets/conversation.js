// What the conversation does by itself: copies, and shows a new question from its beginning.
(() => {
  "use strict";

  function textOf(button) {
    const message = button.closest('[data-testid="bot"]').cloneNode(true);
    for (const part of message.querySelectorAll(".understood, .foot, .suggestions")) part.remove();
    for (const formula of message.querySelectorAll(".katex")) {
      formula.textContent = `$${formula.querySelector("annotation")?.textContent ?? ""}$`;
    }
    document.body.append(message); // text with line breaks is told only of what is on the page
    const text = message.innerText.replace(/\n{3,}/g, "\n\n").trim();
    message.remove();
    return text;
  }

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const box = document.createElement("textarea"); // an address that is not this machine's own
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }

  window.footnote.on("copy", async (button) => {
    await copy(textOf(button));
    button.textContent = "Copied";
    window.footnote.say("The answer was copied.");
    setTimeout(() => (button.textContent = "Copy"), 2000);
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
