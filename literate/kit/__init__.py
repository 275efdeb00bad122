"""The means of teaching: one module for each, with one `FEATURE` that says what it checks, expands and depends on."""

from literate.kit.feature import Feature, Inputs
from literate.kit.registry import check, features, mistakes

__all__ = ["Feature", "Inputs", "check", "features", "mistakes"]
