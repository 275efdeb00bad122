"""A call that does not end, or ends Python, comes back: with its line, and without a signal or a thread."""

import sys
import threading
import time
from types import SimpleNamespace

import pytest

from tinynet.exercises import check, deadline
from tinynet.exercises.deadline import Deadline, EndlessError, call


def endless(number, threshold):
    while number != threshold + 0.1:
        number += 1


def in_a_function_of_the_same_file(number, threshold):
    return endless(number, threshold)


def catches_exceptions(number, threshold):
    while True:
        try:
            number += 1
        except Exception:
            return number


def comes_to_an_end_at_first_alone(number, threshold):
    while number < 0:
        number -= 1
    return int(number >= threshold)


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(deadline, "SECONDS", 0.1)


def said(capsys, form, exercise="step_function"):
    check(exercise, form)
    return " ".join(capsys.readouterr().out.split()) + "\n"


@pytest.mark.parametrize("form", [endless, in_a_function_of_the_same_file, catches_exceptions])
def test_an_endless_call_ends_with_its_line(form, capsys):
    started = time.process_time()
    printed = said(capsys, form)
    assert time.process_time() - started < 3
    words = (
        "Called with number 4, threshold 4, it is still at work after some seconds: it seems endless. It was at line"
    )
    assert printed.startswith(f"Not yet. {words}")
    lines = ("number += 1", "while number != threshold + 0.1:", "try:", "while True:")
    assert any(printed.endswith(f": {line}.\n") for line in lines)


def test_one_that_is_endless_for_other_numbers_alone_is_told(capsys):
    assert "threshold 4, it is still at work" in said(capsys, comes_to_an_end_at_first_alone).replace("-4.75, ", "")


def test_waiting_has_its_own_limit(capsys, monkeypatch):
    monkeypatch.setattr(deadline, "SECONDS", 0.02)

    def waits(number, threshold):
        while True:
            time.sleep(0.01)

    assert "it seems endless. It was at line" in said(capsys, waits)


def test_where_there_is_no_line_none_is_told(capsys):
    class Endless:
        def __call__(self, number, threshold):
            endless(number, threshold)

    printed = said(capsys, Endless())
    assert printed.endswith("it seems endless.\n")
    names = {}
    exec("def typed(number, threshold):\n    while True:\n        pass", names)
    printed = said(capsys, names["typed"])
    assert "It was at line 2." in printed or "It was at line 3." in printed


def test_it_needs_no_signal_and_no_thread(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "signal", None)
    monkeypatch.setattr(threading, "Thread", None)
    assert "it seems endless" in said(capsys, endless)


@pytest.mark.parametrize("leave", [sys.exit, exit, quit, lambda: sys.exit("bye")])
def test_exit_is_survived(leave, capsys):
    printed = said(capsys, lambda number, threshold: leave())
    assert printed.endswith("it ends Python, with exit or quit: give a value back with return.\n")


def test_the_exit_of_a_notebook_is_survived(capsys):
    """There it is an object that tells the kernel to end after the cell, and the cell goes on."""
    from IPython.core.autocall import ZMQExitAutocall

    asked = []
    shell = SimpleNamespace(ask_exit=lambda: asked.append(1), keepkernel_on_exit=False)
    leave = ZMQExitAutocall(shell)
    assert "it ends Python" in said(capsys, lambda number, threshold: leave()) and not asked


def test_what_traced_before_traces_again():
    def trace(frame, event, argument):
        return None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        assert call(lambda: 1, []) == 1
        after = sys.gettrace()
    finally:
        sys.settrace(before)
    assert after is trace


def test_a_stop_by_hand_stops_the_check():
    def stopped(number, threshold):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("step_function", stopped)


def test_the_trace_function_itself():
    """Python traces no trace function, so its lines are tried here as those of any function."""
    here = sys._getframe()
    watch = Deadline(__file__, 10)
    assert watch(here, "line", None) is watch
    with pytest.raises(EndlessError, match=r"^ It was at line \d+: Deadline\(__file__"):
        Deadline(__file__, -1)(here, "line", None)
    with pytest.raises(EndlessError, match=r"^$"):
        Deadline("elsewhere", -1)(here, "line", None)

    class Autocall:
        def __call__(self):
            return sys._getframe()

    class ZMQExitAutocall(Autocall):
        pass

    assert watch(Autocall()(), "call", None) is watch
    with pytest.raises(SystemExit):
        watch(ZMQExitAutocall()(), "call", None)
