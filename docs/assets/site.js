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
