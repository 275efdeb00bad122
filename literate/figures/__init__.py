"""The figures of the pages: drawn from the numbers that a page has computed, in one language for all parts."""

from literate.figures.canvas import Canvas
from literate.figures.curves import contours, curves
from literate.figures.descent import walk_down
from literate.figures.flowers import flowers
from literate.figures.matrices import matrix_product
from literate.figures.network import network
from literate.figures.paths import paths
from literate.figures.walk import walk_through

__all__ = ["Canvas", "contours", "curves", "flowers", "matrix_product", "network", "paths", "walk_down", "walk_through"]
