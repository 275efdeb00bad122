"""How the pages look, in numbers: `python tests/tools/measure_opening.py site` prints
a table for the pages that are read most.

Each page is opened in Chromium at 1280 and at 375 px, with its folds open. A picture is a drawing that is at least
150 px high; prose is what stands in the article outside of code, tables, figures, formulas and folds.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support")]

from served import served  # noqa: E402
from views import unfold  # noqa: E402

from literate.reading import sources  # noqa: E402

WIDTHS = (1280, 375)
BESIDE = ("", "bug-museum/", "derivatives/")
MEASURED = (ROOT / "tests/browser/measure.js").read_text(encoding="utf-8").partition("\n")[2]
COLUMNS = (
    "height",
    "words",
    "pictures",
    "first",
    "subject",
    "stretch",
    "closed",
    "cut code",
    "cut prints",
    "text",
    "sub",
    "contrast",
    "line",
)


def measured(page: Any, address: str, width: int) -> dict[str, Any]:
    """What one page is at one width. Its first picture and its first section are measured as it comes, folds closed."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address, wait_until="networkidle")
    closed = page.evaluate(MEASURED)
    unfold(page)
    page.wait_for_timeout(200)
    found: dict[str, Any] = page.evaluate(MEASURED)
    return found | {key: closed[key] for key in ("first", "subject", "height")} | {"closed": closed["stretch"]}


def row(found: dict[str, Any]) -> list[str]:
    """The cells of the table."""
    plain = [str(found[key]) for key in ("height", "words", "pictures", "first", "subject", "stretch", "closed")]
    cut = [f"{found[f'cut{kind}']}/{found[kind[0].lower() + kind[1:]]}" for kind in ("Code", "Printed")]
    return plain + cut + [f"{found[key]:.1f}" for key in ("text", "sub", "contrast", "line")]


def pages() -> Iterator[str]:
    """The addresses of the pages that are measured."""
    yield BESIDE[0]
    yield from (f"series/{path.stem}/" for path in sources.part_pages(ROOT))
    yield from BESIDE[1:]


def main() -> None:
    """Print the table of a site that is built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with served(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(color_scheme=options.scheme, reduced_motion="reduce").new_page()
        for width in WIDTHS:
            print(f"\n| {width} px | {' | '.join(COLUMNS)} |\n|---|{'--:|' * len(COLUMNS)}")
            words = drawn = 0
            for path in pages():
                found = measured(page, address + path, width)
                print(f"| {path.strip('/')[:22] or 'home'} | {' | '.join(row(found))} |", flush=True)
                if path.startswith("series/"):
                    words, drawn = words + found["words"], drawn + found["pictures"]
            print(f"\nparts: {words} words, {drawn} pictures, {words / max(drawn, 1):.0f} words for each")
        browser.close()


if __name__ == "__main__":
    main()
