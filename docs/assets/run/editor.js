// What stands below a cell while it is edited: a plain text field, which every device and screen reader knows.
export const make = (tag, properties = {}, attributes = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
};

const HELP = `Python runs here, on your device, in this page: what you write is sent nowhere. A cell runs with what stands above it on the
page, with your edits; it is always as if all had been run from the top. Ctrl+Enter or ⌘+Enter runs, Tab leaves the field, and Stop ends
what does not end by itself.`;
const LIMITS = [
  "NumPy gives no warning of an overflow or a division by zero here, where on a computer it does. Names that hold inf or nan afterward are told; what is lost on the way is not.",
  "Integers of NumPy have 32 bits here unless you say otherwise: large ones overflow. On most computers they have 64. The functions of a long double, such as exp, reach no further than others.",
  "There is no input(), no thread, no network, and nothing but NumPy and the package of these pages to import. Messages of Python may be worded otherwise than in another version of it.",
];

const lines = (text) => text.split("\n").length;

export const editor = (id, title, text) => {
  const area = make("textarea", { id: `edit-${id}`, value: text, rows: lines(text), spellcheck: false },
    { autocapitalize: "off", autocomplete: "off", autocorrect: "off", wrap: "off", "aria-describedby": `note-${id} fault-${id}` });
  const button = (textContent, more = {}) => make("button", { type: "button", textContent, ...more });
  const parts = {
    area, run: make("button", { type: "submit", textContent: "Run" }), stop: button("Stop", { disabled: true }),
    undo: button("Undo my edit", { hidden: true }), afresh: button("Start afresh", { hidden: true }), close: button("Close"),
    note: make("p", { id: `note-${id}`, className: "note" }), fault: make("div", { id: `fault-${id}`, className: "fault", hidden: true }),
    printed: make("code"), said: make("p", { className: "note", hidden: true }),
  };
  parts.output = make("pre", { hidden: true, className: "ran" }, { tabindex: "0", "aria-label": "What it prints now" }, parts.printed);
  const help = make("details", { className: "help" }, {}, make("summary", { textContent: "What runs here, and what does not" }),
    make("p", { textContent: HELP }), make("ul", {}, {}, ...LIMITS.map((textContent) => make("li", { textContent }))));
  const bar = make("div", { className: "bar" }, {}, parts.run, parts.stop, parts.undo, parts.afresh, parts.close);
  parts.form = make("form", { className: "edit" }, {}, make("label", { htmlFor: area.id, textContent: title }), area, bar, parts.note,
    parts.fault, parts.output, parts.said, help);
  area.addEventListener("input", () => { area.rows = lines(area.value); });
  area.addEventListener("keydown", (event) => keys(event, area, parts.form));
  return parts;
};

// Enter keeps the indent, and goes further in after a colon; it is typed, so that the browser's own undo takes it back.
const keys = (event, area, form) => {
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) return form.requestSubmit();
  const line = area.value.slice(0, area.selectionStart).split("\n").pop();
  const text = "\n" + line.match(/^ */)[0] + (/:\s*(#.*)?$/.test(line) ? "    " : "");
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input"));
  }
};

// Another text in the field: typed as well, so that it can be taken back; seen from its beginning.
export const write = (area, text) => {
  area.focus();
  area.select();
  if (!document.execCommand("insertText", false, text)) {
    area.value = text;
    area.dispatchEvent(new Event("input"));
  }
  area.setSelectionRange(0, 0);
  area.scrollLeft = 0;
};

// Select a line, so that it is seen and can be mended at once.
export const select = (area, number) => {
  const rows = area.value.split("\n"), at = Math.min(number, rows.length) - 1;
  const start = rows.slice(0, at).join("\n").length + (at > 0);
  area.focus();
  area.setSelectionRange(start, start + rows[at].length);
};
