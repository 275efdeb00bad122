"""The attributes of a tag, and where those of them lead that are addresses."""

import re
from collections.abc import Iterator

PAIR = re.compile(r"""(?P<key>[^\s/=>"']+)(?:\s*=\s*(?:'(?P<a>[^']*)'|"(?P<b>[^"]*)"|(?P<c>[^>\s'"]+)))?""")
# What leads somewhere beside `href` and `src`, and in which tags.
ADDRESSES = {
    "action": {"form"},
    "cite": {"blockquote", "del", "ins", "q"},
    "data": {"object"},
    "formaction": {"button", "input"},
    "poster": {"video"},
    "srcset": {"img", "source"},
    "xlink:href": {"a", "image", "use"},
}
CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])[^,]*")


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag, by their names in small letters."""
    return {one["key"].lower(): one["a"] or one["b"] or one["c"] or "" for one in PAIR.finditer(written)}


def targets(tag: str, written: dict[str, str]) -> Iterator[str]:
    """What a tag with these attributes leads to beside its `href` and `src`; a form without an action asks its own."""
    for key in (key for key, tags in ADDRESSES.items() if key in written and tag in tags):
        if key == "srcset":
            yield from CANDIDATE.findall(written[key])
        elif written[key] or not key.endswith("action"):
            yield written[key]
