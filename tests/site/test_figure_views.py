"""The figures of the pages in a browser: every word can be read, on a phone, on paper, in both schemes."""

from typing import Any

import pytest
from conftest import PART_13, REQUIRED, ROOT

from literate.reading import sources

WITH_FIGURES = [
    path.relative_to(ROOT / "docs").with_suffix("").as_posix()
    for path in sources.pages(ROOT)
    if "```figure " in path.read_text(encoding="utf-8")
]
VIEWS = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 375, "height": 800}},
    "small phone": {"viewport": {"width": 320, "height": 800}},
}
SMALLEST = {"small phone": (10.0, 8.0)}  # of words and of what is set lower, in px; on other screens 12 and 9
# What is wrong with the words of the figures: outside of the page, too small, too pale, or on another number.
# A plate behind words has the color of the page, so that a line ends before them.
LOOK = """([least, lower]) => {
    const bright = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(c => c / 255).map(
        c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b + .05; };
    const paper = bright(getComputedStyle(document.body).backgroundColor), wrong = [];
    for (const line of document.querySelectorAll('.figure svg :is(line, path, circle, rect, polygon):not(.plate)')) {
        const style = getComputedStyle(line), ink = bright(style.stroke === 'none' ? style.fill : style.stroke);
        if (style.strokeOpacity !== '1' || Math.max(ink, paper) / Math.min(ink, paper) < 3)
            wrong.push(`${line.closest('figure').id}: a ${line.getAttribute('class')} is pale`);
    }
    for (const svg of document.querySelectorAll('.figure svg')) {
        if (!svg.getClientRects().length) continue;
        const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width, before = [];
        for (const text of svg.querySelectorAll('text')) {
            const box = text.getBoundingClientRect(), style = getComputedStyle(text), ink = bright(style.fill);
            const say = what => wrong.push(`${svg.closest('figure').id}: ${text.textContent} ${what}`);
            if (box.left < 0 || box.right > innerWidth) say('leaves the page');
            if (box.left < frame.left - 4 || box.right > frame.right + 4) say('leaves its figure');
            if (box.top < frame.top - 4 || box.bottom > frame.bottom + 4) say('leaves its figure');
            const sizes = [style, ...[...text.querySelectorAll('.sub')].map(sub => getComputedStyle(sub))].map(
                one => parseFloat(one.fontSize) * scale);
            // Beside a figure to handle its small numbers stand once more, in a table.
            const most = text.closest('.explore .tiny') ? lower : least;
            if (sizes[0] < most || Math.min(...sizes) < lower) say(`is ${sizes} high`);
            if (Math.max(ink, paper) / Math.min(ink, paper) < 4.5) say('is pale');
            if (!text.classList.contains('n')) continue;
            for (const one of before) if (one.left < box.right && box.left < one.right && one.top < box.bottom
                && box.top < one.bottom) say('covers another number');
            before.push(box);
        }
    }
    return wrong;
}"""


@pytest.mark.parametrize(
    "view", [view if view in {"dark", "phone"} else pytest.param(view, marks=pytest.mark.night) for view in VIEWS]
)
@pytest.mark.parametrize("page", WITH_FIGURES)
def test_every_word_of_a_figure_can_be_read(browser: Any, address: str, page: str, view: str) -> None:
    if page != PART_13 and not REQUIRED:
        pytest.skip("every figure: the browser looks at those of part 13 alone, unless LITERATE_REQUIRE=1")
    context = browser.new_context(reduced_motion="reduce", **VIEWS[view])
    opened = context.new_page()
    opened.goto(f"{address}{f'{page}/'.removesuffix('index/')}", wait_until="load")
    opened.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert opened.locator(".figure svg").count() > 0
    for media in ("screen", "print"):
        opened.emulate_media(media=media)
        least = (7.0, 5.5) if media == "print" else SMALLEST.get(view, (11.9, 9.0))
        wrong = [*opened.evaluate(LOOK, least)]
        for n in range(
            2, 1 + opened.locator(".figure.switch fieldset:not(.live) input").count() if media == "screen" else 2
        ):
            opened.evaluate(
                "n => document.querySelectorAll(`.figure.switch [value='${n}']`).forEach(b => b.click())", n
            )
            wrong += opened.evaluate(LOOK, least)
        assert not wrong
    context.close()


WITH_SWITCH = [
    page for page in WITH_FIGURES if " frames=" in (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
]


@pytest.mark.parametrize("page", WITH_SWITCH)
def test_a_switch_works_by_keyboard_without_javascript_and_paper_has_all_frames(
    browser: Any, address: str, page: str
) -> None:
    if page != WITH_SWITCH[0] and not REQUIRED:
        pytest.skip("every switch: the browser tries those of one page alone, unless LITERATE_REQUIRE=1")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}{f'{page}/'.removesuffix('index/')}", wait_until="load")
    for figure in opened.locator("figure.switch").all():
        radios, frames = figure.locator("fieldset:not(.live) input").all(), figure.locator(".frame").all()
        assert len(radios) == len(frames) > 1
        radios[0].focus()
        for n in range(len(frames)):
            assert [frame.is_visible() for frame in frames] == [n == one for one in range(len(frames))]
            opened.keyboard.press("ArrowRight")
        assert frames[0].is_visible()
    opened.emulate_media(media="print")
    assert all(frame.is_visible() for frame in opened.locator("figure.switch .frame").all())
    assert not opened.locator("figure.switch fieldset").first.is_visible()
    context.close()
