"""From a page to its run: each in a process of its own, several at once, with limits of time and output."""

from literate.running.run import Run
from literate.running.runs import Runs

__all__ = ["Run", "Runs"]
