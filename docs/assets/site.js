// The theme fetches search on every page: hold it until it is wanted.
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
      if (!/\bsearch\b/.test(address)) return new Native(address, options);
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
addEventListener("load", () => {
  const attributes = { tabindex: "0", role: "group", "aria-label": "Table" };
  const seen = new ResizeObserver((boxes) => {
    const found = boxes.map(({ target: box }) => [box, box.scrollWidth > box.clientWidth]);
    for (const [box, scrolls] of found) {
      for (const [name, value] of Object.entries(box.tagName === "CODE" ? { tabindex: "0" } : attributes)) {
        if (box.hasAttribute(name) !== scrolls) scrolls ? box.setAttribute(name, value) : box.removeAttribute(name);
      }
    }
  });
  document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach((box) => seen.observe(box));
});

// Each cell can be copied: alone, or as a script.
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
    return [title, ...blocks.slice(0, blocks.findIndex((block) => block.startsWith(id + "\n")) + 1)].join("\n# %% ");
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
  // A link with "old → new" or "cell: old → new" in its title makes that edit, and runs the cell.
  addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#cell-"][title*=" \u2192 "]'), cell = link && document.getElementById(link.hash.slice(1));
    if (!cell) return;
    event.preventDefault();
    import("./run/run.js").then((run) => run.change(cell, link.title)).catch(() => { location.hash = link.hash; });
  });
  const runs = (label, name, act, ...given) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    made.setAttribute("aria-label", `${label}: ${name}`);
    made.dataset.run = name;
    made.addEventListener("click", () => import("./run/run.js").then((run) => run[act](...given)).then(() => { made.textContent = label; }).catch((error) => {
      made.textContent = status.textContent = `Cannot run here: ${location.protocol === "file:" ? "the page comes from no web server" : `${error.message}; load the page again`}.`;
    }));
    return made;
  };
  document.querySelectorAll(".cell:not([hidden])").forEach((cell) => {
    const id = cell.id.replace(/^cell-/, ""), box = cell.querySelector(".language-python"), code = box && box.querySelector("code");
    if (!code) return;
    const bar = Object.assign(document.createElement("div"), { className: "copy" });
    bar.append(button("Copy", id, () => code.textContent));
    if (document.querySelector("[data-script]")) bar.append(button("Copy as a script", id, () => asScript(id)));
    if (!("still" in cell.dataset)) bar.prepend(runs("Edit and run", id, "edit", cell, id));
    box.append(bar); // behind all else: with something behind it, all of that would get its style anew
    cell.querySelector(".here")?.setAttribute("aria-label", `Link to cell ${id}`);
    const item = cell.closest("li"), asked = item && !item.querySelector(".answer") && code.textContent.match(/\bcheck\("(\w+)"/);
    if (!asked) return;
    const first = item.querySelector(".cell"), fold = cell.closest("li > details") || cell;
    item.insertBefore(Object.assign(document.createElement("p"), { className: "answer" }), fold)
      .append(runs("Answer it here", asked[1], "answer", fold, asked[1], first.id.replace(/^cell-/, "")));
  });
  document.body.append(status);
})();

