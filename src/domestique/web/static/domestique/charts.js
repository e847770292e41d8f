// A chart stands as a drawing until somebody points at it; then it answers, from the same specification.

const phone = matchMedia("(max-width: 640px)");

async function wake(chart) {
  const address = new URL(chart.dataset.spec, location.href);
  if (phone.matches) address.searchParams.set("size", "narrow");
  try {
    const [{ show }, answer] = await Promise.all([
      import("./vendor/vega.js"),
      fetch(address, { headers: { Accept: "application/json" } }),
    ]);
    if (answer.ok) await show(chart.querySelector(".chart-place"), await answer.json());
  } catch (error) {
    console.warn("The chart stays a drawing:", error);
  }
}

for (const chart of document.querySelectorAll(".chart[data-spec]")) {
  chart.addEventListener("pointerenter", () => wake(chart), { once: true });
}
