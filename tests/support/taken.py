"""What stands in an article, to compare what is made of a page with the page; and a small built site to make it of."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from project import SETTINGS, project

from literate.takeaway import make_for_class, make_of_all
from literate.takeaway.html_reader import article
from literate.takeaway.html_tree import Node

SITE = """site_name: S & T
site_url: https://example.org/nets/
extra_css: [a.css]
extra:
  series: {name: N, author: A, address: "https://example.com"}
nav: [index.md, {Parts: [series/01-a.md, series/02-b.md]}]
"""
FONT = '@font-face { font-family: "Maths"; src: url("m.woff2"); }\n'
STYLE = (
    FONT
    + ".maths { --icon: url('data:image/svg+xml,x') }\n/* { */ .cell, .gone { a: b }\n"
    + ".md-typeset .maths:is(.x, .y) { c: d }\n.md-header { e: f }\n"
    + '@media screen { [data-md-color-scheme="slate"] { --n: 1 } .cell { q: r } }\n'
    + '[data-md-color-scheme="slate"] .cell { g: h }\n@media print { .cell { i: j } }\n@page { k: l }\n'
)
DRAWING = (
    '<svg viewBox="0 0 20 10"><title id="t">{0}</title><clipPath id="c"/><text clip-path="url(#c)">{0}</text></svg>'
)
CELL = (
    '<div class="cell" id="cell-{0}"><div class="language-python highlight"><pre><span></span><code>a = {0}\n</code>'
    '</pre></div><div class="result"><pre><code>{1}</code></pre></div></div>'
)
MATHS = (
    '<div class="maths"><math><mfrac><mi>a</mi><mn>2</mn></mfrac><mo>=</mo>'
    "<msub><mi>b</mi><mn>1</mn></msub></math></div>"
)
PART = f"""<div class="opening"><p class="facts">facts</p></div><h1 id="a">A<a class="headerlink" href="#a">¶</a></h1>
<p class="post">After P</p><p>The question <a href="../../legend/#x">x</a>?</p>
<figure class="figure hero" id="hero-net"></figure>
<details class="earlier"><summary>E</summary>{CELL.format("hidden", "")}</details>
<h2 id="one">One<a class="headerlink" href="#one">¶</a></h2><p>First words.
<sup id="fnref:n"><a href="#fn:n">1</a></sup></p>
<div class="wraps"><table><tr><th>x</th><th>y</th></tr><tr><td>1</td>
<td><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></td>
<td>3</td></tr></table></div><p>On the table, see <a href="https://example.com">there</a>.</p>
<h3 id="two">Two</h3>{MATHS}{CELL.format("x", "7")}<p class="checked">c</p><p>On x.</p>
<figure class="figure" id="figure-net">{DRAWING.format("drawn")}<figcaption>Seen.</figcaption></figure>
<figure class="figure panels" id="figure-p"><div class="frames"><div class="frame"><p>L</p>{DRAWING.format("l")}</div>
<div class="frame"><p>R</p>{DRAWING.format("r")}</div></div></figure>
<figure class="figure explore walk" id="figure-w" data-explore="w"><fieldset class="live"><button>b</button></fieldset>
<div class="stage"><svg viewBox="0 0 10 20"><rect class="touch"/><a href="#cell-x"><text>walked</text></a></svg></div>
<figcaption>W</figcaption></figure><h2 id="slips">Slips</h2>{CELL.format("slip", "0")}
<h2 id="check">Check</h2><div data-sealed="">{CELL.format("y", "")}</div>"""
KINDS = {"svg": "figure", "math": "formula", "table": "table", "pre": "code"}
BUILT = (
    '<html><head><meta charset="utf-8"></head><body><nav>n</nav><article class="md-typeset">{}</article></body></html>'
)


def built_site(root: Path, part: str = PART, more: str = "hero: net") -> Path:
    """A small project with its site, as a builder leaves it; the folder of the site."""
    (root / "pyproject.toml").write_text(f'{SETTINGS}slides_without = ["slips", "check"]\n', encoding="utf-8")
    heads = {"01-a": f"---\ntitle: 1. A\nshort: A\n{more}\n---\n# A\n", "02-b": "---\ntitle: 2. B\n---\n# B\n"}
    for name, text in heads.items():
        project(root, text, name=f"docs/series/{name}.md")
    project(root, "---\ntitle: Home\n---\n# Home\n", name="docs/index.md")
    (root / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (root / "docs/a.css").write_text(STYLE, encoding="utf-8")
    (root / "docs/m.woff2").write_bytes(b"font")
    pages = {"index": "<h1 id='home'>Home</h1><p><a href='series/01-a/#one'>one</a></p>", "series/01-a/index": part}
    for name, text in (pages | {"series/02-b/index": "<h1>B</h1>"}).items():
        file = root / f"site/{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(BUILT.format(text), encoding="utf-8")
    return root / "site"


def said(node: Node, kind: str) -> Iterator[str]:
    """The words of each element of a kind: a figure's drawings, a formula, a cell's code or output, a table."""
    for one in shown(node):
        if kind == KINDS.get(one.tag) and (words := " ".join(one.text().split())):
            yield words


def shown(node: Node) -> Iterator[Node]:
    """What is read: without the head of a page, its controls, and what a script writes beside a drawing."""
    if (
        {"opening", "live", "headerlink", "talk"} & {*node.classes}
        or node.tag in {"fieldset", "button"}
        or _is_hidden(node)
    ):
        return
    if "explore" in node.classes:
        drawing = node.find(lambda one: one.tag == "svg" or "frames" in one.classes)
        yield from drawing.walk() if drawing else ()
        return
    yield node
    for child in node.elements:
        yield from shown(child)


def elements(node: Node) -> dict[str, Counter[str]]:
    """All of it, counted."""
    return {kind: Counter(said(node, kind)) for kind in ("figure", "formula", "table", "code")}


def paragraphs(node: Node) -> Counter[str]:
    """The words and numbers of each paragraph, but for those that lead to other files of the site."""
    found = (one for one in shown(node) if one.tag in {"p", "summary", "h1", "h2", "h3"})
    told = (one for one in found if "reference" not in one.classes and not any(map(_is_made, one.walk())))
    return Counter(" ".join(one.text().translate({ord("¶"): None, ord("↩"): None}).split()) for one in told)


def _is_hidden(node: Node) -> bool:
    return "hidden" in node.attributes


def _is_made(node: Node) -> bool:
    return "data-made" in node.attributes


def page_of(site: Path, name: str) -> Node:
    """The article of a page of a built site."""
    return article((site / name / "index.html").read_text(encoding="utf-8"))


def make_all(root: Path, site: Path) -> list[Path]:
    """Make all that a build makes of a finished site."""
    return make_for_class(root, site) + make_of_all(root, site)
