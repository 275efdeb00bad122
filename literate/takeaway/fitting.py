"""How large what a slide shows can be: letters for code, tables and formulas, a ratio for drawings.

A slide is 64 times 36 of its own letters; what is shown has `WIDTH` and `HEIGHT` of them. A line of code is 1.4 of its
letters high and each of its characters 0.61 wide.
"""

from literate.takeaway.html_tree import Node

WIDTH, HEIGHT = 57.0, 25.3
LARGEST = {"cell": 1.15, "table": 1.35, "maths": 1.7}
FORMULA = 6.0  # the height of a formula that shares a slide
SPACES = {"mo": 0.9, "mtext": 0.5, "mspace": 2}  # letters that an element takes besides its own
LINE, LETTER, FRAME = 1.42, 0.61, 1.7
TALL, CAPTION = 1.1, 15.0  # below this ratio a drawing has its caption beside it, so wide


def rooms(things: list[Node], beside: bool) -> list[tuple[float, float]]:
    """The width and height that each thing of a slide has: a formula needs little, the others share by their lines."""
    count, formulas = len(things), ["maths" in thing.classes for thing in things]
    if beside or count == 1:
        return [((WIDTH - 1.5 * (count - 1)) / count, HEIGHT)] * count
    high = [0 if maths else _high(thing) for thing, maths in zip(things, formulas, strict=True)]
    rest = (HEIGHT - 0.8 * (count - 1) - FORMULA * sum(formulas)) / max(1, sum(high))
    return [(WIDTH, rest * n if n else FORMULA) for n in high]


def _high(thing: Node) -> float:
    """The height of code with its output, in its own letters: cells that share a slide have the same."""
    parts = thing.elements if "cell" in thing.classes else [thing]
    return sum(LINE * len(_lines(part)) + FRAME for part in parts)


def fitted(thing: Node, width: float = WIDTH, height: float = HEIGHT) -> Node:
    """A thing with the size that fits in this room, as a style of its own."""
    if "cell" in thing.classes:
        return _cell(thing, width, height)
    if thing.tag == "figure":
        return _figure(thing, width, height)
    if "maths" in thing.classes:
        return _styled(thing, min(LARGEST["maths"], width / (0.54 * _span(thing) + 1)))
    return _styled(thing, _letters_of_table(thing, width, height))


def _span(node: Node | str) -> float:
    """How wide a formula is, in letters: of what stands one above the other, the widest counts."""
    if isinstance(node, str):
        return float(len(node.strip()))
    parts = [_span(child) for child in node.children]
    if node.tag in {"mfrac", "munder", "mover", "munderover", "mtable"}:
        return max(parts, default=0)
    if node.tag in {"msub", "msup", "msubsup"}:
        return parts[0] + 0.7 * max(parts[1:])
    return sum(parts) + SPACES.get(node.tag, 0)


def _cell(cell: Node, width: float, height: float) -> Node:
    """Code above its output, or beside it where that gives larger letters."""
    shown = [_lines(one) for one in cell.elements]
    tall = [len(lines) for lines in shown]
    wide = [max(map(len, lines)) for lines in shown]
    below = min(height / _high(cell), width / (LETTER * max(wide) + FRAME))
    aside = min(height / (LINE * max(tall) + FRAME), width / (LETTER * sum(wide) + FRAME * len(wide) + 1))
    made = _styled(cell, min(LARGEST["cell"], max(below, aside)))
    if aside > below and len(shown) > 1 and below < LARGEST["cell"]:
        made.attributes["class"] += " aside"
    return made


def _lines(node: Node) -> list[str]:
    return node.text().strip("\n").split("\n")


def table_width(table: Node) -> float:
    """How wide a table is, in letters of its own, where no cell has more than 40 signs in a line."""
    rows = _rows(table)
    columns = [max(len(row[n]) for row in rows if n < len(row)) for n in range(max(map(len, rows), default=0))]
    return sum(0.52 * min(letters, 40) for letters in columns) + 1.4 * len(columns)


def _rows(table: Node) -> list[list[str]]:
    return [[cell.text().strip() for cell in row.elements] for row in table.walk() if row.tag == "tr"]


def _letters_of_table(table: Node, width: float, height: float) -> float:
    rows, across = _rows(table), width / table_width(table)
    lines = sum(max(1, *(-(-len(cell) // 40) for cell in row)) for row in rows)
    formulas = sum(_height(row) for row in table.walk() if row.tag == "tr")
    return min(LARGEST["table"], across, height / (1.35 * lines + 0.95 * len(rows) + formulas))


def _height(row: Node) -> float:
    """How much higher formulas make a row."""
    tags = {node.tag for node in row.walk()}
    return 1.3 if "mfrac" in tags else 0.4 if "math" in tags else 0


def _figure(figure: Node, width: float, height: float) -> Node:
    """Drawings keep their shape: as many side by side as leave them largest."""
    drawings = [node for node in figure.walk() if node.tag == "svg"]
    ratio = min(_ratio(one) for one in drawings)  # the tallest has to fit
    told = [len(node.text()) for node in figure.elements if node.tag == "figcaption"]
    words = 0.6 + 1.34 * sum(1 + letters * 0.47 // min(width, 54) for letters in told)
    frames = [[len(one.text()) for one in node.elements if one.tag == "p"] for node in _frames(figure)]
    fits = {n: _width(n, len(drawings), width, height - words, ratio, frames) for n in range(1, len(drawings) + 1)}
    columns = max(fits, key=lambda n: fits[n])
    made = Node(figure.tag, dict(figure.attributes), figure.children)
    wide = min(width - CAPTION - 1.5, ratio * height)
    if told and len(drawings) == 1 and ratio < TALL and wide > fits[1]:
        made.attributes |= {"class": f"{made.attributes['class']} aside", "style": f"--width: {wide:.2f}rem"}
    else:
        made.attributes["style"] = f"--columns: {columns}; --width: {fits[columns]:.2f}rem"
    return made


def _frames(figure: Node) -> list[Node]:
    return [node for node in figure.walk() if "frame" in node.classes]


def _width(columns: int, count: int, width: float, height: float, ratio: float, frames: list[list[int]]) -> float:
    """The width of each drawing, with so many side by side; below or above them stand their words."""
    rows, across = -(-count // columns), (width - columns + 1) / columns
    words = max([sum(1.1 * (1 + letters * 0.5 // across) for letters in frame) for frame in frames] or [0])
    return min(across, ratio * (height / rows - words - 0.5))


def _ratio(drawing: Node) -> float:
    """The width of a drawing by its height."""
    *_, width, height = map(float, drawing.attributes["viewBox"].split())
    return width / height


def _styled(node: Node, letters: float) -> Node:
    made = Node(node.tag, dict(node.attributes), node.children)
    made.attributes["style"] = f"font-size: {letters:.3f}rem"
    made.attributes.setdefault("class", "")
    return made
