"""What a script carries of the taught package: what its cells need, statement by statement, and all of that."""

import ast
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import ROOT, alone
from project import cell, with_settings

import tinynet
from literate.products import openings
from literate.products.bundled_package import Carried, preamble
from literate.products.needed import Needed
from literate.products.openings import preambles
from literate.products.scripts import prefix, script
from literate.reading.package import imports
from literate.reading.reader import read
from literate.running.run import Run

FILES = {
    "tinynet/__init__.py": """\
        from tinynet.low import unused, value
        from tinynet.high import twice, thrice
        import tinynet.low as deep
        """,
    "tinynet/low.py": """\
        '''Low.'''

        import math, sys
        import csv as rows

        A = B = 2
        C, (D, *E) = 3, (4, 5)
        F: int = A; G = F
        # Why it is so,
        # in two lines.
        value = C  # three
        unused = 'x'
        REGISTER = {}
        REGISTER["low"] = math.pi


        class Kind:
            '''A kind.

            Attributes:
                one: One.
            '''

            one = D


        if math.pi > 3:

            def inside():
                '''Says "yes"
                and no more.'''
                return 1
        """,
    "tinynet/high.py": """\
        from importlib.resources import files

        from tinynet import low
        from tinynet.low import value
        from . import odd
        from .odd import strange as known


        # --8<-- [start:twice]
        @odd.marked(times=low.A)
        def twice(a):
            '''Twice a.'''
            # --8<-- [start:inner]
            b = a
            # --8<-- [end:inner]
            return b * low.A


        # --8<-- [end:twice]


        def thrice(a):
            from tinynet.late import LATE

            return a * LATE + known()


        value = value + 1


        def table():
            return value, files("tinynet").joinpath("table.csv").read_text()
        """,
    "tinynet/late.py": "LATE = 3\nLATER = 4\n",
    "tinynet/odd.py": """\
        def marked(times):
            return lambda function: function


        def strange():
            return 0


        def __getattr__(name):
            return name
        """,
    "tinynet/kinds/__init__.py": """\
        from importlib import import_module


        def kind(name):
            return vars(import_module(f"{__name__}.{name}")), vars(import_module("tinynet.late"))
        """,
    "tinynet/kinds/first.py": "'''First.'''\nONE = 1\nTWO = '''2'''\n",
    "tinynet/kinds/second.py": "ONE = 2\n",
    "tinynet/table.csv": "a,b\n" * 60,
    "tinynet/other.csv": "c\n",
    "tinynet/.csv": "hidden, though its name stands in the code\n",
}


