"""In which country an act or step was taken, by all its tellings: where it was, else whose court did it."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from longarm.claims.context import Context
from longarm.claims.happenings.judge import OF_PEOPLE
from longarm.claims.happenings.tellings import Telling, load
from longarm.claims.origins.sentence import sentence
from longarm.model.documents import Passage
from longarm.places import gazetteer
from longarm.places.nations import countries_of

AT = ("site", "scope", "to")
_STEP_AT = ("site", "scope")  # a man charged over a plot to make others go back to a country is not charged there
_WORD = r"[A-Z][\w.’'-]*"


def countries(told: Sequence[Telling], context: Context, accused: frozenset[str]) -> tuple[str, ...]:
    """ISO codes, sorted; one where the tellings leave no doubt, several where they name several, none where unsaid.

    The first of these that gives one country decides: the places of the tellings, the courts and offices that their
    sentences name, who acts or speaks in them, the places that they only mention (not for what courts do), the courts
    and offices of their passages and, for what courts do, of their documents. An accused state is taken only from the
    first two.

    Args:
        accused: states that operate abroad by what the case says.
    """
    here = _at(told, _STEP_AT if told[0].what in OF_PEOPLE else AT)
    return next((tuple(found) for found in _ways(told, here, context, accused) if len(found) == 1), tuple(sorted(here)))


def _ways(told: Sequence[Telling], here: set[str], context: Context, accused: frozenset[str]) -> Iterator[set[str]]:
    yield here
    yield {code for one in told for code in _named(sentence(one.item, context).words)}
    if here:
        return
    yield _acting(told, context) - accused
    if told[0].what not in OF_PEOPLE:  # a court that convicts two men hired by a state does not sit there
        yield _at(told, ()) - accused
    yield _of_passages(told, context) - accused
    if told[0].what in OF_PEOPLE:
        documents = dict.fromkeys(one.item.statement.document for one in told)
        yield {code for document in documents for code in _of_document(context.passages.get(document, ()))} - accused


def _at(told: Iterable[Telling], roles: tuple[str, ...]) -> set[str]:
    """The countries of places in these roles, or in any."""
    places = (place for one in told for place in one.item.places if not roles or place.role in roles)
    return {place.country for place in places if place.country}


def _of_passages(told: Iterable[Telling], context: Context) -> set[str]:
    places = dict.fromkeys((one.item.statement.document, one.item.statement.passage) for one in told)
    held = ((context.passages.get(document, ()), at) for document, at in places)
    return {code for passages, at in held if at < len(passages) for code in _named(passages[at].span.words)}


@functools.lru_cache(maxsize=64)
def _of_document(passages: tuple[Passage, ...]) -> frozenset[str]:
    return frozenset(code for passage in passages for code in _named(passage.span.words))


def _named(words: str) -> Iterator[str]:
    """The countries whose courts and offices words name: "Dutch police", "a Warsaw court", "a court in Warsaw"."""
    for match in (found for pattern in _patterns() for found in pattern.finditer(words)):
        if code := _country(match["name"].split()):
            yield code


def _country(name: Sequence[str]) -> str:
    """The country of a name, or of the longest end of it that names a place ("A Warsaw")."""
    ends = [" ".join(name[start:]).strip(",.") for start in range(len(name))]
    ends = [end for end in ends if end.lower().removeprefix("the ") not in load().own_words]
    found = ((countries_of(end), gazetteer.load().named(end)) for end in ends)
    codes = (said[-1] if said else places[0].country if places else "" for said, places in found)
    return next(filter(None, codes), "")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = load()
    small = "|".join(sorted(known.authorities, key=lambda word: (-len(word), word)))
    office = rf"(?:{small}|{small.title()})\b(?!\s+(?:{'|'.join(known.never_before)})\b)"
    before = re.compile(rf"\b(?P<name>(?:{_WORD}\s+){{1,3}})(?:[a-z]+\s+){{0,2}}?{office}")
    return before, re.compile(rf"\b{office}\s+(?:in|of)\s+(?:the\s+)?(?P<name>{_WORD}(?:\s+{_WORD}){{0,2}})")


def _acting(told: Iterable[Telling], context: Context) -> set[str]:
    """The states whose offices act or speak in the tellings."""
    found = set()
    for one in told:
        statement = one.item.statement
        found |= set(countries_of(statement.roles.actor)[:1])
        found |= {context.states.get(voice.source, "") for voice in statement.voices[1:]}
    return found - {""}
