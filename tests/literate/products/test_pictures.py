"""Figures as pictures that stand alone: whole, in the colors of the site, with their words and nothing to fetch."""

import base64
import re
from xml.etree import ElementTree

import pytest
from project import cell, run_of
from taken_away import ROOT, STEMS, run_of_page

from literate.figures import Frames, network
from literate.products.pictures import alone, in_markdown

CSS = """\
@charset "utf-8";
:root { --m-hidden: #7a4a00; --m-frame: #8a8a93; --m-error: red }
/* .figure .node { fill: black } */
@media print { .figure .node { fill: none; } @supports (a: b) { .figure .node { fill: pink } } }
.m-hidden { color: var(--m-hidden); }
.m-error { color: var(--m-error); }
.figure svg { overflow: visible; }
.figure :is(.node, .matrix) { fill: var(--md-default-bg-color); stroke: blue; }
.figure .edge { stroke: var(--none); }
.figure .blossom { fill: var(--m-frame); }
.md-typeset .figure .node { margin: 0; }
.other .node { margin: 0; }
math { color: var(--m-frame) }
"""


def styled(root):
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/site.css").write_text(CSS, encoding="utf-8")
    (root / "mkdocs.yml").write_text("extra_css: [site.css, https://a.org/b.css]", encoding="utf-8")
    return root


def test_a_picture_has_the_rules_that_it_needs_with_their_values_and_no_others(tmp_path):
    picture = alone(network(), styled(tmp_path))
    style = picture[picture.index("<style>") + 7 : picture.index("</style>")]
    assert style == (
        ":root{color:#1d1d22;--m-hidden:#7a4a00;--md-default-bg-color:#fff;}.m-hidden{color: var(--m-hidden);}"
        ".figure svg{overflow: visible;}"
        ".figure :is(.node, .matrix){fill: var(--md-default-bg-color); stroke: blue;}"
    )
    assert picture.startswith('<svg xmlns="http://www.w3.org/2000/svg" class="figure" viewBox="0 0 ')
    assert '<rect width="100%" height="100%" fill="#fff"/><svg x="8" y="8" width="' in picture


def test_a_figure_in_markdown_has_its_words_and_its_drawing(tmp_path):
    page = cell("x = 1") + '\n```figure id="f"\nnetwork(title="A [b]", caption="C *d*.")\n```\n'
    run = run_of(styled(tmp_path), page)
    (fence,), drawn = run.page.figures, run.figures["f"]
    shown, address = in_markdown(fence, drawn, tmp_path)
    words = re.sub(r"([\[\]])", r"\\\1", f"A [b]. {drawn.description}")
    assert shown == f"![{words}][figure-f]\n\n*C \\*d\\*.*"
    label, _, written = address.partition(": data:image/svg+xml;base64,")
    assert label == "[figure-f]" and base64.b64decode(written).decode() == alone(drawn, tmp_path)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (' frames="n in (1, 2)" legend="Size"', ["**Size 1**", "*C.*", "**Size 2**"]),
        (' panels="n in (1, 2)"', ["**1**", "*C.*", "**2**"]),
    ],
)
def test_each_of_several_drawings_has_its_name(tmp_path, options, words):
    page = cell("x = 1") + f'\n```figure id="f"{options}\nnetwork(title=f"T {{n}}", caption="C.")\n```\n'
    run = run_of(styled(tmp_path), page)
    shown, addresses = in_markdown(run.page.figures[0], run.figures["f"], tmp_path)
    parts = shown.split("\n\n")
    assert [parts[0], parts[-1], parts[2]] == words
    assert [one.partition(": ")[0] for one in addresses.split("\n")] == ["[figure-f-1]", "[figure-f-2]"]
    own = page.replace('"C."', 'f"C {n}."')
    run = run_of(tmp_path, own)
    shown, _ = in_markdown(run.page.figures[0], run.figures["f"], tmp_path)
    assert shown.split("\n\n")[2::3] == ["*C 1.*", "*C 2.*"]


@pytest.mark.parametrize("stem", STEMS)
def test_the_pictures_of_a_page_are_whole_colored_and_fetch_nothing(stem):
    for drawn in run_of_page(stem).figures.values():
        for canvas in [one for _, one in drawn.drawn] if isinstance(drawn, Frames) else [drawn]:
            picture = alone(canvas, ROOT)
            ElementTree.fromstring(picture)
            defined = set(re.findall(r"(--[\w-]+):", picture))
            assert set(re.findall(r"var\((--[\w-]+)\)", picture)) <= defined
            assert not re.search(r"url\(|@import|<script|href=\"http", picture)
            assert all(f".m-{role}{{" in picture for role in re.findall(r'class="m-(\w+)', picture))
