"""The built site: its addresses, its numbers, that it is alive, that two builds and two builders agree."""

import gzip
import hashlib
import re
from html import unescape
from pathlib import Path

import pytest
from conftest import build, copy_project

PART_13 = "series/13-implementing-backpropagation-with-numpy"
PAGES = ["index.html", f"{PART_13}/index.html"]


def article(site: Path, page: str) -> str:
    whole = re.split(r"<article[^>]*>|</article>", (site / page).read_text(encoding="utf-8"))[1]
    return re.sub(r'<nav class="md-tags".*?</nav>', "", whole, flags=re.DOTALL)  # only Zensical has it without a plugin


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def outputs(site: Path, page: str) -> list[str]:
    found = re.findall(r'<div class="result">(.*?)</div>\s*</div>', article(site, page), re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", html)) for html in found]


def test_the_two_errors_and_their_difference_stand_side_by_side(site: Path) -> None:
    for page in PAGES:
        table = re.search(r'<div class="mse">.*?</table>', article(site, page), re.DOTALL)
        assert table and re.search(r"0\.1383.*0\.137?9?8?0?.*0\.0003", words(table[0]))


def test_the_page_prints_the_error_before_and_after(site: Path) -> None:
    text = "\n".join(outputs(site, PAGES[1]))
    assert "before      0.138311268" in text and "after       0.137974922" in text
    assert "difference  0.000336346" in text


def test_no_placeholder_is_left(site: Path) -> None:
    assert not [page for page in site.rglob("*.html") if "{{" in page.read_text(encoding="utf-8")]


SIGN = ("weights_2 - learning_rate * weights_2_update", "weights_2 + learning_rate * weights_2_update")


@pytest.mark.parametrize(
    ("file", "before", "after", "cell"),
    [
        ("tinynet/backpropagation.py", *SIGN, "step"),
        (f"docs/{PART_13}.md", "np.random.seed(10)", "np.random.seed(11)", "weights"),
    ],
)
def test_one_sign_or_another_seed_changes_the_site_and_fails_the_page(
    tmp_path: Path, file: str, before: str, after: str, cell: str
) -> None:
    root = copy_project(tmp_path)
    source = (root / file).read_text(encoding="utf-8")
    assert source.count(before) == 1
    (root / file).write_text(source.replace(before, after), encoding="utf-8")
    done = build("mkdocs", "build", "--strict", root=root)
    assert done.returncode == 0, done.stderr
    for page in PAGES:
        assert "0.137974" not in words(article(root / "site", page))
        table = re.search(r'<div class="mse">.*?</table>', article(root / "site", page), re.DOTALL)
        assert table and "0.1380" not in words(table[0]) and "0.137975" not in words(table[0])
    tests = build("pytest", f"docs/{PART_13}.md", "-q", "-p", "no:cacheprovider", root=root)
    lines = (root / f"docs/{PART_13}.md").read_text(encoding="utf-8").split("\n")
    line = next(n for n, text in enumerate(lines, 1) if f'id="{cell}"' in text)
    assert tests.returncode == 1
    assert f'docs/{PART_13}.md:{line}:1: cell "{cell}" says something else' in tests.stdout


def test_both_builders_give_the_same_outputs_numbers_and_formulas(site: Path, zensical_site: Path) -> None:
    for page in PAGES:
        ours, theirs = (article(built, page) for built in (site, zensical_site))
        assert outputs(site, page) == outputs(zensical_site, page)
        formulas = [re.findall(r"<math.*?</math>", html, re.DOTALL) for html in (ours, theirs)]
        assert formulas[0] == formulas[1]
        assert words(ours) == words(theirs)
    assert len(re.findall("<math", article(site, PAGES[1]))) > 20
    assert len(outputs(site, PAGES[1])) > 20


def contents(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_two_builds_in_two_places_are_the_same_bytes(tmp_path: Path) -> None:
    settings = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"},
    ]
    built = []
    for number, environment in enumerate(settings):
        root = copy_project(tmp_path / str(number) / ("deeper" * number))
        done = build("mkdocs", "build", "--strict", root=root, SOURCE_DATE_EPOCH="1700000000", **environment)
        assert done.returncode == 0, done.stderr
        built.append(contents(root / "site"))
    assert built[0] == built[1]


def test_compressed_copies_open(site: Path) -> None:
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()
