// Many gradient steps without making a matrix: the sums of net.js in the same order, into the same places again.
// It takes its steps in slices, so that a page can draw in between.
// @ts-check
import { sigmoid } from "./net.js";


/** What comes out of a layer: for each row of `from` its products with the columns of `by`, squeezed, into `to`.
 * @param {Float64Array} from @param {Matrix} by @param {Float64Array} to */
function layer(from, { rows: inner, cols, at }, to) {
  for (let row = 0, place = 0; place < to.length; row += inner) {
    for (let col = 0; col < cols; col++, place++) {
      let sum = 0;
      for (let n = 0, w = col; n < inner; n++, w += cols) sum += from[row + n] * at[w];
      to[place] = sigmoid(sum);
    }
  }
}

/** The slopes of one matrix of weights: what flowed in, turned over, times the deltas, divided by N, into `to`.
 * @param {Float64Array} from @param {Float64Array} delta @param {Matrix} by @param {Float64Array} to @param {number} N */
function update(from, delta, { rows: inner, cols }, to, N) {
  for (let a = 0, place = 0; a < inner; a++) {
    for (let b = 0; b < cols; b++, place++) {
      let sum = 0;
      for (let d = b, f = a; d < delta.length; d += cols, f += inner) sum += from[f] * delta[d];
      to[place] = sum / N;
    }
  }
}

/** @param {Matrix} x @param {Matrix} y @param {Matrix} start_1 @param {Matrix} start_2 */
export function training(x, y, start_1, start_2) {
  const weights_1 = { ...start_1, at: start_1.at.slice() }, weights_2 = { ...start_2, at: start_2.at.slice() };
  const N = y.at.length, outputs = y.cols, hidden = start_1.cols;
  const [h, o, o_delta, h_delta] = [hidden, outputs, outputs, hidden].map((cols) => new Float64Array(x.rows * cols));
  const [update_1, update_2] = [new Float64Array(start_1.at.length), new Float64Array(start_2.at.length)];

  function forward() {
    layer(x.at, weights_1, h);
    layer(h, weights_2, o);
  }

  function backward() {
    for (let n = 0; n < N; n++) o_delta[n] = (o[n] - y.at[n]) * o[n] * (1 - o[n]);
    update(h, o_delta, weights_2, update_2, N);
    for (let e = 0, n = 0; e < N; e += outputs) {
      for (let i = 0; i < hidden; i++, n++) {
        let error = 0;
        for (let j = 0; j < outputs; j++) error += o_delta[e + j] * weights_2.at[i * outputs + j];
        h_delta[n] = error * h[n] * (1 - h[n]);
      }
    }
    update(x.at, h_delta, weights_1, update_1, N);
  }

  /** The error of what was said last. */
  function mean_squared_error() {
    let sum = 0;
    for (let n = 0; n < N; n++) sum += (o[n] - y.at[n]) ** 2;
    return sum / (2 * N);
  }

  /** Take steps until they are taken or the time is over; how many it took. @param {number} count @param {number} learning_rate
   * @param {(error: number) => void} [record] is told the error before each step @param {number} [until] as performance.now() has it */
  function steps(count, learning_rate, record, until = Infinity) {
    for (let step = 0; step < count; step++) {
      if (step % 16 === 0 && performance.now() > until) return step;
      forward();
      if (record) record(mean_squared_error());
      backward();
      for (let n = 0; n < update_1.length; n++) weights_1.at[n] -= learning_rate * update_1[n];
      for (let n = 0; n < update_2.length; n++) weights_2.at[n] -= learning_rate * update_2[n];
    }
    return count;
  }

  return { weights_1, weights_2, steps, forward, mean_squared_error, hidden: h, outputs: { rows: x.rows, cols: outputs, at: o } };
}
