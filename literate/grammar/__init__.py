"""Markdown as a tree of blocks and the elements of their texts, each with its place; no builder is known here."""

from literate.grammar.contents import Contents, contents
from literate.grammar.inventory import inventory

__all__ = ["Contents", "contents", "inventory"]
