"use strict";
// The keyboard of the desk. Every key presses a button or follows a link that is on the page: nothing here is the
// only way to do a thing. A decision by key replaces its card alone, and goes on to the next one.

const cards = () => [...document.querySelectorAll("[data-cards] [data-card]")];
const current = () => document.querySelector("[data-card].current");

function choose(card, scroll = true) {
  if (!card) return;
  current()?.classList.remove("current");
  card.classList.add("current");
  card.focus({ preventScroll: true });
  if (scroll) card.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  choose(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function say(text) {
  let place = document.querySelector("[data-said]");
  if (!place) {
    place = document.createElement("p");
    place.dataset.said = "";
    place.setAttribute("role", "alert");
    place.className = "notice bad";
    document.getElementById("content").before(place);
  }
  place.textContent = text;
}

// Sends the form of a card and puts the answer in the place of the card; null where it was not done.
async function send(form, button) {
  const card = form.closest("[data-card]");
  const data = new URLSearchParams(new FormData(form));
  if (button.name) data.set(button.name, button.value);
  const buttons = [...card.querySelectorAll("button")];
  for (const one of buttons) one.disabled = true;
  const failed = (text) => {
    for (const one of buttons) one.disabled = false;
    say(text);
    return null;
  };
  let response, answer;
  try {
    response = await fetch(form.action, { method: "POST", body: data, headers: { "X-Longarm-Part": "card" } });
    answer = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return failed("The desk does not answer. This decision is not confirmed: look at the statement again later.");
  }
  const fresh = response.ok && answer.querySelector("[data-card]");
  if (!fresh) return failed(answer.querySelector(".lede")?.textContent ?? "That was not done.");
  document.querySelector("[data-said]")?.remove();
  card.replaceWith(fresh);
  watch();
  return fresh;
}

async function press(button) {
  const form = button.closest("[data-cards] form[data-act]");
  if (!form || button.tagName !== "BUTTON") {
    button.click();
    return;
  }
  const at = cards().indexOf(form.closest("[data-card]"));
  const goesOn = button.name === "verdict";
  const fresh = await send(form, button);
  if (fresh) choose(goesOn ? (cards()[at + 1] ?? fresh) : fresh);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-cards] form[data-act] button");
  if (button) {
    event.preventDefault();
    press(button);
    return;
  }
  const card = event.target.closest("[data-card]");
  if (card && !event.target.closest("a, button, input")) choose(card, false);
});

function buttonFor(key) {
  const name = CSS.escape(key);
  const card = current()?.querySelector(`[data-key="${name}"]`);
  return card ?? document.querySelector(`main > form [data-key="${name}"], .chooser [data-key="${name}"]`);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const key = event.key;
  if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (key === "/") document.getElementById("q")?.focus();
  else if (key === "?") location.assign("/help");
  else if (key === "n") document.querySelector("a[rel=next]")?.click();
  else if (key === "o") current()?.querySelector("a[href^='/documents/']")?.click();
  else if (key === "s") take(true);
  else {
    const button = key.length === 1 && buttonFor(key);
    if (!button || button.disabled) return;
    press(button);
  }
  event.preventDefault();
});

// Words that are selected in a document go to the form of a new statement, with where they start.
function take(focus) {
  const form = document.querySelector("form[data-add]");
  const selection = getSelection();
  if (!form || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const node = range.startContainer;
  const from = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("p[data-start]");
  if (!from) return;
  const before = document.createRange();
  before.setStart(from, 0);
  before.setEnd(node, range.startOffset);
  const words = selection.toString();
  const lead = words.length - words.trimStart().length;
  const length = [...before.toString()].length + lead; // whole characters, as the text is counted
  form.querySelector("[data-words]").value = words.trim();
  form.querySelector("input[data-start]").value = Number(from.dataset.start) + length;
  if (focus) form.querySelector("select[name=kind]").focus();
}
document.addEventListener("mouseup", () => take(false));
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-add]");
  if (form && event.target.matches("[data-words]")) form.querySelector("input[data-start]").value = "";
});

// While the case is being weighed again, the page asks now and then whether it is done.
let watching = 0;
function watch() {
  if (watching) return;
  watching = setInterval(async () => {
    const told = await fetch("/status").then((answer) => answer.json(), () => null);
    if (!told || told.busy) return;
    clearInterval(watching);
    watching = 0;
    const notice = document.querySelector("[data-busy]");
    if (notice) notice.textContent = "Weighed again: load the page anew to see counts and origins after your decisions.";
  }, 2000);
}
if (document.querySelector("[data-busy]")) watch();

const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (wanted?.matches("[data-card]")) choose(wanted);
else if (location.pathname === "/review") choose(cards()[0]);
