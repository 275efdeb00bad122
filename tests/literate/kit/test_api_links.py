"""The reference and the pages lead to each other."""

from conftest import ROOT
from project import cell, page_of, project

import tinynet
from literate.checking.links import anchors
from literate.kit import api_links
from literate.reading import sources
from literate.reading.reader import read
from literate.serving.site_files import Site, texts

DOCUMENTED = {name for name in anchors(ROOT / "docs/reference/index.md", ROOT) if name.startswith("tinynet.")}


def test_every_public_name_is_documented_and_nothing_else():
    public = {f"{getattr(tinynet, name).__module__}.{name}" for name in tinynet.__all__}
    assert public | {"tinynet.pure_python.step_function", "tinynet.exercises.check"} == DOCUMENTED


def test_every_documented_name_is_on_a_page():
    paths = sources.teaching(ROOT)
    shown = [api_links.documented_names(read(path, ROOT), api_links.taught_api(ROOT)) for path in paths]
    assert {name for names in shown for name in names} == DOCUMENTED


def small(root):
    names = ("kept", "Kind", "none", "last")
    project(root, "".join(f"::: tinynet.other.{name}\n\n" for name in names), "docs/reference/index.md")
    (root / "tinynet/other.py").write_text(
        "class Kind:\n    pass\n\n\ndef kept():\n    # --8<-- [start:kept]\n    a = 1\n    # --8<-- [end:kept]\n"
        "    return Kind()\n\n\ndef free():\n    pass\n\n\ndef last():\n    a = 1\n    # --8<-- [start:last]\n"
        "    return a\n    # --8<-- [end:last]\n\n\n# --8<-- [start:x]\nX = 1\n# --8<-- [end:x]\n"
    )
    (root / "tinynet/__init__.py").write_text("from tinynet.other import free, kept\n")
    return root


def test_a_page_names_what_it_imports_and_what_it_shows(tmp_path):
    small(tmp_path)
    taught = (tmp_path / "tinynet/__init__.py").read_text()
    for code, first in (
        ("from tinynet import kept, free", "a"),
        ("from tinynet.other import kept", "a"),
        ('--8<-- "tinynet/other.py:kept"', "a"),
    ):
        page = page_of(
            tmp_path, cell(code) + cell("from tinynet import kept", "b"), name="docs/series/03-a.md", taught=taught
        )
        assert api_links.documented_names(page, api_links.taught_api(page.root)) == {
            "tinynet.other.Kind": first,
            "tinynet.other.kept": first,
        }
        *lines, names, mark = api_links.with_api_links(page, page.lines)
        assert lines == [*page.lines, ""] and mark == "{: .reference }"
        assert names == (
            "In the [reference](../reference/index.md): [`Kind`](../reference/index.md#tinynet.other.Kind), "
            "[`kept`](../reference/index.md#tinynet.other.kept)."
        )


def test_what_is_shown_of_a_function_names_it_to_its_last_line(tmp_path):
    small(tmp_path)
    taught = (tmp_path / "tinynet/__init__.py").read_text()
    for code, names in (
        ("from tinynet import free", []),
        ('--8<-- "tinynet/other.py:last"', ["tinynet.other.last"]),
        ('--8<-- "tinynet/other.py:x"', []),
    ):
        page = page_of(tmp_path, cell(code), name="docs/series/03-a.md", taught=taught)
        assert [*api_links.documented_names(page, api_links.taught_api(page.root))] == names


def test_a_page_depends_on_what_the_package_and_the_reference_are_now(tmp_path):
    small(tmp_path)
    taught = "from tinynet.other import kept\n"
    page = page_of(tmp_path, cell("from tinynet import kept"), name="docs/series/03-a.md", taught=taught)

    def named():
        return [*api_links.FEATURE.depends(page, Site(tmp_path, texts(tmp_path)))]

    assert named() == ["tinynet.other.Kind", "tinynet.other.kept"]
    other = (tmp_path / "tinynet/other.py").read_text()
    (tmp_path / "tinynet/other.py").write_text(other.replace("return Kind()", "return 1"))
    assert named() == ["tinynet.other.kept"]
    (tmp_path / "docs/reference/index.md").write_text("# R\n")
    assert named() == []


def test_an_entry_names_the_parts(tmp_path):
    small(tmp_path)
    taught = (tmp_path / "tinynet/__init__.py").read_text()
    for part in ("03", "12"):
        project(tmp_path, cell("from tinynet import kept", f"c{part}"), f"docs/series/{part}-a.md", taught=taught)
    for name, text in (("a", "---\ntitle: More\n---\n# More\n\n"), ("b", "")):
        beyond = text + cell("from tinynet import kept", f"c{name}")
        project(tmp_path, beyond, f"docs/beyond/{name}.md", taught=taught)
    page = read(tmp_path / "docs/reference/index.md", tmp_path)
    links = "".join(api_links.with_api_links(page, page.lines))
    one = 'Used in <a href="../series/03-a/#cell-c03">part 3</a>, <a href="../series/12-a/#cell-c12">part 12</a>, '
    one += '<a href="../beyond/a/#cell-ca">“More”</a>, <a href="../beyond/b/#cell-cb">“b”</a>.'
    assert links == "".join(f"::: tinynet.other.{n}" for n in (f"kept{one}", f"Kind{one}", "none", "last"))
    assert api_links.with_api_links(page, ["See tinynet.other.kept"]) == ["See tinynet.other.kept"]


def test_a_page_beyond_the_series_names_them_too(tmp_path):
    small(tmp_path)
    taught = (tmp_path / "tinynet/__init__.py").read_text()
    page = page_of(tmp_path, cell("from tinynet import kept"), name="docs/beyond/a.md", taught=taught)
    assert "[`kept`](../reference/index.md#tinynet.other.kept)" in api_links.with_api_links(page, ["x"])[2]


def test_other_pages_stay_as_they_are(tmp_path):
    code = cell("from tinynet import double")
    assert api_links.with_api_links(page_of(tmp_path, code, name="docs/series/01-a.md"), ["x"]) == ["x"]
    small(tmp_path)
    (tmp_path / "tinynet/__init__.py").write_text("from tinynet.other import kept\n")
    page = read(tmp_path / "docs/series/01-a.md", tmp_path)
    assert api_links.with_api_links(page, ["x"]) == ["x"]
    for name in ("docs/page.md", "docs/series.md"):
        kept = page_of(tmp_path, cell("from tinynet import kept"), name=name, taught="from tinynet.other import kept\n")
        assert api_links.with_api_links(kept, ["x"]) == ["x"]


def test_a_public_name_without_an_entry_is_a_mistake_of_the_reference(tmp_path):
    small(tmp_path)
    found = [*api_links.mistakes(read(tmp_path / "docs/reference/index.md", tmp_path))]
    assert [(one.line, one.message) for one in found] == [
        (1, "the reference has no tinynet.other.free, which is public")
    ]
    assert not [*api_links.mistakes(page_of(tmp_path, "text\n", taught="from tinynet.other import free\n"))]
