"""Each page has a process of its own: what its code does there reaches no other page, and not this process."""

import atexit
import builtins
import os
import sys
import warnings
from importlib.machinery import SourceFileLoader

import numpy as np
import pytest
from project import TAUGHT, cell, page_of, run_of, with_settings

from literate.errors import PageError
from literate.running import isolation
from literate.running.isolation import Sources
from literate.running.run import Run

MESSES = {
    "directory": ("os.chdir('/')", "os.getcwd() == '/'"),
    "environment": ("os.environ['A_CELL'] = '1'", "os.environ.get('A_CELL')"),
    "options": ("np.set_printoptions(precision=2)", "np.get_printoptions()['precision']"),
    "errors": ("np.seterr(all='raise')", "np.geterr()['under']"),
    "path": ("sys.path.append('/nowhere')", "sys.path[-1]"),
    "recursion": ("sys.setrecursionlimit(900)", "sys.getrecursionlimit()"),
    "builtins": ("builtins.len = lambda _: 42", "len('ab')"),
    "a module": ("math.exp = lambda _: 42.0", "math.exp(0)"),
    "a class": ("logging.Handler.mine = 1", "hasattr(logging.Handler, 'mine')"),
    "decimals": ("decimal.getcontext().prec = 3", "decimal.Decimal(1) / 3"),
    "linear algebra": ("np.linalg.det = lambda _: 42.0", "np.linalg.det(np.eye(2))"),
    "digits": ("sys.set_int_max_str_digits(640)", "sys.get_int_max_str_digits()"),
    "modules": ("sys.modules['json'] = math", "sys.modules.get('json').__name__"),
    "logging": ("logging.getLogger().addHandler(logging.NullHandler())", "len(logging.getLogger().handlers)"),
    "collector": ("gc.disable()", "gc.isenabled()"),
    "filters": ("warnings.simplefilter('ignore')", "warnings.filters[0][0]"),
    "seed": (
        "np.random.seed(10)",
        "np.random.get_state()[1][:3].tolist() == np.random.RandomState(10).get_state()[1][:3].tolist()",
    ),
}
IMPORTS = "import builtins, decimal, gc, json, logging, math, os, sys, warnings\nimport numpy as np\n"


@pytest.mark.parametrize("name", MESSES)
def test_a_mess_reaches_the_next_cell_and_nothing_else(tmp_path, name):
    code, seen = MESSES[name]
    look = cell(f"{IMPORTS}print({seen})", "look")
    clean = run_of(tmp_path, look).outputs["look"]
    assert run_of(tmp_path, cell(IMPORTS + code, "mess") + look).outputs["look"] != clean
    assert run_of(tmp_path, look).outputs["look"] == clean


def test_this_process_stays_as_it_is(tmp_path):
    before = os.getcwd(), dict(os.environ), sys.path[:], sys.meta_path[:], warnings.filters[:], np.get_printoptions()
    run_of(
        tmp_path,
        cell(f"{IMPORTS}os.chdir('/')\nos.environ.clear()\nsys.path.clear()\nnp.set_printoptions(precision=1)"),
    )
    assert before == (
        os.getcwd(),
        dict(os.environ),
        sys.path[:],
        sys.meta_path[:],
        warnings.filters[:],
        np.get_printoptions(),
    )


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


def test_a_directory_that_goes_below_a_cell_is_no_error(tmp_path):
    code = """\
import builtins
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    print(len(os.listdir('.')))"""
    assert run_of(tmp_path, cell(code) + cell("print(1)", "b")).outputs == {"a": "0\n", "b": "1\n"}


def test_the_folder_goes_with_the_process(tmp_path):
    run = Run(page_of(tmp_path, cell("import os\nprint(os.getcwd())")))
    folder = run.to(run.page.cells[0]).strip()
    assert os.path.isdir(folder)
    run.close()
    assert not os.path.exists(folder) and not os.path.exists(os.path.dirname(folder))


def test_the_taught_package_of_this_process_stays(tmp_path):
    import tinynet

    run_of(tmp_path, cell("import tinynet\ntinynet.double"))
    assert sys.modules["tinynet"] is tinynet and not hasattr(tinynet, "double")


def test_two_pages_may_run_at_once(tmp_path):
    first, second = (Run(page_of(tmp_path, cell("x = 1") + cell("x += 1\nprint(x)", "b"))) for _ in range(2))
    for run in (first, second, first, second):
        run.to(run.page.cells[0])
    assert first.to(first.page.cells[1]) == second.to(second.page.cells[1]) == "2\n"


def test_the_taught_package_is_read_from_its_sources_each_time(tmp_path):
    text = cell("from tinynet import double\nprint(double(4))")
    assert run_of(tmp_path, text).outputs["a"] == "8\n"
    assert run_of(tmp_path, text, taught=TAUGHT.replace("2 * a", "3 * a")).outputs["a"] == "12\n"


def test_other_packages_are_left_to_the_other_finders(monkeypatch):
    monkeypatch.setattr(Sources, "package", "tinynet")
    assert Sources.find_spec("tinynet") is not None
    assert Sources.find_spec("json") is None


def test_what_was_imported_before_is_imported_anew(tmp_path, monkeypatch):
    # What this very process has to do at its end, as to keep its counts of coverage, is not to be cleared.
    replaced = ((os, "chdir"), (warnings, "resetwarnings"), (warnings, "simplefilter"), (atexit, "_clear"))
    for module, name in replaced:
        monkeypatch.setattr(module, name, lambda *_: None)
    for name in ("path", "meta_path", "modules", "argv"):
        monkeypatch.setattr(sys, name, getattr(sys, name).copy())
    monkeypatch.setattr(Sources, "package", "")
    sys.modules["tinynet.gone"] = os
    monkeypatch.setattr(Sources, "package", "")
    isolation.enter(with_settings(tmp_path), tmp_path, dict(os.environ))
    assert not any(name.split(".")[0] == "tinynet" for name in sys.modules)
    assert sys.path[0] == str(tmp_path) and sys.meta_path[0] is Sources


def test_code_is_kept_by_its_text_alone(tmp_path):
    path = tmp_path / "m.py"
    path.write_text("x = 1\n")
    loader, names = SourceFileLoader("m", str(path)), {}
    exec(isolation.fresh_code(loader), names)
    (cache,) = (tmp_path / "__pycache__").iterdir()
    cache.write_bytes(cache.read_bytes()[:-9])  # a cache that is cut off
    exec(isolation.fresh_code(loader), names)
    stat = path.stat()
    path.write_text("x = 2\n")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    exec(isolation.fresh_code(loader), names)
    assert names["x"] == 2
    cache.write_bytes(cache.read_bytes().replace(b"x", b"y"))
    exec(isolation.fresh_code(loader), names)
    assert names["y"] == 2, "what is kept for this text is taken"


def test_built_in_names_are_those_of_the_page_while_it_runs():
    kept = isolation.Builtins()
    with kept:
        builtins.mine, builtins.len = 1, max
    assert not hasattr(builtins, "mine") and len("ab") == 2
    with kept:
        assert builtins.mine == 1 and len((1, 5)) == 5
        del builtins.mine
    assert len("ab") == 2
