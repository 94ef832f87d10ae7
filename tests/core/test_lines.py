"""A simplified line stays where it was."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from longarm.core.lines import simplified

POINTS = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=1, max_size=30)


def test_points_on_a_straight_line_go():
    assert simplified([(0, 0), (1, 0.01), (2, 0), (3, 5), (4, 0)], 0.1) == ((0, 0), (2, 0), (3, 5), (4, 0))


def test_a_ring_keeps_enclosing_something():
    assert len(simplified([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], 100)) == 4


@given(POINTS, st.floats(0, 20))
def test_no_point_is_farther_from_the_new_line_than_the_tolerance(line, tolerance):
    made = simplified(line, tolerance)
    assert made[0] == line[0] and made[-1] == line[-1]
    stretches = list(itertools.pairwise(made)) or [(made[0], made[0])]
    assert all(min(_distance(point, *stretch) for stretch in stretches) <= tolerance + 1e-9 for point in line)


def _distance(point, start, end):
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    share = ((point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]) / length if length else 0
    share = min(1, max(0, share))
    return ((point[0] - start[0] - share * along[0]) ** 2 + (point[1] - start[1] - share * along[1]) ** 2) ** 0.5
