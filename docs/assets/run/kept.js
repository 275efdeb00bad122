// What a reader has written and solved, on this device alone; where a browser keeps nothing, until the page is left.
const left = new Map();
const store = (act, ...given) => { try { return localStorage[act](...given); } catch { return undefined; } };

export const get = (key) => store("getItem", key) ?? left.get(key) ?? null;
export const set = (key, value) => { left.set(key, value); store("setItem", key, value); };
export const drop = (key) => { left.delete(key); store("removeItem", key); };
export const keys = (start) => {
  let all = [];
  try { all = Object.keys(localStorage); } catch { /* left has them */ }
  return [...new Set([...all, ...left.keys()])].filter((key) => key.startsWith(start));
};

// An edit belongs to the text that it was made on: another build with another text has not been edited.
const hash = (text) => [...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0), 16777619) >>> 0, 2166136261).toString(36);
const start = (id) => `edit ${location.pathname} ${id} `;
export const edit = (id, built) => get(start(id) + hash(built));
export const keepEdit = (id, built, text) => {
  keys(start(id)).forEach(drop);
  if (text !== built) set(start(id) + hash(built), text);
};

export const solved = () => { try { return JSON.parse(get("solved")) || {}; } catch { return {}; } };
export const solve = (exercise) => {
  const known = solved(), key = `${location.pathname} ${exercise}`;
  const today = new Date().toLocaleDateString("sv-SE"); // 2026-11-27, by the reader's own clock
  if (!known[key]) set("solved", JSON.stringify({ ...known, [key]: today }));
  document.dispatchEvent(new Event("solved"));
};
