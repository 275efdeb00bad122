"""The stations of a page that teaches: those that its folder asks of every page, and those that it names itself."""

import re
from collections.abc import Iterator

from literate.errors import PageError
from literate.kit.feature import Feature
from literate.reading.page import Page
from literate.settings import settings_of

LEAST = re.compile(r"(?P<name>.*?)(?: (?P<count>\d+))?")


def mistakes(page: Page) -> Iterator[PageError]:
    """What a page lacks of its stations, and what it has and does not name: so none goes missing unnoticed."""
    settings = settings_of(page.root)
    forms, folder = settings.stations or {}, page.address.rpartition("/")[0]
    if folder not in (settings.stations_of or {}):
        return
    line = next((n for n, text in enumerate(page.lines[: page.first], 1) if text.startswith("stations:")), 1)
    asked = (settings.stations_of or {})[folder].split(", ")
    named = page.meta.get("stations", [])
    needed = dict(_least(str(one)) for one in [*asked, *(named if isinstance(named, list) else [])])
    for name in needed:
        if name not in forms:
            yield page.error(f"no station is called {name}", line, hint=f"write some of {', '.join(forms)}")
    for name, form in forms.items():
        found = [*re.finditer(form, page.body, re.MULTILINE)]
        if len(found) < needed.get(name, 0):
            hint = f"begin it with a line that fits {form}" + f"; all of {folder}/ have it" * (
                name in map(_name, asked)
            )
            yield page.error(f"{name} stands here {len(found)} times, needed: {needed[name]}", line, hint=hint)
        elif found and name not in needed:
            place = page.first + page.body.count("\n", 0, found[0].start()) + 1
            yield page.error(f"the front matter does not name {name}", place, hint=f"add it: stations: [{name}]")


def _least(written: str) -> tuple[str, int]:
    """A station, and how often it has to stand there: `recall 3`, or once."""
    found = LEAST.fullmatch(written)
    assert found
    return found["name"], int(found["count"] or 1)


def _name(written: str) -> str:
    return _least(written)[0]


FEATURE = Feature(check=mistakes, keys={"stations": list})
