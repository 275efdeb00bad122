"""Running a page: order, names, numbers at their place, and every way to stop."""

import re
import threading
import traceback

import cloudpickle
import pytest
from conftest import ROOT
from project import BENCHMARK, LEDGER, TAUGHT, cell, page_of, project, run_of
from stops import stops

from literate.errors import PageError
from literate.reading.reader import read
from literate.running.cells import CellError, stopped
from literate.running.exchange import Instruments
from literate.running.run import Run, worked_example


def numbers(run):
    return {number.expression: text for number, text in run.numbers.items()}


def test_cells_run_in_order_in_one_namespace(tmp_path):
    run = run_of(tmp_path, cell("x = 1\nprint(x)") + cell("x += 1\nprint(x)", "b") + cell("y = 1", "c"))
    assert run.outputs == {"a": "1\n", "b": "2\n", "c": ""}
    assert run.names["__name__"] == "__main__"


def test_each_run_begins_with_no_names(tmp_path):
    run_of(tmp_path, cell("x = 1"))
    stops(tmp_path, cell("print(x)"), 'cell "a" stopped: NameError', 2, CellError)


def test_a_run_can_stop_after_a_cell(tmp_path):
    run = Run(page_of(tmp_path, cell("print(1)") + "{{ 1 + 1 }}\n" + cell("print(2)", "b") + cell("1/0", "c")))
    assert run.to(run.page.cells[1]) == "2\n" == run.to(run.page.cells[1])
    assert run.to(run.page.cells[0]) == "1\n"
    assert numbers(run) == {"1 + 1": "2"}


def test_after_a_cell_that_failed_the_others_say_which(tmp_path):
    run = Run(page_of(tmp_path, cell("x = 1") + cell("1/0", "b") + "{{ x }}\n" + cell("y = 1", "c")))
    last = run.page.cells[-1]
    with pytest.raises(PageError, match="ZeroDivisionError"):
        run.to(last)
    for _ in range(2):
        with pytest.raises(PageError, match=r'not run, since cell "b" on line 4 failed'):
            run.to(last)
    with pytest.raises(PageError, match="ZeroDivisionError"):  # the cell itself has no other words when asked again
        run.to(run.page.cells[1])
    assert run.to(run.page.cells[0]) == "" and not run.numbers


def test_numbers_and_figures_that_failed_do_not_stop_the_page(tmp_path):
    text = cell("x = 1") + '{{ none }} {{ x }}\n\n```figure id="f"\nnothing\n```\n\n{{ end.none }}\n' + cell("1/0", "c")
    run = Run(page_of(tmp_path, text))
    with pytest.raises(PageError, match="name 'none'"):
        run.until(9)
    assert [(one.line, one.message.split(": ")[0]) for one in run.every_mistake()] == [
        (4, "this number does not evaluate"),
        (7, 'figure "f" is not drawn'),
        (12, 'cell "c" stopped'),
    ]
    assert numbers(run) == {"x": "1"}


def test_numbers_are_taken_where_they_stand(tmp_path):
    text = (
        "{{ end.x }}\n"
        + cell("import numpy as np\nx = 1\na = np.zeros(1)")
        + "{{ x }} {{ a[0]:.1f }} {{ end.a[0] - a[0]:.1f }}\n"
    )
    run = run_of(tmp_path, text + cell("x = 2\na[0] = 5", "b") + "{{ x }} {{ np.sqrt(end.x * 2):.0f }}\n")
    assert [number.expression for number in run.numbers] == [
        "x",
        "a[0]:.1f",
        "x",
        "end.x",
        "end.a[0] - a[0]:.1f",
        "np.sqrt(end.x * 2):.0f",
    ]
    assert list(run.numbers.values()) == ["1", "0.0", "2", "2", "5.0", "2"]


