// Numbers as the pages write them: Python's rounding, a true minus, no sign on what rounds to zero.
// @ts-check

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
