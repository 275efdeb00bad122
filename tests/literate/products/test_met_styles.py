"""What nothing on a site can meet is left out of its style sheets; in doubt a rule stays."""

from pathlib import Path

import pytest

from literate.products.met_styles import can_match, lean, make_lean, met_by
from literate.takeaway.style_rules import as_css, parsed, selectors

PAGE = """<html dir="ltr"><body class=no-js data-color='red' data-label="two words">
<p id="one" class="note wide" style="color: var(--of-page)">x</p>"""
SCRIPT = "box.classList.add(`tag--${kind}`); mark(name + '-end'); box.dataset.state = 'busy'; left('dir', 'rtl')"
SHEET = Path("site.css")


def leaned(text: str, page: str = PAGE, script: str = SCRIPT) -> str:
    return lean({SHEET: text}, [page], [script])[SHEET]


@pytest.mark.parametrize(
    "rule",
    [
        ".note{a:b}",
        "#one.wide>p:hover::before{a:b}",
        "aside,:is(.gone,.far){a:b}",
        "p:not(.gone:not(.far)){a:b}",
        ".tag--new{a:b}",
        ".row-end{a:b}",
        ".add{a:b}",
        '[data-color="red"]{a:b}',
        "[data-state=busy]{a:b}",
        "[data-label='other words']{a:b}",
        "[data-gone]{a:b}",
        "[data-color^=gr]{a:b}",
        "[dir=ltr] p{a:b}",
        "@font-face{src:url(x.woff2)}",
        "@keyframes gone{0%{a:b}to{a:c}}",
        "@media print{.note{a:b}}",
        "@page{margin:1cm;@top-left{a:b}}",
        "p{a:b;&.gone{a:c}}",
        '@charset "UTF-8";p{a:b}',
    ],
)
def test_what_may_be_met_stays(rule: str) -> None:
    assert leaned(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".gone{a:b}",
        "p#gone{a:b}",
        ".note .gone:hover{a:b}",
        "[data-color=green]{a:b}",
        '.note[data-color="green"]:not(.far){a:b}',
        "[dir=rtl] p{a:b}",
        "@media print{.gone{a:b}@supports (a:b){.far{a:b}}}",
        "/* words */",
    ],
)
def test_what_nothing_meets_is_left_out(rule: str) -> None:
    assert leaned(rule + "p{a:b}") == "p{a:b}"


def test_of_a_list_those_selectors_stay_that_may_meet_something() -> None:
    assert (
        leaned(".note, .gone, p:is(.far, .note) ,.wide[x='a,b'] {a:b}") == ".note,p:is(.far, .note),.wide[x='a,b']{a:b}"
    )


def test_own_properties_stay_where_something_reads_them() -> None:
    sheet = "p{--a:1;--b:var(--a);--c:var(--d);--d:2;--of-page:3;--said:4;color:var(--c)}"
    assert leaned(sheet, script="style.setProperty('--said', 1)") == sheet.replace("--a:1;--b:var(--a);", "")
    assert leaned("p{--e: 1;--e-more:2}b{c:var(--e)}") == "p{--e: 1}b{c:var(--e)}"


def test_a_property_of_one_sheet_is_read_by_another() -> None:
    sheets = {Path("a.css"): "p{--a:1}", Path("b.css"): "p{color:var(--a)}"}
    assert lean(sheets, [PAGE], []) == sheets


def test_strings_addresses_and_comments_are_no_rules() -> None:
    sheet = """p:before{content:"} /* ;  \\" {"}b{c:url(data:x;y{}),url('a;  b')}"""
    assert leaned(f"/* {{ */{sheet}/* }} */") == sheet
    assert leaned("/*! license */ p { a:  b\n c ; } i{d:e") == "/*! license */ p{a: b c}i{d:e}"
    assert as_css(parsed("a{b:c")) == "a{b:c}" and selectors("a, b:is(c, d)") == ["a", "b:is(c, d)"]


def test_a_site_has_its_sheets_again_and_nothing_else_changes(tmp_path: Path) -> None:
    files = {"index.html": PAGE, "deep/a.js": SCRIPT, "deep/b.css": ".note { a:b }\n.gone { a:b }"}
    files |= {"01-a.slides.html": '<style>p{a:b}</style><p class="gone">'}
    (tmp_path / "deep").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    for _ in range(2):
        make_lean(tmp_path, tmp_path)
        found = {name: (tmp_path / name).read_text() for name in files}
        assert found == files | {"deep/b.css": ".note{a:b}"}


def test_a_selector_is_met_by_pages_or_scripts() -> None:
    met = met_by([PAGE], [])
    assert can_match(".note", met) and not can_match(".busy", met)
    assert can_match(".busy", met_by([PAGE], [SCRIPT]))
