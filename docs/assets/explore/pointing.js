// What a pointer can do on the picture of the walk. Each of it can be done with a control, too.
// @ts-check
import { soon } from "./figure.js";
import { lit, weight_at, weight_of } from "./step.js";

const SLIP = 4; // so far a finger may move while it taps

/** @param {Parts["all"]} all @param {Route} route @param {Hand} hand */
export function pointing(all, route, { now, state, go, set, say_error }) {
  /** The place on this line that fits, or else the first on any. @param {(stop: Stop) => boolean} fits */
  const place_where = (fits) => {
    const line = route.stops[state().at].line, here = route.stops.findIndex((stop) => stop.line === line && line && fits(stop));
    const any = here > 0 ? here : route.stops.findIndex((stop) => stop.line && fits(stop));
    return any < 0 ? state().at : any;
  };
  for (const line of all("[data-line]")) line.addEventListener("click", () => go({ at: route.stops.findIndex((stop) => stop.line === line.dataset.line) }));
  for (const node of all("[data-node]")) node.addEventListener("click", () => go({ at: place_where((stop) => lit(route, stop).nodes.at(-1) === node.dataset.node) }));
  for (const wire of all("[data-wire]")) grip(wire);

  /** A drag to the side turns the weight of a wire, a tap chooses it. @param {HTMLElement} wire */
  function grip(wire) {
    const name = String(wire.dataset.wire);
    /** @type {{from: number, w: number, moved: boolean} | null} */
    let held = null;
    wire.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const slopes = route.stops[state().at].line.endsWith("_update");
      go({ weight: name, ...(slopes ? { at: place_where((stop) => weight_at(route, stop) === name) } : {}) });
      held = { from: event.clientX, w: weight_of(now(), name), moved: false };
      wire.setPointerCapture(event.pointerId);
    });
    wire.addEventListener("pointermove", ({ clientX }) => {
      const hold = held, by = hold ? clientX - hold.from : 0;
      if (!hold || (!hold.moved && Math.abs(by) < SLIP)) return;
      soon(() => {
        set(Math.round(hold.w * 100 + by) / 100, hold.moved);
        hold.moved = true;
      });
    });
    for (const end of ["pointerup", "pointercancel"]) {
      wire.addEventListener(end, () => {
        if (held?.moved) requestAnimationFrame(say_error); // after the last change
        held = null;
      });
    }
  }
}
