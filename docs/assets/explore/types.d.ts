// The words that the scripts of this folder share, for those who read them and for the checker; no browser fetches this.

/** A matrix: its numbers row by row. */
type Matrix = { rows: number; cols: number; at: Float64Array };
/** Something that a reader has done, such as `rate` 0.5. */
type Act = { name: string; value: number };
type Limits = [number, number];
/** What an act may be, with its least and its most. */
type Known = Record<string, Limits>;
/** What a step begins with. */
type Given = { x: Matrix; y: Matrix; weights_1: Matrix; weights_2: Matrix; rate: number };
/** All numbers of one step. */
type Numbers = ReturnType<typeof import("./step.js").numbers>;
/** The same by name: where a name is put together. */
type Named = Record<string, Matrix>;
/** What each figure has: its elements, what Python has told it, its voice, and its address. */
type Parts = {
  figure: HTMLElement; id: string; key: string; data: any;
  /** An element that has to be there, by a selector or by its `data-…`. */
  find: (selector: string) => HTMLElement; field: (name: string) => HTMLInputElement;
  all: (selector: string) => HTMLElement[]; inputs: (selector: string) => HTMLInputElement[];
  /** Tell what has happened; `seen` is what can be seen elsewhere, and is told to those who hear it. */
  say: (said: string, seen?: boolean) => void;
  /** Put text on the clipboard, and say what became of it. */
  copy: (text: string, what: string) => void;
  /** Keep the address at a state; copy a link to it. */
  keep: (state: string) => void; link: () => void;
};

/** A place of the walk: a line by the name that it makes, and which of its numbers; no name: the whole step at once. */
type Stop = { line: string; item: number };
/** All places, the lines, the names of the nodes layer by layer, and those of the weights. */
type Route = { stops: Stop[]; lines: string[]; names: string[][]; weights: Record<string, string[]> };
/** What is lit at a place, and whether it leads back. */
type Light = { nodes: string[]; wires: string[]; back: boolean };
/** A number, its role and its form. */
type Part = [value: number, role: string, form: string];
/** A row of a sum that is written out. */
type Row = { label: string; parts?: Part[]; sign?: string; is?: number; says?: string; role: string; form?: string; strong?: boolean };
/** What a row is asked for: the place, the numbers, the row of the flower, and the weight that is chosen. */
type Asked = { route: Route; stop: Stop; now: Numbers; e: number; weight: string };
type WalkState = { acts: Act[]; at: number; flower: number; weight: string };
/** What a pointer on the walk may ask for and do. */
type Hand = {
  now: () => Numbers; state: () => WalkState; say_error: () => void;
  go: (change: Partial<WalkState>) => void; set: (w: number, going?: boolean) => void;
};
