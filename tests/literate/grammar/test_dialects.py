"""Texts of others, each as a page: both readings agree on it, or it is refused at a line; none crashes."""

import subprocess
import sys
import tarfile
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import MODULES, REQUIRED, ROOT, in_the_gate, need
from rendered import converter
from trials import judged, of_commonmark, of_markdown

from literate.accounting import account, agreement
from literate.reading.reader import parse

LET_THROUGH = [line for line in (ROOT / "tests/data/let_through.txt").read_text().splitlines() if line[:1] != "#"]


def judge(texts: list[str], root: Path) -> Counter[str]:
    """Judge each text; whoever refuses it is counted, and names a line that is there."""
    counts = Counter[str]()
    (root / "docs").mkdir()
    for text in texts:
        path = root / "docs/page.md"
        path.write_text(text, encoding="utf-8", newline="")
        found = judged(path, root)
        assert all(0 < one.line <= text.count("\n") + 1 for one in found), (text, found)
        counts[found[0].by if found else "agreed"] += 1
    print(len(texts), dict(counts))
    return counts


@pytest.mark.filterwarnings("ignore")
def test_the_examples_of_commonmark(tmp_path: Path) -> None:
    """At least three quarters are read alike; what is not is refused."""
    spec = need("examples", MODULES / "commonmark-spec/spec.txt", "npm install --prefix tests/browser")
    texts = of_commonmark(Path(spec).read_text(encoding="utf-8"))
    counts = judge(texts, tmp_path)
    assert len(texts) > 640 and counts["agreed"] > 0.75 * len(texts)


@pytest.mark.filterwarnings("ignore")
def test_the_tests_of_python_markdown(tmp_path: Path) -> None:
    """At least six in ten are read alike, though many write what Markdown should survive."""
    in_the_gate("Python-Markdown's own tests")
    command = ["download", "-q", "--no-deps", "--no-binary", ":all:", f"markdown=={version('markdown')}"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *command, "-d", str(tmp_path)], capture_output=True, check=False
    )
    if done.returncode:
        why = "Python-Markdown's own tests: its source package cannot be had"
        pytest.fail(why) if REQUIRED else pytest.skip(why)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    texts = of_markdown(next(tmp_path.glob("*/tests")))
    counts = judge(texts, tmp_path)
    assert len(texts) > 800 and counts["agreed"] > 0.6 * len(texts)


def test_few_differences_are_let_through() -> None:
    """At most 20, and each says why."""
    assert len(LET_THROUGH) <= 20 and all(" # " in line for line in LET_THROUGH)


SOURCE = """\
# One `a`

[b](c.md) ![d](e.png) $x$[^n] <!-- f -->

??? note "Fold"

    ```text
    g
    ```

=== "Tab [h](i.md)"

    Text.

    <code>raw</code>

<details><summary>More</summary></details>

[^n]: Note with `j`.
"""
CHANGES = {
    "<h1": ("<h2", "</h1>", "</h2>", 1),
    "<code>a</code>": ("<code>b</code>", "", "", 1),
    'href="c.md"': ('href="z.md"', "", "", 3),
    'src="e.png"': ('src="z.png"', "", "", 3),
    "<math>": ("<maths>", "", "", 3),
    "<!-- f -->": ("<!-- z -->", "", "", 3),
    "<summary>Fold": ("<summary>Other", "", "", 5),
    "<code>g": ("<code>z", "", "", 7),
    "<label": ("<b", "</label>", "</b>", 11),
    'href="i.md"': ('href="z.md"', "", "", 11),
    'id="fnref:n"': ('id="fnref:m"', "", "", 3),
    "<code>j</code>": ("j", "", "", 19),
    "<p>Text.</p>": ("<p>Text.</p><h3>k</h3>", "", "", 1),
}


@pytest.mark.parametrize("old", CHANGES)
def test_a_difference_of_each_kind(tmp_path: Path, old: str) -> None:
    """The line of the first thing that differs."""
    (tmp_path / "page.md").write_text(SOURCE, encoding="utf-8")
    page, html = parse(tmp_path / "page.md", tmp_path), converter().convert(SOURCE)
    assert list(agreement.differing(page, html)) == []
    assert account.balanced(page.lines, 0, html) == []
    new, also, instead, line = CHANGES[old]
    assert old in html
    changed = html.replace(old, new, 1).replace(also, instead) if also else html.replace(old, new, 1)
    assert line in [entry.line for entry in agreement.differing(page, changed)]


def differing(tmp_path: Path, source: str, html: str) -> list[int]:
    """The lines at which the two readings differ."""
    (tmp_path / "page.md").write_text(source, encoding="utf-8")
    return [entry.line for entry in agreement.differing(parse(tmp_path / "page.md", tmp_path), html)]


def test_what_the_site_adds_is_no_difference(tmp_path: Path) -> None:
    """Outputs, hidden cells and figures have no code of their own; what the engine adds is left out, however deep."""
    source = 'A\n\n```python exec="1" session="s" id="a"\nprint(1)\n```\n\n'
    source += '```figure id="b"\nnet()\n```\n\n<!DOCTYPE html>\n'
    html = '<p>A</p></i><div class="cell" id="cell-a"><pre><code>\U00100000</code></pre></div>'
    html += '<figure id="figure-b"><pre>x</pre></figure>'
    html += '<div class="ledger"><div><code>x</code><!-- y --></div><a href="z">z</a></div>'
    assert differing(tmp_path, source, html) == []
    assert differing(tmp_path, source, f"{html}<pre>x<summary>y</pre>") == [1, 3]
    assert differing(tmp_path, source, f"{html}<pre>print") == [4]
    assert account.balanced(["A"], 0, '<div class="opening"><div></div>x</div>A') == []


def test_cards_are_more_than_is_written(tmp_path: Path) -> None:
    """What such a marker stands for may hold anything; what is written is looked for in it."""
    source, html = "[a](b.md)\n\n[[cards]]\n\n[c](d.md)\n", '<a href="b.md">a</a><a href="x">x</a><a href="d.md">c</a>'
    assert differing(tmp_path, source, html) == []
    assert differing(tmp_path, source, html.replace("d.md", "z")) == [5]


def test_footnotes_hold_lists(tmp_path: Path) -> None:
    """A footnote ends with its own item, not with one in it."""
    source = "A[^n].\n\n[^n]:\n    - `b`\n    - `c`\n\n    `d`\n\n`e`\n"
    assert differing(tmp_path, source, converter().convert(source)) == []
    assert account.balanced(source.split("\n"), 0, converter().convert(source)) == []
