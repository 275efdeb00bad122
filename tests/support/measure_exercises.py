"""What the judge makes of learners' attempts: `python tests/support/measure_exercises.py` counts, `-v` prints the rest.

Named right: the words of the true slip are in the verdict. False: a slip is claimed, and it is another.
"""

import contextlib
import io
import re
import sys
from collections import Counter
from functools import cache

from exercise_forms import about, forms

from tinynet.exercises import check

CLAIM = re.compile(r"likely slip|transpose|overflow", re.IGNORECASE)


@cache
def verdict(exercise, form):
    """What is printed of an attempt, its lines joined."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        check(exercise, form)
    return " ".join(printed.getvalue().split())


def judged(form, said):
    """How the judge does with an attempt, from what it says."""
    if said.startswith("Right"):
        return "taken as right"
    if form.says and re.search(form.says, about(said), re.IGNORECASE):
        return "named right"
    return "false name" if CLAIM.search(about(said)) else "told without a name"


def main():
    """Count, and print the counts."""
    counts = Counter()
    for exercise, name, form in forms("learner"):
        said = verdict(exercise, form)
        counts[judged(form, said)] += 1
        if {"-v": judged(form, said) != "named right", "--all": True}.get(sys.argv[-1]):
            print(f"{judged(form, said)}: {exercise} {name}\n    {said}")
    print(dict(counts), counts.total())


if __name__ == "__main__":
    main()
