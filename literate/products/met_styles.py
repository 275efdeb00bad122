"""The style sheets of a built site, without what nothing on the site can meet.

A theme has rules for all that its users may write; a site uses some of them. Left out are comments, rules that ask for
a class, an id or the value of an attribute that no page has and no script names, and properties that nothing reads.
Whatever a selector says beyond that (elements, states, what stands in brackets) counts as met: in doubt a rule stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from literate import takeaway
from literate.takeaway.style_rules import StyleRule, as_css, parsed, selectors

WORD = re.compile(r"[\w-]+")
VALUE = r"""("[^"]*"|'[^']*'|[^\s"'>]+)"""
NAMES = re.compile(rf"\b(?:class|id)={VALUE}")
VALUED = re.compile(r"""(?<![\w-])([\w-]+)=["']?([\w-]+)["'\s>]""")
INSIDE = re.compile(r"\([^()]*\)")
ATTRIBUTE = re.compile(r"""\[\s*([\w-]+)\s*(?:(=)\s*["']?([^"'\]]*)["']?)?[^\]]*\]""")
NAME = re.compile(r"[.#]([a-zA-Z_-][\w-]*)")
PROPERTY = re.compile(r"--[\w-]+")
READ = re.compile(r"--[\w-]+(?![\w-]|\s*:)")
ASIDE = ("@media", "@supports")
OF_PAGES = {"dir"}  # scripts ask which way a text runs; it is the page that says so


@dataclass(frozen=True)
class Met:
    """What the rules of a site can meet.

    Attributes:
        names: The classes and ids of its pages.
        values: The attributes of its pages, each with a value of one word.
        words: The words of its scripts.
        joined: Those of them that end or begin with a mark that joins: scripts make names of them.
    """

    names: set[str]
    values: set[tuple[str, str]]
    words: set[str]
    joined: tuple[tuple[str, ...], tuple[str, ...]]

    def has(self, name: str) -> bool:
        """Whether a class or an id may be there."""
        return name in self.names or self.in_scripts(name)

    def in_scripts(self, name: str) -> bool:
        """Whether a script may write it."""
        return name in self.words or name.startswith(self.joined[0]) or name.endswith(self.joined[1])

    def valued(self, attribute: str, value: str) -> bool:
        """Whether an attribute may have this value."""
        known = (attribute, value) in self.values or not WORD.fullmatch(value)
        return known or (attribute not in OF_PAGES and self.in_scripts(value))


NOTHING = Met(set(), set(), set(), ((), ()))


def met_by(pages: Iterable[str], scripts: Iterable[str]) -> Met:
    """What is there, by the texts of all pages and all scripts."""
    # The same tags stand there again and again; what follows the last bracket of a piece is text.
    tags = "<".join({piece[: piece.rfind(">") + 1] or piece for page in pages for piece in page.split("<")})
    names = {name for found in NAMES.findall(tags) for name in found.strip("\"'").split()}
    values = {*VALUED.findall(tags)}
    words = {word for script in scripts for word in _words(script)}
    ends = tuple(word for word in words if word.endswith(("-", "_")) and word.strip("-_"))
    begins = tuple(word for word in words if word.startswith(("-", "_")) and word.strip("-_"))
    return Met(names, values, words, (ends, begins))


@lru_cache(maxsize=200)
def _words(script: str) -> frozenset[str]:
    """The words of a script."""
    return frozenset(WORD.findall(script))


_rules = lru_cache(maxsize=20)(parsed)


def keep_words_or_rules(path: Path) -> None:
    """Read a script or a style sheet of a site that is not built yet, for `make_lean`, which finds both again."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        _words(text)
    else:
        list(_kept(_rules(text), NOTHING))  # the selectors of its rules are kept as well


def can_match(selector: str, met: Met) -> bool:
    """Whether one selector may find something."""
    while (shorter := INSIDE.sub("", selector)) != selector:
        selector = shorter
    valued = all(met.valued(name, value) for name, equals, value in ATTRIBUTE.findall(selector) if equals)
    return valued and all(met.has(name) for name in NAME.findall(ATTRIBUTE.sub("", selector)))


def _kept(rules: Iterable[StyleRule], met: Met) -> Iterator[StyleRule]:
    for rule in rules:
        if rule.inside is None or (rule.head.startswith("@") and not rule.head.startswith(ASIDE)):
            yield rule
        elif rule.head.startswith("@"):
            if inside := [*_kept(rule.inside, met)]:
                yield StyleRule(rule.head, inside)
        elif heads := [one for one in selectors(rule.head) if can_match(one, met)]:
            yield StyleRule(",".join(heads), rule.inside)


def _read(rules: Iterable[StyleRule], read: set[str]) -> Iterator[StyleRule]:
    """The rules without those own properties that are set and never read."""
    for rule in rules:
        if rule.inside is not None:
            yield StyleRule(rule.head, [*_read(rule.inside, read)])
        elif not (own := PROPERTY.match(rule.head)) or own[0] in read:
            yield rule


def lean(sheets: dict[Path, str], pages: list[str], scripts: list[str]) -> dict[Path, str]:
    """The style sheets of a site, with what may be met alone.

    Args:
        sheets: The texts of all its style sheets.
        pages: The texts of all its pages.
        scripts: The texts of all its scripts.
    """
    met = met_by(pages, scripts)
    others = {name for page in pages for name in READ.findall(page)}.union(*map(PROPERTY.findall, scripts))
    made = {path: [*_kept(_rules(text), met)] for path, text in sheets.items()}
    before: dict[Path, list[StyleRule]] = {}
    while made != before:  # a property may be read by one that nothing reads
        before, read = made, others.union(*(READ.findall(as_css(rules)) for rules in made.values()))
        made = {path: [*_read(rules, read)] for path, rules in made.items()}
    return {path: as_css(rules) for path, rules in made.items()}


def make_lean(root: Path, site: Path) -> None:
    """Write the style sheets of a built site again, without what none of its pages can meet.

    What readers take away brings its own style.
    """
    paths = [path for path in site.rglob("*.html") if not takeaway.is_made(path, root, site)]
    pages, scripts, sheets = (
        {path: path.read_text(encoding="utf-8") for path in sorted(found)}
        for found in (paths, site.rglob("*.js"), site.rglob("*.css"))
    )
    for path, text in lean(sheets, [*pages.values()], [*scripts.values()]).items():
        path.write_text(text, encoding="utf-8")
