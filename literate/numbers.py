"""Numbers in prose: `{{ expression:format }}` is computed, and every other number is declared as given."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import CodeType

from literate.errors import PageError
from literate.reader import Page

NUMBER = re.compile(r"\{\{ (?P<expression>[^\n]+?) \}\}")
BRACES = re.compile(r"\{\{.*?\}\}|\{\{.*")
CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.DOTALL)
# What is exempt besides code: comments and tags, link targets, attribute lists, dates.
EXEMPT = re.compile(
    r"<!--.*?-->|</?[a-zA-Z][^<>]*>|\]\([^)\n]*\)|^ *\[[^\]\n]+\]: .*$|\{:? ?[#.][^}\n]*\}|\bhttps?://\S+"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},)? \d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{4}\b",
    re.DOTALL | re.MULTILINE,
)
TYPED = re.compile(
    r"(?<![\w.])\d[\d,]*(?:\.\d+)+|(?<![\w.])\.\d+|(?<![\w.])\d[\d,]*(?= ?(?:%|\\%|percent\b))"
    r"|(?<![\w.])\d+(?:\.\d+)?(?=\^|\*\*|[⁰¹²³⁴-⁹⁻]|e[-+]?\d)|(?<![\w.])\d{1,3}(?:,\d{3})+|(?<![\w.])\d{3,}"
)
POWER = re.compile(r"\^\{?-?\d+\}?|\*\*-?\d+|[⁰¹²³⁴-⁹⁻]+|e[-+]?\d+| ?(?:\\?%|percent)")
HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)


@dataclass(frozen=True)
class Number:
    """One computed number of a page, at its place."""

    line: int
    column: int
    expression: str

    @property
    def written(self) -> str:
        """The number as the page has it."""
        return f"{{{{ {self.expression} }}}}"

    def code(self, page: Page) -> CodeType:
        """The expression with its format, ready to evaluate."""
        try:
            return compile(f'f"""{{ {self.expression}}}"""', page.name, "eval", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise self.error(page, f"this number is not an expression: {error.args[0]}") from error

    def error(self, page: Page, message: str) -> PageError:
        """A mistake in this number, underlined."""
        hint = "write {{ expression:format }}, with names that the cells above have made"
        return page.error(message, self.line, self.column, len(self.written), hint)


def prose(page: Page) -> str:
    """The whole file with front matter, fences and code spans blanked, each line and column kept."""
    lines = [""] * page.first + page.lines[page.first :]
    for fence in page.fences:
        lines[fence.line - 1 : fence.last] = [""] * (fence.last - fence.line + 1)
    return CODE_SPAN.sub(_blank, "\n".join(lines))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def find_numbers(page: Page) -> list[Number]:
    """The computed numbers of a page, in order.

    Raises:
        PageError: For braces that are nearly a number, and for numbers in headings.
    """
    text = prose(page)
    found = [Number(*_place(text, m.start()), m["expression"].strip()) for m in NUMBER.finditer(text)]
    rest = MATHS.sub(_blank, NUMBER.sub(_blank, text))
    if stray := BRACES.search(rest):
        hint = "write {{ expression:format }}, with a space inside each pair of braces"
        raise page.error("this is nearly a number", *_place(rest, stray.start()), len(stray[0]), hint)
    for heading in HEADING.finditer(text):
        if wrong := NUMBER.search(heading[0]) or TYPED.search(EXEMPT.sub(_blank, heading[0])):
            place = _place(text, heading.start() + wrong.start())
            raise page.error("a heading holds no number", *place, len(wrong[0]), "say it in the text below")
    return found


def fill(page: Page, text_of: Callable[[Number], str]) -> list[str]:
    """The lines below the front matter, each number replaced by what `text_of` gives for it."""
    lines = page.lines[:]
    for number in reversed(find_numbers(page)):
        start, line = number.column - 1, lines[number.line - 1]
        match = NUMBER.match(line, start)
        assert match is not None
        lines[number.line - 1] = line[:start] + text_of(number) + line[match.end() :]
    return lines[page.first :]


def check_given(page: Page) -> None:
    """Every typed number is declared as given, with where it comes from, and every declared one is used.

    Raises:
        PageError: For the first number that is not declared, or no longer used, or declared without its source.
    """
    given = _given(page)
    text = EXEMPT.sub(_blank, NUMBER.sub(_blank, prose(page)))
    used = set()
    for typed in TYPED.finditer(text):
        power = POWER.match(text, typed.end())
        written = typed[0] + (power[0] if power else "")
        if written not in given:
            hint = f'compute it, {{{{ … }}}}, or declare it in the front matter: given: {{"{written}": "its source"}}'
            raise page.error(f"{written} is typed, not computed", *_place(text, typed.start()), len(written), hint)
        used.add(written)
    for written in sorted(given.keys() - used):
        raise _given_error(page, f'given: "{written}" is not on the page', written)


def _given(page: Page) -> dict[str, str]:
    given = page.meta.get("given", {})
    if not isinstance(given, dict):
        raise _given_error(page, "given is not a list of numbers with their sources", "given")
    for written, source in given.items():
        if not isinstance(written, str) or not isinstance(source, str) or not source.strip():
            raise _given_error(page, f'given: {written} needs the form "number": "its source"', str(written))
    return given


def _given_error(page: Page, message: str, word: str) -> PageError:
    """A mistake in the list of given numbers, on the line that holds it."""
    lines = list(enumerate(page.lines[: page.first], 1))
    start = next(line for line, text in lines if text.startswith("given"))
    line = next((line for line, text in lines if line >= start and word in text), start)
    return page.error(message, line, hint='write given: {"0.5": "where it comes from"}')
