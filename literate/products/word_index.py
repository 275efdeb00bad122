"""The theme's search takes no word for another.

Its index (lunr's TokenSet) joins nodes that read alike, and writes the letters of their edges and the numbers of the
nodes behind them without a gap: the digit 1 to node 23 reads as the digits 1 and 2 would. So with many numbers in the
text it finds words that are nowhere, and a query that begins like them fails. A comma keeps them apart.
"""

import re
from pathlib import Path

WORKERS = "assets/javascripts/workers/search*.js"
RUN_TOGETHER = re.compile(
    r'(?P<head>for\(var (?P<text>\w+)=this\.final\?"1":"0",[^{}]*\{[^{}]*\+\w+\.id)(?=\}return (?P=text)\})'
)


def keep_words_apart(site: Path) -> None:
    """Write the theme's search of a built site so that its index joins only nodes that are alike."""
    for path in site.glob(WORKERS):
        text = path.read_text(encoding="utf-8")
        if (apart := RUN_TOGETHER.sub(r'\g<head>+","', text)) != text:
            path.write_text(apart, encoding="utf-8")
