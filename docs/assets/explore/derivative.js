// The derivative of any weight: its paths with their factors, its sum over the flowers, and what follows when it is turned.
// @ts-check
import { awaken, parts, put, same_or_stop, sliding, text_of, typing } from "./figure.js";
import { central_difference, entry, given_in } from "./net.js";
import { states } from "./states.js";
import { named, names_of, numbers, spot } from "./step.js";
import { number } from "./text.js";

/** @typedef {Record<string, number>} State */
/** @typedef {"weights_1" | "weights_2"} Key */

const KEYS = /** @type {Key[]} */ (["weights_1", "weights_2"]), WEIGHT = /** @type {Limits} */ ([-20, 20]), RATE = /** @type {Limits} */ ([0.001, 1]);
/** The lines that lead back to each matrix. @type {Record<Key, string[]>} */
const BACK = {
  weights_2: ["output_layer_error", "output_layer_delta", "weights_2_update", "weights_2"],
  weights_1: ["output_layer_error", "output_layer_delta", "hidden_layer_error", "hidden_layer_delta", "weights_1_update", "weights_1"],
};

/** The number that a text shows: one of the flower, the slope of a sigmoid there, or its share in the error.
 * @param {HTMLElement} text @param {number} flower @param {Numbers} now */
function value_of({ dataset }, flower, now) {
  const [name, item, how] = String(dataset.of).split("."), of = named(now, name);
  if (!of?.at) return Number(of); // an error
  const value = of.at[(name.startsWith("weights") ? 0 : flower * of.cols) + Number(item)];
  return how === "slope" ? value * (1 - value) : how ? value / now.y.at.length : value;
}

/** The sum of a weight, a row for each flower; then the same measured, and the step. @param {string} name @param {Numbers} now @param {string[]} flowers @returns {Row[]} */
function sum(name, now, flowers) {
  const { key, a, b } = spot(name), second = key === "weights_2", layer = second ? "output" : "hidden", N = now.y.at.length;
  const [from, role, form] = second ? ["hidden_layer_outputs", "hidden", ".4f"] : ["x", "input", ".1f"], w = entry(now[key], a, b), is = entry(named(now, `${key}_update`), a, b);
  const rows = flowers.map((label, e) => {
    const back = entry(named(now, `${layer}_layer_error`), e, b) / N, out = entry(named(now, `${layer}_layer_outputs`), e, b), flows = entry(named(now, from), e, a);
    return { label, parts: /** @type {Part[]} */ ([[back, "error", ".4f"], [out * (1 - out), layer, ".4f"], [flows, role, form]]), is: back * (out * (1 - out)) * flows, role: "update" };
  });
  /** @param {Matrix} moved */
  const cost = (moved) => (second ? now.error(now.weights_1, moved) : now.error(moved, now.weights_2));
  return [
    ...rows, { label: "sum: the derivative", is, role: "update", strong: true },
    { label: "measured by nudging", is: central_difference(cost, now[key], a * now[key].cols + b), role: "update" },
    { label: "the weight is", is: w, role: "weight" }, { label: "− rate · derivative", is: -now.rate * is, role: "update" },
    { label: "after the step", is: w - now.rate * is, role: "weight", strong: true },
  ];
}

/** @param {string} text */
const cell = (text, klass = "", tag = "td") => Object.assign(document.createElement(tag), { textContent: text, className: klass });

/** What the factors are. @param {Element} line @param {string} name */
function heads(line, name) {
  const { key, a } = spot(name), second = key === "weights_2", factors = cell("", "", "th");
  factors.append(cell("error", "m-error", "span"), " · ", cell("slope", second ? "m-output" : "m-hidden", "span"), " · ", cell(`${second ? "out" : "in"}[${a + 1}]`, second ? "m-hidden" : "m-input", "span"));
  line.replaceChildren(cell("flower", "", "th"), factors, cell("product", "m-update", "th"));
  for (const head of line.children) head.setAttribute("scope", "col");
}

