// Opens figures in Firefox: what they show in some states, and what the keyboard does. Standard input to output, as JSON.
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { visit } from "./visit.mjs";

const { address, path, figures } = JSON.parse(readFileSync(0, "utf8"));
const browser = await puppeteer.launch({ browser: "firefox", executablePath: path, headless: true });
const READ = (id) => [...document.getElementById(id).querySelectorAll("[data-of]")].map((one) => one.textContent);

/** A figure in each of some states; then the first of its buttons is pressed by keyboard. */
async function seen({ page, name, states, button }) {
  const { tab, said } = await visit(browser, `${address}${page}/`), id = `figure-${name}`;
  await tab.evaluate(() => document.querySelectorAll(".sealed").forEach((one) => one.classList.remove("sealed")));
  const plain = await tab.evaluate(READ, id);
  await tab.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
  /** The policy of the site lets nothing be waited for from within. */
  async function settled() {
    const done = (id) => /alive|still/.test(document.getElementById(id).className) && !document.getElementById(id).hasAttribute("aria-busy");
    for (let n = 0; n < 600 && !(await tab.evaluate(done, id)); n++) await new Promise((soon) => setTimeout(soon, 50));
  }
  await settled();
  const awake = await tab.evaluate(READ, id), state = await tab.evaluate((id) => document.getElementById(id).className, id), texts = [];
  for (const asked of states) {
    await tab.evaluate((name, asked) => {
      history.replaceState(null, "", `?${name}=${asked}`);
      dispatchEvent(new PopStateEvent("popstate"));
    }, name, asked);
    await settled();
    texts.push(await tab.evaluate(READ, id));
  }
  await tab.focus(`#${id} [data-do=${button}]`);
  await tab.keyboard.press("Enter");
  await settled();
  const told = await tab.evaluate((id) => document.querySelector(`#${id} [data-said]`).textContent, id);
  await tab.close();
  return { plain, awake, state, texts, told, said };
}
const found = [];
for (const figure of figures) found.push(await seen(figure));
await browser.close();
process.stdout.write(JSON.stringify(found));
