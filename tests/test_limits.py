"""A limit stops what runs too long, and leaves nothing behind."""

import signal
import threading

import pytest
from project import page_of

from literate import limits
from literate.errors import PageError
from literate.limits import time_limit, time_limit_of


def test_a_cell_has_twenty_seconds_where_its_page_says_nothing(tmp_path):
    assert time_limit_of(page_of(tmp_path, "---\na: b\n---\n")) == 20


def test_a_wrong_limit_whose_line_is_not_found_is_placed_at_the_top(tmp_path):
    with pytest.raises(PageError) as caught:
        time_limit_of(page_of(tmp_path, '---\n"time_limit": 0\n---\n'))
    assert caught.value.line == 1


def test_the_limit_is_lifted_and_the_handler_put_back():
    handler = signal.getsignal(signal.SIGALRM)
    with time_limit(5):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0) and signal.getsignal(signal.SIGALRM) is handler


def test_the_end_of_python_is_put_off_when_all_is_well(monkeypatch):
    calls = []
    monkeypatch.setattr(limits.faulthandler, "dump_traceback_later", lambda *_, **__: calls.append("set"))
    monkeypatch.setattr(limits.faulthandler, "cancel_dump_traceback_later", lambda: calls.append("lifted"))
    with time_limit(5):
        assert calls == ["set"]
    assert calls == ["set", "lifted"]


def test_the_timer_of_another_thread_ends_with_it():
    def run():
        with time_limit(30):
            names.append([thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)])

    names: list = []
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    (timers,) = names
    timers[0].join(5)
    assert not timers[0].is_alive()
