// Runs cells in Firefox: by the workers alone as a page is asked to, then one as a reader does. Standard input to output, as JSON.
import { text } from "node:stream/consumers";
import puppeteer from "puppeteer-core";
import { visit } from "./visit.mjs";

const { address, path, ask, page, cell } = JSON.parse(await text(process.stdin));
const browser = await puppeteer.launch({ browser: "firefox", executablePath: path, headless: true, protocolTimeout: 300000 });
const { tab, said } = await visit(browser, `${address}${page}/`);
const ended = await tab.evaluate(ask);

/** What a query finds says, once it has words that begin so; the policy of the site lets nothing be waited for from within. */
async function words(query, begin) {
  for (let n = 0; n < 1200; n++) {
    const text = await tab.evaluate((query) => document.querySelector(query)?.textContent, query);
    if (text?.startsWith(begin)) return text;
    await new Promise((soon) => setTimeout(soon, 50));
  }
  throw new Error(`nothing in ${query} begins with ${begin}`);
}
const form = `#cell-${cell} form.edit`;
await tab.focus(`[data-run="${cell}"]`);
await tab.keyboard.press("Enter");
await words(`${form} .note`, "The first run");
await tab.keyboard.down("Control");
await tab.keyboard.press("Enter");
await tab.keyboard.up("Control");
const note = await words(`${form} .note`, "The same"), printed = await words(`${form} .ran`, "");
await browser.close();
process.stdout.write(JSON.stringify({ ended, note, printed, said }));
