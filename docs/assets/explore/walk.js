// The walk through one gradient step: what a reader does, as a list, and what follows from it.
// @ts-check
import { awaken, parts, sliding, typing } from "./figure.js";
import { given_in } from "./net.js";
import { pointing } from "./pointing.js";
import { computing, names_of, weight_at, weight_of } from "./step.js";
import { added, MOST_ACTS, number, parsed, taken, written } from "./text.js";
import { view } from "./walk-view.js";

// Above a rate of 1 the smallest difference may grow from step to step: then digits could not be promised.
const WEIGHT = /** @type {Limits} */ ([-20, 20]), RATE = /** @type {Limits} */ ([0.001, 1]), STEPS = 10000;

/** @param {number} value @param {Limits} limits */
const within = (value, [least, most]) => Math.min(Math.max(value, least), most);

/** The places of the figure, and what an address may hold. @param {Parts["data"]} data @param {Given} given */
function routed(data, given) {
  const weights = { weights_1: names_of("weights_1", given.weights_1), weights_2: names_of("weights_2", given.weights_2) };
  const stops = [["", "", 1], ...data.lines].flatMap(([line, , count]) => Array.from({ length: count }, (_, item) => ({ line, item })));
  /** @type {Route} */
  const route = { stops, lines: data.lines.map((/** @type {string[]} */ [line]) => line), names: data.names, weights };
  const known = /** @type {Known} */ ({ at: [0, stops.length - 1], flower: [0, data.x.length - 1] });
  for (const name of Object.values(weights).flat()) known[`w${name}`] = WEIGHT;
  if (route.lines.includes("weights_1")) Object.assign(known, { rate: RATE, step: [1, STEPS] });
  return { route, known };
}

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const its = parts(figure), { all, field, inputs, say, data, copy, keep } = its, start = given_in(data), { route, known } = routed(data, start);
  const compute = computing(start), seen = view(its, route);
  const begin = /** @type {WalkState} */ ({ acts: [], at: 0, flower: 0, weight: route.weights.weights_2[0] });
  let state = begin, now = compute([]), told = "";
  /** @type {WalkState[]} */
  const past = [];
  seen.check(now);

  const text = () => written([...state.acts, ...[{ name: "at", value: state.at }, { name: "flower", value: state.flower }].filter(({ value }) => value)]);
  /** Go to another state. @param {WalkState} next */
  function enter(next) {
    if (next.acts !== state.acts) now = compute(next.acts);
    state = next;
    told = seen.show(state, now, past.length + state.acts.length > 0);
    keep(text());
  }
  /** Look elsewhere. @param {Partial<WalkState>} change */
  const go = (change) => enter({ ...state, ...change, weight: change.weight || (change.at !== undefined && weight_at(route, route.stops[change.at])) || state.weight });
  /** One more act; one that goes on with a change under way replaces it. @param {string} name @param {number} value @param {boolean} [going] */
  function act(name, value, going) {
    const from = going ? past.pop() || state : state, acts = added(from.acts, { name, value });
    if (acts.length > MOST_ACTS) return say(`${MOST_ACTS} changes are the most: undo some, or reset.`);
    past.push(from);
    enter({ ...state, acts, at: name === "step" ? 0 : state.at });
  }
  const error = () => number(now.mse, ".6f"), say_error = () => say(`With ${number(weight_of(now, state.weight), ".2f")} and a rate of ${now.rate} the MSE is ${error()}.`);
  /** @param {number} w @param {boolean} [going] */
  const set = (w, going) => act(`w${state.weight}`, Math.round(within(w, WEIGHT) * 1e6) / 1e6, going);

  /** @param {number} count */
  function step(count) {
    const before = error();
    if (taken(state.acts) + count > STEPS) return say(`${STEPS} steps are the most.`);
    act("step", count);
    say(`${count === 1 ? "One step" : `${count} steps`}: the MSE went from ${before} to ${error()}.`);
  }
  function undo() {
    if (!past.length && !state.acts.length) return say("There is nothing to undo.");
    enter(past.pop() || { ...state, acts: state.acts.slice(0, -1) });
    say(`Undone. The MSE is ${error()}.`);
  }
  /** @param {Partial<WalkState>} change */
  function look(change) {
    go(change);
    say(told, true);
  }
  /** @param {number} by */
  const move = (by) => look({ at: within(state.at + by, known.at) });
  /** @param {string} asked */
  function enter_address(asked) {
    const { acts, wrong } = parsed(asked, known), { at = 0, flower = 0 } = /** @type {Record<string, number>} */ (Object.fromEntries(acts.map(({ name, value }) => [name, value])));
    const done = acts.filter(({ name }) => name !== "at" && name !== "flower"), last = done.findLast(({ name }) => name[0] === "w");
    past.length = 0;
    enter({ acts: done, at, flower, weight: weight_at(route, route.stops[at]) || last?.name.slice(1) || begin.weight });
    say(wrong || (asked && told), !wrong);
  }

  typing(field("value"), "a weight", WEIGHT, say, (w) => { set(w); say_error(); });
  if (known.rate) typing(field("rate"), "a learning rate", RATE, say, (rate) => { act("rate", rate); say_error(); });
  sliding(field("slide"), set);
  const scrub = field("scrub"), weight = field("weight");
  for (const radio of inputs("[type=radio]")) radio.addEventListener("change", () => look({ flower: Number(radio.value) }));
  scrub.addEventListener("input", () => go({ at: Number(scrub.value) }));
  weight.addEventListener("change", () => go({ weight: weight.value }));
  pointing(all, route, { now: () => now, state: () => state, go, set, say_error });
  awaken(its, {
    back: () => move(-1), next: () => move(1), step: () => step(1), hundred: () => step(100), undo,
    reset: () => { past.push(state); enter({ ...begin, weight: state.weight }); say("As at the start."); },
    script: async () => copy((await import("./script.js")).script(data, state.acts), "a script that prints these numbers"),
  }, enter_address);
}
