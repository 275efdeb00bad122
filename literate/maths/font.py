"""Make the mathematics font once: `python -m literate.maths.font`; its result is committed, so no build needs this.

A subset of STIX Two Math 2.11 (SIL Open Font License 1.1, no reserved name), taken from the package ziamath. The
repertoire is fixed, so that a new formula does not change the file. Needs the extra "font", whose versions are pinned:
others may give other bytes.
"""

import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

FONT = Path("docs/assets/fonts/maths.woff2")
CHARACTERS = Path("literate/maths/characters.txt")
PRIME = 0x2032
RANGES = (
    "20-7e a0 ac af b1 b7 d7 f7 131 237 2c6 2d9 2dc 393 394 3a3 3a9 3b1-3b6 3b8 3bb 3bc 3c0 3c3 3c6 3c9 3d5 3f5 "
    "2010-2016 2018 2019 201c 201d 2026 2032-2034 2044 2057 2061-2064 210e 2112 211d 2190 2192 21d0 21d2 21d4 "
    "2200 2202 2203 2207-2209 220f 2211 2212 2217 2218 221a 221e 2223 2225 2229-222b 2236 2248 2260 2261 2264 "
    "2265 2282 2295 2297 2299 22c5 22ee 22ef 22f1 2308-230b 23de 23df 27e8 27e9 27f5-27fa 1d416 1d431 1d434-1d454 "
    "1d456-1d467 1d6a4 1d6a5 1d6fc-1d700 1d703 1d706 1d707 1d70b 1d70e 1d711 1d714 1d716 1d719 "
)


def codepoints() -> list[int]:
    """The fixed repertoire: letters, operators, arrows, brackets; more styles would weigh more."""
    found: list[int] = []
    for item in RANGES.split():
        first, _, last = item.partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


def make_font() -> tuple[bytes, str]:
    """The font as WOFF2, and the list of the characters that it has."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    package = find_spec("ziamath")
    if package is None or package.origin is None:
        raise SystemExit("ziamath is not installed, needed: pip install -e '.[font]'")
    font = TTFont(Path(package.origin).parent / "fonts/STIXTwoMath-Regular.ttf", recalcTimestamp=False)
    _map_prime(font)
    subsetter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True, glyph_names=False))
    subsetter.populate(unicodes=codepoints())
    subsetter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue(), "".join(f"{code:x}\n" for code in sorted(font.getBestCmap()))


def _map_prime(font: Any) -> None:
    """Chromium draws a prime small, since it leaves out the script variant: let the character be that variant."""
    tables = font["GSUB"].table
    feature = next(record.Feature for record in tables.FeatureList.FeatureRecord if record.FeatureTag == "ssty")
    lookups = [tables.LookupList.Lookup[index] for index in feature.LookupListIndex]
    variants = {k: v for lookup in lookups for table in lookup.SubTable for k, v in table.alternates.items()}
    variant = variants[font.getBestCmap()[PRIME]][0]
    for cmap in font["cmap"].tables:
        cmap.cmap[PRIME] = variant


if __name__ == "__main__":
    data, listed = make_font()
    FONT.write_bytes(data)
    CHARACTERS.write_text(listed, encoding="utf-8")
    sys.stdout.write(f"{FONT}: {len(data)} bytes, {len(listed.split())} characters\n")
