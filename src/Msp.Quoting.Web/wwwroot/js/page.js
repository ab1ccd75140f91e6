// For every page: marks that scripts run, and focuses what went wrong. Pages work without it.
document.documentElement.classList.add("js");
document.getElementById("error-summary")?.focus();

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
