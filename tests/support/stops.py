"""A page that is to stop, with its message and its line."""

import pytest
from project import run_of

from literate.errors import PageError


def stops(tmp_path, text, message, line, kind=PageError, **options):
    with pytest.raises(kind) as caught:
        run_of(tmp_path, text, **options)
    assert message in caught.value.message
    assert str(caught.value).startswith(f"{caught.value.file}:{line}:")
    return caught.value
