// The field in the bar: Ctrl+K or "/" leads there, what matches appears as one types, arrows move, Enter opens,
// Escape closes. A combobox with a list of links; without this script the field asks for the page of what matches.

const form = document.querySelector(".find");
const field = form.querySelector("input");
const popup = document.createElement("div");
const choices = document.createElement("div");
const told = document.createElement("p");
const LEAST_LETTERS = 2;
const PAUSE = 110;
let pause = 0;
let asking = null;
let shownFor = "";

popup.className = "choices";
popup.hidden = true;
choices.id = "find-choices";
choices.setAttribute("role", "listbox");
choices.setAttribute("aria-label", field.placeholder);
told.className = "told";
told.setAttribute("role", "status");
popup.append(choices, told);
form.append(popup);
for (const [name, value] of Object.entries({
  role: "combobox", "aria-expanded": "false", "aria-controls": choices.id, "aria-autocomplete": "list", "aria-haspopup": "listbox",
})) field.setAttribute(name, value);

const options = () => [...choices.querySelectorAll("[role=option]")];
const selected = () => choices.querySelector("[aria-selected=true]");

function open(isOpen) {
  popup.hidden = !isOpen;
  field.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) select(null);
}

function select(option) {
  selected()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
}

function move(step) {
  const every = options();
  if (!every.length) return;
  const at = every.indexOf(selected());
  // Past either end lies the field itself, with what was typed.
  const next = at === -1 && step < 0 ? every.length - 1 : at + step;
  select(every[next] ?? null);
}

async function ask(question) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(`${form.dataset.choices}?${new URLSearchParams({ q: question })}`, { signal: asking.signal });
    if (!answer.ok) return;
    choices.innerHTML = await answer.text();
    told.replaceChildren(choices.querySelector(".told")?.textContent ?? "");
    choices.querySelector(".told")?.remove();
    choices.hidden = !options().length;
    shownFor = question;
    select(null);
    open(document.activeElement === field);
  } catch (error) {
    if (error.name !== "AbortError") open(false);
  }
}

field.addEventListener("input", () => {
  clearTimeout(pause);
  const question = field.value.trim();
  if (question.length < LEAST_LETTERS) {
    asking?.abort();
    shownFor = "";
    open(false);
  } else {
    pause = setTimeout(ask, PAUSE, question);
  }
});

field.addEventListener("focus", () => {
  if (shownFor && shownFor === field.value.trim()) open(true);
});

field.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Escape" && !popup.hidden) {
    event.preventDefault();
    open(false);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options().length) {
    event.preventDefault();
    if (popup.hidden) open(true);
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && !popup.hidden && selected()) {
    event.preventDefault();
    selected().click();
  }
});

// A press inside the list must not take the focus, or the list would be gone before the link is followed.
popup.addEventListener("mousedown", (event) => event.preventDefault());
form.addEventListener("focusout", (event) => {
  if (!form.contains(event.relatedTarget)) open(false);
});

addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  const isCtrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isCtrlK && !isSlash) return;
  event.preventDefault();
  field.focus();
  field.select();
});
