// The states of a figure that are a few numbers under names: the one that is shown, those before, and what an address says.
// @ts-check
import { parsed, written } from "./text.js";

/** `show` shows a state; when that is done, it hands over what those hear who do not see it.
 * @template {Record<string, number>} State
 * @param {Parts} its @param {State} begin @param {Known} known @param {(state: State, over: (heard: string) => void) => void} show */
export function states({ find, say, keep }, begin, known, show) {
  const undoing = find("[data-do=undo]");
  let state = begin, heard = "";
  /** @type {State[]} */
  const past = [];
  const tell = (before = "") => say(before + heard, true);

  /** @param {State} next @param {() => void} told */
  function enter(next, told) {
    state = next;
    undoing.setAttribute("aria-disabled", String(!past.length));
    keep(written(Object.entries(state).filter(([name, value]) => value !== begin[name]).map(([name, value]) => ({ name, value }))));
    show(state, (now) => {
      heard = now;
      told();
    });
  }
  return {
    now: () => state, tell,
    /** Change something: `quiet`, where a control speaks for itself; `going`, where a change goes on that was counted.
     * @param {Partial<State>} change @param {{quiet?: boolean, going?: boolean}} [how] */
    go(change, { quiet, going } = {}) {
      if (!going) past.push(state);
      say("");
      enter({ ...state, ...change }, () => quiet || tell());
    },
    undo() {
      const before = past.pop();
      before ? enter(before, () => tell("Undone. ")) : say("There is nothing to undo.");
    },
    /** @param {string} asked what an address says */
    read(asked) {
      const { acts, wrong } = parsed(asked, known);
      past.length = 0;
      enter({ ...begin, ...Object.fromEntries(acts.map(({ name, value }) => [name, value])) }, () => (asked && !wrong ? tell() : say(wrong)));
    },
  };
}
