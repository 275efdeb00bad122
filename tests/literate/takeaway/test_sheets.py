"""Sheets for a class, and their keys."""

import re

import pytest
from taken import PART, built_site, make_all

from literate.takeaway.chosen import UnknownSlideError
from literate.takeaway.html_reader import article, read_html
from literate.takeaway.sheets import questions

ASKED = """<details class="recall"><summary>Which?</summary><p>This one: 7.</p></details>
<details class="predict number"><summary>How many?</summary><p>Four <a href="../x/">there</a>.</p></details>
<ol><li><p>Do it.</p><pre><code>a = ...</code></pre><details class="hint"><summary>Hint</summary><p>Think.</p></details>
<details class="success"><summary>Solution</summary><p><math><mi>x</mi></math> is 3.</p></details></li>
<li>no question</li></ol>"""
WORDS = ("1. A: worksheet", "What you know already", "Which?", "Say before you look", "How many?", "Do it.", "a = ...")


def sheets(root, more=ASKED, front="hero: net"):
    site = built_site(root, part=PART + more, more=front)
    make_all(root, site)
    return [site / f"series/01-a.{kind}.html" for kind in ("sheet", "key")]


def test_a_sheet_asks_and_has_room_and_no_answer(tmp_path):
    text = sheets(tmp_path)[0].read_text()
    body = read_html(text).find(lambda node: node.tag == "main").text()
    for asked in (
        "1. A: worksheet",
        "What you know already",
        "Which?",
        "Say before you look",
        "How many?",
        "Do it.",
        "a = ...",
    ):
        assert asked in body
    assert not re.search("This one|Four|is 3|Think|no question|<details", text)
    assert text.count('class="room"') == 3 and "Name" in body and "default-src 'none'" in text


def test_a_key_has_the_answers_and_no_hint(tmp_path):
    text = sheets(tmp_path)[1].read_text()
    for said in ("1. A: key", "Which?", "This one: 7.", "Four <span>there</span>.", "is 3."):
        assert said in text
    assert "Think" not in text and "room" not in re.sub("<style>.*?</style>", "", text, flags=re.DOTALL)


def test_a_part_that_asks_nothing_has_no_sheet_and_a_kind_that_is_missing_no_title(tmp_path):
    assert not any(path.exists() for path in sheets(tmp_path, ""))
    text = sheets(tmp_path, '<details class="recall"><summary>Q</summary><p>A</p></details>')[0].read_text()
    assert "Exercises" not in text and "Maths" not in text


def test_a_prediction_has_the_heading_of_its_slide_and_the_words_that_it_asks_about(tmp_path):
    page = (
        f"<h2 id='t'>Try</h2><p>Old.</p><p class='checked'>c</p><p>This number is long.</p>{ASKED}<h3 id='u'>Next</h3>"
    )
    page += '<details class="predict"><summary>And now?</summary><p>No.</p></details>'
    body = read_html(sheets(tmp_path, page)[0].read_text()).find(lambda node: node.tag == "main")
    asked = [node for node in body.walk() if node.tag == "li" and node.find(lambda one: "from" in one.classes)]
    assert [" ".join(one.text().split()) for one in asked] == ["TryThis number is long.How many?", "NextAnd now?"]


def test_a_prediction_names_the_slide_to_stop_after(tmp_path):
    page = '<h2 id="t">Try</h2><details class="predict"><summary>And?</summary><p>No.</p></details>'
    page += '<details class="predict"><summary>And now?</summary><p>No.</p></details><table><tr><td>1</td></tr></table>'
    text = sheets(tmp_path, f"{page}<h2 id='u'>U</h2>{ASKED}<table><tr><td>2</td></tr></table>")[0].read_text()
    slides = read_html((tmp_path / "site/series/01-a.slides.html").read_text())
    told = [int(number) for number in re.findall(r"Stop after slide (\d+)", text)]
    for number, shown in zip(told, "112", strict=True):
        after = slides.find(lambda node, number=number: node.id == f"s{number + 1}")
        assert [node.text() for node in after.walk() if node.tag == "td"] == [shown]
    assert "Try. Stop after" in text


def test_the_stop_is_before_the_output_where_the_code_has_a_slide_of_its_own(tmp_path):
    front = "slides: [cell-x/code, one, cell-x/output, figure-net]"
    page = PART.replace('<div class="cell" id="cell-x">', f'{ASKED}<div class="cell" id="cell-x">')
    built = built_site(tmp_path, part=page, more=front)
    make_all(tmp_path, built)
    assert "Two. Stop after slide 3" in (built / "series/01-a.sheet.html").read_text()


def test_a_sheet_gives_what_its_front_matter_names(tmp_path):
    for path in sheets(tmp_path, front="sheet: [figure-net, cell-x/code, two/words1, one/words2, one]"):
        given = read_html(path.read_text()).find(lambda node: "given" in node.classes)
        assert [one.id or one.tag for one in given.elements] == ["h2", "figure-net", "cell-x", "p", "p", "table"]
        assert "On x." in given.text() and "On the table, see there." in given.text() and "7" not in given.text()
    assert 'class="given"' not in sheets(tmp_path)[0].read_text()


@pytest.mark.parametrize("name", ["two/words2", "one/words0", "cell-x/words1", "none/words1", "none"])
def test_what_a_sheet_cannot_give_is_told(tmp_path, name):
    with pytest.raises(UnknownSlideError, match=f"{name} is no place"):
        sheets(tmp_path, front=f"sheet: [{name}]")


def test_exercises_are_numbered_as_teachers_name_them(tmp_path):
    assert """<ol class="exercises" style="--part: &#x27;1.&#x27;">""" in sheets(tmp_path)[0].read_text()


def test_the_questions_come_in_the_order_of_the_page():
    found = [*questions(article(f"<article>{ASKED}</article>"), {})]
    assert [question.kind for question in found] == ["recall", "predict", "success"]
