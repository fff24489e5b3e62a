// Opens exported pages in Chromium as a person does: node .ci/pages.mjs TOOLS PICTURES PAGE... (without .html)
// TOOLS is where playwright-core is installed. Says what is wrong with which page, and ends with 1 where anything is.
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, pictures, ...files] = process.argv.slice(2);
const { chromium } = createRequire(`${tools}/`)("playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let wrong = 0;

/** A page of its own, as in a browser that never saw it; what it complains of is wrong too. */
async function opened(file, say) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && say(`console: ${message.text()}`));
  page.on("pageerror", (error) => say(`script: ${error.message}`));
  page.on("request", (request) => request.url() === pathToFileURL(file).href || say(`asks for ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  return page;
}

const states = (page) => page.$$eval("input", (boxes) => boxes.map((box) => box.checked));

/** Boxes can be ticked and taken back, and a page that is loaded again has them as they were left. */
async function ticks(page, say) {
  const before = await states(page);
  if (before.length === 0) return say("it has no boxes");
  const boxes = await page.$$("input");
  for (const box of [boxes[0], boxes[boxes.length - 1]]) await box.click();
  const left = await states(page);
  if (String(left) === String(before)) say("a click ticks nothing");
  await page.reload();
  if (String(await states(page)) !== String(left)) say("ticks are lost when it is loaded again");
}

/** The button beside a command copies that command, whole, and says so. */
async function copies(page, say) {
  const commands = await page.$$(".command");
  for (const command of commands) {
    const text = await command.$eval("pre", (pre) => pre.textContent.replace(/\n$/, ""));
    const button = await command.$("button");
    const label = await button.textContent();
    const clicked = await button.click({ timeout: 2000 }).then(() => true, () => false);
    if (!clicked) { say(`nobody can click the button of ${text}`); continue; }
    // Not by a text to evaluate, which the page's policy forbids.
    const changed = await button.evaluate((button, label) => button.textContent !== label || new Promise((tell) => {
      new MutationObserver(() => tell(true)).observe(button, { childList: true });
      setTimeout(() => tell(false), 2000);
    }), label);
    if (!changed) say(`nobody says that it was copied: ${text}`);
    else if ((await page.evaluate(() => navigator.clipboard.readText())) !== text) say(`the clipboard has not ${text}`);
  }
}

/** On paper there are no buttons, and all is there. */
async function prints(page, say) {
  await page.emulateMedia({ media: "print" });
  if (await page.$$eval("button", (buttons) => buttons.some((button) => button.offsetParent))) say("buttons are printed");
  const pdf = await page.pdf({ format: "A4" });
  if (!pdf.subarray(0, 5).equals(Buffer.from("%PDF-")) || pdf.length < 10_000) say(`${pdf.length} bytes are no document`);
  await page.emulateMedia({ media: "screen" });
}

/** Nothing stands beyond the edge of a phone or of a wide window, by day or by night. */
async function fits(page, name, say) {
  for (const [width, scheme] of [[320, "light"], [390, "dark"], [1280, "light"], [1280, "dark"]]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const [wide, paper, ink] = await page.evaluate(() => {
      const light = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      const probe = document.body.appendChild(document.createElement("mark"));
      probe.style.backgroundColor = "Canvas";
      const colors = [getComputedStyle(probe).backgroundColor, getComputedStyle(document.body).color].map(light);
      probe.remove();
      return [document.scrollingElement.scrollWidth, ...colors];
    });
    const broken = await page.$$eval("pre span", (options) => options.find((one) => one.getClientRects().length > 1)?.textContent);
    if (broken) say(`${broken} is broken`);
    if (wide > width) say(`it is ${wide} wide where ${width} are there`);
    if (scheme === "dark" ? paper > 200 || ink < 500 : paper < 600 || ink > 200) say(`it cannot be read when it is ${scheme}`);
    await page.screenshot({ path: `${pictures}/${name}-${width}-${scheme}.png`, fullPage: true });
  }
}

for (const file of files.map((file) => `${file}.html`)) {
  const name = basename(file, ".html");
  const say = (what) => { wrong += 1; console.error(`${name}: ${what}`); };
  const page = await opened(file, say);
  await ticks(page, say);
  await copies(page, say);
  await prints(page, say);
  await fits(page, name, say);
  await page.context().close();
}
await browser.close();
process.exit(wrong ? 1 : 0);
