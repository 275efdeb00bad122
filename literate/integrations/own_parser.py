"""Footnotes are read as the page is: what renders a cell makes another page of the same extensions."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor


class OwnParser(Treeprocessor):
    """Tells each extension that it belongs to this page again, before it makes something of its own of it."""

    def run(self, root: Element) -> None:
        """Only some keep the parser, and read with it: footnotes do."""
        for extension in self.md.registeredExtensions:
            if hasattr(extension, "parser"):
                extension.parser = self.md.parser
