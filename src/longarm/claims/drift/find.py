"""The drift of a case: every repetition held against its origin, or where that is not there, the fullest variant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from longarm.claims.context import Context
from longarm.claims.drift.compare import Difference, differences
from longarm.claims.drift.quotes import altered, misattributed, paraphrases
from longarm.claims.origins.members import Rooted
from longarm.claims.origins.roots import CONTRADICTED
from longarm.claims.questions import measure, scope
from longarm.claims.reuse.index import Copies
from longarm.model.claims import Drift, Resolved

TELLING = 10  # a number from which two works hardly share it by chance
LOOKED_AT = 60  # statements of one speaker, number or group that are compared


def drifts(groups: Sequence[Sequence[Rooted]], copies: Copies, context: Context) -> list[tuple[Drift, ...]]:
    """The drift of each claim, in the order of repetitions.

    Args:
        groups: each claim's statements with what they rest on.
    """
    found: list[dict[tuple[str, str, str], Drift]] = [{} for _ in groups]
    claim_of = {item.id: number for number, members in enumerate(groups) for item, _ in members}
    rooted = {item.id: (item, made) for members in groups for item, made in members}
    finder = _Finder(context)
    for full, told, directed, difference in finder.all(groups, copies, rooted):
        drift = _drift(full, told, difference, directed=directed)
        found[claim_of[told.id]].setdefault((drift.kind, full.id, told.id), drift)
    return [tuple(one.values()) for one in found]


Found = tuple[Resolved, Resolved, bool, Difference]


def _drift(full: Resolved, told: Resolved, difference: Difference, *, directed: bool) -> Drift:
    origin, variant = (full.id, "") if directed else (None, full.id)
    return Drift(difference.kind, origin, told.id, difference.detail, variant, difference.marks)


class _Finder:
    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self, groups: Sequence[Sequence[Rooted]], copies: Copies, rooted: dict[str, Rooted]) -> Iterator[Found]:
        """Every difference of every pair that is compared."""
        for members in groups:
            if members[0][0].statement.kind == "quotation":
                yield from self._quotations(members)
            else:
                yield from self._claim(members)
        yield from self._copies(rooted, copies)
        yield from self._numbers(rooted.values())
        yield from self._paraphrases(rooted.values())

    def _claim(self, members: Sequence[Rooted]) -> Iterator[Found]:
        for (_, work), group in self._by_origin(members).items():
            if len(group) < 2:
                continue
            full, directed = self._fullest(group)
            here = full[0].statement.document
            for told in group:
                there = told[0].statement.document
                if there != here and not self._is_one_work(here, there):
                    found = self._pair(full[0], told[0], directed)
                    yield from (one for one in found if work or one[3].kind != "figure-changed")

    def _by_origin(self, members: Sequence[Rooted]) -> dict[tuple[str, str], list[Rooted]]:
        """Statements that rest on one work of one party; without a work, other numbers may be of other works."""
        groups: dict[tuple[str, str], list[Rooted]] = defaultdict(list)
        for item, found in members:
            if found.is_known:
                groups[found.source, found.work].append((item, found))
        return groups

    def _fullest(self, group: Sequence[Rooted]) -> tuple[Rooted, bool]:
        """The origin's own words, and that they are; else the telling with the longest chain, a time and hedges."""
        authors = self._context.authors
        own = [one for one in group if authors.get(one[0].statement.document) == one[1].source]
        own = [one for one in own if one[1].tie != CONTRADICTED]
        if own:
            return own[0], True
        return max(enumerate(group), key=lambda pair: (*_fullness(pair[1][0]), -pair[0]))[1], False

    def _pair(self, full: Resolved, told: Resolved, directed: bool) -> Iterator[Found]:
        for difference in differences(full, told, self._context):
            yield full, told, directed, difference

    def _quotations(self, members: Sequence[Rooted]) -> Iterator[Found]:
        full, directed = self._fullest_quotation(members)
        for told in members:
            if told[0].statement.document == full[0].statement.document:
                continue
            for difference in (altered(full[0], told[0]), misattributed(full, told, self._context)):
                if difference is not None:
                    yield full[0], told[0], directed, difference

    def _fullest_quotation(self, members: Sequence[Rooted]) -> tuple[Rooted, bool]:
        authors = self._context.authors
        own = [one for one in members if one[1].is_known and authors.get(one[0].statement.document) == one[1].source]
        if own:
            return own[0], True
        known = [one for one in members if one[1].is_known] or list(members)
        return known[0], False

    def _copies(self, rooted: dict[str, Rooted], copies: Copies) -> Iterator[Found]:
        """Statements of copied sentences, also where the change made another question of them."""
        places: dict[tuple[str, int], list[Resolved]] = defaultdict(list)
        for item, _ in rooted.values():
            places[item.statement.document, item.statement.passage].append(item)
        for told, _ in rooted.values():
            for link in copies.of(told.statement)[:2]:
                near = places[link.source, link.source_passage][:LOOKED_AT]
                there = [
                    full for full in near if link.source_span.overlaps(full.statement.span) and _is_same(full, told)
                ]
                if there and not self._is_one_work(link.source, link.copy):
                    full = max(there, key=lambda one: fuzz.ratio(one.statement.span.words, told.statement.span.words))
                    yield from self._pair(full, told, link.is_directed)

    def _is_one_work(self, left: str, right: str) -> bool:
        """Whether two documents are versions of one text: what differs there was changed by its author."""
        works = self._context.document_works
        return bool(works.get(left)) and works.get(left) == works.get(right)

    def _numbers(self, rooted: Iterable[Rooted]) -> Iterator[Found]:
        """One number of one work told of another thing counted, or of a wider or narrower place."""
        told: dict[tuple[str, str, object], list[Resolved]] = defaultdict(list)
        for item, found in rooted:
            quantity = item.statement.quantity if measure(item.statement) in self._context.measures else None
            if quantity is None or quantity.relation or not found.is_known or not found.work:
                continue
            if quantity.interval.is_exact and quantity.interval.low >= TELLING:
                told[found.source, found.work, quantity.interval.low].append(item)
        for items in told.values():
            yield from self._same_number(items[:LOOKED_AT])

    def _same_number(self, items: Sequence[Resolved]) -> Iterator[Found]:
        first = items[0]
        for other in items[1:]:
            if other.statement.document == first.statement.document:
                continue
            if measure(other.statement) != measure(first.statement):
                spans = (first.statement.span, other.statement.span)
                units = [_unit(first), _unit(other)]
                detail = f"The same number counts “{units[0]}” in one and “{units[1]}” in the other."
                yield first, other, False, Difference("unit-changed", detail, spans)
            elif scope(first) and scope(other) and scope(first) != scope(other):
                found = differences(first, other, self._context)
                yield from ((first, other, False, one) for one in found if one.kind.startswith("place-"))

    def _paraphrases(self, rooted: Iterable[Rooted]) -> Iterator[Found]:
        quotations: list[Rooted] = []
        spoken: dict[str, list[Resolved]] = defaultdict(list)
        quoted: dict[str, list[Resolved]] = defaultdict(list)
        for item, found in rooted:
            if item.statement.kind == "quotation":
                quoted[item.statement.document].append(item)
                if found.is_known:
                    quotations.append((item, found))
            elif len(item.statement.voices) > 1 and item.statement.voices[-1].source:
                spoken[item.statement.voices[-1].source].append(item)
        for item, found in quotations:
            near = spoken.get(found.source, [])[:LOOKED_AT]
            inside = {one.id for one in near if _is_inside(one, quoted[one.statement.document])}
            for told, difference in paraphrases(item, near, inside):
                own = self._context.authors.get(item.statement.document) == found.source
                yield item, told, own, difference


def _fullness(item: Resolved) -> tuple[int, bool, int]:
    statement = item.statement
    return len(statement.voices), statement.period is not None, len(statement.hedges)


def _is_same(full: Resolved, told: Resolved) -> bool:
    """Whether two statements of a copied sentence can be each other's: of one kind, and of one measure or method."""
    if full.statement.kind != told.statement.kind:
        return False
    if full.statement.kind == "figure":
        one, other = full.statement.quantity, told.statement.quantity
        same = measure(full.statement) == measure(told.statement)
        return same and one is not None and other is not None and one.relation == other.relation
    return full.statement.method == told.statement.method


def _unit(item: Resolved) -> str:
    quantity = item.statement.quantity
    return (quantity.unit if quantity else "") or measure(item.statement)


def _is_inside(item: Resolved, quotations: Sequence[Resolved]) -> bool:
    return any(one.statement.span.overlaps(item.statement.span) for one in quotations)
