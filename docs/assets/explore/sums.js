// What a place of the walk computes, written out: one row for each product, and what they come to.
// @ts-check
import { argmax, central_difference, entry } from "./net.js";
import { spot } from "./step.js";
import { weight_at } from "./stops.js";

/** A number, its role and its form. @typedef {[number, string, string]} Part */
/** @typedef {{label: string, parts?: Part[], sign?: string, is?: number, says?: string, role: string, form?: string, strong?: boolean}} Row */
/** @typedef {import("./net.js").Matrix} Matrix */
/** @typedef {import("./step.js").Numbers} Numbers */
/** @typedef {import("./stops.js").Route} Route */
/** @typedef {import("./stops.js").Stop} Stop */
/** What is asked: the place, the numbers, the row of the flower, and the weight that is chosen.
 * @typedef {{route: Route, stop: Stop, now: Numbers, e: number, weight: string}} Asked */

export const ROWS = 6;

/** @param {string[]} labels @param {(n: number) => Part} one @param {(n: number) => Part} other @param {string} role @returns {Row[]} */
const products = (labels, one, other, role) => labels.map((label, n) => ({ label, parts: [one(n), other(n)], is: one(n)[0] * other(n)[0], role }));

/** @param {number} is @param {string} role @param {string} [label] @param {string} [form] @returns {Row} */
const total = (is, role, label = "sum", form = ".4f") => ({ label, is, role, form, strong: true });

/** A sum over the nodes of the layer before. @param {Asked} asked @param {Matrix} from @param {Part[1]} role @param {string} form
 * @param {Matrix} weights @param {Matrix} sums @param {string} into @returns {Row[]} */
function taken_in({ route, stop: { item }, e }, from, role, form, weights, sums, into) {
  const names = route.names[into === "hidden" ? 0 : 1];
  const rows = products(names, (n) => [entry(from, e, n), role, form], (n) => [entry(weights, n, item), "weight", ".4f"], into);
  return [...rows, total(entry(sums, e, item), into)];
}

/** @param {Asked} asked @param {Matrix} sums @param {Matrix} outputs @param {string} role @returns {Row[]} */
function squeezed({ stop: { item }, e }, sums, outputs, role) {
  return [{ label: "1 / (1 + e to the −z), z =", parts: [[entry(sums, e, item), role, ".4f"]], is: entry(outputs, e, item), role, strong: true }];
}

/** @param {Asked} asked @param {Matrix} error @param {Matrix} outputs @param {Matrix} delta @param {string} role @returns {Row[]} */
function bent({ stop: { item }, e }, error, outputs, delta, role) {
  const out = entry(outputs, e, item);
  const parts = /** @type {Part[]} */ ([[entry(error, e, item), "error", ".4f"], [out, role, ".4f"], [1 - out, role, ".4f"]]);
  return [{ label: "error · out · (1 − out)", parts, is: entry(delta, e, item), role: "error", strong: true }];
}

/** A slope: a sum over the flowers, and the same measured. @param {Asked} asked @param {Matrix} from @param {string} role
 * @param {string} form @param {Matrix} delta @param {Matrix} update @returns {Row[]} */
function slope({ route, stop, now }, from, role, form, delta, update) {
  const { key, a, b } = spot(weight_at(route, stop)), is = entry(update, a, b), N = now.y.at.length;
  /** @param {Matrix} w */
  const cost = (w) => (key === "weights_1" ? now.error(w, now.weights_2) : now.error(now.weights_1, w));
  return [
    ...products(route.names[2], (r) => [entry(from, r, a), role, form], (r) => [entry(delta, r, b), "error", ".4f"], "update"),
    total(is * N, "update"), total(is, "update", `÷ ${N}: the slope`, ".6f"),
    { label: "measured by nudging", is: central_difference(cost, now[key], stop.item), role: "update", form: ".6f" },
  ];
}

