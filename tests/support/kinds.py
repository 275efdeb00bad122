"""Small pages, and all the ways in which they are read: each way has to say the same."""

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from conftest import ROOT, alone
from mkdocs.exceptions import BuildError
from project import TAUGHT, project
from taken_away import cells_of, code_of, is_answer, texts

from literate.command.main import main
from literate.integrations import renderer
from literate.integrations.builder import CONTEXT, Builder, Source
from literate.products.scripts import script
from literate.reading.front_matter import with_meta
from literate.reading.reader import read
from literate.running.run import Run

NAME = "docs/series/15-case.md"
HEAD = "# Case\n\nWords of credit.\n\n"
ABOVE = HEAD.count("\n")
PLACED = re.compile(r"^\S+:\d+:\d+: .*$", re.MULTILINE)
ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
LEGEND = (
    "# Legend\n\n| symbol | meaning | part |\n|--|--|--|\n| $x$ | what goes in | 1 |\n| $y$ | what comes out | 1 |\n"
)


class Wrong(NamedTuple):
    """A page that is refused: its text below the head, and `line:column message` of each mistake, lines of the text."""

    kind: int
    name: str
    text: str
    mistakes: tuple[str, ...]


class Well(NamedTuple):
    """A page that is built: its text below the head, and what stands in its HTML, in order and without other tags."""

    kind: int
    name: str
    text: str
    shows: tuple[str, ...]


def cell(code: str, id: str = "a", result: bool = True) -> str:
    """A cell that shows what it prints."""
    shown = ' result="text"' * result
    return f'```python exec="1" source="block"{shown} session="15" id="{id}"\n{code}\n```\n'


def settings() -> str:
    """The Markdown extensions of this site, for a site without nav."""
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    start = lines.index("markdown_extensions:")
    end = next(number for number, line in enumerate(lines) if number > start and not line.startswith(" "))
    return "\n".join(["site_name: S", *lines[start:end], ""])


def site(root: Path, text: str, name: str = NAME, legend: bool = False) -> Path:
    """A site with one page, and what it may link to; the page's path."""
    path = project(root, text, name, taught=TAUGHT)
    (root / "mkdocs.yml").write_text(settings(), encoding="utf-8")
    (root / "docs/assets").mkdir(exist_ok=True)
    (root / "docs/assets/icon.svg").write_text(ICON, encoding="utf-8")
    if legend:
        (root / "docs/legend.md").write_text(LEGEND, encoding="utf-8")
    return path


def builds(path: Path, root: Path) -> dict[str, str]:
    """The HTML of a page, or the lines of its mistakes, as each of the two builders gets them."""
    page = with_meta(path, root)
    said = {}
    for builder in ("mkdocs", "zensical"):
        md: Any = renderer.markdown(root)
        if builder == "mkdocs":
            Builder.said = Source(path, root, page.body.lstrip("\n"))
        else:
            name = path.relative_to(root / "docs").as_posix()
            where = SimpleNamespace(path=name, url=name)  # no folder of its own: the addresses stay as they are
            config = {"root_dir": str(root), "docs_dir": "docs"}
            context = SimpleNamespace(run=lambda lines: lines, config=config, page=where)
            md.preprocessors.register(context, CONTEXT, -5)
        try:
            said[builder] = md.convert(page.body.lstrip("\n") or "<!-- -->")
        except BuildError as error:
            said[builder] = "\n".join(PLACED.findall(str(error)))
    return said


def refused(path: Path, root: Path, capsys: Any) -> list[str]:
    """The mistakes of a page, `line:column message`; the checker and both builders agree on them."""
    name = path.relative_to(root).as_posix()
    assert main(["check", name]) == 1
    complaint = capsys.readouterr().err
    assert "Traceback" not in complaint
    found = PLACED.findall(complaint)
    assert {builder: said.split("\n") for builder, said in builds(path, root).items()} == {
        "mkdocs": found,
        "zensical": found,
    }
    return found


def built(path: Path, root: Path, capsys: Any) -> str:
    """The HTML of a page that the checker and both builders take, and that a notebook and a script can be made of."""
    name = path.relative_to(root).as_posix()
    assert main(["update", name]) == 0, capsys.readouterr().err
    assert main(["check", name]) == 0, capsys.readouterr().err
    said = builds(path, root)
    assert said["mkdocs"] == said["zensical"]
    run = Run(read(path, root)).all().close()
    products(run)
    return said["mkdocs"]


def products(run: Run) -> None:
    """The notebook has the cells of the page and their outputs; the script, on its own, prints the same."""
    code = [one for one in cells_of(run) if one.cell_type == "code" and one.id in run.outputs]
    assert [(one.id, code_of(one)) for one in code] == [(one.id, one.source) for one in run.page.cells]
    sealed = {one.id for one in run.page.cells if "sealed" in one.options}
    shown = [one for one in code if not is_answer(one) and one.id not in sealed]
    assert [texts(one) for one in shown] == [run.outputs[one.id] for one in shown]
    if code:
        command = [sys.executable, "-I", "-c", script(run)]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=60, check=True, cwd=run.page.root, env=alone()
        )
        assert done.stdout == "".join(run.outputs.values())


def relative(mistake: str) -> str:
    """A mistake with its line counted from the end of the head."""
    line, rest = re.sub(r"^[^:]+:", "", mistake).split(":", 1)
    return f"{int(line) - ABOVE}:{rest.replace(': ', ' ', 1)}"


def plain(html: str) -> str:
    """HTML without the marks of colors and without line ends, so that code can be read in it."""
    html = re.sub(r'<div class="opening".*?</div>|</?span[^>]*>|<a class="headerlink".*?</a>', "", html)
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", html))


def in_order(html: str, parts: tuple[str, ...]) -> bool:
    """Whether all parts stand in a text, one behind the other."""
    at = 0
    for part in parts:
        at = html.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
