"""`longarm report`: what a case holds, what it does not, and what to check first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from longarm.claims.counts import atlas
from longarm.claims.counts.statements import QUOTED
from longarm.desk import reconcile
from longarm.desk.checks import Check, apart, checks, is_denied, resting_on
from longarm.desk.metadata import is_file_date
from longarm.desk.names import Names
from longarm.languages.conventions import Convention, changes
from longarm.model.case import Case
from longarm.model.claims import Claim, Resolved
from longarm.model.documents import Document
from longarm.model.reconciliation import Reconciliation
from longarm.model.statements import Statement

READ = "en"  # the language in which quantities are found
WORLD = "m49:001"
SUPPORT = ("retracted", "corroborated", "single")
_PLAIN = ("all", "", "total")  # set, programme and basis that go without saying


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document.

    Attributes:
        number: what the report calls it ("D3").
        also: other paths of the same bytes.
        read: `yes`, or `no: ` and the reason.
        is_file_date: `published` is the day on which the file was made.
    """

    number: str
    id: str
    title: str
    publisher: str
    published: str
    path: str
    also: tuple[str, ...]
    read: str
    statements: int
    is_file_date: bool = False


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file or document without a machine reading."""

    path: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class MissingWork:
    """A work that documents cite and that is not in the case; `also` are other forms of its party's name."""

    id: str
    title: str
    kind: str
    party: str
    also: tuple[str, ...]
    cited_by: int
    claims: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One figure as one statement gives it.

    Attributes:
        high: None is unbounded.
        denied: the statement says that it is not so.
    """

    low: float
    high: float | None
    words: str
    relation: str
    as_of: str
    period: str
    who: str
    hedges: tuple[str, ...]
    statement: str
    document: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one measure in one place."""

    measure: str
    place: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One origin of a claim with how many statements are tied to it."""

    name: str
    work: str
    tie: str
    statements: int


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One reply to a claim, in its words."""

    statement: str
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim with its three views and what it rests on; `apart`: its answers where they have no number in common."""

    id: str
    question: str
    kind: str
    support: str
    contest: str
    low: int
    high: int
    statements: int
    documents: int
    origins: tuple[OriginLine, ...]
    replies: tuple[ReplyLine, ...]
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoundLine:
    """What the figures leave possible for one count; `high` None is unbounded.

    Attributes:
        scope: the named set, programme and basis, where there are any.
        told_in: who tells of the moment without saying its date; empty for a dated one.
        because: the figures that make the two ends, in their words, with who tells them.
        statements: their ids.
    """

    measure: str
    place: str
    operator: str
    scope: tuple[str, ...]
    as_of: str
    told_in: tuple[str, ...]
    low: int
    high: int | None
    exact: bool
    conditional: bool
    because: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A case on one page; nothing in it is a fact, all of it is what documents say.

    An author without a name is called by the number of the document.

    Attributes:
        conventions: those for intervals that the case sets otherwise.
        reviewed: statements that a person has judged.
    """

    title: str
    scope: str
    missing_works: tuple[MissingWork, ...]
    documents: tuple[DocumentLine, ...]
    not_read: tuple[NotRead, ...]
    figures: tuple[Figures, ...]
    claims: tuple[ClaimLine, ...]
    check_first: tuple[Check, ...]
    reconciliation: Reconciliation
    bounds: tuple[BoundLine, ...]
    conventions: tuple[Convention, ...] = ()
    reviewed: int = 0


def report(case: Case) -> Report:
    """The report of a case; needs neither texts nor passages."""
    numbers = {document.id: f"D{number}" for number, document in enumerate(case.state.documents, start=1)}
    names = Names.of(case).numbered(case, numbers)
    found = reconcile.of_case(case.weighed, case.state.documents)
    return Report(
        title=case.settings.title,
        scope=case.settings.scope,
        missing_works=_missing_works(case, names),
        documents=_documents(case, numbers),
        not_read=tuple(NotRead(one.path, one.code, one.reason) for one in case.state.failures),
        figures=_figures(case, names),
        claims=_claims(case, names),
        check_first=checks(case, names),
        reconciliation=found,
        bounds=_bounds(case, found, names),
        conventions=changes(READ, case.settings.conventions),
        reviewed=sum(one.id in case.settled.reviews for one in case.weighed.resolved),
    )


def _bounds(case: Case, found: Reconciliation, names: Names) -> tuple[BoundLine, ...]:
    """The bounds that figures make of counts they tell of, those that most figures make first, one a question."""
    labels = {identity: rule.label for identity, rule in atlas.measures().items()}
    said = {one.id: one.statement for one in case.weighed.resolved}
    lines: dict[tuple[object, ...], BoundLine] = {}
    told = {(one.statement.measure, place.id) for one in case.weighed.resolved for place in one.places}
    for bound in sorted(found.bounds, key=lambda bound: -len(bound.because)):
        if not bound.because or ((bound.measure, bound.place_id) not in told and bound.place_id != WORLD):
            continue
        line = BoundLine(
            measure=labels.get(bound.measure) or bound.measure,
            place=bound.place,
            operator=bound.operator_name,
            scope=tuple(part for part in (bound.counted_set, bound.programme, bound.basis) if part not in _PLAIN),
            as_of=bound.as_of,
            told_in=tuple(dict.fromkeys(_author(said[one], names) for one in bound.undated if one in said)),
            low=bound.low,
            high=bound.high,
            exact=bound.exact,
            conditional=bound.conditional,
            because=tuple(dict.fromkeys(_told(said[one], names) for one in bound.because if one in said)),
            statements=bound.because,
        )
        key = (line.measure, line.place, line.operator, line.scope, line.as_of, line.low, line.high)
        same = lines.get(key)
        lines[key] = replace(same, told_in=tuple(dict.fromkeys((*same.told_in, *line.told_in)))) if same else line
    return tuple(lines.values())


