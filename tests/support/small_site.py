"""A page, converted as the site is, and a site of one page."""

from pathlib import Path

import yaml
from conftest import ROOT
from project import project

from literate.integrations.renderer import rendered
from literate.reading.reader import read
from literate.running.run import Run


def convert(root, text, name="docs/page.md"):
    page = read(project(root, text, name), root)
    return rendered(page, Run(page))


def small_site(root: Path, text: str) -> Path:
    project(root, text, "docs/index.md")
    keep = {"site_name": "S", "plugins": [], "theme": {"name": "material", "font": False}}
    keep["hooks"] = [str(ROOT / "literate/integrations/mkdocs.py")]
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    start = lines.index("markdown_extensions:")
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" "))
    (root / "mkdocs.yml").write_text(yaml.safe_dump(keep) + "\n".join(lines[start:end]) + "\n")
    return root