// A fold that asks before it and the evidence below it show. The answer stays on this device.
(() => {
  const left = new Map(); // where a browser keeps nothing
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return left.get(key) || null; } };
  const told = () => document.dispatchEvent(new Event("solved"));
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { left.set(key, value); } told(); };
  const forget = (key) => { try { localStorage.removeItem(key); } catch { left.delete(key); } told(); };

  const number = (text) => {
    const plain = text.replace(/\s|%$/g, "").replace("\u2212", "-");
    const thousands = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain);
    const found = plain.replace(thousands ? /,/g : ",", thousands ? "" : ".");
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(found) ? Number(found) : NaN;
  };
  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ").replace(/[.!]$/, "").trim();
  const sizes = (text) => (text.match(/\d+/g) || []).map(Number);
  const same = (one, other) => String(one) === String(other);
  // What each kind asks for, and says to an answer that can be read.
  const kinds = {
    number: ["a number", (said, truth) => {
      const off = Math.abs(number(said) - number(truth)), digits = (truth.split(".")[1] || "").match(/^\d*/)[0].length;
      return off <= (digits && 0.5 * 10 ** -digits) ? "Right." : off >= 0 && `Off by ${Number(off.toPrecision(3))}.`;
    }],
    shape: ["(rows, columns)", (said, truth) => {
      const [one, other] = [sizes(said), sizes(truth)];
      if (same(one, other)) return "Right.";
      return one.length && (same(one.reverse(), other) ? "Rows and columns have changed places." : "Another shape.");
    }],
    direction: ["up, down or unchanged", (said, truth) => (said === truth ? "Right." : "It goes another way.")],
    words: ["in words", (said, truth) => (plain(said) === plain(truth) ? "Right." : "Compare the two.")],
  };

  const make = (tag, properties, attributes = {}) => {
    const made = Object.assign(document.createElement(tag), properties);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const field = (kind, id, question) => {
    const attributes = { "aria-describedby": question, autocomplete: "off", "data-kind": kind };
    if (kind !== "direction") return make("input", { id, type: "text" }, { ...attributes, inputmode: kind === "number" ? "decimal" : "text" });
    const made = make("select", { id }, attributes);
    made.append(...["", "up", "down", "unchanged"].map((value) => make("option", { value, textContent: value || "choose" })));
    return made;
  };

  // What is sealed belongs to the last question above it.
  const below = new Map();
  let asking = null;
  for (const one of document.querySelectorAll("details.predict, [data-sealed]")) {
    if (one.matches("details")) below.set(asking = one, []);
    else if (asking) below.get(asking).push(one);
  }

  document.querySelectorAll("details.predict").forEach((fold, place) => {
    const question = fold.querySelector("summary"), truth = fold.querySelector(".truth");
    const kind = [...fold.classList].find((name) => kinds[name]);
    if (!truth || !kind) return;
    const [wanted, judge] = kinds[kind], key = `predict ${location.pathname} ${question.textContent}`;
    question.id = `question-${place}`;
    const input = field(kind, `answer-${place}`, question.id), status = make("p", {}, { role: "status" });
    const compare = make("button", { type: "submit", textContent: "Compare" });
    const show = make("button", { type: "button", textContent: "Show without an answer" });
    const drop = make("button", { type: "button", textContent: "Forget my answer", hidden: true });
    const form = make("form", { className: "guess" });
    form.append(make("label", { htmlFor: input.id, textContent: `Your prediction, ${wanted}:` }), input, compare, show, drop, status);
    const content = make("div", { className: "sealed" });
    while (question.nextSibling) content.append(question.nextSibling);
    fold.append(form, content);
    fold.open = true;
    const evidence = (below.get(fold) || []).map((one) => one.querySelector(":scope > .result") || one);
    // In what it stands for, behind all else, as above.
    for (const one of evidence) one.append(make("p", { className: "seal", textContent: "Answer the question above, and it shows here." }));
    const seal = (sealed) => {
      for (const one of [content, ...evidence]) one.classList.toggle("sealed", sealed);
    };
    seal(true);

    const reveal = (said = "") => {
      const computed = truth.textContent.trim(), verdict = said && judge(said, computed);
      input.toggleAttribute("aria-invalid", false);
      seal(false);
      fold.open = show.hidden = true;
      drop.hidden = !said;
      status.textContent = said ? `You said ${said}; computed: ${computed}. ${verdict}` : `Computed: ${computed}.`;
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = input.value.trim();
      if (said && judge(said, truth.textContent.trim())) {
        keep(key, said);
        return reveal(said);
      }
      input.setAttribute("aria-invalid", "true");
      status.textContent = `${said ? `\u201c${said}\u201d cannot be read. ` : ""}Needed: ${wanted}.`;
      input.focus();
    });
    show.addEventListener("click", () => reveal());
    drop.addEventListener("click", () => {
      forget(key);
      input.value = "";
      seal(true);
      show.hidden = false;
      drop.hidden = true;
      status.textContent = "Forgotten.";
      input.focus();
    });
    const said = kept(key);
    if (said && judge(said, truth.textContent.trim())) {
      input.value = said;
      reveal(said);
    }
    const arrive = () => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && [content, ...evidence].some((one) => one.contains(target))) {
        reveal(kept(key) || "");
        target.scrollIntoView();
      }
    };
    addEventListener("hashchange", arrive);
    arrive();
  });
})();

