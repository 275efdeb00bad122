"""Formulas: TeX becomes MathML, or an error with its place."""

import importlib
import re
import runpy
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from project import with_settings

from literate.errors import PageError
from literate.maths import font, markdown
from literate.maths.converter import CHARACTERS, ROLES, to_mathml

FORMULAS = (ROOT / "tests/data/formulas.txt").read_text(encoding="utf-8").splitlines()
GOLDEN = ROOT / "tests/data/formulas.xml"
OTHERS = [
    "tables",
    "admonition",
    "footnotes",
    "attr_list",
    "md_in_html",
    "toc",
    "pymdownx.superfences",
    "pymdownx.details",
]


def convert(text, **attributes):
    md = Markdown(extensions=["literate.maths", *OTHERS])
    vars(md).update(attributes)
    return md.convert(text)


def formula(html):
    (found,) = re.findall(r"<math.*?</math>", html)
    return found


def test_sixty_formulas_are_what_they_were():
    assert len(FORMULAS) == 60
    written = "".join(f"{to_mathml(tex, display=n % 2 == 1)}\n" for n, tex in enumerate(FORMULAS))
    assert written == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("tex", FORMULAS)
def test_a_formula_is_well_formed_and_has_no_fault_that_browsers_or_checkers_meet(tex):
    for display in (False, True):
        mathml = to_mathml(tex, display)
        ElementTree.fromstring(mathml)
        assert not re.search(r"scriptlevel| style=|<mfrac[^>]*displaystyle|merror|\\", mathml)


def test_each_role_is_a_class():
    for macro, role in ROLES.items():
        assert to_mathml(rf"\{macro}{{x}}", False) == f'<math><mrow class="m-{role}"><mi>x</mi></mrow></math>'


