"""Mini-batches: the flowers of one epoch, dealt out in small groups at random."""

from typing import Any

import numpy as np

from tinynet import _checks


def _dealt(x: Any, y: Any, batch_size: Any, random_state: Any) -> tuple[Any, ...]:
    x, y = _checks.flowers_and_labels(x, y)
    batch_size = _checks.count("batch_size", batch_size)
    if not 0 < batch_size <= len(x):
        raise ValueError(
            f"batch_size is {batch_size}, needed: from 1 to {len(x)}, "
            "the number of flowers"
        )
    return x, y, batch_size, _checks.count("random_state", random_state)


@_checks.before(_dealt)
# --8<-- [start:mini_batches]
def mini_batches(x, y, batch_size, random_state):
    """Shuffle the flowers and deal them out, batch_size at a time: pairs x, y.

    The last pair has what is left.
    """
    shuffled = np.random.RandomState(random_state).permutation(len(x))
    groups = [
        shuffled[start : start + batch_size] for start in range(0, len(x), batch_size)
    ]
    return [(x[rows], y[rows]) for rows in groups]


# --8<-- [end:mini_batches]
