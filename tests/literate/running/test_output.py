"""What the process of a page prints, by whatever way, lands in the cell that prints it, or is an error."""

import pytest
from project import cell, run_of

from literate.errors import PageError


def outputs(tmp_path, *codes):
    return list(run_of(tmp_path, "".join(cell(code, f"c{n}") for n, code in enumerate(codes))).outputs.values())


WAYS = {
    "print": "print('two')",
    "a standard output that was kept": "say('two')",
    "the first standard output": "sys.__stdout__.write('two\\n')",
    "a thread that ends": "t = threading.Thread(target=print, args=('two',))\nt.start()\nt.join()",
    "a child": "_ = subprocess.run(['echo', 'two'], check=True)",
    "the system": "_ = os.write(1, b'two\\n')",
    "C": "ctypes.CDLL(None).puts(b'two')\nctypes.CDLL(None).fflush(None)",
    "a buffer of the stream": "_ = sys.stdout.buffer.write(b'two\\n')",
}
START = """\
import ctypes, os, subprocess, sys, threading


def say(words, out=sys.stdout):
    print(words, file=out)


say('one')"""


@pytest.mark.parametrize("way", WAYS)
def test_whatever_prints_lands_in_its_cell(tmp_path, way):
    assert outputs(tmp_path, START, WAYS[way], "print('three')") == ["one\n", "two\n", "three\n"]


def test_a_thread_may_end_itself(tmp_path):
    code = "import sys, threading\nt = threading.Thread(target=sys.exit)\nt.start()\nt.join()\nprint(1)"
    assert outputs(tmp_path, code) == ["1\n"]


ERRORS = {
    "print": "print('late', file=sys.stderr)",
    "a child": "_ = subprocess.run(['ls', 'nowhere'])",
    "the system": "_ = os.write(2, b'late\\n')",
    "logging": "import logging\nlogging.warning('late')",
}


@pytest.mark.parametrize("way", ERRORS)
def test_standard_error_is_an_error_at_its_line(tmp_path, way):
    with pytest.raises(PageError, match='cell "c1" wrote to standard error: ') as caught:
        outputs(tmp_path, START, f"x = 1\n{ERRORS[way]}\ny = 2")
    assert caught.value.text == ERRORS[way].split("\n")[-1]


LEFT = {
    "thread": "threading.Thread(target=threading.Event().wait, daemon=True).start()",
    "timer": "threading.Timer(60, print).start()",
    "process": "p = subprocess.Popen(['sleep', '60'])",
    "copy": "import time\nif not os.fork():\n    time.sleep(60)",
}


@pytest.mark.parametrize("what", LEFT)
def test_what_is_left_running_is_an_error(tmp_path, what):
    with pytest.raises(PageError, match=r'cell "c1" leaves the (thread|process) .+ running'):
        outputs(tmp_path, START, LEFT[what])


SIGNS = {
    r"print('a\rb')": "a carriage return",
    r"print('\x1b[31mred')": "an escape, as for colors",
    r"print('a\x00b')": "a null byte",
    r"print('a\x08b')": "a backspace",
    r"print('a\x02b')": r"the character '\x02'",
    r"print('\U000f0001')": "the character",
    r"import os; os.write(1, b'\xff')": "bytes that are not UTF-8",
}


@pytest.mark.parametrize("code", SIGNS)
def test_what_a_page_cannot_show_is_an_error(tmp_path, code):
    with pytest.raises(PageError) as caught:
        outputs(tmp_path, code)
    assert caught.value.message.startswith(f'cell "c0" prints {SIGNS[code]}')


def test_blank_lines_tabs_and_other_alphabets_are_shown(tmp_path):
    assert outputs(tmp_path, r"print('\n\ta\u00e9\u03b1 ')") == ["\n\ta\u00e9\u03b1 \n"]


def test_a_number_and_a_figure_print_nothing(tmp_path):
    for text in ("{{ print('a') or 1 }}\n", '```figure id="f"\nprint("a")\n```\n'):
        with pytest.raises(PageError, match=r"prints something|is not drawn"):
            run_of(tmp_path, text)


def test_printing_without_end_is_stopped(tmp_path):
    text = "---\ntime_limit: 5\n---\n" + cell("import os\nwhile True:\n    os.write(1, b'y' * 100_000)")
    with pytest.raises(PageError, match="it prints without end, needed: at most 100,000 characters"):
        run_of(tmp_path, text)
