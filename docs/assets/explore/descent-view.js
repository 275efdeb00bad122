// How a walk down a curve looks: the steps in the frame that holds them, the value after each, and the last as a table.
// @ts-check
import { sentence } from "./curve.js";
import { put } from "./figure.js";
import { number } from "./text.js";

/** @typedef {import("./curve.js").Curve} Curve */
/** @typedef {{start: number, rate: number, step: number}} State */
/** The place of a value on an axis, and the reverse. @typedef {{x: number[], y: number[], group: HTMLElement, at: (w: number) => [number, number], holds: (w: number) => boolean, back: (across: number) => number}} Frame */

const SVG = "http://www.w3.org/2000/svg", NOTHING = "\u00a0", ROWS = 6, TANGENT = 34, BEYOND = 50;

/** From one range into another. @param {number[]} ends @param {number} value */
const on = ([a, b, from, to], value) => from + ((value - a) / (b - a)) * (to - from);

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [words] */
function shape(name, attributes, words = "") {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(typeof value === "number" ? Math.round(value * 10) / 10 : value));
  made.textContent = words;
  return made;
}

/** @param {HTMLElement} group @param {Curve} curve @returns {Frame} */
function frame(group, { f }) {
  const { x, y } = JSON.parse(String(group.dataset.frame)), [left, right, from, to] = x;
  return {
    group, x, y, at: (w) => [on(x, w), on(y, f(w))],
    holds: (w) => w >= left && w <= right && f(w) >= y[0] && f(w) <= y[1],
    back: (across) => on([from, to, left, right], across),
  };
}

/** A number of the table; a large one by its power of ten. @param {number} value @param {string} form */
export const written = (value, form) => (Math.abs(value) >= 1e6 && Number.isFinite(value) ? value.toExponential(2).replace("-", "−") : number(value, form));

/** Lines between the places of a walk, and a dot at each; the last one is larger. @param {number[]} path @param {Frame} frame */
function walked(path, { at, x, holds }) {
  /** @param {number} w */
  const held = (w) => at(Math.min(Math.max(w, x[0] - BEYOND), x[1] + BEYOND));
  const lines = path.slice(1).flatMap((w, n) => {
    if (!Number.isFinite(w) || !(holds(w) || holds(path[n]))) return [];
    const [[x1, y1], [x2, y2]] = [held(path[n]), held(w)];
    return [shape("line", { x1, y1, x2, y2, class: "m-update thin" })];
  });
  const dots = path.flatMap((w, n) => (holds(w) ? [shape("circle", { cx: at(w)[0], cy: at(w)[1], r: n === path.length - 1 ? 4.5 : 2.6, class: "m-update solid" })] : []));
  return [...lines, ...dots];
}

/** The slope at the last place, and how far the next step goes; or where the walk is, outside. @param {number} w @param {Frame} frame
 * @param {Curve} curve @param {number} rate */
function ahead(w, { at, x, y, holds }, { slope }, rate) {
  if (!holds(w)) {
    const right = w > x[1], said = Number.isFinite(w) ? `now at ${written(w, Math.abs(w) < 1000 ? ".2f" : ".0f")}` : "beyond all numbers";
    return [shape("text", { x: right ? x[3] : x[2] + 6, y: y[3] + 10, class: `m-update halo ${right ? "end" : "start"}` }, right ? `${said} ▸` : `◂ ${said}`)];
  }
  const here = slope(w), [a, b] = at(w), across = (x[3] - x[2]) / (x[1] - x[0]), up = (y[3] - y[2]) / (y[1] - y[0]);
  const long = TANGENT / Math.hypot(across, here * up), far = Math.min(Math.max(a - rate * here * across, x[2]), x[3]), tip = far < a ? 6 : -6;
  const tangent = shape("line", { x1: a - long * across, y1: b - long * here * up, x2: a + long * across, y2: b + long * here * up, class: "m-weight tangent" });
  const reach = shape("line", { x1: a, y1: b, x2: far, y2: b, class: "m-weight reach" });
  const head = shape("path", { d: `M${far.toFixed(1)} ${b.toFixed(1)}l${tip} -3v6z`, class: "m-weight solid" });
  return [tangent, ...(Math.abs(far - a) > 1.5 ? [reach] : []), ...(Math.abs(far - a) > 8 ? [head] : [])];
}

