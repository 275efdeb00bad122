"""The figures of the pages in a browser: every word can be read, on a phone, on paper, in both schemes."""

from typing import Any

import pytest
from conftest import REQUIRED, PART_13, ROOT

from literate.reading import sources

WITH_FIGURES = [
    path.relative_to(ROOT / "docs").with_suffix("").as_posix()
    for path in sources.pages(ROOT)
    if "```figure " in path.read_text(encoding="utf-8")
]
VIEWS = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 800}},
}
# What is wrong with the words of the figures: outside of the page, too small, too pale, or on another number.
LOOK = """() => {
    const bright = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(c => c / 255).map(
        c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b + .05; };
    const paper = bright(getComputedStyle(document.body).backgroundColor), wrong = [];
    for (const svg of document.querySelectorAll('.figure svg')) {
        const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width, before = [];
        for (const text of svg.querySelectorAll('text')) {
            const box = text.getBoundingClientRect(), style = getComputedStyle(text), ink = bright(style.fill);
            const say = what => wrong.push(`${svg.parentNode.id}: ${text.textContent} ${what}`);
            if (box.left < 0 || box.right > innerWidth) say('leaves the page');
            if (box.left < frame.left - 4 || box.right > frame.right + 4) say('leaves its figure');
            if (box.top < frame.top - 4 || box.bottom > frame.bottom + 4) say('leaves its figure');
            if (parseFloat(style.fontSize) * scale < 8.5) say(`is ${parseFloat(style.fontSize) * scale} high`);
            if (Math.max(ink, paper) / Math.min(ink, paper) < 4.5) say('is pale');
            if (!text.classList.contains('n')) continue;
            for (const one of before) if (one.left < box.right && box.left < one.right && one.top < box.bottom
                && box.top < one.bottom) say('covers another number');
            before.push(box);
        }
    }
    return wrong;
}"""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", WITH_FIGURES)
def test_every_word_of_a_figure_can_be_read(browser: Any, address: str, page: str, view: str) -> None:
    if page != PART_13 and not REQUIRED:
        pytest.skip("every figure: the browser looks at those of part 13 alone, unless LITERATE_REQUIRE=1")
    context = browser.new_context(reduced_motion="reduce", **VIEWS[view])
    opened = context.new_page()
    opened.goto(f"{address}{page}/", wait_until="load")
    opened.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert opened.locator(".figure svg").count() > 0
    for media in ("screen", "print"):
        opened.emulate_media(media=media)
        assert not opened.evaluate(LOOK)
    context.close()