def test_the_ledger_is_the_end_of_part_13(tmp_path):
    project(tmp_path, cell("mse = 0.25") + "{{ ledger.mse }}\n" + cell("mse = 0.125", "b"), name=LEDGER)
    assert list(Run(read(tmp_path / LEDGER, tmp_path)).all().numbers.values()) == ["0.125"]
    assert list(run_of(tmp_path, "{{ ledger.mse:.3f }}\n").numbers.values()) == ["0.125"]


def test_a_page_asks_for_the_worked_example_once(tmp_path, monkeypatch):
    project(tmp_path, cell("x = [1]"), name=LEDGER)
    asked = []
    monkeypatch.setattr(Run, "ledger", lambda self, step: asked.append(step) or worked_example(tmp_path))
    run = run_of(tmp_path, "{{ ledger.x }} {{ ledger.x.append(2) or ledger.x }} {{ ledger.x }}\n")
    assert [*run.numbers.values()] == ["[1]"] * 3 and len(asked) == 1


def test_the_worked_example_runs_once_until_its_sources_change(tmp_path):
    def run(page, taught=TAUGHT):
        project(tmp_path, cell(page), name=LEDGER, taught=taught)
        return worked_example(tmp_path)

    first = run("from tinynet import double\nmse = double(4)")
    assert run("from tinynet import double\nmse = double(4)") is first
    second = run("from tinynet import double\nmse = double(5)")
    third = run("from tinynet import double\nmse = double(5)", TAUGHT.replace("2 * a", "3 * a"))
    assert [cloudpickle.loads(values["mse"]) for values in (first, second, third)] == [8, 10, 15]


def test_a_name_that_the_ledger_has_not(tmp_path):
    project(tmp_path, cell("mse = 0.25"), name=LEDGER)
    stops(tmp_path, "{{ ledger.none }}\n", "AttributeError: 'page' object has no attribute 'none'", 1)


def test_a_mistake_in_the_ledger_names_the_ledger(tmp_path):
    project(tmp_path, cell("1/0"), name=LEDGER)
    stops(tmp_path, "{{ ledger.mse }}\n", "ZeroDivisionError", 2, CellError)


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("{{ x }}", "this number does not evaluate: NameError: name 'x' is not defined"),
        ("{{ end.x }}", "this number does not evaluate: AttributeError"),
        ("{{ 1:q }}", "this number does not evaluate: ValueError: Unknown format code 'q'"),
        ("{{ exit(0) }}", "this number does not evaluate: SystemExit: 0"),
        ("{{ 1 + }}", "this number is not an expression: f-string: "),
        ("{{ 'a' 1 }}", "this number is not an expression"),
        ('{{ float("nan") }}', "this gives 'nan', needed: one line with a number or a word"),
        ('{{ -float("inf") }}', "this gives '-inf', needed"),
        ('{{ "" }}', "this gives '', needed"),
        ('{{ chr(10).join("ab") }}', "this gives 'a\\nb', needed"),
    ],
)
def test_a_number_that_does_not_evaluate(tmp_path, number, message):
    error = stops(tmp_path, f"One\n\nTwo {number} three\n", message, 3)
    assert (error.column, error.length) == (5, len(number))
    assert error.hint == "write {{ expression:format }}, with names that the cells above have made"


def test_a_number_in_a_page_without_a_ledger(tmp_path):
    stops(tmp_path, "{{ ledger.x }}\n", f"there is no ledger: {LEDGER} is missing", 1)


def test_the_benchmark_is_the_record_of_what_was_measured(tmp_path):
    (tmp_path / BENCHMARK).parent.mkdir(parents=True)
    (tmp_path / BENCHMARK).write_text('{"date": "2026-11-25", "few": {"ratio": 12.5}}', encoding="utf-8")
    run = run_of(tmp_path, cell("few = 1") + "{{ benchmark.few.ratio * few:.1f }} on {{ benchmark.date }}\n")
    assert list(run.numbers.values()) == ["12.5", "2026-11-25"]


