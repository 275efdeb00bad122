"""What the front matter says of slides, and links to what is made."""

import pytest
from project import cell, first, page_of

from literate.errors import PageError
from literate.kit import made_links, registry, slides

TEXT = '---\ntitle: T\ndescription: D\nslides: SAID\n---\n\n# T\n\n## One { #one }\n\n<a id="old"></a>\n\n' + cell(
    "a = 1"
)


def of(root, said, name="docs/series/01-a.md"):
    return page_of(root, TEXT.replace("SAID", str(said)), name=name)


def test_slides_are_ids_of_the_page_halves_and_numbers(tmp_path):
    assert not [*registry.mistakes(of(tmp_path, "[one, one/2, one/2+3, cell-a/code cell-a/output]"))]


def test_a_sheet_names_paragraphs_as_well_and_slides_do_not(tmp_path):
    said = "[one, cell-a/code, one/words2]"
    text = TEXT.replace("slides: SAID", f"sheet: {said}")
    name = "docs/series/01-a.md"
    assert not [*registry.mistakes(page_of(tmp_path, text, name=name))]
    with pytest.raises(PageError, match=r"slides: this page has no place one/words2"):
        first(slides.mistakes(of(tmp_path, said)))
    with pytest.raises(PageError, match=r"01-a\.md:4:1: sheet: this page has no place two/words2"):
        first(slides.mistakes(page_of(tmp_path, text.replace("one/words2", "two/words2"), name=name)))
    assert not [*slides.mistakes(page_of(tmp_path, text.replace(said, f"[{', '.join(['one'] * 20)}]"), name=name))]


@pytest.mark.parametrize("said", ["[two]", "[old]", "[cell-a/picture]", "[one/0]", "[one/1+]", "['']", "[3]"])
def test_what_names_no_place_is_told_on_its_line(tmp_path, said):
    with pytest.raises(PageError, match="this page has no place") as told:
        first(slides.mistakes(of(tmp_path, said)))
    assert told.value.line == 4


def test_more_than_twenty_slides_are_too_many_and_only_parts_have_some(tmp_path):
    assert not [*slides.mistakes(of(tmp_path, ["one"] * 19))]
    with pytest.raises(PageError, match="these are 20 slides and the first"):
        first(slides.mistakes(of(tmp_path, ["one"] * 20)))
    with pytest.raises(PageError, match="only parts have slides"):
        first(slides.mistakes(of(tmp_path, "[one]", "docs/page.md")))


def test_another_kind_of_value_is_told_by_the_front_matter(tmp_path):
    page = of(tmp_path, "one")
    assert not [*slides.mistakes(page)]
    with pytest.raises(PageError, match="slides is 'one', needed: a list of ids"):
        first(registry.mistakes(page))


def test_a_link_to_what_is_made_is_drawn_where_it_is_there(tmp_path):
    text = made_links.link_if_made("../a&b.html", "A") + made_links.link_if_made("c.pdf", "C", ", ")
    assert made_links.drawn(text, tmp_path / "x") == text and "<a" not in text
    (tmp_path / "x").mkdir()
    (tmp_path / "a&b.html").touch()
    made = made_links.drawn(text, tmp_path / "x")
    assert '<span data-made="../a&amp;b.html"> · <a href="../a&amp;b.html">A</a></span>' in made
    assert made.count("hidden") == 1 and made_links.drawn(made, tmp_path / "x") == made


def test_the_head_names_a_feed_and_a_card_that_are_there(tmp_path):
    feed = '<link rel="alternate" title="T" data-made="feed.xml">'
    card = '<meta data-made="a.png" data-card="https://x.org/a.png" property="og:image" content="https://x.org/b.png">'
    assert made_links.drawn(feed + card, tmp_path) == feed + card
    for name in ("feed.xml", "a.png"):
        (tmp_path / name).touch()
    assert made_links.drawn(feed + card, tmp_path) == (
        '<link rel="alternate" title="T" href="feed.xml"><meta property="og:image" content="https://x.org/a.png">'
    )
