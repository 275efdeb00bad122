// A net to train: with a rate and a seed of one's own, for as long as one likes.
// @ts-check
import { address, linked, parsed, written } from "./acts.js";
import { typed } from "./digits.js";
import { awaken, copy, once_a_frame, parts } from "./figure.js";
import { given_for, script } from "./lab-set.js";
import { view } from "./lab-view.js";
import { race } from "./race.js";

/** @typedef {import("./lab-set.js").State} State */

const RATE = /** @type {[number, number]} */ ([0.001, 100]);

/** Take a figure over. @param {HTMLElement} figure */
export async function take(figure) {
  const { all, find, field, say, data, key } = parts(figure), seen = view(figure), keep = address(key), soon = once_a_frame();
  const undoing = find("[data-do=undo]"), still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const begin = /** @type {State} */ ({ rate: data.rate, seed: data.seed, flowers: 0, prepared: 0, step: data.step }), seeds = Object.keys(data.starts).map(Number);
  /** @type {import("./acts.js").Known} */
  const known = { rate: RATE, seed: [Math.min(...seeds), Math.max(...seeds)], flowers: [0, data.sets.length - 1], prepared: [0, 1], step: [0, data.most] };
  let state = begin, given = given_for(data, begin), running = race(given), heard = "", sliding = false;
  /** @type {State[]} */
  const past = [];
  await new Promise((done) => running.to(begin.step, (over) => { if (over) done(null); }));
  seen.check(running.now(), given);

  const text = () => written(Object.entries(state).map(([name, value]) => ({ name, value })).filter(({ name, value }) => value !== begin[/** @type {keyof State} */ (name)]));
  /** Train to where the state is: onward where that is possible, otherwise from the start. @param {boolean} [aloud] */
  function train(aloud) {
    const { step, ...settings } = state, same = given_for(data, state);
    if (running.taken() > step || JSON.stringify(settings) !== trained) {
      running.stop();
      [given, running, trained] = [same, race(same), JSON.stringify(settings)];
    }
    figure.setAttribute("aria-busy", "true");
    running.to(step, (over) => {
      if (still && !over) return;
      heard = seen.show(running.now(), given, state);
      if (!over) return;
      figure.removeAttribute("aria-busy");
      if (aloud) say(heard, true);
    });
    undoing.setAttribute("aria-disabled", String(!past.length));
    keep(text());
  }
  let trained = JSON.stringify((({ step, ...settings }) => settings)(begin));

  /** @param {Partial<State>} change @param {boolean} [going] whether it goes on with a change under way */
  function go(change, going) {
    if (!going) past.push(state);
    state = { ...state, ...change };
    say("");
    train(!going);
  }
  /** @param {number} count */
  function on(count) {
    if (state.step + count > data.most) return say(`${data.most.toLocaleString("en-US")} epochs are the most.`);
    go({ step: state.step + count });
  }
  function undo() {
    const before = past.pop();
    if (!before) return say("There is nothing to undo.");
    state = before;
    train(true);
  }
  /** @param {string} asked */
  function enter(asked) {
    const { acts, wrong } = parsed(asked, known);
    past.length = 0;
    state = { ...begin, ...Object.fromEntries(acts.map(({ name, value }) => [name, value])) };
    train(Boolean(asked) && !wrong);
    if (wrong) say(`The address cannot be read (${wrong}), so this is the start.`);
  }

  const slide = field("slide"), typing = field("value");
  for (const kind of ["input", "change"]) {
    slide.addEventListener(kind, () => soon(() => { go({ rate: Number((10 ** Number(slide.value)).toPrecision(2)) }, sliding); sliding = kind === "input"; }));
  }
  typing.addEventListener("change", () => {
    const asked = typed(typing.value), good = asked >= RATE[0] && asked <= RATE[1];
    good ? typing.removeAttribute("aria-invalid") : typing.setAttribute("aria-invalid", "true");
    if (!good) return say(`Needed: a learning rate from ${RATE[0]} to ${RATE[1]}.`);
    go({ rate: asked });
  });
  for (const choice of /** @type {HTMLSelectElement[]} */ (/** @type {unknown} */ (all("[data-choice]")))) {
    choice.addEventListener("change", () => go({ [String(choice.dataset.choice)]: Number(choice.value) }));
  }
  awaken(figure, {
    one: () => on(1), hundred: () => on(100), thousand: () => on(1000), more: () => on(10000), undo,
    reset: () => { seen.keep(null); go(begin); },
    keep: () => { seen.keep(running.now()); say("Kept: the dashed line. Change something, and compare."); },
    script: () => copy(script(data, state), "a script that prints these numbers", say),
    link: () => copy(linked(key, text()), "a link to what you see", say),
  }, enter);
}
