"""A file of HTML that needs nothing else: style, fonts and script stand in it, and it asks for nothing."""

import base64
import hashlib
from html import escape
from pathlib import Path

from literate.takeaway.html_tree import Node
from literate.takeaway.styles import classes, style

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; \
img-src data:{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body class="md-typeset">
{body}
</body>
</html>
"""


def document(root: Path, title: str, sheets: tuple[str, ...], used: list[Node], body: str, script: str = "") -> str:
    """A file of HTML.

    Args:
        root: The root of the project.
        title: The title, as plain text.
        sheets: The engine's style sheets that it has, besides the rules of the site.
        used: The elements that stand in it; what none of them needs is left out of style and fonts.
        body: What stands in it, as HTML.
        script: A script, which alone may run in it.
    """
    fonts = {"Text"} | ({"Maths"} if any(node.tag == "math" for one in used for node in one.walk()) else set())
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return PAGE.format(
        title=escape(title),
        policy=f"; script-src 'sha256-{allowed}'" if script else "",
        style=style(root, sheets, classes(used), fonts),
        body=body + (f"\n<script>{script}</script>" if script else ""),
    )
