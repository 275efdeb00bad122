"""What is made of a finished run: the text for Markdown, the transcript, notebook and script, the archive."""

from literate.products.notebooks import notebook
from literate.products.pipeline import Rendering, prepare
from literate.products.scripts import script

__all__ = ["Rendering", "notebook", "prepare", "script"]
