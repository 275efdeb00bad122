"""A page's prose as plain Markdown, for readers that know none of the site's extensions."""

import re

from literate.patterns import FORMULA

HOLDER = re.compile(r'^( *)(?:!!!|\?\?\?\+?|===)(?: +[\w-]+)*(?: +"(?P<title>[^"]*)")? *$')
ATTRIBUTES = re.compile(r"(?:\n| *)\{:? ?[#.][^}\n]*\}")
TAG = re.compile(r"^ *</?(?:div|figure|section)[^>]*> *$")
ROLE = re.compile(r"\\r(?:in|hid|out|lab|err|wt|upd)(?=\{)")
PART = re.compile(r"\]\((\d\d-[\w-]+)\.md(?:#[\w-]+)?\)")
ELSEWHERE = re.compile(r"\[([^\]]+)\]\((?!https?://|\d\d-[\w-]+\.ipynb)[^)\s]+\)")


def plain_markdown(lines: list[str], indent: int = 0) -> str:
    """Lines of a page as Markdown that any notebook shows: folds opened, attributes and colors taken out.

    Links to other parts become links to their notebooks; links to other pages of the site become their text. What goes
    on in a fold is indented as the cell above it is, by `indent`.
    """
    kept, depths = [], [*range(0, indent + 1, 4)]
    for line in "\n".join(lines).split("\n"):
        while line.strip() and line[: depths[-1]].strip():
            depths.pop()
        text = line[depths[-1] :]
        if holder := HOLDER.match(text):
            depths.append(depths[-1] + len(holder[1]) + 4)
            text = f"**{holder['title']}**" if holder["title"] else ""
        kept += [] if TAG.match(text) else [text.rstrip()]
    text = ATTRIBUTES.sub("", "\n".join(kept))
    text = FORMULA.sub(lambda found: ROLE.sub("", found[0]), text)
    text = ELSEWHERE.sub(r"\1", PART.sub(r"](\1.ipynb)", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
