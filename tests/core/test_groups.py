from hypothesis import given
from hypothesis import strategies as st

from longarm.core.groups import Groups

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)))


def test_joining_is_transitive_and_keeps_the_order_of_adding() -> None:
    groups = Groups([3, 1, 2, 4])
    groups.join(1, 2)
    groups.join(4, 2)
    assert groups.members() == [[3], [1, 2, 4]]


def test_joining_what_is_joined_says_no() -> None:
    groups = Groups[str]()
    assert groups.join("a", "b")
    assert not groups.join("b", "a")


@given(PAIRS)
def test_the_groups_do_not_depend_on_the_order_of_joining(pairs: list[tuple[int, int]]) -> None:
    def made(order: list[tuple[int, int]]) -> set[frozenset[int]]:
        groups = Groups(range(13))
        for left, right in order:
            groups.join(left, right)
        return {frozenset(group) for group in groups.members()}

    assert made(pairs) == made(pairs[::-1])
