"""A built page without the blanks that templates leave between its elements; a browser shows it as before."""

import re

# What is shown, or read, as it is written.
AS_IT_IS = re.compile(
    r"(<(?:pre|script|style|textarea)\b.*?</(?:pre|script|style|textarea)>)", re.DOTALL | re.IGNORECASE
)
BETWEEN = re.compile(r"(?:(?<=>)|\A)\s*\n\s*(?=<|\Z)")


def without_blanks(page: str) -> str:
    """One end of a line where there are several, or some and blanks, between two tags; text stays as it is."""
    parts = AS_IT_IS.split(page)
    return "".join(part if n % 2 else BETWEEN.sub("\n", part) for n, part in enumerate(parts))
