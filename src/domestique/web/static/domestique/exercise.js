// The clock of an exercise. What is kept in the browser: how long the clock had run before it was last started, since
// when it runs, how fast, and for every step the minutes after the loss at which it came back.

const clock = document.querySelector("[data-exercise]");
const log = document.querySelector(".log");
const said = document.querySelector("#said");
const speed = document.querySelector("#speed");
const rows = [...log.querySelectorAll("[data-step]")];
const key = `domestique exercise ${clock.dataset.exercise}`;
const button = (name) => clock.querySelector(`.button.${name}`);
const MINUTE = 60_000;
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const NOTHING = { begun: null, ran: 0, since: null, speed: 1, back: {} };
let state = { ...NOTHING, ...kept() };

function kept() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

function keep() {
  try {
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    // A browser that keeps nothing still shows and prints the log of this visit.
  }
}

const elapsed = () => state.ran + (state.since ? (Date.now() - state.since) * state.speed : 0);
const written = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

function change(next) {
  state = { ...state, ...next };
  keep();
  show();
}

function showTime() {
  const ran = elapsed();
  clock.querySelector(".elapsed").textContent = written(Math.floor(ran / MINUTE));
  clock.querySelector(".seconds").textContent = state.begun ? `${String(Math.floor(ran / 1000) % 60).padStart(2, "0")} s` : "";
}

function showStep(row) {
  const minute = state.back[row.dataset.step];
  const isBack = minute !== undefined;
  const against = row.querySelector(".against");
  row.classList.toggle("back", isBack);
  row.querySelector(".tick").hidden = isBack || !state.since;
  for (const part of [row.querySelector(".minute"), against, row.querySelector(".undo")]) part.hidden = !isBack;
  if (!isBack) return;
  const late = minute - Number(row.dataset.planned);
  const words = late > 0 ? against.dataset.late : late < 0 ? against.dataset.early : against.dataset.same;
  row.querySelector(".minute").textContent = written(minute);
  against.textContent = words.replace("%t", written(Math.abs(late)));
  against.classList.toggle("late", late > 0);
}

function show() {
  const begun = clock.querySelector(".begun");
  clock.classList.toggle("running", Boolean(state.since));
  log.classList.toggle("begun", Boolean(state.begun));
  button("start").hidden = Boolean(state.begun);
  button("stop").hidden = !state.since;
  button("resume").hidden = !state.begun || Boolean(state.since);
  button("print").hidden = button("again").hidden = !state.begun;
  speed.disabled = Boolean(state.begun);
  speed.value = String(state.speed);
  begun.textContent = state.begun ? begun.dataset.said.replace("%s", new Date(state.begun).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" })) : "";
  clock.querySelector(".done").textContent = rows.filter((row) => row.dataset.step in state.back).length;
  rows.forEach(showStep);
  showTime();
}

function tick(row, isBack) {
  const { [row.dataset.step]: _, ...others } = state.back;
  const minute = Math.floor(elapsed() / MINUTE);
  change({ back: isBack ? { ...others, [row.dataset.step]: minute } : others });
  const words = isBack ? said.dataset.back : said.dataset.undone;
  said.textContent = words.replace("%s", row.querySelector("th").textContent).replace("%t", written(minute));
  // The button that was pressed is gone; what can be done next takes the focus.
  const next = isBack ? rows.slice(rows.indexOf(row) + 1).find((one) => !one.querySelector(".tick").hidden) ?? row : row;
  [...next.querySelectorAll(".tick, .undo")].find((one) => !one.hidden)?.focus();
}

button("start").addEventListener("click", () => change({ ...NOTHING, begun: Date.now(), since: Date.now(), speed: Number(speed.value) }));
button("stop").addEventListener("click", () => change({ ran: elapsed(), since: null }));
button("resume").addEventListener("click", () => change({ since: Date.now() }));
button("print").addEventListener("click", () => print());
button("again").addEventListener("click", (event) => {
  if (confirm(event.currentTarget.dataset.asks)) change(NOTHING);
});
for (const row of rows) {
  row.querySelector(".tick").addEventListener("click", () => tick(row, true));
  row.querySelector(".undo").addEventListener("click", () => tick(row, false));
}

clock.hidden = false;
log.classList.add("live");
show();
setInterval(showTime, 500);
