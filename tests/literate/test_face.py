"""The public names of the engine, and the way in from the command line."""

import subprocess
import sys
from importlib import import_module

import pytest
from conftest import ROOT

import literate
from literate import products
from literate.command import main


def test_each_public_name_is_there():
    assert [*literate.FACE] == literate.__all__
    assert all(getattr(literate, name).__module__.startswith("literate.") for name in literate.FACE)


def test_another_name_is_told_with_those_that_are_there():
    with pytest.raises(AttributeError, match=r"literate has no reed; it has Feature, .*read"):
        literate.reed  # noqa: B018
    with pytest.raises(AttributeError, match=r"literate.products has no notes; it has .*notebook"):
        products.notes  # noqa: B018


def test_a_builder_begins_without_what_draws():
    """It is loaded while the first pages run, of which the longest is waited for."""
    code = "import sys, literate.integrations.mkdocs\nprint({'numpy', 'nbformat', 'literate.figures'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


RACE = """
import importlib, sys, threading
from literate.running.exchange import load_figures

failed = []

def load(name):
    try:
        load_figures()
        importlib.import_module(f"literate.figures.{name}")
    except ImportError as error:
        failed.append(error)

sys.setswitchinterval(1e-6)
names = ("frames", "network", "walk", "canvas", "curves", "tree", "lab", "explorable")
threads = [threading.Thread(target=load, args=[name]) for name in names]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(failed)
"""


def test_figures_of_several_pages_may_come_at_once():
    done = subprocess.run([sys.executable, "-c", RACE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_is_that_of_its_room():
    assert import_module("literate.__main__").main is main
