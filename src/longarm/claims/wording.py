"""The question of a claim as an English sentence, from the templates of `data/questions.yaml`."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from longarm.claims import steps
from longarm.claims.context import Context
from longarm.claims.origins.sentence import sentence as sentence_of
from longarm.claims.questions import Question, measure, place_key
from longarm.claims.topics import topics
from longarm.core.phrases import listed, shortened
from longarm.core.reference import read_yaml
from longarm.errors import DataError
from longarm.model.claims import Resolved
from longarm.model.periods import Period
from longarm.model.places import WORLD

ISO = 2  # letters of the code of a state
FEWEST = 3  # words that a telling must have to be shown without its sentence
LONGEST = 140  # characters of the first telling that a question shows
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "some", "several", "these", "those"})
_CHARGES = frozenset({"act", "presence", "purpose", "figure"})
_DEEDS = frozenset({"act", "presence"})
_RELATIONS = {"majority": "majority", "ratio": "ratio", "increment": "increment"}


Accused = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Templates:
    """The lists of the data file; `forms` is kind and variant to (with actor, without)."""

    forms: dict[tuple[str, str], tuple[str, str]]
    facilities: frozenset[str]
    with_operator: dict[str, str]
    articles: frozenset[str]
    institutions: frozenset[str]
    months: tuple[str, ...]
    plurals: frozenset[str]
    irregular: dict[str, str]


@functools.cache
def load() -> Templates:
    """The templates that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    data: Any = read_yaml(__package__, "questions.yaml")
    others = ("facilities", "with_operator", "articles", "institutions", "months", "plurals", "irregular")
    try:
        forms = {
            (kind, variant): (str(pair[0]), str(pair[1]))
            for kind, variants in data.items()
            if kind not in others
            for variant, pair in variants.items()
        }
        facilities, articles = frozenset(data["facilities"]), frozenset(data["articles"])
        return Templates(
            forms,
            facilities,
            dict(data["with_operator"]),
            articles,
            frozenset(data["institutions"]),
            tuple(data["months"]),
            frozenset(data["plurals"]),
            dict(data["irregular"]),
        )
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise DataError(f"claims/data/questions.yaml is malformed: {error!r}; see its first lines") from error


def sentence(question: Question, first: Resolved, context: Context, accused: Accused = frozenset()) -> str:
    """The question as a sentence that ends in a question mark.

    Args:
        first: the first statement that answers it, for its words.
        accused: who is said to have done what in the case, see `accused`.
    """
    templates = load()
    target = first.statement.roles.target.strip()
    actor = _actor(question, context)
    form = templates.forms[_form(question, first, accused), _variant(question, first, templates)][0 if actor else 1]
    is_quoted = "{words}" in form
    label = context.methods.get(question.method, question.method.replace("-", " "))
    filled = form.format(
        actor=actor,
        does=_does(actor),
        label=label,
        a_label=_indefinite(label),
        where="" if is_quoted and _is_placed(question, first) else _where(question, first, context),
        place=_names(question, context),
        when=_when(question.period),
        against="" if is_quoted and target in first.statement.span.words else _against(target),
        asks=_asks(question, first, actor, context),
        counted=_counted(first, context),
        group=_group(question),
        of_whole=_whole(first),
        words=f"“{_clipped(_told(first, context))}”",
    )
    return filled[0].upper() + filled[1:]


def accused(questions: Iterable[Question]) -> Accused:
    """Who is said to have done or to run what, by party and method: of these a response is an answer."""
    return frozenset((one.actor, one.method) for one in questions if one.actor and one.kind in _CHARGES)


def doer(question: Question, context: Context) -> str:
    """Whom the question of a claim names as having done or as running what it asks about; empty where nobody."""
    return _actor(question, context) if question.kind in _DEEDS and question.method else ""


def _form(question: Question, first: Resolved, accused: Accused) -> str:
    """The kind of form a question takes: of a response whether it is the answer of the accused, or of who denies; the
    reaction of another state; or what anyone else says of it."""
    if question.kind != "response":
        return question.kind
    methods = question.topics | ({question.method} - {""})
    party = question.answerer
    said = first.statement
    if said.polarity == "denied" or any(voice.attitude == "denies" for voice in said.voices):
        return "response"
    if any(who == party and (method in methods or not methods) for who, method in accused):
        return "response"
    return "reaction" if len(party) == ISO else "remark"


def _does(actor: str) -> str:
    last = actor.split()[-1] if actor else ""
    is_many = last in load().plurals or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return "do" if last.islower() and is_many else "does"


def _actor(question: Question, context: Context) -> str:
    """Who acts, or of a response who answers, as a sentence names it: "China", "the ministry"; empty where unknown.

    Of acts only states and institutions that speak in the case are named: whoever else stands where the doer would may
    be the person to whom it was done.
    """
    is_answer = question.kind == "response"
    party = question.answerer if is_answer else question.actor
    if not is_answer and not _is_institution(party, context):
        return ""
    name = context.named(party, "").strip()
    return _article(name) if name else ""


def _is_institution(party: str, context: Context) -> bool:
    known = context.sources.get(party)
    return len(party) == ISO or (known is not None and known.kind in ("government", "organisation"))


