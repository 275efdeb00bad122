// Takes the step of a program that Python has read: each line as a tree, such as ["@", ["name", "x"], ["name", "w"]].
// @ts-check
import { dot, sigmoid, transposed } from "./net.js";

/** @typedef {Matrix | number} Value */
/** @typedef {any[]} Tree */
/** @typedef {{made: [string, Tree][], gives: Tree[]}} Program */

/** @type {Record<string, (one: number, other: number) => number>} */
const EACH = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "**": (a, b) => a ** b };

/** Number by number; a single number goes with each. @param {Value} one @param {Value} other @param {(one: number, other: number) => number} f @returns {Value} */
function each(one, other, f) {
  if (typeof one === "number") return typeof other === "number" ? f(one, other) : { ...other, at: other.at.map((value) => f(one, value)) };
  if (typeof other !== "number" && (one.rows !== other.rows || one.cols !== other.cols)) throw new RangeError("shapes differ");
  return { ...one, at: one.at.map((value, n) => f(value, typeof other === "number" ? other : other.at[n])) };
}

/** As Python has it: rows from one to before another, negative ones from the end. @param {Matrix} of @param {number | null} from @param {number | null} to @returns {Matrix} */
function rows({ rows: count, cols, at }, from, to) {
  const [first, last] = [from ?? 0, to ?? count].map((end) => (end < 0 ? end + count : end));
  return { rows: last - first, cols, at: at.slice(first * cols, last * cols) };
}

/** @param {Tree} tree @param {Record<string, Value>} known @returns {Value} */
function value([kind, one, ...more], known) {
  if (kind === "number") return one;
  if (kind === "name") return known[one];
  const of = value(one, known), matrix = /** @type {Matrix} */ (of);
  switch (kind) {
    case "T": return transposed(matrix);
    case "size": return matrix.at.length;
    case "len": return matrix.rows;
    case "rows": return rows(matrix, more[0], more[1]);
    case "sigmoid": return each(of, of, sigmoid);
    case "np.ones_like": return each(of, of, () => 1);
    case "@": return dot(matrix, /** @type {Matrix} */ (value(more[0], known)));
    default: return each(of, value(more[0], known), EACH[kind]);
  }
}

/** What a program returns. @param {Program} program @param {Record<string, Value>} given @returns {Matrix[]} */
export function run({ made, gives }, given) {
  const known = { ...given };
  for (const [name, tree] of made) known[name] = value(tree, known);
  return gives.map((tree) => /** @type {Matrix} */ (value(tree, known)));
}
