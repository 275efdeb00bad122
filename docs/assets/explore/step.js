// One gradient step, after all that a reader has done to weights and rate: its numbers, and the places to stand at in it.
// @ts-check
import { backpropagation, entry, feedforward, gradient_step, mean_squared_error, replaced } from "./net.js";
import { written } from "./text.js";

const ROLES = ["input", "hidden", "output"];

/** Where a weight such as `2-13` stands: its matrix, row and column. @param {string} name */
export function spot(name) {
  const key = /** @type {"weights_1" | "weights_2"} */ (`weights_${name[0]}`);
  return { key, a: Number(name[2]) - 1, b: Number(name[3]) - 1 };
}

/** What it is. @param {Given} given @param {string} name */
export function weight_of(given, name) {
  const { key, a, b } = spot(name);
  return entry(given[key], a, b);
}

/** The names of the weights of a matrix, row by row. @param {string} key @param {Matrix} weights */
export const names_of = (key, { cols, at }) => Array.from(at, (_, n) => `${key.at(-1)}-${Math.floor(n / cols) + 1}${(n % cols) + 1}`);

/** A matrix of a step by its name, where that is put together. @param {Numbers} now @param {string} name @returns {Matrix} */
export const named = (now, name) => /** @type {any} */ (now)[name];

/** @param {Given} given @param {Act} act @returns {Given} */
function after(given, { name, value }) {
  if (name === "rate") return { ...given, rate: value };
  const { key, a, b } = spot(name.slice(1));
  if (name !== "step") return { ...given, [key]: replaced(given[key], a * given[key].cols + b, value) };
  let { x, y, weights_1, weights_2, rate } = given;
  for (let n = 0; n < value; n++) [weights_1, weights_2] = gradient_step(x, y, weights_1, weights_2, rate);
  return { ...given, weights_1, weights_2 };
}

/** All numbers of one step. @param {Given} given */
export function numbers(given) {
  const { x, y, weights_1, weights_2, rate } = given;
  const layers = feedforward(x, weights_1, weights_2), [new_1, new_2] = gradient_step(x, y, weights_1, weights_2, rate);
  /** @param {Matrix} one @param {Matrix} other */
  const error = (one, other) => mean_squared_error(feedforward(x, one, other).output_layer_outputs, y);
  return {
    ...given, ...layers, ...backpropagation(x, y, weights_1, weights_2), new_1, new_2, error,
    mse: mean_squared_error(layers.output_layer_outputs, y), mse_after: error(new_1, new_2),
  };
}

/** Computes what a list of acts leads to; the steps in it are taken once, however often a weight after them changes.
 * @param {Given} start */
export function computing(start) {
  let kept = { acts: "", given: start };
  /** @param {Act[]} acts */
  return (acts) => {
    const until = acts.map(({ name }) => name).lastIndexOf("step") + 1, head = written(acts.slice(0, until));
    if (head !== kept.acts) kept = { acts: head, given: acts.slice(0, until).reduce(after, start) };
    return numbers(acts.slice(until).reduce(after, kept.given));
  };
}

/** The weight whose slope a stop works out; empty when it works out another number. @param {Route} route @param {Stop} stop */
export const weight_at = ({ weights }, { line, item }) => (line.endsWith("_update") ? weights[line.replace("_update", "")][item] : "");

/** @param {Route} route @param {Stop} stop @returns {Light} */
export function lit(route, stop) {
  const { line, item } = stop, { names, weights } = route, n = String(item + 1), here = `${line.split("_")[0]}-${n}`, name = weight_at(route, stop);
  /** @param {number} layer */
  const all = (layer) => names[layer].map((_, i) => `${ROLES[layer]}-${i + 1}`);
  /** The weights that begin or end at this node. @param {string} key @param {2 | 3} end */
  const at = (key, end) => weights[key].filter((one) => one[end] === n);
  /** @param {string[]} nodes @param {string[]} [wires] @returns {Light} */
  const light = (nodes, wires = [], back = false) => ({ nodes, wires, back });
  switch (line) {
    case "": return light([]);
    case "mse": return light(all(2));
    case "hidden_layer_inputs": return light([...all(0), here], at("weights_1", 3));
    case "output_layer_inputs": return light([...all(1), here], at("weights_2", 3));
    case "hidden_layer_error": return light([...all(2), here], at("weights_2", 2), true);
    case "weights_1": case "weights_2": return light([], weights[line]);
  }
  if (!name) return light([here]);
  const layer = Number(name[0]);
  return light([`${ROLES[layer - 1]}-${name[2]}`, `${ROLES[layer]}-${name[3]}`], [name], true);
}

/** Whether the walk has come to a number. What no line makes is there from the start.
 * @param {Route} route @param {Stop} stop @param {string} name @param {number} index */
export function reached({ lines, weights }, { line, item }, name, index) {
  const [here, its] = [lines.indexOf(line), name in weights ? -1 : lines.indexOf(name)];
  return !line || its < here || (its === here && index <= item);
}

/** Where the walk is. @param {Route} route @param {Stop} stop @param {string} flower */
export function words(route, stop, flower) {
  const { line, item } = stop, { lines, names, weights } = route;
  if (!line) return "What the three outputs say to each flower";
  const at = `Line ${lines.indexOf(line) + 1} of ${lines.length}`, name = weight_at(route, stop);
  if (line === "mse") return `${at}: the error of all flowers`;
  if (line in weights) return `${at}: all weights of ${line} move`;
  if (!name) return `${at}: ${line.startsWith("hidden") ? names[1][item] : `output ${names[2][item]}`}, for the ${flower}`;
  const { a, b } = spot(name), layer = Number(name[0]) - 1;
  return `${at}: ${names[layer][a]} to ${names[layer + 1][b]}, over all flowers`;
}
