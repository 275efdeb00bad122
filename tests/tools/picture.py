"""Take the picture that links and the README show: `python tests/tools/picture.py site`; its result is committed."""

import argparse
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from measure import Quiet
from PIL import Image
from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parents[2] / "docs/assets/preview.png"
VIEW, SCALE = {"width": 1000, "height": 525}, 1.2  # 1200 x 630, as link previews want it
ALONE = """.md-tabs, .md-search, .md-header__option, .eyebrow, .before-after > :nth-child(3),
    article > p:has(.md-button) { display: none !important } .before-after .figure { max-width: 330px !important }"""


def main() -> None:
    """Take it from a site that is built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    options = parser.parse_args()
    handler = partial(Quiet, directory=str(options.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(viewport=VIEW, device_scale_factor=SCALE, color_scheme="light").new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
        page.add_style_tag(content=ALONE)
        page.screenshot(path=PICTURE)
        Image.open(PICTURE).convert("RGB").quantize(64).save(
            PICTURE, optimize=True
        )  # few colors: a third of the weight
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
