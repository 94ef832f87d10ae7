"""The happenings of a case: acts and steps joined across documents; a person's decision wins over the machine."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from longarm.claims.context import Context
from longarm.claims.happenings.countries import countries
from longarm.claims.happenings.judge import judge, parted
from longarm.claims.happenings.profiles import Story
from longarm.claims.happenings.stories import groups
from longarm.claims.happenings.tellings import Telling, tellings
from longarm.claims.judging import NOT_SAME, SAME
from longarm.claims.questions import Question
from longarm.core.groups import Groups
from longarm.core.hashing import keyed_id
from longarm.model.claims import Happening, Judgement, Resolved
from longarm.model.periods import Period

BUCKET = 48  # earlier tellings of one kind and place (or month) that one is compared with
OFTEN = 0.1  # share of the operators named from which on a state counts as one that acts abroad
ISO = 2  # letters of a state's code
LEADERS = 12  # tellings of one happening, by what they state, that those of another are compared with
KEPT = 6  # judgements against joining that are kept for one telling


def happenings(
    items: Sequence[Resolved],
    questions: Mapping[str, Question],
    context: Context,
    key: bytes,
    decisions: Iterable[Judgement] = (),
) -> tuple[Happening, ...]:
    """The happenings, ordered by the first statement that tells of each; every act and step is in exactly one.

    Args:
        items: all statements, in document order.
        decisions: a person's judgements of pairs of statements, the later ones first in force.
    """
    told = tellings({item.id: item for item in items}, questions, context)
    joined = _Joined(told, decisions, context)
    stories = _stories(told, context)
    for one, other in _candidates(told, stories):
        left, right = one.item.statement.document, other.item.statement.document
        is_one = left != right and left in stories and stories[left] == stories.get(right)
        verdict = judge(one, other, context, is_one_story=is_one)
        joined.take(one.item.id, other.item.id, verdict.verdict, verdict.reason)
    return joined.made(key, context, _accused(items, context))


def _accused(items: Iterable[Resolved], context: Context) -> frozenset[str]:
    """States that statements of the case name, again and again, as operating what they tell of."""
    named = Counter(party for item in items if len(party := context.party(item.statement.roles.operator)) == ISO)
    return frozenset(party for party, count in named.items() if count > 1 and count >= OFTEN * named.total())


def _stories(told: Sequence[Telling], context: Context) -> dict[str, int]:
    """Document ids to the number of the story they tell, for documents with acts or steps."""
    documents = list(dict.fromkeys(one.item.statement.document for one in told))
    found = [_story(document, context) for document in documents if context.passages.get(document)]
    return {story.id: number for story, number in zip(found, groups(found), strict=True)}


def _story(document: str, context: Context) -> Story:
    known = context.documents.get(document)
    days = known.published.days() if known is not None and known.published is not None else None
    title = known.title.value if known is not None and known.title is not None else ""
    text = "\n".join(passage.span.words for passage in context.passages[document])
    return Story(document, title, text, days[0].toordinal() if days else None)


def _candidates(told: Sequence[Telling], stories: Mapping[str, int]) -> Iterable[tuple[Telling, Telling]]:
    """Pairs of one kind that name one place, one month or one target, or stand in one story, each pair once."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        near: dict[int, None] = {}
        keys = [(one.what, key) for key in _keys(one, stories)]
        for key in keys:
            near |= dict.fromkeys(buckets[key][-BUCKET:])
        for other in sorted(near):
            yield told[other], one
        for key in keys:
            buckets[key].append(number)


def _keys(one: Telling, stories: Mapping[str, int]) -> Iterable[str]:
    countries = {place.country for place in one.item.places if place.id in one.places and place.country}
    yield from sorted(countries or one.places)
    days = one.period.days() if one.period else None
    if days is not None and (days[1] - days[0]).days <= 31:
        yield f"{days[0].year}-{days[0].month}"
    yield from sorted(one.target)
    yield f"passage {one.item.statement.document} {one.item.statement.passage}"
    if one.item.statement.document in stories:
        yield f"story {stories[one.item.statement.document]}"


