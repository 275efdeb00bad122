"""What the judge makes of the attempts: `python tests/exercises/measure.py` counts, with `-v` it prints each verdict.

Named right: the words of the true slip are in the verdict. False: a slip is claimed, and it is another.
"""

import contextlib
import io
import re
import sys
from collections import Counter

import attempts_backward  # noqa: F401 - it fills the register
import attempts_forward  # noqa: F401
from attempts_kept import ATTEMPTS

from tinynet.exercises import check

CLAIM = re.compile(r"likely slip|transpose|overflow", re.IGNORECASE)


def verdict(exercise, function):
    """What is printed of an attempt."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        check(exercise, function)
    return said.getvalue().strip()


def judged(exercise, function, words):
    """How the judge does with an attempt, and what it says."""
    said = verdict(exercise, function)
    about = re.sub(r"Called with .*?, it(s second result)? ", "", said)
    if said.startswith("Right"):
        return "taken as right", said
    if words and re.search(words, about, re.IGNORECASE):
        return "named right", said
    return ("false name" if CLAIM.search(about) else "told without a name"), said


if __name__ == "__main__":
    counts = Counter()
    for exercise, function, words in ATTEMPTS:
        if function.__name__ == "never_arrives" and "--endless" not in sys.argv:
            continue
        how, said = judged(exercise, function, words)
        counts[how] += 1
        if "-v" in sys.argv and (how != "named right" or "--all" in sys.argv):
            print(f"{how}: {exercise} {function.__name__}\n    {said}")
    print(dict(counts), sum(counts.values()))
