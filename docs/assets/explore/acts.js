// What a reader has done, as a list of acts such as `w2-11:0.5` or `step:100`. The address, "undo" and the script to
// copy are three readings of this one list.
// @ts-check

/** @typedef {{name: string, value: number}} Act */
/** What an act may be, with its least and its most. @typedef {Record<string, [number, number]>} Known */

export const MOST_ACTS = 60;

/** The acts in an address, or what is wrong with them. @param {string} text @param {Known} known @returns {{acts: Act[], wrong: string}} */
export function parsed(text, known) {
  const parts = text.split(",").filter(Boolean), acts = [];
  if (parts.length > MOST_ACTS) return { acts: [], wrong: `${parts.length} acts, needed: at most ${MOST_ACTS}` };
  for (const part of parts) {
    const [name, digits] = part.split(":"), limits = Object.hasOwn(known, name) && known[name];
    if (!limits || !/^-?\d+\.?\d*(e[-+]?\d+)?$/.test(digits || "")) return { acts: [], wrong: `“${part.slice(0, 20)}” is not known here` };
    const value = Number(digits), whole = !["rate", "start", "threshold"].includes(name) && name[0] !== "w";
    if (!(value >= limits[0] && value <= limits[1]) || (whole && !Number.isInteger(value))) {
      return { acts: [], wrong: `${name} is ${digits.slice(0, 20)}, needed: ${limits[0]} to ${limits[1]}` };
    }
    acts.push({ name, value });
  }
  const steps = taken(acts);
  if (steps > (known.step || [0, 0])[1]) return { acts: [], wrong: `${steps} steps, needed: at most ${known.step[1]}` };
  return { acts, wrong: "" };
}

/** How many steps a list asks for. @param {Act[]} acts */
export const taken = (acts) => acts.reduce((sum, { name, value }) => sum + (name === "step" ? value : 0), 0);

/** @param {Act[]} acts */
export const written = (acts) => acts.map(({ name, value }) => `${name}:${value}`).join(",");

/** One more act: the same one again takes the place of the last, and steps add up. @param {Act[]} acts @param {Act} act */
export function added(acts, act) {
  const last = acts.at(-1);
  if (last?.name !== act.name) return [...acts, act];
  return [...acts.slice(0, -1), { ...act, value: act.name === "step" ? last.value + act.value : act.value }];
}

/** This page's address with a state in it. @param {string} key @param {string} text */
export function linked(key, text) {
  const url = new URL(location.href);
  url.searchParams.delete(key);
  const rest = url.searchParams.toString();
  url.search = [rest, text && `${key}=${text}`].filter(Boolean).join("&");
  return url.href;
}

/** Keeps the address at what is shown, a moment after the last change: browsers count how often it is written.
 * @param {string} key @returns {(text: string) => void} */
export function address(key) {
  let waiting = 0;
  return (text) => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      try { history.replaceState(history.state, "", linked(key, text)); } catch { /* refused; the figure works on */ }
    }, 300);
  };
}
