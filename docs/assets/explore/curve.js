// A curve as a sum of powers of w and of e to the w, a walk on it, and what that does, in a word and a sentence.
// @ts-check
import { number } from "./text.js";

/** @typedef {{f: (w: number) => number, slope: (w: number) => number, bend: (w: number) => number, even: number}} Curve */

const FAR = 1e9, FLAT = 1e-9, LONG = 100, NUDGE = 1e-12, SHOWN = 1e-7, ROWS = 6, STEADY = 0.2;

/** @param {number[]} powers @param {number} exp @returns {(w: number) => number} */
const summed = (powers, exp) => (w) => powers.reduce((sum, factor, n) => sum + factor * w ** n, exp && exp * Math.exp(w));

/** @param {number[]} powers */
const lower = (powers) => powers.map((factor, n) => n * factor).slice(1);

/** The curve with its slope, and the slope of that; `even` is that last where it is the same everywhere, otherwise 0.
 * @param {number[]} powers @param {number} exp @returns {Curve} */
export function curve(powers, exp) {
  const [slope, bend] = [lower(powers), lower(lower(powers))];
  return { f: summed(powers, exp), slope: summed(slope, exp), bend: summed(bend, exp), even: powers.length === 3 && !exp ? bend[0] : 0 };
}

/** What the last step has done. @param {Curve} curve @param {number[]} path @returns {{word: string, why: string}} */
export function verdict({ f, slope, bend }, path) {
  const [twice, from, w] = [-3, -2, -1].map((n) => path.at(n) ?? NaN), [before, here] = [slope(from), slope(w)], factor = here / before;
  if (!(Math.abs(w) <= FAR)) return { word: "diverges", why: "It is further out than a billion. Each jump ended where the slope is steeper than before." };
  if (Math.abs(here) < FLAT) return { word: path.length > 1 ? "arrived" : "stays", why: `Here the slope is below a billionth${bend(w) > 0 ? "" : ", but it is no valley"}.` };
  if (path.length < 2) return { word: "stands at the start", why: "" };
  if (Math.abs(w - twice) < 1e-4 * Math.abs(w - from)) return { word: "bounces", why: "It jumps back and forth between the same two places, and never arrives." };
  if (f(w) > f(from)) return { word: factor < -1 ? "diverges" : "rises", why: "The last jump ended higher than it began." };
  if (factor < 0) return { word: "jumps across", why: `Each step lands beyond the lowest point, ${factor > -0.95 ? "nearer" : "hardly nearer"} than before.` };
  const more = Math.log(1e-3) / Math.log(factor), even = (1 - before / slope(twice)) / (1 - factor);
  // Where the curve is nearly straight for a moment, as on the side of a hill, the pace says nothing of what comes.
  if (factor < 1 && more > LONG && !(Math.abs(even - 1) > STEADY)) return { word: "crawls", why: `At this pace about ${Math.round(more / 10) * 10} steps make the slope a thousandth of what it is.` };
  return { word: "walks down", why: factor < 1 ? "The curve flattens, so the steps shrink by themselves." : "The slope gets steeper, so the steps grow for now." };
}

/** Walk against the slope; the path, start included. @param {(w: number) => number} slope @param {number} starting_w
 * @param {number} learning_rate @param {number} n_gradient_descent_steps */
export function gradient_descent(slope, starting_w, learning_rate, n_gradient_descent_steps) {
  const path = [starting_w];
  for (let n = 0; n < n_gradient_descent_steps; n++) path.push(path[n] - learning_rate * slope(path[n]));
  return path;
}

/** Whether a nudge at the start has grown into the digits that are shown: then another machine may show others.
 * @param {Curve} curve @param {number[]} path @param {number} rate */
function lost({ slope }, path, rate) {
  const twin = gradient_descent(slope, path[0] + NUDGE, rate, path.length - 1);
  return path.some((w, n) => n >= path.length - ROWS && Math.abs(w) <= FAR && Math.abs(w - twin[n]) > SHOWN * Math.max(1, Math.abs(w)));
}

/** The same as a sentence. @param {Curve} curve @param {number[]} path @param {number} rate */
export function sentence(curve, path, rate) {
  const { word, why } = verdict(curve, path), factor = 1 - curve.even * rate;
  const by = curve.even && path.length > 1 ? ` Each step multiplies the distance to the lowest point by ${number(factor, ".3f")}.` : "";
  if (Math.abs(path[path.length - 1]) <= FAR && lost(curve, path, rate)) return "It wanders. The smallest difference at the start grows, so these digits are those of this machine alone.";
  return `It ${word === "arrived" ? "has arrived" : word}. ${why}${by}`.trim();
}
