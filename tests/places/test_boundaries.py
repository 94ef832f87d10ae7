"""The outlines of countries agree with the gazetteer."""

import pytest

from longarm.errors import DataError
from longarm.places import boundaries, data, gazetteer


def holds(code: str, lat: float, lon: float) -> bool:
    """Whether a point lies in a country: an odd number of edges to the east of it."""
    outlines, inside = boundaries.load(), False
    for ring in outlines.countries[code]:
        points = [p for at in ring for p in (outlines.lines[at] if at >= 0 else outlines.lines[~at][::-1])]
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("CA", 45.42, -75.7),
        ("GB", 52.5, -1.9),
        ("NL", 52.1, 5.1),
        ("CN", 30.6, 104.1),
        ("TW", 24.0, 121.0),
        ("XK", 42.6, 21.0),
        ("LS", -29.5, 28.2),
        ("GF", 4.0, -53.0),
        ("UA", 45.2, 34.3),
        ("CY", 35.25, 33.5),
        ("SO", 9.5, 44.5),
    ],
)
def test_a_known_point_lies_in_its_country(code, lat, lon):
    assert holds(code, lat, lon)


@pytest.mark.parametrize(("code", "lat", "lon"), [("ZA", -29.5, 28.2), ("FR", 4.0, -53.0), ("RU", 45.2, 34.3)])
def test_what_another_country_holds_does_not_lie_in_it(code, lat, lon):
    assert not holds(code, lat, lon)


def test_every_country_with_an_outline_is_one_of_the_gazetteer():
    known = gazetteer.load()
    codes = set(boundaries.load().countries) - {boundaries.NOBODY}
    assert all((place := known.place(code)) and place.level == "country" for code in codes)
    assert codes >= {row["country"] for row in data.rows("points.tsv")} - {"AQ"}


def test_lines_that_are_not_settled_are_told_apart_from_borders():
    outlines = boundaries.load()
    settled, unsettled = outlines.borders()
    assert len(settled) > 250 and not set(settled) & set(unsettled)
    owners = {
        code
        for code, rings in outlines.countries.items()
        for ring in rings
        if {at if at >= 0 else ~at for at in ring} & set(unsettled)
    }
    assert {"UA", "CY", "SO", boundaries.NOBODY} <= owners and "FR" not in owners


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"grid": "x", "lines": [], "countries": {}},
        {"grid": 1, "lines": [[0, 0, 1]], "countries": {}},
        {"grid": 1, "lines": [], "countries": {"FR": [[0]]}},
    ],
)
def test_a_damaged_file_is_named(broken):
    with pytest.raises(DataError, match=r"boundaries\.json is malformed"):
        boundaries.parse(broken)
