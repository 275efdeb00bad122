"""The notebooks and scripts of a site, each beside its page, and one archive of all."""

import io
import zipfile
from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path

from literate.products import beforehand, openings
from literate.products.scripts import script
from literate.reading import sources
from literate.running.exchange import load_figures
from literate.running.run import Run
from literate.settings import settings_of

RUNS = 500  # as many as are kept: each of them, in a project of a usual size


def publish(runs: Iterable[Run], site: Path, complete: bool = True, packed: bool = True) -> list[Path]:
    """Write the notebook and the script of each page that has them next to it, and the archive of all.

    Args:
        runs: The finished runs of the pages.
        site: The folder of the site.
        complete: Whether these are all pages, each without a mistake; if not, the archive is left as it is.
        packed: Whether the archive is to be small, which takes longer than to write it.
    """
    made: dict[str, str] = {}
    runs = sorted(runs, key=lambda run: run.page.name)
    for run in runs:
        if sources.is_taken_away(run.page.path, run.page.root):
            stem = run.page.address.removesuffix(".md")
            made |= {f"{stem}{ending}": text for ending, text in _texts(run).items()}
    for name, text in made.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    archive = settings_of(next(iter(runs)).page.root).archive if complete and made else ""
    if archive:
        (site / archive).parent.mkdir(parents=True, exist_ok=True)
        (site / archive).write_bytes(_archive(made, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED))
    return [site / name for name in (*made, *[archive] * bool(archive))]


def make_beforehand(run: Run) -> None:
    """Make the products of a page, for `publish` to find, when there is time."""
    if sources.is_taken_away(run.page.path, run.page.root):
        beforehand.WAITING.append(partial(_texts, run))


def _texts(run: Run) -> dict[str, str]:
    """Both products of a page. A live server hands back the run of one that is as it was, and these with it."""
    return _made(run, openings.of_notebook(run.page), openings.of_script(run.page))


@lru_cache(maxsize=RUNS)
def _made(run: Run, *begun: object) -> dict[str, str]:
    load_figures()
    from literate.products.notebooks import notebook  # it loads what reads figures, which can wait

    return {sources.NOTEBOOK: notebook(run), sources.SCRIPT: script(run)}


def _archive(files: dict[str, str], compression: int) -> bytes:
    """A zip of texts, the same bytes at any time: all of the first day that a zip knows."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text, compression)
    return packed.getvalue()
