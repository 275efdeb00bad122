// Gradient descent on a curve: where it begins, how far its steps go, and how many there are.
// @ts-check
import { address, linked, parsed, written } from "./acts.js";
import { curve as made } from "./curve.js";
import { typed } from "./digits.js";
import { awaken, copy, once_a_frame, parts } from "./figure.js";
import { gradient_descent } from "./net.js";
import { view } from "./descent-view.js";

/** @typedef {import("./descent-view.js").State} State */

const FAR = 1e9, BEAT = 160;

/** The walk as a program. @param {{definitions: string, python: [string, string]}} told @param {State} state */
const script = ({ definitions, python: [f, slope] }, { start, rate, step }) => [
  "import numpy as np", "", "", definitions.trim(), "", "", "def f(w):", `    return ${f}`, "", "", "def slope(w):", `    return ${slope}`, "", "",
  `path = gradient_descent(slope, ${start}, ${rate}, ${step})`, "for step, w in enumerate(path):",
  '    print(f"{step:3} {w:12.4f} {slope(w):12.4f} {f(w):12.4f}")', "",
].join("\n");

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const { all, find, field, say, data, key } = parts(figure), curve = made(data.powers, data.exp), keep = address(key), soon = once_a_frame();
  const [low, high] = data.frames[data.frames.length - 1], seen = view(figure, curve), running = find("[data-do=run]"), undoing = find("[data-do=undo]");
  /** @type {import("./acts.js").Known} */
  const known = { start: [low, high], rate: [0.001, 10], step: [0, data.most] };
  const begin = /** @type {State} */ ({ start: data.start, rate: data.rate, step: data.step });
  let state = begin, timer = 0, heard = "", sliding = false;
  /** @type {State[]} */
  const past = [];
  const path = () => gradient_descent(curve.slope, state.start, state.rate, state.step);
  seen.check(path());

  const text = () => written(Object.entries(state).map(([name, value]) => ({ name, value })).filter(({ name, value }) => value !== data[name]));
  function show() {
    heard = seen.show(state, path());
    undoing.setAttribute("aria-disabled", String(!past.length));
    keep(text());
  }
  /** @param {Partial<State>} change @param {boolean} [going] whether it goes on with a change under way */
  function go(change, going) {
    if (!going) past.push(state);
    state = { ...state, ...change };
    say("");
    show();
  }
  function stop() {
    clearInterval(timer);
    timer = 0;
    running.textContent = "Run";
  }
  const over = () => state.step >= data.most || Math.abs(path()[state.step]) > FAR || Math.abs(curve.slope(path()[state.step])) < 1e-9;
  /** @param {number} by */
  function move(by) {
    stop();
    go({ step: Math.min(Math.max(state.step + by, 0), data.most) });
    say(heard, true);
  }
  function run() {
    if (timer) return stop();
    go({ step: over() ? 0 : state.step });
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) while (!over()) state = { ...state, step: state.step + 1 };
    else {
      running.textContent = "Pause";
      timer = window.setInterval(beat, BEAT);
    }
    show();
    if (!timer) say(heard, true);
  }
  function beat() {
    go({ step: state.step + 1 }, true);
    if (!over()) return;
    stop();
    say(heard, true);
  }
  function undo() {
    stop();
    if (!past.length) return say("There is nothing to undo.");
    state = past.pop() || begin;
    show();
    say(`Undone. ${heard}`, true);
  }
  /** @param {string} asked */
  function enter(asked) {
    const { acts, wrong } = parsed(asked, known);
    stop();
    past.length = 0;
    state = { ...begin, ...Object.fromEntries(acts.map(({ name, value }) => [name, value])) };
    show();
    say(wrong ? `The address cannot be read (${wrong}), so this is the start.` : asked && heard, !wrong);
  }

  const scrub = field("scrub");
  for (const kind of ["input", "change"]) {
    scrub.addEventListener(kind, () => soon(() => { stop(); go({ step: Number(scrub.value) }, sliding); sliding = kind === "input"; }));
    for (const slide of /** @type {HTMLInputElement[]} */ (all("[data-slide]"))) {
      slide.addEventListener(kind, () => soon(() => {
        const asked = Number(slide.value), rate = slide.dataset.slide === "rate";
        go(rate ? { rate: Number((10 ** asked).toPrecision(2)) } : { start: asked }, sliding);
        sliding = kind === "input";
      }));
    }
  }
  for (const one of /** @type {HTMLInputElement[]} */ (all("[data-value]"))) {
    one.addEventListener("change", () => {
      const name = String(one.dataset.value), asked = typed(one.value), [least, most] = known[name], good = asked >= least && asked <= most;
      good ? one.removeAttribute("aria-invalid") : one.setAttribute("aria-invalid", "true");
      if (!good) return say(`Needed: a ${name === "rate" ? "learning rate" : "start"} from ${least} to ${most}.`);
      go({ [name]: asked });
      say(heard, true);
    });
  }
  dragging();
  awaken(figure, {
    back: () => move(-1), next: () => move(1), run, undo, reset: () => { stop(); go(begin); say("As at the start."); },
    script: () => copy(script(data, state), "a script that prints these numbers", say),
    link: () => copy(linked(key, text()), "a link to what you see", say),
  }, enter);

  /** A drag on the picture moves the start. */
  function dragging() {
    const picture = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (find("svg")));
    let held = 0;
    /** @param {PointerEvent} event */
    const drag = ({ clientX }) => soon(() => {
      const box = picture.getBoundingClientRect(), w = seen.shown().back(((clientX - box.left) / box.width) * picture.viewBox.baseVal.width);
      go({ start: Math.min(Math.max(Math.round(w * 100) / 100, low), high) }, held > 1);
      held += 1;
    });
    picture.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      stop();
      held = 1;
      picture.setPointerCapture(event.pointerId);
    });
    picture.addEventListener("pointermove", (event) => { if (held) drag(event); });
    for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => { if (held > 1) requestAnimationFrame(() => say(heard, true)); held = 0; });
  }
}
