"""The process of a page: how it is started, what it hands over, and that the one that waits for it never hangs."""

import gc
import multiprocessing
import os
import tempfile
import threading
import time
from multiprocessing import forkserver

import cloudpickle
import psutil
import pytest
from project import cell, page_of, run_of

from literate.errors import PageError
from literate.running import processes, starting
from literate.running.exchange import EngineError, Instruments
from literate.running.run import Run


def test_where_a_system_cannot_copy_processes_each_page_starts_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(starting, "METHOD", "spawn")
    monkeypatch.setattr(starting, "CONTEXT", multiprocessing.get_context("spawn"))
    starting.load_libraries()  # there is nothing to be copied
    assert run_of(tmp_path, cell("print(6 * 7)") + "{{ 1 + 1 }}\n").outputs == {"a": "42\n"}


@pytest.mark.parametrize("stood", [None, "a-folder-of-my-own"])
def test_where_modules_are_found_is_told_to_a_new_python_alone(tmp_path, monkeypatch, stood):
    monkeypatch.setattr(starting, "METHOD", "spawn")
    monkeypatch.setattr(starting, "CONTEXT", multiprocessing.get_context("spawn"))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    if stood is not None:
        monkeypatch.setenv("PYTHONPATH", stood)
    look = cell("import os\nprint(os.environ.get('PYTHONPATH'), os.environ.get('PYTHONSAFEPATH'))")
    assert run_of(tmp_path, look).outputs["a"] == f"{stood} None\n"
    assert os.environ.get("PYTHONPATH") == stood and "PYTHONSAFEPATH" not in os.environ


def test_it_has_the_environment_of_the_one_that_asks(tmp_path, monkeypatch):
    monkeypatch.setenv("A_PAGE_ASKS", "1")
    look = cell("import os\nprint(os.environ.get('A_PAGE_ASKS'), 'PYTHONSAFEPATH' in os.environ)")
    assert run_of(tmp_path, look).outputs["a"] == "1 False\n"
    monkeypatch.delenv("A_PAGE_ASKS")
    assert run_of(tmp_path, look).outputs["a"] == "None False\n"


def test_to_start_a_page_changes_no_variable_of_this_process(tmp_path, monkeypatch):
    """A program that another thread starts in that moment would not begin: [Errno 14] Bad address."""
    starting.load_libraries()
    asked = []
    monkeypatch.setattr(os, "putenv", lambda *given: asked.append(given))
    monkeypatch.setattr(os, "unsetenv", lambda *given: asked.append(given))
    assert run_of(tmp_path, cell("print(1)")).outputs["a"] == "1\n"
    assert starting.apart(number, tmp_path)[0] == tmp_path.name
    assert asked == []


def test_the_engine_is_found_where_this_process_has_found_it_whatever_lies_here(tmp_path, monkeypatch):
    (tmp_path / "literate").mkdir()
    (tmp_path / "literate/__init__.py").write_text("1 / 0\n")
    monkeypatch.chdir(tmp_path)
    assert run_of(tmp_path, cell("print(1)")).outputs["a"] == "1\n"


def test_the_names_of_a_page_leave_its_process_as_far_as_they_can(tmp_path):
    code = "import threading\nimport numpy as np\nlock = threading.Lock()\nx = np.ones(2)"
    run = run_of(tmp_path, cell(f"{code}\n\n\ndef double(a):\n    return 2 * a"))
    assert run.names["double"](run.names["x"]).tolist() == [2, 2] and "lock" not in run.names
    assert cloudpickle.loads(run.values()["x"]).tolist() == [1, 1]


def test_a_value_that_only_the_page_can_read_is_left_out(tmp_path):
    code = "from tinynet import Kind\nkind = Kind()\nx = 1"
    taught = "class Kind:\n    pass\n"
    assert run_of(tmp_path, cell(code), taught=taught).names["x"] == 1
    assert "kind" not in run_of(tmp_path, cell(code), taught=taught).names


def described(error):
    raise RuntimeError("this is the engine's own")


def test_a_mistake_of_the_engine_is_told_as_one(tmp_path):
    with pytest.raises(EngineError, match=r"docs/page\.md:1: the engine failed here\n(.|\n)*the engine's own"):
        Run(page_of(tmp_path, cell("1 / 0")), Instruments(describe=described)).all()


def test_half_an_answer_does_not_hang(tmp_path):
    """A page may break the very modules that speak for it."""
    half = "lambda self, buf: self._send(b'\\0\\0\\0\\x09half')"
    code = f"import multiprocessing.connection as c\nc.Connection._send_bytes = {half}"
    start = time.monotonic()
    with pytest.raises(PageError, match=r"crashed Python: SIGKILL|ended Python"):
        run_of(tmp_path, "---\ntime_limit: 0.5\n---\n" + cell(code))
    assert time.monotonic() - start < 20


