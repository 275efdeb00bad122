"""The built site: its addresses, its numbers, that it is alive, that two builds and two builders agree."""

import gzip
import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from conftest import PART_13, ROOT, build, copy_project, in_the_gate

from literate.reading import sources

SHOWING = ["index.html", f"{PART_13}/index.html"]


def article(site: Path, page: str) -> str:
    whole = re.split(r"<article[^>]*>|</article>", (site / page).read_text(encoding="utf-8"))[1]
    return re.sub(r'<nav class="md-tags".*?</nav>', "", whole, flags=re.DOTALL)  # only Zensical has it without a plugin


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def outputs(site: Path, page: str) -> list[str]:
    found = re.findall(r'<div class="result">(.*?)</div>\s*</div>', article(site, page), re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", html)) for html in found]


def both_errors(site: Path, page: str) -> str:
    """The place of a page that has the error before the step and after it: a table, on the home page a line."""
    found = re.search(r'<div class="mse">.*?</table>|<p class="one-step">.*?</p>', article(site, page), re.DOTALL)
    assert found
    return words(found[0])


def test_the_two_errors_and_their_difference_stand_side_by_side(site: Path) -> None:
    for page in SHOWING:
        assert re.search(r"0\.1383.*0\.137?9?8?0?.*0\.0003", both_errors(site, page))


def test_the_page_prints_the_error_before_and_after(site: Path) -> None:
    text = "\n".join(outputs(site, SHOWING[1]))
    assert "before      0.138311268" in text and "after       0.137974922" in text
    assert "difference  0.000336346" in text


def test_no_placeholder_is_left(site: Path) -> None:
    assert not [page for page in site.rglob("*.html") if "{{" in page.read_text(encoding="utf-8")]


def test_the_signatures_of_the_reference_are_broken_into_lines_of_code(site: Path) -> None:
    """Who does it is a formatter that the build needs installed: without it they are single lines."""
    found = re.findall(r'doc-signature highlight">(.*?)</div>', article(site, "reference/index.html"), re.DOTALL)
    lines = [re.sub("<[^>]+>", "", line) for one in found for line in one.splitlines()]
    assert len(lines) > len(found) > 20 and all(len(unescape(line)) <= 88 for line in lines)


Built = tuple[Path, CompletedProcess[str], CompletedProcess[str]]
CHANGES = {
    "step": (
        "tinynet/backpropagation.py",
        "weights_2 - learning_rate * weights_2_update",
        "weights_2 + learning_rate * weights_2_update",
    ),
    "weights": (f"docs/{PART_13}.md", "np.random.seed(10)", "np.random.seed(11)"),
    "place": ("README.md", "#", "#"),
}
PLACE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}


def _changed(root: Path, name: str) -> Built:
    """Build a copy with one change, and run the tests of part 13 on it."""
    copy_project(root)
    file, before, after = CHANGES[name]
    source = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(source.replace(before, after), encoding="utf-8")
    assert name == "place" or source.count(before) == 1
    for page in (root / "docs").rglob("*.md") if name != "place" else ():  # what is claimed there would stop the build
        page.write_text(re.sub(r" ?\{\{ holds: .*?\}\}", "", page.read_text(encoding="utf-8")), encoding="utf-8")
    built = build("mkdocs", "build", "--strict", root=root, **(PLACE if name == "place" else {}))
    return root, built, build("pytest", f"docs/{PART_13}.md", "-q", "-p", "no:cacheprovider", root=root)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Builds that differ from the site in one thing each; side by side, since each takes seconds."""
    in_the_gate("builds that are compared")
    roots = [tmp_path_factory.mktemp(name) / "deeper" for name in CHANGES]
    with ThreadPoolExecutor() as threads:
        return dict(zip(CHANGES, threads.map(_changed, roots, CHANGES), strict=True))


@pytest.mark.parametrize("cell", ["step", "weights"])
def test_one_sign_or_another_seed_changes_the_site_and_fails_the_page(changed: dict[str, Built], cell: str) -> None:
    root, done, tests = changed[cell]
    assert done.returncode == 0, done.stderr
    for page in SHOWING:
        assert "0.137974" not in words(article(root / "site", page))
        assert not re.search("0.1380|0.137975", both_errors(root / "site", page))
    lines = (root / f"docs/{PART_13}.md").read_text(encoding="utf-8").split("\n")
    line = next(n for n, text in enumerate(lines, 1) if f'id="{cell}"' in text)
    assert tests.returncode == 1
    assert f'docs/{PART_13}.md:{line}:1: cell "{cell}" says something else' in tests.stdout


def test_both_builders_give_the_same_outputs_numbers_and_formulas(site: Path, zensical_site: Path) -> None:
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    assert len(pages) == len(sources.pages(ROOT))
    for page in pages:
        ours, theirs = (article(built, page) for built in (site, zensical_site))
        assert outputs(site, page) == outputs(zensical_site, page)
        formulas = [re.findall(r"<math.*?</math>", html, re.DOTALL) for html in (ours, theirs)]
        assert formulas[0] == formulas[1]
        if page.startswith("tags/"):  # Zensical sorts the parts otherwise, and gives subjects no link
            ours, theirs = ("".join(sorted(html.replace("¶", "").split())) for html in (words(ours), words(theirs)))
        assert words(ours) == words(theirs)
    assert len(re.findall("<math", article(site, SHOWING[1]))) > 20
    assert len(outputs(site, SHOWING[1])) > 20


def contents(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_two_builds_in_two_places_are_the_same_bytes(site: Path, changed: dict[str, Built]) -> None:
    root, done, tests = changed["place"]
    assert done.returncode == 0, done.stderr
    assert tests.returncode == 0, tests.stdout
    assert contents(root / "site") == contents(site)


def test_compressed_copies_open(site: Path) -> None:
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()
