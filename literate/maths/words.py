"""A formula in the words in which it is typed, `O[delta]`: what the tables of a legend have, and a search can find."""

from xml.etree import ElementTree

SCRIPTS = {"msub": "{}[{}]", "msup": "{}^{}", "msubsup": "{}[{}]^{}", "mfrac": "{} / {}"}
SCRIPTS |= {"munder": "{}[{}]", "mover": "{}^{}", "munderover": "{}[{}]^{}"}
CLOSE = "()[]{}|,′\u2061"  # what stands close to its neighbors; around other signs there is room


def formula_as_text(mathml: str) -> str:
    """One formula as a line of text.

    Args:
        mathml: What `to_mathml` gives.
    """
    return " ".join(_words(ElementTree.fromstring(mathml)).split())


def _words(element: ElementTree.Element) -> str:
    parts = [_words(child) for child in element]
    if element.tag in SCRIPTS:
        return SCRIPTS[element.tag].format(*(part.strip() for part in parts))
    text = "".join([(element.text or "").strip(), *parts])
    roomy = element.tag in {"mo", "mspace", "mtr", "mtd"} and not (text and text in CLOSE)
    return f" {text} " if roomy else text
