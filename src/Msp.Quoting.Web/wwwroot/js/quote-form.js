// The builder's form, live: posts what was typed, and takes over the parts of the answer that nobody is writing in.
// One request at a time: each saves a version, and the next must know it. Buttons that change lines go ahead of typing. Without this file the form posts as a page.
const policy = globalThis.trustedTypes?.createPolicy("fragment", { createHTML: (html) => html }) ?? { createHTML: (html) => html };
const form = document.querySelector("form[data-quote]");
const saved = document.getElementById("saved");
const announce = form.querySelector("[data-announce]");
const structural = /^(add|remove:|up:|down:|undo:|mine)/;
const commands = [];
let timer = 0, speak = 0, hide = 0, dirty = false, left = false, asked = false, running = null, leaving = false;

const byId = (id) => document.getElementById(id);

function swapFields(next) {
  for (const input of form.querySelectorAll("[aria-describedby$='-error']")) {
    const there = next.getElementById(input.id);
    if (!there || (input === document.activeElement && !asked)) continue;
    input.toggleAttribute("aria-invalid", there.hasAttribute("aria-invalid"));
    if (there.hasAttribute("aria-invalid")) input.setAttribute("aria-invalid", "true");
    input.closest(".field")?.classList.toggle("has-error", there.hasAttribute("aria-invalid"));
    if (there.placeholder) input.placeholder = there.placeholder;
  }
}

// The rows that stay keep their fields, with what is typed in them; only their order, and rows that came or went, change.
function swapRows(next) {
  const body = form.querySelector(".quote-lines tbody"), focused = document.activeElement, [from, to] = [focused?.selectionStart, focused?.selectionEnd];
  const here = new Map([...body.rows].map((row) => [row.dataset.row, row]));
  const rows = [...next.querySelector(".quote-lines tbody").rows].map((row) => here.get(row.dataset.row) ?? document.importNode(row, true));
  body.replaceChildren(...rows);
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({ preventScroll: true });
    if (typeof from === "number" && focused.setSelectionRange) focused.setSelectionRange(from, to);
  }
}

function swap(next, command) {
  for (const one of next.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
  for (const part of next.querySelectorAll("[data-value]")) byId(part.id).value = part.value;
  if (command && structural.test(command)) swapRows(next);
  for (const part of next.querySelectorAll("[data-live]")) {
    const here = byId(part.id), how = part.dataset.live;
    if (!here || (here.contains(document.activeElement) && document.activeElement.matches("input, select, textarea"))) continue;
    const field = part.id.endsWith("-error") ? byId(part.id.slice(0, -6)) : null;
    if (field && field === document.activeElement && !asked) continue;
    if (how === "errors" && !asked && !command && part.textContent.trim()) continue;
    if (how === "toast" && !command) continue;
    const open = [...here.querySelectorAll("details[open]")].map((one) => one.id);
    here.replaceChildren(...[...part.childNodes].map((node) => document.importNode(node, true)));
    here.hidden = part.hidden;
    for (const id of open) byId(id)?.setAttribute("open", "");
  }
  swapFields(next);
  form.dispatchEvent(new CustomEvent("quote:swapped", { bubbles: true, detail: command }));
  clearTimeout(speak);
  speak = setTimeout(() => { announce.textContent = byId("monthly") ? byId("monthly").parentElement.textContent : ""; }, 900);
  clearTimeout(hide);
  if (command?.startsWith("remove:")) hide = setTimeout(() => { if (!byId("toast").contains(document.activeElement)) byId("toast").replaceChildren(); }, 20000);
}

async function post(command) {
  const body = new FormData(form);
  if (command) body.set("command", command);
  dirty = false;
  // A field that is left while this is under way is told of by the next answer, not by this one, which does not know it.
  asked = left;
  left = false;
  form.setAttribute("aria-busy", "true");
  saved.textContent = form.dataset.saving;
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Fragment": "live" }, credentials: "same-origin" });
    if (answer.status === 429) { await answer.text(); dirty = true; left ||= asked; if (command) commands.unshift(command); await new Promise((done) => setTimeout(done, 1500)); return; }
    if (!answer.ok) throw new Error(String(answer.status));
    swap(new DOMParser().parseFromString(policy.createHTML(await answer.text()), "text/html"), command);
  } catch {
    left ||= asked;
    saved.textContent = form.dataset.failed;
    timer = setTimeout(() => queue(0), 5000);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

async function work() {
  while (commands.length > 0 || dirty) await post(commands.shift());
}

function queue(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => { dirty = true; start(); }, wait);
}

function start() {
  clearTimeout(timer);
  running ??= work().finally(() => { running = null; });
  return running;
}

const conflicting = () => byId("conflict").children.length > 0;

form.addEventListener("input", (event) => {
  if (event.target.type === "range" || conflicting()) return;
  queue(event.target.matches("[type=radio], select") ? 0 : 180);
});
// Leaving a field says what is wrong with it; while it is being written in, nothing does.
form.addEventListener("change", (event) => { if (event.target.type !== "range" && !conflicting()) { left = true; queue(0); } });

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=command]");
  if (!button || leaving) return;
  event.preventDefault();
  if (structural.test(button.value)) {
    if (button.value.startsWith("undo:")) byId("toast").replaceChildren();
    commands.push(button.value);
    start();
  } else if (button.value === "save") {
    left = true;
    dirty = true;
    start();
  } else {
    clearTimeout(timer);
    (running ?? Promise.resolve()).then(() => { leaving = true; form.requestSubmit(button); });
  }
});

