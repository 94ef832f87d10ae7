"""The question that a statement answers: who, what, where, when and counting what; never the answer.

A count of arrests or charges without place and date, or of something that the codebook does not know without a place,
is kept to its document: nothing else tells which ones it counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from longarm.claims import words
from longarm.claims.context import Context
from longarm.claims.steps import counted, is_step
from longarm.claims.topics import topics
from longarm.model.claims import Resolved, ResolvedPlace
from longarm.model.periods import Period
from longarm.model.statements import Statement

_SCOPES = {"figure": ("scope", "site"), "presence": ("site", "scope"), "legal": ("site", "scope")}
_TOLD = frozenset({"act", "presence", "figure"})  # kinds whose method is that of a cue in their words
ABROAD = frozenset({"overseas-station"})  # methods that nobody uses in a country of their own
_ALL_SCOPES = ("site", "scope", "from", "to")
_PROGRAMME = frozenset({"operation", "campaign", "programme", "program", "project", "initiative", "the"})


@dataclass(frozen=True, slots=True)
class Question:
    """What one statement answers.

    Attributes:
        subject: kind, and for figures the measure, counted set and relation; two of different subjects never meet.
        method: codebook id, may be empty.
        actor: party key of who acts or operates, may be empty.
        programme, target: in one writing, may be empty.
        places: ids (or words where unresolved) of the places that bound it, sorted.
        period: of the acts; None where unsaid or undated.
        topics: methods whose means the words name.
        is_step: it asks for a step of a proceeding.
        stage: which step that is, where the reading knows.
        is_told: its own words or its kind tell the method; else it is that of its text as a whole.
        answerer: of a response who answers: the state it speaks for, else its source; empty where nobody is named.
        content: stems of the telling words.
        numbers: figures inside the words, in order, for kinds other than figure.
        quotation: the quoted words in one writing, for quotations.
    """

    subject: tuple[str, ...]
    method: str
    actor: str
    programme: str
    target: frozenset[str]
    places: tuple[str, ...]
    period: Period | None
    content: frozenset[str]
    numbers: tuple[str, ...]
    quotation: str = ""
    topics: frozenset[str] = frozenset()
    is_step: bool = False
    stage: str = ""
    is_told: bool = True
    answerer: str = ""

    @property
    def kind(self) -> str:
        """The kind of the statements that answer it."""
        return self.subject[0]


Group: TypeAlias = tuple[Question, Sequence[Resolved]]  # a claim in the making: its question, and what answers it


def ask(resolved: Resolved, wholes: Mapping[str, Resolved], context: Context) -> Question:
    """The question that a statement answers.

    Args:
        wholes: statements by id, to find what a part is part of.
    """
    statement = resolved.statement
    places = scope(resolved)
    names = [place.words for place in resolved.places]
    party = statement.roles.operator or statement.roles.actor
    is_figure = statement.kind == "figure"
    body = statement.span.words
    return Question(
        subject=_subject(resolved, wholes, context),
        method=statement.method,
        actor=_doer(resolved, context) or _home(resolved),
        programme=_programme(statement.roles.programme),
        target=words.content(statement.roles.target),
        places=places,
        period=_period(resolved, is_step(statement)),
        content=frozenset() if is_figure else words.content(body, [*names, party, *words.long_names(body)]),
        numbers=() if is_figure else words.numbers(body),
        quotation=words.quotation(body) if statement.kind == "quotation" else "",
        topics=topics(body) | ({statement.method} - {""}),
        is_step=is_step(statement),
        stage=statement.stage if is_step(statement) and statement.kind == "legal" else "",
        is_told=statement.kind in _TOLD or statement.method in topics(body),
        answerer=answerer(statement, context) if statement.kind == "response" else "",
    )


def _doer(resolved: Resolved, context: Context) -> str:
    """Who acts or operates; of a facility abroad nobody at home: the police that went to one in their own country do
    not run it."""
    roles = resolved.statement.roles
    if operator := context.party(roles.operator):
        return operator
    actor = context.party(roles.actor)
    places = [place.id for place in resolved.places if place.role != "mentioned"]
    return "" if is_home(resolved.statement.method, actor, places, context) else actor


def is_home(method: str, actor: str, places: Iterable[str], context: Context) -> bool:
    """Whether somebody is told to do in his own country what is done abroad alone."""
    countries = {context.places[place].country for place in places if place in context.places}
    return method in ABROAD and countries == {actor}


def answerer(statement: Statement, context: Context) -> str:
    """Whose answer a response is: a state's code or the id of a source; empty where only the author tells of it."""
    source = statement.voices[-1].source if len(statement.voices) > 1 else ""
    known = context.sources.get(source)
    if known is None or not words.has_name(known.name):
        return ""
    return context.states.get(source) or source