def test_a_number_in_a_page_without_a_benchmark(tmp_path):
    stops(tmp_path, "{{ benchmark.x }}\n", f"there is no benchmark: {BENCHMARK} is missing", 1)


@pytest.mark.parametrize(
    ("kept", "mistake"),
    [
        (b'{"a": 1,\n"b": }', f'{BENCHMARK}:2:6: this is not JSON: Expecting value\n  2 | "b": }}'),
        (b"", f"{BENCHMARK}:1:1: this is not JSON: Expecting value"),
        (b'{"a":\n"\xff"}', f"{BENCHMARK}:2:1: this line is not UTF-8: byte 0xff"),
    ],
)
def test_a_benchmark_that_cannot_be_read(tmp_path, kept, mistake):
    (tmp_path / BENCHMARK).parent.mkdir(parents=True)
    (tmp_path / BENCHMARK).write_bytes(kept)
    with pytest.raises(PageError) as caught:
        run_of(tmp_path, "{{ benchmark.x }}\n")
    assert str(caught.value).startswith(mistake)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("import sys\nsys.exit()", "SystemExit"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("import warnings\nwarnings.warn('old')", "UserWarning: old"),
        ("import numpy as np\nnp.exp(np.array([1e9]))", "RuntimeWarning: overflow"),
        ("print('x' * 100_001)", "OverflowError: a cell prints at most 100,000 characters"),
        ("for _ in range(101): print('x' * 999)", "OverflowError: a cell prints at most 100,000"),
    ],
)
def test_whatever_a_cell_raises_stops_the_page(tmp_path, code, message):
    lines = code.count("\n") + 2
    stops(tmp_path, cell(code), f'cell "a" stopped: {message}', lines, CellError)


def test_a_cell_may_print_up_to_the_limit(tmp_path):
    assert len(run_of(tmp_path, cell("print('x' * 99_999)")).outputs["a"]) == 100_000


def test_an_interrupt_that_a_cell_raises_is_its_own(tmp_path):
    stops(tmp_path, cell("raise KeyboardInterrupt"), 'cell "a" stopped: KeyboardInterrupt', 2, CellError)


LIMIT = "---\ntime_limit: {}\n---\n"
# What runs has ten times as long as it may use the processor: enough on a machine with ten others.
RAN, WAITED = "TimeLimitError: it ran longer than 0.3 s", "TimeLimitError: it waited longer than 1 s"
HANGS = {
    "loop": ("while True:\n    pass", RAN, 8),
    "swallows": ("while True:\n    try: 1/0\n    except Exception: pass", RAN, 8),
    "sleeps": ("import time\ntime.sleep(60)", WAITED, 9),
    "stuck thread": (
        "import threading\nt = threading.Thread(target=threading.Event().wait, daemon=True)\nt.start()\nt.join()",
        WAITED,
        11,
    ),
    "in C": ("x = 1\nsum(iter(int, 1))", RAN, 9),
    "holds on": ("while True:\n    try:\n        while True: pass\n    except BaseException: pass", RAN, 8),
    "child": ("import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'while True: pass'])", RAN, 9),
}


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("name", HANGS)
def test_a_cell_that_hangs_meets_the_limit_of_its_page(tmp_path, name):
    code, message, line = HANGS[name]
    limit = LIMIT.format(0.3 if message == RAN else 0.1)
    error = stops_anywhere(tmp_path, limit + cell("x = 1") + cell(code, "b"))
    assert 'cell "b" stopped: ' in error.message and message in error.message and line <= error.line <= line + 3


def stops_anywhere(tmp_path, text):
    with pytest.raises(PageError) as caught:
        run_of(tmp_path, text)
    return caught.value