form.addEventListener("keydown", (event) => {
  const mod = event.ctrlKey || event.metaKey;
  if (mod && event.key === "s") { event.preventDefault(); left = true; dirty = true; start(); }
  else if (mod && event.key === "Enter") { event.preventDefault(); form.querySelector("button[value=send]").click(); }
  else if (event.key === "Enter" && event.target.matches("input:not([type=radio])") && !event.target.closest(".quote-lines")) { event.preventDefault(); left = true; dirty = true; start(); }
});

// What was typed in the last moment before the page goes is sent along.
addEventListener("pagehide", () => {
  if (!leaving && (dirty || running)) fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Fragment": "live" }, keepalive: true, credentials: "same-origin" }).catch(() => {});
});

// The lines by keyboard: Enter in the last row adds one, Alt and an arrow moves one, and the focus goes where the work goes on.
const lineRows = form.querySelector(".quote-lines tbody");

form.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".quote-lines tbody tr");
  if (!row) return;
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target.matches("input")) {
    event.preventDefault();
    if (row === lineRows.rows[lineRows.rows.length - 1]) form.querySelector("button[value=add]").click();
    else row.nextElementSibling.querySelector(`[name$='.${event.target.name.split(".").pop()}']`)?.focus();
  }
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    row.querySelector(`button[value^='${event.key === "ArrowUp" ? "up" : "down"}:']`).click();
  }
  if (event.key === "Escape") {
    const open = event.target.closest("details.more[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  }
});

let removedAt = -1;
form.addEventListener("click", (event) => {
  const button = event.target.closest("button[value^='remove:']");
  if (button) removedAt = button.closest("tr").rowIndex - 1;
  for (const open of form.querySelectorAll("details.more[open]")) if (!open.contains(event.target)) open.open = false;
}, true);

form.addEventListener("quote:swapped", (event) => {
  const command = event.detail ?? "";
  if (command === "add") lineRows.rows[lineRows.rows.length - 1]?.querySelector("input:not([type=hidden])").focus();
  if (command.startsWith("remove:")) (lineRows.rows[Math.min(removedAt, lineRows.rows.length - 1)]?.querySelector("button[value^='remove:']") ?? form.querySelector("button[value=add]")).focus();
  if (command.startsWith("undo:")) lineRows.querySelector(`tr[data-row='${CSS.escape(command.split(":").slice(2).join(":"))}'] input:not([type=hidden])`)?.focus();
});
