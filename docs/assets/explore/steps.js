// A few steps of the net on a flower of each species.
// @ts-check
import { awaken, parts, put } from "./figure.js";
import { argmax, entry, feedforward, given_in, mean_squared_error } from "./net.js";
import { array } from "./numpy.js";
import { states } from "./states.js";
import { number } from "./text.js";
import { training } from "./training.js";

const BAR = 27, FLOOR = 100, TALL = 72, MOST = 100000;

/** The same steps as a program that needs NumPy alone. @param {any} data @param {number} steps */
const script = ({ x, y, weights_1, weights_2, rate, names, definitions, forward, error, back }, steps) => [
  "import numpy as np", "", "", definitions.join("\n").trim(), "", "", `x = ${array(x)}`, `y = ${array(y)}`, "N = y.size",
  `weights_1 = ${array(weights_1)}`, `weights_2 = ${array(weights_2)}`, `learning_rate = ${rate}`, "",
  `for step in range(${steps}):`, ...[...forward, ...back].map((line) => line && `    ${line}`), "",
  ...forward, ...error, `print(f"MSE after ${steps} steps: {mse:.4f}")`, `names = np.array(${JSON.stringify(names)})`,
  "print(*names[output_layer_outputs.argmax(axis=1)])", "",
].join("\n");

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const its = parts(figure), { all, say, data, copy } = its, given = given_in(data), { x, y, rate } = given;
  const texts = all("[data-of]"), answers = all("[data-answer]"), bars = all("[data-bars]"), last = data.rows.length;
  /** The net after so many steps; from the last of them it goes on. @param {number} steps */
  function after(steps) {
    if (steps < taken) [running, taken] = [training(x, y, given.weights_1, given.weights_2), 0];
    running.steps(steps - taken, rate);
    taken = steps;
    const said = feedforward(x, running.weights_1, running.weights_2).output_layer_outputs;
    return { steps, said, mse: mean_squared_error(said, y) };
  }
  let running = training(x, y, given.weights_1, given.weights_2), taken = 0;
  const rows = [...data.rows, 0].map(after);

  /** @param {HTMLElement} text */
  function says({ dataset }) {
    const [name, n] = String(dataset.of).split(".");
    return number(rows[Number(n)][/** @type {"steps" | "mse"} */ (name)], String(dataset.form));
  }
  /** @param {HTMLElement} text */
  function answered({ dataset }) {
    const [n, k] = String(dataset.answer).split(".").map(Number), best = argmax(rows[n].said, k);
    return `${data.names[best]} ${best === k ? "✓" : "✗"}`;
  }
  /** @param {HTMLElement} group */
  function heights({ dataset }) {
    const k = Number(dataset.bars), left = Number(dataset.at);
    const place = (/** @type {number} */ value) => String(Math.round(value * 10) / 10);
    return data.names.map((/** @type {string} */ _, /** @type {number} */ j) => {
      const tall = TALL * entry(rows[last].said, k, j);
      return `M${place(left + j * (BAR + 4))} ${FLOOR}v${place(-tall)}h${BAR}v${place(tall)}z`;
    }).join("");
  }
  const places = (/** @type {string} */ d) => (d.match(/-?[\d.]+/g) || []).map(Number);
  const wrong = texts.find((text) => text.textContent !== says(text)) || answers.find((text) => text.textContent !== answered(text))
    || bars.find((group) => places(group.getAttribute("d") || "").some((at, n) => !(Math.abs(at - places(heights(group))[n]) < 0.2)));
  if (wrong || texts.length !== 2 * last + 2 || answers.length !== (last + 1) * data.names.length || bars.length !== data.names.length || all("[data-do]").length !== 6) {
    throw new Error(`${figure.id}: ${wrong ? Object.values(wrong.dataset)[0] : "a row"} is another here than on the page`);
  }
  /** @param {{step: number}} state @param {(heard: string) => void} over */
  function show({ step }, over) {
    rows[last] = after(step);
    for (const text of texts) put(text, says(text));
    for (const text of answers) put(text, answered(text));
    for (const group of bars) group.setAttribute("d", heights(group));
    const right = data.names.filter((/** @type {string} */ _, /** @type {number} */ k) => argmax(rows[last].said, k) === k).length;
    over(`After ${step.toLocaleString("en-US")} ${step === 1 ? "step" : "steps"} the MSE is ${number(rows[last].mse, ".4f")}, and ${right} of ${data.names.length} flowers are named right.`);
  }
  const { now, go, undo, read } = states(its, { step: 0 }, { step: [0, MOST] }, show);
  const on = (/** @type {number} */ count) => (now().step + count > MOST ? say(`${MOST.toLocaleString("en-US")} steps are the most.`) : go({ step: now().step + count }));
  awaken(its, {
    one: () => on(1), hundred: () => on(100), undo, reset: () => go({ step: 0 }),
    script: () => copy(script(data, now().step), "a script that prints these numbers"),
  }, read);
}
