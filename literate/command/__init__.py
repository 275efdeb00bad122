"""`python -m literate`: check pages, rewrite transcripts, begin a page, write notebooks."""

from literate.command.main import main

__all__ = ["main"]
