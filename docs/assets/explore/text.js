// What a reader has done, as a list of acts such as `w2-11:0.5` or `step:100`: the address, "undo" and the script to copy
// are three readings of it. And numbers as the pages write them: Python's rounding, a true minus, no sign on a zero.
// @ts-check

export const MOST_ACTS = 60;

/** @param {string} why @returns {{acts: Act[], wrong: string}} */
const refused = (why) => ({ acts: [], wrong: `The address cannot be read (${why}), so this is the start.` });

/** The acts in an address, or what is wrong with them. @param {string} text @param {Known} known @returns {{acts: Act[], wrong: string}} */
export function parsed(text, known) {
  const parts = text.split(",").filter(Boolean), acts = [];
  if (parts.length > MOST_ACTS) return refused(`${parts.length} acts, needed: at most ${MOST_ACTS}`);
  for (const part of parts) {
    const [name, digits] = part.split(":"), limits = Object.hasOwn(known, name) && known[name];
    if (!limits || !/^-?\d+\.?\d*(e[-+]?\d+)?$/.test(digits || "")) return refused(`“${part.slice(0, 20)}” is not known here`);
    const value = Number(digits), whole = !["rate", "start", "threshold"].includes(name) && name[0] !== "w";
    if (!(value >= limits[0] && value <= limits[1]) || (whole && !Number.isInteger(value))) {
      return refused(`${name} is ${digits.slice(0, 20)}, needed: ${limits[0]} to ${limits[1]}`);
    }
    acts.push({ name, value });
  }
  const steps = taken(acts);
  if (steps > (known.step || [0, 0])[1]) return refused(`${steps} steps, needed: at most ${known.step[1]}`);
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

/** @type {Record<string, number>} */
const waiting = {};
/** Keep the address at what is shown, a moment after the last change: browsers count how often it is written.
 * @param {string} key @param {string} text */
export function remember(key, text) {
  clearTimeout(waiting[key]);
  waiting[key] = window.setTimeout(() => {
    try { history.replaceState(history.state, "", linked(key, text)); } catch { /* refused; the figure works on */ }
  }, 300);
}

/** A number in one of the forms of the figures, `.2f` or `.6f`. @param {number} value @param {string} form */
export function number(value, form) {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const text = fixed(Math.abs(value), Number(form.slice(1, -1)));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Like toFixed, but a tie goes to the even digit, as in Python. @param {number} size @param {number} digits */
function fixed(size, digits) {
  const rounded = size.toFixed(digits), halves = size * 2 * 10 ** digits;
  const away = halves < 2 ** 50 && (Math.abs(halves - Math.round(halves)) > 1e-6 || Math.round(halves) % 2 === 0);
  if (away || /[02468]$/.test(rounded)) return rounded;
  const rest = size.toFixed(Math.min(digits + 60, 100)).split(".")[1].slice(digits); // all digits, so slow
  return /^50*$/.test(rest) ? rounded.slice(0, -1) + (Number(rounded.slice(-1)) - 1) : rounded; // toFixed goes up to odd
}

/** What someone typed, as a number; NaN when it is none. A comma or a true minus will do. @param {string} text */
export function typed(text) {
  const plain = text.trim().replace("−", "-").replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}
