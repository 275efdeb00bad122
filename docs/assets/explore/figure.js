// What all figures that can be handled share: their elements, the texts that Python wrote, and how they wake.
// @ts-check
import { number } from "./digits.js";

/** @param {HTMLElement} figure */
export function parts(figure) {
  /** @param {string} selector */
  const find = (selector) => {
    const found = figure.querySelector(selector);
    if (!found) throw new Error(`${figure.id} has no ${selector}: page and script are not of one build`);
    return /** @type {HTMLElement} */ (found);
  };
  /** @param {string} selector */
  const all = (selector) => /** @type {HTMLElement[]} */ ([...figure.querySelectorAll(selector)]);
  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement} */ (find(`[data-${name}]`));
  const status = find("[data-said]");
  /** Tell what has happened; `seen` is what can be seen elsewhere, and is told to those who hear it.
   * @param {string} said @param {boolean} [seen] */
  const say = (said, seen = false) => {
    status.classList.toggle("unseen", seen);
    put(status, said);
  };
  const data = JSON.parse(find("script[type='application/json']").textContent || "");
  return { find, all, field, say, data, key: figure.id.replace("figure-", "") };
}

/** Change a text where it differs. @param {Element} where @param {string} text */
export function put(where, text) {
  if (where.textContent !== text) where.textContent = text;
}

/** A text of the figure with another number in it. @param {HTMLElement} text @param {number} value */
export const text_of = ({ dataset }, value) => (dataset.before || "") + number(value, String(dataset.form));

/** Refuse to take over what the script would write otherwise than Python did.
 * @param {HTMLElement} figure @param {HTMLElement[]} texts @param {(text: HTMLElement) => number} value_of */
export function same_or_stop(figure, texts, value_of) {
  if (!texts.length) throw new Error(`${figure.id} shows no number`);
  for (const text of texts) {
    const here = text_of(text, value_of(text));
    if (text.textContent !== here) throw new Error(`${figure.id}: ${text.dataset.of} is ${text.textContent} on the page and ${here} here`);
  }
}

/** Give the buttons their work, let the address and links of this page set the figure, and wake the controls.
 * @param {HTMLElement} figure @param {Record<string, () => void>} doing @param {(state: string) => void} enter */
export function awaken(figure, doing, enter) {
  const { all, key } = parts(figure), buttons = all("[data-do]");
  const asleep = buttons.find((button) => !(String(button.dataset.do) in doing));
  if (asleep) throw new Error(`${figure.id}: nothing does ${asleep.dataset.do}`);
  /** @param {string} search */
  const asked = (search) => new URLSearchParams(search).get(key);
  enter(asked(location.search) || "");
  for (const button of buttons) button.addEventListener("click", doing[String(button.dataset.do)]);
  addEventListener("popstate", () => enter(asked(location.search) || ""));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.pathname !== location.pathname) return;
    const state = asked(link.search);
    if (state === null) return;
    event.preventDefault();
    enter(state);
    figure.scrollIntoView({ block: "nearest" });
  });
  for (const set of all("fieldset")) set.removeAttribute("disabled");
  figure.classList.add("alive");
}

/** Put text on the clipboard, and say what became of it. @param {string} text @param {string} what @param {(said: string) => void} say */
export async function copy(text, what, say) {
  say((await copied(text)) ? `Copied: ${what}.` : "The browser does not allow to copy.");
}

/** @param {string} text */
async function copied(text) {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  } catch {
    return false;
  }
}

/** Does at most one thing a frame: the last that it was asked for. */
export function once_a_frame() {
  let frame = 0;
  /** @param {() => void} change */
  return (change) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(change);
  };
}
