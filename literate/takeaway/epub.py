"""The course as an e-book (EPUB 3), of the same elements, written as XHTML."""

import re
import zipfile
from datetime import date
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from literate.takeaway.book import chapter_list
from literate.takeaway.html_tree import Node, as_html
from literate.takeaway.joined import Chapter
from literate.takeaway.styles import classes, style

PAGES = re.compile(r"@page[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
KINDS = {"math": "mathml", "svg": "svg"}
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
XHTML = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" href="style.css"/></head>
<body class="md-typeset">
{body}
</body>
</html>
"""
PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{id}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>en</dc:language>
<dc:description>{words}</dc:description>
<meta property="dcterms:modified">{day}T00:00:00Z</meta>
</metadata>
<manifest>
{items}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def epub(root: Path, chapters: list[Chapter], title: str, words: str, day: date) -> dict[str, bytes]:
    """The files of the e-book, by their names in its archive.

    Args:
        root: The root of the project.
        chapters: The chapters.
        title: The title.
        words: A description.
        day: The day of the last change: the same pages give the same bytes.
    """
    css = style(root, ("base.css", "book.css", "epub.css"), classes([one.body for one in chapters]), {"Maths", "Text"})
    css = PAGES.sub("", css)
    files = {"nav.xhtml": _nav(chapters), "style.css": css}
    for chapter in chapters:
        body = as_html(chapter.body, xml=True, link=_link)
        files[f"{chapter.place}.xhtml"] = XHTML.format(title=escape(chapter.title), body=body)
    order = ["nav", *(chapter.place for chapter in chapters)]
    kinds = {chapter.place: _kinds(chapter.body) for chapter in chapters} | {"nav": "nav"}
    said = ((name, f' properties="{kinds[name]}"' if kinds[name] else "") for name in order)
    items = [f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"{kind}/>' for name, kind in said]
    items.append('<item id="style" href="style.css" media-type="text/css"/>')
    spine = "\n".join(f'<itemref idref="{name}"/>' for name in order)
    named = {"title": escape(title), "words": escape(words), "id": uuid5(NAMESPACE_URL, title), "day": day}
    files["package.opf"] = PACKAGE.format(items="\n".join(items), spine=spine, **named)
    return {"META-INF/container.xml": CONTAINER.encode()} | {f"book/{n}": t.encode() for n, t in files.items()}


def pack_epub(path: Path, files: dict[str, bytes]) -> Path:
    """Pack the e-book: its kind comes first, and plain; the same bytes at any time."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path


def _nav(chapters: list[Chapter]) -> str:
    listed = as_html(chapter_list(chapters, {}), xml=True, link=_link)
    body = f'<nav epub:type="toc" id="toc"><h1>Contents</h1>{listed}</nav>'
    return XHTML.format(title="Contents", body=body)


def _link(address: str) -> str:
    """A link to a place leads to it in the file of its chapter."""
    if not address.startswith("#"):
        return address
    file = address[1:].partition("-")[0]
    return f"{file}.xhtml{'' if address[1:] == file else address}"


def _kinds(body: Node) -> str:
    """What a chapter has besides text."""
    return " ".join(kind for tag, kind in KINDS.items() if any(node.tag == tag for node in body.walk()))
