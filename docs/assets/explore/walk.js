// The walk through one gradient step: what a reader does, as a list, and what follows from it.
// @ts-check
import { added, address, linked, MOST_ACTS, parsed, taken, written } from "./acts.js";
import { number, typed } from "./digits.js";
import { awaken, copy, once_a_frame, parts } from "./figure.js";
import { pointing } from "./pointing.js";
import { computing, given_in, names_of, place_of, spot } from "./step.js";
import { weight_at } from "./stops.js";
import { view } from "./walk-view.js";

/** @typedef {import("./walk-view.js").State} State */

// Above a rate of 1 the smallest difference may grow from step to step: then digits could not be promised.
const WEIGHT = /** @type {[number, number]} */ ([-20, 20]), RATE = /** @type {[number, number]} */ ([0.001, 1]), STEPS = 10000;

/** The places of the figure, and what an address may hold. @param {ReturnType<typeof parts>["data"]} data */
function routed(data) {
  const { weights_1, weights_2 } = given_in(data), weights = { weights_1: names_of("weights_1", weights_1), weights_2: names_of("weights_2", weights_2) };
  const stops = [["", 0], ...data.stops].map(([line, item]) => ({ line: String(line), item: Number(item) }));
  /** @type {import("./stops.js").Route} */
  const route = { stops, lines: data.lines.map((/** @type {string[]} */ [line]) => line), names: data.names, weights };
  const known = /** @type {import("./acts.js").Known} */ ({ at: [0, stops.length - 1], flower: [0, data.x.length - 1] });
  for (const name of [...weights.weights_1, ...weights.weights_2]) known[`w${name}`] = WEIGHT;
  return { route, known: route.lines.includes("weights_1") ? { ...known, rate: RATE, step: /** @type {[number, number]} */ ([1, STEPS]) } : known };
}

/** Take a figure over. @param {HTMLElement} figure */
export function take(figure) {
  const { all, find, field, say, data, key } = parts(figure), { route, known } = routed(data);
  const start = given_in(data), compute = computing(start), seen = view(figure, route), keep = address(key), soon = once_a_frame();
  const begin = /** @type {State} */ ({ acts: [], at: 0, flower: 0, weight: route.weights.weights_2[0] });
  let state = begin, now = compute([]), told = "", sliding = false;
  /** @type {State[]} */
  const past = [];
  seen.check(now);

  const text = () => written([...state.acts, ...["at", "flower"].map((name) => ({ name, value: state[/** @type {"at"} */ (name)] })).filter(({ value }) => value)]);
  function show() {
    told = seen.show(state, now, past.length + state.acts.length > 0);
    keep(text());
  }
  /** Go to another state. @param {State} next */
  function enter(next) {
    if (next.acts !== state.acts) now = compute(next.acts);
    state = next;
    show();
  }
  /** @param {Partial<State>} change */
  function go(change) {
    const next = { ...state, ...change };
    if (next.acts !== state.acts) past.push(state);
    enter({ ...next, weight: (change.at !== undefined && weight_at(route, route.stops[next.at])) || next.weight });
  }
  /** One more act; one that goes on with a change under way replaces it. @param {string} name @param {number} value @param {boolean} [going] */
  function act(name, value, going) {
    const from = going ? past.pop() || state : state, acts = added(from.acts, { name, value });
    if (acts.length > MOST_ACTS) return say(`${MOST_ACTS} changes are the most: undo some, or reset.`);
    past.push(from);
    enter({ ...state, acts, at: name === "step" ? 0 : state.at });
  }
  const say_error = () => say(`With ${number(now[spot(state.weight).key].at[place_of(now, state.weight)], ".2f")} and a rate of ${now.rate} the MSE is ${number(now.mse, ".6f")}.`);
  /** @param {number} w @param {boolean} [going] */
  const set = (w, going) => act(`w${state.weight}`, Math.round(Math.min(Math.max(w, WEIGHT[0]), WEIGHT[1]) * 1e6) / 1e6, going);

  /** @param {number} count */
  function step(count) {
    const before = now.mse;
    if (taken(state.acts) + count > STEPS) return say(`${STEPS} steps are the most.`);
    act("step", count);
    say(`${count === 1 ? "One step" : `${count} steps`}: the MSE went from ${number(before, ".6f")} to ${number(now.mse, ".6f")}.`);
  }
  function undo() {
    if (!past.length && !state.acts.length) return say("There is nothing to undo.");
    enter(past.pop() || { ...state, acts: state.acts.slice(0, -1) });
    say(`Undone. The MSE is ${number(now.mse, ".6f")}.`);
  }
  /** @param {number} by */
  function move(by) {
    go({ at: Math.min(Math.max(state.at + by, 0), route.stops.length - 1) });
    say(told, true);
  }
  /** @param {string} asked */
  function enter_address(asked) {
    const { acts, wrong } = parsed(asked, known), looks = Object.fromEntries(acts.map(({ name, value }) => [name, value]));
    const done = acts.filter(({ name }) => name !== "at" && name !== "flower"), last = done.map(({ name }) => name).filter((name) => name[0] === "w").pop();
    const at = looks.at || 0, weight = weight_at(route, route.stops[at]) || last?.slice(1) || begin.weight;
    past.length = 0;
    enter({ acts: done, at, flower: looks.flower || 0, weight });
    say(wrong ? `The address cannot be read (${wrong}), so this is the start.` : asked && told, !wrong);
  }

  /** What is typed counts when the field is left. @param {string} name @param {string} what @param {[number, number]} limits @param {(value: number) => void} use */
  function ask(name, what, [least, most], use) {
    const typing = field(name);
    typing.addEventListener("change", () => {
      const asked = typed(typing.value), good = asked >= least && asked <= most;
      good ? typing.removeAttribute("aria-invalid") : typing.setAttribute("aria-invalid", "true");
      if (!good) return say(`Needed: ${what} from ${least} to ${most}.`);
      use(asked);
      say_error();
    });
  }
  ask("value", "a weight", WEIGHT, set);
  if (known.rate) ask("rate", "a learning rate", RATE, (rate) => act("rate", rate));
  const slide = field("slide"), scrub = field("scrub"), weight = field("weight");
  for (const kind of ["input", "change"]) slide.addEventListener(kind, () => soon(() => { set(Number(slide.value), sliding); sliding = kind === "input"; }));
  for (const radio of /** @type {HTMLInputElement[]} */ (all("[type=radio]"))) radio.addEventListener("change", () => { go({ flower: Number(radio.value) }); say(told, true); });
  scrub.addEventListener("input", () => go({ at: Number(scrub.value) }));
  weight.addEventListener("change", () => go({ weight: weight.value }));
  pointing({ all, find }, route, { now: () => now, state: () => state, go, set, say_error, soon });
  awaken(figure, {
    back: () => move(-1), next: () => move(1), step: () => step(1), hundred: () => step(100), undo,
    reset: () => { past.push(state); enter({ ...begin, weight: state.weight }); say("As at the start."); },
    script: async () => copy((await import("./script.js")).script(data, state.acts), "a script that prints these numbers", say),
    link: () => copy(linked(key, text()), "a link to what you see", say),
  }, enter_address);
}
