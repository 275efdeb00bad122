"""The strip of all quantities of the worked example."""

import re

import pytest
from conftest import ROOT
from project import LEDGER, cell, project, run_of

from literate.checking.links import anchors
from literate.errors import UnknownError
from literate.kit import ledger
from literate.reading.reader import read
from literate.running.run import Run, worked_example

NAMES = "x y weights_1 weights_2 hidden_layer_inputs hidden_layer_outputs output_layer_inputs output_layer_outputs"
NAMES += (
    " output_layer_error output_layer_delta weights_2_update hidden_layer_error hidden_layer_delta weights_1_update"
)


def small(tmp_path):
    code = f"import numpy as np\nfor name in '{NAMES}'.split():\n    globals()[name] = np.zeros((4, 2))\n"
    project(tmp_path, cell(code + "mse_before, mse_after = 0.5, 0.25"), name=LEDGER)
    listed = (ROOT / "docs/ledger.md").read_text(encoding="utf-8").split("---\n")[1]
    project(tmp_path, f"---\n{listed}---\n", name="docs/ledger.md")
    project(tmp_path, "[[ledger: X, Y]]\n\n[[ledger]]\n", name="docs/series/01-a.md")
    project(tmp_path, "[[ledger: X, MSE]]\n", name="docs/series/02-b.md")
    project(tmp_path, "[[ledger: O_out]]\n", name="docs/series/04-d.md")
    return run_of(tmp_path, "[[ledger: O_error, W_2-update]]\n", name="docs/series/03-c.md")


def states(made):
    return dict(re.findall(r"\.\./ledger\.md#([\w-]+)\)\{: \.(\w+) \}", made))


def test_each_quantity_has_its_shape_its_state_and_its_place(tmp_path):
    made = ledger.expand(small(tmp_path), 1, "O_error, W_2-update ")
    assert list(states(made)) == [one.anchor for one in ledger.quantities(tmp_path)] and len(states(made)) == 18
    found = {state: [anchor for anchor, its in states(made).items() if its == state] for state in ledger.STATES}
    assert found["known"] == ["x", "y", "mse"] and found["new"] == ["o-error", "w-2-update"]
    entry = r"- [$\rin{X}$ <small>(4, 2)</small><span>, known</span>](../ledger.md#x){: .known }"
    assert entry in made.split("\n")
    assert r"- [$\text{MSE}$<span>, known</span>](../ledger.md#mse){: .known }" in made.split("\n")
    assert "(4, 2)</small><span>, still to come</span>](../ledger.md#new-w-1){: .later }" in made


def test_the_part_of_the_worked_example_and_pages_outside_of_the_series(tmp_path):
    small(tmp_path)
    assert states(ledger.expand(Run(read(tmp_path / LEDGER, tmp_path)).all(), 1, "new MSE"))["new-mse"] == "new"
    made = ledger.expand(run_of(tmp_path, "text\n"), 1, "")
    assert "](ledger.md#mse){: .known }" in made and ".new }" not in made


@pytest.mark.parametrize(("name", "said"), [("O", "write some of X, Y, W_1"), ("MSE", "part 2 has added MSE")])
def test_a_name_that_is_not_new(tmp_path, name, said):
    with pytest.raises(UnknownError, match=said):
        ledger.expand(small(tmp_path), 1, f"H_in, {name}")


def test_each_quantity_is_in_the_worked_example_and_has_a_place_in_the_ledger():
    names = worked_example(ROOT)
    assert all(name in names for quantity in ledger.quantities(ROOT) for name in quantity.code)
    assert {quantity.anchor for quantity in ledger.quantities(ROOT)} <= anchors(ROOT / "docs/ledger.md", ROOT)
