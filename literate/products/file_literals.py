"""What files hold, as literals of Python: text that a person can read, and what is no text in base64."""

import ast
import base64
from pathlib import Path
from typing import Any

from literate.file_texts import file_bytes

WIDTH = 120


def held_by(path: Path) -> str | bytes:
    """What a file holds, each byte of it: text as it is, anything else in base64."""
    held = file_bytes(path)
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError:
        return base64.encodebytes(held)


def as_literal(text: str) -> str:
    """Text as a literal that a person can read."""
    literal = f"r'''{text}'''"
    return literal if "'''" not in text and ast.literal_eval(literal) == text else repr(text)


def packed(data: str | bytes) -> str:
    """Data as literals in which several short lines stand side by side: a table takes a screen, not three."""
    rows: list[Any] = []  # of the kind of the data
    for line in data.splitlines(keepends=True):
        if rows and len(repr(rows[-1] + line)) <= WIDTH:
            rows[-1] += line
        else:
            rows.append(line)
    return "\n".join(["(", *map(repr, rows), ")"]) if rows else repr(data)
