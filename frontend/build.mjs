// Builds what the pages take from npm. Run by hatch_build.py: `node frontend/build.mjs OUTPUT_FOLDER`.
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const output = resolve(process.argv[2]);

// An icon stands only where it says more than a word, or where there is no room for the word.
const ICONS = [
  "adjustments-horizontal", "arrows-exchange", "calendar", "download", "focus-centered", "history", "mail", "minus", "phone",
  "plus", "printer", "search", "upload", "user", "x",
];
const ALPHABETS = ["latin", "latin-ext"];

const read = (...path) => readFile(join(packages, ...path), "utf8");
const written = (name, content) => writeFile(join(output, name), content);

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const used = await bundleCharts();
await writeStyles();
await drawIcons();
await gatherLicences(new Set([...used, "@fontsource-variable/inter", "@tabler/icons", "modern-normalize"]));
await compress();

/** Bundle the charts into one module; return the packages that went into it. */
async function bundleCharts() {
  const { metafile } = await build({
    entryPoints: [join(here, "src", "vega.js")],
    outfile: join(output, "vega.js"),
    absWorkingDir: here,
    bundle: true,
    format: "esm",
    legalComments: "none",
    metafile: true,
    minify: true,
    target: "es2022",
  });
  const names = Object.keys(metafile.inputs).map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return names.filter(Boolean);
}

/** Put the base and the typeface into one sheet, in the lowest layer. */
async function writeStyles() {
  const faces = (await read("@fontsource-variable", "inter", "index.css")).split("/* ");
  const wanted = faces.filter((face) => ALPHABETS.some((name) => face.startsWith(`inter-${name}-wght-normal`)));
  const sheet = `${wanted.map((face) => `/* ${face}`).join("")}@layer vendor {${await read("modern-normalize", "modern-normalize.css")}}`;
  const { code } = await transform(sheet.replaceAll("./files/", ""), { loader: "css", minify: true, legalComments: "none" });
  await written("vendor.css", code);
  for (const name of ALPHABETS) {
    const file = `inter-${name}-wght-normal.woff2`;
    await cp(join(packages, "@fontsource-variable", "inter", "files", file), join(output, file));
  }
}

/** Draw the icons into one sheet of symbols. */
async function drawIcons() {
  const symbols = await Promise.all(ICONS.map(async (name) => {
    const shapes = (await read("@tabler", "icons", "icons", "outline", `${name}.svg`)).match(/<path[^>]*>/g);
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${shapes.join("")}</symbol>`;
  }));
  await written("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`);
}

/** Write the licence of every package whose work is in these files. */
async function gatherLicences(names) {
  const texts = await Promise.all([...names].sort().map(async (name) => {
    const { version, license } = JSON.parse(await read(name, "package.json"));
    const file = (await readdir(join(packages, name))).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version} (${license})\n\n${file ? await read(name, file) : ""}`;
  }));
  await written("LICENCES.txt", texts.join(`\n${"-".repeat(72)}\n\n`));
}

/** Lay a compressed copy beside every text, for WhiteNoise to send. */
async function compress() {
  for (const name of await readdir(output)) {
    if (/\.(css|js|svg)$/.test(name)) {
      await written(`${name}.gz`, gzipSync(await readFile(join(output, name)), { level: 9 }));
    }
  }
}
