// Files are sent one after the other, each with its bar; papers are removed and restored. What
// the server does, and whether the library is another one, it is asked every now and then.
(() => {
  "use strict";

  const { one, say, tell, refresh, at } = shelf;
  const BUSY = 400; // milliseconds between two questions while something is under way
  const IDLE = 4000;
  const SENDING = 0.3; // the part of a bar that sending takes
  const LARGEST = Number(one("#files").dataset.largest);
  const LEFT = "The server went away before this was done; see below whether it is there.";
  const HEADERS = { "X-Footnote": "page" };
  const rows = new Map(); // number of a job -> its row
  const undone = new Map(); // number of a job that this page began -> its papers
  const changing = new Set(); // papers that are being removed or restored; a second press waits
  const waiting = [];
  let sending = false;

  const toggle = one('button[name="adding"]');
  function openPanel(open = true) {
    one("#adding").hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
  }
  toggle.addEventListener("click", () => {
    openPanel(one("#adding").hidden);
    if (!one("#adding").hidden) one("#drop input").focus();
  });

  function rowFor(name) {
    const row = document.createElement("li");
    const title = document.createElement("span");
    title.className = "file";
    title.textContent = name.length > 200 ? `${name.slice(0, 200)}…` : name;
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `Progress of ${title.textContent}`);
    const step = document.createElement("p");
    step.className = "step";
    step.textContent = "Waiting";
    row.append(title, bar, step);
    one("#files").prepend(row);
    openPanel();
    return row;
  }

  function end(row, state, said) {
    row.dataset.state = state;
    one(".step", row).textContent = said;
    one("progress", row).value = 1;
    say(`${one(".file", row).textContent}: ${said}`);
  }

  function add(files) {
    for (const file of files) {
      const row = rowFor(file.name);
      if (file.size > LARGEST) {
        end(row, "failed", `It is larger than ${LARGEST / 1e6} MB; split it.`);
      } else {
        waiting.push([file, row]);
      }
    }
    if (!sending) send();
  }

  function send() {
    const next = waiting.shift();
    sending = Boolean(next);
    if (!next) return;
    const [file, row] = next;
    const request = new XMLHttpRequest();
    request.open("POST", at("/files", { name: file.name }));
    for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => {
      one(".step", row).textContent = "Sending";
      one("progress", row).value = (SENDING * event.loaded) / (event.total || 1);
    });
    request.addEventListener("loadend", () => {
      const answer = read(request.responseText);
      if (request.status === 202) {
        rows.set(answer.number, row);
        look();
      } else {
        end(row, "failed", answer.error ?? "The server did not take it; try again in a moment.");
      }
      send();
    });
    request.send(file);
  }

  // What was not sent yet would be lost without a word.
  addEventListener("beforeunload", (event) => {
    if (sending) event.preventDefault();
  });

  function read(text) {
    try {
      return JSON.parse(text);
    } catch {
      return {};
    }
  }

  async function change(kind, wanted) {
    const ids = wanted.filter((id) => !changing.has(id));
    if (!ids.length) return;
    for (const id of ids) changing.add(id);
    for (const id of ids) document.getElementById(`paper-${id}`)?.setAttribute("aria-busy", "true");
    try {
      const body = JSON.stringify(ids);
      const response = await fetch(at(`/${kind}`), { method: "POST", headers: HEADERS, body });
      const answer = read(await response.text());
      if (!response.ok) throw new Error(answer.error ?? "The server did not take that.");
      undone.set(answer.number, ids);
      tell(kind === "remove" ? "Removing …" : "Restoring …");
      look();
    } catch (error) {
      for (const id of ids) changing.delete(id);
      tell(error instanceof TypeError ? "The server is not answering." : error.message);
      refresh();
    }
  }

  function follow(job) {
    if (job.kind === "add") {
      // While a file is being sent, an unknown job may be its own.
      const unknown = !rows.has(job.number) && !sending;
      if (unknown && job.state === "under way") rows.set(job.number, rowFor(job.name));
      const row = rows.get(job.number);
      if (!row || row.dataset.state) return;
      if (job.state !== "under way") return end(row, job.state, job.said);
      one(".step", row).textContent = job.step;
      one("progress", row).value = SENDING + (1 - SENDING) * job.share;
    } else if (undone.has(job.number) && job.state !== "under way") {
      for (const id of undone.get(job.number)) changing.delete(id);
      undone.delete(job.number);
      const back = job.kind === "remove" && job.state === "done";
      tell(job.said, back ? () => change("restore", job.ids) : null);
      if (job.state === "failed") refresh();
    }
  }

  // Another run of the server counts its jobs anew, and knows nothing of those of the last.
  let run = "";
  function forget(other) {
    if (run && run !== other) {
      for (const row of rows.values()) if (!row.dataset.state) end(row, "failed", LEFT);
      for (const known of [rows, undone, changing]) known.clear();
    }
    run = other;
  }

  let timer = 0;
  let lost = false;
  async function look() {
    clearTimeout(timer);
    let busy = false;
    try {
      const told = await (await fetch(at("/state"))).json();
      if (lost) tell("The server is back.");
      lost = false;
      forget(told.run);
      told.jobs.forEach(follow);
      busy = told.jobs.some((job) => job.state === "under way");
      const here = one("#found").dataset;
      if (here.state !== told.state || (told.drawn && here.drawn === "no")) await refresh();
      if (!told.drawn) busy = true; // the map and its topics come soon
    } catch {
      if (!lost) tell("The server is not answering; this page goes on when it does.");
      lost = true;
    }
    clearTimeout(timer);
    timer = setTimeout(look, busy ? BUSY : IDLE);
  }

  // Pressing, choosing and dropping
  document.addEventListener("click", (event) => {
    const button = event.target.closest('button[name="remove"], button[name="restore"]');
    if (button) change(button.name, [button.value]);
  });
  one("#drop input").addEventListener("change", (event) => {
    add([...event.target.files]);
    event.target.value = "";
  });
  const brings = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!brings(event)) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });

  // Several papers at once
  const bar = document.createElement("div");
  bar.id = "picked";
  bar.hidden = true;
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Selected papers");
  const number = document.createElement("span");
  const taking = document.createElement("button");
  const leaving = document.createElement("button");
  for (const [button, label] of [[taking, "Remove"], [leaving, "Clear"]]) {
    button.type = "button";
    button.className = "act";
    button.textContent = label;
  }
  bar.append(number, taking, leaving);

  const picks = () => [...document.querySelectorAll('input[name="pick"]')];
  function count() {
    const all = picks();
    const chosen = all.filter((box) => box.checked).length;
    bar.hidden = chosen === 0;
    number.textContent = chosen === 1 ? "1 paper selected" : `${chosen} papers selected`;
    const whole = one("#pick-all");
    if (!whole) return;
    whole.checked = chosen > 0 && chosen === all.length;
    whole.indeterminate = chosen > 0 && chosen < all.length;
  }
  document.addEventListener("change", (event) => {
    if (event.target.id === "pick-all") {
      for (const box of picks()) box.checked = event.target.checked;
    }
    if (event.target.matches('#pick-all, input[name="pick"]')) count();
  });
  taking.addEventListener("click", () => {
    const ids = picks().filter((box) => box.checked).map((box) => box.value);
    change("remove", ids);
  });
  leaving.addEventListener("click", () => {
    for (const box of picks()) box.checked = false;
    count();
    one("#pick-all")?.focus();
  });
  shelf.onRefresh(() => {
    one(".view").append(bar);
    count();
  });

  look();
})();
