// One node: its weights and its threshold, and the flowers that it fires for.
// @ts-check
import { awaken, parts, put, same_or_stop, sliding, text_of, typing } from "./figure.js";
import { array } from "./numpy.js";
import { states } from "./states.js";
import { number } from "./text.js";

/** @typedef {Record<string, number>} State */

const FROM = 62, STEP = 5.5, WEIGHT = /** @type {Limits} */ ([-5, 5]), THRESHOLD = /** @type {Limits} */ ([-20, 20]);

/** @param {any} data @param {number[]} weights @param {number} threshold */
const script = ({ x, labels, names }, weights, threshold) => [
  "import numpy as np", "", `x = ${array(x)}`, `labels = np.array([${labels.join(", ")}])`, `weights = np.array([${weights.join(", ")}])`, `threshold = ${threshold}`,
  "sums = sum(x[:, n] * weights[n] for n in range(len(weights)))", "fires = sums >= threshold",
  `for kind, name in enumerate(${JSON.stringify(names)}):`, '    print(name, fires[labels == kind].sum(), "of", (labels == kind).sum())', "",
].join("\n");

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const its = parts(figure), { all, find, inputs, say, data, copy } = its, texts = all("[data-of]"), bars = all("[data-bar]"), marks = all("[data-mark]");
  const line = find("[data-threshold]"), radios = inputs("[type=radio]");
  const [slides, fields] = ["slide", "value"].map((kind) => inputs(`[data-${kind}]`));
  const weights_in = (/** @type {State} */ state) => data.inputs.map((/** @type {string} */ _, /** @type {number} */ n) => state[`w${n + 1}`]);
  const [low, high] = data.span, [left, right] = data.places, kinds = /** @type {string[]} */ (data.names);
  /** @type {State} */
  const begin = { ...Object.fromEntries(data.weights.map((/** @type {number} */ w, /** @type {number} */ n) => [`w${n + 1}`, w])), threshold: data.threshold, flower: 0 };
  const known = /** @type {Known} */ (Object.fromEntries(Object.keys(begin).map((name) => [name, name === "flower" ? [0, kinds.length - 1] : name === "threshold" ? THRESHOLD : WEIGHT])));

  /** The products of a flower, the sums on the way, and the flowers that the node fires for. @param {State} state */
  function now(state) {
    const weights = weights_in(state), row = data.x[data.shown[state.flower]];
    const products = row.map((/** @type {number} */ value, /** @type {number} */ n) => value * weights[n]), sums = [0];
    for (const product of products) sums.push(sums[sums.length - 1] + product);
    const fires = data.x.map((/** @type {number[]} */ flower) => flower.reduce((sum, value, n) => sum + value * weights[n], 0) >= state.threshold);
    const of = kinds.map((_, kind) => fires.filter((/** @type {boolean} */ __, /** @type {number} */ n) => data.labels[n] === kind));
    return { products, sums, of, fired: of.map((some) => some.filter(Boolean).length), threshold: state.threshold };
  }
  /** @typedef {ReturnType<typeof now>} Now */
  /** @param {HTMLElement} text @param {Now} found */
  function value_of({ dataset }, { products, sums, fired, threshold }) {
    const [name, n] = String(dataset.of).split(".");
    return { product: products[Number(n)], sum: sums[sums.length - 1], threshold, fires: fired[Number(n)] }[name] ?? NaN;
  }
  const place = (/** @type {number} */ value) => String(Math.round(value * 10) / 10);
  const across = (/** @type {number} */ value) => left + ((Math.min(Math.max(value, low), high) - low) / (high - low)) * (right - left);
  /** @param {HTMLElement} bar @param {Now} found */
  function bar_of({ dataset }, { sums }) {
    const n = Number(dataset.bar), y = Number(dataset.y), [a, b] = (dataset.bar === "sum" ? [0, sums[sums.length - 1]] : [sums[n], sums[n + 1]]).map(across);
    return `M${place(a)} ${place(y + 4)}H${place(b)}V${place(y + 20)}H${place(a)}z`;
  }
  /** @param {HTMLElement} mark @param {Now} found */
  function marks_of({ dataset }, { of }) {
    const [kind, which] = String(dataset.mark).split("."), y = Number(dataset.y) + (which === "on" ? 0 : 5);
    return of[Number(kind)].map((/** @type {boolean} */ fires, /** @type {number} */ n) => (fires === (which === "on") ? `M${place(FROM + STEP * n)} ${place(y)}${which === "on" ? "v10h4v-10z" : "v1h1v-1z"}` : "")).join("") || "M0 0";
  }
  const start = now(begin);
  same_or_stop(its.id, texts, (text) => value_of(text, start));
  const wrong = [...bars.map((bar) => [bar, bar_of(bar, start)]), ...marks.map((mark) => [mark, marks_of(mark, start)])].find(([one, d]) => /** @type {HTMLElement} */ (one).getAttribute("d") !== d);
  if (wrong || texts.length !== data.inputs.length + 2 + kinds.length || bars.length !== data.inputs.length + 1 || marks.length !== 2 * kinds.length || slides.length !== fields.length || slides.length !== data.inputs.length + 1) throw new Error(`${figure.id}: a bar, a flower or a control is another here than on the page`);

  /** What the node tells apart. @param {Now} found */
  function verdict({ of, fired, sums, threshold }) {
    const all_of = of.map((some) => some.length), flowers = all_of.reduce((sum, one) => sum + one, 0), total = sums[sums.length - 1];
    const right = kinds.map((_, kind) => fired[kind] + fired.reduce((sum, count, n) => sum + (n === kind ? 0 : all_of[n] - count), 0));
    const best = right.indexOf(Math.max(...right)), fires = `For this flower it ${total >= threshold ? "fires" : "does not fire"}.`;
    if (!fired.some(Boolean)) return `${fires} It never fires: it tells nothing apart.`;
    if (fired.every((count, n) => count === all_of[n])) return `${fires} It always fires: it tells nothing apart.`;
    if (right[best] === flowers) return `${fires} It fires for every ${kinds[best]}, and for no other flower: ${kinds[best]} alone.`;
    return `${fires} As a sign of ${kinds[best]} alone it would be right for ${right[best]} of ${flowers} flowers.`;
  }
  /** @param {State} state @param {(heard: string) => void} over */
  function show(state, over) {
    const found = now(state), told = verdict(found), at = place(across(state.threshold));
    for (const text of texts) {
      put(text, text_of(text, value_of(text, found)));
      if (text.dataset.of === "threshold") text.setAttribute("x", at);
    }
    for (const bar of bars) bar.setAttribute("d", bar_of(bar, found));
    for (const mark of marks) mark.setAttribute("d", marks_of(mark, found));
    line.setAttribute("d", String(line.getAttribute("d")).replace(/^M\S+/, `M${at}`));
    put(find("[data-verdict]"), told);
    for (const one of [...slides, ...fields]) {
      const value = String(state[String(one.dataset.slide || one.dataset.value)]);
      if (one.dataset.slide) one.setAttribute("aria-valuetext", `${value}. ${told}`);
      if (one.dataset.slide || document.activeElement !== one) one.value = value;
    }
    for (const radio of radios) radio.checked = Number(radio.value) === state.flower;
    over(`The sum is ${number(found.sums[found.sums.length - 1], ".2f")}. It fires for ${found.fired.map((count, n) => `${count} ${kinds[n]}`).join(", ")}. ${told}`);
  }
  const { now: state, go, undo, read } = states(its, begin, known, show);
  for (const slide of slides) sliding(slide, (asked, going) => go({ [String(slide.dataset.slide)]: asked }, { going, quiet: true }));
  for (const one of fields) {
    const name = String(one.dataset.value);
    typing(one, name === "threshold" ? "a threshold" : "a weight", known[name], say, (asked) => go({ [name]: asked }));
  }
  for (const radio of radios) radio.addEventListener("change", () => go({ flower: Number(radio.value) }));
  awaken(its, {
    undo, reset: () => { go(begin); say("As at the start."); },
    script: () => copy(script(data, weights_in(state()), state().threshold), "a script that prints these numbers"),
  }, read);
}
