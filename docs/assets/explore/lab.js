// A net to train: with a rate and a seed of one's own, for as long as one likes.
// @ts-check
import { awaken, parts, sliding, typing } from "./figure.js";
import { given_for, script } from "./lab-set.js";
import { view } from "./lab-view.js";
import { race } from "./race.js";
import { states } from "./states.js";

/** @typedef {import("./lab-set.js").State} State */

const RATE = /** @type {Limits} */ ([0.001, 100]);

/** All of a state but how long it has been trained. @param {State} state */
const settings_of = ({ step, ...settings }) => JSON.stringify(settings);

/** Take a figure over. @param {HTMLElement} figure */
export async function take(figure) {
  const its = parts(figure), { all, field, say, data, copy } = its, seen = view(its), still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const begin = /** @type {State} */ ({ rate: data.rate, seed: data.seed, flowers: 0, prepared: 0, step: data.step }), seeds = Object.keys(data.starts).map(Number);
  /** @type {Known} */
  const known = { rate: RATE, seed: [Math.min(...seeds), Math.max(...seeds)], flowers: [0, data.sets.length - 1], prepared: [0, 1], step: [0, data.most] };
  let given = given_for(data, begin), running = race(given), trained = settings_of(begin);
  await new Promise((done) => running.to(begin.step, (over) => { if (over) done(null); }));
  seen.check(running.now(), given);

  /** Train to where a state is: onward where that is possible, otherwise from the start. @param {State} state @param {(heard: string) => void} told */
  function train(state, told) {
    if (running.taken() > state.step || settings_of(state) !== trained) {
      running.stop();
      given = given_for(data, state);
      [running, trained] = [race(given), settings_of(state)];
    }
    figure.setAttribute("aria-busy", "true");
    running.to(state.step, (over) => {
      if (still && !over) return;
      const heard = seen.show(running.now(), given, state);
      if (!over) return;
      figure.removeAttribute("aria-busy");
      told(heard);
    });
  }
  const { now: state, go, undo, read } = states(its, begin, known, train);
  /** @param {number} count */
  function on(count) {
    if (state().step + count > data.most) return say(`${data.most.toLocaleString("en-US")} epochs are the most.`);
    go({ step: state().step + count });
  }
  sliding(field("slide"), (asked, going) => go({ rate: Number((10 ** asked).toPrecision(2)) }, { going, quiet: true }));
  typing(field("value"), "a learning rate", RATE, say, (rate) => go({ rate }));
  for (const choice of /** @type {HTMLSelectElement[]} */ (/** @type {unknown} */ (all("[data-choice]")))) {
    choice.addEventListener("change", () => go({ [String(choice.dataset.choice)]: Number(choice.value) }));
  }
  awaken(its, {
    one: () => on(1), hundred: () => on(100), thousand: () => on(1000), more: () => on(10000), undo,
    reset: () => { seen.keep(null); go(begin); },
    keep: () => { seen.keep(running.now()); say("Kept: the dashed line. Change something, and compare."); },
    script: () => copy(script(data, state()), "a script that prints these numbers"),
  }, read);
}