class _Joined:
    """Groups that respect decisions: what a person parted never comes together again, not even through others."""

    def __init__(self, told: Sequence[Telling], decisions: Iterable[Judgement], context: Context) -> None:
        self._told, self._context = told, context
        self._placed = {one.item.id: [one] for one in told if one.places or one.actor}
        known = {one.item.id for one in told}
        self._groups: Groups[str] = Groups(one.item.id for one in told)
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._reasons: dict[str, list[Judgement]] = defaultdict(list)
        self._decided: set[frozenset[str]] = set()
        for decision in decisions:
            if decision.left in known and decision.right in known:
                self._decide(decision)

    def _decide(self, decision: Judgement) -> None:
        pair = frozenset({decision.left, decision.right})
        if pair in self._decided:
            return
        self._decided.add(pair)
        if decision.verdict == SAME:
            self._join(decision)
        elif decision.verdict == NOT_SAME:
            one, other = self._groups.root(decision.left), self._groups.root(decision.right)
            self._apart[one].add(other)
            self._apart[other].add(one)
            self._reasons[decision.right].append(decision)

    def take(self, left: str, right: str, verdict: str, reason: str) -> None:
        """Join two tellings, or keep the reason why not, unless a person decided on them."""
        if frozenset({left, right}) in self._decided:
            return
        judgement = Judgement(left, right, verdict, reason)
        if verdict == SAME:
            one, other = self._groups.root(left), self._groups.root(right)
            if one != other and other not in self._apart[one] and not self._are_parted(one, other):
                self._join(judgement)
        elif len(self._reasons[right]) < KEPT:
            self._reasons[right].append(judgement)

    def _are_parted(self, one: str, other: str) -> bool:
        """Whether two groups hold tellings that state other places: one act is in one, however many retell it."""
        lefts, rights = self._placed.get(one, ()), self._placed.get(other, ())
        return any(parted(left, right, self._context) for left in lefts for right in rights)

    def _join(self, judgement: Judgement) -> None:
        one, other = self._groups.root(judgement.left), self._groups.root(judgement.right)
        if not self._groups.join(one, other):
            return
        stated = [*self._placed.pop(one, ()), *self._placed.pop(other, ())]
        if stated:
            distinct = {(telling.places, telling.actor): telling for telling in reversed(stated)}
            self._placed[self._groups.root(one)] = list(distinct.values())[:LEADERS]
        self._reasons[judgement.right].append(judgement)
        gone = self._apart.pop(other, set())
        self._apart[one] |= gone
        for third in gone:
            self._apart[third].discard(other)
            self._apart[third].add(one)

    def made(self, key: bytes, context: Context, accused: frozenset[str]) -> tuple[Happening, ...]:
        """The happenings as they stand."""
        by_id = {one.item.id: one for one in self._told}
        order = {identity: number for number, identity in enumerate(by_id)}
        found = []
        for members in self._groups.members():
            members.sort(key=order.__getitem__)
            found.append(self._happening([by_id[identity] for identity in members], key, context, accused))
        return tuple(sorted(found, key=lambda happening: order[happening.statements[0]]))

    def _happening(self, told: Sequence[Telling], key: bytes, context: Context, accused: frozenset[str]) -> Happening:
        ids = tuple(one.item.id for one in told)
        reasons = [judgement for identity in ids for judgement in self._reasons[identity][: KEPT + 1]]
        dated = [one.period for one in told if one.period is not None]
        return Happening(
            keyed_id(key, "hap", ids[0]),
            told[0].what,
            ids,
            tuple(sorted({place for one in told for place in one.places})),
            min(dated, key=_length) if dated else None,
            tuple(reasons),
            countries(told, context, accused),
        )


def _length(period: Period) -> int:
    days = period.days()
    return (days[1] - days[0]).days if days else 10**6