@pytest.mark.usefixtures("impatient")
def test_a_number_and_a_figure_that_hang_meet_the_limit(tmp_path):
    for text in ("{{ [i for i in iter(int, 1)] }}\n", "{{ sum(iter(int, 1)) }}\n"):
        error = stops_anywhere(tmp_path, LIMIT.format(0.3) + text)
        assert RAN in error.message and error.line == 4
    error = stops_anywhere(tmp_path, LIMIT.format(0.3) + '```figure id="f"\nsum(iter(int, 1))\n```\n')
    assert RAN in error.message and 'figure "f"' in error.message


ENDS = {
    "os._exit": ("import os\nos._exit(0)", "ended Python, with exit code 0", 3),
    "in a function": ("def f():\n    import os\n    os._exit(3)\n\n\nf()", "ended Python, with exit code 3", 7),
    "execv": (
        "import os, sys\nos.execv(sys.executable, [sys.executable, '-c', ''])",
        "ended Python, with exit code 0",
        3,
    ),
    "kill": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "crashed Python: SIGKILL", 3),
    "crash": ("import ctypes\nctypes.string_at(0)", "crashed Python: SIGSEGV", 3),
}


@pytest.mark.parametrize("name", ENDS)
def test_what_ends_python_is_an_error_at_its_line(tmp_path, name):
    code, message, line = ENDS[name]
    error = stops_anywhere(tmp_path, cell(code) + "\n{{ 1 + 1 }}\n")
    assert message in error.message and 'cell "a"' in error.message and error.line == line


def test_what_ends_python_in_a_number_or_a_figure(tmp_path):
    error = stops_anywhere(tmp_path, "{{ __import__('os')._exit(0) }}\n")
    assert error.message.startswith("the number ended Python") and error.line == 1
    error = stops_anywhere(tmp_path, '```figure id="f"\n__import__("os")._exit(0)\n```\n')
    assert error.message.startswith('figure "f" ended Python')


def test_a_copy_of_the_process_runs_no_page(tmp_path):
    code = "import os\nchild = os.fork()\nif child == 0:\n    raise SystemExit\nprint(os.waitpid(child, 0)[1] != 0)"
    assert run_of(tmp_path, cell(code) + cell("print(2)", "b")).outputs == {"a": "True\n", "b": "2\n"}


def test_the_limit_holds_in_any_thread(tmp_path):
    page, caught = page_of(tmp_path, "---\ntime_limit: 0.2\n---\n" + cell("while True: pass")), []

    def run():
        try:
            Run(page).all()
        except CellError as error:
            caught.append(error.message)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(10)
    assert len(caught) == 1 and "TimeLimitError" in caught[0]


def test_a_quick_cell_in_another_thread(tmp_path):
    page, outputs = page_of(tmp_path, cell("print(1)")), []
    thread = threading.Thread(target=lambda: outputs.append(Run(page).all().outputs))
    thread.start()
    thread.join(10)
    assert outputs == [{"a": "1\n"}]


@pytest.mark.parametrize("limit", ["0", "-1", "true", "soon", "3600", ".nan"])
def test_a_limit_that_is_none(tmp_path, limit):
    error = stops(tmp_path, f"---\na: b\ntime_limit: {limit}\n---\n", "needed: seconds, above 0 and below 3600", 3)
    assert error.text == f"time_limit: {limit}"


def test_a_cell_writes_no_file(tmp_path):
    text = cell("x = 1") + cell("open('b.txt', 'w').close()\nopen('a.txt', 'w').close()", "b")
    error = stops(tmp_path, text, 'cell "b" wrote a.txt, b.txt', 4)
    assert error.hint == "a cell writes no file" and error.length == len(error.text)


def test_the_message_leads_from_the_page_to_the_taught_code(tmp_path):
    error = stops(tmp_path, cell("from tinynet import checked\n\nif True:\n    checked(-1)"), "a is -1", 5, CellError)
    assert str(error) == (
        'docs/page.md:5:5: cell "a" stopped: ValueError: a is -1\n'
        '  in tinynet/__init__.py:17: raise ValueError(f"a is {a}")\n'
        "  5 |     checked(-1)\n"
        "    |     ^^^^^^^^^^^"
    )


