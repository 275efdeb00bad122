"""The public names of the engine, and the way in from the command line."""

from importlib import import_module

import pytest

import literate
from literate.command import main


def test_each_public_name_is_there():
    assert [*literate.FACE] == literate.__all__
    assert all(getattr(literate, name).__module__.startswith("literate.") for name in literate.FACE)


def test_another_name_is_told_with_those_that_are_there():
    with pytest.raises(AttributeError, match=r"literate has no reed; it has Feature, .*read"):
        literate.reed  # noqa: B018


def test_the_command_is_that_of_its_room():
    assert import_module("literate.__main__").main is main
