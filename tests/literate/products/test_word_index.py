"""The index of the theme's search, which joined what is not alike."""

import shutil
from pathlib import Path

import material

from literate.products.word_index import WORKERS, keep_words_apart

THEME = Path(material.__file__).parent / "templates"


def test_the_numbers_of_nodes_end_in_the_theme_that_is_installed(tmp_path):
    (worker,) = THEME.glob(WORKERS)
    ours = tmp_path / worker.relative_to(THEME)
    ours.parent.mkdir(parents=True)
    shutil.copy(worker, ours)
    before = worker.read_text(encoding="utf-8")
    for _ in range(2):  # a site may be finished twice
        keep_words_apart(tmp_path)
        after = ours.read_text(encoding="utf-8")
        assert after == before.replace(
            ".id}return e},t.TokenSet.prototype.intersect", '.id+","}return e},t.TokenSet.prototype.intersect'
        )
        assert len(after) == len(before) + 4


def test_what_has_no_such_index_stays_as_it_is(tmp_path):
    worker = tmp_path / "assets/javascripts/workers/search.js"
    worker.parent.mkdir(parents=True)
    worker.write_text("return e.id}", encoding="utf-8")
    written = worker.stat().st_mtime_ns
    keep_words_apart(tmp_path)
    keep_words_apart(tmp_path / "nowhere")
    assert worker.stat().st_mtime_ns == written
