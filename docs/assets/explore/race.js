// One training in slices, so that a page can draw in between, and beside it a twin whose weights are nudged now and then
// by 1e-11 of their size: a rounding, made large. Where the two part, other machines may show other digits.
// @ts-check
import { argmax } from "./net.js";
import { training } from "./training.js";

/** @typedef {{x: Matrix, y: Matrix, weights_1: Matrix, weights_2: Matrix, rate: number}} Given */

export const NUDGE = 1e-11, APART = 1e-7, PER_POWER = 12;
const SLICE = 8, BEAT = 16, HAIR = 1e-12;

/** The epochs that are drawn: so many a power of ten, and the last. @param {number} last */
export function drawn_epochs(last) {
  const found = Array.from({ length: 5 * PER_POWER + 1 }, (_, n) => Math.round(10 ** (n / PER_POWER))).filter((n) => n < last);
  return [...new Set([...found, ...(last ? [last] : [])])];
}

/** Which rows have their largest output where their label is. @param {Matrix} said @param {Matrix} y */
export const right_rows = (said, y) => Array.from({ length: y.rows }, (_, row) => argmax(said, row) === argmax(y, row));

/** Whether the answer to a row hangs on the last digits. @param {Matrix} said */
const on_a_hair = ({ rows, cols, at }) => Array.from({ length: rows }, (_, row) => [...at.subarray(row * cols, (row + 1) * cols)].sort((a, b) => b - a))
  .some(([one, other]) => one !== other && one - other < HAIR);

/** A training at its start. @param {Given} given */
export function race({ x, y, weights_1, weights_2, rate }) {
  const own = training(x, y, weights_1, weights_2), twin = training(x, y, weights_1, weights_2);
  /** The error after each epoch, and how many rows were right, at epochs that are drawn. @type {{errors: number[], right: Map<number, number>}} */
  const course = { errors: [], right: new Map() };
  const looked_at = new Set(drawn_epochs(1e5));
  let taken = 0, lost = Infinity, frame = 0;

  /** A nudge at the start alone may die out before the place where a fresh one would grow. */
  function nudge() {
    for (const { at } of [twin.weights_1, twin.weights_2]) at.forEach((w, n) => { at[n] = w * (1 + NUDGE * (((7 * n + taken / BEAT) % 3) - 1)); });
  }
  /** @param {number} count */
  function on(count) {
    if (taken % BEAT === 0) nudge();
    /** @type {number[]} */
    const others = [], first = course.errors.length;
    own.steps(count, rate, (error) => {
      if (looked_at.has(course.errors.length)) course.right.set(course.errors.length, right_rows(own.outputs, y).filter(Boolean).length);
      course.errors.push(error);
    });
    twin.steps(count, rate, (error) => others.push(error));
    taken += count;
    const parted = others.findIndex((error, n) => !(Math.abs(error - course.errors[first + n]) <= APART));
    if (parted >= 0) lost = Math.min(lost, first + parted);
  }
  /** What the net says now, to the rows that it learns from. */
  function now() {
    for (const one of [own, twin]) one.forward();
    const error = own.mean_squared_error(), apart = Math.abs(twin.mean_squared_error() - error) > APART;
    if (apart || on_a_hair(own.outputs) || String(right_rows(own.outputs, y)) !== String(right_rows(twin.outputs, y))) lost = Math.min(lost, taken);
    return { epoch: taken, error, errors: [...course.errors, error], right: course.right, said: own.outputs, hidden: own.hidden, weights_1: own.weights_1, weights_2: own.weights_2, lost };
  }
  return {
    now, taken: () => taken, stop: () => cancelAnimationFrame(frame),
    /** Train up to an epoch, a slice a frame; what is seen in between, and at the end. @param {number} until @param {(over: boolean) => void} seen */
    to(until, seen) {
      cancelAnimationFrame(frame);
      const slice = () => {
        const end = performance.now() + SLICE;
        while (taken < until && performance.now() < end) on(Math.min(BEAT - (taken % BEAT), until - taken));
        if (taken < until) frame = requestAnimationFrame(slice);
        seen(taken >= until);
      };
      slice();
    },
  };
}