def test_where_a_system_has_no_signals_a_step_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "STOPS", [])
    with pytest.raises(PageError, match=r'cell "a" stopped: TimeLimitError: it ran longer than 0\.5 s'):
        run_of(tmp_path, "---\ntime_limit: 0.5\n---\n" + cell("while True: pass"))


def test_how_a_page_has_ended_is_known_though_another_starts_in_that_moment(tmp_path, monkeypatch):
    """Both ask whether it has ended; what comes second reads that nobody knows."""
    read, starts = forkserver.read_signed, []

    def read_late(sentinel):
        if not starts and threading.current_thread() is threading.main_thread():
            starts.append(threading.Thread(target=starting.apart, args=(number, tmp_path)))
            starts[0].start()
            starts[0].join(0.5)
        return read(sentinel)

    run = Run(page_of(tmp_path, cell("x = 1") + cell("import os\nos._exit(3)", "b")))
    run.to(run.page.cells[0])
    monkeypatch.setattr(forkserver, "read_signed", read_late)
    with pytest.raises(PageError, match="with exit code 3"):
        run.all()
    starts[0].join()


@pytest.mark.usefixtures("impatient")
def test_what_a_stuck_page_has_started_ends_with_it(tmp_path):
    stuck = "while True:\n    try: time.sleep(9)\n    except BaseException: pass"
    code = f"import subprocess, time\np = subprocess.Popen(['sleep', '4321'])\n{stuck}"
    with pytest.raises(PageError, match=r"it waited longer than 1 s"):
        run_of(tmp_path, "---\ntime_limit: 0.1\n---\n" + cell(code))
    left = [one for one in psutil.process_iter(["cmdline"]) if "4321" in (one.info["cmdline"] or [])]
    assert not psutil.wait_procs(left, timeout=5)[1], "a process that was killed takes a moment to go"


@pytest.mark.usefixtures("impatient")
def test_a_page_that_lacks_nothing_but_a_processor_does_not_wait(tmp_path, monkeypatch):
    text = "---\ntime_limit: 0.02\n---\n" + cell("import time\ntime.sleep(1.5)\nprint(1)")
    with pytest.raises(PageError, match="it waited longer"):
        run_of(tmp_path, text)
    monkeypatch.setattr(processes.PageProcess, "_is_ready", lambda self: True)
    assert run_of(tmp_path, text).outputs == {"a": "1\n"}


def _becomes(told):
    """Whether something is so within twenty seconds: a machine may be busy."""
    end = time.monotonic() + 20
    while not (so := told()) and time.monotonic() < end:
        time.sleep(0.05)
    return so


def test_a_page_that_computes_is_ready_for_a_processor(tmp_path):
    run = Run(page_of(tmp_path, cell("x = 1") + cell("while True: pass", "b")))
    run.to(run.page.cells[0])
    assert _becomes(lambda: not run._process._is_ready())
    run._process.send(("step", run.page.cells[1:]))
    assert _becomes(run._process._is_ready)
    run._process.process.kill()
    run.close()
    assert not run._process._is_ready()


def test_a_process_that_is_gone_has_used_nothing(tmp_path):
    run = Run(page_of(tmp_path, cell("x = 1")))
    run.to(run.page.cells[0])
    process = run._process
    run.close()
    (process.folder).mkdir()
    (process.folder / "place").write_bytes(processes.PLACE_FORMAT.pack(1, 0.5))
    assert process._used() == 0 and process.line == 1
    os.remove(process.folder / "place")
    process.folder.rmdir()


@pytest.mark.usefixtures("impatient")
def test_one_that_does_not_end_by_itself_is_ended(tmp_path):
    code = "import time\nimport multiprocessing.connection as c\nc.Connection.recv = lambda self: time.sleep(99)"
    run = Run(page_of(tmp_path, cell(code)))
    run.to(run.page.cells[0])
    start, process = time.monotonic(), run._process.process
    run.close()
    assert not process.is_alive() and time.monotonic() - start < 10


def number(root):
    return root.name, os.getcwd()


def test_a_function_can_be_called_apart(tmp_path):
    name, folder = starting.apart(number, tmp_path)
    assert name == tmp_path.name and folder != os.getcwd() and not os.path.exists(folder)


def no_number(root):
    raise page_of(root, "Words.\n").error("this is no number", 1)


def test_what_a_function_raises_apart_is_raised_here(tmp_path):
    ended = starting.begun_apart(no_number, tmp_path)
    with pytest.raises(PageError, match=r"docs/page\.md:1:1: this is no number"):
        ended()


def forever(root):
    time.sleep(1000)


def test_what_was_begun_apart_ends_where_nobody_asks_for_it(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = {*multiprocessing.active_children()}
    ended = starting.begun_apart(forever, tmp_path)
    (process,) = {*multiprocessing.active_children()} - before
    assert [*tmp_path.glob("page-*")]
    del ended
    gc.collect()
    assert not [*tmp_path.glob("page-*")] and not process.is_alive()
