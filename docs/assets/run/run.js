// Cells that a reader edits and runs in the page. Fetched at the first press of "Edit and run", and not before.
import { editor, make, select, write } from "./editor.js";
import * as kept from "./kept.js";
import * as python from "./python.js";

const status = document.body.appendChild(make("p", { className: "copy-status" }, { role: "status" }));
document.head.append(make("link", { rel: "stylesheet", href: new URL("run.css", import.meta.url).href }));
const open = new Map(); // the editors, by the ids of their cells
let busy = null;

// A cell of the page.
export const edit = async (cell, id) => {
  const { cells } = await python.known(), place = cells.findIndex((one) => one.id === id);
  if (!open.has(id)) {
    const built = cells[place];
    add({ id, built: built.source, output: built.output, above: place, title: `Code of cell ${id}, Python` }, (form) => cell.append(form));
  }
  open.get(id).parts.area.focus();
};

// "old → new", or "other: old → new" for an edit in a cell above: make it, and run the cell.
export const change = async (cell, words) => {
  const { cells } = await python.known(), id = cell.id.replace(/^cell-/, "");
  const [, where = id, old, made] = words.match(/^(?:([\w-]+): )?(.+) \u2192 (.+)$/);
  const { source } = cells.find((one) => one.id === where), text = now(where, source);
  const edited = (text.includes(old) ? text : source).replace(old, () => made);
  if (open.has(where)) write(open.get(where).parts.area, edited);
  else kept.keepEdit(where, source, edited);
  await edit(cell, id);
  open.get(id).parts.form.requestSubmit();
};

// An exercise: a cell of the reader's own, below all that stands above it on the page.
export const answer = async (before, exercise, first) => {
  const { cells, stubs } = await python.known(), id = `answer-${exercise}`;
  const above = cells.findIndex((one) => one.id === first);
  if (!open.has(id)) {
    add({ id, built: stubs[exercise], exercise, above, title: `Your answer, ${exercise}, Python` }, (form) => before.before(form));
  }
  open.get(id).parts.area.focus();
};

const seconds = (ms) => (ms < 995 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);
const now = (id, built) => open.get(id)?.parts.area.value ?? kept.edit(id, built) ?? built;

function add(task, put) {
  const parts = editor(task.id, task.title, kept.edit(task.id, task.built) ?? task.built);
  open.set(task.id, { parts, task });
  put(parts.form);
  parts.form.classList.toggle("asked", Boolean(task.exercise));
  parts.area.setSelectionRange(0, 0); // a long line is seen from its beginning
  const edited = () => { parts.undo.hidden = parts.area.value === task.built; };
  const first = ({ runtime, from }) => `The first run fetches Python and NumPy, ${runtime.megabytes} MB, from ${from}.`;
  python.known().then((known) => { if (!python.begun() && !busy) parts.note.textContent = first(known); });
  edited();
  parts.area.addEventListener("input", () => {
    kept.keepEdit(task.id, task.built, parts.area.value);
    parts.area.removeAttribute("aria-invalid");
    edited();
  });
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!busy) run(task, parts);
  });
  parts.stop.addEventListener("click", () => stop("Stopped."));
  parts.undo.addEventListener("click", () => {
    write(parts.area, task.built);
    tell(parts, "The text is that of the page again.");
  });
  parts.afresh.addEventListener("click", () => {
    stop("");
    python.end();
    tell(parts, "Python begins afresh with the next run. Your edits are kept.");
    parts.afresh.hidden = true;
    parts.run.focus();
  });
  parts.close.addEventListener("click", () => {
    if (busy?.parts === parts) stop("");
    parts.form.remove();
    open.delete(task.id);
    const bar = document.getElementById(`cell-${task.id}`) || document;
    bar.querySelector(`[data-run="${task.id}"]`)?.focus();
  });
}

function tell(parts, text) {
  parts.note.textContent = status.textContent = text;
}

function stop(words) {
  if (!busy) return;
  const { parts } = busy;
  python.end();
  done(parts);
  if (words) tell(parts, `${words} The next run begins Python afresh, with your edits.`);
  parts.run.focus();
}

function done(parts) {
  busy = null;
  parts.run.disabled = false;
  parts.stop.disabled = true;
}

