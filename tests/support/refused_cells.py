"""Pages with a cell or a fence that is refused: kind, what is tried, its text, and its mistakes."""

from kinds import Wrong, cell

# The code of the one cell of the page.
CELLS = [
    Wrong(
        11,
        "in a function",
        "def f():\n    import os\n    os._exit(0)\n\n\nf()",
        ('7:1 cell "a" ended Python, with exit code 0: os._exit or the like',),
    ),
    Wrong(
        11,
        "another program",
        'import os, sys\nos.execv(sys.executable, [sys.executable, "-c", ""])',
        ('3:1 cell "a" ended Python, with exit code 0: os._exit or the like',),
    ),
    Wrong(
        11,
        "a signal",
        "import os, signal\nx = 1\nos.kill(os.getpid(), signal.SIGKILL)",
        ('4:1 cell "a" crashed Python: SIGKILL',),
    ),
    Wrong(
        11,
        "an endless loop",
        "x = 1\nwhile x:\n    pass",
        ('3:1 cell "a" stopped: TimeLimitError: it ran longer than 0.3 s',),
    ),
    Wrong(
        12,
        "a thread that goes on",
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()",
        ('1:1 cell "a" leaves the thread Thread-1 (wait) running',),
    ),
    Wrong(
        12,
        "on standard error",
        'import sys\nprint("late", file=sys.stderr)',
        ('3:1 cell "a" wrote to standard error: late',),
    ),
    Wrong(12, "closed", "import sys\nsys.stdout.close()", ('1:1 cell "a" closes standard output',)),
    Wrong(
        12,
        "at exit",
        "import atexit\natexit.register(print, 'bye')",
        ("2:1 this prints when the page ends, where no cell shows it: bye",),
    ),
    Wrong(
        12,
        "when it goes",
        "class A:\n    def __del__(self):\n        print('bye')\n\n\na = A()",
        ("3:1 this prints when the page ends, where no cell shows it: bye",),
    ),
    Wrong(13, "without blanks", "a = 1  #markdown-exec:hide\nprint(a)", ("2:23 a fence hides no line",)),
    Wrong(13, "with two blanks", "a = 1  # markdown-exec :  hide\nprint(a)", ("2:27 a fence hides no line",)),
    Wrong(13, "in a text", 'a = "markdown-exec: hide"\nprint(a)', ("2:21 a fence hides no line",)),
    Wrong(
        14,
        "two names",
        "from __future__ import annotations, division\nprint(1)",
        ('2:1 cell "a" imports from __future__',),
    ),
    Wrong(14, "in the middle", "x = 1\nfrom __future__ import annotations", ('3:1 cell "a" imports from __future__',)),
    Wrong(
        14,
        "below a docstring",
        '"""Words."""\nfrom __future__ import annotations',
        ('3:1 cell "a" imports from __future__',),
    ),
    Wrong(
        16,
        "in a cell",
        'x = 1\n--8 <-- "tinynet/__init__.py:double"',
        ('3:1 this is nearly a section, needed: --8<-- "file:section", at the margin',),
    ),
    Wrong(
        16,
        "long dashes",
        '–8<– "tinynet/__init__.py:double"',
        ('2:1 this is nearly a section, needed: --8<-- "file:section", at the margin',),
    ),
    Wrong(
        16,
        "a capital",
        '--8<-- "tinynet/__init__.py:Double"',
        ('2:1 this is nearly a section, needed: --8<-- "file:section", at the margin',),
    ),
    Wrong(
        21, "a carriage return", 'print("a\\rb")', ('1:1 cell "a" prints a carriage return, which a page cannot show',)
    ),
    Wrong(
        21,
        "colors",
        'print("\\x1b[31mred")',
        ('1:1 cell "a" prints an escape, as for colors, which a page cannot show',),
    ),
    Wrong(
        21,
        "another line end",
        'print("a\\u2028b")',
        ("1:1 cell \"a\" prints the character '\\u2028', which a page cannot show",),
    ),
    Wrong(
        21,
        "the other direction",
        'print("a\\u202eb")',
        ("1:1 cell \"a\" prints the character '\\u202e', which a page cannot show",),
    ),
    Wrong(25, "a tab in a text", 'x = 1\nprint("a\tb")', ("3:1 the page shows this line with other blanks",)),
    Wrong(
        25,
        "blanks alone in a text",
        'x = """a\n    \nb"""\nprint(len(x))',
        ("3:1 the page shows this line with other blanks",),
    ),
    Wrong(
        25,
        "a section in a docstring",
        'def f():\n    """Words.\n\n    --8<-- "tinynet/__init__.py:double"\n    """',
        ('5:1 this is nearly a section, needed: --8<-- "file:section", at the margin',),
    ),
    Wrong(
        25,
        "a semicolon",
        'x = """\n;--8<-- "a"\n"""',
        ('3:1 this is nearly a section, needed: --8<-- "file:section", at the margin',),
    ),
    Wrong(
        31,
        "its own folder",
        "import os\nos.rmdir(os.getcwd())\nprint(1)",
        ('1:1 cell "a" has taken the folder of the page away',),
    ),
    Wrong(
        31,
        "a new name",
        'import os\nos.rename(os.getcwd(), os.getcwd() + "x")',
        ('1:1 cell "a" has taken the folder of the page away',),
    ),
    Wrong(31, "a file that is left", 'import os\nos.mkdir("left")', ('1:1 cell "a" wrote left',)),
    Wrong(
        31,
        "where it is",
        "import os\nos.rmdir(os.getcwd())\nos.getcwd()",
        ('4:1 cell "a" stopped: FileNotFoundError: [Errno 2] No such file or directory',),
    ),
    Wrong(
        32,
        "a text that is none",
        "class B(Exception):\n    def __str__(self):\n        return 1\n\n\nraise B",
        ('7:1 cell "a" stopped: B, whose message cannot be read',),
    ),
    Wrong(
        32,
        "that ends Python",
        "class B(Exception):\n    def __str__(self):\n        raise SystemExit\n\n\nraise B",
        ('7:1 cell "a" stopped: B, whose message cannot be read',),
    ),
    Wrong(
        32,
        "a class without a name",
        "class M(type):\n    __name__ = property(lambda c: 1 / 0)\n\n\n"
        "class B(Exception, metaclass=M):\n    pass\n\n\nraise B",
        ('10:1 cell "a" stopped: B: ',),
    ),
    Wrong(
        32,
        "no attributes",
        "class B(Exception):\n    def __getattribute__(self, name):\n        raise ValueError\n\n\nraise B",
        ('7:1 cell "a" stopped: B: ',),
    ),
    Wrong(
        32,
        "signs of a terminal",
        'raise ValueError("\\x1b[31m\\x00")',
        ('2:1 cell "a" stopped: ValueError: \\x1b[31m\\x00',),
    ),
    Wrong(
        34,
        "in a class",
        "x = 1\n\n\nclass A:\n    return x",
        ("6:5 cell \"a\" is not Python: 'return' outside function",),
    ),
    Wrong(
        34,
        "below a loop",
        "while False:\n    pass\nelse:\n    break",
        ("5:5 cell \"a\" is not Python: 'break' outside loop",),
    ),
    Wrong(
        34,
        "two of one name",
        "x = 1\n\n\ndef f(a, a):\n    pass",
        ("5:10 cell \"a\" is not Python: duplicate argument 'a' in function definition",),
    ),
    Wrong(
        34,
        "nonlocal",
        "x = 1\nnonlocal x",
        ('3:1 cell "a" is not Python: nonlocal declaration not allowed at module level',),
    ),
    Wrong(
        34,
        "compared with a literal",
        "x = 1\nif x:\n    x is 1",
        ('4:5 cell "a" is not Python: "is" with a literal. Did you mean "=="?',),
    ),
    Wrong(
        34,
        "always true",
        'x = 1\nassert (x, "words")',
        ('3:1 cell "a" is not Python: assertion is always true, perhaps remove parentheses?',),
    ),
    Wrong(34, "await", "x = 1\nawait x", ("3:1 cell \"a\" is not Python: 'await' outside function",)),
]
# The text below the head.
FENCES = [
    Wrong(13, "in a sample", "```text\na  # markdown-exec: hide\n```\n", ("2:21 a fence hides no line",)),
    Wrong(15, "a comma", '```text hl_lines="2,3"\na\n```\n', ('1:9 hl_lines="2,3" is not read',)),
    Wrong(15, "nothing", '```text hl_lines=""\na\n```\n', ('1:9 hl_lines="" is not read',)),
    Wrong(15, "from line 0", '```text linenums="0"\na\n```\n', ('1:9 linenums="0" is not read',)),
    Wrong(
        15,
        "words for numbers",
        '??? note "N"\n\n    ```text title="T" linenums="yes"\n    a\n    ```\n',
        ('3:23 linenums="yes" is not read',),
    ),
    Wrong(15, "unknown", '~~~text anchor="1"\na\n~~~\n', ('1:9 unknown option anchor="1"',)),
    Wrong(
        16, "lines in a list", '- a\n- --8<-- "tinynet/__init__.py:1:3"\n', ("2:3 --8<-- stands on the page as text",)
    ),
    Wrong(
        16,
        "single quotes in prose",
        "a\n\n--8<-- 'tinynet/__init__.py:double'\n",
        ("3:1 a section stands in a cell, nowhere else",),
    ),
    Wrong(
        16,
        "a backslash in a sample",
        '```text\n--8\\<-- "tinynet/__init__.py:double"\n```\n',
        ('2:1 this is nearly a section, needed: --8<-- "file:section", at the margin',),
    ),
    Wrong(16, "a whole file", 'a\n\n--8<-- "tinynet/__init__.py"\n', ("3:1 a section stands in a cell, nowhere else",)),
    Wrong(16, "in a sentence", 'see --8<-- "tinynet/__init__.py:double"\n', ("1:5 --8<-- stands on the page as text",)),
    Wrong(
        16,
        "in HTML",
        '<div>\n--8<-- "tinynet/__init__.py:double"\n</div>\n',
        ("2:1 a section stands in a cell, nowhere else",),
    ),
    Wrong(24, "capitals", "```Python\nx = 1\n```\n", ("1:4 Python that is not executed says so by its title",)),
    Wrong(24, "a version", "~~~python3.11\nx = 1\n~~~\n", ("1:4 Python that is not executed says so by its title",)),
    Wrong(24, "a dot", "```.python\nx = 1\n```\n", ("1:1 Python that is not executed says so by its title",)),
    Wrong(
        24,
        "NumPy",
        "- a\n\n    ```numpy\n    x = 1\n    ```\n",
        ("3:8 Python that is not executed says so by its title",),
    ),
    Wrong(
        24,
        "a session",
        '??? note "N"\n\n    ```pycon\n    >>> 1\n    ```\n',
        ("3:8 Python that is not executed says so by its title",),
    ),
    Wrong(
        24, "that would run", '```python3 exec="1" session="15" id="a"\nx = 1\n```\n', ("1:12 python3 is not executed",)
    ),
    Wrong(
        27,
        "in a tab",
        '=== "A"\n\n    ```python title="T"\n    --8<-- "tinynet/__init__.py:none"\n    ```\n',
        ('4:33 tinynet/__init__.py has no section "none"',),
    ),
    Wrong(27, "no file", '```css\n--8<-- "docs/none.css:a"\n```\n', ("2:9 docs/none.css is not there",)),
    Wrong(27, "outside", '```text\n--8<-- "../none.py:a"\n```\n', ("2:9 ../none.py is not there",)),
    Wrong(
        27,
        "to complete",
        '```python title="T" fade="gaps"\n--8<-- "tinynet/__init__.py:none"\n```\n',
        ('2:29 tinynet/__init__.py has no section "none"',),
    ),
    Wrong(
        28,
        "65 letters",
        cell("print(1)", "x" * 65),
        ("1:62 this id has 65 characters, a notebook allows 64",),
    ),
    Wrong(
        28,
        "of the first cell of a notebook",
        '```python exec="1" source="block" result="text" session="15" id="preamble"\nprint(1)\n```\n',
        ('1:62 the id "preamble" is taken by notebooks and tests',),
    ),
    Wrong(
        28,
        "of prose",
        '```python exec="1" source="block" result="text" session="15" id="prose-12"\nprint(1)\n```\n',
        ('1:62 the id "prose-12" is taken by notebooks and tests',),
    ),
    Wrong(
        28,
        "of a figure",
        '```figure id="' + "f" * 65 + '"\nx\n```\n',
        ("1:11 this id has 65 characters, a notebook allows 64",),
    ),
    Wrong(
        28,
        "of a test, in a fold",
        '??? note "N"\n\n    ```python exec="1" session="15" id="says"\n    x = 1\n    ```\n',
        ('3:37 the id "says" is taken by notebooks and tests',),
    ),
    Wrong(
        28,
        "that a heading has, too",
        '## H { #cell-a }\n\n```python exec="1" source="block" result="text" session="15" id="a"\nprint(1)\n```\n',
        ("1:9 the place cell-a is that of a cell or figure",),
    ),
    Wrong(
        28,
        "that a heading gets",
        '## Cell a\n\n```python exec="1" source="block" result="text" session="15" id="a"\nprint(1)\n```\n',
        ('1:1 the id "cell-a" stands 2 times on the page',),
    ),
]
