// The interpreter of this page: begun at the first run, ended to stop it, begun again when something runs next.
const here = new URL(".", import.meta.url), page = new URL(".", location.href);
const NO_ANSWER = 120000; // ms without a word while Python is fetched and begun

const come = async (address) => {
  const name = address.pathname.split("/").pop();
  const answer = await fetch(address).catch((error) => { throw new Error(`${name} did not come from ${address.host}: ${error.message}`); });
  if (!answer.ok) throw new Error(`${name} did not come from ${address.host}: the answer was ${answer.status}`);
  return answer;
};
const json = async (address) => (await come(address)).json();
// The scripts in Python and the package stay with the page: what has run once begins again without a network.
let kept = null;
const own = (names) => {
  kept ??= Promise.all(names.map(async (name) => [name, await (await come(new URL(name, here))).arrayBuffer()]));
  return kept.catch((error) => {
    kept = null;
    throw error;
  });
};
// What the page has: its cells as they were built, and from where Python would come. What has not come is asked for again.
const ask = async () => {
  const [cells, runtime] = await Promise.all([json(new URL("run.json", page)), json(new URL("runtime.json", here))]);
  const files = runtime.files.map((file) => (runtime.folder ? { ...file, address: new URL(runtime.folder + file.name, here).href } : file));
  const hosts = [...new Set(files.map(({ address }) => new URL(address).host))];
  return { ...cells, runtime: { ...runtime, files }, from: runtime.folder ? "this site" : hosts.join(" and ") };
};
let answered = null;
export const known = () => {
  answered ??= ask();
  return answered.catch((error) => {
    answered = null;
    throw error;
  });
};

// A worker that waits, with its script: where there is no network anymore, that could not come for a new one.
let spare = null;
const another = () => new Worker(new URL("worker.js", here), { type: "module" });

let worker = null, compiled = null, hear = null, watch;

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
  let data, scripts;
  try {
    data = await known();
    scripts = await own(data.runtime.own);
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
    if (kind === "came") wait();
    if (kind === "ready" || kind === "broken") clearTimeout(watch);
    if (kind === "ready") {
      spare ??= another();
      spare.onerror = (event) => {
        event.preventDefault();
        spare = null;
      };
      spare.postMessage({ take: compiled }, [compiled]);
    }
    const to = hear;
    if (kind === "end" || kind === "broken") hear = null;
    if (kind === "broken") end();
    to?.(kind, value);
  };
  const first = !worker;
  if (first) {
    worker = spare || another();
    spare = null;
    const mine = worker;
    worker.onmessage = ({ data: [kind, value] }) => mine === worker && tell(kind, value);
    worker.onerror = (event) => {
      event.preventDefault();
      if (mine === worker) tell("broken", event.message || `worker.js did not come from ${here.host}, or did not begin`);
    };
    wait();
  }
  if (!first) return worker.postMessage({ cells });
  const { port1, port2 } = new MessageChannel(), start = { files: data.runtime.files, own: scripts, lock: data.runtime.lock, packageName: data.package };
  compiled = port2; // what this worker compiles waits in it for the next one
  worker.postMessage({ start, give: port1, cells }, [port1]);
};
