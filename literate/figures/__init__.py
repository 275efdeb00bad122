"""The figures of the pages: drawn from the numbers that a page has computed, in one language for all parts."""

from literate.figures.canvas import Canvas
from literate.figures.curves import curves
from literate.figures.flowers import flowers
from literate.figures.frames import Frames
from literate.figures.landscape import contours
from literate.figures.matrices import matrix_product
from literate.figures.network import network
from literate.figures.paths import paths

__all__ = ["Canvas", "Frames", "contours", "curves", "flowers", "matrix_product", "network", "paths"]
