// The numbers of one gradient step, after all that a reader has done to weights and rate.
// @ts-check
import { written } from "./acts.js";
import { backpropagation, feedforward, gradient_step, matrix, mean_squared_error, replaced } from "./net.js";

/** @typedef {import("./net.js").Matrix} Matrix */
/** @typedef {import("./acts.js").Act} Act */
/** @typedef {{x: Matrix, y: Matrix, weights_1: Matrix, weights_2: Matrix, rate: number}} Given */
/** @typedef {ReturnType<typeof numbers>} Numbers */

/** Where a weight such as `2-13` stands: its matrix, row and column. @param {string} name */
export function spot(name) {
  const key = /** @type {"weights_1" | "weights_2"} */ (`weights_${name[0]}`);
  return { key, a: Number(name[2]) - 1, b: Number(name[3]) - 1 };
}

/** Its place in its matrix. @param {Given} given @param {string} name */
export function place_of(given, name) {
  const { key, a, b } = spot(name);
  return a * given[key].cols + b;
}

/** The names of the weights of a matrix, row by row. @param {string} key @param {Matrix} weights */
export const names_of = (key, { cols, at }) => Array.from(at, (_, n) => `${key.at(-1)}-${Math.floor(n / cols) + 1}${(n % cols) + 1}`);

/** @param {{x: number[][], y: number[][], weights_1: number[][], weights_2: number[][], rate: number}} data @returns {Given} */
export const given_in = (data) => ({
  x: matrix(data.x), y: matrix(data.y), weights_1: matrix(data.weights_1), weights_2: matrix(data.weights_2), rate: data.rate,
});

/** @param {Given} given @param {Act} act @returns {Given} */
function after(given, { name, value }) {
  if (name === "rate") return { ...given, rate: value };
  if (name !== "step") return { ...given, [spot(name.slice(1)).key]: replaced(given[spot(name.slice(1)).key], place_of(given, name.slice(1)), value) };
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
