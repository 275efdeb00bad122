"""Make the font of the headings once: `python tests/tools/text_font.py`; its result is
committed, so no build needs this.

A subset of STIX Two Text 2.13, semibold (SIL Open Font License 1.1, no reserved name), taken from the npm package
`@fontsource/stix-two-text`, which `npm install --prefix tests/browser` brings.
"""

import string
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
FONT = ROOT / "docs/assets/fonts/text.woff2"
SOURCE = ROOT / "tests/browser/node_modules/@fontsource/stix-two-text/files/stix-two-text-latin-600-normal.woff2"
SIGNS = string.ascii_letters + string.digits + " .,:;?!'()[]-_/&\u00a0–‘’“”…"


def make() -> bytes:
    """The font as WOFF2: letters, digits and the punctuation of headings."""
    font = TTFont(SOURCE, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=["kern"], hinting=False, notdef_outline=False, glyph_names=False))
    subsetter.populate(unicodes=map(ord, SIGNS))
    subsetter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    FONT.write_bytes(make())
    sys.stdout.write(f"{FONT.relative_to(ROOT)}: {FONT.stat().st_size} bytes\n")
