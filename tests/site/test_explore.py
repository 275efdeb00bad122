"""Figures that can be handled, in a browser: each wakes, changes nothing by it, and stays a drawing where it has to."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import MODULES, PART_13, REQUIRED, ROOT, VIEWS, need
from hands import (
    ASKED,
    DERIVATIVES,
    FIGURES,
    PART_2,
    PART_5,
    PART_7,
    PART_9,
    PART_14,
    READ,
    SAMPLE,
    awake,
    enter,
    plain_texts,
    settled,
    stops,
    told,
)
from hands import opened as opened
from served import served
from views import unfold, until

# Of each kind the figure that has most: the walk to its end, both frames of a descent.
KINDS = [
    *{kind: (page, name, kind) for page, name, kind in FIGURES if name != "two-valleys" and page != PART_9}.values()
]
PLACES = [(page, name) for page, name, _ in FIGURES]
WHERE = {
    "walk": PART_13,
    "descent": PART_7,
    "lab": PART_14,
    "slips": "bug-museum",
    "three": ".",
    "product": PART_5,
    "threshold": PART_2,
    "choose-paths": DERIVATIVES,
}
EXPLORE = ROOT / "docs/assets/explore"
FAR = {
    "walk_through": "w1-11:-20,w2-23:20",
    "walk_down": "rate:10,step:100",
    "train_by_hand": "rate:100,seed:3,flowers:1,prepared:1,step:300",
    "find_the_slip": "slip:8",
    "steps_by_hand": "step:20000",
    "fire_by_hand": "w1:-5,w2:5,threshold:-20,flower:2",
    "multiply_by_hand": "at:1,left:1,right:1",
    "derive_by_hand": "at:12,w1-11:-20,w2-22:20,rate:1,flower:0",
}
# In net.js: a slip, as a text and what it is replaced by.
BREAKS = {
    "no 1/N": ("sum / N", "sum"),
    "the slope of the wrong number": ("error * out * (1 - out)", "error * out"),
    "a transpose": ("dot(output_layer_delta, transposed(weights_2))", "dot(output_layer_delta, weights_2)"),
    "the sign of the step": ("w - learning_rate * slope", "w + learning_rate * slope"),
    "not halved": ("sum / (2 * y.at.length)", "sum / y.at.length"),
    "the error reversed": ("(said, label) => said - label", "(said, label) => label - said"),
    "another sigmoid": ("1 / (1 + Math.exp(", "1 / (1.001 + Math.exp("),
    "rows for columns": ("=> entry(a, c, r)", "=> entry(a, r, c)"),
    "the last of a sum left out": ("n < a.cols; n++) sum", "n < a.cols - 1; n++) sum"),
    "a digit that is cut, not rounded": ("size.toFixed(digits), halves", "String(size).slice(0, digits + 2), halves"),
    "no module": ("", None),
}


CURVES = {
    "the slope of e^w left out": ("summed(slope, exp)", "summed(slope, 0)"),
    "powers one too high": ("sum + factor * w ** n", "sum + factor * w ** (n + 1)"),
    "uphill": ("path[n] - learning_rate", "path[n] + learning_rate"),
    "dots elsewhere": ("from + ((value - a)", "to + ((value - a)"),
}
TRAININGS = {
    "a tenth of the steps left out": ("step < count; step++", "step < count * 0.9; step++"),
    "the slope not divided": ("to[place] = sum / N", "to[place] = sum"),
    "marks of other flowers": ("one.kind === Number(kind)", "one.kind !== Number(kind)"),
    "labels in another order": ("Number(n === label)", "Number(n === 2 - label)"),
    "the course elsewhere": ("left + ((Math.log10(n) - a)", "left + ((Math.log2(n) - a)"),
}
DERIVED = {
    "a sigmoid's slope of one factor": ("value * (1 - value) : how", "value : how"),
    "the error not divided": ("value / now.y.at.length", "value"),
    "the factors of another flower": ("flower * of.cols", "0 * of.cols"),
    "weights in another order": (
        "names_of(key, start[key]), (name) =>",
        "names_of(key, start[key]).reverse(), (name) =>",
    ),
}
SHIFT = """new Promise(done => new PerformanceObserver(list => done(list.getEntries()
    .filter(one => one.startTime > SINCE).reduce((sum, one) => sum + one.value, 0)))
    .observe({type: 'layout-shift', buffered: true}))"""


@pytest.fixture(params=FIGURES, ids=[f"{page[7:9]}-{name}" for page, name, _ in FIGURES])
def each(request: pytest.FixtureRequest) -> Any:
    """A page, a figure on it, and what draws that: all of them."""
    if request.param[:2] not in SAMPLE and not REQUIRED:
        pytest.skip("every figure to handle: two of them are tried, unless LITERATE_REQUIRE=1")
    return request.param


@pytest.fixture(params=KINDS, ids=[f"{page[7:9]}-{name}" for page, name, _ in KINDS])
def one(request: pytest.FixtureRequest) -> Any:
    """The same, one of each kind."""
    if request.param[:2] not in SAMPLE and not REQUIRED:
        pytest.skip("every figure to handle: two of them are tried, unless LITERATE_REQUIRE=1")
    return request.param


def _sampled(name: str, some: set[str]) -> None:
    if name not in some and not REQUIRED:
        pytest.skip("every way to break a figure: two of them are tried, unless LITERATE_REQUIRE=1")


def states(figure: Any, kind: str) -> list[str]:
    """The first, a middle, the last and a bad state, and one far out."""
    last = {
        "walk_through": lambda: len(stops(told(figure))),
        "find_the_slip": lambda: 10,
        "multiply_by_hand": lambda: 5,
        "derive_by_hand": lambda: 13,
    }.get(kind, lambda: 100)()
    acts = {"find_the_slip": "slip", "fire_by_hand": "threshold"}
    act = acts.get(kind, "at" if kind in {"walk_through", "multiply_by_hand", "derive_by_hand"} else "step")
    return ["", f"{act}:{last // 2}", f"{act}:{last}", f"{act}:-1", "x" * 90, FAR[kind]]


def test_nothing_is_fetched_before_a_figure_is_near(opened: Any, one: Any) -> None:
    asked: list[str] = []
    page, said = opened(one[0], before=lambda tab: tab.on("request", lambda request: asked.append(request.url)))
    page.wait_for_timeout(300)
    assert not [url for url in asked if "/explore/" in url]
    figure = awake(page, one[1])
    assert "alive" in figure.get_attribute("class") and not said
    assert [url for url in asked if url.endswith(f"/explore/{figure.get_attribute('data-explore')}.js")]


@pytest.mark.parametrize("width", [320, 1280])
def test_waking_changes_no_text_and_moves_nothing(opened: Any, each: Any, width: int) -> None:
    page, _ = opened(each[0], viewport={"width": width, "height": 800})
    page.wait_for_timeout(300)  # until what asks above it is open
    since, tall = page.evaluate("performance.now()"), page.locator(f"#figure-{each[1]}").bounding_box()["height"]
    figure = awake(page, each[1])
    plain, drawn = (
        opened(each[0], viewport={"width": width, "height": 800}, java_script_enabled=False)[0],
        figure.evaluate(READ),
    )
    assert drawn == plain.locator(f"#figure-{each[1]}").evaluate(READ)
    assert figure.bounding_box()["height"] == tall
    assert tall <= plain.locator(f"#figure-{each[1]}").bounding_box()["height"] + 800
    shifts = page.evaluate(
        f"Promise.race([{SHIFT.replace('SINCE', str(since))}, new Promise(done => setTimeout(done, 500, 0))])"
    )
    assert shifts < 0.001


def _broken(old: str, new: str | None) -> Any:
    """Serves the scripts with a slip in them, or without the engine."""

    def answer(route: Any) -> None:
        text = (EXPLORE / Path(route.request.url).name).read_text(encoding="utf-8")
        route.fulfill(content_type="text/javascript", body=text.replace(old, new or ""), status=200 if old else 404)

    return lambda tab: tab.route("**/explore/*.js" if old else "**/explore/net.js", answer)


@pytest.mark.parametrize("slip", BREAKS)
def test_a_broken_engine_leaves_the_drawing(opened: Any, slip: str) -> None:
    _sampled(slip, {"no 1/N", "no module"})
    assert BREAKS[slip][0] in "".join(path.read_text(encoding="utf-8") for path in EXPLORE.glob("*.js"))
    page, said = opened(before=_broken(*BREAKS[slip]))
    figure = awake(page, "walk")
    assert "still" in figure.get_attribute("class") and any("stays a drawing" in text for text in said)
    assert figure.evaluate(READ) == plain_texts(opened, PART_13, "walk")
    assert not page.locator("#figure-walk .live").first.is_visible()


@pytest.mark.parametrize(
    ("page", "name", "slip", "change"),
    [
        *((PART_7, "descent", slip, change) for slip, change in CURVES.items()),
        *((PART_14, "lab", slip, change) for slip, change in TRAININGS.items()),
        *((DERIVATIVES, "choose-paths", slip, change) for slip, change in DERIVED.items()),
        *(
            pytest.param(DERIVATIVES, "choose-paths", slip, change, marks=pytest.mark.night)
            for slip, change in BREAKS.items()
        ),
    ],
)
def test_another_curve_or_training_leaves_the_drawing(
    opened: Any, page: str, name: str, slip: str, change: tuple[str, str]
) -> None:
    _sampled(slip, {"the slope of e^w left out", "the slope not divided"})
    assert change[0] in "".join(path.read_text(encoding="utf-8") for path in EXPLORE.glob("*.js"))
    tab, _ = opened(page, before=_broken(*change))
    figure = awake(tab, name)
    assert "still" in figure.get_attribute("class")
    assert figure.evaluate(READ) == plain_texts(opened, page, name)


HOOKS = {
    "choose-paths": [
        "[data-of='weights_2.4']",
        "[value='9']",
        "[data-flower]",
        "[data-line=hidden_layer_delta]",
        "[data-work]",
        "[data-slide]",
    ],
    "threshold": ["[data-of='fires.1']", "[data-mark='1.on']", "[data-bar=sum]", "[data-threshold]", "[data-slide=w2]"],
    "product": ["[data-of='product.2']", "[data-lit]", "[data-turn]", "[data-work]", "[data-scrub]"],
    "three": ["[data-of='mse.2']", "[data-answer='1.1']", "[data-bars]", "[data-do=one]"],
    "slips": ["[data-frame]", "[data-mark]", "[type=radio]", "[data-of='taken.3']", "[data-verdict]", ".lines li"],
    "lab": [
        "[data-frame]",
        "[data-kept]",
        "[data-marks]",
        "[data-choice=seed]",
        "[data-of='right.test']",
        "[data-do=undo]",
    ],
    "walk": [
        "[data-scrub]",
        "[data-do=undo]",
        "[data-wire='2-13']",
        "[data-line=mse]",
        "template",
        "[data-said]",
        "[data-of]",
    ],
    "descent": [
        "[data-frame]",
        "[data-steps]",
        "[data-values]",
        "[data-verdict]",
        "[data-slide=rate]",
        "[data-of='w.2']",
    ],
}


@pytest.mark.parametrize(("name", "hook"), [(name, hook) for name, hooks in HOOKS.items() for hook in hooks])
def test_a_page_of_another_build_stays_a_drawing(opened: Any, name: str, hook: str) -> None:
    _sampled(hook, {"[data-scrub]", "[data-frame]"})
    gone = f"document.querySelectorAll(`#figure-{name} {hook}`).forEach(one => one.remove())"
    script = f"addEventListener('DOMContentLoaded', () => {{ {gone} }})"
    page, _ = opened(WHERE[name], before=lambda tab: tab.add_init_script(script))
    assert "still" in awake(page, name).get_attribute("class")


NONSENSE = ["w9-99:1", "rate:1e99", "step:-1", "step:100001", "step:2.5", "at:99", "x", "start:", "constructor:1"]


def test_nonsense_in_an_address_is_the_start_and_a_sentence(opened: Any, one: Any) -> None:
    page, _ = opened(f"{one[0]}/?{one[1]}={NONSENSE[0]}")
    figure, start = awake(page, one[1]), plain_texts(opened, *one[:2])
    for state in [NONSENSE[0], *NONSENSE[1:], ",".join(["rate:1"] * 500)]:
        if state != NONSENSE[0]:
            enter(page, one[1], "")
            enter(page, one[1], state)
        assert "cannot be read" in figure.locator("[data-said]").inner_text(), state
        assert figure.evaluate(READ)[-12:] == start[-12:], state


@pytest.mark.parametrize("width", [320, 1280, *(pytest.param(width, marks=pytest.mark.night) for width in (375, 768))])
def test_the_height_is_the_same_in_every_state(opened: Any, one: Any, width: int) -> None:
    page, _ = opened(one[0], viewport={"width": width, "height": 800})
    figure, heights = awake(page, one[1]), set()
    last = {"walk_through": lambda: len(stops(told(figure))), "derive_by_hand": lambda: 14}.get(one[2], lambda: 0)()
    for state in [*states(figure, one[2]), *(f"at:{at},flower:{at % 3}" for at in range(last))]:
        enter(page, one[1], state)
        heights.add(round(figure.bounding_box()["height"]))
    assert len(heights) == 1
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_links_of_the_prose_set_the_figure(opened: Any, each: Any) -> None:
    page, _ = opened(each[0])
    figure = awake(page, each[1])
    links = page.locator(f"article a[href*='?{each[1]}=']").all()
    # A class that was set and is gone leaves an empty attribute, which draws nothing.
    drawn = """one => one.querySelector('svg').innerHTML.replaceAll(' class=""', '')
        + one.querySelector('.work').textContent"""
    seen = set()
    for link in links:
        link.click()
        settled(page, each[1])
        assert "cannot be read" not in figure.locator("[data-said]").inner_text()
        seen.add(figure.evaluate(drawn))
    assert len(seen) == len({link.get_attribute("href") for link in links}) >= 2
    until(page, f"location.href.includes('{links[-1].get_attribute('href').partition('#')[0]}')")
    page.reload()
    assert awake(page, each[1]).evaluate(drawn) in seen


# The whole page is looked at elsewhere; without what stands beside the figure, the checker is several times as fast.
ALONE = """(id) => {
    for (let one = document.getElementById(id); !one.matches('article'); one = one.parentElement)
        for (const other of [...one.parentElement.children]) if (other !== one) other.remove();
}"""


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_axe_finds_nothing_in_any_state(opened: Any, one: Any, width: int, scheme: str) -> None:
    axe = Path(need("browser", MODULES / "axe-core/axe.min.js", "npm install --prefix tests/browser"))
    page, _ = opened(one[0], viewport={"width": width, "height": 800}, color_scheme=scheme)
    figure = awake(page, one[1])
    unfold(page)
    page.evaluate(ALONE, f"figure-{one[1]}")
    page.evaluate(f"{axe.read_text(encoding='utf-8')}; 0")
    for state in states(figure, one[2]):
        enter(page, one[1], state)
        found = page.evaluate(f"axe.run('#figure-{one[1]}').then(found => found.violations)")
        assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def test_the_other_builder_makes_the_same_figures(browser: Any, opened: Any, zensical_site: Path) -> None:
    """Each is taken over; of each kind one shows the same in another state, and its keyboard works."""
    context = browser.new_context(reduced_motion="reduce")
    with served(zensical_site) as other:
        for page, name, kind in FIGURES:
            tab = context.new_page()
            tab.goto(f"{other}{page}/", wait_until="load")
            figure = awake(tab, name)
            assert "alive" in figure.get_attribute("class"), (page, name)
            if (page, name, kind) in KINDS:
                (state, *_), button = ASKED[kind]
                here, _ = opened(page)
                shown = awake(here, name)
                for one in (tab, here):
                    enter(one, name, state)
                assert figure.evaluate(READ) == shown.evaluate(READ), (page, name)
                figure.locator(f"[data-do={button}]").press("Enter")
                settled(tab, name)
                assert figure.locator("[data-said]").inner_text(), (page, name)
            tab.close()
    context.close()


AT_ONCE = re.compile(r'^import .* from "\./([\w-]+\.js)"', re.MULTILINE)
IN_ALL = re.compile(r'(?:^import .* from |await import\()"\./([\w-]+\.js)"', re.MULTILINE)  # with what a button fetches


def _needed(scripts: set[str], imported: re.Pattern[str]) -> set[Path]:
    """Some scripts and all that they import."""
    found, waiting = set[Path](), [EXPLORE / f"{name}.js" for name in scripts]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [EXPLORE / name for name in imported.findall(one.read_text(encoding="utf-8"))]
    return found


def _packed(scripts: set[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts)


def test_what_is_fetched_for_a_figure_is_light(site: Path) -> None:
    """As it is sent: at most 16 kB for one, 24 for all of a page with what its buttons fetch."""
    modules: dict[str, set[str]] = {}
    for page, name, _ in FIGURES:
        html = (site / page / "index.html").read_text(encoding="utf-8")
        modules.setdefault(page, set()).add(re.search(rf'id="figure-{name}" data-explore="([\w-]+)"', html)[1])
    for module in set().union(*modules.values()):
        assert _packed(_needed({module}, AT_ONCE)) < 16_000, module
    for page, named in modules.items():
        assert _packed(_needed(named, IN_ALL)) < 24_000, page


@pytest.mark.parametrize("page", dict.fromkeys(page for page, _ in PLACES))
def test_figures_to_handle_add_little_to_the_first_view(site: Path, page: str) -> None:
    """All of a page together at most 8 kB as they are sent, and no request."""
    html = (site / page / "index.html").read_text(encoding="utf-8")
    figures = [
        re.search(rf'<figure [^>]*id="figure-{name}".*?</figure>', html, re.DOTALL)[0]
        for on, name in PLACES
        if on == page
    ]
    without = html
    for figure in figures:
        without = without.replace(figure, "")
    assert len(gzip.compress(html.encode(), 9)) - len(gzip.compress(without.encode(), 9)) < 8_000
    assert not re.search(r"\b(src|srcset|poster)=|<link|<iframe|url\(", "".join(figures))


@pytest.mark.parametrize(("page", "name"), PLACES)
def test_a_figure_to_handle_opens_with_its_question_and_closes_with_tries(page: str, name: str) -> None:
    source = (ROOT / "docs" / f"{'index' if page == '.' else page}.md").read_text(encoding="utf-8")
    text = re.sub(r"^<a id=.*?</a>$", "", source, flags=re.MULTILINE)
    above, _, rest = text.partition(f'```figure id="{name}"')
    section = re.sub(r"^```.*?^```$", "", above[above.rindex("\n#") :], flags=re.MULTILINE | re.DOTALL)
    question = re.split(r"\n\s*\n", section.rstrip())[-1]
    assert "?" in question, question
    tries = re.split(r"^(?:#|```|\?\?\?)", rest.partition("\n```\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    links, listed = re.findall(rf"\]\(\?{name}=", tries), re.findall(r"^- ", tries, re.MULTILINE)
    assert 2 <= len(listed or links) <= 4 and len(links) >= 2, tries


def test_paper_and_forced_colors_lose_nothing(opened: Any, one: Any) -> None:
    page, _ = opened(one[0])
    figure = awake(page, one[1])
    page.emulate_media(media="print")
    assert figure.locator("svg").first.is_visible() and not figure.locator(".live").first.is_visible()
    page.emulate_media(media="screen", forced_colors="active")
    assert figure.locator("svg").first.is_visible() and figure.get_by_role("button").first.is_visible()
    stroke = "one => getComputedStyle(one).stroke"
    for shape in figure.locator("svg :is(.edge, .curve)").all()[:3]:
        assert shape.evaluate(stroke) not in ("none", "rgba(0, 0, 0, 0)")
