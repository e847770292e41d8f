// The inbox from the keyboard: j and k move, a letter sorts, + counts once more. Without scripts the buttons do the same.

const items = [...document.querySelectorAll("[data-item]")];
const KEPT = "domestique inbox place";
let here = -1;

function go(to) {
  if (!items.length) return;
  items[here]?.classList.remove("here");
  here = Math.max(0, Math.min(to, items.length - 1));
  items[here].classList.add("here");
  items[here].focus({ preventScroll: true });
  items[here].scrollIntoView({ block: "nearest" });
}

function keep() {
  try {
    sessionStorage.setItem(KEPT, String(here));
  } catch {
    // A browser that keeps nothing begins at the top again.
  }
}

function kept() {
  try {
    const place = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return place;
  } catch {
    return null;
  }
}

// Answering and dropping need words: the first press asks for them, Enter in the field then sorts that way.
function press(button) {
  const field = button.form.querySelector("[name=answer]");
  if (["a", "x"].includes(button.dataset.key) && field && !field.value.trim()) {
    field.dataset.way = button.dataset.key;
    field.focus();
    return;
  }
  keep();
  button.click();
}

function typed(event) {
  const field = event.target.closest("input, textarea, select");
  if (field) {
    if (event.key === "Escape") field.closest("[data-item]")?.focus();
    if (event.key === "Enter" && field.dataset.way && field.value.trim()) {
      event.preventDefault();
      keep();
      field.form.querySelector(`[data-key="${field.dataset.way}"]`).click();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") go(here + 1);
  else if (event.key === "k") go(here - 1);
  else {
    const button = items[here] && [...items[here].querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!button) return;
    press(button);
  }
  event.preventDefault();
}

for (const item of items) {
  item.addEventListener("focusin", () => {
    const place = items.indexOf(item);
    if (place === here) return;
    items[here]?.classList.remove("here");
    here = place;
    item.classList.add("here");
  });
}
document.addEventListener("keydown", typed);
for (const hint of document.querySelectorAll(".keys-hint")) hint.hidden = false;
const place = kept();
if (place !== null) go(Number(place));
