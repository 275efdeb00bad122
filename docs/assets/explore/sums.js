// What a place of the walk computes, written out: one row for each product, and what they come to.
// @ts-check
import { argmax, central_difference, entry } from "./net.js";
import { named, spot, weight_at } from "./step.js";

/** What flows into the first and the second matrix of weights, with its role and its form. */
const FLOWS = [["x", "input", ".1f"], ["hidden_layer_outputs", "hidden", ".4f"]];

/** A number of the flower: the one of this place, or of another node. @param {Asked} asked @param {string} name */
const one = ({ stop, now, e }, name, n = stop.item) => entry(named(now, name), e, n);

/** @param {Asked} asked */
const role_of = ({ stop }) => stop.line.split("_")[0];

/** @param {string[]} labels @param {(n: number) => Part} left @param {(n: number) => Part} right @param {string} role @returns {Row[]} */
const products = (labels, left, right, role) => labels.map((label, n) => ({ label, parts: [left(n), right(n)], is: left(n)[0] * right(n)[0], role }));

/** @param {number} is @param {string} role @returns {Row} */
const total = (is, role, label = "sum", form = ".4f") => ({ label, is, role, form, strong: true });

/** A product that is the whole line. @param {string} label @param {Part[]} parts @param {number} is @param {string} role @returns {Row[]} */
const whole = (label, parts, is, role, sign = "") => [{ label, parts, sign, is, role, strong: true }];

/** What a node takes in: a sum over the layer before. @param {Asked} asked */
function taken_in(asked) {
  const role = role_of(asked), layer = role === "hidden" ? 0 : 1, [from, of, form] = FLOWS[layer], weights = named(asked.now, `weights_${layer + 1}`);
  const rows = products(asked.route.names[layer], (n) => [one(asked, from, n), of, form], (n) => [entry(weights, n, asked.stop.item), "weight", ".4f"], role);
  return [...rows, total(one(asked, asked.stop.line), role)];
}

/** @param {Asked} asked */
function squeezed(asked) {
  const role = role_of(asked);
  return [{ label: "z, what it takes in", is: one(asked, `${role}_layer_inputs`), role }, total(one(asked, asked.stop.line), role, "output: 1 / (1 + e to the −z)")];
}

/** @param {Asked} asked */
function missed(asked) {
  const parts = /** @type {Part[]} */ ([[one(asked, "output_layer_outputs"), "output", ".4f"], [one(asked, "y"), "label", ".0f"]]);
  return whole("says − should say", parts, one(asked, asked.stop.line), "error", "−");
}

/** @param {Asked} asked */
function bent(asked) {
  const role = role_of(asked), out = one(asked, `${role}_layer_outputs`);
  return whole("error · out · (1 − out)", [[one(asked, `${role}_layer_error`), "error", ".4f"], [out, role, ".4f"], [1 - out, role, ".4f"]], one(asked, asked.stop.line), "error");
}

/** What comes back to a hidden node: a sum over the outputs. @param {Asked} asked */
function sent_back(asked) {
  const { route, now, stop } = asked;
  const rows = products(route.names[2], (j) => [one(asked, "output_layer_delta", j), "error", ".4f"], (j) => [entry(now.weights_2, stop.item, j), "weight", ".4f"], "error");
  return [...rows, total(one(asked, stop.line), "error")];
}

/** A slope: a sum over the flowers, and the same measured. @param {Asked} asked @returns {Row[]} */
function slope({ route, stop, now }) {
  const { key, a, b } = spot(weight_at(route, stop)), second = key === "weights_2", [from, role, form] = FLOWS[Number(second)];
  const delta = second ? now.output_layer_delta : now.hidden_layer_delta, is = entry(named(now, stop.line), a, b), N = now.y.at.length;
  /** @param {Matrix} w */
  const cost = (w) => (second ? now.error(now.weights_1, w) : now.error(w, now.weights_2));
  return [
    ...products(route.names[2], (r) => [entry(named(now, from), r, a), role, form], (r) => [entry(delta, r, b), "error", ".4f"], "update"),
    total(is * N, "update"), total(is, "update", `÷ ${N}: the slope`, ".6f"),
    { label: "measured by nudging", is: central_difference(cost, now[key], stop.item), role: "update", form: ".6f" },
  ];
}

/** @param {Asked} asked @returns {Row[]} */
function moved({ stop: { line }, now, weight }) {
  const { key, a, b } = spot(weight), [r, c] = key === line ? [a, b] : [0, 0], by = entry(named(now, `${line}_update`), r, c);
  return [
    { label: `${line}[${r}, ${c}] was`, is: entry(named(now, line), r, c), role: "weight", form: ".6f" },
    { label: "− rate · slope", parts: [[now.rate, "", ".3f"], [by, "update", ".6f"]], is: -now.rate * by, role: "update", form: ".6f" },
    total(entry(named(now, line.replace("weights", "new")), r, c), "weight", "and is", ".6f"),
    { label: "MSE before", is: now.mse, role: "error", form: ".6f" }, total(now.mse_after, "error", "MSE after both", ".6f"),
  ];
}

/** @param {Asked} asked @returns {Row[]} */
function squares({ route, now }) {
  const N = now.y.at.length, of = (/** @type {number} */ r) => route.names[2].reduce((sum, _, j) => sum + entry(now.output_layer_error, r, j) ** 2, 0);
  const rows = route.names[2].map((label, r) => ({ label: `${label}: three squares`, is: of(r), role: "error" }));
  return [...rows, total(now.mse * 2 * N, "error"), total(now.mse, "error", `÷ (2 · ${N})`, ".6f")];
}

/** What the net says to each flower. @param {Asked} asked @returns {Row[]} */
function said({ route, now }) {
  return route.names[2].map((label, r) => {
    const best = argmax(now.output_layer_outputs, r), strong = best === argmax(now.y, r);
    const parts = route.names[2].map((_, j) => /** @type {Part} */ ([entry(now.output_layer_outputs, r, j), "output", ".2f"]));
    return { label, parts, sign: "\u2003", says: `${strong ? "✓" : "✗"} ${route.names[2][best]}`, role: strong ? "output" : "error", strong };
  });
}

/** By the line, or by what it makes of a layer. @type {Record<string, (asked: Asked) => Row[]>} */
const WRITTEN = {
  "": said, mse: squares, weights_1: moved, weights_2: moved, output_layer_error: missed, hidden_layer_error: sent_back,
  inputs: taken_in, outputs: squeezed, delta: bent, update: slope,
};

/** @param {Asked} asked */
export const sums = (asked) => (WRITTEN[asked.stop.line] || WRITTEN[asked.stop.line.split("_")[2]])(asked);
