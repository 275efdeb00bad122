"""Pages that compute what they show: read them, run them, check them, render them, keep what they say.

README.md beside this file is the map of the rooms. These names are for others; they are imported when they are asked
for, so that the process of a page loads no more than it needs.
"""

from importlib import import_module
from typing import Any

FACE = {
    "Feature": "literate.kit",
    "MistakesError": "literate.errors",
    "Page": "literate.reading",
    "PageError": "literate.errors",
    "Run": "literate.running",
    "check": "literate.kit",
    "mistakes": "literate.kit",
    "notebook": "literate.products",
    "prepare": "literate.products",
    "read": "literate.reading",
    "script": "literate.products",
    "settings_of": "literate.settings",
}
__all__ = [*FACE]


def __getattr__(name: str) -> Any:
    """Import one of the public names."""
    if name not in FACE:
        raise AttributeError(f"literate has no {name}; it has {', '.join(FACE)}")
    return getattr(import_module(FACE[name]), name)
