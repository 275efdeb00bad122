// The net of these pages in JavaScript: the functions of tinynet under their own names, on rows of float64.
// Sums run in the order of the formulas. Python and these are run from the same nets, and the differences are bounded.
// @ts-check

/** @param {number[][]} rows @returns {Matrix} */
export const matrix = (rows) => ({ rows: rows.length, cols: rows[0].length, at: Float64Array.from(rows.flat()) });

/** What a page tells of a net. @param {{x: number[][], y: number[][], weights_1: number[][], weights_2: number[][], rate: number}} told @returns {Given} */
export const given_in = ({ x, y, weights_1, weights_2, rate }) => ({ x: matrix(x), y: matrix(y), weights_1: matrix(weights_1), weights_2: matrix(weights_2), rate });

/** A new matrix of a size, each number made from its row and column.
 * @param {number} rows @param {number} cols @param {(row: number, col: number) => number} make @returns {Matrix} */
function made(rows, cols, make) {
  const at = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) at[r * cols + c] = make(r, c);
  return { rows, cols, at };
}

/** @param {Matrix} a @param {number} row @param {number} col */
export const entry = (a, row, col) => a.at[row * a.cols + col];

/** The same matrix with one number changed. @param {Matrix} a @param {number} place @param {number} value @returns {Matrix} */
export function replaced(a, place, value) {
  const at = a.at.slice();
  at[place] = value;
  return { ...a, at };
}

/** @param {Matrix} a */
export const transposed = (a) => made(a.cols, a.rows, (r, c) => entry(a, c, r));

/** Each number with that of another matrix of the same size. @param {Matrix} a @param {Matrix} b @param {(one: number, other: number) => number} f */
const each = (a, b, f) => made(a.rows, a.cols, (r, c) => f(entry(a, r, c), entry(b, r, c)));

/** The matrix product. @param {Matrix} a @param {Matrix} b */
export function dot(a, b) {
  if (a.cols !== b.rows) throw new RangeError(`(${a.rows}, ${a.cols}) times (${b.rows}, ${b.cols}): the inner sizes differ`);
  return made(a.rows, b.cols, (r, c) => {
    let sum = 0;
    for (let n = 0; n < a.cols; n++) sum += entry(a, r, n) * entry(b, n, c);
    return sum;
  });
}

/** @param {number} x */
export const sigmoid = (x) => 1 / (1 + Math.exp(-Math.min(Math.max(x, -500), 500)));

/** What each layer takes in and puts out. @param {Matrix} x @param {Matrix} weights_1 @param {Matrix} weights_2 */
export function feedforward(x, weights_1, weights_2) {
  const hidden_layer_inputs = dot(x, weights_1);
  const hidden_layer_outputs = each(hidden_layer_inputs, hidden_layer_inputs, sigmoid);
  const output_layer_inputs = dot(hidden_layer_outputs, weights_2);
  const output_layer_outputs = each(output_layer_inputs, output_layer_inputs, sigmoid);
  return { hidden_layer_inputs, hidden_layer_outputs, output_layer_inputs, output_layer_outputs };
}

/** The mean squared error, halved. @param {Matrix} output_layer_outputs @param {Matrix} y */
export function mean_squared_error(output_layer_outputs, y) {
  let sum = 0;
  for (let n = 0; n < y.at.length; n++) sum += (output_layer_outputs.at[n] - y.at[n]) ** 2;
  return sum / (2 * y.at.length);
}

/** The column of the largest number of a row; of equal ones the first. @param {Matrix} a @param {number} row */
export function argmax(a, row) {
  let best = 0;
  for (let c = 1; c < a.cols; c++) if (entry(a, row, c) > entry(a, row, best)) best = c;
  return best;
}

/** Errors, deltas and updates. @param {Matrix} x @param {Matrix} y @param {Matrix} weights_1 @param {Matrix} weights_2 */
export function backpropagation(x, y, weights_1, weights_2) {
  const { hidden_layer_outputs, output_layer_outputs } = feedforward(x, weights_1, weights_2), N = y.at.length;
  /** @param {number} error @param {number} out */
  const times_slope = (error, out) => error * out * (1 - out);
  /** @param {Matrix} sums */
  const by_N = (sums) => each(sums, sums, (sum) => sum / N);
  const output_layer_error = each(output_layer_outputs, y, (said, label) => said - label);
  const output_layer_delta = each(output_layer_error, output_layer_outputs, times_slope);
  const weights_2_update = by_N(dot(transposed(hidden_layer_outputs), output_layer_delta));
  const hidden_layer_error = dot(output_layer_delta, transposed(weights_2));
  const hidden_layer_delta = each(hidden_layer_error, hidden_layer_outputs, times_slope);
  const weights_1_update = by_N(dot(transposed(x), hidden_layer_delta));
  return { output_layer_error, output_layer_delta, weights_2_update, hidden_layer_error, hidden_layer_delta, weights_1_update };
}

/** The new weights. @param {Matrix} x @param {Matrix} y @param {Matrix} weights_1 @param {Matrix} weights_2
 * @param {number} learning_rate @returns {[Matrix, Matrix]} */
export function gradient_step(x, y, weights_1, weights_2, learning_rate) {
  const { weights_1_update, weights_2_update } = backpropagation(x, y, weights_1, weights_2);
  /** @param {number} w @param {number} slope */
  const downhill = (w, slope) => w - learning_rate * slope;
  return [each(weights_1, weights_1_update, downhill), each(weights_2, weights_2_update, downhill)];
}

/** The slope of a cost in one of the weights, measured. @param {(weights: Matrix) => number} cost @param {Matrix} weights
 * @param {number} place @param {number} [epsilon] */
export function central_difference(cost, weights, place, epsilon = 1e-5) {
  /** @param {number} by */
  const moved = (by) => cost(replaced(weights, place, weights.at[place] + by));
  return (moved(epsilon) - moved(-epsilon)) / (2 * epsilon);
}
