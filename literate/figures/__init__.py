"""The figures of the pages: drawn from the numbers that a page has computed, in one language for all parts."""

from literate.figures.agreement import agreement
from literate.figures.bars import bars
from literate.figures.blossoms import blossoms
from literate.figures.canvas import Canvas
from literate.figures.curves import curves
from literate.figures.derivative import derive_by_hand
from literate.figures.descent import walk_down
from literate.figures.dots import dots
from literate.figures.flowers import flowers
from literate.figures.frames import Frames
from literate.figures.grown import grown_rectangle
from literate.figures.lab import train_by_hand
from literate.figures.landscape import contours
from literate.figures.matrices import matrix_product
from literate.figures.network import network
from literate.figures.neuron import fire_by_hand
from literate.figures.paths import paths
from literate.figures.product import multiply_by_hand
from literate.figures.slips import find_the_slip
from literate.figures.squares import error_squares
from literate.figures.steps import steps_by_hand
from literate.figures.sums import matrix_sum
from literate.figures.tree import tree
from literate.figures.walk import walk_through

__all__ = [
    "Canvas",
    "Frames",
    "agreement",
    "bars",
    "blossoms",
    "contours",
    "curves",
    "derive_by_hand",
    "dots",
    "error_squares",
    "find_the_slip",
    "fire_by_hand",
    "flowers",
    "grown_rectangle",
    "matrix_product",
    "matrix_sum",
    "multiply_by_hand",
    "network",
    "paths",
    "steps_by_hand",
    "train_by_hand",
    "tree",
    "walk_down",
    "walk_through",
]
