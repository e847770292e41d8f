/* Search as you type: asks the same address the form would, and puts the parts of its answer in the place of the old ones.
   Without this script the form works by itself. */
const WAIT = 180;
const form = document.querySelector("form[data-answers]");

if (form) {
  let asked = 0;
  let timer;

  const addressOf = () => {
    const fields = [...new FormData(form)].filter(([, value]) => value !== "");
    return `${location.pathname}?${new URLSearchParams(fields)}`;
  };

  const ask = async () => {
    const mine = (asked += 1);
    const address = addressOf();
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    for (const id of form.dataset.answers.split(" ")) {
      const answered = page.getElementById(id);
      if (answered) document.getElementById(id).replaceWith(answered);
    }
    history.replaceState(null, "", address);
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), WAIT);
  });
}
