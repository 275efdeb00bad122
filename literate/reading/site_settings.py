"""The settings of a site, as its builder has them."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from literate.file_texts import file_text

FILE = "mkdocs.yml"


def site_settings(root: Path) -> dict[str, Any]:
    """The settings of a site; what only a builder can read in them is left out."""
    path = root / FILE
    return _read(file_text(path)) if path.is_file() else {}


@lru_cache(maxsize=4)  # each part asks for them
def _read(text: str) -> dict[str, Any]:
    loader = get_yaml_loader(yaml.SafeLoader)
    loader.add_multi_constructor("", lambda *_: None)
    return yaml.load(text, loader) or {}