/** @param {Parts} its @param {Curve} curve */
export function view({ id, find, all, field, inputs, data }, curve) {
  const frames = all("[data-frame]").map((group) => frame(group, curve)), texts = all("[data-of]");
  const [steps, values, told] = ["[data-steps]", "[data-values]", "[data-verdict]"].map(find), [left, right, low, top] = JSON.parse(String(values.dataset.values));
  const scrub = field("scrub"), [slides, fields] = ["slide", "value"].map((kind) => inputs(`[data-${kind}]`));
  if (!frames.length || slides.length < 2 || fields.length < 2 || texts.length !== 4 * ROWS + 1) throw new Error(`${id} lacks a frame, a control or a number`);

  /** What a text says of a walk. @param {HTMLElement} text @param {number[]} path */
  function says({ dataset }, path) {
    const [name, row] = String(dataset.of).split("."), form = String(dataset.form), n = Math.max(path.length - ROWS, 0) + Number(row);
    if (name === "last") return number(Math.max(10, path.length - 1), form);
    if (n >= path.length) return NOTHING;
    const w = path[n], value = /** @type {Record<string, number>} */ ({ step: n, w, slope: curve.slope(w), value: curve.f(w) })[name];
    return written(value, form);
  }
  /** The nearest frame that holds what can be held. @param {number[]} path */
  function fitting(path) {
    const far = frames[frames.length - 1], seen = path.filter(far.holds);
    return frames.find(({ holds }) => seen.every(holds)) || far;
  }
  /** @param {number[]} path @param {Frame} frame */
  function line(path, { y }) {
    const last = Math.max(10, path.length - 1);
    const points = path.map((w, n) => [on([0, last, left, right], n), low + Math.min(Math.max((curve.f(w) - y[0]) / (y[1] - y[0]), 0), 1.04) * (top - low)]);
    return `M${points.filter((at) => at.every(Number.isFinite)).map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join("L")}`;
  }

  return {
    shown: () => frames.find(({ group }) => !group.classList.contains("away")) || frames[0],
    /** Refuse another curve, other texts, other places. @param {number[]} path */
    check(path) {
      /** @type {number[][]} */
      const sample = data.sample;
      const other = sample.find(([w, f, slope]) => [curve.f(w) - f, curve.slope(w) - slope].some((off, n) => !(Math.abs(off) <= 1e-9 * Math.max(1, Math.abs([f, slope][n])))));
      const wrong = texts.find((text) => text.textContent !== says(text, path)), dots = [...steps.querySelectorAll("circle")];
      const away = dots.find((dot, n) => ["cx", "cy"].some((name, axis) => !(Math.abs(Number(dot.getAttribute(name)) - frames[0].at(path[n])[axis]) < 0.2)));
      if (other || wrong || away || dots.length !== path.length) throw new Error(`${id}: ${other ? `the curve at ${other[0]}` : wrong ? wrong.dataset.of : "a step"} is another here than on the page`);
    },
    /** Show a state; what it says is told. @param {State} state @param {number[]} path */
    show(state, path) {
      const frame = fitting(path), w = path[path.length - 1], said = sentence(curve, path, state.rate);
      for (const { group } of frames) group.classList.toggle("away", group !== frame.group);
      steps.replaceChildren(...walked(path, frame), ...ahead(w, frame, curve, state.rate));
      values.setAttribute("d", line(path, frame));
      for (const text of texts) put(text, says(text, path));
      put(told, said);
      const heard = `Step ${state.step}: ${data.variable} ${written(w, ".4f")}, value ${written(curve.f(w), ".4f")}. ${said}`;
      scrub.value = String(state.step);
      scrub.setAttribute("aria-valuetext", heard);
      for (const slide of slides) {
        const name = /** @type {"start" | "rate"} */ (slide.dataset.slide);
        slide.value = String(name === "rate" ? Math.log10(state.rate) : state.start);
        slide.setAttribute("aria-valuetext", `${state[name]}. ${said}`);
      }
      for (const one of fields) if (document.activeElement !== one) one.value = String(state[/** @type {"start" | "rate"} */ (one.dataset.value)]);
      return heard;
    },
  };
}