def frames_of(error):
    return [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]


def test_an_error_in_a_section_names_the_line_that_shows_it(tmp_path):
    text = cell('x = 1\n--8<-- "tinynet/__init__.py:body"')
    error = stops(tmp_path, text, "NameError", 3, CellError)
    assert "\n  in tinynet/__init__.py:19: b = a + 1\n" in str(error)
    with pytest.raises(CellError) as caught:
        Run(read(tmp_path / "docs/page.md", tmp_path), Instruments(describe=frames_of)).all()
    frames = caught.value.shown
    page, taught = (str(tmp_path / "docs/page.md"), 3), (str(tmp_path / "tinynet/__init__.py"), 19)
    assert frames.index(page) < frames.index(taught)


def test_taught_code_that_is_not_python_is_named_with_its_line(tmp_path):
    root = project(tmp_path, cell("import tinynet"), taught="x = 1\ny = (\n").parent.parent
    with pytest.raises(CellError) as caught:
        Run(read(root / "docs/page.md", root)).all()
    error = caught.value
    assert error.message.split("\n")[1:] == ["  in tinynet/__init__.py:2:5: y = ("]
    assert "<frozen" not in str(error)


def test_a_number_without_a_format_has_to_have_one(tmp_path):
    text = "{{ 1 / 3 }}\n"
    error = stops(tmp_path, text, "this gives 0.3333333333333333, needed: a format, such as {{ 1 / 3:.4f }}", 1)
    assert error.length == len("{{ 1 / 3 }}")
    assert list(run_of(tmp_path, "{{ 0.12345678901 }} {{ 1 / 3:.11f }}\n").numbers.values()) == [
        "0.12345678901",
        "0.33333333333",
    ]


def test_a_name_that_the_page_has_not_is_said_in_its_words(tmp_path):
    stops(tmp_path, "{{ end.mse }}\n", "AttributeError: 'page' object has no attribute 'mse'", 1)


def test_the_deepest_line_of_the_page_is_named(tmp_path):
    error = stops(tmp_path, cell("def f():\n    return 1/0\n\nf()"), "ZeroDivisionError", 3, CellError)
    assert error.text == "    return 1/0"


def test_an_error_without_a_line_of_the_page(tmp_path):
    """A limit that strikes before the first line, say, is placed at the cell."""
    page = page_of(tmp_path, cell("x = 1"))
    error = stopped(page, page.cells[0], ValueError("early"))
    assert (error.line, error.text) == (1, page.lines[0])


def test_a_section_runs_as_the_page_shows_it(tmp_path):
    run = run_of(tmp_path, cell('a = 3\n--8<-- "tinynet/__init__.py:body"\nprint(b, c, d)'))
    assert run.outputs["a"] == "4 16 8.0\n"


