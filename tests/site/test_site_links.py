"""Every link and every anchor of the site, in the output of both builders; and the addresses that it has had."""

from pathlib import Path

from conftest import ROOT
from site_links import addresses, dead, missing

EVER = (ROOT / "tests/data/addresses.txt").read_text(encoding="utf-8").split()


def test_every_link_of_the_built_site_leads_to_a_place_that_is_there(site: Path) -> None:
    assert len([*addresses(site)]) > 3000 and dead(site) == []


def test_every_link_leads_to_a_place_that_is_there_in_the_second_builder_too(zensical_site: Path) -> None:
    assert len([*addresses(zensical_site)]) > 3000 and dead(zensical_site) == []


def test_every_address_that_the_site_ever_had_still_leads_to_its_subject(site: Path) -> None:
    """Links from elsewhere cannot be mended. A place that moves leaves its anchor beside its subject."""
    assert len(EVER) > 700 and missing(site, EVER) == set()


def test_every_address_leads_to_its_subject_in_the_second_builder_too(zensical_site: Path) -> None:
    assert missing(zensical_site, EVER) == set()


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    inside = "<p id=here><a href='#here'>1</a> <a href=#gone>2</a> <a href='//b.org/x'>3</a>"
    (tmp_path / "a/index.html").write_text(inside)
    text = '<a href="a/">1</a> <a href="a/#here">2</a> <img src="a/b.png"> <a href="a/#gone">3</a>'
    (tmp_path / "index.html").write_text(text + '<script>" href=x"</script>')
    assert dead(tmp_path) == [("a/index.html", "#gone"), ("index.html", "a/b.png"), ("index.html", "a/#gone")]
    assert missing(tmp_path, ["a/", "a/#here", "a/#gone", "b/#here", "b"]) == {"a/#gone", "b/#here", "b"}
