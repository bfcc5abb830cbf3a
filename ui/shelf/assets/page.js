// What is shown changes without the page being loaded anew; addresses stay true, and without
// this script every link and the form work all the same.
const shelf = (() => {
  "use strict";

  document.documentElement.classList.add("scripted");
  const one = (selector, within = document) => within.querySelector(selector);
  const form = one("#wanted");
  const library = new URLSearchParams(location.search).get("library");
  const at = (path, said = {}) => {
    const query = new URLSearchParams({ ...said, ...(library ? { library } : {}) }).toString();
    return query ? `/library${path}?${query}` : `/library${path}`;
  };
  const refreshed = [];
  let latest = 0;

  function say(text) {
    one("#said").textContent = text;
  }

  // A sentence that stays for a while, with a button that undoes what it tells.
  let hiding = 0;
  function tell(text, undo) {
    const told = one("#told");
    told.textContent = text;
    if (undo) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "act";
      button.textContent = "Undo";
      button.addEventListener("click", () => {
        told.hidden = true;
        one("#count").focus({ preventScroll: true });
        undo();
      });
      told.append(button);
    }
    told.hidden = false;
    say(text);
    hideLater();
  }

  // Not under somebody's finger or keyboard.
  function hideLater() {
    clearTimeout(hiding);
    hiding = setTimeout(() => {
      const told = one("#told");
      if (told.matches(":hover, :focus-within")) hideLater();
      else told.hidden = true;
    }, 12000);
  }

  // What has the focus is found again by its place among its like, or by its address.
  function markFocus() {
    const held = document.activeElement;
    if (!held || !held.closest("#found, #removed")) return () => {};
    const { id } = held;
    const label = held.getAttribute("aria-label") ?? held.textContent;
    return () => {
      const same = id && document.getElementById(id);
      const like = [...document.querySelectorAll("#found a, #found button, #found input")];
      const start = (text) => text?.split(":")[0].trim();
      const found =
        same ||
        like.find((e) => start(e.getAttribute("aria-label") ?? e.textContent) === start(label));
      found?.focus({ preventScroll: true });
      if (!found || document.activeElement !== found) one("#count").focus({ preventScroll: true });
    };
  }

  function put(page) {
    const back = markFocus();
    const open = [...document.querySelectorAll("#found details[open]")].map((d) => d.closest("tr").id);
    const picked = [...document.querySelectorAll('#found input[name="pick"]:checked')];
    const removedOpen = one("#removed details")?.open;
    for (const id of ["found", "removed"]) {
      const fresh = page.getElementById(id);
      document.getElementById(id).replaceWith(fresh);
    }
    for (const list of form.querySelectorAll("select, datalist")) {
      const fresh = page.querySelector(list.id ? `#${list.id}` : `#wanted [name="${list.name}"]`);
      if (list.textContent === fresh.textContent && !list.id) continue; // it may stand open
      const { value } = list;
      list.replaceChildren(...fresh.children);
      if (list.name) list.value = value;
    }
    one("#total").textContent = page.getElementById("total").textContent;
    for (const id of open) {
      const details = document.getElementById(id)?.querySelector("details");
      if (details) details.open = true;
    }
    for (const { value } of picked) {
      const box = document.getElementById(`paper-${value}`)?.querySelector('input[name="pick"]');
      if (box) box.checked = true;
    }
    if (removedOpen && one("#removed details")) one("#removed details").open = true;
    for (const act of refreshed) act();
    back();
  }

  // A field that is being typed in is ahead of what is shown; not so after a step back.
  function setForm(query, typing) {
    for (const field of form.querySelectorAll("[name]:not(button)")) {
      if (field === typing) continue;
      const usual = { sort: "-date", view: "table" }[field.name] ?? "";
      field.value = query.get(field.name) ?? usual;
    }
  }

  async function load(address, { push = true, quietly = false, back = false } = {}) {
    const mine = ++latest;
    let page;
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(response.statusText);
      page = new DOMParser().parseFromString(await response.text(), "text/html");
    } catch {
      if (mine === latest) tell("The server is not answering; try again in a moment.");
      return;
    }
    if (mine !== latest) return; // something else was asked for meanwhile
    if (push) history.pushState(null, "", address);
    put(page);
    setForm(new URL(address, location.href).searchParams, back ? null : document.activeElement);
    if (!quietly) say(one("#count").textContent);
  }

  // What a person asks for is never overtaken by the page's looking again of its own accord.
  let wish = Promise.resolve();
  const show = (address, how) => (wish = load(address, how));
  const refresh = () => wish.then(() => load(location.href, { push: false, quietly: true }));

  function wanted() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const usual = { sort: "-date", view: "table" }[name] ?? "";
      if (value.trim() !== usual) query.set(name, value.trim());
    }
    const said = query.toString();
    return said ? `/library?${said}` : "/library";
  }

  let typing = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    const pause = event.target.matches("select") ? 0 : 200;
    typing = setTimeout(() => show(wanted(), { push: false }).then(remember), pause);
  });
  // Every letter typed would be a step back of its own.
  function remember() {
    history.replaceState(null, "", wanted());
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    show(wanted());
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('#found a[href^="/library"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const paged = link.closest(".pager");
    show(link.getAttribute("href")).then(() => {
      if (paged) one("#found").scrollIntoView({ block: "start" });
    });
  });
  addEventListener("popstate", () => show(location.href, { push: false, back: true }));

  return { one, say, tell, refresh, at, onRefresh: (act) => (act(), refreshed.push(act)) };
})();
