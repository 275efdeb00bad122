"""From text to a page: its front matter, fences, cells, expressions and folds. It judges nothing and runs nothing."""

from literate.reading.page import Fence, Page
from literate.reading.reader import parse, read

__all__ = ["Fence", "Page", "parse", "read"]