async function run(task, parts) {
  const known = await python.known().catch(() => null);
  busy = { task, parts, text: "", painted: false };
  const mine = busy;
  const above = known ? known.cells.slice(0, task.above) : [];
  // The page may have the function that is asked for: only the reader's own is judged.
  const forget = task.exercise ? [["forget", `globals().pop("${task.exercise}", None)`]] : [];
  const cells = [...above.map(({ id, source }) => [id, now(id, source)]), ...forget, [task.id, parts.area.value]];
  const others = above.filter(({ id, source }) => now(id, source) !== source).map(({ id }) => id);
  parts.run.disabled = true;
  parts.stop.disabled = false;
  parts.fault.hidden = parts.output.hidden = parts.said.hidden = true;
  parts.printed.textContent = "";
  parts.area.removeAttribute("aria-invalid");
  if (document.activeElement === parts.run) parts.stop.focus();
  tell(parts, python.begun() ? "Running." : "Fetching Python.");
  const paint = () => {
    mine.painted = false;
    parts.output.hidden = !mine.text;
    parts.printed.textContent = mine.text;
  };
  python.run(cells, (kind, value) => {
    if (busy !== mine) return;
    if (kind === "came") parts.note.textContent = `Fetching Python: ${value[0]} of ${value[1]} files are here.`;
    if (kind === "compiled") parts.note.textContent = "Beginning Python.";
    if (kind === "cell") parts.note.textContent = value === task.id ? "Running." : `Running what is above: ${value}${others.includes(value) ? ", with your edit" : ""}.`;
    if (kind === "text") {
      mine.text += value;
      if (!mine.painted) setTimeout(paint, 30);
      mine.painted = true;
    }
    if (kind === "end") {
      paint();
      ended(task, parts, value, mine.text, others, known);
    }
    if (kind === "broken") {
      done(parts);
      parts.fault.hidden = false;
      parts.fault.textContent = `Python cannot run here now: ${value}. What the page prints above stands.`;
      tell(parts, "Python cannot run here now.");
      parts.run.focus();
    }
  });
}

function ended(task, parts, { ms, error, not_finite }, text, others, known) {
  const was = document.activeElement === parts.stop;
  done(parts);
  parts.afresh.hidden = false;
  if (was) parts.run.focus();
  if (error) return failed(task, parts, error, known);
  const prints = text ? "" : " It prints nothing.";
  const same = task.output === undefined ? "" : text === task.output ? "The same as on the page, " : "Differs from the page, ";
  tell(parts, `${same || "Done, "}${seconds(ms)}.${prints}`);
  const notes = Object.entries(not_finite).map(([name, what]) => `${name} holds ${what}: on a computer NumPy warns of this.`);
  const edited = others.length || (task.output !== undefined && parts.area.value !== task.built) || task.exercise;
  if (others.length) notes.unshift(`With your edits above: ${others.join(", ")}.`);
  parts.said.hidden = !edited || !notes.length;
  parts.said.textContent = notes.join(" ");
  if (task.exercise && new RegExp(`^Right: ${task.exercise} `, "m").test(text)) {
    import("./progress.js").then(() => kept.solve(task.exercise));
    tell(parts, "Right. It is kept on this device that you have solved this.");
  } else if (task.exercise && /^Not yet\. /m.test(text)) tell(parts, "Not yet. What may be wrong is said below.");
}

function failed(task, parts, { cell, line, kind, message, below }, known) {
  const own = cell === task.id, at = line ? `ine ${line}: ` : "";
  const words = `${kind}${message ? `: ${message}` : ""}`;
  parts.fault.replaceChildren();
  if (own) {
    parts.fault.append(`${at && "L"}${at}${words}`);
    parts.area.setAttribute("aria-invalid", "true");
    if (line) select(parts.area, line);
  } else {
    const link = make("a", { href: `#cell-${cell}`, textContent: cell });
    link.addEventListener("click", () => edit(document.getElementById(`cell-${cell}`), cell));
    parts.fault.append("The cell ", link, ` above stops${at && ` at l${at.slice(0, -2)}`}: ${words}`);
  }
  if (below.length) parts.fault.append(make("pre", {}, { tabindex: "0", "aria-label": "Where it was" }, below.slice(-8).join("\n")));
  parts.fault.hidden = false;
  tell(parts, `${own ? "It" : `The cell ${cell} above`} stops: ${words}`);
}
