"""The net in JavaScript that figures use: the numbers of tinynet, within bounds that each test prints."""

import json
import random
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import MODULES, REQUIRED, ROOT, need

from literate.figures.explorable import rounded
from tinynet import (
    accuracy,
    backpropagation,
    central_differences,
    feedforward,
    gradient_descent,
    gradient_step,
    load_iris,
    mean_squared_error,
    train,
)

EXPLORE = ROOT / "docs/assets/explore"
SCRIPTS = sorted(EXPLORE.glob("*.js"))
Net = dict[str, Any]


def in_node(asked: list[dict[str, Any]]) -> Any:
    """What the engine answers in Node, which is the engine of Chromium."""
    node = need("node", "node", "install Debian's npm")
    with tempfile.TemporaryDirectory() as folder:  # in which `.js` means a module, as it does in a browser
        for path in (*SCRIPTS, ROOT / "tests/browser/engine.mjs"):
            shutil.copy(path, folder)
        Path(folder, "package.json").write_text('{"type": "module"}', encoding="utf-8")
        command = [node, f"{folder}/engine.mjs"]
        done = subprocess.run(
            command, input=json.dumps(asked), capture_output=True, text=True, timeout=120, check=False
        )
    assert done.returncode == 0 and not done.stderr, done.stderr
    return json.loads(done.stdout)


def _net(seed: int) -> Net:
    """A net of 1 to 6 nodes a layer and 1 to 8 rows."""
    sizes = np.random.RandomState(seed)
    rows, inputs, hidden, outputs = sizes.randint(1, (9, 7, 7, 7))
    return {
        "x": sizes.normal(scale=3, size=(rows, inputs)),
        "y": np.eye(outputs)[sizes.randint(outputs, size=rows)],
        "weights_1": sizes.normal(size=(inputs, hidden)),
        "weights_2": sizes.normal(size=(hidden, outputs)),
    }


def _written(does: str, net: Net, **more: Any) -> dict[str, Any]:
    return {"does": does, **{name: value.tolist() for name, value in net.items()}, **more}


def _apart(one: Any, other: Any) -> float:
    """The largest difference as a share of the largest entry."""
    one, other = np.asarray(one), np.asarray(other)
    assert one.shape == other.shape
    return float(np.abs(one - other).max() / max(float(np.abs(other).max()), 1e-300))


def _step(net: Net, rate: float) -> dict[str, Any]:
    layers, new = feedforward(net["x"], net["weights_1"], net["weights_2"]), gradient_step(**net, learning_rate=rate)
    said, y = layers.output_layer_outputs, net["y"]

    def cost(weights: Any) -> float:
        return mean_squared_error(feedforward(net["x"], weights, net["weights_2"]).output_layer_outputs, y)

    return {
        **layers._asdict(),
        **backpropagation(**net)._asdict(),
        **{"new_1": new[0], "new_2": new[1]},
        "measured": [central_differences(cost, net["weights_1"]).ravel()],
        "errors": [[mean_squared_error(said, y), accuracy(said, y)]],
    }


def test_one_step_of_200_nets_is_that_of_tinynet() -> None:
    nets = [_net(seed) for seed in range(200)]
    found = in_node([_written("step", net, learning_rate=0.1) for net in nets])
    wanted = [_step(net, 0.1) for net in nets]
    assert all(one.keys() == other.keys() for one, other in zip(found, wanted, strict=True))
    measured = max(np.abs(np.subtract(a["measured"], b["measured"])).max() for a, b in zip(found, wanted, strict=True))
    pairs = [(a[name], b[name]) for a, b in zip(found, wanted, strict=True) for name in b if name != "measured"]
    worst = max(_apart(*pair) for pair in pairs)
    print(f"one step: at most {worst:.1e} of the largest entry; measured slopes at most {measured:.1e}")
    assert worst < 1e-12 and measured < 1e-9


