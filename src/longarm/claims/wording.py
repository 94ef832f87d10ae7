"""The question of a claim as an English sentence, from the templates of `data/questions.yaml`."""

from collections.abc import Iterable

from longarm.claims import steps, words
from longarm.claims.context import Context
from longarm.claims.questions import Question, measure, place_key
from longarm.claims.telling import UNCOUNTED, blank, told
from longarm.claims.templates import load
from longarm.claims.topics import topics
from longarm.core.phrases import listed
from longarm.languages import people
from longarm.model.claims import Resolved
from longarm.model.periods import Period
from longarm.model.places import WORLD
from longarm.places import words as places

ISO = 2  # letters of the code of a state
FIGURE = 5  # parts of the subject of a figure; one more is the document that it is kept to
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "some", "several", "these", "those"})
_CHARGES = frozenset({"act", "presence", "purpose", "figure"})
_VIEWS = frozenset({"", "assessment"})  # stages of what is no step of a proceeding
_DEEDS = frozenset({"act", "presence"})
_RELATIONS = {"majority": "majority", "ratio": "ratio", "increment": "increment"}


Accused = frozenset[tuple[str, str]]


def sentence(question: Question, first: Resolved, context: Context, accused: Accused = frozenset()) -> str:
    """The question as a sentence that ends in a question mark.

    Args:
        first: the first statement that answers it, for its words.
        accused: who is said to have done what in the case, see `accused`.
    """
    templates = load()
    target = first.statement.roles.target.strip()
    actor = _actor(question, context)
    form = templates.forms[_form(question, first, accused)][_variant(question, first, context)][0 if actor else 1]
    is_quoted = "{words}" in form or "{blank}" in form
    label = context.methods.get(question.method, question.method.replace("-", " "))
    filled = form.format(
        actor=actor,
        does=_does(actor, _is_collective(question.answerer, context)),
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
        words=f"“{told(first, context)}”",
        blank=f"“{blank(first, context)}”",
    )
    return filled[0].upper() + filled[1:]


def accused(questions: Iterable[Question]) -> Accused:
    """Who is said to have done or to run what, by party and method: of these a response is an answer."""
    return frozenset((one.actor, one.method) for one in questions if one.actor and one.method and one.kind in _CHARGES)


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
    if any(who == party and (method in methods or not methods) for who, method in accused):
        return "response"
    is_state = len(party) == ISO
    if _rejects(first) or (first.statement.polarity == "denied" and not (is_state and accused)):
        return "response"  # a state that only finds no proof of it is not the accused
    return "reaction" if is_state else "remark"


def _rejects(first: Resolved) -> bool:
    """Whether somebody is said to deny."""
    said = first.statement
    stems = map(words.stem, words.tokens(said.span.words))
    return any(voice.attitude == "denies" for voice in said.voices) or not words.denying().isdisjoint(stems)


def _is_bare(first: Resolved, context: Context) -> bool:
    """Whether the words of a denial that are shown tell only what is denied ("all posts exist"), and not that it is."""
    shown = words.tokens(told(first, context))
    denying = words.denying() | words.load().negations
    is_denial = first.statement.polarity == "denied" or _rejects(first)
    return is_denial and not any(word in denying or words.stem(word) in denying for word in shown)


def _does(actor: str, is_collective: bool) -> str:
    last = actor.split()[-1] if actor else ""
    is_many = last in load().plurals or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return "do" if (last.islower() or is_collective) and is_many else "does"


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


def _is_collective(party: str, context: Context) -> bool:
    known = context.sources.get(party)
    return known is not None and known.kind == "collective"


def _is_institution(party: str, context: Context) -> bool:
    known = context.sources.get(party)
    return len(party) == ISO or (known is not None and known.kind in ("government", "organisation"))


def _variant(question: Question, first: Resolved, context: Context) -> str:
    templates = load()
    if question.kind == "figure":
        relation = _RELATIONS.get(question.subject[3], "count")
        is_alone = not (question.places or question.period or _actor(question, context))
        is_told = is_alone or len(question.subject) > FIGURE or first.statement.measure in UNCOUNTED
        if is_told and not question.subject[2].startswith("told ") and relation in ("count", "increment"):
            return "told"
        unplaced = relation == "majority" and question.places in ((), (WORLD,))
        return "majority_unplaced" if unplaced else relation
    if question.kind == "legal":
        return "step" if question.is_step or first.statement.stage not in _VIEWS else "view"
    if question.kind == "response" and _is_bare(first, context):
        return "denied"
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
        asks = {f"told {name}": of.asks for name, of in steps.load().counted.items()}
        return f" ({asks[counted]})"
    if counted.startswith("part of "):
        return " (a part of a larger count)"
    if counted != "all":
        return " (one named group)"
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
    """A name as a sentence has it: "the United States", "the Foreign Ministry", "its ministry", "the daughter"."""
    last = name.split()[-1]
    if name.lower() in people.load().people:
        return f"the {name.lower()}"
    is_common = last.islower() or last.lower() in load().institutions or name in places.load().articled
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
