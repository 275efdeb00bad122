// How a state of the walk looks: texts and classes change on the figure that Python drew, and nothing is drawn.
// @ts-check
import { number } from "./digits.js";
import { parts, put, same_or_stop, text_of } from "./figure.js";
import { entry } from "./net.js";
import { lit, reached, words } from "./stops.js";
import { ROWS, sums } from "./sums.js";
import { spot } from "./step.js";

/** @typedef {import("./net.js").Matrix} Matrix */
/** @typedef {import("./step.js").Numbers} Numbers */
/** @typedef {import("./stops.js").Route} Route */
/** @typedef {import("./sums.js").Row} Row */
/** @typedef {{acts: import("./acts.js").Act[], at: number, flower: number, weight: string}} State */

/** The number that a text shows. At the last lines the wires carry the weights that the step has made.
 * @param {HTMLElement} text @param {string} line @param {number} flower @param {Numbers} now */
function value_of({ dataset }, line, flower, now) {
  const [name, item] = String(dataset.of).split("."), whole = "whole" in dataset;
  if (name === "mse" || name === "mse_after") return now[name];
  const matrices = /** @type {Record<string, Matrix>} */ (/** @type {unknown} */ (now));
  const new_2 = name === "weights_2" && ["weights_2", "weights_1"].includes(line), new_1 = name === "weights_1" && line === "weights_1";
  const matrix = whole || !(new_1 || new_2) ? matrices[name] : new_1 ? now.new_1 : now.new_2;
  if (!matrix) return NaN;
  const by_flower = !whole && !name.startsWith("weights");
  return matrix.at[(by_flower ? flower * matrix.cols : 0) + Number(item)];
}

/** A row of the sum that is written out. @param {Row | undefined} row */
function written(row) {
  const made = document.createElement("tr"), cell = () => document.createElement("td"), factors = cell(), is = cell();
  const head = row ? Object.assign(document.createElement("th"), { scope: "row", textContent: row.label }) : cell();
  (row?.parts || []).forEach(([value, role, form], n) => {
    const said = Object.assign(document.createElement("span"), { className: role && `m-${role}`, textContent: number(value, form) });
    factors.append(n ? ` ${row?.sign || "·"} ` : "", said);
  });
  is.textContent = row ? result(row) : "\u00a0";
  if (row) is.className = `m-${row.role}${row.strong ? " strong" : ""}`;
  made.append(head, factors, is);
  return made;
}

/** @param {Row} row */
const result = ({ says, is, form }) => says || number(is ?? NaN, form || ".4f");

/** Let a line be seen in its box; the page itself stays. @param {HTMLElement} box @param {HTMLElement} line */
function within(box, line) {
  const top = line.offsetTop;
  if (top < box.scrollTop || top + line.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3;
}

/** @param {HTMLElement} figure @param {Route} route */
export function view(figure, route) {
  const { find, all, field } = parts(figure), texts = all("[data-of]"), drawn = all("svg :is([data-of], [data-name])");
  const [wires, nodes, lines] = [all("[data-wire]"), all("[data-node]"), all("[data-line]")];
  const [box, place, equation, work, undo] = [".lines", "[data-place]", "[data-equation]", "[data-work]", "[data-do=undo]"].map(find);
  const [scrub, slide, value, weight] = ["scrub", "slide", "value", "weight"].map(field), rate = /** @type {HTMLInputElement | null} */ (figure.querySelector("[data-rate]"));
  const radios = /** @type {HTMLInputElement[]} */ (all("[type=radio]")), formulas = /** @type {HTMLTemplateElement} */ (find("template")).content;
  if (new Set(wires.map((wire) => wire.dataset.wire)).size !== Object.values(route.weights).flat().length || lines.length !== route.lines.length) throw new Error(`${figure.id} lacks wires or lines`);
  let shown = { at: -1, weight: "" };

  /** What changes from place to place, and not with the numbers. @param {State} state */
  function light_up({ at, weight }) {
    const stop = route.stops[at], light = lit(route, stop);
    for (const text of drawn) {
      const [name, item] = String(text.dataset.of || text.dataset.name).split(".");
      text.classList.toggle("later", !reached(route, stop, name, Number(item || 0)));
    }
    for (const wire of wires) {
      const name = String(wire.dataset.wire), on = light.wires.includes(name);
      wire.classList.toggle("on", on && !light.back);
      wire.classList.toggle("on-back", on && light.back);
      wire.classList.toggle("chosen", name === weight);
    }
    for (const node of nodes) node.classList.toggle("on", light.nodes.includes(String(node.dataset.node)));
    for (const line of lines) {
      const on = line.dataset.line === stop.line;
      line.classList.toggle("on", on);
      on ? line.setAttribute("aria-current", "step") : line.removeAttribute("aria-current");
      if (on) within(box, line);
    }
    const formula = formulas.querySelector(`[data-at="${stop.line}.${stop.item}"]`);
    equation.replaceChildren(...(formula ? [formula.cloneNode(true)] : []));
    shown = { at, weight };
  }

  /** Keep the controls at the state, but not the field that is being typed into. @param {State} state @param {Numbers} now @param {string} told */
  function controls(state, now, told) {
    const { key, a, b } = spot(state.weight), w = entry(now[key], a, b);
    scrub.value = String(state.at);
    scrub.setAttribute("aria-valuetext", told);
    weight.value = state.weight;
    slide.value = String(w);
    slide.setAttribute("aria-valuetext", `${number(w, ".2f")}: MSE ${number(now.mse, ".6f")}`);
    if (document.activeElement !== value) value.value = String(Number(w.toPrecision(6)));
    if (rate && document.activeElement !== rate) rate.value = String(now.rate);
    for (const radio of radios) radio.checked = radio.value === String(state.flower);
  }

  return {
    /** @param {Numbers} now */
    check: (now) => same_or_stop(figure, texts, (text) => value_of(text, "", 0, now)),
    /** Show a state; what it says is told. @param {State} state @param {Numbers} now @param {boolean} undoable */
    show(state, now, undoable) {
      const stop = route.stops[state.at], at = words(route, stop, route.names[2][state.flower]);
      const rows = sums({ route, stop, now, e: state.flower, weight: state.weight });
      for (const text of texts) put(text, text_of(text, value_of(text, stop.line, state.flower, now)));
      if (shown.at !== state.at || shown.weight !== state.weight) light_up(state);
      put(place, at);
      work.replaceChildren(...Array.from({ length: ROWS }, (_, n) => written(rows[n])));
      const told = [at, ...rows.slice(stop.line ? -1 : 0).map((row) => `${row.label} ${result(row)}`)].join(". ");
      controls(state, now, told);
      undo.setAttribute("aria-disabled", String(!undoable));
      return told;
    },
  };
}