def _told(said: Statement, names: Names) -> str:
    words = said.span.words if len(said.span.words) <= QUOTED or not said.quantity else said.quantity.span.words
    return f"\u201c{words}\u201d ({_author(said, names)})"


def _author(said: Statement, names: Names) -> str:
    return names.chain(said).partition(" -> ")[0]


def _missing_works(case: Case, names: Names) -> tuple[MissingWork, ...]:
    """Works that are cited and not in the case, those that most rests on first."""
    sources = {source.id: source for source in case.weighed.sources}
    found = []
    for work in case.weighed.works:
        if work.documents:
            continue
        party = sources.get(work.party)
        also = tuple(alias for alias in party.aliases if alias != party.name) if party else ()
        name = names[work.party] if work.party else ""
        resting = len(resting_on(case, work))
        found.append(MissingWork(work.id, work.title, work.kind, name, also, len(work.cited_by), resting))
    return tuple(sorted(found, key=lambda work: (-work.claims, -work.cited_by, work.title, work.id)))


def _documents(case: Case, numbers: Mapping[str, str]) -> tuple[DocumentLine, ...]:
    reasons = {failure.sha256: failure.reason for failure in case.state.failures if failure.sha256}
    counts: dict[str, int] = {}
    for resolved in case.weighed.resolved:
        counts[resolved.statement.document] = counts.get(resolved.statement.document, 0) + 1
    return tuple(
        DocumentLine(
            number=numbers[one.id],
            id=one.id,
            title=one.title.value if one.title else one.path,
            publisher=one.publisher.value if one.publisher else "",
            published=str(one.published) if one.published else "",
            is_file_date=is_file_date(one),
            path=one.path,
            also=_also(case, one),
            read=f"no: {reasons[one.sha256]}" if one.sha256 in reasons else "yes",
            statements=counts.get(one.id, 0),
        )
        for one in case.state.documents
    )


def _also(case: Case, document: Document) -> tuple[str, ...]:
    paths = {given.path for given in case.state.given if given.document == document.id}
    return tuple(sorted(paths - {document.path}))


def _figures(case: Case, names: Names) -> tuple[Figures, ...]:
    kept = [one for one in case.weighed.resolved if one.statement.kind == "figure" and one.statement.quantity]
    parents = {place.id: place.parents for place in case.weighed.places}
    keyed = sorted(((one.statement.measure, _place(one, parents)), n, one) for n, one in enumerate(kept))
    return tuple(
        Figures(measure, place, tuple(_answer(one, names) for _, _, one in group))
        for (measure, place), group in groupby(keyed, key=lambda item: item[0])
    )


def _place(resolved: Resolved, parents: Mapping[str, tuple[str, ...]]) -> str:
    """The places that a figure is about, without those that only hold another of them."""
    about = [place for place in resolved.places if place.role in ("scope", "site")]
    holding = {parent for place in about for parent in parents.get(place.id, ()) if parent != place.id}
    named = [place.name or place.words for place in about if place.id not in holding]
    return ", ".join(dict.fromkeys(named)) or "no place said"


def _answer(resolved: Resolved, names: Names) -> Answer:
    said = resolved.statement
    quantity = said.quantity
    if quantity is None:
        raise ValueError(said.id)
    return Answer(
        low=quantity.interval.low,
        high=quantity.interval.high,
        words=quantity.span.words,
        relation=quantity.relation,
        as_of=str(resolved.as_of) if resolved.as_of else "",
        period=str(resolved.period) if resolved.period else "",
        who=names.chain(said),
        hedges=tuple(hedge.kind for hedge in said.hedges),
        statement=said.id,
        document=said.document,
        denied=is_denied(said),
    )


def _claims(case: Case, names: Names) -> tuple[ClaimLine, ...]:
    by_id = {one.id: one for one in case.weighed.resolved}
    lines = [_claim(claim, by_id, names) for claim in case.weighed.claims]
    rank = {support: number for number, support in enumerate(SUPPORT)}
    return tuple(sorted(lines, key=lambda line: (rank.get(line.support, len(rank)), -line.low, -line.statements)))


def _claim(claim: Claim, by_id: dict[str, Resolved], names: Names) -> ClaimLine:
    documents = {by_id[one].statement.document for one in claim.statements if one in by_id}
    origins = (OriginLine(names[one.source], names[one.work], one.tie, len(one.statements)) for one in claim.origins)
    replies = (by_id[one].statement for one in claim.replies if one in by_id)
    return ClaimLine(
        id=claim.id,
        question=claim.question,
        kind=claim.kind,
        support=claim.support,
        contest=claim.contest,
        low=claim.independence.low,
        high=claim.independence.high,
        statements=len(claim.statements),
        documents=len(documents),
        origins=tuple(origins),
        replies=tuple(ReplyLine(one.id, names.chain(one), one.span.words) for one in replies),
        apart=tuple(dict.fromkeys(words for _, words in apart(claim, by_id))),
    )
