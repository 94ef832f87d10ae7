"""Tables of figures: what is taken, and how every bad row is named."""

from fractions import Fraction

import pytest

from longarm.claims.counts import atlas, rows
from longarm.places import gazetteer


def parse(text: str):
    return rows.parse(text, "figures.csv", gazetteer.load(), atlas.measures())


def refused(text: str) -> str:
    with pytest.raises(rows.BadRows) as error:
        parse(text)
    return str(error.value)


HEAD = "id,measure,place,as_of,low,high,relation,whole,since,part_of,complete,kind\n"


def test_a_row_needs_an_id_a_measure_a_place_and_a_number_only() -> None:
    (figure,) = parse("id,measure,place,low\na,station,Canada,3\n").figures
    assert (figure.place, figure.low, figure.high, figure.kind, figure.counted_set) == ("CA", 3, None, "stock", "all")


def test_names_are_the_most_populous_place_and_a_country_chooses_another() -> None:
    found = parse(
        'id,measure,place,low\na,station,Georgia,1\nb,station,"Georgia, United States",1\nc,station,CA.08,1\n'
    )
    assert [figure.place for figure in found.figures] == ["GE", "US.GA", "CA.08"]
    assert [figure.other_places for figure in found.figures] == [("US.GA",), (), ()]


def test_equal_fractions_are_widened_by_half_a_unit_of_the_last_digit() -> None:
    figures = parse(HEAD + "a,station,Europe,,0.3,0.30,ratio,,,,,\nb,station,Europe,,0.25,0.5,ratio,,,,,\n").figures
    assert figures[0].share == (Fraction(1, 4), Fraction(61, 200))
    assert figures[1].share == (Fraction(1, 4), Fraction(1, 2))


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("a,station,Nowhereville-on-Sea,,1,1,,,,,,", "place"),
        ("a,station,Canada,,2,1,,,,,,", "low"),
        ("a,station,Canada,,,,,,,,,", "low"),
        ("a,station,Canada,,1.5,,,,,,,", "low"),
        ("a,station,Canada,,-1,,,,,,,", "low"),
        ('a,station,Canada,,"1,000",,,,,,,', "low"),
        ("a,station,Canada,2022-13,1,,,,,,,", "as_of"),
        ("a,station,Canada,22-09,1,,,,,,,", "as_of"),
        ("a,station,Canada,2021,1,,increment,,2022,,,", "since"),
        ("a,station,Canada,,1,,most,,,,,", "relation"),
        ("a,station,Canada,,1.2,,ratio,,,,,", "low"),
        ("a,station,Canada,,1,,,,,b,,", "part_of"),
        ("a,station,Canada,,1,,,,,a,,", "part_of"),
        ("a,station,Canada,,1,,,,,,yes,", "complete"),
        ("a,station,Canada,,1,,,,,,,flow", "kind"),
        (",station,Canada,,1,,,,,,,", "id"),
        ("a,,Canada,,1,,,,,,,", "measure"),
    ],
)
def test_a_bad_row_is_named_with_row_column_and_reason(row: str, column: str) -> None:
    assert f"column {column}: " in refused(HEAD + row + "\n")
    assert "row 1" in refused(HEAD + row + "\n")


def test_mistakes_between_rows_are_named() -> None:
    text = refused(
        HEAD
        + "a,station,Canada,,1,,,,,b,,\nb,station,Canada,,1,,,,,a,,\na,station,Canada,,1,,,,,,,\n"
        + "w,station,Canada,,4,,,,,,,\np,station,Canada,,1,,,,,w,yes,\nk,station,Canada,,1,,,,,,,cumulative\n"
    )
    for part in ("another row has it", "part of itself", "only complete part", "choose one"):
        assert part in text


def test_a_column_that_is_not_read_is_noted() -> None:
    assert "is it as_of?" in parse("id,measure,place,low,asof\na,station,Canada,1,2022\n").notes[0]
