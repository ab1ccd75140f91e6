// The lines by keyboard: Enter in the last row adds one, Alt and an arrow moves one, and the focus goes where the work goes on.
const form = document.querySelector("form[data-quote]");
const body = form.querySelector(".quote-lines tbody");

form.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".quote-lines tbody tr");
  if (!row) return;
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target.matches("input")) {
    event.preventDefault();
    if (row === body.rows[body.rows.length - 1]) form.querySelector("button[value=add]").click();
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
  if (command === "add") body.rows[body.rows.length - 1]?.querySelector("input:not([type=hidden])").focus();
  if (command.startsWith("remove:")) (body.rows[Math.min(removedAt, body.rows.length - 1)]?.querySelector("button[value^='remove:']") ?? form.querySelector("button[value=add]")).focus();
  if (command.startsWith("undo:")) body.querySelector(`tr[data-row='${CSS.escape(command.split(":").slice(2).join(":"))}'] input:not([type=hidden])`)?.focus();
});
