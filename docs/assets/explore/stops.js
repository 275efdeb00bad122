// The places of the walk: which nodes and wires are lit there, what is reached, and where one is, in words.
// @ts-check
import { spot } from "./step.js";

/** A line by the name that it makes, and which of its numbers; no name: the whole step at once.
 * @typedef {{line: string, item: number}} Stop */
/** @typedef {{nodes: string[], wires: string[], back: boolean}} Light */
/** @typedef {{stops: Stop[], lines: string[], names: string[][], weights: Record<string, string[]>}} Route */

/** The weight whose slope a stop works out; empty when it works out another number. @param {Route} route @param {Stop} stop */
export const weight_at = ({ weights }, { line, item }) => (line.endsWith("_update") ? weights[line.replace("_update", "")][item] : "");

/** @param {Route} route @param {Stop} stop @returns {Light} */
export function lit(route, stop) {
  const { line, item } = stop, { names, weights } = route, n = String(item + 1);
  /** @param {string} role @param {string[]} layer */
  const all = (role, layer) => layer.map((_, i) => `${role}-${i + 1}`);
  /** @param {string[]} nodes @param {string[]} [wires] @param {boolean} [back] @returns {Light} */
  const light = (nodes, wires = [], back = false) => ({ nodes, wires, back });
  const [inputs, hidden, outputs] = [all("input", names[0]), all("hidden", names[1]), all("output", names[2])];
  if (line === "") return light([]);
  if (line === "hidden_layer_inputs") return light([...inputs, `hidden-${n}`], weights.weights_1.filter((name) => name[3] === n));
  if (line === "output_layer_inputs") return light([...hidden, `output-${n}`], weights.weights_2.filter((name) => name[3] === n));
  if (line === "hidden_layer_error") return light([...outputs, `hidden-${n}`], weights.weights_2.filter((name) => name[2] === n), true);
  if (line === "mse") return light(outputs);
  if (line in weights) return light([], weights[line]);
  const name = weight_at(route, stop);
  if (!name) return light([`${line.split("_")[0]}-${n}`]);
  const [from, into] = name[0] === "1" ? ["input", "hidden"] : ["hidden", "output"];
  return light([`${from}-${name[2]}`, `${into}-${name[3]}`], [name], true);
}

/** Whether the walk has come to a number. What no line makes is there from the start.
 * @param {Route} route @param {Stop} stop @param {string} name @param {number} index */
export function reached({ lines, weights }, { line, item }, name, index) {
  const [here, its] = [lines.indexOf(line), name in weights ? -1 : lines.indexOf(name)];
  return !line || its < here || (its === here && index <= item);
}

/** Where the walk is. @param {Route} route @param {Stop} stop @param {string} flower */
export function words(route, stop, flower) {
  const { line, item } = stop, { lines, names, weights } = route;
  if (!line) return "What the net says to each flower";
  const at = `Line ${lines.indexOf(line) + 1} of ${lines.length}`, name = weight_at(route, stop);
  if (line === "mse") return `${at}: the error of all flowers`;
  if (line in weights) return `${at}: all weights of ${line} move`;
  if (!name) return `${at}: ${line.startsWith("hidden") ? names[1][item] : `output ${names[2][item]}`}, for the ${flower}`;
  const { a, b } = spot(name), layer = Number(name[0]) - 1;
  return `${at}: ${names[layer][a]} to ${names[layer + 1][b]}, over all flowers`;
}
