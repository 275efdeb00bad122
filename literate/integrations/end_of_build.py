"""What the end of a build with MkDocs needs, made ready beforehand."""

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache

from literate.products import beforehand, met_styles

DEEPEST = 1  # folders: in those further below a theme has variants, of which a site needs few


def prepare_end(config: Any, files: Any, templates: BytecodeCache) -> None:
    """Read scripts and style sheets and compile the templates of the theme, when there is time.

    Args:
        config: The settings of MkDocs.
        files: All files of the site.
        templates: Keeps templates until they are asked for.
    """
    env = config.theme.get_env()
    env.bytecode_cache = templates
    paths = [Path(file.abs_src_path) for file in (*files.javascript_files(), *files.css_files())]
    names = [name for name in env.list_templates(extensions=["html"]) if name.count("/") <= DEEPEST]
    beforehand.WAITING.extend(partial(met_styles.keep_words_or_rules, path) for path in paths)
    beforehand.WAITING.extend(partial(env.get_template, name) for name in names)
