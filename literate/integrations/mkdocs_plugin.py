"""The hooks as a plugin, `plugins: [literate]`: a project that has the engine installed names no path to its files."""

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from literate.integrations import mkdocs as hooks


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has none: `[tool.literate]` in pyproject.toml says all, to Zensical as well."""


class LiteratePlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """All that `hooks: [literate/integrations/mkdocs.py]` does."""

    on_startup = staticmethod(hooks.on_startup)
    on_pre_build = staticmethod(hooks.on_pre_build)
    on_env = staticmethod(hooks.on_env)
    on_nav = staticmethod(hooks.on_nav)
    on_page_markdown = staticmethod(hooks.on_page_markdown)
    on_page_content = staticmethod(hooks.on_page_content)
    on_post_page = staticmethod(hooks.on_post_page)
    on_post_build = staticmethod(hooks.on_post_build)
    on_shutdown = staticmethod(hooks.on_shutdown)
