"""Take the picture that links and the README show: `python tests/tools/picture.py site`; its result is committed."""

import argparse
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "support"))
from served import served

PICTURE = Path(__file__).parents[2] / "docs/assets/preview.png"
VIEW, SCALE = {"width": 1000, "height": 525}, 1.2  # 1200 x 630, as link previews want it
ALONE = """.md-tabs, .md-search, .md-header__option, .eyebrow, .before-after > :nth-child(3),
    article > p:has(.md-button) { display: none !important } .before-after .figure { max-width: 330px !important }"""


def main() -> None:
    """Take it from a site that is built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    options = parser.parse_args()
    with served(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(viewport=VIEW, device_scale_factor=SCALE, color_scheme="light").new_page()
        page.goto(address, wait_until="networkidle")
        page.add_style_tag(content=ALONE)
        page.screenshot(path=PICTURE)
        Image.open(PICTURE).convert("RGB").quantize(64).save(
            PICTURE, optimize=True
        )  # few colors: a third of the weight
        browser.close()


if __name__ == "__main__":
    main()
