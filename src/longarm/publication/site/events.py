"""What the documents say that happened, each event once: acts, steps of states and courts, replies, publications."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from longarm.codebook.terms import PROCEEDINGS
from longarm.core.phrases import capitalized
from longarm.model.periods import Period
from longarm.model.public import PublicDocument, PublicStatement
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.shell import method_label, slug
from longarm.publication.site.stances import denies

ACTS, LAW, STATES, REPLIES, TEXTS = "acts", "law", "states", "replies", "texts"
LANES = (ACTS, LAW, STATES, REPLIES, TEXTS)
# What these deny is what they end, or the guilt of whom they concern.
ENDINGS = frozenset(("acquittal", "charge-dropped", "no-action", "plea"))
NO_STEP = frozenset(("", "reply", "silence", "assessment"))
_NOT_SO = ("possible", "predicted", "conditional")
_DOUBTS = ("doubts", "asks")
_HAPPEN = frozenset(("act", "presence"))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is told.

    Attributes:
        stage: of the codebook; empty for acts, `reply` for replies, `published` for documents.
        label: what it is, in a word or two.
        statements: that tell of it, in the order of the documents; none for a publication.
        period: its own; None where none is said.
        told: when the earliest document that tells of it was published; None where none has a date.
        stance: why no telling says plainly that it was so: `denied`, `doubted`, or the kind of a hedge (`possible`,
            `predicted`, `conditional`); else empty.
        countries: of the happening, where the tellings say in which country it was.
    """

    id: str
    lane: str
    stage: str
    label: str
    statements: tuple[PublicStatement, ...]
    period: Period | None
    told: Period | None
    document: PublicDocument | None = None
    stance: str = ""
    countries: tuple[str, ...] = ()


def events(dossier: Dossier) -> tuple[Event, ...]:
    """Every event once, in the order of lanes and of the documents."""
    found = [*_happenings(dossier), *_single(dossier), *_texts(dossier)]
    return tuple(sorted(found, key=lambda event: LANES.index(event.lane)))


def is_step(statement: PublicStatement) -> bool:
    """Whether a statement tells of something that a state or a court did."""
    return statement.stage not in NO_STEP


def in_general(dossier: Dossier) -> int:
    """How many statements tell of acts and presences as going on, without a date or a happening."""
    held = {one for happening in dossier.case.happenings for one in happening.statements}
    told = (one for one in dossier.case.statements if one.kind in _HAPPEN and not is_step(one))
    return sum(one.period is None and one.id not in held for one in told)


def _happenings(dossier: Dossier) -> Iterator[Event]:
    for happening in dossier.case.happenings:
        if told := dossier.said(happening.statements):
            yield replace(_event(happening.id, told, happening.period, dossier), countries=happening.countries)


def _single(dossier: Dossier) -> Iterator[Event]:
    """Steps, replies and dated acts that no happening holds; replies of one claim are one."""
    held = {one for happening in dossier.case.happenings for one in happening.statements}
    replies: dict[str, list[str]] = {}
    for statement in dossier.said(one.id for one in dossier.case.statements if one.id not in held):
        if statement.kind == "response" and not is_step(statement):
            replies.setdefault(statement.claim or statement.id, []).append(statement.id)
        elif is_step(statement) or (statement.kind in _HAPPEN and statement.period):
            yield _event(statement.id, (statement,), statement.period, dossier)
    for ids in replies.values():
        told = dossier.said(ids)
        yield _event(told[0].id, told, next(filter(None, (one.period or one.said_at for one in told)), None), dossier)


def _texts(dossier: Dossier) -> Iterator[Event]:
    for document in dossier.read:
        yield Event(f"text-{slug(document.id)}", TEXTS, "published", "", (), document.published, None, document)


def _event(id: str, told: tuple[PublicStatement, ...], period: Period | None, dossier: Dossier) -> Event:
    first = told[0]
    stage = next((one.stage for one in told if one.stage), "")
    label = method_label(next((one.method for one in told if one.method), stage))
    stances = [_stance(one, stage) for one in told]
    lane = _lane(first, stage)
    if lane in (LAW, STATES):
        label = method_label(stage)
    return Event(
        f"event-{slug(id)}",
        lane,
        stage,
        capitalized(label),
        told,
        period,
        _first_told(told, dossier),
        None,
        "" if "" in stances else stances[0],
    )


def _stance(statement: PublicStatement, stage: str) -> str:
    """Why a statement does not say plainly that something was so; replies always are what they are."""
    if statement.kind == "response" and stage in NO_STEP:
        return ""
    hedge = next((hedge.kind for hedge in statement.hedges if hedge.kind in _NOT_SO), "")
    if stage not in ENDINGS and denies(statement):
        return "denied"
    return hedge or ("doubted" if any(voice.attitude in _DOUBTS for voice in statement.voices) else "")


def _lane(statement: PublicStatement, stage: str) -> str:
    if stage not in NO_STEP:
        return LAW if stage in PROCEEDINGS else STATES
    return REPLIES if statement.kind == "response" else LAW if statement.kind == "legal" else ACTS


def _first_told(told: tuple[PublicStatement, ...], dossier: Dossier) -> Period | None:
    published = (dossier.documents[statement.document].published for statement in told)
    dated = [(found, str(period), period) for period in published if period and (found := period.days())]
    return min(dated, key=lambda one: one[:2])[2] if dated else None
