"""The rendered page against its source: each word is there once and in order, and is what the source takes it for.

The account shares no code with the reader; the agreement compares the reader's own inventory with the HTML.
"""

from literate.accounting.account import balanced
from literate.accounting.agreement import differing

__all__ = ["balanced", "differing"]
