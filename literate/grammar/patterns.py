"""How the inline elements of a page are written: numbers, formulas, links, HTML, attribute lists."""

import re

from literate.grammar.markup import ATTRIBUTE

NUMBER = re.compile(r"\{\{ (?P<expression>[^\n]+?) \}\}")
# A formula begins and ends at what it is of: a price, `$5 or $6`, is none, nor is an escaped dollar.
OPENS = r"(?<![\\$])(?<![^\W_])\$(?![\s$])"
INLINE = rf"{OPENS}((?:\\.|[^\\$])+?)(?<![\s\\])\$(?![\d$])"
FORMULA = re.compile(rf"\$\$(?P<display>.+?)\$\$|{INLINE}", re.DOTALL)
IN_LINE = re.compile(INLINE)
OWN = re.compile(r"\$\$((?:(?!\$\$).)+)\$\$", re.DOTALL)
VALUE = r"[A-Za-z][\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s}]+)"
ATTRIBUTES = re.compile(rf"\{{:? *(?:[#.][A-Za-z][\w-]*|{VALUE})(?: +(?:[#.]?[A-Za-z][\w-]*|{VALUE}))* *\}}")
PLACE = re.compile(r"\"[^\"]*\"|'[^']*'|(?<=[\s{:])#(?P<id>[\w-]+)")
TICKS = re.compile(r"(?<!\\)(?:\\\\)*(?P<ticks>`+)")
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!$]")
NOTE = re.compile(r"\[\^(?P<name>[^\]]*)\]")
OPENING = re.compile(r"(?P<image>!)?\[")
TARGET = re.compile(
    r"\(\s*(?:<(?P<angled>[^<>]*)>|(?P<target>(?:[^()\s]|\((?:[^()\s]|\([^()\s]*\))*\))*))"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'))?\s*\)"
)
LABEL = re.compile(r"\s?\[(?P<label>[^\]]*)\]")
ADDRESS = re.compile(r"<(?P<target>[A-Za-z][A-Za-z0-9+.-]*://[^<>]*|[^<> !]+@[^@<> ]+)>")
TAG = re.compile(
    rf"<(?P<close>/)?(?P<tag>[a-zA-Z][^\s\"'<>@/]*)(?P<attributes>(?:\s+{ATTRIBUTE})*)\s*(?P<empty>/?)>"
    r"|(?P<comment><!--(?:(?!<!--|-->).)*-->)|<[?](?:(?!<[?]|[?]>).)*[?]>|<!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*\]\]>",
    re.DOTALL,
)
MARKER = re.compile(r"^(?P<indent> *)\[\[(?P<name>[a-z]+)(?:: *(?P<argument>[^\]]*?))? *\]\] *$")
# TeX that is not in a formula: with dollars that begin behind a letter, or end before a digit, as well.
LEFT_OVER = re.compile(
    r"\$\$.*|\\[a-zA-Z]+[{_^].*|(?<![\\$])\$(?![\s$])[^$\n]*?(?:\\[a-zA-Z]|[_^])[^$\n]*?(?<![\s\\])\$.*"
)
