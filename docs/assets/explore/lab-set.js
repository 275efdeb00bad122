// What a net is trained on: the rows of a set, as they are or scaled and with a bias, and the weights to start from.
// @ts-check
import { matrix } from "./net.js";
import { array } from "./numpy.js";

/** @typedef {{name: string, x: number[][], y: number[], x_test: number[][], y_test?: number[]}} Rows */
/** @typedef {{rate: number, seed: number, flowers: number, prepared: number, step: number}} State */
/** @typedef {{sets: Rows[], starts: Record<string, [number[][], number[][]]>, definitions: string[], forward: string[], error: string[], back: string[]}} Told */

/** A row for each, with a 1 at its label. @param {number[]} labels @param {number} kinds */
const one_hot = (labels, kinds) => matrix(labels.map((label) => Array.from({ length: kinds }, (_, n) => Number(n === label))));

/** Shift and stretch columns so that those of x have mean 0 and deviation 1; then add an input that says 1.
 * @param {number[][]} x @returns {(rows: number[][]) => number[][]} */
function preparing(x) {
  const columns = x[0].map((_, n) => x.map((row) => row[n]));
  /** @param {number[]} of */
  const mean = (of) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const means = columns.map(mean), spreads = columns.map((of, n) => Math.sqrt(mean(of.map((one) => (one - means[n]) ** 2))));
  return (rows) => rows.map((row) => [...row.map((one, n) => (one - means[n]) / spreads[n]), 1]);
}

/** @param {Told} told @param {State} state */
export function given_for({ sets, starts }, { seed, flowers, prepared, rate }) {
  const { x, y, x_test, y_test } = sets[flowers], [start_1, start_2] = starts[seed], kinds = start_2[0].length;
  const prepare = prepared ? preparing(x) : (/** @type {number[][]} */ rows) => rows, bias = prepared ? [start_1[0].map(() => 0)] : [];
  return {
    x: matrix(prepare(x)), y: one_hot(y, kinds), weights_1: matrix([...start_1, ...bias]), weights_2: matrix(start_2), rate,
    x_test: y_test ? matrix(prepare(x_test)) : null, y_test: one_hot(y_test || [0], kinds),
  };
}

/** The same training as a program that needs NumPy alone. @param {Told} told @param {State} state */
export function script({ sets, starts, definitions, forward, error, back }, { rate, seed, flowers, prepared, step }) {
  const { x, y, x_test, y_test } = sets[flowers], [start_1, start_2] = starts[seed], kinds = start_2[0].length;
  /** @param {string[]} lines */
  const inside = (lines) => lines.map((line) => line && `    ${line}`);
  const trim = definitions.join("\n").trim();
  return [
    "import numpy as np", "", "", trim, "", "",
    `x = ${array(x)}`, `y = np.eye(${kinds})[[${y.join(", ")}]]`, "N = y.size",
    ...(y_test ? [`x_test = ${array(x_test)}`, `y_test = np.eye(${kinds})[[${y_test.join(", ")}]]`] : []),
    ...(prepared ? [y_test ? "x, x_test = add_bias(scale(x, x)), add_bias(scale(x, x_test))" : "x = add_bias(scale(x, x))"] : []),
    `weights_1 = ${array(start_1)}`, ...(prepared ? ["weights_1 = np.vstack([weights_1, np.zeros((1, weights_1.shape[1]))])"] : []),
    `weights_2 = ${array(start_2)}`, `learning_rate = ${rate}`, "",
    `for epoch in range(${step}):`, ...inside([...forward, ...back]), "",
    ...forward, ...error, `print(f"MSE after ${step} epochs: {mse:.5f}")`, 'print("right:", round(accuracy(output_layer_outputs, y) * len(y)), "of", len(y))',
    ...(y_test ? ["", "x = x_test", ...forward, 'print("right in the test:", round(accuracy(output_layer_outputs, y_test) * len(y_test)), "of", len(y_test))'] : []), "",
  ].join("\n");
}
