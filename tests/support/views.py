"""A page as a reader brings it before them: in a scheme, unfolded, scrolled to its end; and drawn so."""

from typing import Any

OPENED = """document.querySelectorAll('details').forEach(fold => { fold.open = true; });
    document.querySelectorAll('.sealed').forEach(content => content.classList.remove('sealed'))"""
SCHEMES = {"light": "default", "dark": "slate"}
FADED = """Promise.all(document.getAnimations().filter(one => one instanceof CSSTransition)
    .map(one => one.finished.catch(() => null))).then(() => null)"""
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))))"


def in_scheme(page: Any, scheme: str) -> None:
    """Switch as a reader does: a page that is open keeps its scheme when the system's changes."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(f"document.querySelector('input[data-md-color-scheme={SCHEMES[scheme]}]').click()")
    assert page.evaluate("document.body.dataset.mdColorScheme") == SCHEMES[scheme]
    page.evaluate(FADED)
    page.evaluate(DRAWN)  # what has a new size is looked at by the scripts of the page when it is drawn


def unfold(page: Any) -> None:
    """Open all folds, and wait until what they hold is drawn: then the scripts of the page have looked at it."""
    page.evaluate(OPENED)
    page.evaluate(DRAWN)


def until(page: Any, true: str) -> None:
    """Wait until JavaScript finds something true; the policy of the site lets nothing be evaluated from within."""
    for _ in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(true)


def seen_whole(page: Any) -> None:
    """Open all folds and scroll to the end: the theme looks at code when it is seen."""
    unfold(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    for place in range(0, height + 800, 700):
        page.evaluate(f"scrollTo({{top: {place}, behavior: 'instant'}})")
        page.evaluate(DRAWN)  # what is not drawn is not seen, however long it takes on a busy machine
    page.wait_for_timeout(300)
