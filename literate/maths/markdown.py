"""The Python-Markdown extension for formulas: `$...$` stands in a line, `$$...$$` is a paragraph of its own."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from literate.errors import PageError
from literate.grammar.patterns import FORMULA, INLINE, LEFT_OVER, OWN
from literate.maths.converter import to_mathml
from literate.reading import sources
from literate.reading.package import modules
from literate.reading.page import line_and_column


def formula_place(tex: str, md: Markdown) -> tuple[Path, int, int]:
    """File, line and column of a formula, which is looked for as it was written: the builders do not tell."""
    page: Path | None = getattr(md, "literate_page", None)
    root: Path = getattr(md, "literate_root", Path())  # a builder may have been started elsewhere
    for path in [page] if page else [*sources.pages(root), *modules(root)]:
        text = (root / path).read_text(encoding="utf-8-sig")
        for found in FORMULA.finditer(text):
            parts = re.split(r"\{\{ .+? \}\}", found[1] or found[2])
            if re.fullmatch(r"\s*" + ".+?".join(map(re.escape, parts)) + r"\s*", tex, re.DOTALL):
                return path, *line_and_column(text, found.start())
        for line, content in enumerate(text.split("\n"), 1):
            if tex.strip().split("\n")[0] in content:
                return path, line, content.index(tex.strip().split("\n")[0]) + 1
    return page or Path("generated text"), 1, 1


def mistake(tex: str, md: Markdown, what: str) -> PageError:
    """The error for one formula, at its place."""
    original = getattr(md, "_original_md", md)
    file, line, column = formula_place(tex, original)
    hint = "CONTRIBUTING.md says how formulas are written"
    return PageError(f"this formula is not read: {what}", file, line, column, len(tex.split("\n")[0]), hint=hint)


def _with_numbers(tex: str, md: Markdown) -> str:
    """A formula with the numbers that are computed in it: until now a character stands for each of them."""
    rendering = getattr(md, "literate_rendering", None)
    return rendering.formula(tex) if rendering else tex


class InlineFormula(InlineProcessor):
    """`$...$` in a line of text."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        """Store the formula, so that nothing else touches it."""
        try:
            return self.md.htmlStash.store(to_mathml(_with_numbers(m[1], self.md), display=False)), m.start(), m.end()
        except ValueError as error:
            raise mistake(m[1], self.md, str(error)) from error


class Display(BlockProcessor):
    """`$$...$$` as a paragraph."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Whether a block is a display formula."""
        return block.lstrip("\n").startswith("$$")

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Put it into a box that scrolls by itself, by keyboard too."""
        tex = blocks.pop(0).strip()
        found = OWN.fullmatch(tex)
        if found is None:
            raise mistake(tex, self.parser.md, "a paragraph of its own, with no empty line, from $$ to $$, is needed")
        try:
            mathml = to_mathml(_with_numbers(found[1], self.parser.md), display=True)
        except ValueError as error:
            raise mistake(found[1], self.parser.md, str(error)) from error
        attributes = {"class": "maths", "tabindex": "0", "role": "group", "aria-label": "Formula"}
        box = ElementTree.SubElement(parent, "div", attributes)
        box.text = AtomicString(self.parser.md.htmlStash.store(mathml))


class LeftOver(Treeprocessor):
    """Nothing that looks like TeX is left as text."""

    def run(self, root: ElementTree.Element) -> None:
        """Look at all text but code, which is atomic."""
        for element in root.iter():
            for text in (element.text, element.tail):
                if text and not isinstance(text, AtomicString) and (found := LEFT_OVER.search(text)):
                    raise mistake(found[0], self.md, "it has no $ on one side, or stands where no formula can")


class Maths(Extension):
    """Adds formulas to Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors: after code spans, before everything that gives `_` and `*` a meaning."""
        md.inlinePatterns.register(InlineFormula(INLINE, md), "maths", 185)
        md.parser.blockprocessors.register(Display(md.parser), "maths", 175)
        md.treeprocessors.register(LeftOver(md), "maths", 5)
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "$"]


def makeExtension(**options: Any) -> Maths:  # noqa: N802
    """The name that Python-Markdown looks for."""
    return Maths(**options)
