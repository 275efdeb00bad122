"""What the judge says of all that its tests hand it, as cells of a page: for a browser, and for a Python without one.

The attempts at an exercise stand in the cell itself, as a reader's own answer does.
"""

import json

import numpy.ma  # noqa: F401  # what some attempts turn to: a call that has to fetch it first takes long
from exercise_forms import HERE, edited
from measure_exercises import verdict

from tinynet.exercises import deadline
from tinynet.exercises.tasks import names

KINDS = ("right", "rare", "lucky", "learner")
# The folder of these files, in an interpreter that has none of them; what does not end is ended soon.
BEGIN = """import sys, tempfile
from pathlib import Path

folder = Path(tempfile.mkdtemp())
for name, text in {}.items():
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
sys.path.insert(0, str(folder))
from attempts import tell
"""


def cells(every: int) -> dict[str, list[list[str]]]:
    """For each exercise the cells that print, as JSON, what is said of each of its attempts, or of every so many."""
    files = ["attempts.py", "exercise_forms.py", "measure_exercises.py", *(f"exercises/{name}.py" for name in names())]
    texts = {name: (HERE.parent / name).read_text(encoding="utf-8") for name in files}
    begin = ["begin", BEGIN.format(repr(texts))]
    return {
        name: [begin, ["judge", f"{texts[f'exercises/{name}.py']}\n\ntell({name!r}, globals(), {every})"]]
        for name in names()
    }


def attempts(exercise: str, found: dict) -> dict:
    """The attempts among the names of a cell, by name: those that are written there, and those made by an edit."""
    made = {name: form for name, form in found.items() if name.partition("__")[0] in KINDS and "__" in name[1:]}
    for form, edits in found["WRONG"].items():
        made |= {f"{form.__name__}, {' → '.join(edit[1:])}": edited(exercise, form, *edit[1:]) for edit in edits}
    return made


def tell(exercise: str, found: dict, every: int) -> None:
    """Print what is said of each, or of every so many."""
    deadline.SECONDS = 2.0  # sooner than for readers, and still longer than what a busy machine makes of one call
    asked = list(attempts(exercise, found).items())[::every]
    print(json.dumps({name: verdict(exercise, form) for name, form in asked}))
