// What all figures that can be handled share: their elements, the texts that Python wrote, their controls, and how they wake.
// @ts-check
import { linked, number, remember, typed } from "./text.js";

/** @param {HTMLElement} figure @returns {Parts} */
export function parts(figure) {
  const { id } = figure, key = id.replace("figure-", "");
  let kept = "";
  /** @type {Parts} */
  const its = {
    figure, id, key,
    find(selector) {
      const found = /** @type {HTMLElement | null} */ (figure.querySelector(selector));
      if (!found) throw new Error(`${id} has no ${selector}: page and script are not of one build`);
      return found;
    },
    field: (name) => /** @type {HTMLInputElement} */ (its.find(`[data-${name}]`)),
    all: (selector) => Array.from(figure.querySelectorAll(selector)),
    inputs: (selector) => Array.from(figure.querySelectorAll(selector)),
    say(said, seen = false) {
      status.classList.toggle("unseen", seen);
      put(status, said);
    },
    copy: async (text, what) => its.say((await copied(text)) ? `Copied: ${what}.` : "The browser does not allow copying."),
    keep: (state) => remember(key, kept = state),
    link: () => its.copy(linked(key, kept), "a link to what you see"),
    data: null,
  }, status = its.find("[data-said]");
  return { ...its, data: JSON.parse(its.find("script[type='application/json']").textContent || "") };
}

/** Change a text where it differs. @param {Element} where @param {string} text */
export function put(where, text) {
  if (where.textContent !== text) where.textContent = text;
}

/** A text of the figure with another number in it. @param {HTMLElement} text @param {number} value */
export const text_of = ({ dataset }, value) => (dataset.before || "") + number(value, String(dataset.form));

/** Refuse to take over what the script would write otherwise than Python did.
 * @param {string} id @param {HTMLElement[]} texts @param {(text: HTMLElement) => number} value_of */
export function same_or_stop(id, texts, value_of) {
  if (!texts.length) throw new Error(`${id} shows no number`);
  for (const text of texts) {
    const here = text_of(text, value_of(text));
    if (text.textContent !== here) throw new Error(`${id}: ${text.dataset.of} is ${text.textContent} on the page and ${here} here`);
  }
}

/** Give the buttons their work, let the address and links of this page set the figure, and wake the controls.
 * @param {Parts} its @param {Record<string, () => void>} work @param {(state: string) => void} enter */
export function awaken({ figure, id, key, all, link }, work, enter) {
  const buttons = all("[data-do]"), doing = /** @type {typeof work} */ ({ link, ...work });
  const asleep = buttons.find((button) => !(String(button.dataset.do) in doing));
  if (asleep) throw new Error(`${id}: nothing does ${asleep.dataset.do}`);
  /** @param {string} search */
  const asked = (search) => new URLSearchParams(search).get(key);
  enter(asked(location.search) || "");
  for (const button of buttons) button.addEventListener("click", doing[String(button.dataset.do)]);
  addEventListener("popstate", () => enter(asked(location.search) || ""));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && /** @type {HTMLAnchorElement | null} */ (event.target.closest("a[href*='?']")); // not "#there"
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

/** What is typed counts when the field is left, if it is within the limits.
 * @param {HTMLInputElement} field @param {string} what @param {Limits} limits @param {Parts["say"]} say @param {(asked: number) => void} use */
export function typing(field, what, [least, most], say, use) {
  field.addEventListener("change", () => {
    const asked = typed(field.value), good = asked >= least && asked <= most;
    good ? field.removeAttribute("aria-invalid") : field.setAttribute("aria-invalid", "true");
    good ? use(asked) : say(`Needed: ${what} from ${least} to ${most}.`);
  });
}

/** A slider is told whether it goes on with a change under way: until it is let go, all is one change.
 * @param {HTMLInputElement} slide @param {(asked: number, going: boolean) => void} use */
export function sliding(slide, use) {
  let going = false;
  for (const kind of ["input", "change"]) {
    slide.addEventListener(kind, () => soon(() => {
      use(Number(slide.value), going);
      going = kind === "input";
    }));
  }
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

let frame = 0;
/** Do at most one thing a frame: the last that was asked for. @param {() => void} change */
export function soon(change) {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(change);
}
