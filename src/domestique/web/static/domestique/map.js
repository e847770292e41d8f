// The map comes nearer and goes farther, is dragged, and a row of the list lights its way in the picture.
// Without this module it is a picture to scroll, whose ways light by themselves.

const STEP = 1.25;
const LEAST = 0.25;
const MOST = 4;

class Map {
  constructor(view) {
    this.view = view;
    this.picture = view.querySelector("svg");
    this.width = this.picture.viewBox.baseVal.width;
    this.height = this.picture.viewBox.baseVal.height;
    this.scale = 1;
  }

  // Show at another size and keep the point (in the view) where it is.
  resize(scale, x = this.view.clientWidth / 2, y = this.view.clientHeight / 2) {
    const kept = Math.min(MOST, Math.max(LEAST, scale));
    const grown = kept / this.scale;
    const left = (this.view.scrollLeft + x) * grown - x;
    const top = (this.view.scrollTop + y) * grown - y;
    this.scale = kept;
    this.picture.setAttribute("width", this.width * kept);
    this.picture.setAttribute("height", this.height * kept);
    this.view.classList.toggle("near", kept > 1);
    this.view.scrollTo(left, top);
  }

  whole() {
    const across = this.view.clientWidth / this.width;
    const down = (window.innerHeight * 0.8) / this.height;
    this.resize(Math.min(1, across, down));
  }

  showMiddle() {
    const [x, y] = this.view.dataset.middle.split(" ").map(Number);
    this.view.scrollTo(x - this.view.clientWidth / 2 + 90, y - this.view.clientHeight / 2);
  }

  addTools() {
    const tools = document.createElement("div");
    tools.className = "map-tools";
    const { nearer, farther, whole } = this.view.dataset;
    const kinds = [
      ["+", nearer, () => this.resize(this.scale * STEP)],
      ["−", farther, () => this.resize(this.scale / STEP)],
      [whole, whole, () => this.whole()],
    ];
    for (const [sign, name, act] of kinds) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      tools.append(button);
    }
    this.view.before(tools);
  }

  listen() {
    this.view.addEventListener("keydown", (event) => {
      const acts = {
        "+": () => this.resize(this.scale * STEP),
        "-": () => this.resize(this.scale / STEP),
        0: () => this.whole(),
      };
      if (event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
      event.preventDefault();
      acts[event.key]();
    });
    this.view.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        const place = this.view.getBoundingClientRect();
        const scale = this.scale * (event.deltaY < 0 ? STEP : 1 / STEP);
        this.resize(scale, event.clientX - place.left, event.clientY - place.top);
      },
      { passive: false },
    );
    this.view.addEventListener("pointerdown", (event) => this.drag(event));
  }

  drag(event) {
    if (event.pointerType !== "mouse" || event.button !== 0 || event.target.closest("a")) return;
    const from = { x: event.clientX + this.view.scrollLeft, y: event.clientY + this.view.scrollTop };
    const move = (at) => this.view.scrollTo(from.x - at.clientX, from.y - at.clientY);
    const drop = () => {
      this.view.classList.remove("held");
      window.removeEventListener("pointermove", move);
    };
    event.preventDefault();
    this.view.focus({ preventScroll: true });
    this.view.classList.add("held");
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", drop, { once: true });
  }

  // Light the way to a service, or to none.
  light(service) {
    for (const lit of this.picture.querySelectorAll(".lit")) lit.classList.remove("lit");
    let box = service && this.picture.querySelector(`a[data-service="${CSS.escape(service)}"]`);
    for (let at = box?.closest(".branch"); at; at = at.parentElement.closest(".branch")) {
      at.querySelector(":scope > .line")?.classList.add("lit");
    }
  }
}

for (const view of document.querySelectorAll(".map-view")) {
  const map = new Map(view);
  map.addTools();
  map.listen();
  map.showMiddle();
  for (const row of document.querySelectorAll("tr[data-service]")) {
    const light = () => map.light(row.dataset.service);
    const dark = () => map.light(null);
    row.addEventListener("pointerenter", light);
    row.addEventListener("focusin", light);
    row.addEventListener("pointerleave", dark);
    row.addEventListener("focusout", dark);
  }
}
