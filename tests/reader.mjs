// Opens every document of an e-book in a browser as a phone and as a tablet show it, by day and at night, at usual and
// at double size of type, and says what a reader would frown at: words that run out of the screen, pictures that don't
// show, fonts that don't load, words that can't be told from the ground.
//
//   node tests/reader.mjs PUPPETEER BROWSER FOLDER [FOLDER-FOR-PICTURES]
//
// FOLDER holds the unpacked e-book. Ends with 1 where something was found.
import { readdirSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [puppeteerAt, browserAt, folder, pictures] = process.argv.slice(2);
const puppeteer = createRequire(import.meta.url)(resolve(puppeteerAt));
const documents = readdirSync(join(folder, "OEBPS")).filter((name) => name.endsWith(".xhtml")).sort();
if (documents.length < 5) throw new Error(`only ${documents.length} documents`);
if (pictures) mkdirSync(pictures, { recursive: true });

const screens = [
  { name: "phone", width: 360, height: 640, size: "100%", scheme: "light" },
  { name: "phone-large", width: 360, height: 640, size: "200%", scheme: "light" },
  { name: "phone-night", width: 360, height: 640, size: "100%", scheme: "dark" },
  { name: "tablet", width: 768, height: 1024, size: "100%", scheme: "light" },
];

// What a reading system puts over the book: the reader's size and colours.
const readersStyle = ({ size, scheme }) => `html { font-size: ${size}; }
  ${scheme === "dark" ? "html { background: #121212; color: #e8e8e8; }" : ""}`;

// Runs in the page.
async function findings() {
  const found = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 1) {
    const limit = document.documentElement.clientWidth + 1;
    const outside = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > limit);
    const named = outside.slice(0, 3).map((e) => `${e.localName}.${e.className || "-"} “${e.textContent.trim().slice(0, 30)}”`);
    found.push(`runs ${wide} pixels out of the screen: ${named.join(", ")}`);
  }
  for (const picture of document.images) {
    await picture.decode().catch(() => {});
    if (picture.naturalWidth === 0) found.push(`the picture ${picture.getAttribute("src")} does not show`);
  }
  await document.fonts.ready;
  for (const font of document.fonts) {
    await font.load().catch(() => {});
    if (font.status === "error") found.push(`the font ${font.family} does not load`);
  }
  // Luminance as WCAG 2.2 defines it; words need 4.5 : 1.
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  };
  for (const element of document.body.querySelectorAll("*")) {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!says) continue;
    const one = luminance(numbers(getComputedStyle(element).color));
    const other = luminance(ground(element));
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5) found.push(`“${element.textContent.trim().slice(0, 30)}” has a contrast of ${contrast.toFixed(1)}`);
  }
  return found;
}

const browser = await puppeteer.launch({ executablePath: browserAt, headless: true, args: ["--no-sandbox"] });
let wrong = 0;
try {
  const page = await browser.newPage();
  for (const screen of screens) {
    await page.setViewport({ width: screen.width, height: screen.height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: screen.scheme }]);
    for (const name of documents) {
      await page.goto(pathToFileURL(resolve(folder, "OEBPS", name)).href, { waitUntil: "load" });
      // `addStyleTag` would put it after the book's own style, where no reading system has it.
      await page.evaluate((style) => {
        const sheet = document.createElementNS("http://www.w3.org/1999/xhtml", "style");
        sheet.textContent = style;
        document.head.prepend(sheet);
      }, readersStyle(screen));
      for (const what of await page.evaluate(findings)) {
        console.error(`${name} (${screen.name}): ${what}`);
        wrong += 1;
      }
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${screen.name}.png`) });
    }
  }
} finally {
  await browser.close();
}
console.log(`${documents.length} documents on ${screens.length} screens: ${wrong} findings`);
process.exit(wrong ? 1 : 0);
