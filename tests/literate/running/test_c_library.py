"""What the C library can: that it does it, the tests of what a cell prints and leaves running show."""

from literate.running import c_library


def test_where_there_is_none_nothing_is_done(monkeypatch):
    monkeypatch.setattr(c_library, "LIBRARY", None)
    c_library.flush()
    c_library.adopt()
