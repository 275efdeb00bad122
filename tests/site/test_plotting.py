"""Lines that plot with matplotlib: no build runs them, so they run here, in the state of their page at their place."""

import re
import textwrap
import warnings

import numpy as np
import pytest
from conftest import ROOT
from page_runs import leave_long, walk

from literate.reading import sources

PLOTTING = [
    pytest.param((path, number), id=f"{path.stem}-L{number}")
    for path in sources.pages(ROOT)
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    if re.match(r"\s*import matplotlib", text)
]


@pytest.fixture(scope="module")
def plt():
    """The library that plots, without a window; it takes a second to load, so only its own tests load it."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot

    return matplotlib.pyplot


@pytest.fixture(params=PLOTTING, scope="module")
def plotted(request, plt):
    """The state of a page above the lines, the lines, and what they have drawn."""
    path, number = request.param
    leave_long(path)
    run, above = walk(path)
    fence = next(fence for fence in run.page.fences if fence.line < number < fence.last)
    assert not fence.is_cell and fence.language == "python" and fence.options["title"]
    source = textwrap.dedent("\n".join(run.page.lines[fence.line : fence.last - 1]))
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(plt, "show", lambda: None)  # Agg has no window
        warnings.simplefilter("error")
        exec(compile("\n" * fence.line + source, str(path), "exec"), names := dict(above[fence.line]))
    yield {name: value for name, value in names.items() if _is_sequence(value)}, source, plt.gcf()
    plt.close("all")


def _is_sequence(value):
    return isinstance(value, list | np.ndarray) and np.ndim(value) == 1 and len(value) > 1 and np.isfinite(value).all()


def test_the_lines_draw_the_values_of_their_page(plotted):
    values, _, drawn = plotted
    lines = [line for axes in drawn.axes for line in axes.lines]
    assert lines
    for line in lines:
        assert any(np.array_equal(data, value) for data in line.get_data() for value in values.values())


def test_the_lines_are_few_and_name_both_axes(plotted):
    _, source, drawn = plotted
    assert source.count("\n") < 8 and source.endswith("plt.show()")
    assert all(axes.get_xlabel() and axes.get_ylabel() for axes in drawn.axes)


def test_the_pages_that_a_reader_would_plot_have_such_lines():
    assert {"07-gradient-descent-and-partial-derivatives", "14-how-to-train-a-neural-net"} <= {
        plotting.values[0][0].stem for plotting in PLOTTING
    }
