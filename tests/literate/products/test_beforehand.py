"""Work that is done while there is time."""

from functools import partial

from literate.products import beforehand


def test_one_piece_after_the_other_and_a_mistake_is_told_where_it_is_asked_for():
    done = []
    beforehand.WAITING.clear()
    beforehand.WAITING.extend([partial(done.append, 1), lambda: 1 / 0, partial(done.append, 2)])
    assert [beforehand.do_next() for _ in range(4)] == [True, True, True, False] and done == [1, 2]
