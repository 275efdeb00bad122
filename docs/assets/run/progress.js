// What a reader has solved, predicted and known, as this device has kept it: shown, saved to a file, read back, forgotten.
import { make } from "./editor.js";
import * as kept from "./kept.js";

const KINDS = ["predict", "recall"], HEAD = "kind\tpage\twhat\tanswer\tdate";
const pathOf = (link) => new URL(link.href).pathname;
const plural = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;
const solvedOn = (path) => Object.keys(kept.solved()).filter((key) => key.startsWith(`${path} `));

// One line for each thing: what a pupil can hand in, and a person or a spreadsheet can read.
const rows = () => [
  ...Object.entries(kept.solved()).map(([key, date]) => ["exercise", ...cut(key), "solved", date]),
  ...KINDS.flatMap((kind) => kept.keys(`${kind} /`).map((key) => [kind, ...cut(key.slice(kind.length + 1)), kept.get(key), ""])),
];
const cut = (key) => [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
const plain = (text) => String(text).replace(/\s+/g, " ");
const written = () => [HEAD, ...rows().map((row) => row.map(plain).join("\t"))].join("\n") + "\n";

const readBack = (text) => {
  const solved = kept.solved();
  let count = 0;
  for (const line of text.split(/\r?\n/)) {
    const [kind, path, what, answer, date] = line.split("\t");
    if (!path?.startsWith("/") || !what || !answer) continue;
    if (kind === "exercise") solved[`${path} ${what}`] ??= date || "";
    else if (KINDS.includes(kind)) kept.set(`${kind} ${path} ${what}`, answer);
    else continue;
    count += 1;
  }
  kept.set("solved", JSON.stringify(solved));
  return count;
};

const forget = () => {
  kept.drop("solved");
  KINDS.flatMap((kind) => kept.keys(`${kind} /`)).forEach(kept.drop);
};

const status = make("p", { className: "note" }, { role: "status" });
const button = (textContent, act) => {
  const made = make("button", { type: "button", textContent });
  made.addEventListener("click", act);
  return made;
};
const file = make("input", { type: "file", accept: ".tsv,.txt", hidden: true });
file.addEventListener("change", async () => {
  const count = file.files.length ? readBack(await file.files[0].text()) : 0;
  show();
  status.textContent = count ? `${plural(count, "line")} read back.` : "No line of this file could be read.";
  file.value = "";
});
const save = () => {
  const address = URL.createObjectURL(new Blob([written()], { type: "text/tab-separated-values" }));
  make("a", { href: address, download: "solved.tsv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  status.textContent = `Saved: solved.tsv, ${plural(rows().length, "line")}.`;
};
const controls = make("div", { className: "marks progress" }, {}, button("Save what I have solved to a file", save),
  button("Read such a file back", () => file.click()),
  button("Forget what I have solved and answered", () => {
    forget();
    show();
    status.textContent = "Forgotten.";
  }), file, status);

function show() {
  for (const link of document.querySelectorAll(".map a, .way a")) {
    const count = solvedOn(pathOf(link)).length, words = count ? plural(count, "exercise") + " solved" : "";
    link.classList.toggle("solved", count > 0);
    if (link.title) link.setAttribute("aria-label", [link.title, ...(link.classList.contains("read") ? ["read"] : []), ...(words ? [words] : [])].join(", "));
    link.querySelector(".solved-here")?.remove();
    if (words && !link.title) link.append(make("small", { className: "solved-here", textContent: words }));
  }
  document.querySelector(".facts .solved-here")?.remove();
  const all = document.querySelectorAll(".answer").length, here = solvedOn(location.pathname).length;
  if (all && here) document.querySelector(".facts")?.append(make("span", { className: "solved-here", textContent: ` \u00b7 ${here} of ${plural(all, "exercise")} solved` }));
  for (const button of document.querySelectorAll(".answer button")) {
    const known = kept.solved()[`${location.pathname} ${button.dataset.run}`];
    button.parentElement.querySelector(".solved-here")?.remove();
    if (known !== undefined) button.after(make("span", { className: "solved-here", textContent: ` \u2713 solved${known && `, ${known}`}` }));
  }
  controls.hidden = !rows().length && !controls.contains(document.activeElement);
}

// A question on an earlier part that has been opened: did the reader know it?
export const recalled = (fold) => {
  if (fold.querySelector(".recalled")) return;
  const key = `recall ${location.pathname} ${plain(fold.querySelector("summary").textContent).trim()}`;
  const said = make("span", {}, { role: "status" });
  const words = (answer) => { said.textContent = answer ? `Kept on this device: ${answer}.` : ""; };
  const choose = (label, answer) => button(label, () => {
    kept.set(key, answer);
    words(answer);
    show();
  });
  fold.append(make("p", { className: "recalled marks" }, {}, choose("I knew it", "known"), " ", choose("Not yet", "not yet"), " ", said));
  words(kept.get(key));
};

document.head.append(make("link", { rel: "stylesheet", href: new URL("run.css", import.meta.url).href }));
document.querySelector("article").append(controls);
document.addEventListener("solved", show);
addEventListener("storage", show);
show();
