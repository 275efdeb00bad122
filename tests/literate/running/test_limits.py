"""How long a cell may take is said by its page; a step is stopped while it runs, and at no other time."""

import os
import signal

import pytest
from project import page_of

from literate.errors import PageError
from literate.running.limits import STOPS, Alarm, TimeLimitError, time_limit_of, too_long


def test_a_cell_has_twenty_seconds_where_its_page_says_nothing(tmp_path):
    assert time_limit_of(page_of(tmp_path, "---\na: b\n---\n")) == 20


def test_a_wrong_limit_whose_line_is_not_found_is_placed_at_the_top(tmp_path):
    with pytest.raises(PageError) as caught:
        time_limit_of(page_of(tmp_path, '---\n"time_limit": 0\n---\n'))
    assert caught.value.line == 1


@pytest.fixture
def handlers():
    before = [(stop, signal.getsignal(stop)) for stop in STOPS]
    yield
    for stop, handler in before:
        signal.signal(stop, handler)


@pytest.mark.usefixtures("handlers")
def test_a_step_is_stopped_while_it_runs_and_told_why():
    alarm = Alarm(3)
    for stop, waited in zip(STOPS, (False, True), strict=True):
        with pytest.raises(TimeLimitError, match=too_long(3, waited)), alarm:
            os.kill(os.getpid(), stop)


@pytest.mark.usefixtures("handlers")
def test_a_signal_that_comes_late_stops_nothing():
    alarm = Alarm(3)
    with alarm:
        pass
    for stop in STOPS:
        os.kill(os.getpid(), stop)
    assert not alarm.running
