// Charts: shows a Vega-Lite specification in an element, under a policy that allows neither eval nor inline style sheets.
import { mergeConfig, parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { Handler } from "vega-tooltip";

const night = matchMedia("(prefers-color-scheme: dark)");

/**
 * Show a chart in place of what the element holds; if it cannot be drawn, what the element holds stays.
 * A colour may be written as a token of the page, `var(--spruce)`. The chart is drawn anew when night falls.
 * @param {Element} element where the chart goes
 * @param {object} spec a Vega-Lite specification with its data
 * @returns {Promise<View>} the chart, drawn
 */
export async function show(element, spec) {
  const view = await draw(element, spec);
  night.addEventListener("change", () => draw(element, spec));
  return view;
}

async function draw(element, spec) {
  const tokens = getComputedStyle(element);
  const { config, ...chart } = coloured(spec, tokens);
  const vega = compile(chart, { config: mergeConfig(config ?? {}, theme(tokens)) }).spec;
  const place = document.createElement("div");
  place.className = "chart-drawn";
  const before = [...element.childNodes];
  element.append(place);
  try {
    const view = new View(parse(vega, undefined, { ast: true }), {
      expr: expressionInterpreter,
      renderer: "svg",
      container: place,
      hover: true,
      tooltip: new Handler({ disableDefaultStyle: true }).call,
    });
    await view.runAsync();
    before.forEach((node) => node.remove());
    return view;
  } catch (error) {
    place.remove();
    throw error;
  }
}

function coloured(value, tokens) {
  if (typeof value === "string") {
    return value.replace(/var\((--[\w-]+)\)/g, (_, name) => tokens.getPropertyValue(name).trim());
  }
  if (Array.isArray(value)) return value.map((one) => coloured(one, tokens));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, coloured(one, tokens)]));
}

function theme(tokens) {
  const token = (name) => tokens.getPropertyValue(`--${name}`).trim();
  const [ink, quiet, line] = [token("ink"), token("ink-3"), token("line")];
  return {
    background: "transparent",
    font: tokens.fontFamily,
    axis: { labelColor: quiet, titleColor: quiet, gridColor: line, domainColor: line, tickColor: line, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500 },
    header: { labelColor: ink, titleColor: quiet },
    legend: { labelColor: ink, titleColor: quiet, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500 },
    mark: { color: token("spruce") },
    text: { color: ink, fill: ink },
    title: { color: ink, subtitleColor: quiet, fontSize: 15, fontWeight: 620, anchor: "start" },
    view: { stroke: "transparent" },
  };
}
