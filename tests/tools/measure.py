"""Measures built pages as a browser lays them out: height with and without pictures, and boxes that are cut.

    python tests/tools/measure.py SITE [SITE BEFORE]

Each question is answered first, so that nothing is sealed; other folds stay closed for the heights and are opened for
the boxes. With a second site the last column says how high everything but pictures is, as a share of that site's.
"""

import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "support"))
from served import served

ANSWERED = """() => {
    for (const one of document.querySelectorAll('.sealed')) one.classList.remove('sealed');
    for (const one of document.querySelectorAll('.seal, .guess')) one.remove();
}"""
HEIGHTS = """() => {
    const article = document.querySelector('article'), seen = (one) => one.getBoundingClientRect().height;
    const pictures = [...article.querySelectorAll('figure.figure')].filter((one) => one.checkVisibility());
    return [seen(article), pictures.reduce((sum, one) => sum + seen(one), 0)];
}"""
CUT = """() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const boxes = [...document.querySelectorAll('article pre > code')].filter((one) => one.checkVisibility());
    return [boxes.filter((one) => one.scrollWidth > one.clientWidth + 1).length, boxes.length];
}"""
PAGES = ("bug-museum", "derivatives")


def measured(browser: Any, address: str, width: int) -> dict[str, float]:
    """What one page measures at one width, in CSS pixels."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address, wait_until="load")
    page.evaluate(ANSWERED)
    height, pictures = page.evaluate(HEIGHTS)
    cut, boxes = page.evaluate(CUT)
    page.close()
    return {"height": height, "rest": height - pictures, "cut": cut, "boxes": boxes}


def of_site(browser: Any, site: Path) -> dict[str, dict[int, dict[str, float]]]:
    """The measures of each part, the museum and the derivatives, at 1280 and 375."""
    names = [*(f"series/{path.name}" for path in sorted((site / "series").iterdir()) if path.is_dir()), *PAGES]
    with served(site) as address:
        return {name: {width: measured(browser, f"{address}{name}/", width) for width in (1280, 375)} for name in names}


def table(now: dict[str, Any], before: dict[str, Any]) -> str:
    """One row a page; the share where there is a site to compare with."""
    rows = ["page                              height  screens  rest     cut 1280   cut 375   rest, of before"]
    for name, widths in now.items():
        wide, phone = widths[1280], widths[375]
        share = f"{wide['rest'] / before[name][1280]['rest']:.2f}" if name in before else ""
        cuts = f"{wide['cut']:3.0f}/{wide['boxes']:<3.0f}    {phone['cut']:3.0f}/{phone['boxes']:<3.0f}"
        screens, rest = wide["height"] / 900, wide["rest"]
        rows.append(f"{name[-32:]:32} {wide['height']:7.0f} {screens:8.1f} {rest:7.0f}   {cuts}   {share}")
    return "\n".join(rows)


def main(sites: list[str]) -> None:
    """Measure the sites, and print."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        now, *before = [of_site(browser, Path(site)) for site in sites]
        print(table(now, before[0] if before else {}))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
