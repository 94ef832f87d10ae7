"""The example tables give the answers that the library's page tells of."""

from pathlib import Path

import pytest

from longarm.desk.reconcile import of_table

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "reconcile"


def answer(name: str):
    return of_table(EXAMPLES / f"{name}.csv")[0]


@pytest.mark.parametrize(
    ("name", "consistent", "conflicts"),
    [
        ("two-counts-of-hosts", "no", [("hard", "", ("a2", "b2"))]),
        ("growth-in-a-year", "yes", []),
        ("three-together", "no", [("hard", "", ("w", "n", "e"))]),
        ("too-many-cities", "no", [("hard", "", ("w", "c"))]),
        ("sums-in-two-texts", "yes", []),
        ("yearly-totals", "yes", []),
        ("yearly-totals-that-fail", "no", [("hard", "", ("t2021", "t2022", "more"))]),
        ("an-open-name", "under-readings", [("apparent", "place", ("n", "c", "m"))]),
        ("an-open-date", "under-readings", [("apparent", "as_of", ("a", "b"))]),
    ],
)
def test_conflicts_are_those_of_the_page(name: str, consistent: str, conflicts: list) -> None:
    found = answer(name)
    assert found.consistent == consistent
    assert [(c.kind, c.reading, c.statements) for c in found.conflicts] == conflicts
    assert found.proved and not found.more


def test_an_increment_below_the_growth_lists_a_revision() -> None:
    found = answer("yearly-totals").revisions
    assert [(one.statements, one.by) for one in found] == [(("t2021", "t2022", "more"), 40)]


def test_each_repair_is_one_of_the_rows_in_conflict() -> None:
    assert answer("three-together").set_aside == (("e",), ("n",), ("w",))


def test_the_answer_is_the_same_each_time() -> None:
    assert answer("three-together") == answer("three-together")


def test_forty_of_54_stations_in_one_country_leave_too_few_for_thirty(tmp_path: Path) -> None:
    table = tmp_path / "italy.csv"
    table.write_text(
        "id,measure,place,low,high\nw,station,World,54,54\ni,station,Italy,40,40\nh,host-country,World,30,30\n"
    )
    assert [c.statements for c in of_table(table)[0].conflicts] == [("w", "i", "h")]


def test_found_figures_of_two_parties_do_not_bound_each_other(tmp_path: Path) -> None:
    table = tmp_path / "found.csv"
    head = "id,measure,place,low,high,basis,source\n"
    table.write_text(head + "a,station,Italy,4,4,found,X\nb,station,Italy,6,6,found,Y\n")
    assert of_table(table)[0].consistent == "yes"
    table.write_text(head + "a,station,Italy,4,4,found,X\nb,station,Italy,3,3,total,Y\n")
    assert [c.statements for c in of_table(table)[0].conflicts] == [("a", "b")]


def test_a_total_told_higher_when_more_was_known_is_a_revision(tmp_path: Path) -> None:
    table = tmp_path / "known.csv"
    head = "id,measure,place,as_of,low,high,known_at\n"
    table.write_text(head + "a,incident,World,2020,608,608,2021\nb,incident,World,2020,640,640,2022\n")
    found = of_table(table)[0]
    assert (found.consistent, [(one.statements, one.by) for one in found.revisions]) == ("yes", [(("a", "b"), 32)])


def test_a_date_inside_another_is_not_compared(tmp_path: Path) -> None:
    table = tmp_path / "dates.csv"
    table.write_text("id,measure,place,as_of,low,high\na,incident,World,2022,8,8\nb,incident,World,2022-12,9,9\n")
    assert of_table(table)[0].consistent == "yes"
    table.write_text("id,measure,place,as_of,low,high\na,incident,World,2021,9,9\nb,incident,World,2022-12,8,8\n")
    assert of_table(table)[0].consistent == "no"


def test_rows_of_equal_scope_interval_and_source_are_set_aside_together(tmp_path: Path) -> None:
    table = tmp_path / "same.csv"
    table.write_text(
        "id,measure,place,low,high,source\na,station,Italy,4,4,X\nb,station,Italy,4,4,X\nc,station,Italy,5,5,Y\n"
    )
    found = of_table(table)[0]
    assert found.set_aside == (("a", "b"), ("c",))
    assert [c.statements for c in found.conflicts] == [("a", "c"), ("b", "c")]
