"""What a browser makes: one stands in for it, which writes down what it is asked for."""

import json
import stat
import sys

import pytest
from taken import built_site, make_all

from literate import takeaway
from literate.command.main import main
from literate.takeaway import cards, printed
from literate.takeaway.built import built_pages

STAND_IN = """#!{python}
import json, pathlib, sys
made = next(word.split("=", 1)[1] for word in sys.argv if word.startswith(("--print-to-pdf", "--screenshot")))
pathlib.Path(made).write_text(json.dumps(sys.argv[1:]))
"""


@pytest.fixture
def chromium(tmp_path, monkeypatch):
    """A folder of programs with a browser that stands in, and nothing else."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program(folder, "chromium", STAND_IN.format(python=sys.executable))
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder, name, text):
    (folder / name).write_text(text)
    (folder / name).chmod(stat.S_IRWXU)


def site_of(root):
    site = built_site(root, more="hero: net\nline: A line")
    with (root / "pyproject.toml").open("a") as settings:
        settings.write('book = "book"\n')
    make_all(root, site)
    return site


def test_decks_book_and_cards_are_printed(tmp_path, chromium, monkeypatch):
    site = site_of(tmp_path)
    monkeypatch.setattr(printed, "page_numbers", lambda pdf: {"p2": 5})
    names = [path.relative_to(site).as_posix() for path in takeaway.print_all(tmp_path, site)]
    assert names == ["series/01-a.slides.pdf", "series/02-b.slides.pdf", "series/01-a.card.png", "book.pdf"]
    asked = json.loads((site / "book.pdf").read_text())
    assert asked[-1].endswith("/site/book.paper.html") and "--generate-pdf-document-outline" in asked
    assert "--window-size=1200,630" in json.loads((site / "series/01-a.card.png").read_text())
    assert not (site / "book.paper.html").exists()


def test_without_a_book_the_decks_alone(tmp_path, chromium):
    site = built_site(tmp_path, more="hero: none")
    make_all(tmp_path, site)
    (site / "series/02-b.slides.html").unlink()
    assert [path.name for path in takeaway.print_all(tmp_path, site)] == ["01-a.slides.pdf"]


def test_qpdf_packs_where_it_is_there(tmp_path, chromium):
    program(
        chromium, "qpdf", f"#!{sys.executable}\nimport sys, pathlib\npathlib.Path(sys.argv[-1]).write_text('small')\n"
    )
    (tmp_path / "a.pdf").write_text("large")
    assert printed.smaller_pdf(tmp_path / "a.pdf").read_text() == "small"


def test_the_command_prints_draws_the_links_and_says_what_is_missing(tmp_path, chromium, monkeypatch, capsys):
    site = site_of(tmp_path)
    monkeypatch.setattr(printed, "page_numbers", lambda pdf: {})
    monkeypatch.chdir(tmp_path)
    home = site / "index.html"
    home.write_text(home.read_text() + '<span data-made="book.pdf" hidden><b>PDF</b></span>')
    assert main(["print", "site"]) == 0 and "book.pdf" in capsys.readouterr().out
    assert '<a href="book.pdf">PDF</a>' in home.read_text()
    (chromium / "chromium").unlink()
    assert main(["print", "site"]) == 1 and "there is no chromium" in capsys.readouterr().err
    assert main(["print", "nowhere"]) == 1 and "there is no built site" in capsys.readouterr().err


def test_a_card_has_the_title_the_line_and_the_first_picture(tmp_path):
    site = site_of(tmp_path)
    home, first, second = built_pages(tmp_path, site)
    text = cards.card(first, cards.first_picture(first), "S & T")
    assert "<h1>A</h1>" in text and "S &amp; T · part 1" in text and "A line" in text and "drawn" in text
    assert cards.first_picture(second) is None and cards.first_picture(home) is None
