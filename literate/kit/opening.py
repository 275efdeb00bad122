"""The pieces around a title, as HTML in one line each; and what is wrong with what they are made of."""

import copy
import html
import re
from collections.abc import Iterator, Mapping

from literate.errors import PageError
from literate.kit import course, forms
from literate.kit.course import Part
from literate.kit.feature import Feature
from literate.reading import sources
from literate.reading.literals import typed
from literate.reading.page import Page
from literate.running.exchange import Drawn
from literate.settings import docs_of

ENOUGH = 3  # sections, for a list of them
PLACE = re.compile(r" *\{ ?#(?P<place>[a-z][\w-]*) ?\}\s*$")
MARKS = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)|\\r[a-z]+\{|\\text\{|[`*$\\{}]")
MOST = {"look": 25, "line": 12, "short": 6}  # words
TOLD = re.compile(r"<(title|desc)\b.*?</\1>")
NEEDED = ("short", "line", "minutes", "hero")


def facts(page: Page, part: Part) -> str:
    """The map of the parts, and one line: which part, of which kind, how long, its other forms, its day."""
    count, minutes = len(course.parts(page.root)), [f"{part.minutes} min"] * bool(part.minutes)
    kinds = (_kind(page, kind) for kind in part.kinds)
    said = [f"Part {part.number} of {count}", *kinds, *minutes, *forms.links(page)]
    if day := part.day:
        said.append(f'<time datetime="{day}">{day.strftime("%B")} {day.day}, {day.year}</time>')
    line = " · ".join(said)
    return f'<div class="opening" data-search-exclude>{_map(page)}<p class="facts">{line}</p></div>'


def _kind(page: Page, kind: str) -> str:
    """A tag, which leads to all parts of its kind."""
    listed = docs_of(page.root) / "tags.md"
    if not listed.is_file():
        return html.escape(kind)
    place = re.sub(r"\W+", "-", kind.lower())
    return f'<a href="{course.page_address(page.path, listed, page.root)}#tag:{place}">{html.escape(kind)}</a>'


def _map(page: Page) -> str:
    """All parts as a row of links, group by group."""
    rows = []
    for group, parts in course.groups(page.root).items():
        links = "".join(_link(page, part) for part in parts)
        name = f' aria-label="{html.escape(group)}"' if group else ""
        rows.append(f"<ol{name}>{links}</ol>")
    return f'<nav class="map" aria-label="The parts">{"".join(rows)}</nav>'


def _link(page: Page, part: Part) -> str:
    here = ' aria-current="page"' if part.path == page.path else ""
    name = html.escape(part.name)
    return f'<li><a href="../{part.path.stem}/" title="{name}"{here}>{part.number}</a></li>'


def post(page: Page, part: Part) -> str:
    """The post that a part mirrors, with its author and the way to the series."""
    series = course.series(page.root)
    if not series or not part.post:
        return ""
    link = f'<a href="{html.escape(series.address)}">{html.escape(series.name)}</a>'
    said = f"After “{html.escape(part.post)}” by {html.escape(series.author)}, {link}"
    return f'<p class="post" data-search-exclude>{said}</p>'


def opening_lines(page: Page, figures: Mapping[str, Drawn]) -> str:
    """The first picture, and the sections, for screens that do not show them beside the page."""
    drawn, sections = figures.get(str(page.meta.get("hero"))), list(_sections(page))
    picture, listed = _hero(page, drawn) if drawn else "", ""
    if len(sections) >= ENOUGH:
        links = "".join(f'<li><a href="#{place}">{words}</a></li>' for place, words in sections)
        listed = f'<details class="contents"><summary>On this page</summary><ol>{links}</ol></details>'
    return f'<div class="opening" data-search-exclude>{picture}{listed}</div>' if listed or picture else ""


def _hero(page: Page, drawn: Drawn) -> str:
    """A figure of the page once more, with the words that say what to look at. What it shows is told once, below."""
    shown = copy.copy(drawn)
    shown.caption = str(page.meta.get("look") or drawn.title)
    own, here = f"figure-{page.meta['hero']}", f"hero-{page.meta['hero']}"
    svg = TOLD.sub("", getattr(shown, "still", shown.svg)(here)).replace('class="figure"', 'class="figure hero"', 1)
    return svg.replace(f'"{here}-title {here}-description"', f'"{own}-title {own}-description"', 1)


def _sections(page: Page) -> Iterator[tuple[str, str]]:
    """The sections that have a place of their own, with their words."""
    for heading in page.headings:
        if heading.level == 2 and (found := PLACE.search(heading.words)):
            words = MARKS.sub(lambda mark: mark["words"] or "", heading.words[: found.start()])
            yield found["place"], html.escape(words.strip())


def mistakes(page: Page) -> Iterator[PageError]:
    """What is missing on a part of a site that names its series, or does not fit what is on the page."""
    if sources.part_number(page.path, page.root) is not None and course.series(page.root):
        for key in NEEDED:
            if key not in page.meta:
                yield page.error(f"the front matter has no {key}", 1, hint="cards, map and navigation show it")
        yield from _names(page)
    hero = page.meta.get("hero")
    if hero and hero not in {figure.options.get("id") for figure in page.figures}:
        yield _error(page, "hero", f"no figure of this page has the id {hero}", "name the one that says most")
    for key in (*course.WORDS, "look"):
        said = str(page.meta.get(key) or "")
        for number in typed(said):
            yield _error(page, key, f"{number[0]} is typed, not computed", "say it in words: nothing is computed there")
        if len(said.split()) > MOST.get(key, 40):
            yield _error(page, key, f"{key} has {len(said.split())} words", f"at most {MOST.get(key, 40)}")


def _names(page: Page) -> Iterator[PageError]:
    """The title in the nav and the heading are the short name, the first with the number."""
    part, title = course.part(page.path, page.root), str(page.meta.get("title"))
    if "short" in page.meta and title != part.name:
        yield _error(page, "title", f"the title is “{title}”", f"its number and its short name: {part.name}")
    heading = next((one for one in page.headings if one.level == 1), None)
    if "short" in page.meta and heading and PLACE.sub("", heading.words).strip() != part.short:
        yield page.error("the heading is not the short name", heading.line, hint=f"write # {part.short}")


def _error(page: Page, key: str, message: str, hint: str) -> PageError:
    line = next((n for n, text in enumerate(page.lines[: page.first], 1) if text.startswith(f"{key}:")), 1)
    return page.error(message, line, hint=hint)


FEATURE = Feature(check=mistakes)
