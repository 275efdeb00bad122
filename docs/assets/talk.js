// What is below a page, when someone turns to it: a report that names its place, and comments in a frame.
// @ts-check

/**
 * The place that a point of the page belongs to: in the order of the document, the last id at it or above it. Heights do
 * not tell: what lies in a closed fold has none.
 * @param {Node} point
 */
function place(point) {
  let found = "";
  for (const one of document.querySelectorAll("article [id]")) {
    const after = one.compareDocumentPosition(point) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
    if ((after || one === point) && !one.closest("svg, .live, .talk, .footnote") && !/^__|^hero-/.test(one.id)) found = one.id;
  }
  return found;
}

/** The lines that a report begins with. @param {string} body @param {Node | null} point @param {string} words */
function told(body, point, words) {
  const id = point ? place(point) : "", cell = id && document.getElementById(id)?.closest(".cell");
  const own = cell && cell.querySelector(".ran:not([hidden])")?.textContent;
  const address = id ? `${location.href.split(/[?#]/)[0]}#${id}` : "";
  return body.replace(/Place: .*/, () => `Place: ${address}`) + (words ? `\nIt says: “${words.slice(0, 300)}”\n` : "") +
    (own ? `\nWhere I ran it, it printed:\n\n    ${own.trim().slice(0, 1000).replace(/\n/g, "\n    ")}\n` : "");
}

/** @param {HTMLAnchorElement} link @param {Node | null} point */
function report(link, point) {
  const selected = getSelection(), words = selected && !selected.isCollapsed ? String(selected).trim() : "";
  const address = new URL(link.href), plain = link.dataset.report || (address.searchParams.get("body") ?? "");
  link.dataset.report = plain;
  const at = words && selected ? selected.getRangeAt(0).startContainer : point;
  address.searchParams.set("body", told(plain, at, words));
  link.href = String(address);
}

/** @type {Element | null} */
let point = null;

/** What a click or a focus does: below the page it reports or opens comments; elsewhere it says which place is meant. @param {Element} target @param {string} kind */
export function act(target, kind) {
  const link = target.closest("[data-report]"), button = target.closest("[data-frame]");
  if (!target.closest(".talk")) point = target.closest("article") ? target : point;
  else if (kind === "click" && button instanceof HTMLButtonElement) comments(button);
  else if (kind === "click" && link instanceof HTMLAnchorElement) {
    report(link, point);
    location.assign(link.href);
  }
}

/** The comments, in place of the button that asks for them. @param {HTMLButtonElement} button */
function comments(button) {
  const address = new URL(String(button.dataset.frame)), here = new URL(location.href);
  const kept = "giscus-session", come = here.searchParams.get("giscus");
  if (come) {
    localStorage.setItem(kept, JSON.stringify(come));
    here.searchParams.delete("giscus");
    history.replaceState(null, "", here);
  }
  let session = "";
  try { session = JSON.parse(localStorage.getItem(kept) || '""'); } catch { localStorage.removeItem(kept); }
  address.searchParams.set("session", session);
  address.searchParams.set("origin", String(here));
  const frame = Object.assign(document.createElement("iframe"), { title: "Comments", src: String(address), className: "comments" });
  addEventListener("message", ({ origin, data }) => {
    if (origin === address.origin && data?.giscus?.resizeHeight) frame.style.height = `${data.giscus.resizeHeight}px`;
  });
  button.parentElement?.replaceWith(frame);
}
