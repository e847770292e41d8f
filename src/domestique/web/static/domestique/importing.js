// Says that files are on their way or being loaded, and shows where they may be dropped. Everything works without it.

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    form.querySelector(".busy").hidden = false;
    // Only after the form has been sent; once is enough.
    setTimeout(() => { form.querySelector("button").disabled = true; });
  });
}

// Back to this page: the button is usable again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-busy]")) {
    form.querySelector(".busy").hidden = true;
    form.querySelector("button").disabled = false;
  }
});

for (const drop of document.querySelectorAll(".drop")) {
  drop.addEventListener("dragenter", () => drop.classList.add("over"));
  for (const done of ["dragleave", "drop"]) drop.addEventListener(done, () => drop.classList.remove("over"));
}
