"""What is made of a finished run: the text for Markdown, the transcript, notebook and script, the archive."""

from typing import Any

from literate.products.pipeline import Rendering, prepare
from literate.products.scripts import script

__all__ = ["Rendering", "notebook", "prepare", "script"]


def __getattr__(name: str) -> Any:
    """Import what makes notebooks when it is asked for: a builder has other things to begin with."""
    if name != "notebook":
        raise AttributeError(f"literate.products has no {name}; it has {', '.join(__all__)}")
    from literate.products.notebooks import notebook

    return notebook