def _variant(question: Question, first: Resolved, templates: Templates) -> str:
    if question.kind == "figure":
        relation = _RELATIONS.get(question.subject[3], "count")
        unplaced = relation == "majority" and question.places in ((), (WORLD,))
        return "majority_unplaced" if unplaced else relation
    if question.kind == "legal":
        return "step" if question.is_step else "view"
    if question.kind == "quotation" or not question.method:
        return "unnamed"
    is_facility = question.method in templates.facilities
    if question.kind == "purpose":  # its method may be the text's: only the words may say what the aim is
        return "facility" if is_facility and question.method in topics(first.statement.span.words) else "unnamed"
    if is_facility:
        return "facility"
    return "practice" if question.kind == "presence" else "method"


def _asks(question: Question, first: Resolved, actor: str, context: Context) -> str:
    known = context.measures.get(measure(first.statement))
    asks = (known.asks if known else "") or f"How many {_counted(first, context)} are there"
    for end, instead in load().with_operator.items():
        if known and actor and asks.endswith(f" {end}"):  # what the codebook does not know nobody may operate
            return asks.removesuffix(end) + instead.format(actor=actor)
    is_done = " were " in asks and not asks.endswith(" there") and not question.is_step
    return f"{asks} by {actor}" if is_done and actor else asks


def _counted(first: Resolved, context: Context) -> str:
    quantity = first.statement.quantity
    known = context.measures.get(measure(first.statement))
    unit = quantity.unit if quantity else ""
    return (
        (known.label if known else "") or _plural(unit) or _plural(first.statement.measure.replace("-", " ")) or "cases"
    )


def _plural(unit: str) -> str:
    """A counted noun phrase as it stands after "how many": "one address" is asked for as "addresses"."""
    last = unit.split()[-1].lower() if unit else ""
    if last in load().irregular:
        return unit[: len(unit) - len(last)] + load().irregular[last]
    if not last or last in load().plurals or (last.endswith("s") and not last.endswith("ss")):
        return unit
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return unit + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")


def _group(question: Question) -> str:
    counted = question.subject[2] if len(question.subject) > 2 else "all"
    if counted.startswith("told "):
        asks = {f"told {name}": words for name, _, words in steps.load().counted}
        return f" ({asks[counted]})"
    if counted.startswith("part of "):
        return " (a part of a larger count)"
    if counted != "all":
        return " (one named group)"
    if len(question.subject) > 5:
        return " (in one telling)"
    return ""


def _whole(first: Resolved) -> str:
    whole = first.statement.quantity.whole if first.statement.quantity else ""
    return f" of {whole}" if whole else ""


def _where(question: Question, first: Resolved, context: Context) -> str:
    if not question.places:
        return ""
    roles = {place.role for place in first.places if place.id in question.places}
    return f" {'from' if roles == {'from'} else 'in'} {_names(question, context)}"


def _is_placed(question: Question, first: Resolved) -> bool:
    """Whether the words of the first telling name every place of the question."""
    named = {place_key(place) for place in first.places if place.words and place.words in first.statement.span.words}
    return named.issuperset(question.places)


def _names(question: Question, context: Context) -> str:
    found = []
    for place in question.places:
        known = context.places.get(place)
        name = "world" if place == WORLD else known.name if known else place.title()
        found.append(_article(name))
    return listed(found)


def _article(name: str) -> str:
    """A name as a sentence has it: "the United States", "the Foreign Ministry", "its ministry"."""
    last = name.split()[-1]
    is_common = last.islower() or last.lower() in load().institutions or name in load().articles
    is_told = name.split()[0].lower() in _DETERMINERS or any(mark in name for mark in ("'s ", "’s ", "s' ", "s’ "))
    return f"the {name}" if is_common and not is_told else name


def _against(target: str) -> str:
    """Against whom: "relatives", "a relative", "its citizens"."""
    if not target:
        return ""
    is_bare = " " not in target and target.islower() and not target.endswith("s") and target not in load().plurals
    return f" against {_indefinite(target) if is_bare else target}"


def _indefinite(label: str) -> str:
    return f"{'an' if label[:1].lower() in 'aeiou' else 'a'} {label}" if label else ""


def _when(period: Period | None) -> str:
    if period is None or period.start is None or period.end is None:
        return ""
    start, end = _date(period.start), _date(period.end)
    if start == end:
        return f" {'on' if len(period.start) == 10 else 'in'} {start}"
    return f" from {start} to {end}"


def _date(edtf: str) -> str:
    parts = [part for part in edtf.split("-") if part.isdigit()]
    if len(parts) == 1 or not 1 <= int(parts[1]) <= 12:
        return parts[0] if parts else edtf
    month = f"{load().months[int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {month}" if len(parts) > 2 else month


def _told(first: Resolved, context: Context) -> str:
    """The words of a telling; of too short a one ("pleads guilty") the sentence that it stands in."""
    words = first.statement.span.words
    return words if len(words.split()) >= FEWEST else sentence_of(first, context).words


def _clipped(text: str) -> str:
    return shortened(" ".join(text.split()).strip(' .,;:“”"'), LONGEST)


def key(question: Question) -> list[object]:
    """The question as JSON data, to make an id of."""
    period = [question.period.start, question.period.end] if question.period else []
    said = question.quotation or sorted(question.content)
    return [
        list(question.subject),
        question.method,
        question.actor,
        question.programme,
        sorted(question.target),
        list(question.places),
        period,
        said,
    ]
