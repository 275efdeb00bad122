// A step of gradient descent with a slip switched on: where its error goes, and what the gradient check says.
// @ts-check
import { awaken, parts, put } from "./figure.js";
import { central_difference, feedforward, given_in, mean_squared_error } from "./net.js";
import { array } from "./numpy.js";
import { run } from "./program.js";
import { states } from "./states.js";
import { number } from "./text.js";

/** @typedef {import("./program.js").Program & {lines: [string, boolean][]}} Slipped */
/** @typedef {{errors: number[], taken: number[]}} Watched */

const BOUND = 1e-9, NOTHING = "\u00a0";

/** @param {any} data @param {Slipped} program */
const script = ({ x, y, weights_1, weights_2, rate, steps, definitions, forward, error }, { lines }) => [
  "import numpy as np", "", "", definitions.join("\n").trim(), "", "", ...lines.map(([line]) => line), "", "",
  `x, y = ${array(x)}, ${array(y)}`, "N = y.size", `weights_1, weights_2 = ${array(weights_1)}, ${array(weights_2)}`, `learning_rate = ${rate}`,
  "new_1, new_2 = answer(x, y, weights_1, weights_2, learning_rate)",
  'for slope in np.append((weights_1 - new_1) / learning_rate, (weights_2 - new_2) / learning_rate):', '    print(f"{slope:.6f}")',
  `for _ in range(${steps}):`, "    weights_1, weights_2 = answer(x, y, weights_1, weights_2, learning_rate)", ...forward, ...error,
  `print(f"MSE after ${steps} steps {mse:.4f}")`, "",
].join("\n");

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const its = parts(figure), { all, find, inputs, data, copy } = its, line = find("[data-frame]");
  const { x: [a, b, left, right], y: [low, high, bottom, top] } = JSON.parse(String(line.dataset.frame));
  const texts = all("[data-of]"), marks = all("[data-mark]"), code = all(".lines li"), radios = inputs("[type=radio]");
  const given = given_in(data), { x, y, weights_1, weights_2, rate } = given;
  /** @type {Slipped[]} */
  const programs = data.programs;
  /** @param {Matrix} one @param {Matrix} other */
  const error = (one, other) => mean_squared_error(feedforward(x, one, other).output_layer_outputs, y);
  const measured = [weights_1, weights_2].flatMap((w, layer) => Array.from(w.at, (_, n) => central_difference((moved) => (layer ? error(weights_1, moved) : error(moved, weights_2)), w, n)));

  /** Take a step many times. @param {Slipped} program @returns {Watched} */
  function watch(program) {
    let now = [weights_1, weights_2];
    const errors = [error(weights_1, weights_2)], taken = [];
    for (let n = 0; n < data.steps; n++) {
      now = run(program, { x, y, weights_1: now[0], weights_2: now[1], learning_rate: rate });
      errors.push(error(now[0], now[1]));
      if (!n) taken.push(...[weights_1, weights_2].flatMap((w, layer) => Array.from(w.at, (old, place) => (old - now[layer].at[place]) / rate)));
    }
    return { errors, taken };
  }
  const watched = programs.map(watch), agrees = watched.map(({ taken }) => taken.map((slope, n) => Math.abs(slope - measured[n]) < BOUND));
  let slip = data.slip;

  /** @param {HTMLElement} text */
  function says({ dataset }) {
    const [name, n] = String(dataset.of).split("."), k = Number(n);
    const value = { ends: () => watched[k].errors[data.steps], agree: () => agrees[k].filter(Boolean).length, taken: () => watched[slip].taken[k], measured: () => measured[k] };
    return number(value[/** @type {"ends"} */ (name)](), String(dataset.form));
  }
  const course = () => watched[slip].errors.map((value, n) => [left + ((n - a) / (b - a)) * (right - left), bottom + ((value - low) / (high - low)) * (top - bottom)]);
  /** @param {string} d */
  const places = (d) => (d.match(/-?[\d.]+/g) || []).map(Number);
  check();

  /** Refuse a page on which other steps were taken. */
  function check() {
    const wrong = texts.find((text) => text.textContent !== says(text)), drawn = places(line.getAttribute("d") || ""), own = course().flat();
    const away = drawn.length !== own.length || drawn.some((at, n) => Math.abs(at - own[n]) > 0.2);
    if (wrong || away || texts.length !== 2 * (programs.length + measured.length) || marks.length !== measured.length || radios.length !== programs.length || code.length < programs[slip].lines.length) {
      throw new Error(`${figure.id}: ${wrong ? wrong.dataset.of : "the course of the error, or a row,"} is another here than on the page`);
    }
  }
  /** What the error shows, and what the check says. */
  function verdict() {
    const { errors } = watched[slip], falls = errors.filter((value, n) => n && value < errors[n - 1]).length, wrong = agrees[slip].filter((good) => !good).length;
    const layers = [agrees[slip].slice(0, weights_1.at.length), agrees[slip].slice(weights_1.at.length)].map((of) => of.every(Boolean));
    const seen = falls === data.steps ? "The error falls at every step" : falls ? `The error falls in ${falls} of ${data.steps} steps` : "The error rises at every step";
    if (!wrong) return `${seen}, and the check agrees: all ${measured.length} slopes are those that are measured.`;
    const end = errors[data.steps], good = watched[0].errors[data.steps];
    const than = falls !== data.steps ? "" : Math.abs(end - good) < 5e-5 ? ", and ends where the right step does" : end < good ? ", and ends below that of the right step" : "";
    return `${seen}${than}. But the check refuses: ${wrong} of ${measured.length} slopes are wrong, ${layers[1] ? "all in weights_1" : layers[0] ? "all in weights_2" : "in both matrices"}.`;
  }
  /** @param {{slip: number}} state @param {(heard: string) => void} over */
  function show(state, over) {
    slip = state.slip;
    line.setAttribute("d", `M${course().map((at) => at.map((one) => one.toFixed(1)).join(" ")).join("L")}`);
    for (const text of texts) put(text, says(text));
    marks.forEach((mark, n) => put(mark, agrees[slip][n] ? "✓" : "✗"));
    code.forEach((item, n) => {
      const [text, lit] = programs[slip].lines[n] || [NOTHING, false];
      put(item.firstElementChild || item, text);
      item.classList.toggle("on", lit);
    });
    put(find("[data-verdict]"), verdict());
    for (const radio of radios) radio.checked = Number(radio.value) === slip;
    over(verdict());
  }
  const begin = { slip }, { go, undo, read } = states(its, begin, { slip: [0, programs.length - 1] }, show);
  for (const radio of radios) {
    radio.addEventListener("change", () => go({ slip: Number(radio.value) }));
    radio.disabled = false;
  }
  awaken(its, { undo, reset: () => go(begin), script: () => copy(script(data, programs[slip]), "a script that prints these numbers") }, read);
}
