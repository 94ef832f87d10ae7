"""`longarm report`: what a case holds, what it does not, and what to check first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from longarm.desk import reconcile
from longarm.desk.building.metadata import is_file_date
from longarm.desk.checks import Check, apart, checks, resting_on
from longarm.desk.figures import BoundLine, Figures, bounds, figures
from longarm.desk.names import Names
from longarm.languages.conventions import Convention, changes
from longarm.model.case import Case, State
from longarm.model.claims import Claim, Resolved
from longarm.model.documents import Document
from longarm.model.editions import document_numbers
from longarm.model.reconciliation import Reconciliation

READ = "en"  # the language in which quantities are found
SUPPORT = ("retracted", "corroborated", "single")


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
class Remark:
    """What a reader noticed of a document that it read: what was left out of its text, or is doubtful in it."""

    document: str
    path: str
    code: str
    sentence: str


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
    """One claim with its three views and what it rests on; `apart`: its answers where they have no number in common;
    `passing`: one document tells it beside its subject."""

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
    passing: bool = False


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
    remarks: tuple[Remark, ...]
    figures: tuple[Figures, ...]
    claims: tuple[ClaimLine, ...]
    check_first: tuple[Check, ...]
    reconciliation: Reconciliation
    bounds: tuple[BoundLine, ...]
    conventions: tuple[Convention, ...] = ()
    reviewed: int = 0


def report(case: Case, remarks: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Report:
    """The report of a case; needs neither texts nor passages.

    Args:
        remarks: of readers, as `code: sentence`, by document.
    """
    numbers = called(case.state)
    names = Names.of(case).numbered(case, numbers)
    found = reconcile.of_case(case.weighed, case.state.documents)
    return Report(
        title=case.settings.title,
        scope=case.settings.scope,
        missing_works=_missing_works(case, names),
        documents=_documents(case, numbers),
        not_read=tuple(NotRead(one.path, one.code, one.reason) for one in case.state.failures),
        remarks=_remarks(case, remarks),
        figures=figures(case, names),
        claims=_claims(case, names),
        check_first=checks(case, names),
        reconciliation=found,
        bounds=bounds(case, found, names),
        conventions=changes(READ, case.settings.conventions),
        reviewed=sum(one.id in case.settled.reviews for one in case.weighed.resolved),
    )


def called(state: State) -> dict[str, str]:
    """What each document is called, in order: D1, D2 ..., as in a dossier."""
    failed = {failure.sha256 for failure in state.failures}
    read = {document.id for document in state.documents if document.sha256 not in failed}
    numbers = document_numbers(state.documents, read, state.editions)
    return {document: f"D{number}" for document, number in sorted(numbers.items(), key=lambda item: item[1])}


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
    known = {document.id: document for document in case.state.documents}
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
        for one in (known[id_] for id_ in numbers if id_ in known)
    )


def _remarks(case: Case, remarks: Mapping[str, Sequence[str]]) -> tuple[Remark, ...]:
    found = []
    for document in case.state.documents:
        for remark in remarks.get(document.id, ()):
            code, _, sentence = remark.partition(": ")
            found.append(Remark(document.id, document.path, code, sentence))
    return tuple(found)


def _also(case: Case, document: Document) -> tuple[str, ...]:
    paths = {given.path for given in case.state.given if given.document == document.id}
    return tuple(sorted(paths - {document.path}))


def _claims(case: Case, names: Names) -> tuple[ClaimLine, ...]:
    by_id = {one.id: one for one in case.weighed.resolved}
    lines = [_claim(claim, by_id, names) for claim in case.weighed.claims]
    rank = {support: number for number, support in enumerate(SUPPORT)}
    return tuple(
        sorted(lines, key=lambda one: (one.passing, rank.get(one.support, len(rank)), -one.low, -one.statements))
    )


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
        passing=claim.passing,
    )
