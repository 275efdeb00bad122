"""What stands around a node with its weights: which flower, for how many it fires, and what can be changed."""

from typing import TYPE_CHECKING

import numpy as np

from literate.figures.explorable import STATUS, controls, editing, live_number, unseen

if TYPE_CHECKING:
    from literate.figures.neuron import Neuron

WEIGHT, THRESHOLD = 'min="-2" max="2" step="0.05"', 'min="-6" max="10" step="0.1"'


def head(neuron: "Neuron", id: str) -> str:
    """Whose sum is drawn."""
    radios = "".join(
        f'<label><input type="radio" name="{id}-flower" value="{n}"{"" if n else " checked"}> {name}</label>'
        for n, name in enumerate(neuron.flowers)
    )
    flowers = f'<fieldset class="flowers live" disabled data-search-exclude><legend>Flower</legend>{radios}</fieldset>'
    return f'<div class="head">{flowers}</div>'


def side(neuron: "Neuron") -> str:
    """For how many flowers it fires, what that means, and the weights."""
    kinds = np.array(neuron.data["labels"])
    rows = "".join(
        f'<tr><th scope="row">fires for {name}</th><td>'
        f"{live_number(f'fires.{n}', neuron.fires[kinds == n].sum(), '.0f')}"
        f" of {(kinds == n).sum()}</td></tr>"
        for n, name in enumerate(neuron.flowers)
    )
    table = f'<table class="work"><tbody>{rows}</tbody></table>'
    return f'{table}<p class="verdict live" data-verdict></p>{_edit(neuron)}{STATUS}'


def _edit(neuron: "Neuron") -> str:
    """The weights and the threshold, each to slide and to type."""
    names = {f"w{n + 1}": name for n, name in enumerate(neuron.data["inputs"])} | {"threshold": "threshold"}
    fields = "".join(
        f'<div class="pair"><label class="grow">{words} <input type="range" data-slide="{name}"'
        f" {THRESHOLD if name == 'threshold' else WEIGHT}></label><label>{unseen(words)}"
        f'<input type="text" size="6" autocomplete="off" data-value="{name}"></label></div>'
        for name, words in names.items()
    )
    return controls("edit", "What if?", fields, f'<span class="buttons">{editing()}</span>')
