"""A built page without what nobody sees: blanks between its elements, marks of code that have no color of their own."""

import re
from collections.abc import Iterable

# What is shown, or read, as it is written.
AS_IT_IS = re.compile(
    r"(<(?:pre|script|style|textarea)\b.*?</(?:pre|script|style|textarea)>)", re.DOTALL | re.IGNORECASE
)
PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
BETWEEN = re.compile(r"(?:(?<=>)|\A)\s*\n\s*(?=<|\Z)")


def without_blanks(page: str) -> str:
    """One end of a line where there are several, or some and blanks, between two tags; text stays as it is."""
    parts = AS_IT_IS.split(page)
    return "".join(part if n % 2 else BETWEEN.sub("\n", part) for n, part in enumerate(parts))


def without_marks(page: str, kinds: Iterable[str]) -> str:
    """Code without the elements around these kinds of its tokens, which a browser would lay out one by one.

    Args:
        page: The HTML of a page.
        kinds: Kinds of tokens by the classes that Pygments gives them, such as `n` for a name.
    """
    marked = re.compile(f'<span class="(?:{"|".join(map(re.escape, kinds))})">([^<]*)</span>')
    return PRE.sub(lambda code: marked.sub(r"\1", code[0]), page) if kinds else page
