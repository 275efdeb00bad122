"""Measure side by side, in one run, what should stay small: `python tests/benchmark.py build`.

Machines differ and are noisy: the ratios count, no test asserts them, and what is compared is measured in turn.
`build` and `pages PAGE …` compare builds that run their cells with builds that are handed the outputs; `against
REVISION` compares cold builds with those of an earlier revision; `edit` waits for edits under `mkdocs serve`; `check`
times `python -m literate check`; `taken SITE` times and weighs what readers take away; `run SITE` runs cells in their
page, and beside it in JupyterLite; `weight` adds up first views; `figures SITE` times figures that can be handled;
`numpy` compares the two forms of part 5's net, and with `--record` keeps what it found for the page.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path += [str(Path(__file__).parent / folder) for folder in ("support", "tools")]
from benchmarks import builds, edits, forms, taken, weight
from project import BENCHMARK


def figures(site: Path) -> None:
    """What figures that can be handled cost, in a browser."""
    from measure_figures import measure  # it needs one

    measure(site)


def running(site: Path, rounds: int) -> None:
    """Cells that run in their page, beside JupyterLite; what that needs is fetched now."""
    from measure_running import measure

    measure(site, rounds)


def main() -> None:
    """Measure what is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, measure: Callable[[Any], None], *places: str, **numbers: int) -> argparse.ArgumentParser:
        made = commands.add_parser(name)
        for place in places:
            made.add_argument(place, type=Path if place == "site" else str, nargs="+" if place == "page" else None)
        for option, usual in numbers.items():
            made.add_argument(f"--{option}", type=int, default=usual)
        made.set_defaults(measure=measure)
        return made

    command("build", lambda given: builds.measure_builds([], given.rounds), rounds=3)
    command("pages", lambda given: builds.measure_builds(given.page, given.rounds), "page", rounds=3)
    command("against", lambda given: builds.measure_against(given.revision, given.rounds), "revision", rounds=5)
    command("edit", lambda given: edits.measure_edits(given.edits), edits=20)
    command("check", lambda _: edits.measure_checks())
    command("weight", lambda _: weight.measure_weight())
    command("figures", lambda given: figures(given.site), "site")
    command("run", lambda given: running(given.site, given.rounds), "site", rounds=3)
    on_paper = command("taken", lambda given: taken.measure_taken(given.site, given.paper), "site")
    on_paper.add_argument("--paper", action="store_true", help="print it as well, with Chromium")
    record = command("numpy", lambda given: forms.measure_numpy(given.record))
    record.add_argument("--record", action="store_true", help=f"write {BENCHMARK}")
    given = parser.parse_args()
    given.measure(given)


if __name__ == "__main__":
    main()
