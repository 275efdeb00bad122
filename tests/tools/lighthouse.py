"""Judge pages as Lighthouse does: `python tests/tools/lighthouse.py site [page …]`, the median
of some runs on a phone.

Lighthouse is large and used by hand, so it is no dependency: `npm install --prefix tests/browser --no-save lighthouse`
brings it. The site is served compressed, as its host does.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support")]

from served import Quiet, served  # noqa: E402

from literate.reading import sources  # noqa: E402

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PROGRAM = ROOT / "tests/browser/node_modules/.bin/lighthouse"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
SQUEEZED = {".html", ".css", ".js", ".json", ".svg"}


class Compressed(Quiet):
    """Serves a site without a log, its texts compressed."""

    def do_GET(self) -> None:  # noqa: N802
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in SQUEEZED or not path.is_file():
            return super().do_GET()
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(str(path))),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "max-age=600"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return None


def judged(address: str) -> dict[str, Any]:
    """One report."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.json")
        command = [
            str(PROGRAM),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={file}",
            f"--chrome-flags={FLAGS}",
        ]
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": "/usr/bin/chromium"}, capture_output=True)
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return found


def blocking(report: dict[str, Any]) -> dict[str, float]:
    """For each script, or part of the browser's own work, the milliseconds of long tasks beyond 50 that begin in it."""
    found: dict[str, float] = {}
    for task in report["audits"]["long-tasks"]["details"]["items"]:
        name = task["url"].split("?")[0].rsplit("/", 1)[-1] or "document"
        found[name] = found.get(name, 0) + max(task["duration"] - 50, 0)
    return found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    pages = options.pages or ["", *(f"series/{path.stem}/" for path in sources.part_pages(ROOT))]
    print(f"| page | {' | '.join(CATEGORIES)} | blocked, ms | largest paint, ms | long tasks by script, ms beyond 50 |")
    print("|---|--:|--:|--:|--:|--:|--:|---|")
    with served(options.site, Compressed) as address:
        for page in pages:
            reports = [judged(address + page) for _ in range(options.runs)]
            scores = [f"{100 * median(one['categories'][name]['score'] for one in reports):.0f}" for name in CATEGORIES]
            times = [
                median(one["audits"][name]["numericValue"] for one in reports)
                for name in ("total-blocking-time", "largest-contentful-paint")
            ]
            tasks = [blocking(one) for one in reports]
            names = sorted({name for one in tasks for name in one})
            said = ", ".join(f"{name} {median(one.get(name, 0) for one in tasks):.0f}" for name in names)
            cells = [page.strip("/")[7:22] or "home", *scores, *(f"{time:.0f}" for time in times), said]
            print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
