// How a state of the walk looks: texts and classes change on the figure that Python drew, and nothing is drawn.
// @ts-check
import { put, same_or_stop, text_of } from "./figure.js";
import { lit, named, reached, weight_of, words } from "./step.js";
import { sums } from "./sums.js";
import { number } from "./text.js";

/** The number that a text shows. At the last lines the wires carry the weights that the step has made.
 * @param {HTMLElement} text @param {string} line @param {number} flower @param {Numbers} now */
function value_of({ dataset }, line, flower, now) {
  const [name, item] = String(dataset.of).split("."), whole = "whole" in dataset, weights = name.startsWith("weights");
  const moved = !whole && (name === line || line === "weights_1"), of = named(now, moved ? name.replace(/^weights_(?=.$)/, "new_") : name);
  if (!of?.at) return Number(of); // an error, or nothing
  return of.at[(whole || weights ? 0 : flower * of.cols) + Number(item)];
}

/** @param {string} tag @param {object} [properties] @param {(Node | string)[]} inside */
const made = (tag, properties = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
};

/** @param {Row} row */
const result = ({ says, is, form }) => says || number(is ?? NaN, form || ".4f");

/** A row of the sum that is written out. @param {Row | undefined} row */
function written(row) {
  if (!row) return made("tr", {}, made("td"), made("td"), made("td", {}, "\u00a0"));
  const { label, parts = [], sign, role, strong } = row;
  const factors = parts.flatMap(([value, role, form], n) => [n ? ` ${sign || "·"} ` : "", made("span", { className: role && `m-${role}` }, number(value, form))]);
  return made("tr", {}, made("th", { scope: "row" }, label), made("td", {}, ...factors), made("td", { className: `m-${role}${strong ? " strong" : ""}` }, result(row)));
}

/** Let a line be seen in its box; the page itself stays. @param {HTMLElement} box @param {HTMLElement} line */
function within(box, line) {
  const top = line.offsetTop;
  if (top < box.scrollTop || top + line.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3;
}

/** @param {Parts} parts @param {Route} route */
export function view({ id, find, all, field, inputs }, route) {
  const texts = all("[data-of]"), drawn = all("svg :is([data-of], [data-name])");
  const [wires, nodes, lines] = ["wire", "node", "line"].map((name) => all(`[data-${name}]`));
  const [box, place, equation, work, undo] = [".lines", "[data-place]", "[data-equation]", "[data-work]", "[data-do=undo]"].map(find);
  const [scrub, slide, value, weight] = ["scrub", "slide", "value", "weight"].map(field), [rate] = inputs("[data-rate]");
  const radios = inputs("[type=radio]"), formulas = /** @type {HTMLTemplateElement} */ (find("template")).content;
  if (new Set(wires.map((wire) => wire.dataset.wire)).size !== Object.values(route.weights).flat().length || lines.length !== route.lines.length) throw new Error(`${id} lacks wires or lines`);
  let shown = "";

  /** What changes from place to place, and not with the numbers. @param {Stop} stop @param {string} weight */
  function light_up(stop, weight) {
    const light = lit(route, stop);
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
      line.ariaCurrent = on ? "step" : null;
      if (on) within(box, line);
    }
    const formula = formulas.querySelector(`[data-at="${stop.line}.${stop.item}"]`);
    equation.replaceChildren(...(formula ? [formula.cloneNode(true)] : []));
  }

  /** Keep the controls at the state, but not the field that is being typed into. @param {WalkState} state @param {Numbers} now @param {string} told */
  function controls(state, now, told) {
    const w = weight_of(now, state.weight);
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
    check: (now) => same_or_stop(id, texts, (text) => value_of(text, "", 0, now)),
    /** Show a state; what it says is told. @param {WalkState} state @param {Numbers} now @param {boolean} undoable */
    show(state, now, undoable) {
      const stop = route.stops[state.at], at = words(route, stop, route.names[2][state.flower]), lights = state.at + state.weight;
      const rows = sums({ route, stop, now, e: state.flower, weight: state.weight });
      for (const text of texts) put(text, text_of(text, value_of(text, stop.line, state.flower, now)));
      if (shown !== lights) light_up(stop, state.weight);
      shown = lights;
      put(place, at);
      work.replaceChildren(...[...work.children].map((_, n) => written(rows[n])));
      const told = [at, ...rows.slice(stop.line ? -1 : 0).map((row) => `${row.label} ${result(row).replace("✓", "right:").replace("✗", "wrong:")}`)].join(". ");
      controls(state, now, told);
      undo.setAttribute("aria-disabled", String(!undoable));
      return told;
    },
  };
}
