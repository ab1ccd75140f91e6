// The proposal follows what the customer chooses: the server renders the page again and the parts marked data-live are taken over. Without scripts a button does it.
document.documentElement.classList.add("js");

const form = document.getElementById("proposal");
const policy = globalThis.trustedTypes?.createPolicy("fragment", { createHTML: (html) => html });
const parse = (html) => new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
const isTyping = (element) => element?.matches?.("input[type=text], textarea") ?? false;

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// What was typed to sign stays in the browser until it is sent on purpose.
const choice = () => {
  const data = new FormData(form);
  for (const name of [...data.keys()]) if (name.startsWith("Sign.")) data.delete(name);
  return data;
};

const takeOver = (page) => {
  const focused = document.activeElement;
  const id = focused?.id;
  for (const fresh of [...page.querySelectorAll("[data-live]")]) {
    const old = fresh.id ? document.getElementById(fresh.id) : null;
    if (!old || old === fresh || (isTyping(document.activeElement) && old.contains(document.activeElement))) continue;
    const open = [...old.querySelectorAll("details")].map((details) => details.open);
    old.replaceWith(fresh);
    if (!fresh.querySelector(".matrix-cards")) [...fresh.querySelectorAll("details")].forEach((details, i) => { if (open[i] !== undefined) details.open = open[i]; });
  }
  if (id && document.activeElement !== focused) document.getElementById(id)?.focus({ preventScroll: true });
};

let running = null;
let later = 0;
let speaking = 0;
const say = () => {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    const status = document.getElementById("said");
    const total = document.querySelector("#glance b")?.textContent.trim();
    if (status && total) status.textContent = status.dataset.template.replace("{0}", total);
  }, 900);
};

const update = async () => {
  running?.abort();
  running = new AbortController();
  form.setAttribute("aria-busy", "true");
  try {
    const response = await fetch("?handler=Choose", { method: "POST", body: choice(), signal: running.signal });
    if (response.redirected || response.status === 410) location.reload();
    if (response.status === 429) {
      // Too many at once only delays: what is chosen stays, and is asked for again.
      await response.text();
      clearTimeout(later);
      later = setTimeout(update, 1000 * (Number(response.headers.get("Retry-After")) || 2));
      return;
    }
    if (response.ok) {
      takeOver(parse(await response.text()));
      say();
    }
    form.removeAttribute("aria-busy");
  } catch (error) {
    if (error.name !== "AbortError") {
      form.removeAttribute("aria-busy");
      document.querySelectorAll(".no-js-only").forEach((fallback) => fallback.classList.remove("no-js-only"));
    }
  }
};

if (form?.querySelector("#accept")) {
  let waiting = 0;
  form.addEventListener("change", (event) => {
    if (event.target.matches("[name=plan], [name=terms], [name=take]")) update();
  });
  form.addEventListener("input", (event) => {
    if (!event.target.name?.startsWith("quantity-")) return;
    clearTimeout(waiting);
    waiting = setTimeout(update, 250);
  });

  // Seen means that a person did something while the page was visible; a mail scanner that fetches it does not count.
  const seen = () => {
    if (document.visibilityState !== "visible") return;
    for (const name of ["pointerdown", "keydown", "scroll"]) removeEventListener(name, seen);
    const data = new FormData();
    data.append("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
    fetch("?handler=Seen", { method: "POST", body: data, keepalive: true }).catch(() => {});
  };
  if (form.dataset.preview !== "true") for (const name of ["pointerdown", "keydown", "scroll"]) addEventListener(name, seen, { passive: true });
}
