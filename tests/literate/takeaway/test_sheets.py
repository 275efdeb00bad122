"""Sheets for a class, and their keys."""

import re

from taken import PART, built_site

from literate import takeaway
from literate.takeaway.html_reader import article, read_html
from literate.takeaway.sheets import questions

ASKED = """<details class="recall"><summary>Which?</summary><p>This one: 7.</p></details>
<details class="predict number"><summary>How many?</summary><p>Four <a href="../x/">there</a>.</p></details>
<ol><li><p>Do it.</p><pre><code>a = ...</code></pre><details class="hint"><summary>Hint</summary><p>Think.</p></details>
<details class="success"><summary>Solution</summary><p><math><mi>x</mi></math> is 3.</p></details></li>
<li>no question</li></ol>"""
WORDS = ("1. A: worksheet", "What you know already", "Which?", "Say before you look", "How many?", "Do it.", "a = ...")


def sheets(root, more=ASKED):
    site = built_site(root, part=PART + more)
    takeaway.make(root, site)
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


def test_exercises_are_numbered_as_teachers_name_them(tmp_path):
    assert """<ol class="exercises" style="--part: &#x27;1.&#x27;">""" in sheets(tmp_path)[0].read_text()


def test_the_questions_come_in_the_order_of_the_page():
    found = [*questions(article(f"<article>{ASKED}</article>"))]
    assert [question.kind for question in found] == ["recall", "predict", "success"]
