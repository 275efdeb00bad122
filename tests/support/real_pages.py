"""What becomes of the pages of others: `python tests/support/real_pages.py FOLDER…` reads each below them, and counts.

The rules of this course alone are left out. A page is built when both readings agree on it and its account balances.
Whether something is lost is looked at once more, by other means: by single words, and by counting blocks of code.
"""

import os
import re
import sys
import tempfile
import warnings
from collections import Counter
from pathlib import Path

from rendered import converter, held
from trials import judged

WORD = re.compile(r"[^\W\d_]{3,}")
NO_TEXT = re.compile(
    r"<!--.*?-->|<[a-zA-Z/][^>]*>|\]\([^)]*\)|^ *\*?\[[^\]]*\]:.*$|^ *(?:`{3,}|~{3,}).*?$|\{[^}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
HIDDEN = re.compile(r"^(?P<mark> *`{3,})(?=.* exec=)(?!.* source=).*?^(?P=mark) *$", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^(?P<before>[ \t>]*(?:(?:[-*+]|\d+\.) +)?)(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*)$")
Counts = Counter[str]


def lost(source: str, html: str) -> int:
    """How many blocks of a text have half of their words nowhere in the HTML."""
    there = set(WORD.findall(html))
    blocks = [set(WORD.findall(block)) for block in re.split(r"\n\s*\n", NO_TEXT.sub(" ", source))]
    return sum(len(block - there) * 2 > len(block) for block in blocks if block)


def fences(source: str) -> int:
    """How many blocks of code a text has by its fence marks alone."""
    count, mark, column = 0, "", 0
    for line in source.split("\n"):
        found = FENCE.match(line)
        if found and not mark:
            count, mark, column = count + 1, found["mark"], len(found["before"])
        elif found and found["mark"].startswith(mark) and not found["info"].strip() and len(found["before"]) <= column:
            mark = ""
    return count


def look(text: str, path: Path, counts: Counts, kinds: Counts) -> None:
    """Judge one page."""
    path.write_text(text, encoding="utf-8")
    counts["pages"] += 1
    try:
        found = judged(path, path.parent.parent)
    except Exception as error:
        counts["crashes"] += 1
        print(f"crash: {type(error).__name__}: {error}", file=sys.stderr)
        return
    if found:
        counts[f"refused by {found[0].by}"] += 1
        kinds[re.sub(r"“.*|\S*[<\[/`{\"].*", "…", found[0].message)] += 1
        return
    counts["built"] += 1
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    html, shown = converter().convert(held(body)), HIDDEN.sub("", held(body))
    counts["blocks lost"] += lost(shown, html)
    counts["fences skipped"] += html.count("<pre") < fences(shown)


def main(folders: list[str]) -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    kinds = Counts()
    columns = ["pages", "built", *(f"refused by {who}" for who in ("reader", "site", "agreement", "account"))]
    columns += ["crashes", "blocks lost", "fences skipped"]
    print("project", *columns, sep=" | ")
    whole, pages = Counts(), {folder: sorted(Path(folder).resolve().rglob("*.md")) for folder in folders}
    with tempfile.TemporaryDirectory() as root:
        os.chdir(root)
        (Path(root) / "docs").mkdir()
        for folder, paths in pages.items():
            counts = Counts()
            for path in paths:
                before = counts["built"]
                look(path.read_text(encoding="utf-8"), Path(root) / "docs/page.md", counts, kinds)
                if os.environ.get("EACH") and counts["built"] == before:
                    print(path, judged(Path(root) / "docs/page.md", Path(root))[:1], file=sys.stderr)
            print(Path(folder).name, *(counts[name] for name in columns), sep=" | ")
            whole.update(counts)
        os.chdir("/")
    print("all", *(whole[name] for name in columns), sep=" | ")
    for kind, count in kinds.most_common():
        print(f"{count:4} {kind}")


if __name__ == "__main__":
    main(sys.argv[1:])
