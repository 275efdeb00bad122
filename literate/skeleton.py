"""The skeleton of a new page: it builds as it is, and each of its parts says what belongs there."""

import re
from datetime import date
from pathlib import Path

from literate.errors import PageError

NAME = re.compile(r"docs/series/(?P<part>\d\d)-(?P<words>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
SKELETON = """\
---
title: {part}. {title}
short: {title}
line: What it is about, in one line.
minutes: 20
needs: What it needs besides the parts before it.
hero: flower
look: What to look at in the first picture.
description: What this page teaches, in one sentence that a search engine can show.
date: {today}
tags: [Theory]
---

# {title}

The question of this part, in at most thirty words.

??? earlier "One question from earlier parts"

    ??? recall "A question?"

        Its answer, in words and numbers.

## From numbers to code {{ #body }}

Concrete before abstract: numbers by hand, then the formula, then the code and what it prints. Before an important
output, ask the reader to predict it.

```python exec="1" source="block" result="text" session="{session}" id="first"
--8<-- "tinynet/pure_python.py:weighted_sum"
flower = [4.9, 3.0, 1.4, 0.2]
print(weighted_sum(flower, [1, 1, 1, 1]))
```

```figure id="flower"
network([flower, [1, 1]], title="A flower goes in", caption="What the picture shows.")
```

The sum is {{{{ weighted_sum(flower, [1, 1, 1, 1]):.1f }}}}: a number that is computed is written as an expression.

## Where readers slip {{ #slips }}

What the mistake looks like when it bites, in numbers.

## You can now {{ #now }}

- two or three things that a reader can check.

## Check yourself {{ #check }}

1. A question.

??? success "Solution"

    Its answer.

## Next {{ #next }}

What the next part needs.

## Where this comes from {{ #credit }}

What it mirrors, what is theirs, and what is ours.
"""


def write(root: Path, name: str) -> str:
    """Write the skeleton of the page with this name, and give the name back.

    Raises:
        PageError: When the name is not that of a part, or the page is there already; nothing is written then.
    """
    found = NAME.fullmatch(name)
    if not found:
        raise PageError("this names no part", name, 1, hint="write docs/series/NN-words-with-hyphens.md")
    if (root / name).exists():
        raise PageError("this page is there already", name, 1, hint="edit it, or choose another name")
    if others := sorted(path.name for path in (root / name).parent.glob(f"{found['part']}-*")):
        raise PageError(f"part {found['part']} is there already: {others[0]}", name, 1, hint="choose another number")
    title = found["words"].replace("-", " ").capitalize()
    text = SKELETON.format(part=int(found["part"]), session=found["part"], title=title, today=date.today())
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")
    return name
