// Python for one page, in a worker of its own: the page ends it to stop it. It carries messages; what runs is runner.py.
// To it: {start, give} once, then {cells: [[id, text], …]}, of which the last is wanted; {take} while it waits. From it: [kind, value].
const say = (kind, value) => postMessage([kind, value]);

// Each file is asked for at once and taken only if it is, byte for byte, the one that runtime.json names.
async function fetched(files) {
  let came = 0;
  const one = async ({ name, address, integrity }) => {
    try {
      const answer = await fetch(address, { integrity, cache: "force-cache", credentials: "omit" });
      if (!answer.ok) throw new Error(`the answer was ${answer.status}`);
      const data = await answer.arrayBuffer();
      say("came", [++came, files.length]);
      return [name, data];
    } catch (error) {
      const host = new URL(address).host;
      throw new Error(`${name} did not come from ${host} as it should be: ${error.message}`);
    }
  };
  return new Map(await Promise.all(files.map(one)));
}

const GLUE = `
import json, sys
sys.path[:0] = ["/run", "/run/package.zip"]
from runner import Runner
runner = Runner(tell, package)
versions = json.dumps([sys.version.split()[0], sys.modules["numpy"].__version__])
lambda cells: json.dumps(runner.run([tuple(cell) for cell in json.loads(cells)]))
`;

// What Pyodide would fetch is answered from the files that have come. What is compiled goes to the next worker, which waits, by a port of
// its own: a page may not hold it where its policy admits no WebAssembly.
let module = null;
async function begun({ files, own, lock, packageName }, give) {
  if (typeof WebAssembly === "undefined") throw new Error("this browser has no WebAssembly, which Python needs here");
  const got = await fetched(files.filter(({ name }) => !module || name !== "pyodide.asm.wasm"));
  const wasm = module || await WebAssembly.compile(got.get("pyodide.asm.wasm")).catch((error) => {
    throw new Error(`this browser, or the server's policy, refuses WebAssembly: ${error.message}`);
  });
  say("compiled");
  give?.postMessage(wasm);
  self.fetch = async (address) => {
    const name = new URL(address, "http://files/").pathname.split("/").pop();
    return got.has(name) ? new Response(got.get(name)) : new Response("", { status: 404 });
  };
  let refused;
  const refusal = new Promise((_, reject) => { refused = reject; });
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) };
    } catch (error) {
      refused(error);
      throw error;
    }
  };
  const script = (name) => import(URL.createObjectURL(new Blob([got.get(name)], { type: "text/javascript" })));
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([script("pyodide.mjs"), script("pyodide.asm.mjs")]);
  const python = await Promise.race([refusal, loadPyodide({
    indexURL: "http://files/", packageBaseUrl: "http://files/", lockFileContents: lock, createPyodideModule,
    packages: Object.keys(lock.packages), jsglobals: {}, stdout: () => {}, stderr: () => {}, stdin: () => { throw new Error("no input"); },
  })]);
  python.FS.mkdir("/run");
  for (const [name, data] of own) python.FS.writeFile(`/run/${name}`, new Uint8Array(data));
  python.FS.mkdir("/work");
  python.FS.chdir("/work");
  python.globals.set("tell", say);
  python.globals.set("package", packageName);
  const run = python.runPython(GLUE);
  say("ready", JSON.parse(python.globals.get("versions")));
  return run;
}

let ready;
onmessage = async ({ data }) => {
  try {
    if (data.take) data.take.onmessage = ({ data: compiled }) => { module = compiled; };
    if (data.start) ready = begun(data.start, data.give);
    const run = data.cells && await ready;
    if (run) say("end", JSON.parse(run(JSON.stringify(data.cells))));
  } catch (error) {
    say("broken", error.message);
  }
};
