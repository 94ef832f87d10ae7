"""Random small lots of figures for the twin."""

from fractions import Fraction

from hypothesis import strategies as st

from longarm.claims.counts.figures import Figure, Loose

MENUS = (
    ("W", "AA", "A1", "c1"),
    ("W", "R", "Q", "AA", "BB"),
    ("W", "R", "AA", "BB"),
    ("W", "AA", "BB"),
    ("AA", "A1", "c1", "c2"),
    ("R", "AA", "A1"),
    ("R", "Q", "BB"),
)
SMALL = (("W", "AA"), ("W", "AA", "BB"), ("AA", "A1"))
SHARES = (Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1))


@st.composite
def interval(draw: st.DrawFn, top: int = 3) -> tuple[int, int | None]:
    low = draw(st.integers(0, top))
    return low, draw(st.one_of(st.just(low), st.none(), st.integers(low, top)))


@st.composite
def nested(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Figure]]:
    """Places in places, at one moment, with majorities and ratios."""
    menu = draw(st.sampled_from(MENUS))
    figures: list[Figure] = []
    has_relation = draw(st.booleans())
    for number in range(draw(st.integers(2, 6))):
        place = draw(st.sampled_from(menu))
        low, high = draw(interval(1 if has_relation else 3))
        relation = draw(st.sampled_from(("", "majority", "ratio"))) if has_relation else ""
        share = None
        if relation == "majority":
            low, high = 0, None
        if relation == "ratio":
            share = tuple(sorted((draw(st.sampled_from(SHARES)), draw(st.sampled_from(SHARES[1:])))))
            low, high = 0, None
        # one ratio a case, of the widest place: else counts would be needed that the twin does not try
        whole = menu[0]
        if whole == place or any(figure.relation for figure in figures):
            relation, share = "", None
        figures.append(Figure(f"f{number}", "station", place, low, high, share, relation=relation, whole=whole))
    return menu, figures


@st.composite
def timed(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Figure]]:
    """Moments, increments, open dates and operators."""
    menu = draw(st.sampled_from(SMALL))
    measure, kind = draw(st.sampled_from((("case", "cumulative"), ("station", "stock"))))
    operators = draw(st.sampled_from((("",), ("",), ("", "X"), ("", "X", "Y"))))
    dates = draw(st.sampled_from((("2020", "2021"), ("2020", "2021", ""), ("2020", ""))))
    figures = []
    for number in range(draw(st.integers(2, 5))):
        low, high = draw(interval(2))
        as_of = draw(st.sampled_from(dates))
        relation, since = "", ""
        if as_of == "2021" and draw(st.booleans()):
            relation, since = "increment", draw(st.sampled_from(("2020", "")))
        figures.append(
            Figure(
                f"f{number}",
                measure,
                draw(st.sampled_from(menu)),
                low,
                high,
                as_of=as_of,
                relation=relation,
                since=since,
                operator=draw(st.sampled_from(operators)),
                kind=kind,
            )
        )
    return menu, figures


@st.composite
def hosting(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Figure]]:
    """Host countries against stations."""
    menu = draw(st.sampled_from((("W", "AA", "BB"), ("W", "R", "AA"), ("R", "Q", "BB", "AA", "CC"), ("W", "AA"))))
    figures = []
    for number in range(draw(st.integers(2, 5))):
        low, high = draw(interval())
        measure = draw(st.sampled_from(("station", "host")))
        figures.append(Figure(f"f{number}", measure, draw(st.sampled_from(menu)), low, high))
    return menu, figures


@st.composite
def parted(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Figure]]:
    """Wholes with parts, of the same place and of another, complete or not."""
    menu = ("W", "AA", "BB")
    low, high = draw(interval())
    figures = [Figure("whole", "station", "W", low, high)]
    for number in range(draw(st.integers(1, 4))):
        low, high = draw(interval(2))
        if number:  # one open end is enough, and what the twin can try
            high = low if high is None else high
        is_part = draw(st.sampled_from((True, True, False)))
        place = draw(st.sampled_from(("W", "W", "AA", "BB")))
        complete = is_part and draw(st.booleans())
        figures.append(
            Figure(f"f{number}", "station", place, low, high, part_of=("whole",) if is_part else (), complete=complete)
        )
    if sum(figure.complete for figure in figures) == 1:
        import dataclasses

        figures = [dataclasses.replace(figure, complete=False) for figure in figures]
    return menu, figures


@st.composite
def rounded(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Figure]]:
    """Round numbers, and operators and programmes that some rows leave open."""
    menu = draw(st.sampled_from(SMALL))
    programmes = draw(st.sampled_from((("",), ("", "P"), ("", "P", "Q"))))
    operators = draw(st.sampled_from((("",), ("", "X"))))
    figures = []
    for number in range(draw(st.integers(2, 5))):
        low = draw(st.integers(0, 3))
        high = draw(st.one_of(st.just(low), st.just(low), st.none()))
        is_round = high is not None and draw(st.booleans())
        figures.append(
            Figure(
                f"f{number}",
                "station",
                draw(st.sampled_from(menu)),
                low,
                high,
                operator=draw(st.sampled_from(operators)),
                programme=draw(st.sampled_from(programmes)),
                loose=(Loose("rounding", max(low - 1, 0), high + 1),) if is_round and high is not None else (),
            )
        )
    return menu, figures


@st.composite
def named(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Figure]]:
    """Names that may mean two places, with round numbers."""
    menu = ("W", "R", "Q", "AA")
    figures = []
    for number in range(draw(st.integers(2, 5))):
        low, high = draw(interval(2))
        place, name, others = draw(
            st.sampled_from(
                (("R", "north", ("Q",)), ("AA", "a town", ("R",)), ("W", "", ()), ("AA", "", ()), ("Q", "", ()))
            )
        )
        is_round = high is not None and draw(st.booleans())
        figures.append(
            Figure(
                f"f{number}",
                "station",
                place,
                low,
                high,
                place_name=name,
                other_places=others,
                loose=(Loose("rounding", max(low - 1, 0), high + 1),) if is_round and high is not None else (),
            )
        )
    return menu, figures


CASES = st.one_of(nested(), timed(), hosting(), parted(), rounded(), named())
