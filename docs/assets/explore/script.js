// A state of the walk as a program that needs NumPy alone. Its lines are those of the figure, which are tinynet's.
// @ts-check
import { array } from "./numpy.js";
import { spot } from "./step.js";

/** @typedef {{x: number[][], y: number[][], weights_1: number[][], weights_2: number[][], rate: number, definitions: string, lines: [string, string, number][]}} Told */

/** What one act does, in Python. @param {Told} told @param {Act} act */
function done({ lines }, { name, value }) {
  if (name === "rate") return [`learning_rate = ${value}`];
  if (name === "step") return [`for _ in range(${value}):`, ...lines.filter(([line]) => line !== "mse").map(([, code]) => `    ${code}`)];
  const { key, a, b } = spot(name.slice(1));
  return [`${key}[${a}, ${b}] = ${value}`];
}

/** @param {Told} told @param {Act[]} acts */
export function script(told, acts) {
  const { lines } = told, until_mse = lines.slice(0, lines.findIndex(([line]) => line === "mse") + 1).map(([, code]) => code);
  const shown = lines.map(([line]) => line).filter((line) => line !== "mse" && !line.match(/^weights_.$/));
  const stepped = lines.some(([line]) => line === "weights_1");
  return [
    "import numpy as np", "", "np.set_printoptions(suppress=True, precision=6)", "", "", told.definitions.trim(), "", "",
    `x = ${array(told.x)}`, `y = ${array(told.y)}`, "N = y.size", `learning_rate = ${told.rate}`,
    `weights_1 = ${array(told.weights_1)}`, `weights_2 = ${array(told.weights_2)}`, "",
    ...acts.flatMap((act) => done(told, act)), ...(acts.length ? [""] : []),
    ...lines.map(([, code]) => code), "", ...(until_mse.length ? ['print(f"MSE {mse:.6f}")'] : []),
    ...shown.map((line) => `print("${line}", ${line}, sep="\\n")`),
    ...(stepped ? ["", ...until_mse, 'print(f"after the step {mse:.6f}")'] : []), "",
  ].join("\n");
}
