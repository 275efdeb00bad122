"""What in the source of a page may be no text. Whether it is one, these patterns do not say: the page itself does."""

import re

LINK = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\)){0,2000}?\)"
FLAG = r"[a-z]+-[a-z-]+"
KEY = r"(?:[#.][^\W\d][\w:.-]*|[\w:-]{2,}=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'}=]+))"
ITEMS = r"^[ >\t]*(?:(?:[-*+]|\d+[.)]|:)[ \t]+)*"
# By kind: what it looks like. The group `gone` is what may stand for something else; the whole where there is none.
PATTERNS = {
    "number": re.compile(r"\{\{ .+? \}\}"),
    "formula": re.compile(
        r"(?=(?P<gone>\$\$.+?\$\$"
        r"|(?<![\\$])(?<![^\W_])\$(?![\s$])(?:\\.|[^\\$\n]|\n(?!\s*\n))+?(?<![\s\\])\$(?![\d$])))",
        re.DOTALL,
    ),
    "image": re.compile(rf"(?=(?P<gone>!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:{LINK}|[ \n]?\[[^\]]*\])?))"),
    "link": re.compile(rf"(?<!\\)\](?P<gone>{LINK})"),
    "reference": re.compile(r"(?<!\\)\][ \n]?(?=(?P<gone>\[[^\[\]]*\]))"),
    "mail": re.compile(r"<(?P<gone>mailto:)(?=[^<>\s]+@)"),
    "note": re.compile(rf"{ITEMS}\[\^[^\]\n]+\]:|(?<!\\)(?P<gone>\[\^[^\]\n]+\])", re.MULTILINE),
    "raw": re.compile(r"<(?P<tag>style|script|svg|math|template)\b.*?</(?P=tag)\s*>", re.DOTALL | re.IGNORECASE),
    "comment": re.compile(r"<!--.*?-->", re.DOTALL),
    "tag": re.compile(r"</?(?P<tag>[a-zA-Z][\w-]*)(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[?!][^<>]*>"),
    "entity": re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w*);"),
    "attributes": re.compile(rf"\{{:?[ ]*(?:{FLAG}[ ]+)*{KEY}(?:[ ]+(?:{KEY}|{FLAG}))*[ ]*\}}"),
    "flags": re.compile(rf"\{{:?[ ]*{FLAG}(?:[ ]+{FLAG})*[ ]*\}}"),
    "first": re.compile(rf"{ITEMS}(?P<gone>1)[.](?=[ \t])", re.MULTILINE),
    "count": re.compile(rf"{ITEMS}(?P<gone>\d+)[.)](?=[ \t])", re.MULTILINE),
    "target": re.compile(
        r"^[ >\t]{0,7}\[(?P<name>[^\]^\n][^\]\n]*)\]:[ \t]*\n?[ \t]*\S+"
        r"(?:[ \t]*\n?[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$",
        re.MULTILINE,
    ),
    "abbreviation": re.compile(r"^[ >\t]*\*\[[^\]\n]+\] ?:.*$", re.MULTILINE),
    "contents": re.compile(r"^[ \t]*\[TOC\][ \t]*$", re.MULTILINE),
    "marker": re.compile(r"^[ \t]*\[\[.*\]\][ \t]*$", re.MULTILINE),
    "autodoc": re.compile(r"^::: .*(?:\n+ +.*)*", re.MULTILINE),
    "section": re.compile(r"^[ \t]*-+8<-+.*$", re.MULTILINE),
    "fence": re.compile(rf"{ITEMS}(?P<mark>`{{3,}}(?!.*`)|~{{3,}})(?P<gone>.*\S.*)$", re.MULTILINE),
    "hidden": re.compile(
        r"^(?P<mark>[ \t]*(?:`{3,}|~{3,}))(?P<gone>(?= *figure\b|(?=.* exec=)(?!.* source=))"
        r".*\n(?:.*\n)*?)(?P=mark)[ \t]*$",
        re.MULTILINE,
    ),
    "fold": re.compile(
        rf"{ITEMS}(?P<gone>(?:\?\?\?\+?|!!!)[ ]?(?P<kind>[\w-]+)(?P<more>(?:[ ]+[\w-]+)*))(?=[ ]*(?P<title>\".*)?$)",
        re.MULTILINE,
    ),
    "tab": re.compile(rf"{ITEMS}(?P<gone>===[!+]*[ ]+(?P<words>\"[^\n]*\"|'[^\n]*'))[ \t]*$", re.MULTILINE),
    "footnote": re.compile(
        rf"(?={ITEMS}\[)(?P<in>[ >\t]*).*?\[\^(?P<name>[^\]\n]+)\]:(?P<words>.*(?:\n(?!\s*\n|[ >\t]*\[\^).*)*"
        r"(?:\n+(?P=in)(?: {4}|\t).*(?:\n(?!\s*\n).+)*)*)",
        re.MULTILINE,
    ),
}
# What may stand as it is written in code alone: elsewhere the site has not read it.
STRICT = frozenset(
    {"number", "image", "link", "note", "comment", "abbreviation", "target", "contents", "marker", "fence", "hidden"}
    | {"fold", "tab", "footnote", "section", "tag", "entity", "first", "attributes", "formula", "reference"}
)
