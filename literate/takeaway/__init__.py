"""What readers take away, made from the pages as a builder has left them: decks, book, e-book, feed, sheets, cards.

Each is made of the elements of the pages themselves, so no number, formula or figure can differ from them.
"""

from literate.takeaway.make import is_made, make_for_class, make_of_all, print_all

__all__ = ["is_made", "make_for_class", "make_of_all", "print_all"]
