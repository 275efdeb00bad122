"""A library of one function."""

from mylib.doubling import double

__all__ = ["double"]
