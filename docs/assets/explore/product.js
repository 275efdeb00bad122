// A matrix product: which row meets which column, and what becomes of it when a factor is transposed.
// @ts-check
import { awaken, parts, put, same_or_stop, text_of } from "./figure.js";
import { dot, entry, matrix, transposed } from "./net.js";
import { array } from "./numpy.js";
import { states } from "./states.js";
import { number } from "./text.js";

/** @typedef {{at: number, left: number, right: number}} State */

const NOTHING = "\u00a0";

/** @param {any} data @param {State} state */
const script = (data, { left, right }) => [
  "import numpy as np", "", "np.set_printoptions(suppress=True, precision=6)", `left = ${array(data.left)}`, `right = ${array(data.right)}`, "try:",
  `    print(np.dot(left${left ? ".T" : ""}, right${right ? ".T" : ""})${data.by === 1 ? "" : ` / ${data.by}`})`, "except ValueError as error:", "    print(error)", "",
].join("\n");

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const its = parts(figure), { all, find, field, inputs, data, copy } = its, texts = all("[data-of]"), lit = all("[data-lit]"), turns = inputs("[data-turn]");
  const factors = { left: matrix(data.left), right: matrix(data.right) }, [height, width] = [factors.left.rows, factors.right.cols];
  const scrub = field("scrub"), work = find("[data-work]"), lines = work.children.length;
  const begin = /** @type {State} */ ({ at: data.at[0] * width + data.at[1], left: 0, right: 0 });

  /** The factors as they lie, the names along their sides, and their product where there is one. @param {State} state */
  function now({ left, right }) {
    const sides = { left: [[data.axes[0], data.rows], [data.axes[1], data.inner]], right: [[data.axes[1], data.inner], [data.axes[2], data.columns]] };
    const one = left ? transposed(factors.left) : factors.left, other = right ? transposed(factors.right) : factors.right;
    const [over, under] = [left ? sides.left[0] : sides.left[1], right ? sides.right[1] : sides.right[0]], fits = one.cols === other.rows;
    const product = fits ? dot(one, other) : null;
    if (product) product.at.forEach((sum, n) => { product.at[n] = sum / data.by; });
    const drawn = product && product.rows === height && product.cols === width && one.cols === factors.left.cols ? product : null;
    return { one, other, over, under, product, drawn, means: over[0] === under[0] };
  }
  /** @param {HTMLElement} text @param {ReturnType<typeof now>} found */
  function value_of({ dataset }, { one, other, drawn }) {
    const [part, n] = String(dataset.of).split("."), square = { left: one.rows === one.cols ? one : factors.left, right: other.rows === other.cols ? other : factors.right };
    return part === "product" ? (drawn ? drawn.at[Number(n)] : NaN) : square[/** @type {"left"} */ (part)].at[Number(n)];
  }
  same_or_stop(its.id, texts, (text) => value_of(text, now(begin)));
  if (lit.length !== 3 || turns.length !== 2 || texts.length !== factors.left.at.length + factors.right.at.length + height * width) throw new Error(`${figure.id} lacks a matrix or a factor to transpose`);

  /** @param {Matrix} of */
  const shape = (of) => `(${of.rows}, ${of.cols})`;
  /** @param {ReturnType<typeof now>} found */
  function verdict({ one, other, over, under, product, means }) {
    const sizes = `${shape(one)} times ${shape(other)}`;
    if (!product) return `${sizes}: the inner sizes, ${one.cols} and ${other.rows}, clash. NumPy refuses.`;
    if (means) return `${sizes} gives ${shape(product)}. In the middle, ${over[0]} meet ${under[0]}: each product belongs.`;
    return `${sizes}: ${one.cols} = ${other.rows}, so NumPy multiplies without a word. But ${over[0]} meet ${under[0]}, and what is added up does not belong together.`;
  }
  /** The cell as a sum: a row for each product. @param {ReturnType<typeof now>} found @param {number} r @param {number} c @returns {[string, string, string][]} */
  function sum({ one, other, over, under, drawn, means }, r, c) {
    if (!drawn) return [];
    const rows = Array.from({ length: one.cols }, (_, n) => {
      const [a, b] = [entry(one, r, n), entry(other, n, c)], name = means ? over[1][n] : `${over[1][n]} meets ${under[1][n]}`;
      return /** @type {[string, string, string]} */ ([name, `${number(a, data.form)} · ${number(b, data.form)}`, number(a * b, ".4f")]);
    });
    const total = entry(drawn, r, c);
    return [...rows, ["sum", "", number(total * data.by, ".4f")], ...(data.by === 1 ? [] : [/** @type {[string, string, string]} */ ([`÷ ${data.by}`, "", number(total, ".4f")])])];
  }
  /** @param {HTMLElement} path @param {number} r @param {number} c */
  function cells({ dataset }, r, c) {
    const [x, y, across, down] = String(dataset.grid).split(" ").map(Number), inner = factors.left.cols;
    const found = { left: data.inner.map((/** @type {string} */ _, /** @type {number} */ n) => [r, n]), right: data.inner.map((/** @type {string} */ _, /** @type {number} */ n) => [n, c]), product: [[r, c]] }[String(dataset.lit)];
    return { found, cols: dataset.lit === "left" ? inner : width, d: found.map((/** @type {number[]} */ [i, j]) => `M${(x + across * j).toFixed(1)} ${(y + down * i).toFixed(1)}h${across}v${down}h${-across}z`).join("") };
  }
  /** @param {[string, string, string] | undefined} row */
  function written_out(row) {
    const made = document.createElement("tr");
    (row || ["", "", NOTHING]).forEach((words, n) => made.append(Object.assign(document.createElement(row && !n ? "th" : "td"), { textContent: words })));
    if (row) made.children[0].setAttribute("scope", "row");
    return made;
  }
  /** @param {State} state @param {(heard: string) => void} over */
  function show(state, over) {
    const found = now(state), [r, c] = [Math.floor(state.at / width), state.at % width], strong = new Set();
    for (const path of lit) {
      const { found: of, cols, d } = cells(path, r, c);
      path.setAttribute("d", found.drawn ? d : "M0 0");
      if (found.drawn) for (const [i, j] of of) strong.add(`${path.dataset.lit}.${i * cols + j}`);
    }
    for (const text of texts) {
      const value = value_of(text, found);
      put(text, Number.isNaN(value) ? "?" : text_of(text, value));
      text.classList.toggle("strong", strong.has(text.dataset.of));
    }
    const place = found.drawn ? `Row ${data.rows[r]}, column ${data.columns[c]}` : "No cell to follow", told = verdict(found), rows = sum(found, r, c);
    put(find("[data-place]"), place);
    put(find("[data-verdict]"), told);
    work.replaceChildren(...Array.from({ length: lines }, (_, n) => written_out(rows[n])));
    scrub.value = String(state.at);
    scrub.setAttribute("aria-valuetext", rows.length ? `${place}: ${rows[rows.length - 1][2]}` : told);
    for (const turn of turns) turn.checked = Boolean(state[/** @type {"left"} */ (turn.dataset.turn)]);
    over(rows.length ? `${place}: ${rows[rows.length - 1][2]}. ${told}` : told);
  }
  const last = height * width - 1, { now: state, go, undo, read } = states(its, begin, { at: [0, last], left: [0, 1], right: [0, 1] }, show);
  /** @param {number} by */
  const move = (by) => go({ at: Math.min(Math.max(state().at + by, 0), last) });
  scrub.addEventListener("input", () => go({ at: Number(scrub.value) }, { quiet: true }));
  for (const turn of turns) turn.addEventListener("change", () => go({ [String(turn.dataset.turn)]: Number(turn.checked) }));
  for (const one of texts) if (String(one.dataset.of).startsWith("product.")) one.addEventListener("click", () => go({ at: Number(String(one.dataset.of).slice(8)) }));
  awaken(its, {
    back: () => move(-1), next: () => move(1), reset: () => go(begin), undo, script: () => copy(script(data, state()), "a script that prints this product"),
  }, read);
}