def test_the_style_sheet_has_a_color_for_each_role_in_both_schemes():
    css = (ROOT / "docs/assets/site.css").read_text(encoding="utf-8")
    for role in ROLES.values():
        assert len(re.findall(rf"--m-{role}: #[0-9a-f]{{6}};", css)) == 2
        assert f".m-{role} {{ color: var(--m-{role}); }}" in css


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    high, low = sorted([luminance(one), luminance(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_each_color_stands_out_in_both_schemes():
    css = (ROOT / "docs/assets/site.css").read_text(encoding="utf-8")
    light, dark = (
        re.findall(r"--m-(?!frame)\w+: (#[0-9a-f]{6})", line) for line in re.findall(r"--m-input:[^}]*", css)
    )
    assert len(light) == len(dark) == 7
    assert min(contrast(color, page) for color in light for page in ("#ffffff", "#f5f5f5")) >= 4.5
    assert min(contrast(color, page) for color in dark for page in ("#1e2129", "#272a35")) >= 4.5


@pytest.mark.parametrize(
    "text",
    [
        "It is $x_1$ here",
        "($x_1$)",
        "$x_1$-axis",
        "| a |\n|---|\n| $x_1$ |",
        "- $x_1$",
        "# $x_1$ { #id }",
        '!!! note "$x_1$"\n\n    text',
        "text[^1]\n\n[^1]: $x_1$",
        '<div markdown="1">\n$x_1$\n</div>',
        "*a* $x_1$ *b* _c_",
        "costs $5, and $x_1$ too",
        "line $x_\n1$ broken",
    ],
)
def test_formulas_in_a_line(text):
    assert formula(convert(text)) == "<math><msub><mi>x</mi><mn>1</mn></msub></math>"


@pytest.mark.parametrize(
    "text", ["$$\nx_1\n$$", "$$x_1$$", "text\n\n$$\nx_1\n$$\n\ntext", "- item\n\n    $$\n    x_1\n    $$"]
)
def test_formulas_of_their_own(text):
    box = '<div aria-label="Formula" class="maths" role="group" tabindex="0">'
    html = convert(text)
    assert box in html or '<div class="maths" tabindex="0" role="group" aria-label="Formula">' in html
    assert formula(html) == '<math display="block"><msub><mi>x</mi><mn>1</mn></msub></math>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It costs $5", "It costs $5"),
        ("$5 and $6", "$5 and $6"),
        ("set $HOME or $PATH now", "set $HOME or $PATH now"),
        (r"\$x\$", "$x$"),
        ("a $ b $ c", "a $ b $ c"),
        ("US$5$", "US$5$"),
    ],
)
def test_dollars_that_are_money(text, shown):
    assert convert(text) == f"<p>{shown}</p>"


def test_code_is_left_alone():
    html = convert("`$x$` and `\\frac{1}{2}`\n\n```text\n$x$ $$\n```\n\n    $$\n    \\frac{1}{2}\n")
    assert "<math" not in html and html.count("$x$") == 2


def test_the_display_formula_of_a_page_with_emphasis_signs():
    assert "<em>" not in convert("$a_1 * b_2$ and $c_3 * d_4$")


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(with_settings(tmp_path))
    Path("docs").mkdir()

    def write(text, name="docs/page.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
        return text

    return write


WRONG = {
    r"\fraq{1}": r"Unknown command "
    r'"\fraq"',
    r"\frac{1}{2": 'Expected closing token "}"',
    r"a}": 'Unmatched closing token: "}"',
    r"a \\[4pt] b": r"a row ends in \\ alone",
    r"\text{日}": "the font has no 日; literate/maths/font.py lists what it has",
}


@pytest.mark.parametrize("tex", WRONG)
@pytest.mark.parametrize("form", ["a ${}$ b", "$$\n{}\n$$"])
def test_a_mistake_has_its_place(page, tex, form):
    text = page("# T\n\n" + form.replace("{}", tex) + "\n")
    with pytest.raises(PageError) as caught:
        convert(text)
    error = caught.value
    assert WRONG[tex] in error.message and error.message.startswith("this formula is not read: ")
    assert (error.file, error.line) == ("docs/page.md", 3)
    assert error.column == (3 if form.startswith("a") else 1)
    assert error.hint == "CONTRIBUTING.md says how formulas are written"


def test_a_mistake_shows_twenty_characters_of_where_it_is():
    with pytest.raises(ValueError, match=re.escape(r"at '\\fraq 123456789 1234': Unknown command")):
        to_mathml(r"x + \fraq 123456789 1234567", display=False)


def test_a_formula_with_filled_numbers_is_found_where_it_is_written(page):
    page("$a$\n\nsee $x_{ {{ 1 + 1 }} } \\fraq{ {{ y:.2f }} }$\n")
    with pytest.raises(PageError) as caught:
        convert("$a$\n\nsee $x_{ 2 } \\fraq{ 0.50 }$\n")
    assert (caught.value.line, caught.value.column) == (3, 5)


def test_a_formula_that_a_page_makes_of_its_words_is_found_by_them(page):
    page("# T\n\na \\fraq{1} b\n")
    with pytest.raises(PageError) as caught:
        convert("$\\fraq{1}$\n")
    assert (caught.value.file, caught.value.line, caught.value.column) == ("docs/page.md", 3, 3)


def test_the_page_that_is_built_comes_first(page):
    page("$\\fraq$\n", "docs/a.md")
    text = page("\n$\\fraq$\n", "docs/b.md")
    with pytest.raises(PageError) as caught:
        convert(text, literate_page=Path("docs/b.md"))
    assert (caught.value.file, caught.value.line) == ("docs/b.md", 2)


def test_a_builder_may_have_been_started_elsewhere(page, tmp_path, monkeypatch):
    text = page("\n$\\fraq$\n", "docs/b.md")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    with pytest.raises(PageError) as caught:
        convert(text, literate_page=Path("docs/b.md"), literate_root=tmp_path)
    assert (caught.value.file, caught.value.line) == ("docs/b.md", 2)


def test_a_docstring_is_looked_at_too(page):
    page('"""Doc.\n\n$\\fraq$\n"""\n', "tinynet/a.py")
    with pytest.raises(PageError) as caught:
        convert("$\\fraq$")
    assert (caught.value.file, caught.value.line) == ("tinynet/a.py", 3)


@pytest.mark.parametrize("attributes", [{}, {"literate_page": Path("docs/none.md")}])
def test_text_that_stands_nowhere(page, attributes):
    page("other\n", "docs/none.md")
    with pytest.raises(PageError) as caught:
        convert("$\\fraq$", **attributes)
    assert (caught.value.line, caught.value.column) == (1, 1)
    assert caught.value.file == ("docs/none.md" if attributes else "generated text")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n\\frac{1}{2}\n", 3),
        ("a \\frac{1}{2}$ b\n", 1),
        ("a $$x$$ b\n", 1),
        ("a\n\n$$\nx\n\ny\n$$\n", 3),
        ("$$\n", 1),
        ("$$$$\n", 1),
        ("$$x$$ y $$z$$\n", 1),
        ("| a |\n|---|\n| x_1 \\hat{y}$ |\n", 3),
    ],
)
def test_what_is_left_over_is_a_mistake(page, text, line):
    text = page(text)
    with pytest.raises(PageError) as caught:
        convert(text)
    assert caught.value.line == line


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["$", "$$", " ", "x", "_", "^", "{", "}", "\\", "\\frac", "1", "5", "\n", "\n\n", "`", "|", "*"]
        )
    )
)
def test_random_text_is_converted_or_refused_with_a_place(parts):
    text = "".join(parts)
    try:
        html = convert(text)
    except PageError as error:
        assert error.line >= 1 and error.message.startswith("this formula is not read")
    else:
        ElementTree.fromstring(f"<div>{re.sub('&(?!amp;|lt;|gt;|#)', '&amp;', html)}</div>")


def test_the_list_of_characters_is_that_of_the_font():
    from fontTools.ttLib import TTFont

    made = TTFont(ROOT / "docs/assets/fonts/maths.woff2")
    assert {chr(code) for code in made.getBestCmap()} == CHARACTERS
    assert "MATH" in made and len(CHARACTERS) > 250
    assert {"√", "∑", "∂", "⊙", "′"} <= CHARACTERS


def test_the_font_is_made_as_it_lies_here(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "literate.maths.font")
    for path in (font.FONT, font.CHARACTERS):
        path.parent.mkdir(parents=True)
    runpy.run_module("literate.maths.font", run_name="__main__")
    assert font.FONT.read_bytes() == (ROOT / font.FONT).read_bytes()
    assert font.CHARACTERS.read_text(encoding="utf-8") == (ROOT / font.CHARACTERS).read_text(encoding="utf-8")
    size = font.FONT.stat().st_size
    assert capsys.readouterr().out == f"{font.FONT}: {size} bytes, {len(CHARACTERS)} characters\n"


def test_the_font_is_made_by_its_command_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    importlib.reload(font)
    assert not [*tmp_path.iterdir()]


def test_the_font_needs_its_source(monkeypatch):
    monkeypatch.setattr(font, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="ziamath is not installed, needed: pip install"):
        font.make_font()


def test_the_extension_takes_its_name():
    assert isinstance(markdown.makeExtension(), markdown.Maths)
