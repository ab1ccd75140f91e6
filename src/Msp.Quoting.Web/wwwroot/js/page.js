// For every page: marks that scripts run, and focuses what went wrong. Pages work without it.
document.documentElement.classList.add("js");
// After the browser's own autofocus, which complains about a focus that it finds.
if (!location.hash) requestAnimationFrame(() => document.getElementById("error-summary")?.focus());

// A filter applies itself when a choice changes; without scripts its button does.
for (const select of document.querySelectorAll("form[data-auto] select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

// A button that copies the text of another element, and says so.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    const words = button.querySelector("[data-copy-text]") ?? button;
    words.textContent = button.dataset.done ?? words.textContent;
  });
}

// The list of keyboard shortcuts: by its link, or by a question mark outside of any field. Without scripts the link leads to the same list on a page.
const keys = document.getElementById("keys-dialog");
const isField = (element) => element?.closest?.("input, textarea, select, [contenteditable]") !== null;
document.querySelector("[data-keys]")?.addEventListener("click", (event) => {
  event.preventDefault();
  keys.showModal();
});
document.addEventListener("keydown", (event) => {
  if (!keys || event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  keys.showModal();
});
