"""The feed, and the list of pages."""

from xml.etree import ElementTree

from taken import built_site, make_all

ATOM = "{http://www.w3.org/2005/Atom}"
CHANGES = """<h1 id="c">Changes</h1><h2 id="on-2026-11-26">November 26: <em>more</em>
<a class="headerlink" href="#x">¶</a></h2>
<p>New &amp; old.</p><ul><li>one</li></ul><h2 id="thanks">Thanks</h2><p>to you</p>"""


def site_of(root, changes='changes = "changes.md"\n'):
    site = built_site(root, more="hero: net\ndate: 2026-11-04\ntags: [Theory, A&B]\ndescription: It <is> so.")
    with (root / "pyproject.toml").open("a") as settings:
        settings.write(changes)
    (root / "docs/changes.md").write_text("---\ntitle: Changes\n---\n# Changes\n")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("nav: [index.md", "nav: [index.md, changes.md"))
    (site / "changes").mkdir()
    (site / "changes/index.html").write_text(f"<article>{CHANGES}</article>", encoding="utf-8")
    make_all(root, site)
    return site


def test_the_entries_are_the_dated_pages_and_the_days_of_changes(tmp_path):
    tree = ElementTree.parse(site_of(tmp_path) / "feed.xml").getroot()
    said = [
        [entry.findtext(f"{ATOM}{name}") for name in ("title", "id", "updated")] for entry in tree.iter(f"{ATOM}entry")
    ]
    assert said == [
        ["November 26: more", "https://example.org/nets/changes/#on-2026-11-26", "2026-11-26T00:00:00Z"],
        ["1. A", "https://example.org/nets/series/01-a/", "2026-11-04T00:00:00Z"],
    ]
    words = [entry.findtext(f"{ATOM}summary") for entry in tree.iter(f"{ATOM}entry")]
    assert words == ["New & old. one", "It <is> so."]
    assert [one.get("term") for one in tree.iter(f"{ATOM}category")] == ["Theory", "A&B"]
    assert tree.findtext(f"{ATOM}updated") == "2026-11-26T00:00:00Z" and tree.findtext(f"{ATOM}title") == "S & T"


def test_without_a_page_of_changes_the_parts_alone(tmp_path):
    assert (site_of(tmp_path, "") / "feed.xml").read_text().count("<entry>") == 1


def test_without_a_day_there_is_no_feed_and_without_an_address_no_list(tmp_path):
    site = built_site(tmp_path)
    make_all(tmp_path, site)
    assert not (site / "feed.xml").exists() and (site / "llms.txt").is_file()
    (site / "llms.txt").unlink()
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("site_url: https://example.org/nets/\n", ""))
    make_all(tmp_path, site)
    assert not (site / "llms.txt").exists()


def test_a_folder_without_pages_gives_nothing(tmp_path):
    site = built_site(tmp_path)
    for path in site.rglob("*.html"):
        path.unlink()
    assert make_all(tmp_path, site) == []


def test_the_list_has_every_page_with_its_address(tmp_path):
    text = (site_of(tmp_path) / "llms.txt").read_text()
    assert "- [1. A](https://example.org/nets/series/01-a/): It <is> so.\n" in text and text.startswith("# S & T\n")
    assert "- [Home](https://example.org/nets/): \n" in text
