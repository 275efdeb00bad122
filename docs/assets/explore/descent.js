// Gradient descent on a curve: where it begins, how far its steps go, and how many there are.
// @ts-check
import { curve as made, gradient_descent } from "./curve.js";
import { view } from "./descent-view.js";
import { awaken, parts, sliding, soon, typing } from "./figure.js";
import { states } from "./states.js";

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
  const its = parts(figure), { find, field, inputs, say, data, copy } = its, curve = made(data.powers, data.exp);
  const [low, high] = data.frames[data.frames.length - 1], seen = view(its, curve), running = find("[data-do=run]");
  /** @type {Known} */
  const known = { start: [low, high], rate: [0.001, 10], step: [0, data.most] };
  const begin = /** @type {State} */ ({ start: data.start, rate: data.rate, step: data.step });
  let timer = 0;
  /** @param {State} state */
  const path = ({ start, rate, step }) => gradient_descent(curve.slope, start, rate, step);
  seen.check(path(begin));
  const { now: state, tell, go, undo, read } = states(its, begin, known, (next, over) => over(seen.show(next, path(next))));

  function stop() {
    clearInterval(timer);
    timer = 0;
    running.textContent = "Run";
  }
  /** Whether a walk of so many steps has nowhere to go. @param {number} step */
  function over(step) {
    const w = path({ ...state(), step })[step];
    return step >= data.most || Math.abs(w) > FAR || Math.abs(curve.slope(w)) < 1e-9;
  }
  /** @param {number} by */
  function move(by) {
    stop();
    go({ step: Math.min(Math.max(state().step + by, 0), data.most) });
  }
  function run() {
    if (timer) return stop();
    let step = over(state().step) ? 0 : state().step;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      while (!over(step)) step += 1;
      return go({ step });
    }
    go({ step }, { quiet: true });
    running.textContent = "Pause";
    timer = window.setInterval(beat, BEAT);
  }
  function beat() {
    go({ step: state().step + 1 }, { going: true, quiet: true });
    if (!over(state().step)) return;
    stop();
    tell();
  }
  sliding(field("scrub"), (step, going) => { stop(); go({ step }, { going, quiet: true }); });
  for (const slide of inputs("[data-slide]")) {
    const rate = slide.dataset.slide === "rate";
    sliding(slide, (asked, going) => go(rate ? { rate: Number((10 ** asked).toPrecision(2)) } : { start: asked }, { going, quiet: true }));
  }
  for (const one of inputs("[data-value]")) {
    const name = String(one.dataset.value);
    typing(one, name === "rate" ? "a learning rate" : "a start", known[name], say, (asked) => go({ [name]: asked }));
  }
  dragging();
  awaken(its, {
    back: () => move(-1), next: () => move(1), run, undo: () => { stop(); undo(); }, reset: () => { stop(); go(begin); say("As at the start."); },
    script: () => copy(script(data, state()), "a script that prints these numbers"),
  }, (asked) => { stop(); read(asked); });

  /** A drag on the picture moves the start. */
  function dragging() {
    const picture = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (find("svg")));
    let held = 0;
    /** @param {PointerEvent} event */
    const drag = ({ clientX }) => soon(() => {
      const box = picture.getBoundingClientRect(), w = seen.shown().back(((clientX - box.left) / box.width) * picture.viewBox.baseVal.width);
      go({ start: Math.min(Math.max(Math.round(w * 100) / 100, low), high) }, { going: held > 1, quiet: true });
      held += 1;
    });
    picture.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      stop();
      held = 1;
      picture.setPointerCapture(event.pointerId);
    });
    picture.addEventListener("pointermove", (event) => { if (held) drag(event); });
    for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => { if (held > 1) requestAnimationFrame(() => tell()); held = 0; });
  }
}
