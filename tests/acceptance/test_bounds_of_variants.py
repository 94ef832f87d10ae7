"""The bounds that two made-up articles make together, each with the figures that make it; they fall with their cue."""

from dataclasses import replace

import pytest
from tests.acceptance.test_cases_of_variants import KEY, item
from tests.acceptance.variants import Setting, bare, declaring, settings

from longarm.desk.reading import read_layers
from longarm.desk.reconcile import of_case
from longarm.desk.weigh import weigh
from longarm.model.case import State, Weighed
from longarm.model.reconciliation import Bound, Reconciliation

# home city, host city and its country, the continent of most stations, the region of the four
GEOGRAPHIES = (
    ("Chicago", "Vancouver", "Canada", "Europe", "North America"),
    ("Osaka", "Bangkok", "Thailand", "Africa", "Asia"),
    ("Lima", "Quito", "Ecuador", "Europe", "South America"),
    ("Accra", "Nairobi", "Kenya", "Asia", "Africa"),
)
CASES = [
    replace(s, home_city=home, host_city=city, host_country=country, continent=continent, region=region)
    for s, (home, city, country, continent, region) in zip(tuple(settings())[:8], GEOGRAPHIES * 2, strict=True)
]
CASES = [replace(s, over=s.total - 3, some=round(s.hosts, -1)) for s in CASES]


def articles(s: Setting) -> tuple[dict[str, str], dict[str, str]]:
    """Both articles; the first without its late note, which counts anew."""
    first = declaring(s)
    del first["late"]
    return first, bare(s)


def weighed(pairs: list[tuple[dict[str, str], dict[str, str]]]) -> list[Weighed]:
    """The case of each pair, all read in one go."""
    items = [[item(f"{n} {m}", text) for m, text in enumerate(pair)] for n, pair in enumerate(pairs)]
    readings = iter(list(read_layers((one for pair in items for one in pair), KEY)))
    found = []
    for pair in items:
        layers, documents = zip(*pair, strict=True)
        found.append(weigh(State(tuple(documents), tuple(layers), tuple(next(readings) for _ in pair)), KEY))
    return found


def bound(found: Reconciliation, measure: str, place: str) -> Bound:
    """The closest bound of a place."""
    bounds = [one for one in found.bounds if (one.measure, one.place) == (measure, place)]
    return min(bounds, key=lambda one: (one.high is None, (one.high or 0) - one.low))


@pytest.fixture(scope="module")
def cases() -> list[Weighed]:
    return weighed([articles(s) for s in CASES])


@pytest.mark.parametrize("number", range(len(CASES)))
def test_two_articles_bound_the_counts_of_every_place_they_tell_of(cases: list[Weighed], number: int) -> None:
    s, case = CASES[number], cases[number]
    found = of_case(case)
    wanted = {
        ("station", "World"): (s.total, s.total),
        ("host-country", "World"): (s.hosts, s.hosts),
        ("station", s.region): (4, 4),
        ("station", s.host_country): (3, 3),
        ("station", s.host_city): (3, 3),
        ("station", s.home_city): (1, 1),
    }
    told = {key: bound(found, *key) for key in wanted}
    assert {key: (one.low, one.high) for key, one in told.items()} == wanted
    assert bound(found, "station", s.continent).low == s.total // 2 + 1
    assert (found.consistent, found.conflicts, found.proved) == ("yes", (), True)


@pytest.mark.parametrize("number", range(len(CASES)))
def test_each_bound_names_the_figures_that_make_it(cases: list[Weighed], number: int) -> None:
    s, case = CASES[number], cases[number]
    numbers = {one.id: q.interval.low for one in case.resolved if (q := one.statement.quantity)}
    found = of_case(case)

    def because(measure: str, place: str) -> set[float]:
        return {numbers[one] for one in bound(found, measure, place).because}

    assert because("station", "World") == {s.total}
    assert s.hosts in because("host-country", "World")
    assert because("station", s.region) == {4}
    assert because("station", s.host_country) >= {1, 3, 4}
    assert s.total in because("station", s.continent)
    assert all(one.because for one in found.bounds if one.low or one.high is not None)


def test_without_the_four_of_the_region_its_parts_have_no_upper_bound() -> None:
    s = CASES[0]
    first, second = articles(s)
    second["places"] = second["places"].replace("four ", "").replace("the other three", "three more")
    del first["counts"]
    (case,) = weighed([(first, second)])
    assert bound(of_case(case), "station", s.region).high != 4


def test_without_mostly_the_continent_has_no_majority() -> None:
    s = CASES[0]
    first, second = articles(s)
    second["places"] = second["places"].replace("mostly ", "")
    (case,) = weighed([(first, second)])
    assert s.continent not in {one.place for one in of_case(case).bounds}
