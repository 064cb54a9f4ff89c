// Every sheet of Solvik in a browser: one A3 page each, nothing that overflows or overlaps, no fault that axe-core
// finds at WCAG 2.2 AA, and a printed PDF with tags.
//
//   node sheets.mjs A3 SOLVIK FOLDER    A3 is the program, FOLDER is where the sheets are written
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [a3, solvik, folder] = process.argv.slice(2).map((path) => resolve(path));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const faults = [];
const fault = (file, what) => faults.push(`${basename(file)}: ${what}`);

const report = (name, ...words) => {
  const file = join(folder, name);
  execFileSync(a3, ["report", ...words, "--dato", "2026-11-24", "-o", file], { cwd: solvik, stdio: ["ignore", "ignore", "pipe"] });
  return file;
};
const areas = ["Helse og omsorg", "Oppvekst", "Teknisk", "Stab"];

const pages = (at) =>
  statSync(at).isDirectory() ? readdirSync(at).sort().flatMap((name) => pages(join(at, name))) : at.endsWith(".html") ? [at] : [];

// What sticks out of its box or lies over another, as words.
const misplaced = () => {
  const found = [];
  const name = (box) => `${box.closest(".sheet, .sheet-back")?.querySelector("h1, h2")?.textContent}: ${box.className} «${box.textContent.slice(0, 30)}»`;
  const visible = (box) => box.getClientRects().length > 0;
  const seen = (all) => [...all].filter((one) => !one.closest(".unseen"));
  for (const sheet of document.querySelectorAll(".sheet")) {
    if (sheet.scrollHeight > sheet.clientHeight + 1 || sheet.scrollWidth > sheet.clientWidth + 1) found.push(`for høyt eller bredt: ${name(sheet)} ${sheet.scrollHeight} av ${sheet.clientHeight}`);
    const edge = sheet.getBoundingClientRect();
    const boxes = [...sheet.querySelectorAll(".panel, .top, .foot")].filter(visible);
    for (const box of boxes) {
      const at = box.getBoundingClientRect();
      if (at.bottom > edge.bottom + 1 || at.right > edge.right + 1) found.push(`utenfor arket: ${name(box)}`);
      for (const inner of seen(box.querySelectorAll("p, li, td, th, svg, h3, span, b"))) {
        const place = inner.getBoundingClientRect();
        if (place.width && (place.right > at.right + 1 || place.bottom > at.bottom + 1)) found.push(`utenfor boksen: ${name(box)} ${inner.tagName} «${inner.textContent.slice(0, 20)}»`);
      }
      for (const other of boxes) {
        if (other === box || box.contains(other) || other.contains(box)) continue;
        const [one, two] = [at, other.getBoundingClientRect()];
        if (one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 1 && two.top < one.bottom - 1) found.push(`over en annen: ${name(box)} og ${name(other)}`);
      }
    }
    for (const cell of seen(sheet.querySelectorAll("td, th"))) {
      if (cell.scrollWidth > cell.clientWidth + 1) found.push(`for bred celle: ${name(cell)}`);
    }
  }
  return found;
};

const printed = async (page, file) => {
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.setViewportSize({ width: 1535, height: 1066 });
  for (const what of await page.evaluate(misplaced)) fault(file, what);
  const sheets = await page.locator("article.sheet").count();
  await page.addStyleTag({ content: ".back,.list,.more-pages,.site-part{display:none!important}.sheet:last-of-type,.sheet.last{break-after:auto!important}" });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  const text = pdf.toString("latin1");
  const count = (text.match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  if (sheets && count !== sheets) fault(file, `${count} sider til ${sheets} ark`);
  if (!text.includes("/StructTreeRoot") || !/\/Marked\s+true/.test(text)) fault(file, "PDF-en har ikke merker");
  const boxes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  for (const [, width, height] of boxes) {
    if (sheets && (Math.abs(width - 1190.55) > 1.5 || Math.abs(height - 841.89) > 1.5)) fault(file, `siden er ${width} × ${height} punkt, ikke A3`);
  }
  return sheets;
};

const accessible = async (browser, file, look) => {
  const context = await browser.newContext({ colorScheme: look.scheme, viewport: look.viewport });
  const page = await context.newPage();
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  page.on("pageerror", (error) => fault(file, `skriptet feiler: ${error.message}`));
  await page.goto(pathToFileURL(file).href);
  if (loaded.length !== 1) fault(file, `laster ${loaded.slice(1).join(", ")}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 1) fault(file, `${look.name}: må rulles ${sideways} px sidelengs`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((rules) => globalThis.axe.run({ runOnly: rules }), rules);
  for (const { id, nodes } of violations) fault(file, `${look.name}: ${id} (${nodes.length}): ${nodes[0].html.slice(0, 120)}`);
  await context.close();
};

const looks = [
  { name: "lys", scheme: "light", viewport: { width: 1600, height: 1000 } },
  { name: "mørk", scheme: "dark", viewport: { width: 1600, height: 1000 } },
  { name: "telefon", scheme: "light", viewport: { width: 390, height: 844 } },
];

mkdirSync(folder, { recursive: true });
report("site", "--alt");
report("site-status", "--alt", "--status");
report("alle.html");
report("alle-status.html", "--status");
report("hele.html", "--hele");
report("whole.html", "--hele", "--lang", "en");
areas.forEach((area, place) => report(`omrade-${place}.html`, "--område", area));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let sheets = 0;
const files = pages(folder);
const page = await browser.newPage();
for (const file of files) {
  await page.goto(pathToFileURL(file).href);
  sheets += await printed(page, file);
}
const site = files.filter((file) => !file.includes("alle"));
for (const file of site) for (const look of looks) await accessible(browser, file, look);
await browser.close();

console.log(`${files.length} sider med ${sheets} ark er sett på, ${site.length} av dem med axe-core i lys, mørk og på telefon`);
if (!files.length || !sheets) faults.push("ingen ark ble laget");
for (const what of faults) console.error(what);
process.exit(faults.length ? 1 : 0);