@pytest.mark.sampled(3)
@pytest.mark.parametrize("rate", [0.01, 0.1, 1])
def test_a_thousand_steps_are_those_of_tinynet_and_those_without_garbage_the_same_to_the_bit(rate: float) -> None:
    nets = [_net(seed) for seed in range(200 if rate == 0.1 and REQUIRED else 20)]
    found = in_node([_written("trained", net, learning_rate=rate, epochs=1000) for net in nets])
    assert all(one["same"] for one in found)
    worst = 0.0
    for one, net in zip(found, nets, strict=True):
        weights_1, weights_2, record = train(**net, learning_rate=rate, epochs=1000)
        for name, wanted in (("weights_1", weights_1), ("weights_2", weights_2)):
            worst = max(worst, _apart(one[name], wanted))
        worst = max(worst, _apart(one["errors"], record["mean_squared_error"]))
    print(f"1,000 steps at {rate}: at most {worst:.1e} of the largest entry")
    assert worst < 1e-9


def test_two_thousand_epochs_on_130_flowers_end_at_the_same_error() -> None:
    iris, random_state = load_iris(), np.random.RandomState(10)
    net = {"x": iris.x[20:], "y": iris.y[20:], "weights_1": random_state.normal(scale=0.5, size=(4, 2))}
    net["weights_2"] = random_state.normal(scale=0.5, size=(2, 3))
    epochs = 2000
    (found,) = in_node([_written("trained", net, learning_rate=0.1, epochs=epochs)])
    wanted = train(**net, learning_rate=0.1, epochs=epochs).monitoring["mean_squared_error"]
    print(f"130 flowers: errors at most {_apart(found['errors'], wanted):.1e} apart")
    assert found["same"] and _apart(found["errors"], wanted) < 1e-9


def test_walks_on_a_curve_are_those_of_tinynet() -> None:
    draws = random.Random(1)
    starts = [(round(draws.uniform(-5, 4), 2), round(10 ** draws.uniform(-3, -0.31), 3)) for _ in range(120)]
    found = in_node([{"does": "descent", "start": w, "rate": rate, "steps": 60} for w, rate in starts])
    paths = [gradient_descent(lambda w: np.exp(w) + 2 * w - 4, w, rate, 60) for w, rate in starts]
    worst = max(_apart(one, path) for one, path in zip(found, paths, strict=True))
    print(f"120 walks: at most {worst:.1e} of the furthest place")
    assert worst < 1e-12


def test_numbers_are_written_as_python_writes_them() -> None:
    draws = random.Random(2)
    ties = [sign * n / 2**k for n in range(1, 200) for k in range(1, 9) for sign in (1, -1)]
    scattered = [draws.gauss(0, 1) * 10 ** draws.randint(-9, 12) for _ in range(5000)]
    values = [0.0, -0.0, 1e20, -1e-9, *ties, *scattered]
    forms = [".0f", ".1f", ".2f", ".3f", ".4f", ".6f"]
    found = in_node([{"does": "digits", "values": values, "form": form} for form in forms])
    for form, texts in zip(forms, found, strict=True):
        assert texts == [rounded(value, form) for value in values]


def test_what_is_typed_is_read_as_a_number_or_not_at_all() -> None:
    read = {"1,5": "1.5", "−1": "-1", " .5 ": "0.5", "1e3": "1000", "+2.": "2"}
    refused = ["", "1,5,0", "1.5.0", "1,000.5", "--1", "0x10", "Infinity", "one", "1 2"]
    (found,) = in_node([{"does": "typed", "texts": [*read, *refused]}])
    assert found == [*read.values(), *["NaN"] * len(refused)]


def test_the_scripts_are_typed() -> None:
    compiler = need("types", MODULES / "typescript/bin/tsc", "npm install --prefix tests/browser")
    options = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--target", "es2022"]
    options += ["--module", "es2022", "--lib", "es2023,dom,dom.iterable"]
    node = need("types", "node", "install Debian's npm")
    done = subprocess.run(
        [node, compiler, *options, *SCRIPTS, EXPLORE / "types.d.ts"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_script_is_longer_than_a_module_of_python_may_be() -> None:
    assert SCRIPTS
    assert not [path.name for path in SCRIPTS if len(Path(path).read_text(encoding="utf-8").splitlines()) > 150]