/** @param {Asked} asked @returns {Row[]} */
function moved({ stop: { line }, now, weight }) {
  const { key, a, b } = spot(weight), [r, c] = key === line ? [a, b] : [0, 0];
  const [old, update, is] = line === "weights_1" ? [now.weights_1, now.weights_1_update, now.new_1] : [now.weights_2, now.weights_2_update, now.new_2];
  const by = entry(update, r, c);
  return [
    { label: `${line}[${r}, ${c}] was`, is: entry(old, r, c), role: "weight", form: ".6f" },
    { label: "− rate · slope", parts: [[now.rate, "", ".3f"], [by, "update", ".6f"]], is: -now.rate * by, role: "update", form: ".6f" },
    total(entry(is, r, c), "weight", "and is", ".6f"),
    { label: "MSE before", is: now.mse, role: "error", form: ".6f" }, total(now.mse_after, "error", "MSE after both", ".6f"),
  ];
}

/** @param {Asked} asked @returns {Row[]} */
function squares({ route, now }) {
  const { y, output_layer_error: error } = now, N = y.at.length;
  /** @param {number} r */
  const of = (r) => route.names[2].reduce((sum, _, j) => sum + entry(error, r, j) ** 2, 0);
  const rows = route.names[2].map((label, r) => ({ label: `${label}: three squares`, is: of(r), role: "error" }));
  return [...rows, total(now.mse * 2 * N, "error"), total(now.mse, "error", `÷ (2 · ${N})`, ".6f")];
}

/** What the net says to each flower. @param {Asked} asked @returns {Row[]} */
function said({ route, now }) {
  return route.names[2].map((label, r) => {
    const best = argmax(now.output_layer_outputs, r), right = best === argmax(now.y, r);
    const parts = route.names[2].map((_, j) => /** @type {Part} */ ([entry(now.output_layer_outputs, r, j), "output", ".2f"]));
    return { label, parts, sign: "\u2003", says: `${right ? "✓" : "✗"} ${route.names[2][best]}`, role: right ? "output" : "error", strong: right };
  });
}

/** @param {Asked} asked @returns {Row[]} */
export function sums(asked) {
  const { route, stop: { line, item }, now, e } = asked;
  switch (line) {
    case "hidden_layer_inputs": return taken_in(asked, now.x, "input", ".1f", now.weights_1, now.hidden_layer_inputs, "hidden");
    case "hidden_layer_outputs": return squeezed(asked, now.hidden_layer_inputs, now.hidden_layer_outputs, "hidden");
    case "output_layer_inputs": return taken_in(asked, now.hidden_layer_outputs, "hidden", ".4f", now.weights_2, now.output_layer_inputs, "output");
    case "output_layer_outputs": return squeezed(asked, now.output_layer_inputs, now.output_layer_outputs, "output");
    case "mse": return squares(asked);
    case "output_layer_error": {
      const parts = /** @type {Part[]} */ ([[entry(now.output_layer_outputs, e, item), "output", ".4f"], [entry(now.y, e, item), "label", ".0f"]]);
      return [{ label: "says − should say", sign: "−", parts, is: entry(now.output_layer_error, e, item), role: "error", strong: true }];
    }
    case "output_layer_delta": return bent(asked, now.output_layer_error, now.output_layer_outputs, now.output_layer_delta, "output");
    case "weights_2_update": return slope(asked, now.hidden_layer_outputs, "hidden", ".4f", now.output_layer_delta, now.weights_2_update);
    case "hidden_layer_error": {
      const rows = products(route.names[2], (j) => [entry(now.output_layer_delta, e, j), "error", ".4f"], (j) => [entry(now.weights_2, item, j), "weight", ".4f"], "error");
      return [...rows, total(entry(now.hidden_layer_error, e, item), "error")];
    }
    case "hidden_layer_delta": return bent(asked, now.hidden_layer_error, now.hidden_layer_outputs, now.hidden_layer_delta, "hidden");
    case "weights_1_update": return slope(asked, now.x, "input", ".1f", now.hidden_layer_delta, now.weights_1_update);
    case "weights_1": case "weights_2": return moved(asked);
    default: return said(asked);
  }
}