/** @param {Element} line @param {Row} row @param {boolean} lit */
function write(line, { label, parts = [], is = NaN, role, strong }, lit) {
  const factors = cell(""), head = cell(label, lit ? "strong" : "", "th");
  parts.forEach(([value, of, form], n) => factors.append(n ? " · " : "", cell(number(value, form), `m-${of}`, "span")));
  head.setAttribute("scope", "row");
  head.setAttribute("colspan", parts.length ? "1" : "2");
  line.replaceChildren(head, ...(parts.length ? [factors] : []), cell(number(is, ".6f"), `m-${role}${strong || lit ? " strong" : ""}`));
}

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const its = parts(figure), { all, find, field, inputs, say, data, copy } = its, start = given_in(data), flowers = /** @type {string[]} */ (data.names[2]);
  const weights = KEYS.flatMap((key) => names_of(key, start[key])), texts = all("[data-of]"), lines = all("[data-line]"), radios = inputs("[data-flower]");
  const choices = inputs("[type=radio]:not([data-flower])"), [slide, value, rate] = ["slide", "value", "rate"].map(field);
  const [place, whose, work] = ["[data-place]", "[data-whose]", "[data-work]"].map(find);
  const from_1 = start.weights_1.at.length, factors = from_1 * (2 + 3 * start.y.cols) + 3 * start.weights_2.at.length;
  const begin = /** @type {State} */ ({ at: 0, flower: data.flower, rate: start.rate, ...Object.fromEntries(weights.map((name, n) => [`w${name}`, [...start.weights_1.at, ...start.weights_2.at][n]])) });
  const known = /** @type {Known} */ ({ at: [0, weights.length - 1], flower: [0, flowers.length - 1], rate: RATE });
  for (const name of weights) known[`w${name}`] = WEIGHT;

  /** All numbers of the step with the weights of a state. @param {State} state */
  const now = (state) => numbers({ ...start, rate: state.rate, ...Object.fromEntries(KEYS.map((key) => [key, { ...start[key], at: Float64Array.from(names_of(key, start[key]), (name) => state[`w${name}`]) }])) });
  const first = now(begin);
  same_or_stop(its.id, texts, (text) => value_of(text, begin.flower, first));
  if (choices.length !== weights.length || texts.length !== factors + 2 || radios.length !== flowers.length || !BACK.weights_1.every((name) => lines.some(({ dataset }) => dataset.line === name))) {
    throw new Error(`${figure.id}: a weight, a factor or a line is not there`);
  }

  /** @param {State} state @param {(heard: string) => void} over */
  function show(state, over) {
    const found = now(state), name = weights[state.at], w = state[`w${name}`], { key, a, b } = spot(name), layer = Number(name[0]), rows = sum(name, found, flowers);
    const title = `w[${name}], from ${data.names[layer - 1][a]} to ${data.names[layer][b]}`;
    for (const text of texts) put(text, text_of(text, value_of(text, state.flower, found)));
    choices.forEach((choice, n) => { choice.checked = n === state.at; });
    radios.forEach((radio, n) => { radio.checked = n === state.flower; });
    for (const line of lines) {
      line.classList.toggle("on", BACK[key].includes(String(line.dataset.line)));
      line.ariaCurrent = line.dataset.line === `${key}_update` ? "step" : null;
    }
    put(place, title);
    put(whose, flowers[state.flower]);
    heads(work.children[0], name);
    rows.forEach((row, n) => write(work.children[n + 1], row, n === state.flower));
    const told = `Its derivative is ${number(rows[flowers.length].is || 0, ".6f")}; the MSE is ${number(found.mse, ".6f")}, after the step ${number(found.mse_after, ".6f")}.`;
    slide.value = String(w);
    slide.setAttribute("aria-valuetext", `${number(w, ".2f")}. ${told}`);
    if (document.activeElement !== value) value.value = String(Number(w.toPrecision(6)));
    if (document.activeElement !== rate) rate.value = String(state.rate);
    over(`${title}, is ${number(w, ".4f")}. ${told}`);
  }
  const { now: state, go, undo, read } = states(its, begin, known, show), turned = () => `w${weights[state().at]}`;
  choices.forEach((choice, at) => choice.addEventListener("change", () => go({ at })));
  radios.forEach((radio, flower) => radio.addEventListener("change", () => go({ flower })));
  sliding(slide, (asked, going) => go({ [turned()]: asked }, { going, quiet: true }));
  typing(value, "a weight", WEIGHT, say, (asked) => go({ [turned()]: asked }));
  typing(rate, "a learning rate", RATE, say, (asked) => go({ rate: asked }));
  awaken(its, {
    undo, reset: () => { go({ ...begin, at: state().at }); say("As at the start."); },
    script: async () => {
      const acts = Object.entries(state()).filter(([name, is]) => (name === "rate" || name[0] === "w") && is !== begin[name]).map(([name, is]) => ({ name, value: is }));
      copy((await import("./script.js")).script(data, acts), "a script that prints these numbers");
    },
  }, read);
}
