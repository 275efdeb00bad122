"""A limit stops what runs too long, and leaves nothing behind."""

import signal
import threading

from literate.limits import time_limit


def test_the_limit_is_lifted_and_the_handler_put_back():
    handler = signal.getsignal(signal.SIGALRM)
    with time_limit(5):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0) and signal.getsignal(signal.SIGALRM) is handler


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