@pytest.fixture
def package(root: Path) -> Path:
    """A small package in which names are made and taken in all ways."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return with_settings(root)


def carried(root: Path, *cells: str) -> list[dict[str, str]]:
    """The files that each cell is given, by their names in the package."""
    page = root / "docs/page.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("".join(cell(code, f"c{n}") for n, code in enumerate(cells)), encoding="utf-8")
    given, made = Carried(read(page, root)), []
    for code in cells:
        call = given.preamble(code).partition("_carry({")[2]
        found = ast.literal_eval(f"{{{call.rstrip().removesuffix(')')}") if call else {}
        made.append({name.removeprefix("tinynet/"): text for name, text in found.items()})
    return made


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("import numpy", {}),
        ("import tinynet", {"__init__.py": ""}),
        ("from tinynet.low import A", {"__init__.py": "", "low.py": "import math\n\nA = B = 2\nREGISTER = {}\n"}),
        ("import tinynet.low as l\nl.F", {"low.py": "A = B = 2\n\nF: int = A\n"}),
        ("import tinynet\ntinynet.deep.G", {"__init__.py": "import tinynet.low as deep\n", "low.py": "\n\nG = F\n"}),
        ("import tinynet\ntinynet.low.G", {"low.py": "F: int = A\n\nG = F\n"}),
        ("from tinynet import value", {"__init__.py": "from tinynet.low import value\n"}),
        ("from tinynet.low import inside", {"low.py": "Says \"yes\"\n        and no more.'''\n"}),
        ("from tinynet import value", {"low.py": "# Why it is so,\n# in two lines.\nvalue = C  # three\n"}),
        ("from tinynet.low import Kind", {"low.py": "class Kind:\n    '''A kind.'''\n\n    one = D\n"}),
        ("from tinynet import low", {"low.py": 'import math\n\nREGISTER = {}\nREGISTER["low"] = math.pi\n'}),
        ("from tinynet import low\nprint(low)", {"low.py": "unused = 'x'\n"}),
        ("import tinynet.low\nprint(tinynet)", {"__init__.py": "unused\n", "high.py": "def thrice"}),
        ("from tinynet.low import *", {"low.py": "import csv as rows\n"}),
        ("from tinynet import thrice", {"late.py": "LATE = 3\n", "odd.py": "def strange", "high.py": "known\n"}),
        ("from tinynet.high import value", {"high.py": "from tinynet.low import value\n\nvalue = value + 1\n"}),
        ("from tinynet.high import twice", {"high.py": "from tinynet import low\nfrom . import odd\n\n\n@odd.marked"}),
        ("from tinynet.high import twice", {"high.py": "'''Twice a.'''\n    b = a\n    return b"}),
        ("from tinynet.high import table", {"table.csv": "a,b\n" * 60}),
        ("from tinynet.kinds import kind\nkind('first')", {"kinds/first.py": "ONE = 1\nTWO = '''2'''\n"}),
        ("from tinynet.kinds import kind", {"late.py": "LATE = 3\nLATER = 4\n", "kinds/__init__.py": "def kind"}),
    ],
)
def test_what_code_needs_comes_along(package, code, files):
    (found,) = carried(package, code)
    assert all(text in found[name] for name, text in files.items())
    assert bool(found) == bool(files)


@pytest.mark.parametrize(
    ("code", "left_out"),
    [
        ("from tinynet.low import A", {"low.py": ("Low.", "csv", "sys", "value", "class", "C, (D")}),
        ("from tinynet import value", {"__init__.py": ("unused", "high"), "high.py": (), "late.py": ()}),
        (
            "from tinynet.high import twice",
            {"high.py": ("8<", "known", "thrice"), "late.py": (), "odd.py": ("strange",)},
        ),
        ("from tinynet.low import Kind", {"low.py": ("Attributes",)}),
        ("from tinynet.high import table", {"other.csv": ()}),
        ("from tinynet.kinds import kind\nkind('first')", {"kinds/second.py": ()}),
        ("from tinynet.late import LATE\nx = 'first'", {"kinds/first.py": (), "late.py": ("LATER",)}),
        ("import tinynet.late as late\nlate.LATE", {"late.py": ("LATER",)}),
    ],
)
def test_what_code_does_not_need_stays_behind(package, code, left_out):
    (found,) = carried(package, code)
    assert found
    for name, texts in left_out.items():
        assert not any(text in found[name] for text in texts) if texts else name not in found


def test_a_module_that_answers_to_every_name_keeps_what_answers(package):
    assert "def __getattr__" in carried(package, "from tinynet import odd")[0]["odd.py"]


def test_cells_add_what_those_above_have_not_brought(package):
    cells = [
        "x = 1",
        "import tinynet.low as l\nl.A",
        "l.A\nl.C",
        "from tinynet.kinds import kind",
        "kind('second')",
        "2",
    ]
    first, second, third, fourth, fifth, last = carried(package, *cells)
    assert first == last == {} and [*second] == ["__init__.py", "low.py"]
    assert third == {"low.py": "C, (D, *E) = 3, (4, 5)\n"}
    assert "kinds/second.py" not in fourth and [*fifth] == ["kinds/second.py"]


def test_what_another_needs_stands_above_it(package):
    cells = ["from tinynet.low import A", "from tinynet.high import table", "from tinynet import thrice"]
    _, second, third = carried(package, *cells)
    assert [*second] == ["low.py", "high.py", "table.csv"]
    assert [*third] == ["odd.py", "high.py", "__init__.py", "late.py"]


def test_two_modules_that_import_each_other_both_come(package):
    (package / "tinynet/low.py").write_text("from tinynet import late\n\n\ndef a():\n    return late.b\n")
    (package / "tinynet/late.py").write_text("from tinynet import low\n\n\ndef b():\n    return low.a\n")
    assert {"low.py", "late.py"} < {*carried(package, "from tinynet.low import a")[0]}


GROWS = [
    "import tinynet.low as low\nprint(low.A)",
    "from tinynet.high import twice\nprint(twice(low.C))",
    "import inspect\nfrom tinynet import thrice\nprint(inspect.getsource(thrice).count(chr(10)), thrice(2))",
    "from tinynet.high import table\nprint(table()[0], len(table()[1]), tinynet.odd.anything)",
    "from tinynet.kinds import kind\nprint(kind('first')[0]['TWO'])",
    "import tinynet, sys\nprint('rows' in vars(low), low.REGISTER['low'] > 3, low.Kind.one)",
    "print('second', kind('second')[0]['ONE'], kind('first')[1]['LATER'])",
]


def test_a_module_that_has_been_imported_grows(package):
    (package / "docs").mkdir(exist_ok=True)
    cells = ["import tinynet", *GROWS]
    path = package / "docs/page.md"
    path.write_text("".join(cell(code, f"c{n}") for n, code in enumerate(cells)), encoding="utf-8")
    text = script(Run(read(path, package)))
    command = [sys.executable, "-I", "-W", "error", "-c", text]
    done = subprocess.run(command, cwd=package / "docs", env=alone(), capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.split("\n")[:-1] == ["2", "6", "4 6", "4 240 anything", "2", "True True 4", "second 2 4"]
    assert prefix(text, "c1").endswith("print(low.A)\n") and "high.py" not in prefix(text, "c1")


@pytest.mark.parametrize("name", ["data.npy", "data.csv.gz", "data.txt"])
@pytest.mark.parametrize(
    "held", [b"", b"\x93NUMPY\x00\r\n\xff" * 40, b"\xef\xbb\xbfa,b\r\n1,2\n", b"\0", "ü\n".encode()]
)
def test_data_of_any_kind_come_along_byte_by_byte(package, name, held):
    (package / "tinynet" / name).write_bytes(held)
    code = f"from pathlib import Path\n\n\ndef data():\n    return Path(__file__).with_name({name!r}).read_bytes()\n"
    (package / "tinynet/late.py").write_text(code, encoding="utf-8")
    (package / "docs").mkdir()
    path = package / "docs/page.md"
    path.write_text(cell("from tinynet.late import data\nprint(list(data()))"), encoding="utf-8")
    text = script(Run(read(path, package)))
    command = [sys.executable, "-I", "-W", "error", "-c", text]
    done = subprocess.run(command, cwd=package / "docs", env=alone(), capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{[*held]}\n", "") and max(map(len, text.split("\n"))) <= 120


def test_code_can_be_read_as_the_sources_are(tmp_path):
    shutil.copytree(ROOT / "tinynet", with_settings(tmp_path) / "tinynet")
    page = tmp_path / "docs/page.md"
    page.parent.mkdir()
    page.write_text(cell("from tinynet.feedforward import sigmoid\nfrom tinynet import load_iris"), encoding="utf-8")
    text, source = preamble(read(page, tmp_path)), (ROOT / "tinynet/feedforward.py").read_text(encoding="utf-8")
    start, end = source.index("# In float64"), source.index("\n\n\n# --8<-- [end:sigmoid]")
    shown = source[start:end].replace("# --8<-- [start:sigmoid]\n", "")
    assert f"\"tinynet/feedforward.py\": r'''import numpy as np\n\n\n{shown}\n''',\n" in text
    assert "5.1,3.5,1.4,0.2,Iris-setosa\\n4.9,3.0,1.4,0.2,Iris-setosa\\n'\n" in text
    assert max(map(len, text.split("\n"))) <= 120


ALONE = """\
import builtins, dis, importlib, sys, types

