"""MkDocs writes the notebooks and scripts at the end of a build; with Zensical, `python -m literate export` does."""

from pathlib import Path
from typing import Any

from literate import exports, extension


def on_pre_build(**_: Any) -> None:
    """Forget the runs of the build before."""
    extension.RUNS.clear()


def on_post_build(config: Any) -> None:
    """Write what the pages of this build are as notebooks and scripts."""
    exports.write(extension.RUNS.values(), Path(config.site_dir))
