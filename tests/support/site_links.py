"""The links of a built site: which of them lead nowhere, and which addresses of old are gone."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HERE = "127.0.0.1:8000"
SCRIPT = re.compile("<script.*?</script>", re.DOTALL)
LINK = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^"'\s>]+))""")


def addresses(site: Path) -> Iterator[tuple[str, str, str]]:
    """Each link to this site: the page that it stands on, how it is written, and where it leads."""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for found in LINK.finditer(SCRIPT.sub("", path.read_text(encoding="utf-8"))):
            written = unescape(found[found.lastindex or 0])
            split = urlsplit(urljoin(f"http://{HERE}/{page}", written))
            if split.netloc == HERE:
                yield (
                    page,
                    written,
                    unquote(split.path).lstrip("/") + "#" * bool(split.fragment) + unquote(split.fragment),
                )


def missing(site: Path, wanted: Iterable[str]) -> set[str]:
    """Those of the wanted addresses, `series/#part`, of which the file or the anchor is not there."""
    texts: dict[Path, set[str]] = {}
    lost = set()
    for address in set(wanted):
        name, _, anchor = address.lstrip("/").partition("#")
        file = site / name / "index.html" if (site / name).is_dir() else site / name
        if file.is_file() and anchor and file not in texts:
            texts[file] = set(re.findall(r'\sid=["\']?([^"\'\s>]+)', file.read_text(encoding="utf-8")))
        lost |= {address} if not file.is_file() or (anchor and anchor not in texts[file]) else set()
    return lost


def dead(site: Path) -> list[tuple[str, str]]:
    """The links that lead nowhere, each with its page."""
    found = [*addresses(site)]
    lost = missing(site, (address for *_, address in found))
    return [(page, written) for page, written, address in found if address in lost]
