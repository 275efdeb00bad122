"""What a page does to this process stays with the page."""

import builtins
import os
import random
import sys
import warnings

import numpy as np
import pytest
from project import cell, page_of, run_of

from literate.errors import PageError
from literate.executor import Run
from literate.world import Sources, World

MESSES = {
    "directory": ("os.chdir('/')", "os.getcwd()"),
    "environment": ("os.environ['A_CELL'] = '1'", "os.environ.get('A_CELL')"),
    "options": ("np.set_printoptions(precision=2)", "np.get_printoptions()['precision']"),
    "errors": ("np.seterr(all='raise')", "np.geterr()['under']"),
    "callback": ("np.seterrcall(print)", "np.geterrcall()"),
    "seed": ("np.random.seed(10)", "np.random.get_state()[1][:3].tolist()"),
    "random": ("random.seed(10)", "random.getstate()[1][:3]"),
    "path": ("sys.path.append('/nowhere')", "sys.path[-1]"),
    "recursion": ("sys.setrecursionlimit(900)", "sys.getrecursionlimit()"),
    "builtins": ("builtins.print = lambda *_: sys.stdout.write('mine\\n')", "str(builtins.print)[:9]"),
    "new builtin": ("builtins.mine = 1", "hasattr(builtins, 'mine')"),
    "NumPy": ("np.dot = max", "np.dot.__module__"),
    "new in NumPy": ("np.mine = 1", "hasattr(np, 'mine')"),
    "filters": ("warnings.simplefilter('ignore')", "warnings.filters[0][0]"),
}
IMPORTS = "import builtins, os, random, sys, warnings\nimport numpy as np\n"


@pytest.mark.parametrize("name", MESSES)
def test_a_mess_reaches_the_next_cell_and_nothing_else(tmp_path, name):
    code, seen = MESSES[name]
    look = f"{IMPORTS}print({seen})"
    names = {"builtins": builtins, "os": os, "random": random, "sys": sys, "warnings": warnings, "np": np}

    def outside():
        return eval(seen, names)

    before = outside()
    clean = run_of(tmp_path, cell(look)).outputs["a"]
    run = Run(page_of(tmp_path, cell(IMPORTS + code, "mess") + cell(look, "look")))
    run.to(run.page.cells[0])
    assert outside() == before
    run.all()
    assert run.outputs["look"] != clean
    assert outside() == before
    if name not in {"seed", "random", "directory"}:
        assert run_of(tmp_path, cell(look)).outputs["a"] == clean


def test_a_module_that_numpy_loads_when_it_is_asked_for_stays(tmp_path):
    code = cell("import numpy as np\nprint(np.polynomial.Polynomial([1, 2])(2), np.testing.__name__)")
    assert run_of(tmp_path, code).outputs == run_of(tmp_path, code).outputs == {"a": "5.0 numpy.testing\n"}
    run_of(tmp_path, cell("import numpy as np\nimport types\nnp.late = types"))
    assert vars(np).pop("late").__name__ == "types"


def test_a_warning_stops_a_page_whatever_the_process_makes_of_it(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(PageError, match="UserWarning: old"):
            run_of(tmp_path, cell("import warnings\nwarnings.warn('old')"))


def test_a_seed_does_not_reach_the_next_page(tmp_path):
    draw = "import numpy as np, random\nprint(np.random.random(), random.random())"
    seeded = cell("import numpy as np, random\nnp.random.seed(1)\nrandom.seed(1)") + cell(draw, "b")
    drawn = [run_of(tmp_path, text).outputs["b"] for text in (seeded, seeded, cell(draw, "b"), cell(draw, "b"))]
    for numbers in zip(*(line.split() for line in drawn), strict=True):
        assert numbers[0] == numbers[1] and len(set(numbers)) == 3


def test_a_page_starts_at_the_defaults_of_numpy(tmp_path):
    with np.printoptions(precision=1), np.errstate(over="ignore"):
        run = run_of(tmp_path, cell("import numpy as np\nprint(np.array([1 / 3]), np.geterr()['over'])"))
    assert run.outputs["a"] == "[0.33333333] warn\n"


def test_a_page_starts_in_an_empty_directory_of_its_own(tmp_path):
    look = cell("import os\nprint(os.listdir(), os.getcwd())")
    first, second = (run_of(tmp_path, look).outputs["a"] for _ in range(2))
    assert first.startswith("[] ") and second.startswith("[] ") and first != second


def test_the_directory_goes_with_the_page(tmp_path):
    world = World(tmp_path)
    directory = world.directory
    assert directory.is_dir()
    del world
    assert not directory.exists()


def test_the_taught_package_of_this_process_stays(tmp_path):
    import tinynet

    run_of(tmp_path, cell("import tinynet\ntinynet.double"))
    assert sys.modules["tinynet"] is tinynet and not hasattr(tinynet, "double")


def test_modules_of_a_page_stay_with_it(tmp_path):
    run = Run(
        page_of(tmp_path, cell("import tinynet\ntinynet.kept = 1") + cell("import tinynet\nprint(tinynet.kept)", "b"))
    )
    run.to(run.page.cells[0])
    assert run.to(run.page.cells[1]) == "1\n"


def test_an_exception_leaves_the_world(tmp_path):
    before = os.getcwd(), sys.path[:], sys.meta_path[:]
    with pytest.raises(ZeroDivisionError), World(tmp_path):
        _ = 1 / 0
    assert (os.getcwd(), sys.path[:], sys.meta_path[:]) == before


def test_a_directory_that_is_gone_already_is_no_error(tmp_path):
    world = World(tmp_path)
    world.directory.rmdir()
    del world


def test_what_shows_warnings_stays(tmp_path):
    before = warnings.showwarning
    run_of(tmp_path, cell("import warnings\nwarnings.showwarning = print"))
    assert warnings.showwarning is before


def test_other_packages_are_left_to_the_other_finders():
    assert Sources.find_spec("tinynet") is not None
    assert Sources.find_spec("json") is None
