"""The pages as people meet them: in a browser, in both schemes, on a phone, on paper, without JavaScript."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
import pytest
from conftest import MODULES, PART_13, REQUIRED, ROOT, VIEWS, need
from html_checker import errors
from views import FADED, OPENED, SCHEMES, in_scheme, seen_whole, unfold, until

from literate.products.scripts import prefix
from literate.reading import sources
from literate.reading.reader import read
from literate.running.run import Run
from literate.takeaway.style_rules import StyleRule, parsed, selectors

ALL = sorted(path.relative_to(ROOT / "docs").with_suffix("").as_posix() for path in sources.pages(ROOT))
PAGES = [f"{page}/".removesuffix("index/") for page in ALL] + ["404.html"]
SAMPLE = {"", f"{PART_13}/"}
LIMIT, HOME, REQUESTS = 130_000, 95_000, 9
HANDLED = 8_000  # what a page with a figure to handle may weigh more


def _wanted(page: str) -> str:
    if page not in SAMPLE and not REQUIRED:
        pytest.skip("every page: the browser looks at the home page and part 13 alone, unless LITERATE_REQUIRE=1")
    return page


@pytest.fixture(scope="module")
def open_page(browser: Any) -> Iterator[Any]:
    contexts = []

    def opened(address: str, *, width: int = 1280, scheme: str = "light", **options: Any) -> Any:
        viewport = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=viewport, color_scheme=scheme, **options))
        page = contexts[-1].new_page()
        page.goto(address, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(params=PAGES, ids=[page.strip("/") or "home" for page in PAGES], scope="module")
def visit(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """A first visit: the page, what it asked for, and what its console said."""
    path = _wanted(request.param)
    context = browser.new_context(reduced_motion="reduce")  # colors that still change would be judged halfway
    page, asked, said = context.new_page(), dict[str, int](), list[str]()

    def note(response: Any) -> None:
        body = response.body()
        asked[response.url] = min(len(body), len(gzip.compress(body, 9)))

    page.on("response", note)
    page.on("console", lambda message: said.append(message.text))
    page.goto(address + path, wait_until="networkidle")
    yield SimpleNamespace(page=page, asked=asked, said=said, name=request.param)
    context.close()


def test_no_other_host_is_asked_and_nothing_complains(visit: Any, address: str) -> None:
    assert {url.split("/")[2] for url in visit.asked} == {address.split("/")[2]}
    assert not visit.said


def test_the_first_view_is_light_and_leaves_search_for_later(visit: Any) -> None:
    more = HANDLED if visit.page.query_selector("[data-explore]") else 0
    assert sum(visit.asked.values()) <= (LIMIT + more if visit.name else HOME), visit.asked
    assert len(visit.asked) <= REQUESTS, visit.asked
    later = ("search", "mermaid", "/run/", "/run.json")  # what runs cells comes with the first press
    assert not [url for url in visit.asked if any(word in url for word in later)]


# What a selector says of an element beyond where it stands.
STATE = re.compile(r":not\([^()]*\)|::[\w-]+|:(?:hover|focus[\w-]*|active|target|checked|disabled|before|after)\b")


def _all_selectors(rules: list[StyleRule]) -> set[str]:
    asides = [rule.inside or [] for rule in rules if rule.head.startswith(("@media", "@supports"))]
    plain = {one for rule in rules if rule.inside and rule.head[0] != "@" for one in selectors(rule.head)}
    return plain.union(*map(_all_selectors, asides))


@pytest.fixture(scope="module")
def left_out(site: Path) -> list[str]:
    """The selectors that the sheets of the theme and of the site have, and those of the built site have not."""
    theme = Path(material.__file__).parent / "templates/assets/stylesheets"
    before, after = (
        set[str]().union(*(_all_selectors(parsed(path.read_text(encoding="utf-8"))) for path in paths))
        for paths in ([ROOT / "docs/assets/site.css", *theme.glob("*.css")], site.rglob("*.css"))
    )
    return sorted(before - after)


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_axe_finds_nothing(visit: Any, width: int, scheme: str) -> None:
    axe = need("browser", MODULES / "axe-core/axe.min.js", "npm install --prefix tests/browser")
    script = f"{Path(axe).read_text(encoding='utf-8')}; axe.run().then(found => found.violations)"
    visit.page.set_viewport_size({"width": width, "height": 800})
    in_scheme(visit.page, scheme)
    unfold(visit.page)
    found = visit.page.evaluate(script)
    assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


# The contrast of an element's text with what lies below it, as WCAG has it.
CONTRAST = """one => {
    const parts = (color) => color.match(/[\\d.]+/g).map(Number);
    const over = ([r, g, b, a = 1], below) => [r, g, b].map((part, n) => part * a + below[n] * (1 - a));
    const ground = (box) => {
        const color = box && parts(getComputedStyle(box).backgroundColor);
        return !box ? [255, 255, 255] : (color[3] ?? 1) === 1 ? color : over(color, ground(box.parentElement));
    };
    const light = (color) => color.map((part) => part / 255).map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, n) =>
        sum + part * [0.2126, 0.7152, 0.0722][n], 0);
    const below = ground(one), both = [below, over(parts(getComputedStyle(one).color), below)].map(light);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}"""
# What can be pressed or followed and has words of its own; of those that look alike by their classes, one. Each gets a
# number, and its words come back.
PRESSED = """() => {
    const kinds = new Set(), all = [...document.querySelectorAll('a[href], button, select, input, summary')];
    const kept = all.filter((one) => {
        const kind = [one.tagName, one.className, one.parentElement.className].join();
        const written = one.matches('select, input') || one.innerText?.trim();
        const seen = one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().width > 1;
        return written && seen && !kinds.has(kind) && kinds.add(kind);
    });
    kept.forEach((one, n) => { one.dataset.pressed = n; });
    return kept.map((one) => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 30)}`);
}"""
STATES = {"at rest": [], "focus": ["focus", "focus-visible"], "pointer": ["hover"]}


def contrasts(page: Any) -> Iterator[dict[str, Any]]:
    """For all that can be pressed its contrast in each state, which the browser is told to show."""
    client, words = page.context.new_cdp_session(page), page.evaluate(PRESSED)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    nodes = client.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-pressed]"})["nodeIds"]
    numbers = page.evaluate("[...document.querySelectorAll('[data-pressed]')].map(one => Number(one.dataset.pressed))")
    found = {}
    for state, forced in STATES.items():  # all at once: to show one alone takes as long
        for node in nodes if forced else ():
            client.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": forced})
        found[state] = page.evaluate(f"[...document.querySelectorAll('[data-pressed]')].map({CONTRAST})")
    client.detach()  # which ends the states
    for place, number in enumerate(numbers):
        yield {"words": words[number], **{state: found[state][place] for state in STATES}}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_can_be_pressed_can_be_read_in_every_state(visit: Any, scheme: str) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    in_scheme(visit.page, scheme)
    unfold(visit.page)
    found = list(contrasts(visit.page))
    assert not [one for one in found if not all(one[state] >= 4.5 for state in STATES)]
    for state in ("focus", "pointer"):
        assert any(one[state] != one["at rest"] for one in found)  # it was shown


def test_no_id_stands_twice_once_the_scripts_have_run(visit: Any) -> None:
    seen_whole(visit.page)
    ids = visit.page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    named = sum(one.startswith("__code_") for one in ids)  # by the theme, each when it is seen
    assert 0.8 * visit.page.locator("pre").count() <= named <= visit.page.locator("pre").count()
    assert [one for one, count in Counter(ids).items() if count > 1] == []


def test_no_rule_that_was_left_out_would_find_anything(visit: Any, left_out: list[str]) -> None:
    """Seen whole by the test above, the page has what its scripts add."""
    elements = [re.sub(r"^(?=[>+~ ]|$)", "*", STATE.sub("", one)) for one in left_out]
    found = visit.page.evaluate("all => all.filter(one => document.querySelector(one))", elements)
    assert len(left_out) > 300 and not found


def test_nothing_scrolls_sideways_on_a_phone(visit: Any) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 800})
    until(visit.page, "document.documentElement.scrollWidth === 320")  # the theme follows a new width a moment later


def test_the_summary_is_one_sheet_of_paper(open_page: Any, address: str) -> None:
    paper = open_page(f"{address}summary/").pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 1


def test_what_scrolls_can_be_reached_by_keyboard(visit: Any) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 800})
    seen_whole(visit.page)
    found = visit.page.evaluate("""[...document.querySelectorAll('article *')].filter(box =>
        box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 1
        && ['auto', 'scroll'].includes(getComputedStyle(box).overflowX)
        && box.tabIndex < 0 && !box.querySelector('[tabindex="0"], a, button') && !box.closest('[tabindex="0"]')
    ).map(box => box.outerHTML.slice(0, 200))""")
    assert not found


def test_the_policy_allows_the_scripts_of_the_page_and_no_other(visit: Any) -> None:
    assert visit.page.evaluate("typeof __md_get") == "function"
    script = "Object.assign(document.createElement('script'), {text: 'var intruder = 1'})"
    visit.page.evaluate(f"document.body.append({script})")
    assert visit.page.evaluate("typeof intruder") == "undefined"
    assert "Content Security Policy" in " ".join(visit.said)


def test_the_page_reads_whole_without_javascript(open_page: Any, visit: Any) -> None:
    plain = open_page(visit.page.url, java_script_enabled=False)
    text = "document.querySelector('article').innerText.split(/\\s+/).join(' ')"
    made = "article :is(.copy, .answer, .guess, .seal, .live, .marks, .forget)"
    made = f"document.querySelectorAll('{made}').forEach(one => one.remove())"
    unfold(visit.page)
    visit.page.wait_for_timeout(500)  # what comes when a fold is opened
    visit.page.evaluate(made)
    plain.evaluate(OPENED)
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    assert plain.evaluate(text) == visit.page.evaluate(text)


@pytest.mark.parametrize(
    ("words", "where"),
    [("weights_2_update", "series/13-"), ("O[delta]", "legend/"), ("chain rule", "series/08-")],
)
def test_search_finds_names_of_code_and_slides_as_well_as_words(
    open_page: Any, address: str, words: str, where: str
) -> None:
    page = open_page(address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".md-search__input").click()
    page.keyboard.type(words, delay=20)
    page.locator(f".md-search-result__link[href*='{where}']").first.wait_for(timeout=10_000)
    assert any("search_index.json" in url for url in asked)


def test_each_cell_can_be_copied_alone_or_as_a_script(open_page: Any, address: str, site: Path) -> None:
    page = open_page(f"{address}{PART_13}/", permissions=["clipboard-read", "clipboard-write"])
    cells = Run(read(ROOT / f"docs/{PART_13}.md", ROOT)).page.cells
    text = (site / f"{PART_13}.py").read_text(encoding="utf-8")
    assert page.locator(".copy").count() == len(cells) and not page.locator(".result button").count()
    unfold(page)
    for cell in (cells[2], cells[-1]):
        for name, needed in (("Copy", cell.source), ("Copy as a script", prefix(text, cell.id))):
            button = page.get_by_role("button", name=f"{name}: {cell.id}", exact=True)
            button.focus()
            page.keyboard.press("Enter")
            page.locator(".copy-status", has_text="Copied").wait_for()
            assert page.evaluate("navigator.clipboard.readText()").strip("\n") == needed.strip("\n")
            page.evaluate("document.querySelector('.copy-status').textContent = ''")


FOLD = """<details class="predict {0}"><summary>What?</summary>
    <p id="inside-{1}">It is <b class="truth">{2}</b>.</p></details>
    <div class="cell" data-sealed=""><pre>code {1}</pre><div class="result" id="result-{1}"><samp>{2}</samp></div></div>
    <figure data-sealed="" id="figure-{1}"><i>{2}</i></figure>"""
HEAD = (
    '<link rel="stylesheet" href="/assets/site.css"><body class="md-typeset">{}<script src="/assets/site.js"></script>'
)
ANSWERS = [
    ("number", "84%", "84", "Right."),
    ("number", "0.1383", "0.14", "Off by 0.0017."),
    ("number", "0.138", "0.13831", "Right."),
    ("number", "1,024", "1024", "Right."),
    ("number", "-0.5", "\u22120,5", "Right."),
    ("shape", "(2, 3)", "2 x 3", "Right."),
    ("shape", "(2, 3)", "(3, 2)", "Rows and columns have changed places."),
    ("shape", "(2, 3)", "(3, 3)", "Another shape."),
    ("direction", "down", "up", "It goes another way."),
    ("direction", "unchanged", "unchanged", "Right."),
    ("words", "Column 1", "column  1.", "Right."),
    ("words", "Column 1", "column one", "Compare the two."),
]


@pytest.fixture
def asked(open_page: Any, address: str) -> Any:
    """A page with nothing but questions, and the script and style of the site."""
    page = open_page(address)
    folds = "".join(FOLD.format(kind, place, truth) for place, (kind, truth, _, _) in enumerate(ANSWERS))
    page.route("**/asked/", lambda route: route.fulfill(content_type="text/html", body=HEAD.format(folds)))
    page.goto(f"{address}asked/", wait_until="load")
    return page


def test_each_kind_of_answer_is_compared_with_the_truth(asked: Any) -> None:
    for place, (kind, truth, said, verdict) in enumerate(ANSWERS):
        form = asked.locator(".guess").nth(place)
        answer = form.get_by_label("Your prediction")
        answer.select_option(said) if kind == "direction" else answer.fill(said)
        form.get_by_role("button", name="Compare").click()
        assert form.get_by_role("status").inner_text() == f"You said {said}; computed: {truth}. {verdict}".replace(
            "  ", " "
        )


def test_an_answer_is_needed_kept_on_the_device_and_forgotten(asked: Any) -> None:
    fold = asked.locator("details").first
    answer, status, inside = fold.get_by_label("Your prediction"), fold.get_by_role("status"), fold.locator("p").last
    assert answer.get_attribute("inputmode") == "decimal" and not inside.is_visible()
    for said, needed in (("", "Needed: a number."), ("many", "“many” cannot be read. Needed: a number.")):
        answer.fill(said)
        answer.press("Enter")
        assert status.inner_text() == needed and not inside.is_visible()
    answer.fill("80")
    answer.press("Enter")
    assert inside.is_visible()
    asked.reload()
    assert answer.input_value() == "80" and inside.is_visible() and "You said 80" in status.inner_text()
    keys = "Object.keys(localStorage).filter(key => key.startsWith('predict'))"
    assert asked.evaluate(keys) == ["predict /asked/ What?"]
    fold.get_by_role("button", name="Forget my answer").press("Enter")
    assert asked.evaluate("document.activeElement.id") == answer.get_attribute("id")
    assert asked.evaluate(keys) == [] and not inside.is_visible()
    fold.get_by_role("button", name="Show without an answer").click()
    assert inside.is_visible() and status.inner_text() == "Computed: 84%."


def test_what_is_read_is_marked_on_the_device_and_forgotten(open_page: Any, address: str) -> None:
    page = open_page(f"{address}{PART_13}/")
    page.get_by_role("button", name="Mark this part as read").click()
    assert page.locator(".map a.read").count() == page.locator(".md-nav--primary a.read").count() == 1
    assert page.locator(".map a.read").get_attribute("aria-label").endswith(", read")
    page.goto(address, wait_until="load")
    assert page.locator(".way a.read").count() == 1
    page.get_by_role("button", name="Forget what I have read").click()
    assert page.evaluate("localStorage.getItem('read')") is None and not page.locator("a.read").count()
    page.goto(f"{address}{PART_13}/", wait_until="load")
    button = page.locator(".marks button")
    for words in ("Mark this part as read", "Forget that I have read this part", "Mark this part as read"):
        assert button.inner_text() == words
        button.press("Enter")


def test_a_link_in_a_chat_has_its_words_and_a_picture(site: Path) -> None:
    for name in ("index.html", f"{PART_13}/index.html", "404.html"):
        said = dict(
            re.findall(
                r'<meta (?:data-[^>]*? )?(?:property|name)="((?:og|twitter):[\w:]+)" content="(.*?)">',
                (site / name).read_text(),
            )
        )
        assert {
            "og:title",
            "og:description",
            "og:image",
            "og:image:alt",
            "og:type",
            "og:site_name",
            "twitter:card",
        } <= {*said}
        assert (site / said["og:image"].split("/", 3)[3]).is_file() and "{{" not in "".join(said.values())


def test_a_question_works_where_nothing_can_be_kept(asked: Any) -> None:
    asked.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })")
    asked.reload()
    fold = asked.locator("details").first
    fold.get_by_label("Your prediction").fill("84")
    fold.get_by_role("button", name="Compare").click()
    assert "Right." in fold.get_by_role("status").inner_text() and fold.locator("p").last.is_visible()
    fold.get_by_role("button", name="Forget my answer").click()
    assert not fold.locator("p").last.is_visible()


def test_a_link_into_a_fold_and_paper_show_what_it_holds(asked: Any) -> None:
    inside = asked.locator("#inside-3")
    assert not inside.is_visible()
    asked.evaluate("location.hash = 'inside-3'")
    inside.wait_for()
    other = asked.locator("#inside-4")
    assert not other.is_visible()
    asked.emulate_media(media="print")
    assert other.is_visible() and not asked.locator(".guess").first.is_visible()


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_the_scheme_is_that_of_the_system_until_the_reader_chooses(
    open_page: Any, address: str, scheme: str, other: str
) -> None:
    page = open_page(address, scheme=scheme)
    state = """() => {
        const shown = getComputedStyle(document.querySelector('.md-header')).backgroundColor;
        const parts = shown.match(/\\d+/g).map((one) => Number(one).toString(16).padStart(2, '0'));
        const theme = document.querySelector('meta[name=theme-color]').content;
        const labels = [...document.querySelectorAll('[for^=__palette]')].filter((one) => !one.hidden);
        return [document.body.dataset.mdColorScheme, document.documentElement.style.colorScheme,
            labels.map((one) => one.title), theme === '#' + parts.join('')];
    }"""
    assert page.evaluate(state) == [SCHEMES[scheme], scheme, [f"Switch to the {other} scheme"], True]
    page.get_by_role("radio", name=f"Switch to the {other} scheme").focus()
    page.keyboard.press("Enter")
    page.evaluate(FADED)
    for _ in range(2):
        assert page.evaluate(state) == [SCHEMES[other], other, [f"Switch to the {scheme} scheme"], True]
        page.reload()
    page.evaluate("localStorage.clear()")


def test_the_evidence_below_is_sealed_until_its_own_question_is_answered(asked: Any) -> None:
    code, result, figure = (asked.locator(one) for one in ("pre >> nth=0", "#result-0 samp", "#figure-0 i"))
    assert code.is_visible() and not result.is_visible() and not figure.is_visible()
    assert asked.locator(".seal").first.inner_text() == "Answer the question above, and it shows here."
    fold = asked.locator("details").first
    fold.get_by_role("button", name="Show without an answer").click()
    assert result.is_visible() and figure.is_visible() and not asked.locator("#result-1 samp").is_visible()
    fold.get_by_label("Your prediction").fill("80")
    fold.get_by_role("button", name="Compare").click()
    fold.get_by_role("button", name="Forget my answer").click()
    assert not result.is_visible() and not figure.is_visible()
    asked.evaluate("location.hash = 'figure-0'")
    figure.wait_for()
    asked.emulate_media(media="print")
    assert asked.locator("#result-1 samp").is_visible() and not asked.locator(".seal:visible").count()


# Below each question, up to the next one or the next section, what is seen while nothing is answered.
BELOW = """() => [...document.querySelectorAll('details.predict')].map((fold) => {
    const seen = [];
    for (let one = fold.nextElementSibling; one && !one.matches('h2, details.predict'); one = one.nextElementSibling)
        if (one.checkVisibility()) seen.push(one.innerText + (one.querySelector('svg')?.textContent ?? ''));
    return [fold.querySelector('.truth').textContent.trim(), fold.classList[1], seen.join(' ')];
})"""


@pytest.mark.parametrize("page", sources.part_pages(ROOT), ids=lambda path: path.stem)
def test_nothing_that_is_seen_below_a_question_says_its_answer(open_page: Any, address: str, page: Path) -> None:
    """A single digit stands everywhere, a word such as yes as well: these are read by people."""
    asked = open_page(f"{address}series/{page.stem}/").evaluate(BELOW)
    told = [(truth, kind, below) for truth, kind, below in asked if len(truth) > 1 and kind in {"number", "shape"}]
    assert asked and not [
        truth for truth, _, below in told if re.search(rf"(?<![\w.]){re.escape(truth)}(?![\w%]|\.\d)", below)
    ]


CUT = """(selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    .map((one) => one.scrollWidth > one.clientWidth + 1)"""


@pytest.mark.parametrize("page", [*sources.part_pages(ROOT), ROOT / "docs/bug-museum.md"], ids=lambda path: path.stem)
def test_no_code_is_cut_on_a_desktop_and_hardly_any_on_a_phone(open_page: Any, address: str, page: Path) -> None:
    opened = open_page(f"{address}{page.relative_to(ROOT / 'docs').with_suffix('').as_posix()}/")
    unfold(opened)
    boxes = opened.evaluate(CUT, "article pre > code")
    assert len(boxes) > 5 and not any(boxes)
    opened.set_viewport_size({"width": 375, "height": 800})
    code = opened.evaluate(CUT, "article .language-python pre > code")
    assert sum(code) <= 0.05 * len(code)


def test_the_formulas_use_the_font_of_the_site(open_page: Any, address: str) -> None:
    page = open_page(f"{address}{PART_13}/")
    assert page.evaluate("document.fonts.check('16px Maths')")
    loaded = "[...document.fonts].filter(f => f.family.includes('Maths') && f.status == 'loaded').length"
    assert page.evaluate(loaded) == 1
    assert page.locator("article math").count() > 20


@pytest.mark.parametrize("page", PAGES, ids=[page.strip("/") or "home" for page in PAGES])
def test_the_html_checker_finds_nothing(checker: dict[str, list[Any]], site: Path, page: str) -> None:
    file = site / _wanted(page)
    assert not checker.get((file / "index.html" if file.is_dir() else file).as_uri())


@pytest.fixture(scope="module")
def checker(site: Path) -> dict[str, list[Any]]:
    """What the Nu checker says of each file."""
    files = sorted(site.rglob("*.html"))
    said: dict[str, list[Any]] = {}
    for message in errors(files):
        said.setdefault(message["url"].replace("file:/", "file:///", 1).replace("////", "//"), []).append(message)
    assert len(files) >= len(PAGES)
    return said
