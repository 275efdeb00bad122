"""What stands beside a training: what came out, in numbers and in words, and what can be changed."""

from typing import TYPE_CHECKING, Any

from literate.figures.digits import number
from literate.figures.explorable import STATUS, button, controls, editing, live_number, unseen

if TYPE_CHECKING:
    from literate.figures.lab import Lab

STEPS = {"one": "1 epoch", "hundred": "100", "thousand": "1,000", "more": "10,000"}
ROWS = {"train": "right in training", "test": "right in the test"}


def side(lab: "Lab") -> str:
    """The numbers, what they say, and the controls."""
    transport = controls("transport", "Train on", *(button(does, words) for does, words in STEPS.items()))
    verdict = '<p class="verdict live" data-verdict></p>'
    return f"{transport}{_table(lab)}{verdict}{_edit(lab)}{STATUS}"


def _table(lab: "Lab") -> str:
    counts = {
        words: f"{live_number(f'right.{which}', lab.rows[which].right.sum(), '.0f')} of "
        f"{live_number(f'of.{which}', len(lab.rows[which].y), '.0f')}"
        for which, words in ROWS.items()
    }
    rows = {
        "epochs": live_number("step", lab.data["step"], ".0f"),
        "MSE": live_number("mse", lab.error, ".5f"),
        **counts,
    }
    body = "".join(f'<tr><th scope="row">{words}</th><td>{value}</td></tr>' for words, value in rows.items())
    return f'<table class="work"><tbody>{body}</tbody></table>'


def _choice(name: str, words: str, options: Any) -> str:
    written = "".join(f'<option value="{value}">{text}</option>' for value, text in options)
    return f'<label>{words} <select data-choice="{name}">{written}</select></label>'


def _edit(lab: "Lab") -> str:
    """Rate, seed, flowers and inputs."""
    rate = (
        '<div class="pair"><label class="grow">Learning rate <input type="range" min="-3" max="2" step="0.01"'
        f' data-slide="rate"></label><label>{unseen("Learning rate")}'
        '<input type="text" size="7" autocomplete="off" data-value="rate"></label></div>'
    )
    choices = [
        _choice("seed", "Seed", [(seed, seed) for seed in lab.data["starts"]]),
        _choice("flowers", "Train on", enumerate(one["name"] for one in lab.data["sets"])),
        _choice("prepared", "Inputs", enumerate(("as measured", "scaled, with a bias"))),
    ]
    return controls(
        "edit", "What if?", rate, *choices, f'<span class="buttons">{editing(keep="Keep this line")}</span>'
    )


def invariants(lab: "Lab") -> None:
    """What is true in every state, and the training as the page has it."""
    train, test = (lab.rows[which].right for which in ("train", "test"))
    lab.describe(f"As the page has it, with a learning rate of {number(lab.data['rate'], 'g')}, after")
    lab.describe(f"{lab.data['step']:,} epochs the error is {number(lab.error, '.5f')};")
    lab.describe(f"{train.sum()} of {len(train)} are right, and {test.sum()} of {len(test)} in the test.")
