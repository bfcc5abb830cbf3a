// The pages of PDFs: a press on "Show page 3" brings its picture into the card, with the quote
// marked on it; a press on the picture shows it large, to be zoomed and scrolled.
(() => {
  "use strict";

  const ZOOMS = [1, 1.5, 2, 3, 4];
  const LOST = "The page cannot be had: the server is not answering.";

  async function load(address) {
    let response;
    try {
      response = await fetch(address);
    } catch {
      return { why: LOST };
    }
    if (!response.ok) return { why: await response.text() };
    const [width, height] = response.headers.get("X-Page-Size").split(" ").map(Number);
    return { url: URL.createObjectURL(await response.blob()), width, height };
  }

  function make(name, className, text = "") {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }

  // The sheet with its marks, which stand at shares of its size and so grow with it.
  function sheet(picture, boxes, title) {
    const paper = make("div", "sheet");
    const image = document.createElement("img");
    image.src = picture.url;
    image.alt = `${title}, with the quote marked`;
    image.width = Math.round(picture.width);
    image.height = Math.round(picture.height);
    paper.append(image);
    for (const [left, top, right, bottom] of boxes) {
      const mark = make("i", "mark");
      mark.style.left = `${(100 * left) / picture.width}%`;
      mark.style.top = `${(100 * top) / picture.height}%`;
      mark.style.width = `${(100 * (right - left)) / picture.width}%`;
      mark.style.height = `${(100 * (bottom - top)) / picture.height}%`;
      paper.append(mark);
    }
    return paper;
  }

  function toMark(view, paper) {
    const marks = [...paper.querySelectorAll(".mark")];
    const least = (side) => Math.min(...marks.map((mark) => mark[side]));
    view.scrollTop = least("offsetTop") - view.clientHeight / 3;
    view.scrollLeft = least("offsetLeft") - 12;
  }

  function enlarge(picture, boxes, title) {
    const dialog = make("dialog", "page-dialog");
    dialog.setAttribute("aria-label", title);
    const bar = make("div", "bar");
    const view = make("div", "view");
    const paper = sheet(picture, boxes, title);
    view.tabIndex = 0;
    view.append(paper);
    let step = innerWidth < 760 ? 2 : 0; // a phone shows a column of the page, not all of it
    const button = (label, name, act) => {
      const made = make("button", "", label);
      made.type = "button";
      made.setAttribute("aria-label", name);
      made.addEventListener("click", act);
      return made;
    };
    const zoom = (by) => {
      step = Math.min(ZOOMS.length - 1, Math.max(0, step + by));
      paper.style.width = `${100 * ZOOMS[step]}%`;
      toMark(view, paper);
    };
    bar.append(
      make("span", "title", title),
      button("−", "Smaller", () => zoom(-1)),
      button("+", "Larger", () => zoom(1)),
      button("Close", "Close", () => dialog.close()),
    );
    dialog.append(bar, view);
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1 : -1);
      event.stopPropagation(); // Escape closes this alone, not the sheet of sources below it
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    zoom(0);
  }

  async function show(button, value) {
    const place = button.closest(".pages");
    const old = place.querySelector("figure, .none");
    const mine = old?.dataset.of === value;
    old?.remove();
    for (const other of place.querySelectorAll("button.page")) {
      other.textContent = other.textContent.replace("Hide", "Show");
      other.setAttribute("aria-expanded", "false");
    }
    if (mine) return;
    button.setAttribute("aria-busy", "true");
    const [address, places] = value.split(" ");
    const picture = await load(address);
    button.removeAttribute("aria-busy");
    if (picture.why) {
      const why = make("p", "none", picture.why);
      why.dataset.of = value;
      why.setAttribute("role", "status");
      place.append(why);
      return;
    }
    const boxes = places.split(";").map((box) => box.split(",").map(Number));
    const figure = make("figure", "page");
    figure.dataset.of = value;
    const open = make("button", "enlarge");
    open.type = "button";
    open.setAttribute("aria-label", `Enlarge ${button.title.toLowerCase()}`);
    open.append(sheet(picture, boxes, button.title));
    open.addEventListener("click", () => enlarge(picture, boxes, button.title));
    figure.append(open);
    place.append(figure);
    button.textContent = button.textContent.replace("Show", "Hide");
    button.setAttribute("aria-expanded", "true");
    toMark(open, open.querySelector(".sheet"));
  }

  window.footnote.on("page", show);
})();