// A figure fetches its script when it comes near the screen.
(() => {
  const near = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(({ target }) => {
    near.unobserve(target);
    import(`./explore/${target.dataset.explore}.js`).then(({ take }) => take(target)).catch((error) => {
      target.classList.add("still");
      console.warn(`This figure stays a drawing. ${error.message}`);
    });
  }), { rootMargin: "600px" });
  document.querySelectorAll("[data-explore]").forEach((figure) => near.observe(figure));
})();

// Which parts have been read is kept on this device.
(() => {
  const KEY = "read", map = document.querySelector(".map"), cards = document.querySelector(".way");
  let left = []; // where a browser keeps nothing
  const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch { return left; } };
  const keep = (paths) => {
    left = paths;
    try { paths.length ? localStorage.setItem(KEY, JSON.stringify(paths)) : localStorage.removeItem(KEY); } catch {}
    show();
  };
  const here = location.pathname, add = (tag, name, parent) => parent.appendChild(Object.assign(document.createElement(tag), name));
  const mark = map && add("button", { type: "button" }, add("p", { className: "marks" }, document.querySelector("article")));
  const forget = cards && add("button", { type: "button", textContent: "Forget what I have read" }, add("p", { className: "forget" }, cards.parentElement));
  const show = () => {
    const paths = new Set(read());
    for (const link of document.querySelectorAll('.map a, .way a, .md-nav--primary .md-nav__link[href]:not([href*="#"])')) {
      const known = paths.has(new URL(link.href).pathname);
      link.classList.toggle("read", known);
      if (link.title) link.setAttribute("aria-label", link.title + (known ? ", read" : ""));
    }
    if (mark) mark.textContent = paths.has(here) ? "Forget that I have read this part" : "Mark this part as read";
    if (forget) forget.parentElement.hidden = !paths.size;
  };
  mark?.addEventListener("click", () => keep(read().includes(here) ? read().filter((path) => path !== here) : [...read(), here]));
  forget?.addEventListener("click", () => keep([]));
  show();
  // What has been solved and answered is shown by a script of its own.
  const progress = () => import("./run/progress.js");
  try { if (Object.keys(localStorage).some((key) => /^(solved$|predict |recall )/.test(key))) progress().catch(() => {}); } catch {}
  document.addEventListener("solved", () => progress().catch(() => {}));
  document.querySelectorAll("details.recall").forEach((fold) => fold.addEventListener("toggle", () => {
    if (fold.open) progress().then(({ recalled }) => recalled(fold)).catch(() => {});
  }));
})();

// What is below a page is worked by a script that comes with the first click or focus.
if (document.querySelector(".talk")) {
  const address = new URL("talk.js", document.currentScript.src);
  const turned = (event) => {
    const link = event.type === "click" && event.target.closest("[data-report]");
    if (link) event.preventDefault();
    import(address).then(({ act }) => act(event.target, event.type), () => link && location.assign(link.href));
  };
  for (const kind of ["click", "focusin"]) addEventListener(kind, turned, true);
  const button = /[?&]giscus=/.test(location.search) && document.querySelector("[data-frame]");
  if (button) turned({ target: button, type: "click" });
}
