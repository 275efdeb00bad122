"""What is made of a built site."""

import base64
import hashlib
import io
import zipfile

import pytest
from project import cell, run_of

from literate.kit import evidence
from literate.products.finished_site import finish

PAGE = '<head><meta charset="utf-8"></head><script>one()</script><script src="a.js"></script>'
POLICY = "Content-Security-Policy"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def finished(site, text, name="index.html", **options):
    (site / name).write_text(text)
    finish(site.parent, site, [], **options)
    return (site / name).read_text()


def test_the_scripts_of_a_page_are_allowed_by_their_hash(site):
    inline = base64.b64encode(hashlib.sha256(b"one()").digest()).decode()
    for name in ("index.html", "404.html"):
        built = finished(site, PAGE * 2, name)
        assert built.count(POLICY) == 1 and f"script-src 'self' 'sha256-{inline}' " in built
        assert built.index("utf-8") < built.index(POLICY) < built.index("</head>")


def test_a_folder_that_is_finished_twice_is_as_after_once(site):
    once = finished(site, PAGE)
    assert finished(site, once) == once
    assert finished(site, once.replace("one()", "two()")) == finished(site, PAGE.replace("one()", "two()")) != once


@pytest.mark.parametrize("mark", ["<meta charset=utf-8>", '<META charset="UTF-8" />', "<meta charset='utf-8'/>"])
def test_themes_write_their_heads_otherwise(site, mark):
    assert f'{mark}\n<meta http-equiv="{POLICY}"' in finished(site, f"<head>{mark}</head>")


def test_a_live_server_sets_no_policy_and_what_an_author_has_put_there_stays(site):
    assert finished(site, PAGE, public=False) == PAGE
    (site.parent / "docs").mkdir()
    (site.parent / "docs/own.html").write_text(PAGE)
    assert finished(site, PAGE, "own.html") == PAGE and POLICY in finished(site, PAGE, "other.html")


def test_code_is_marked_but_for_the_kinds_of_tokens_that_the_settings_name(site):
    (site.parent / "pyproject.toml").write_text('[tool.literate]\nunmarked = ["n"]\n')
    made = finished(site, f'{PAGE}<pre><span class="n">a</span><span class="k">in</span></pre>')
    assert made.endswith('<pre>a<span class="k">in</span></pre>')


def test_a_page_has_the_counts_of_the_tests_of_these_sources(site):
    page = '<span data-record="tests">not run in this build</span>'
    evidence.write_counts(site.parent, {"tests": "3 of 3"})
    made = finished(site, page)
    assert ">3 of 3<" in made
    (site.parent / "mkdocs.yml").write_text("site_name: other\n")
    assert ">not run in this build<" in finished(site, made)


def test_a_live_server_has_the_same_archive_sooner(site):
    run = run_of(site.parent, cell("print('a' * 10)"), name="docs/series/01-a.md")
    archives = []
    for public in (True, False):
        finish(site.parent, site, [run], public=public)
        archives.append(zipfile.ZipFile(io.BytesIO((site / "series/basics-of-deep-learning.zip").read_bytes())))
    small, quick = [{one.filename: archive.read(one) for one in archive.infolist()} for archive in archives]
    assert small == quick and {one.compress_type for one in archives[1].infolist()} == {zipfile.ZIP_STORED}


def test_notebooks_and_scripts_stand_beside_the_pages(site):
    run = run_of(site.parent, cell("print(1)"), name="docs/series/01-a.md")
    stems = [site / f"series/{name}" for name in ("01-a.ipynb", "01-a.py", "basics-of-deep-learning.zip")]
    assert finish(site.parent, site, [run], complete=False) == stems[:2] and not stems[2].exists()
    assert finish(site.parent, site, [run]) == stems and all(path.is_file() for path in stems)
