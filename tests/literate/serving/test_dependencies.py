"""What a page depends on: all files, where its code may read any of them."""

import pytest
from project import cell, page_of

from literate.serving import site_files


@pytest.mark.parametrize(
    ("code", "anything"),
    [
        ("import math", False),
        ("from collections import namedtuple", False),
        ("import pathlib", True),
        ("import os", True),
        ("import numpy as np\nlen(np.__name__)", False),
        ("import numpy as np\nlen(np.loadtxt)", True),
    ],
)
def test_a_page_that_imports_what_reads_no_file_depends_on_its_own(tmp_path, code, anything):
    page_of(tmp_path, cell(code))
    assert site_files.Site(tmp_path, site_files.texts(tmp_path)).own("docs/page.md").anything == anything
