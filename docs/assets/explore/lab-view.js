// How a training looks: its error on the axes, a mark for each flower, the numbers, and what they say in a sentence.
// @ts-check
import { put } from "./figure.js";
import { argmax, feedforward } from "./net.js";
import { drawn_epochs, right_rows } from "./race.js";
import { number } from "./text.js";

/** @typedef {import("./lab-set.js").State} State */
/** @typedef {ReturnType<ReturnType<typeof import("./race.js").race>["now"]>} Now */
/** @typedef {ReturnType<typeof import("./lab-set.js").given_for>} Given */

const MARKS = { right: "l1 2l3-5", wrong: "m0-2l4 4m0-4l-4 4" }, STEP = 6, UP = 3, DEAD = 1e-4, HARDLY = 0.15, SOME = 0.1;

/** @param {number} value */
const place = (value) => String(Math.round(value * 10) / 10);
/** @param {number} count */
const counted = (count) => count.toLocaleString("en-US");

/** What a training does, from its epochs and those of its second half. @param {Now} now @param {number} known_nothing */
export function sentence({ epoch, error, errors, right, said, hidden, lost }, known_nothing, y = /** @type {Matrix | null} */ (null)) {
  if (!epoch) return "Nothing is learned yet: the weights are random.";
  const hangs = lost <= epoch ? " Which of them is largest hangs on the last digit." : "";
  if (hidden.every((out) => out < DEAD)) return `Both hidden nodes are dead: whatever the flower, they put out next to nothing. So the slopes are about 0, and every output is about 0.5.${hangs}`;
  if (hangs) return `From epoch ${counted(lost)} on, a difference as small as a rounding grows into digits that are shown. From there these are the digits of this machine alone.`;
  const half = drawn_epochs(Math.floor(epoch / 2)).filter((n) => right.has(n)).pop() || 0, before = errors[half], fell = (before - error) / before;
  const was = right.get(half), is = y && right_rows(said, y).filter(Boolean).length, all = said.rows, since = `Since epoch ${counted(half)}`;
  if (error > before) return `${since} the error has risen: steps of this length end too far away.`;
  const by = fell < 5e-4 ? `${since} the error has hardly moved` : `${since} the error fell by ${number(fell * 100, fell < 0.1 ? ".1f" : ".0f")} %`;
  if (error > known_nothing) return `${by}. It is still above that of a net that knows nothing.`;
  if (was === undefined || is === null) return `${by}.`;
  if (was === is) return `${by}, and as many answers are right as then.`;
  if (fell < HARDLY && Math.abs(is - was) >= SOME * all) return `${by}, hardly anything. Yet ${was} of ${all} were right then, and ${is} are now.`;
  return `${by}, and the right answers went from ${was} to ${is}.`;
}

/** @param {Parts} its */
export function view({ id, find, all, field, data }) {
  const line = find("[data-frame]"), kept = find("[data-kept]"), told = find("[data-verdict]");
  const { x: [a, b, left, right], y: [low, high, bottom, top] } = JSON.parse(String(line.dataset.frame));
  const texts = all("[data-of]"), rows = all("[data-marks]"), slide = field("slide"), typing = field("value");
  const choices = /** @type {HTMLSelectElement[]} */ (/** @type {unknown} */ (all("[data-choice]")));
  if (texts.length !== 6 || !rows.length || choices.length !== 3) throw new Error(`${id} lacks a number, a row of flowers or a choice`);

  /** @param {number[]} errors */
  function course(errors) {
    const points = drawn_epochs(errors.length - 1).map((n) => {
      const across = left + ((Math.log10(n) - a) / (b - a)) * (right - left), up = bottom + ((Math.min(errors[n], high) - low) / (high - low)) * (top - bottom);
      return `${place(across)} ${place(up)}`;
    });
    return points.length ? `M${points.join("L")}` : "M0 0";
  }
  /** Who is named right, in the set that is learned from and in the test. @param {Now} now @param {Given} given */
  function judged({ said, weights_1, weights_2 }, { y, x_test, y_test }) {
    /** @param {Matrix} labels @param {boolean[]} right */
    const of = (labels, right) => right.map((good, row) => ({ good, kind: argmax(labels, row) }));
    return { train: of(y, right_rows(said, y)), test: x_test ? of(y_test, right_rows(feedforward(x_test, weights_1, weights_2).output_layer_outputs, y_test)) : [] };
  }
  /** @param {HTMLElement} row @param {ReturnType<typeof judged>} found */
  function marks({ dataset }, found) {
    const [which, kind, mark] = String(dataset.marks).split("."), [from, y] = String(dataset.at).split(" ").map(Number);
    const of = found[/** @type {"train" | "test"} */ (which)].filter((one) => one.kind === Number(kind));
    const drawn = of.map(({ good }, n) => (good === (mark === "right") ? `M${from + STEP * n} ${y - UP}${MARKS[/** @type {"right" | "wrong"} */ (mark)]}` : ""));
    return drawn.join("") || "M0 0";
  }
  /** @param {HTMLElement} text @param {Now} now @param {ReturnType<typeof judged>} found */
  function says({ dataset }, now, found) {
    const [name, which] = String(dataset.of).split("."), form = String(dataset.form), of = found[/** @type {"train" | "test"} */ (which)];
    return number(name === "step" ? now.epoch : name === "mse" ? now.error : of.filter(({ good }) => good || name === "of").length, form);
  }
  /** @param {string} d */
  const places = (d) => (d.match(/-?[\d.]+/g) || []).map(Number);

  return {
    /** Refuse another training than the page has drawn. @param {Now} now @param {Given} given */
    check(now, given) {
      const found = judged(now, given), drawn = places(line.getAttribute("d") || ""), own = places(course(now.errors));
      const wrong = texts.find((text) => text.textContent !== says(text, now, found)) || rows.find((row) => row.getAttribute("d") !== marks(row, found));
      const away = drawn.length !== own.length || drawn.some((at, n) => Math.abs(at - own[n]) > 0.2);
      if (wrong || away) throw new Error(`${id}: ${wrong ? wrong.dataset.of || wrong.dataset.marks : "the course of the error"} is another here than on the page`);
    },
    /** Keep the line of this training, to compare; no training: forget it. @param {Now | null} now */
    keep: (now) => kept.setAttribute("d", now ? course(now.errors) : "M0 0"),
    /** Show a training; what it says is told. @param {Now} now @param {Given} given @param {State} state */
    show(now, given, state) {
      const found = judged(now, given), said = sentence(now, data.known_nothing, given.y);
      line.setAttribute("d", course(now.errors));
      for (const row of rows) row.setAttribute("d", marks(row, found));
      for (const text of texts) put(text, says(text, now, found));
      put(told, said);
      slide.value = String(Math.log10(state.rate));
      slide.setAttribute("aria-valuetext", `${state.rate}. ${said}`);
      if (document.activeElement !== typing) typing.value = String(state.rate);
      for (const choice of choices) choice.value = String(state[/** @type {"seed"} */ (choice.dataset.choice)]);
      const good = found.train.filter((one) => one.good).length, tested = found.test.filter((one) => one.good).length;
      return `${counted(now.epoch)} epochs: MSE ${number(now.error, ".5f")}, ${good} of ${found.train.length} right${found.test.length ? `, ${tested} of ${found.test.length} in the test` : ""}. ${said}`;
    },
  };
}
