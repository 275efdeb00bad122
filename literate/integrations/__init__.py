"""The hosts: MkDocs, Zensical through its Markdown, pytest, and a renderer without any of them.

Each host names its module: `hooks: [literate/integrations/mkdocs.py]` and `literate.integrations.markdown` in
`mkdocs.yml`, `-p literate.integrations.pytest` in `pyproject.toml`.
"""