def scope(resolved: Resolved) -> tuple[str, ...]:
    """The places that bound a statement's question, sorted; none where it names none."""
    statement = resolved.statement
    if statement.kind == "quotation":
        return ()
    for role in _SCOPES.get(statement.kind, ()):
        if found := _places(resolved, (role,)):
            return found
    if statement.kind == "figure":
        return _places(resolved, ("from",))
    return _places(resolved, _ALL_SCOPES)


def _home(resolved: Resolved) -> str:
    """The country that counted people went back to: whose doing it was, where nothing else says."""
    if resolved.statement.kind != "figure":
        return ""
    homes = {place.id for place in resolved.places if place.role == "to" and place.id and place.id == place.country}
    return next(iter(homes)) if len(homes) == 1 else ""


def place_key(place: ResolvedPlace) -> str:
    """The id of a place, or its words where the gazetteer does not know it."""
    return place.id or " ".join(words.tokens(place.words))


def _places(resolved: Resolved, roles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({place_key(place) for place in resolved.places if place.role in roles}))


def _programme(name: str) -> str:
    return " ".join(token for token in words.tokens(name) if token not in _PROGRAMME)


def _period(resolved: Resolved, step: bool) -> Period | None:
    """When the acts were; a step of a proceeding happened when it was announced, where nothing else dates it."""
    options = (resolved.period, resolved.as_of, resolved.said_at) if step else (resolved.period,)
    return next((period for period in options if period is not None and period.is_dated), None)


def _subject(resolved: Resolved, wholes: Mapping[str, Resolved], context: Context) -> tuple[str, ...]:
    statement = resolved.statement
    if statement.kind != "figure":
        return (statement.kind,)
    relation = statement.quantity.relation if statement.quantity else ""
    whole = " ".join(words.tokens(statement.quantity.whole)) if statement.quantity and relation == "ratio" else ""
    counts = (
        measure(statement) if statement.measure in context.measures else f"{measure(statement)}: {_unit(statement)}"
    )
    if statement.quantity and not statement.quantity.is_count and not whole:
        told = " ".join(sorted(words.content(statement.span.words)))  # nothing else tells which sum or share it is
        counts = f"{counts}: {told}"
    subject = ("figure", counts, _counted(resolved, wholes), relation, whole)
    if any(place.role in _ALL_SCOPES for place in resolved.places):
        return subject
    is_known = statement.measure in context.measures
    is_told = not is_step(statement) or _period(resolved, step=True) is not None
    return subject if is_known and is_told else (*subject, statement.document)


def measure(statement: Statement) -> str:
    """The measure in one writing: its id, or the telling words of the counted noun phrase."""
    unit = statement.quantity.unit if statement.quantity else ""
    return statement.measure or " ".join(sorted(words.content(unit)))


def _unit(statement: Statement) -> str:
    return " ".join(sorted(words.content(statement.quantity.unit))) if statement.quantity else ""


def _counted(resolved: Resolved, wholes: Mapping[str, Resolved]) -> str:
    """The counted set; a part that names no place of its own counts that part only, never the place."""
    statement = resolved.statement
    done = "" if is_step(statement) or statement.counted_set != "all" else counted(statement.span.words)
    if done:
        return f"told {done}"
    if statement.counted_set != "all" or not statement.part_of:
        return statement.counted_set
    mine = scope(resolved)
    for identity in statement.part_of:
        whole = wholes.get(identity)
        if whole is None or measure(whole.statement) != measure(statement):
            continue
        if scope(whole) == mine:
            return f"part of {identity}: {' '.join(sorted(words.content(statement.span.words)))}"
    return "all"
