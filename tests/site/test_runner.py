"""The runner of edited cells, without a browser: it prints what the build has printed, in any order."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import PART_13, REQUIRED, ROOT
from native_runner import Native, as_built, native, pages

LONG = {"series/14-how-to-train-a-neural-net", "beyond/not-learning", "beyond/xor", "beyond/zeros", "bug-museum", "."}
# What a reader may write into a cell above: it breaks, or changes what others look at.
EDITS = [
    "raise ValueError('broken')",
    "def broken(:",
    "import numpy as np\nnp.random.seed(1)\nnp.set_printoptions(precision=2)",
    "import numpy as np\nnp.exp = np.log\nnp.seterr(all='raise')",
    "import tinynet\ntinynet.feedforward = tinynet.mean_squared_error = None",
    "import tinynet.cost\ntinynet.cost.mean_squared_error = None",
    "import warnings\nwarnings.simplefilter('ignore')",
    "import builtins\nbuiltins.len = lambda _: 3",
    "for value in [*globals().values()]:\n    if hasattr(value, 'fill'):\n        value.fill(7)",
    "for value in [*globals().values()]:\n    if hasattr(value, '__defaults__'):\n        value.__defaults__ = (1,)",
    "import random, sys, io\nrandom.seed(2)\nsys.stdout = io.StringIO()",
    "globals().clear()",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of the runner, with a small package."""
    made = tmp_path_factory.mktemp("run")
    for path in (ROOT / "docs/assets/run").glob("*.py"):
        (made / path.name).write_bytes(path.read_bytes())
    (made / "small.py").write_text("def half(x):\n    return 1 / x\n", encoding="utf-8")
    return made


@pytest.fixture
def runner(folder: Path) -> Iterator[Native]:
    with native(folder, "small") as found:
        yield found


def told(runner: Native, *texts: str) -> dict[str, Any]:
    return runner.run("page", [[f"c{n}", text] for n, text in enumerate(texts)])


@pytest.fixture(scope="module")
def built(site: Path) -> dict[str, Any]:
    found = pages(site)
    return found if REQUIRED else {name: cells for name, cells in found.items() if name not in LONG}


def test_every_cell_of_every_page_prints_what_the_build_has_printed(site: Path, built: dict[str, Any]) -> None:
    wrong, count = [], 0
    with native(site / "assets/run") as runner:
        for page, cells in built.items():
            texts = as_built(cells)
            for last, cell in enumerate(cells, 1):
                ended = runner.run(page, texts[:last])
                count += 1
                if ended["error"] or ended["text"] != cell["output"]:
                    wrong.append((page, cell["id"], ended))
                assert ended["kept"] == [*range(last + 1)], (page, cell["id"], "what follows would begin further up")
    assert not wrong and PART_13 in built and count > 200


def test_in_random_order_between_broken_edits_nothing_is_untrue(site: Path, built: dict[str, Any]) -> None:
    draws, wrong, edited = random.Random(18), [], 0
    looked_at = built if REQUIRED else {PART_13: built[PART_13]}
    with native(site / "assets/run") as runner:
        for page, cells in looked_at.items():
            if page in LONG:
                continue
            for _ in range(12):
                last = draws.randint(1, len(cells))
                if draws.random() < 0.5:
                    texts = as_built(cells)[:last]
                    texts[draws.randrange(last)][1] = draws.choice(EDITS)
                    runner.run(page, texts)
                    edited += 1
                last = draws.randint(1, len(cells))
                ended = runner.run(page, as_built(cells)[:last])
                if ended["error"] or ended["text"] != cells[last - 1]["output"]:
                    wrong.append((page, cells[last - 1]["id"], ended))
    assert not wrong and edited > 4 * len(looked_at.keys() - LONG)


def test_nothing_of_an_edit_is_left_when_it_is_taken_back(runner: Native) -> None:
    look = "import numpy as np, small\nprint(np.exp(0.0), len([1]), np.float64(1 / 3))\nprint(f(), b, np.random.rand())"
    start = "import numpy as np\na = np.zeros(3)\nb = a[::-1]\ndef f(x=2):\n    return x\nnp.random.seed(0)"
    before = told(runner, start, "pass", look)
    for edit in EDITS:
        told(runner, start, edit, "print(1)")
        told(runner, start, edit.replace("import tinynet", "import small"), look)
        after = told(runner, start, "pass", look)
        assert (after["text"], after["error"]) == (before["text"], None), edit


def test_what_looks_into_another_array_still_does(runner: Native) -> None:
    start = "import numpy as np\na = np.asfortranarray(np.arange(6.0).reshape(2, 3))\nb, c = a[1:, ::-1], [a.T]"
    for _ in range(2):
        ended = told(runner, start, "b[0, 0] = 9\nprint(a[1], c[0][:, 1], a.flags.f_contiguous)")
        assert ended["text"] == "[3. 4. 9.] [3. 4. 9.] True\n"


