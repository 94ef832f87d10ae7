"""Long lists cut into pages: nothing is lost, nothing is twice, no page is heavy."""

from hypothesis import given
from hypothesis import strategies as st

from longarm.publication.site.paging import cut, numbered, sheets, weighed


@given(st.lists(st.integers(0, 500), max_size=60), st.integers(1, 400))
def test_weighed_pages_hold_every_item_once_in_order_and_none_is_too_heavy(weights, most):
    items = list(range(len(weights)))
    groups = weighed(items, weights, most)
    assert [item for group in groups for item in group] == items
    assert all(sum(weights[item] for item in group) <= most or len(group) == 1 for group in groups)
    assert groups


@given(st.integers(0, 200), st.integers(1, 30))
def test_each_page_knows_its_first_item_its_path_and_its_neighbours(length, most):
    made = sheets(range(length), "claims.html", most)
    for sheet in made:
        assert sheet.items == tuple(range(sheet.first - 1, sheet.first - 1 + len(sheet.items)))
        assert sheet.path == numbered("claims.html", sheet.number)
        assert {1, sheet.number, sheet.count} <= set(sheet.near) <= set(range(1, sheet.count + 1))
    assert len({sheet.path for sheet in made}) == len(made)


def test_an_empty_list_has_one_empty_page():
    nothing: tuple[str, ...] = ()
    (sheet,) = sheets(nothing, "drift.html", 10)
    assert (sheet.items, sheet.path) == ((), "drift.html")


def test_the_first_page_bears_the_plain_name():
    assert cut([(1,), (2,)], "lists/kind-act.html")[1].paths == ("lists/kind-act.html", "lists/kind-act-2.html")
