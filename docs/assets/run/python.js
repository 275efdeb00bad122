// The interpreter of this page: begun at the first run, ended to stop it, begun again when something runs next.
const here = new URL(".", import.meta.url), page = new URL(".", location.href);
const OWN = ["runner.py", "states.py", "package.zip"].map((name) => ({ name, address: new URL(name, here).href }));
const NO_ANSWER = 120000; // ms without a word while Python is fetched and begun

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname.split("/").pop()} did not come: the answer was ${answer.status}`);
  return answer.json();
};
// What the page has: its cells as they were built, and from where Python would come.
export const known = Promise.all([json(new URL("run.json", page)), json(new URL("runtime.json", here))]).then(([cells, runtime]) => {
  const files = runtime.files.map((file) => (runtime.folder ? { ...file, address: new URL(runtime.folder + file.name, here).href } : file));
  const hosts = [...new Set(files.map(({ address }) => new URL(address).host))];
  return { ...cells, runtime: { ...runtime, files }, from: runtime.folder ? "this site" : hosts.join(" and ") };
});

let worker = null, module = null, hear = null, watch;

export const running = () => hear !== null;
export const begun = () => worker !== null;

// Ends whatever runs; the page goes on at once.
export const end = () => {
  clearTimeout(watch);
  worker?.terminate();
  worker = hear = null;
};

// Run the last of some cells; `said` is told each message. What an ended worker says is not heard.
export const run = async (cells, said) => {
  const mine = hear = said;
  let data;
  try {
    data = await known;
  } catch (error) {
    if (hear === mine) hear = null;
    return said("broken", error.message);
  }
  if (hear !== mine) return; // stopped meanwhile
  const wait = () => {
    clearTimeout(watch);
    watch = setTimeout(() => tell("broken", "Python does not begin: nothing has come for two minutes"), NO_ANSWER);
  };
  const tell = (kind, value) => {
    if (kind === "module") module = value;
    if (kind === "came") wait();
    if (kind === "ready" || kind === "broken") clearTimeout(watch);
    const to = hear;
    if (kind === "end" || kind === "broken") hear = null;
    if (kind === "broken") end();
    to?.(kind, value);
  };
  const first = !worker;
  if (first) {
    worker = new Worker(new URL("worker.js", here), { type: "module" });
    const mine = worker;
    worker.onmessage = ({ data: [kind, value] }) => mine === worker && tell(kind, value);
    worker.onerror = (event) => {
      event.preventDefault();
      if (mine === worker) tell("broken", event.message || "the worker did not begin");
    };
    wait();
  }
  const start = { files: data.runtime.files, own: OWN, lock: data.runtime.lock, module, packageName: data.package };
  worker.postMessage(first ? { start, cells } : { cells });
};