def codes(code):
    yield code
    for one in code.co_consts:
        if isinstance(one, types.CodeType):
            yield from codes(one)

def strangers(module):
    for value in list(vars(module).values()):
        value = getattr(value, "__wrapped__", value)
        if isinstance(value, types.FunctionType) and value.__module__ == module.__name__:
            for code in codes(value.__code__):
                for step in dis.get_instructions(code):
                    known = hasattr(builtins, str(step.argval)) or step.argval in vars(module)
                    if "GLOBAL" in step.opname and not known:
                        yield f"{module.__name__}.{value.__name__} has no {step.argval}"

for name, opening in OPENINGS.items():
    space = {}
    exec(opening, space)
    package, _, taken = name.rpartition(".")
    getattr(importlib.import_module(package), taken)
    for module in [key for key in sys.modules if key.split(".")[0] == "tinynet"]:
        print(*strangers(sys.modules[module]), sep="\\n", end="")
        assert sys.modules.pop(module).__file__.startswith(space["_carry"].folder)
    sys.path.remove(space["_carry"].folder)
"""


def test_each_public_name_comes_with_every_name_that_its_code_uses(tmp_path):
    """Nothing is called: each function that comes along has all the global names that its code may look for."""
    page = read(ROOT / "docs/run-at-home.md", ROOT)
    names = [f"tinynet.{name}" for name in tinynet.__all__] + ["tinynet.exercises.check"]
    codes = {name: "from {} import {}".format(*name.rsplit(".", 1)) for name in names}
    codes["tinynet.exercises.check"] += "\ncheck('backpropagation', 'feedforward', 'sigmoid')"
    openings = {name: Carried(page).preamble(code) for name, code in codes.items()}
    (tmp_path / "alone.py").write_text(f"OPENINGS = {openings!r}\n{ALONE}", encoding="utf-8")
    command = [sys.executable, "-I", "alone.py"]
    done = subprocess.run(command, cwd=tmp_path, env=alone(), capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")


EDITS = {
    "low.py": [("# Why it is so,", "# Why,"), ("value = C", "value = D"), ("value = ", "DATA = 'a.csv'\nvalue = ")],
    "a.csv": [("1", "2")],
}


def test_openings_are_kept_until_what_they_are_made_of_changes(package, monkeypatch):
    write = (package / "docs/page.md").write_text
    (package / "docs").mkdir(exist_ok=True)
    (package / "tinynet/a.csv").write_text("1\n")
    (package / "tinynet/aside.py").write_text("x = 1\n")
    write(cell("from tinynet import value") + cell("from tinynet.low import DATA\nfrom tinynet.more import x", "b"))
    page = read(package / "docs/page.md", package)
    codes = tuple(one.source for one in page.cells)

    def made():
        fresh = Carried(page)
        now = preambles(page, codes)
        assert now == tuple(fresh.preamble(code) for code in codes)
        return now

    first = made()
    found = {first}
    (package / "tinynet/aside.py").write_text("x = 2\n")
    monkeypatch.setattr(Carried, "preamble", None)
    assert preambles(page, codes) is first, "no cell needs that module"
    monkeypatch.undo()
    for name, changes in EDITS.items():
        for old, new in changes:
            path = package / "tinynet" / name
            path.write_text(path.read_text().replace(old, new))
            found.add(made())
    (package / "tinynet/more.py").write_text("x = 3\n")
    found.add(made())
    assert len(found) == 6, "each change is seen"
    monkeypatch.setattr(openings, "MOST", 2)
    assert preambles(page, ("import tinynet",), ["a"]) is not preambles(page, ("import tinynet",), ["b"])
    assert len(openings.KEPT) == 2


def test_a_project_without_a_package_carries_nothing(root):
    (root / "docs").mkdir()
    (root / "docs/page.md").write_text(cell("import numpy"), encoding="utf-8")
    (root / "pyproject.toml").write_text("[tool.literate]\n")
    assert preamble(read(root / "docs/page.md", root)) == ""


def test_a_page_cannot_import_from_its_own_folder(package):
    assert Needed(package, "tinynet").add("from . import tinynet\nfrom .low import A") == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import numpy, tinynet", {"tinynet": set()}),
        ("import tinynet\nfrom tinynet import a\ntinynet.scale(numpy.b)", {"tinynet": {"a", "scale"}}),
        ("import tinynet as t\nt.b.c", {"tinynet": {"b"}}),
        ("import tinynet.cost", {"tinynet.cost": set()}),
        ("from tinynet.cost import accuracy as a, N", {"tinynet.cost": {"accuracy", "N"}}),
        ("from numpy import tinynet\nimport numpy.tinynet", {}),
        ("from . import tinynet", {}),
    ],
)
def test_what_code_imports_from_the_package(source, found):
    assert imports(source, "tinynet") == found
