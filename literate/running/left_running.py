"""What a cell leaves running, and the threads that stop while it runs."""

import os
import threading

import psutil

from literate.reading.page import Fence, Page


def stopped_threads() -> list[BaseException]:
    """A list that gets, from now on, what each thread stops with; to be ended by SystemExit is no mistake."""
    errors: list[BaseException] = []

    def note(thread: threading.ExceptHookArgs) -> None:
        errors.extend([thread.exc_value] if thread.exc_value and thread.exc_type is not SystemExit else [])

    threading.excepthook = note
    return errors


def check_nothing_runs_on(page: Page, cell: Fence) -> None:
    """A thread or a process that a cell leaves behind would print into the next one.

    Raises:
        PageError: When there is one.
    """
    threads = [f"the thread {thread.name}" for thread in threading.enumerate() if thread is not threading.main_thread()]
    if left := [*threads, *_children()]:
        hint = "wait for it in the cell: .join(), .wait()"
        raise page.error(f'cell "{cell.id}" leaves {left[0]} running', cell.line, hint=hint)


def _children() -> list[str]:
    """The processes that this one has started and that have not ended."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)  # in a moment, where there are none
    except ChildProcessError:
        return []
    children = psutil.Process().children(recursive=True)
    return [f"the process {child.name()}" for child in children if child.status() != psutil.STATUS_ZOMBIE]
