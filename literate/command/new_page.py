"""A new page, from a text that the settings name: it builds as it is, and its parts say what belongs there."""

import re
from datetime import date
from pathlib import Path

from literate.errors import PageError
from literate.settings import in_docs, settings_of

NAME = re.compile(r"(?P<part>\d\d)-(?P<words>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
# A project without a text of its own for new parts gets this.
TEXT = """\
---
title: PART. TITLE
description: What this page teaches, in one sentence that a search engine can show.
date: TODAY
---

# TITLE

```python exec="1" source="block" result="text" session="NUMBER" id="first"
print(1 + 1)
```

It is {{ 1 + 1 }}: a number that is computed is written as an expression.
"""


def write_part(root: Path, name: str) -> str:
    """Write a new part with this name, and give the name back.

    Its text is that of the project, with PART, NUMBER (of two digits), TITLE and TODAY filled in.

    Raises:
        PageError: When the name is not that of a part, or the page is there already; nothing is written then.
    """
    settings = settings_of(root)
    folder = in_docs(root, settings.parts or ".").removesuffix("/.")
    found = NAME.fullmatch(name.removeprefix(f"{folder}/")) if name.startswith(f"{folder}/") else None
    if not found:
        raise PageError("this names no part", name, 1, hint=f"write {folder}/NN-words-with-hyphens.md")
    if (root / name).exists():
        raise PageError("this page is there already", name, 1, hint="edit it, or choose another name")
    if others := sorted(path.name for path in (root / name).parent.glob(f"{found['part']}-*")):
        raise PageError(f"part {found['part']} is there already: {others[0]}", name, 1, hint="choose another number")
    text = (root / settings.template).read_text(encoding="utf-8") if settings.template else TEXT
    said = {"NUMBER": found["part"], "PART": str(int(found["part"])), "TODAY": str(date.today())}
    said["TITLE"] = found["words"].replace("-", " ").capitalize()
    text = re.sub(rf"\b({'|'.join(said)})\b", lambda word: said[word[0]], text)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")
    return name
