"""Figures as pictures that stand alone, for notebooks: with the colors and lines of the site, and with their words.

A picture is an address that holds it whole, `data:image/svg+xml;base64,…`: Jupyter shows an SVG that is attached to a
cell as little as one that lies beside the notebook, but it shows an image with such an address.
"""

import base64
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from literate.figures import Canvas, Frames
from literate.figures.canvas import coordinate
from literate.figures.explorable import Explorable
from literate.reading.page import Fence
from literate.reading.site_settings import site_settings
from literate.running.exchange import Drawn
from literate.running.values import as_markdown
from literate.settings import docs_of

INSIDE = r"[^{}]*"
for _ in range(3):  # rules in rules for a medium, in others
    INSIDE = rf"[^{{}}]*(?:\{{{INSIDE}\}}[^{{}}]*)*"
ASIDE = re.compile(rf"/\*.*?\*/|@[^{{}};]+(?:;|\{{{INSIDE}\}})", re.DOTALL)
RULE = re.compile(r"\s*([^{}]+?)\s*\{([^{}]*)\}")
VALUE = re.compile(r"(--[\w-]+):\s*([^;]+)")
USED = re.compile(r"var\((--[\w-]+)\)")
TAG, BARE = re.compile(r"<[^<>]+>"), re.compile(r"(\sdata-[\w-]+)(?=[\s/>])")  # what XML wants a value for
EDGE, SCALE = 8, 1.4
PAPER = {"--md-default-bg-color": "#fff", "--md-default-fg-color": "#1d1d22"}  # where the theme would say it


def in_markdown(fence: Fence, drawn: Drawn, root: Path) -> tuple[str, str]:
    """A figure as Markdown, and the definitions of the addresses that its images have.

    Each image has the description in place of its words, and the caption below it.
    """
    images, addresses = list[str](), list[str]()
    for number, (name, canvas) in enumerate(_drawings(drawn), 1):
        label = f"figure-{fence.id}" + f"-{number}" * isinstance(drawn, Frames)
        words = re.sub(r"(?<!\\)([\[\]])", r"\\\1", as_markdown(f"{canvas.title}. {canvas.description}"))
        own = canvas.caption if isinstance(drawn, Frames) and not drawn.shared else ""
        said = (
            [f"**{as_markdown(name)}**"] * bool(name) + [f"![{words}][{label}]"] + [f"*{as_markdown(own)}*"] * bool(own)
        )
        images.append("\n\n".join(said))
        addresses.append(f"[{label}]: {data_address(canvas, root)}")
    return "\n\n".join([*images, *_emphasized(drawn.caption)]), "\n".join(addresses)


def _emphasized(words: str) -> list[str]:
    return [f"*{as_markdown(words)}*"] * bool(words)


def _drawings(drawn: Drawn) -> Iterator[tuple[str, Canvas]]:
    if isinstance(drawn, Frames):
        yield from ((f"{drawn.legend} {name}".strip(), canvas) for name, canvas in drawn.drawn)
    else:
        yield "", drawn


def data_address(canvas: Canvas, root: Path) -> str:
    """The address of a drawing that holds the drawing itself."""
    return f"data:image/svg+xml;base64,{base64.b64encode(alone(canvas, root).encode()).decode()}"


def alone(canvas: Canvas, root: Path) -> str:
    """A drawing as a file of its own, on white, with those rules of the site's style sheets that it needs."""
    drawing = TAG.sub(lambda tag: BARE.sub(r'\1=""', tag[0]), canvas.drawing("figure"))
    names = f"figure explore {canvas.module}" if isinstance(canvas, Explorable) else "figure"
    width, height = canvas.width + 2 * EDGE, canvas.height + 2 * EDGE
    inside = drawing.replace(
        "<svg ",
        f'<svg x="{EDGE}" y="{EDGE}" width="{coordinate(canvas.width)}" height="{coordinate(canvas.height)}" ',
        1,
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{names}" '
        f'viewBox="0 0 {coordinate(width)} {coordinate(height)}"'
        f' width="{coordinate(width * SCALE)}" height="{coordinate(height * SCALE)}" font-family="sans-serif">'
        f"<style>{_style(drawing, {*names.split()}, root)}</style>"
        f'<rect width="100%" height="100%" fill="#fff"/>{inside}</svg>'
    )


def _style(drawing: str, around: set[str], root: Path) -> str:
    """The rules for what is in a drawing, and the values that they use."""
    there = {name for found in re.findall(r'class="([^"]+)"', drawing) for name in found.split()}
    rules = _rules(root)
    values = PAPER | {
        name: value for selector, body in rules if selector == ":root" for name, value in VALUE.findall(body)
    }
    kept = [f"{selector}{{{body.strip()}}}" for selector, body in rules if _is_for(selector, there, around)]
    text = "".join(rule for rule in kept if values.keys() >= {*USED.findall(rule)})
    used = "".join(f"{name}:{values[name]};" for name in dict.fromkeys(USED.findall(text)))
    return f":root{{color:{PAPER['--md-default-fg-color']};{used}}}{text}".replace("&", "&amp;").replace("<", "&lt;")


def _is_for(selector: str, there: set[str], around: set[str]) -> bool:
    """Whether a rule is for figures, or for one class anywhere, and has a class of this drawing."""
    named = set(re.findall(r"\.([\w-]+)", selector))
    inside = named - around
    return bool(named & around and (inside & there or not inside)) or selector in {f".{name}" for name in there}


def _rules(root: Path) -> list[tuple[str, str]]:
    """The rules of the site's own style sheets, those for a medium left out."""
    names = site_settings(root).get("extra_css") or []
    paths = [docs_of(root) / str(name) for name in names]
    return _read("".join(path.read_text(encoding="utf-8") for path in paths if path.is_file()))


@lru_cache(maxsize=4)
def _read(text: str) -> list[tuple[str, str]]:
    return [(selector, body) for selector, body in RULE.findall(ASIDE.sub("", text)) if ".md-" not in selector]
