// Runs the engine of the figures on nets that Python has written, and writes what it gives: standard input to output.
import { readFileSync } from "node:fs";
import { gradient_descent } from "./curve.js";
import * as net from "./net.js";
import { right_rows } from "./race.js";
import { number, typed } from "./text.js";
import { training } from "./training.js";

const rows_of = (a) => Array.from({ length: a.rows }, (_, r) => [...a.at.subarray(r * a.cols, (r + 1) * a.cols)]);
const plain = (layers) => Object.fromEntries(Object.entries(layers).map(([name, a]) => [name, rows_of(a)]));

function step({ x, y, weights_1, weights_2, learning_rate }) {
  const given = [x, y, weights_1, weights_2].map(net.matrix), [X, Y, W1, W2] = given;
  const said = net.feedforward(X, W1, W2), [new_1, new_2] = net.gradient_step(...given, learning_rate);
  const cost = (weights) => net.mean_squared_error(net.feedforward(X, weights, W2).output_layer_outputs, Y);
  const measured = W1.at.map((_, place) => net.central_difference(cost, W1, place));
  return {
    ...plain(said), ...plain(net.backpropagation(...given)), new_1: rows_of(new_1), new_2: rows_of(new_2),
    measured: [[...measured]], errors: [[cost(W1), right_rows(said.output_layer_outputs, Y).filter(Boolean).length / Y.rows]],
  };
}

function trained({ x, y, weights_1, weights_2, learning_rate, epochs }) {
  const given = [x, y, weights_1, weights_2].map(net.matrix), [X, Y, W1, W2] = given, errors = [];
  const fast = training(...given), slices = [0, 1, 7, epochs - 8];
  for (const count of slices) fast.steps(count, learning_rate, (error) => errors.push(error));
  let [a, b] = [W1, W2], same = true;
  for (let n = 0; n < epochs; n++) {
    same &&= errors[n] === net.mean_squared_error(net.feedforward(X, a, b).output_layer_outputs, Y);
    [a, b] = net.gradient_step(X, Y, a, b, learning_rate);
  }
  for (const [one, other] of [[a, fast.weights_1], [b, fast.weights_2]]) same &&= one.at.every((w, n) => w === other.at[n]);
  return { weights_1: rows_of(fast.weights_1), weights_2: rows_of(fast.weights_2), errors, same };
}

const DOES = {
  step, trained,
  digits: ({ values, form }) => values.map((value) => number(value, form)),
  typed: ({ texts }) => texts.map((text) => String(typed(text))),
  descent: ({ start, rate, steps }) => gradient_descent((w) => Math.exp(w) + 2 * w - 4, start, rate, steps),
};
const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(({ does, ...given }) => DOES[does](given))));
