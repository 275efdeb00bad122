"""Every link and every anchor of the site, in the output of both builders; and the addresses that it has had."""

from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from site_links import addresses, dead, missing

BUILDERS = ["site", "zensical_site"]
EVER = (ROOT / "tests/data/addresses.txt").read_text(encoding="utf-8").split()


@pytest.fixture(params=BUILDERS)
def built(request: pytest.FixtureRequest) -> Any:
    return request.getfixturevalue(request.param)


def test_every_link_of_the_built_site_leads_to_a_place_that_is_there(built: Path) -> None:
    assert len([*addresses(built)]) > 3000 and dead(built) == []


def test_every_address_that_the_site_ever_had_still_leads_to_its_subject(built: Path) -> None:
    """Links from elsewhere cannot be mended. A place that moves leaves its anchor beside its subject."""
    assert len(EVER) > 700 and missing(built, EVER) == set()


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    inside = "<p id=here><a href='#here'>1</a> <a href=#gone>2</a> <a href='//b.org/x'>3</a>"
    (tmp_path / "a/index.html").write_text(inside)
    text = '<a href="a/">1</a> <a href="a/#here">2</a> <img src="a/b.png"> <a href="a/#gone">3</a>'
    (tmp_path / "index.html").write_text(text + '<script>" href=x"</script>')
    assert dead(tmp_path) == [("a/index.html", "#gone"), ("index.html", "a/b.png"), ("index.html", "a/#gone")]
    assert missing(tmp_path, ["a/", "a/#here", "a/#gone", "b/#here", "b"]) == {"a/#gone", "b/#here", "b"}
