r"""Mathematics: TeX between dollars becomes MathML during the build, so that no page needs JavaScript for it.

Roles have colors: `\rin{X}` is an input, and so on.
"""

import html
import re
from pathlib import Path

from math_core import LatexError, LatexToMathML

ROLES = {"rin": "input", "rhid": "hidden", "rout": "output", "rlab": "label", "rerr": "error", "rwt": "weight"}
ROLES |= {"rupd": "update"}
# math-core knows no classes: each role is written in a color of its own, which then becomes a class.
MACROS = {macro: rf"{{\color[HTML]{{00000{i}}}#1}}" for i, macro in enumerate(ROLES, 1)}
CONVERTER = LatexToMathML(macros=MACROS, fancy_error=False)
CHARACTERS = {chr(int(code, 16)) for code in (Path(__file__).parent / "characters.txt").read_text().split()}
SCRIPT_FORM = "\ufe00"  # the sign that asks for a chancery letter draws nothing
CURES = [
    *((rf'style="color:#00000{i};"', f'class="m-{role}"') for i, role in enumerate(ROLES.values(), 1)),
    ("&ApplyFunction;", "\u2061"),
    (r' scriptlevel="\d"', ""),
    (r'(<mfrac[^>]*?) displaystyle="\w+"', r"\1"),
    (r'style="text-align: (left|right);[^"]*"', r'class="m-\1"'),
]


def to_mathml(tex: str, display: bool) -> str:
    """One formula as MathML.

    Raises:
        ValueError: When it is not TeX that math-core reads, or the font lacks a character of it.
    """
    if re.search(r"\\\\\s*\[", tex):
        raise ValueError(r"a row ends in \\ alone, without [...]")
    try:
        mathml = CONVERTER.convert_with_local_state(tex.strip(), displaystyle=display)
    except LatexError as error:
        place, _, what = str(error).partition(": ")
        raise ValueError(f"at {tex.strip()[int(place) :][:20]!r}: {what}") from error
    for pattern, cure in CURES:
        mathml = re.sub(pattern, cure, mathml)
    text = html.unescape(re.sub("<[^>]*>", "", mathml))
    lacking = {character for character in text if not character.isspace()} - CHARACTERS - {SCRIPT_FORM}
    if lacking:
        raise ValueError(f"the font has no {' '.join(sorted(lacking))}; literate/maths/font.py lists what it has")
    return mathml
