"""What stands in one text: code spans, formulas, footnotes, links, images, HTML; in the builders' order.

What is found is covered, so that nothing that comes later is found in it.
"""

import re
from typing import NamedTuple

from literate.grammar import patterns, ticks
from literate.grammar.attributes import attributes, targets
from literate.grammar.rows import Scope
from literate.grammar.ticks import closing, name_of

References = dict[str, str]  # the targets of link definitions, by their names


class Inline(NamedTuple):
    """One element in a text.

    Attributes:
        kind: code span, formula, link, image, note, tag, comment; `html link`, `html image` and `html address` for
            what a tag names; `unread` for what is nearly a link.
        start: Where it begins in the text of its scope.
        end: Where it ends there.
        text: The words of a link, the name of a note or of a tag, the TeX of a formula.
        target: Where a link leads.
        scope: The text that it stands in.
    """

    kind: str
    start: int
    end: int
    text: str
    target: str
    scope: Scope

    @property
    def written(self) -> str:
        """The element as the page has it."""
        return self.scope.text[self.start : self.end]

    @property
    def last(self) -> int:
        """Its last line."""
        return self.scope.place(self.end - 1)[0]

    @property
    def place(self) -> tuple[int, int]:
        """Line and column on the page, from 1."""
        return self.scope.place(self.start)


class Text:
    """The text of one scope: `found` are its elements in order, `bare` is the text with all but HTML covered."""

    def __init__(self, scope: Scope, references: References, tags_alone: bool = False) -> None:
        """Find all that stands in it; in a block of HTML that is tags and comments alone."""
        self.scope, self.references, self.left = scope, references, scope.text
        self.found: list[Inline] = []
        if not tags_alone:
            self._markdown()
        self.bare = self.left  # without what is no HTML, whatever it looks like
        for one in self._cover(patterns.TAG):
            self._tag(one)
        html = [range(one.start, one.end) for one in self.found if one.kind in {"tag", "comment"}]
        shown = [one for one in self.found if not any(one.start in part and one.start > part[0] for part in html)]
        self.found = sorted(shown, key=lambda one: (one.start, -one.end))

    def _markdown(self) -> None:
        """All that is no HTML, in the builders' order."""
        self._cover(patterns.NUMBER)
        for begin, size, end in ticks.code_spans(self.left):
            self._add("code span", begin, end, self.scope.text[begin + size : end - size].strip())
            self._hide(begin, end)
        for one in self._cover(patterns.IN_LINE):
            self._add("formula", *one.span(), self.scope.text[slice(*one.span(1))])
        self._cover(patterns.ESCAPED)
        for one in self._cover(patterns.NOTE):
            self._add("note", *one.span(), self.scope.text[slice(*one.span("name"))])
        self._links(0, len(self.left))
        for one in self._cover(patterns.ADDRESS):
            target = one["target"].removeprefix("mailto:")
            self._add("link", *one.span(), target, target if "://" in target else f"mailto:{target}")

    def _add(self, kind: str, start: int, end: int, text: str = "", target: str = "") -> None:
        self.found.append(Inline(kind, start, end, text, target, self.scope))

    def _cover(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All that a pattern finds, which is then covered."""
        found = list(pattern.finditer(self.left))
        for one in found:
            self._hide(*one.span())
        return found

    def _hide(self, start: int, end: int) -> None:
        hidden = re.sub(r"[^\n]", "\x03", self.left[start:end])
        self.left = f"{self.left[:start]}{hidden}{self.left[end:]}"

    def _links(self, start: int, end: int) -> None:
        """Links and images from the left; in the words of one stand others, images above all."""
        at = start
        while opening := patterns.OPENING.search(self.left, at, end):
            at = opening.end()
            close = closing(self.left, at)
            kind = "image" if opening["image"] else "link"
            stop = close >= 0 and (self._aimed(kind, opening, close) or self._referring(kind, opening, close))
            if stop:
                self._links(at, close)
                self._hide(close, stop)
                at = stop

    def _aimed(self, kind: str, opening: re.Match[str], close: int) -> int:
        """A link with its target; its end."""
        words = self.scope.text[opening.end() : close]
        if found := patterns.TARGET.match(self.left, close + 1):
            part = "angled" if found["angled"] is not None else "target"
            self._add(kind, opening.start(), found.end(), words, self.scope.text[slice(*found.span(part))].strip())
            return found.end()
        if self.left.startswith("(", close + 1) and ")" in self.left[close:]:
            self._add("unread", opening.start(), self.left.index(")", close) + 1, words)
        return 0

    def _referring(self, kind: str, opening: re.Match[str], close: int) -> int:
        """A link whose target stands elsewhere on the page; its end. One whose target stands nowhere is none."""
        words = self.scope.text[opening.end() : close]
        label = patterns.LABEL.match(self.left, close + 1)
        ends = {name_of(label["label"] or words): label.end()} if label else {}
        for name, end in [*ends.items(), (name_of(words), close + 1)]:
            if name in self.references:
                self._add(kind, opening.start(), end, words, self.references[name])
                return end
        # Behind a blank it is text, but for what goes on as a link: of that, the site takes these words away.
        if label and (label[0].startswith("[") or self.left.startswith("[", label.end())):
            self._add("undefined", opening.start(), label.end(), words, next(iter(ends)))
        return 0

    def _tag(self, found: re.Match[str]) -> None:
        """A tag in the text, or a comment, and all that a tag leads to."""
        kind, tag = ("comment" if found["comment"] else "tag"), (found["tag"] or "").lower()
        self._add(kind, *found.span(), f"{found['close'] or ''}{tag}")
        written = attributes(self.scope.text[slice(*found.span("attributes"))]) if tag else {}
        for key, what in (("href", "link"), ("src", "image")):
            if key in written:
                self._add(f"html {what}", *found.span(), written.get("alt", ""), written[key])
        for address in targets(tag, written):
            self._add("html address", *found.span(), "", address)
