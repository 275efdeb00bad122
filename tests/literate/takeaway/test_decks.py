"""Decks of slides: which slides a page has, and what stands on them."""

import base64
import hashlib
import re

import pytest
from taken import CELL, PART, built_site, make_all

from literate.takeaway.chosen import UnknownSlideError, chosen_part
from literate.takeaway.fitting import fitted, rooms
from literate.takeaway.html_reader import article, read_html
from literate.takeaway.html_tree import as_html
from literate.takeaway.slides import slides
from literate.takeaway.styles import classes, style

ARTICLE = f"<article>{PART}</article>"


def titles(chosen=None, left_out=("slips", "check"), text=ARTICLE):
    made = slides(article(text), chosen, {*left_out})
    return [(one.section.heading.id, [thing.id or thing.tag for thing in one.things]) for one in made]


def deck(root, more=""):
    site = built_site(root, more=f"hero: net{more}")
    make_all(root, site)
    return (site / "series/01-a.slides.html").read_text()


def test_a_slide_is_a_heading_with_one_thing_and_a_formula_takes_the_cell_after_it_along():
    assert titles() == [
        ("one", ["table"]),
        ("two", ["div", "cell-x"]),
        ("two", ["figure-net"]),
        ("two", ["figure-p"]),
        ("two", ["figure-w"]),
    ]
    assert titles(left_out=())[-1] == ("check", ["cell-y"])


def test_a_formula_at_the_end_of_a_section_stands_alone_and_a_page_without_headings_has_none():
    text = "<article><h2 id='a'>A</h2><div class='maths'>x</div><p>words</p><h2 id='b'>B</h2><p>words</p></article>"
    assert titles(text=text) == [("a", ["div"])] and titles(text="<article><p>a</p></article>") == []


def test_a_page_chooses_by_ids_a_half_or_a_number():
    chosen = ["two/2 figure-net", "cell-x/code", "cell-hidden", "one", "cell-x/output cell-slip"]
    assert titles(chosen) == [
        ("two", ["cell-x", "figure-net"]),
        ("two", ["cell-x"]),
        ("one", ["cell-hidden"]),
        ("one", ["table"]),
        ("two", ["cell-x", "cell-slip"]),
    ]
    code = slides(article(ARTICLE), ["cell-x/code"], set())[0].things[0]
    assert "a = x" in code.text() and "7" not in code.text()


def test_a_page_chooses_frames_of_a_figure():
    slide = slides(article(ARTICLE), ["figure-p/2"], set())[0]
    assert slide.things[0].id == "figure-p" and "R" in slide.things[0].text() and "L" not in slide.things[0].text()
    both = slides(article(ARTICLE), ["figure-p/2+1"], set())[0]
    assert both.things[0].text().index("R") < both.things[0].text().index("L") and both.place == slide.place == 3


@pytest.mark.parametrize(
    "name", ["figure-p/3", "figure-p/1+3", "none", "two/9", "cell-x/picture", "figure-net/code", "slips/2", "none/code"]
)
def test_what_is_not_there_is_told(name):
    with pytest.raises(UnknownSlideError, match=re.escape(f"{name} is no place with something to show")):
        titles([name])


def test_the_words_of_a_section_are_the_notes_of_the_thing_above_them():
    made = slides(article(ARTICLE), None, {"slips", "check"})
    assert [[words.text() for words in one.notes] for one in made] == [
        ["First words.\n", "On the table, see there."],
        ["On x."],
        [],
        [],
        [],
    ]


def test_a_deck_is_one_file_that_asks_for_nothing_and_runs_its_own_script_alone(tmp_path):
    text = deck(tmp_path)
    script = re.search("<script>(.*?)</script>", text, re.DOTALL)[1]
    assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in text
    assert "default-src 'none'" in text and not re.search(r'(?:src|href)="(?!https://example\.com)', text)
    assert text.count("<h1") == text.count("<main") == 1 and text.count("<section") == 6
    assert base64.b64encode(b"font").decode() in text


def test_the_first_slide_has_the_title_the_question_and_the_first_picture(tmp_path):
    first = read_html(deck(tmp_path)).find(lambda node: node.id == "s1")
    assert re.findall("Part 1 of 2|A|The question x?|After P|drawn|Seen.", first.text())[:2] == ["Part 1 of 2", "A"]
    assert {"first-figure-net", "first-t", "first-c"} <= {node.id for node in first.walk()}
    assert 'clip-path="url(#first-c)"' in as_html(first) and "legend" not in as_html(first)


@pytest.mark.parametrize("hero", ["\nhero: none", "\nhero: p"])
def test_a_first_slide_without_one_picture_has_words_alone(tmp_path, hero):
    site = built_site(tmp_path, more=hero.strip())
    make_all(tmp_path, site)
    first = read_html((site / "series/01-a.slides.html").read_text()).find(lambda node: node.id == "s1")
    assert not first.find(lambda node: node.tag == "svg")


