"""What pages are made of: asked of a folder, named by a page, and looked for on it."""

import pytest
from project import page_of

from literate.kit.stations import mistakes

SETTINGS = """\
[tool.literate]
stations_of = { series = "goals, solution 2" }

[tool.literate.stations]
goals = '^## Goals'
solution = '^ *# Solution'
recall = '^ *# Recall'
"""
WHOLE = "## Goals\n\n# Solution\n\n# Solution\n"


def said(root, front, text, name="docs/series/02-b.md"):
    (root / "pyproject.toml").write_text(SETTINGS)
    page = page_of(root, f"---\ntitle: B\n{front}---\n{text}", name=name)
    return [(mistake.line, mistake.message) for mistake in mistakes(page)]


@pytest.mark.parametrize(
    ("front", "text", "needed"),
    [
        ("", WHOLE, []),
        ("stations: [recall]\n", f"{WHOLE}# Recall\n", []),
        ("stations: [recall 2]\n", f"{WHOLE}# Recall\n", [(3, "recall stands here 1 times, needed: 2")]),
        (
            "",
            "# Solution\n",
            [(1, "goals stands here 0 times, needed: 1"), (1, "solution stands here 1 times, needed: 2")],
        ),
        ("", f"{WHOLE}\n# Recall\n", [(10, "the front matter does not name recall")]),
        ("stations: [recal]\n", WHOLE, [(3, "no station is called recal")]),
        ("stations: recall\n", WHOLE, []),  # what is no list is another mistake
    ],
)
def test_what_is_missing_and_what_is_not_named_has_its_line(tmp_path, front, text, needed):
    assert said(tmp_path, front, text) == needed


def test_a_page_of_another_folder_has_the_form_that_it_likes(tmp_path):
    assert said(tmp_path, "", "# Recall\n", "docs/a.md") == []
