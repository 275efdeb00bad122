"""The style of what is taken away: the site's own rules as far as something uses them, with its fonts inside."""

import base64
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from literate.reading.site_settings import site_settings
from literate.settings import docs_of
from literate.takeaway.html_tree import Node
from literate.takeaway.style_rules import StyleRule, as_css, parsed, selectors

FOLDER = Path(__file__).parent
CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
INSIDE = re.compile(r"\([^()]*\)")
DARK = re.compile(r'(?:body)?\[data-md-color-scheme="slate"\]')
ADDRESS = re.compile(r'url\("?([^")]+\.woff2)"?\)')
OF_THEME = re.compile(r"\.(?:md-(?!typeset)|no-js)|#__|\[data-md-(?!color-scheme)")
ICON = "url('data:"  # a theme's picture in a property: no e-book reads it
NIGHT = "@media screen and (prefers-color-scheme: dark)"


def style(root: Path, names: tuple[str, ...], used: set[str], fonts: set[str]) -> str:
    """The rules of the engine's files of these names, and those of the site that can touch what is there.

    Args:
        root: The root of the project; `extra_css` of its site names the files of its own style.
        names: Files beside this one.
        used: The classes of what is there.
        fonts: The font families that it needs.
    """
    site = [docs_of(root) / str(name) for name in site_settings(root).get("extra_css") or []]
    kept = "".join(_of_site(path, used, fonts) for path in site if path.is_file())
    return kept + _own(names)


@lru_cache(maxsize=8)
def _own(names: tuple[str, ...]) -> str:
    """The rules of the engine's files."""
    return as_css(parsed("".join((FOLDER / name).read_text(encoding="utf-8") for name in names)))


def classes(nodes: list[Node]) -> set[str]:
    """The classes of elements and of all below them."""
    said = {one.attributes["class"] for node in nodes for one in node.walk() if "class" in one.attributes}
    return {name for names in said for name in names.split()} | {"md-typeset"}


def _of_site(path: Path, used: set[str], fonts: set[str]) -> str:
    return "".join(_kept(path, used, fonts))


@lru_cache(maxsize=4)
def _rules_of(text: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each rule of a style sheet: what stands before its braces, what stands in them, and the rules among that."""
    return [(head, body, _pairs(inside)) for head, body, inside in _with_bodies(parsed(text))]


def _pairs(rules: list[StyleRule]) -> list[tuple[str, str]]:
    return [(head, body) for head, body, _ in _with_bodies(rules)]


def _with_bodies(rules: list[StyleRule]) -> Iterator[tuple[str, str, list[StyleRule]]]:
    for rule in rules:
        if rule.inside is not None:
            yield rule.head, as_css(rule.inside).removesuffix(";"), rule.inside


def _kept(path: Path, used: set[str], fonts: set[str]) -> Iterator[str]:
    for head, body, inside in _rules_of(path.read_text(encoding="utf-8")):
        if head == "@font-face":
            if any(f'"{name}"' in body for name in fonts):
                yield f"@font-face{{{ADDRESS.sub(lambda found: _inside(path.parent / found[1]), body)}}}\n"
        elif head.startswith("@media"):
            dark = "".join(f"{DARK.sub('body', one)}{{{below}}}" for one, below in inside if _is_dark(one, used))
            yield f"{NIGHT}{{{dark}}}\n" * bool(dark)
        elif not head.startswith("@") and ICON not in body:
            wanted = ",".join(one for one in selectors(head) if _used(one, used) and not _is_of_dark(one))
            yield f"{wanted}{{{body}}}\n" * bool(wanted)


def _is_dark(selector: str, used: set[str]) -> bool:
    return _is_of_dark(selector) and _used(selector, used)


@lru_cache(maxsize=2000)
def _is_of_dark(selector: str) -> bool:
    return bool(DARK.search(selector))


def _used(selector: str, used: set[str]) -> bool:
    """Whether something that is there can be meant; what stands in brackets is one of several."""
    needed = _needed(selector)
    return needed is not None and needed <= used


@lru_cache(maxsize=2000)
def _needed(selector: str) -> frozenset[str] | None:
    """The classes that a selector needs; None for what only the theme has."""
    return None if OF_THEME.search(selector) else frozenset(CLASS.findall(INSIDE.sub("", selector)))


@lru_cache(maxsize=8)
def _inside(font: Path) -> str:
    """A font as an address that asks for nothing."""
    return f'url("data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode()}")'