def test_an_edit_of_the_taught_code_is_seen_in_the_same_second_and_size(tmp_path):
    text = cell("from tinynet import double\nprint(double(4))")
    assert run_of(tmp_path, text).outputs["a"] == "8\n"
    stat = (tmp_path / "tinynet/__init__.py").stat()
    path = project(tmp_path, text, taught=TAUGHT.replace("2 * a", "3 * a"))
    import os
    import py_compile

    project(tmp_path, text)
    py_compile.compile(str(tmp_path / "tinynet/__init__.py"))
    project(tmp_path, text, taught=TAUGHT.replace("2 * a", "3 * a"))
    os.utime(tmp_path / "tinynet/__init__.py", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert Run(read(path, tmp_path)).all().outputs["a"] == "12\n"


def test_the_root_is_looked_at_first(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    text = cell("import tinynet\nprint(tinynet.__file__)")
    assert run_of(tmp_path, text).outputs["a"].strip() == str(tmp_path / "tinynet/__init__.py")


def test_a_package_that_is_missing(tmp_path):
    error = stops(tmp_path, cell("import numpi"), "ModuleNotFoundError: No module named 'numpi'", 2, CellError)
    assert re.search(r"\^{12}$", str(error))


def test_what_a_function_of_another_module_prints_is_in_the_output(tmp_path):
    taught = 'def says():\n    print("here")\n'
    assert run_of(tmp_path, cell("from tinynet import says\nsays()"), taught=taught).outputs["a"] == "here\n"


KEPT = cell("""
    w = 1
    none = object()
    x = none

    def tenth():
        return 10 * w

    def error(a=0, *, b=0):
        return tenth() + a + b
""")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("error() + 0 * end.w", "10"),
        ("error(1, b=2) + end.w - 5", "13"),
        ("(x is none) + end.w", "6"),
        ("[error() for _ in range(end.w)][-1]", "10"),
    ],
)
def test_a_number_that_names_the_end_has_all_else_as_it_is_at_its_place(tmp_path, expression, text):
    run = run_of(tmp_path, f"{KEPT}\nIt is {{{{ {expression} }}}}.\n\n{cell('w = 5', 'b')}")
    assert [*run.numbers.values()] == [text]


def test_what_cannot_be_kept_until_the_end_is_told(tmp_path):
    text = cell("names = {}.keys()\ntotal = 1") + "\nIt is {{ len(names) + end.total }}.\n"
    with pytest.raises(PageError, match=r"page\.md:6:7: this cannot be kept until the end of the page: .*dict_keys"):
        run_of(tmp_path, text)


@pytest.mark.parametrize("what", ["It is {{ f() }}.", "{{ holds: f() }}", '```figure id="f"\nf()\n```'])
@pytest.mark.parametrize("error", ["KeyboardInterrupt", "GeneratorExit"])
def test_whatever_a_number_or_a_figure_raises_is_a_mistake_of_it(tmp_path, what, error):
    with pytest.raises(PageError, match=rf"(?m)page\.md:\d:\d: (?:this|figure).*: {error}$"):
        run_of(tmp_path, cell(f"def f():\n    raise {error}") + f"\n{what}\n")


def test_names_of_a_page_go_before_those_that_stand_for_other_states(tmp_path):
    code = "from types import SimpleNamespace\nbenchmark, ledger = 3, [1]\nbank = SimpleNamespace(end=4)"
    run = run_of(
        tmp_path, cell(code) + "\n{{ benchmark }} {{ len(ledger) }} {{ bank.end }} {{ benchmark + end.bank.end }}\n"
    )
    assert [*run.numbers.values()] == ["3", "1", "4", "7"]


def test_a_page_is_the_main_module_as_a_script_is(tmp_path):
    code = '''
        import doctest, pickle, sys, typing

        class A:
            b: "A"

        def f():
            """
            >>> f()
            1
            """
            return 1

        print(doctest.testmod(), type(pickle.loads(pickle.dumps(A()))) is A, typing.get_type_hints(A)["b"] is A)
        print(sys.modules[__name__].f is f)
    '''
    assert run_of(tmp_path, cell(code)).outputs["a"] == "TestResults(failed=0, attempted=1) True True\nTrue\n"


def test_what_a_cell_leaves_running_in_a_shell_is_told(tmp_path):
    with pytest.raises(PageError, match=r'cell "a" leaves the process (?:sh|sleep) running'):
        run_of(tmp_path, cell("import os\nos.system('(sleep 2; echo late) &')"))


def test_what_c_keeps_is_in_the_output_of_its_cell(tmp_path):
    code = "import ctypes\nC = ctypes.CDLL(None)\nC.setvbuf(ctypes.c_void_p.in_dll(C, 'stdout'), None, 0, 4096)"
    run = run_of(tmp_path, cell(f"{code}\nC.puts(b'from C')") + cell("print(2)", "b"))
    assert run.outputs == {"a": "from C\n", "b": "2\n"}
