"""Figures of statements: what a text counts, taken as a row, and never for more than the text says.

A cumulative figure without an as-of date counts an event as often as a total: it is taken as a lower bound. Figures of
unknown measure, or without a place, are not compared. Two figures without a date are of one moment only where both rest
on one work, and both texts name it by its title. What a reading only infers is open: a place that another clause names,
a thing counted that is left out, and a count that may be a part of a larger one of the same text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from longarm.claims.counts.figures import Figure, Loose
from longarm.claims.counts.lines import line
from longarm.claims.counts.surroundings import NamedOrigin, Surroundings, Teller
from longarm.core.groups import Groups
from longarm.model.claims import Claim, Resolved, ResolvedPlace
from longarm.model.periods import Period
from longarm.model.places import WORLD
from longarm.model.statements import BACKING, UNREAL, Quantity, Statement

ANY = (0, None)  # the interval of a figure that says nothing
QUOTED = 120  # characters of a clause that are quoted
PRESENT = 1  # years before its text that a figure without a date may tell of


def figures(items: Sequence[Resolved], around: Surroundings) -> tuple[Figure, ...]:
    """The figures of a case that can be compared, in the order of their statements."""
    named = _named(items, around)
    found = [figure for item in items if (figure := _figure(item, around, named)) is not None]
    ids = {figure.id for figure in found}
    epochs = _epochs(found, items)
    return tuple(_with_parts([_kept(figure, ids, epochs) for figure in found]))


def _kept(figure: Figure, ids: set[str], epochs: Mapping[str, str]) -> Figure:
    wholes = tuple(whole for whole in figure.part_of if whole in ids)
    return replace(figure, part_of=wholes, epoch=epochs[figure.id])


def _with_parts(found: Sequence[Figure]) -> list[Figure]:
    """The figures; a count that is below another of its place in the same text may be a part of it."""
    highest: dict[tuple[object, ...], int] = {}
    for figure in found:
        if not figure.relation:
            highest[_place_of(figure)] = max(highest.get(_place_of(figure), 0), figure.low)
    return [
        replace(figure, loose=(*figure.loose, Loose("set", figure.low, None)))
        if not figure.relation and figure.high is not None and highest[_place_of(figure)] > figure.high
        else figure
        for figure in found
    ]


def _place_of(figure: Figure) -> tuple[object, ...]:
    return figure.sense, line(figure), figure.place, figure.moment


def _named(items: Iterable[Resolved], around: Surroundings) -> dict[tuple[str, str], set[str]]:
    """The works that a document names by their titles, by document and party."""
    found: dict[tuple[str, str], set[str]] = {}
    titles = {origin.work: origin for origin in around.origins.values() if origin.title}
    for item in items:
        for voice in item.statement.voices:
            origin = titles.get(voice.work_id)
            if origin and origin.title.casefold() in (voice.work.casefold(), voice.name.casefold()):
                found.setdefault((item.statement.document, origin.source), set()).add(origin.work)
    return found


def _epochs(found: Sequence[Figure], items: Sequence[Resolved]) -> dict[str, str]:
    """Undated figures of one document, or resting on one work, tell of one time: by figure the first of its lot."""
    groups: Groups[str] = Groups()
    documents = {item.id: item.statement.document for item in items}
    for figure in found:
        groups.join(f"w{figure.undated}", f"d{documents[figure.id]}")
    return {figure.id: groups.root(f"w{figure.undated}") for figure in found}


def _figure(item: Resolved, around: Surroundings, named: Mapping[tuple[str, str], set[str]]) -> Figure | None:
    said = item.statement
    quantity = _counted(item, around)
    if quantity is None:
        return None
    place, wider = _place(item, around)
    if place is None:
        return None
    origin = around.origins.get(item.id)
    rule = around.measures[said.measure]
    when = _when(item, rule.kind, quantity)
    if when is None:
        return None
    as_of, since, relation = when
    is_total = (rule.kind == "stock" or bool(item.as_of and as_of)) and "other" not in quantity.flags
    low, high, share = _numbers(quantity, relation, is_total)
    return Figure(
        id=item.id,
        measure=said.measure,
        place=place.id,
        low=low,
        high=high,
        share=share,
        as_of=as_of,
        undated=_undated(item, origin, named),
        operator=around.party(said.roles.operator),
        programme=said.roles.programme.casefold(),
        source=origin.name if origin else said.voices[-1].name,
        relation=relation,
        whole=wider or WORLD,
        since=since,
        part_of=said.part_of,
        kind=rule.kind,
        basis=said.basis,
        counted_set=said.counted_set or "all",
        place_name=place.words if place.words.casefold() != place.name.casefold() and place.readings else place.name,
        other_places=tuple(other for other in place.readings if other != place.id),
        sense=said.document,
        loose=() if relation else _loose(item, quantity, low, high),
        earliest=_earliest(item, around.documents.get(said.document)),
        words=_words(said, quantity),
        teller=_told_by(said, around),
    )


def _undated(item: Resolved, origin: NamedOrigin | None, named: Mapping[tuple[str, str], set[str]]) -> str:
    """The key of the moment of an undated figure: a work where the text names that one of its party by title."""
    document = item.statement.document
    if origin is None:
        return document
    if not origin.work:
        return f"{origin.source} {document}"
    is_sure = named.get((document, origin.source)) == {origin.work}
    is_own = any(
        voice.work_id == origin.work and origin.title.casefold() in (voice.work.casefold(), voice.name.casefold())
        for voice in item.statement.voices
        if origin.title
    )
    return origin.work if is_sure or is_own else f"{origin.work} {document}"


def _earliest(item: Resolved, teller: Teller | None) -> str:
    """From when a count may be: the start of the time that its clause names, else the year before the text."""
    if item.period is not None and item.period.start:
        return item.period.start
    year = teller.published[:4] if teller else ""
    return f"{int(year) - PRESENT:04}" if year.isdigit() and int(year) > PRESENT else ""


def _counted(item: Resolved, around: Surroundings) -> Quantity | None:
    """The count that a statement asserts of a measure of the codebook, None where it asserts none."""
    said, quantity = item.statement, item.statement.quantity
    if said.kind != "figure" or quantity is None or not quantity.is_count or "garbled" in quantity.flags:
        return None
    if said.polarity != "affirmed" or said.measure not in around.measures or quantity.qualifier == "decrease":
        return None
    if any(voice.attitude not in BACKING for voice in said.voices) or any(h.kind in UNREAL for h in said.hedges):
        return None
    return quantity


def answers(items: Sequence[Resolved], claims: Iterable[Claim], around: Surroundings) -> tuple[Figure, ...]:
    """The first answer of each document to a question about an event that several documents answer, by what they count.

    Whether they count the same is open, so that they never make more than an apparent conflict.
    """
    by_id = {item.id: item for item in items}
    found: list[Figure] = []
    for claim in claims:
        rule = around.measures.get(claim.measure)
        if claim.kind != "figure" or rule is None or rule.kind == "stock" or WORLD in claim.places:
            continue  # a total of the world is no event
        first: dict[str, Figure] = {}
        for identity in claim.statements:
            answer = _answer(by_id[identity], claim, around) if identity in by_id else None
            if answer is not None:
                first.setdefault(answer.sense, answer)
        found += first.values() if len(first) > 1 else ()
    return tuple(found)


def _answer(item: Resolved, claim: Claim, around: Surroundings) -> Figure | None:
    said, quantity = item.statement, _counted(item, around)
    if quantity is None or quantity.relation or not quantity.unit or "other" in quantity.flags:
        return None
    if item.as_of is not None and item.as_of.is_dated:
        return None  # a running total, which is compared as one
    low, high, _ = _numbers(quantity, "", is_total=True)
    origin = around.origins.get(item.id)
    return Figure(
        id=item.id,
        measure=claim.measure,
        place=WORLD,
        low=low,
        high=high,
        undated=claim.id,
        source=origin.name if origin else said.voices[-1].name,
        counted_set=f"{claim.id} {quantity.unit_head}",
        sense=said.document,
        loose=(Loose("set", *ANY),),
        words=_words(said, quantity),
        teller=_told_by(said, around),
        question=claim.question,
    )


def _words(said: Statement, quantity: Quantity) -> str:
    """The clause, whole: a cut one could leave half of a name that is masked later; of a long one the number alone."""
    return said.span.words if len(said.span.words) <= QUOTED else quantity.span.words


def _told_by(said: Statement, around: Surroundings) -> str:
    found = around.documents.get(said.document)
    return found.name if found else said.voices[0].name


def _place(item: Resolved, around: Surroundings) -> tuple[ResolvedPlace | None, str]:
    """The one place that a figure counts, and a wider one that is named with it; none where it names several."""
    scopes = [place for place in item.places if place.role == "scope" and place.id]
    scopes = scopes or [place for place in item.places if place.role == "site" and place.id]
    inner = [p for p in scopes if not any(o.id != p.id and around.is_within(o.id, p.id) for o in scopes)]
    if len({place.id for place in inner}) != 1 or _is_spread(item, inner[0], around):
        return None, ""
    wider = [place.id for place in scopes if place.id != inner[0].id]
    return inner[0], wider[0] if wider else ""


def _is_spread(item: Resolved, one: ResolvedPlace, around: Surroundings) -> bool:
    """Whether what is counted lies in further places beside the one ("three sites, in A, B and C")."""
    said = item.statement
    if said.quantity is None or not said.quantity.unit:
        return False  # "one in A and the other in B"
    state = around.party(said.roles.operator)
    beside = [place for place in item.places if place.role == "site" and place.id and place.country != state]
    return any(
        place.id != one.id and not around.is_within(place.id, one.id) and not around.is_within(one.id, place.id)
        for place in beside
    )


def _when(item: Resolved, kind: str, quantity: Quantity) -> tuple[str, str, str] | None:
    """As-of date, since and relation of a figure; None where it tells of no total that could be compared."""
    as_of = str(item.as_of) if item.as_of is not None and item.as_of.is_dated else ""
    period = item.period if item.period is not None and item.period.is_dated else None
    relation = quantity.relation
    if relation in ("majority", "ratio"):
        return as_of, "", relation
    if relation == "increment":
        return (_end(period), _before(period), relation) if period else None
    if as_of or period is None:
        return as_of, "", ""
    if kind == "stock":
        return str(period), "", ""
    return _end(period), _before(period), "increment"


def _end(period: Period) -> str:
    return period.end or ""


def _before(period: Period) -> str:
    """The last year, month or day before a period, as precise as its start."""
    start = (period.start or "").rstrip("?~%")
    parts = start.split("-")
    if len(parts) == 1 and start.isdigit():
        return f"{int(start) - 1:04}"
    if len(parts) == 2 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        year, month = int(parts[0]), int(parts[1])
        return f"{year:04}-{month - 1:02}" if month > 1 else f"{year - 1:04}-12"
    days = period.days()
    return str((days[0] if days else date.min + timedelta(1)) - timedelta(1))


def _numbers(
    quantity: Quantity, relation: str, is_total: bool
) -> tuple[int, int | None, tuple[Fraction, Fraction | None] | None]:
    low, high = quantity.interval.low, quantity.interval.high
    if relation == "majority":
        return 0, None, None
    if relation == "ratio":
        return 0, None, (Fraction(str(low)), None if high is None else Fraction(str(high)))
    top = None if high is None else int(high)
    if relation == "increment":
        return max(-int(-low // 1), 0), top, None
    return max(-int(-low // 1), 0), top if is_total else None, None


def _loose(item: Resolved, quantity: Quantity, low: int, high: int | None) -> tuple[Loose, ...]:
    """What the count may be as well, as the text leaves it open."""
    found = []
    if not _says_place(item):
        found.append(Loose("place", *ANY))
    if not quantity.unit:
        found.append(Loose("set", *ANY))
    if quantity.rounded and high is not None:
        half = _half(low)
        found.append(Loose("rounding", max(low - half, 0), high + half))
    return tuple(found)


def _says_place(item: Resolved) -> bool:
    """Whether the clause of the figure says its place, or counts without any bound ("in 30 countries")."""
    said = item.statement
    unit = said.quantity.unit if said.quantity else ""
    scopes = [one.toponym.span for one in said.places if one.role == "scope"]
    scopes = scopes or [one.toponym.span for one in said.places if one.role == "site"]
    if any(said.span.start <= one.start and one.end <= said.span.end and one != said.span for one in scopes):
        return True
    is_bounded = any(word[:1].isupper() for word in unit.split())
    return not is_bounded and any(one == said.span for one in scopes)


def _half(number: int) -> int:
    """Half a unit of the last digit that is not zero."""
    digits = str(number)
    return 10 ** (len(digits) - len(digits.rstrip("0"))) // 2 if number else 0
