"""When numbers are the same: to 1e-9 of the largest, wherever it stands."""

from typing import Any

import numpy as np

TOLERANCE = 1e-9
ROUGH = 1e-5  # float32 has seven digits, and a net loses one or two of them


def same(came: list[Any], needed: list[Any], tolerance: float = TOLERANCE) -> bool:
    """Whether shapes and numbers agree; nothing that came agrees with no number."""
    pairs = zip(came, needed, strict=False)
    alike = all(one.shape == right.shape and not differs(one, right, tolerance).any() for one, right in pairs)
    return len(came) == len(needed) and alike


def differs(came: Any, needed: Any, tolerance: float = TOLERANCE) -> Any:
    """Where two arrays of one shape differ; infinities and what is no number agree with themselves."""
    with np.errstate(invalid="ignore"):
        finite = abs(needed[np.isfinite(needed)])
        near = abs(came - needed) <= tolerance * finite.max(initial=0)
    return ~(near | (came == needed) | (np.isnan(came) & np.isnan(needed)))
