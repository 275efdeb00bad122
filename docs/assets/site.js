// The theme fetches the search index and its worker on every page. Hold both until someone turns to search.
(() => {
  const Native = window.Worker, { open, send } = XMLHttpRequest.prototype;
  let wake;
  const wanted = new Promise((resolve) => { wake = resolve; });
  const isSearch = (node) => node.closest && node.closest("[data-md-component=search], [for=__search]");
  for (const kind of ["focusin", "pointerdown", "click"]) addEventListener(kind, (event) => isSearch(event.target) && wake(), true);
  addEventListener("keydown", (event) => ("/fs".includes(event.key) || ((event.ctrlKey || event.metaKey) && event.key === "k")) && wake(), true);
  if (/[?&][qh]=/.test(location.search)) wake();

  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.isIndex = /search(_index)?\.json$/.test(address);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    return this.isIndex ? void wanted.then(() => send.apply(this, body)) : send.apply(this, body);
  };
  window.Worker = class extends EventTarget {
    constructor(address, options) {
      super();
      this.ready = wanted.then(() => {
        const worker = new Native(address, options);
        worker.onmessage = ({ data }) => {
          const event = new MessageEvent("message", { data });
          this.dispatchEvent(event);
          if (this.onmessage) this.onmessage(event);
        };
        return worker;
      });
    }
    postMessage(...message) { this.ready.then((worker) => worker.postMessage(...message)); }
    terminate() { this.ready.then((worker) => worker.terminate()); }
  };
})();

// What scrolls sideways can be reached by keyboard.
(() => {
  const mark = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach((box) => {
    const scrolls = box.scrollWidth > box.clientWidth;
    const attributes = { tabindex: "0", role: "group", "aria-label": "Table" };
    for (const [name, value] of Object.entries(attributes)) scrolls ? box.setAttribute(name, value) : box.removeAttribute(name);
  });
  for (const kind of ["load", "resize"]) addEventListener(kind, mark);
})();

// Each cell can be copied: alone, or as a script, with all that it needs before it.
(() => {
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("the browser does not allow it");
  };
  const asScript = async (id) => {
    const answer = await fetch(document.querySelector("[data-script]").href);
    if (!answer.ok) throw new Error("the script did not come");
    const [title, ...blocks] = (await answer.text()).split("\n# %% ");
    const kept = blocks.slice(0, blocks.findIndex((block) => block.startsWith(id + "\n")) + 1);
    const needed = kept.slice(1).some((block) => /^\s*(from|import) tinynet\b/m.test(block));
    if (kept[0].startsWith("preamble\n") && !needed) kept.shift();
    return [title, ...kept].join("\n# %% ");
  };
  const status = Object.assign(document.createElement("p"), { className: "copy-status" });
  status.setAttribute("role", "status");
  const button = (label, name, text) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    made.setAttribute("aria-label", `${label}: ${name}`);
    made.addEventListener("click", async () => {
      try {
        await copy(await text());
        status.textContent = made.textContent = "Copied";
      } catch (error) {
        status.textContent = made.textContent = "Not copied";
      }
      setTimeout(() => { made.textContent = label; status.textContent = ""; }, 2000);
    });
    return made;
  };
  document.querySelectorAll(".cell:not([hidden])").forEach((cell) => {
    const id = cell.id.replace(/^cell-/, ""), code = cell.querySelector(".language-python code");
    if (!code) return;
    const bar = Object.assign(document.createElement("div"), { className: "copy" });
    bar.append(button("Copy", id, () => code.textContent));
    if (document.querySelector("[data-script]")) bar.append(button("Copy as a script", id, () => asScript(id)));
    cell.prepend(bar);
  });
  document.body.append(status);
})();