@pytest.mark.parametrize(
    "start",
    [
        "g = (n for n in range(9))\nnext(g)",
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    kept = error",
        "everything = globals()",
    ],
)
def test_where_there_is_no_true_copy_none_is_kept(runner: Native, start: str) -> None:
    for _ in range(2):
        ended = told(runner, "a = 1", start, "print(next(g) if 'g' in globals() else 1)")
        assert (ended["kept"], ended["error"], ended["text"]) == ([0, 1], None, "1\n")


@pytest.mark.parametrize(
    "start",
    [
        "def f(seen=[]):\n    seen.append(1)\n    return len(seen)",
        "def outer():\n    seen = []\n    return lambda: seen.append(1) or len(seen)\nf = outer()",
        "def outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n        return n\n"
        "    return inner\nf = outer()",
        "def f():\n    f.n = getattr(f, 'n', 0) + 1\n    return f.n",
        "class Net:\n    n = []\ndef f():\n    Net.n.append(1)\n    return len(Net.n)",
        "class Net:\n    def go(self):\n        Net.n = getattr(Net, 'n', 0) + 1\n        return Net.n\nf = Net().go",
        "from collections import namedtuple\nimport numpy as np\nPair = namedtuple('Pair', 'a b')\n"
        "p = Pair(np.zeros(1), 2)\ndef f(a=p.a):\n    a += 1\n    return int(p.a[0])",
        "import numpy as np\nd = np.random.RandomState(1).randint\nk = d(9)\nf = lambda: int(d(9) * 0 + 1)",
        "import numpy as np\nnp.random.seed(1)\nd = np.random.randint\nf = lambda: int(d(100) == 37)",
    ],
)
def test_what_functions_and_classes_keep_is_kept_and_put_back(runner: Native, start: str) -> None:
    for _ in range(3):
        ended = told(runner, start, "print(f())")
        assert (ended["kept"], ended["error"], ended["text"]) == ([0, 1, 2], None, "1\n")


def test_an_error_has_its_line_its_words_and_the_places_below(runner: Native) -> None:
    error = told(runner, "import small", "x = 1\nsmall.half(x - 1)")["error"]
    assert (error["cell"], error["line"], error["kind"]) == ("c1", 2, "ZeroDivisionError")
    assert error["message"] == "division by zero" and error["below"] == ["small.py:2: return 1 / x"]
    error = told(runner, "def f():\n    return y", "\nf()")["error"]
    assert (error["cell"], error["line"], error["below"]) == ("c1", 2, ["cell c0:2: return y"])
    error = told(runner, "x =", "print(1)")["error"]
    assert (error["cell"], error["line"], error["kind"], error["message"]) == ("c0", 1, "SyntaxError", "invalid syntax")
    assert told(runner, "exit()")["error"]["kind"] == "SystemExit"
    odd = "class Odd(Exception):\n    def __str__(self):\n        raise ValueError\nraise Odd"
    assert told(runner, odd)["error"]["message"] == "its message cannot be read"


def test_a_warning_is_an_error_and_too_much_is_not_printed(runner: Native) -> None:
    assert told(runner, "import warnings\nwarnings.warn('so')")["error"]["kind"] == "UserWarning"
    ended = told(runner, "while True:\n    print('x' * 999)")
    assert ended["error"]["message"] == "a cell prints at most 100,000 characters" and len(ended["text"]) == 100_000


def test_only_the_wanted_cell_is_heard_and_a_line_without_end_too(runner: Native) -> None:
    ended = told(runner, "print('above')", "import sys\nprint('a', end='')\nprint('b', file=sys.stderr, end='')")
    assert ended["text"] == "ab"


def test_names_that_hold_inf_or_nan_are_told_once(runner: Native) -> None:
    start = "import numpy as np\nbig = np.array([1.0, np.inf])"
    assert told(runner, start)["not_finite"] == {"big": "inf"}
    ended = told(runner, start, "small_one = np.float64('nan')\nbig = big * 2\nlist_of = [np.inf]")
    assert ended["not_finite"] == {"small_one": "nan"}


LINK = re.compile(r'\]\(#cell-([\w-]+) "(?:([\w-]+): )?(.+?) → (.+?)"\)')


def test_links_that_make_an_edit_find_its_text_once(site: Path) -> None:
    found = 0
    for page, cells in pages(site).items():
        sources = {cell["id"]: cell["source"] for cell in cells}
        path = ROOT / "docs" / (f"{page}.md" if page != "." else "index.md")
        for cell, other, old, new in LINK.findall(path.read_text(encoding="utf-8")):
            found += 1
            assert cell in sources and sources[other or cell].count(old) == 1 != (old == new), (page, old)
    assert found >= 3
