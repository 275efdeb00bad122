// Keys: on, back, first, last, and the notes. Without this the browser scrolls from slide to slide by itself.
const all = [...document.querySelectorAll("main > section")];
const here = () => all.reduce((near, one) => Math.abs(one.getBoundingClientRect().top) < Math.abs(near.getBoundingClientRect().top) ? one : near);
const go = (to) => { const one = all[Math.max(0, Math.min(all.length - 1, to))]; history.replaceState(null, "", "#" + one.id); one.scrollIntoView(); };
const steps = {ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -1e9, End: 1e9};
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("summary, a") && event.key === " ") return;
  const notes = here().querySelector("details");
  if (event.key === "n" && notes) notes.open = !notes.open;
  if (event.key === "Escape" && notes) notes.open = false;
  if (notes?.open && event.key.startsWith("Arrow") || !(event.key in steps)) return;
  event.preventDefault();
  go(all.indexOf(here()) + (event.shiftKey && event.key === " " ? -1 : steps[event.key]));
});
