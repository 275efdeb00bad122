"""A page as HTML, with the Markdown extensions of the site, without a builder: what the checker and pytest look at."""

import copy
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown_exec import validator
from mkdocs.config.config_options import MarkdownExtensions
from mkdocs.utils.yaml import get_yaml_loader

from literate.errors import text_if_there
from literate.integrations.markdown import SOURCE, figure, figure_options, show
from literate.reading.page import Page
from literate.reading.site_settings import FILE, settings_from
from literate.running.run import Run

FENCES = [
    {"name": "figure", "class": "figure", "validator": figure_options, "format": figure},
    {"name": "python", "class": "python", "validator": validator, "format": show},
]
# What a project without settings gets.
DEFAULT: list[Any] = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("literate.integrations.markdown", "literate.maths"),
    *("pymdownx.details", "pymdownx.highlight"),
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.superfences": {"custom_fences": FENCES}},
]
BUILT_IN = ["toc", "tables", "fenced_code"]  # which MkDocs adds


def rendered(page: Page, run: Run) -> str:
    """A page as the HTML of its body, with its numbers and outputs.

    Args:
        page: The page.
        run: Its run, which ends here if it has not ended yet.

    Raises:
        MistakesError: All that is wrong with the page.
    """
    md = markdown(page.root)
    setattr(md, SOURCE, run)
    return str(md.convert(page.body if page.body.strip() else "<!-- -->"))


def markdown(root: Path) -> Markdown:
    """A new instance, as a builder makes one for each page.

    Raises:
        PageError: When the settings of the site cannot be read.
    """
    names, options = _extensions(text_if_there(root / FILE, root))
    return Markdown(extensions=names, extension_configs=options)


@lru_cache(maxsize=1)
def _extensions(settings: str) -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions that settings name, with their options."""
    written = settings_from(settings, get_yaml_loader())
    option: Any = MarkdownExtensions(builtins=BUILT_IN)
    names = option.validate(copy.deepcopy(written.get("markdown_extensions", DEFAULT)))  # which it takes apart
    return names, option.configdata