def test_titles_are_the_headings_and_a_second_drawing_has_its_own_name(tmp_path):
    heads = re.findall(r'<p class="above">(.*?)</p><h2>(.*?)</h2>', deck(tmp_path))
    assert heads == [("", "One"), ("One", "Two"), ("Two", "drawn"), ("Two", "l"), ("One", "Two")]
    heads = re.findall(
        r'<p class="above">(.*?)</p><h2>(.*?)</h2>', deck(tmp_path, "\nslides: [cell-x one, two figure-p]")
    )
    assert heads == [("", "One"), ("One", "Two")]


def test_what_stands_on_two_slides_has_other_places_on_the_second(tmp_path):
    text = deck(tmp_path, "\nslides: [cell-x/code, one, cell-x]")
    places = [node.id for node in read_html(text).walk() if node.id]
    assert len(places) == len({*places}) and {"cell-x", "s4-cell-x"} <= {*places}


def test_figures_to_handle_are_pictures_and_nothing_is_pressed_or_sealed(tmp_path):
    text = deck(tmp_path, "\nslides: [figure-w, cell-y, figure-p cell-x, one]")
    assert "walked" in text and not re.search("<button|fieldset|data-explore|data-sealed|touch|fnref", text)
    assert "<g><text>walked</text></g>" in text and 'class="shown two"' in text


def test_what_is_large_gets_small_letters_and_long_code_stands_beside_its_output():
    def letters(text):
        made = fitted(read_html(text).elements[0])
        return float(made.attributes["style"].split()[1].removesuffix("rem")), made.classes

    short, long = letters(CELL.format("1", "1")), letters(CELL.format("1\n" * 12, "2\n" * 20))
    wide = letters(CELL.format("1" * 200, "1\n" * 2))
    assert short[0] > long[0] > wide[0] and "aside" in long[1] and "aside" not in short[1] + wide[1]
    formulas = [letters(f'<div class="maths"><math><mi>{"x" * n}</mi></math></div>')[0] for n in (3, 300)]
    rows = [letters(f"<table>{'<tr><td>a</td></tr>' * n}</table>")[0] for n in (3, 30)]
    fractions = letters(f"<table>{'<tr><td><math><mfrac/></math></td></tr>' * 12}</table>")[0]
    symbols = letters(f"<table>{'<tr><td><math/></td></tr>' * 12}</table>")[0]
    assert formulas[0] > formulas[1] and rows[0] > rows[1] and symbols > fractions


def test_a_tall_drawing_has_its_words_beside_it_where_that_makes_it_larger():
    figure = '<figure class="figure"><svg viewBox="0 0 {} 100"/><figcaption>Words below it.</figcaption></figure>'
    tall, wide, half = (
        fitted(read_html(figure.format(across)).elements[0], *room)
        for across, room in ((90, ()), (150, ()), (90, (28, 25)))
    )
    assert [one.classes for one in (tall, wide, half)] == [["figure", "aside"], ["figure"], ["figure"]]
    assert tall.attributes["style"] == f"--width: {0.9 * 25.3:.2f}rem"
    mute = figure.replace("<figcaption>Words below it.</figcaption>", "").format(90)
    assert fitted(read_html(mute).elements[0]).classes == ["figure"]


def test_cells_that_share_a_slide_have_the_same_letters():
    whole = [read_html(CELL.format("\n".join("1" * n), "2")).elements[0] for n in (4, 9, 14)]
    cells = [part for cell in whole if (part := chosen_part(cell, "code"))]
    made = [fitted(cell, *room) for cell, room in zip(cells, rooms(cells, False), strict=True)]
    assert len({one.attributes["style"] for one in made}) == 1


def test_things_share_a_slide_by_their_lines():
    cell, maths = (read_html(text).elements[0] for text in (CELL.format("1\n2", "3"), '<div class="maths">x</div>'))
    (_, low), (_, high) = rooms([maths, cell], False)
    assert low < high and len({*rooms([cell, cell], True)}) == 1 and rooms([cell], False) == rooms([cell], True)
    assert rooms([maths, maths], False)[0] == rooms([maths, cell], False)[0]


def test_the_style_has_what_is_used_and_the_dark_scheme_of_the_system(tmp_path):
    built_site(tmp_path)
    used = classes([article(ARTICLE)])
    text = style(tmp_path, (), used, {"Maths"})
    assert ".cell{a: b}" in text and "gone" not in text and "md-header" not in text and "i: j" not in text
    assert ".md-typeset .maths:is(.x, .y){c: d}" in text and "q: r" not in text and "k: l" not in text
    assert "(prefers-color-scheme: dark){body{--n: 1}" in text and "data:font/woff2" in text and "slate" not in text
    assert "icon" not in text
    assert "Maths" not in style(tmp_path, (), used, set())
    (tmp_path / "docs/a.css").unlink()
    assert style(tmp_path, (), used, set()) == ""
