"""From a page to its mistakes, before anything of it runs: what belongs to the language of pages, and no feature."""

from literate.checking.page_language import mistakes

__all__ = ["mistakes"]
