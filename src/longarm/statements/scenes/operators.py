"""Operators: the state that the words of a text say runs the facilities it tells of; a state that is only a place, or
that looks into them, closes or condemns them, never is."""

import functools
from collections import Counter
from collections.abc import Iterator, Sequence

from longarm.codebook import loader
from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit
from longarm.languages import clauses as clause_words
from longarm.model.statements import Toponym
from longarm.places import gazetteer
from longarm.statements.clauses import agent, is_passive, subject
from longarm.statements.parse import Parse
from longarm.statements.text import Part

STEPS = 6  # steps up from a place to the facility or number that it is the place of
_SITES = frozenset({"in", "at", "across", "inside", "within", "throughout", "around", "near", "on", "over"})
_MEANS = frozenset({"behalf", "name", "hand", "order"})  # "on behalf of Belarus" is no place
_ABROAD = frozenset({"overseas", "abroad", "foreign", "extraterritorial", "worldwide"})
_LOCATIONS = frozenset({"site", "office", "address", "location", "facility", "centre", "center", "hub", "point"})
_PRONOUNS = frozenset({"it", "they", "them", "its", "their", "that", "which", "these", "those"})


@functools.cache
def facility_nouns() -> frozenset[str]:
    """Head nouns of the measures that count open facilities."""
    stocks = (m for m in loader.measures() if m.kind == "stock" and m.methods and not m.beside)
    return frozenset(noun.split()[-1] for measure in stocks for noun in measure.nouns)


@functools.cache
def facility_methods() -> tuple[str, ...]:
    """The methods whose facilities the codebook counts."""
    return tuple(method for measure in loader.measures() if measure.kind == "stock" for method in measure.methods)


def country_of(toponym: Toponym) -> str:
    """The country of a place: itself, or the one that holds it."""
    if not toponym.place or toponym.role == "in-name":
        return ""
    place = gazetteer.load().place(toponym.place)
    return place.country if place else ""


def declared(parts: Sequence[Part], judged: Sequence[Sequence[Sequence[Hit]]]) -> str:
    """Country id of the state that a text says runs the facilities it tells of, empty where it says so of none or of
    several, or where the same state is also their place.

    Who runs them is who opened, set up or runs them, or denies it; on whose behalf they are run; whose they are called.

    Args:
        judged: the cues of response in each clause of each part (see `topic.judgements`).
    """
    told = {country for part in parts for country in _told(part)}
    called = {country for part in parts for country in _called(part)}
    if not told and not called:
        return ""
    hosts = {country for part in parts for country in _hosts(part)}
    answering = {country for part, own in zip(parts, judged, strict=True) for country in _answering(part, own)}
    found = told - hosts | (called - hosts - answering)
    return found.pop() if len(found) == 1 and len(told) < MANY else ""


MANY = 2  # so many states said to run something leave it open which of them runs what is counted


def _told(part: Part) -> Iterator[str]:
    """The states of which a passage says that they run a facility, or of which it is denied."""
    parse, words, known = part.parse, assessments(), _running()
    for token, lemma in enumerate(parse.lemmas):
        if lemma not in known:
            continue
        if parse.pos[token] in ("VERB", "AUX") and lemma in words.founding_verbs and _acts_on_facility(parse, token):
            yield from _away(part, token, (*_doers(parse, token), *_behalf(parse, token)))
        elif (
            parse.pos[token] == "VERB" and lemma in words.founding_verbs and _is_facility(parse, subject(parse, token))
        ):
            yield from _away(part, token, _behalf(parse, token))
        elif lemma == "have" and _has_own(parse, token) and _has_elsewhere(part, token):
            yield from _away(part, token, _doers(parse, token))  # "Belarus has three posts in Norway"
        elif _is_facility(parse, token) and parse.lemmas[token] in facility_nouns():
            yield from _away(part, token, (*_behalf(parse, token), *_under(parse, token, frozenset({"of"}))))


@functools.cache
def _running() -> frozenset[str]:
    """The lemmas by which a passage can say who runs a facility."""
    return assessments().founding_verbs | facility_nouns() | {"have"}


def _away(part: Part, token: int, parties: Sequence[int]) -> Iterator[str]:
    """The states of parties, but for one in whose own land the same sentence puts what they run."""
    sites = {country_of(t) for t in _sited(part, part.parse.sentence_of(token))}
    for party in parties:
        countries = states_of(part, party)
        if not _is_town(part, party) or sites:  # "Glasgow opened a station" says nothing of who runs it
            yield from countries - sites


def _is_town(part: Part, token: int) -> bool:
    """Whether a word is the bare name of a town, which may as well be the place of what it opens."""
    named = [t for t in part.toponyms if t.span.start <= part.parse.starts[token] < t.span.end and t.role == "place"]
    return any(t.place and t.place != country_of(t) for t in named)


def states_of(part: Part, token: int) -> set[str]:
    """The states that a noun names or whose body it is, with those joined to it: "Rwanda", "the Rwandan embassy"."""
    parse, found = part.parse, set[str]()
    nouns = [token]
    for noun in nouns:
        nouns.extend(c for c in parse.children[noun] if parse.deps[c] == "conj")
        if country := _named(part, noun):
            found.add(country)
            continue
        near = [c for c in parse.children[noun] if parse.deps[c] in ("amod", "compound", "nmod", "poss")]
        near += [c for near_noun in near for c in parse.children[near_noun] if parse.deps[c] in ("amod", "compound")]
        near += _under(parse, noun, frozenset({"of", "from"}))
        found |= {country for c in near if (country := _named(part, c))}
    return found


def _named(part: Part, token: int) -> str:
    for toponym in part.toponyms:
        if toponym.span.start <= part.parse.starts[token] < toponym.span.end:
            return country_of(toponym)
    return ""


def _under(parse: Parse, token: int, prepositions: frozenset[str]) -> list[int]:
    """The nouns that hang on a word by one of some prepositions."""
    return [
        noun
        for child in parse.children[token]
        if parse.lowers[child] in prepositions and child > token
        for noun in parse.children[child]
        if parse.deps[noun] == "pobj"
    ]


def _doers(parse: Parse, verb: int) -> tuple[int, ...]:
    """Who does what a verb says; where that is a pronoun, who says or denies it ("the embassy denied that it runs")."""
    if _has_agent(parse, verb):
        doer = agent(parse, verb)
    elif is_passive(parse, verb) or (parse.tags[verb] == "VBN" and parse.deps[verb] == "acl"):
        return ()
    else:
        own = [c for c in parse.children[verb] if parse.deps[c] == "nsubj"]
        doer = own[0] if own else None if parse.deps[verb] == "relcl" else subject(parse, verb)
    if doer is None:
        return ()
    if parse.lowers[doer] not in _PRONOUNS:
        return (doer,)
    above = parse.heads[verb]
    denies = parse.lemmas[above] in ("deny", "reject", "dispute", "dismiss") and parse.deps[verb] == "ccomp"
    who = subject(parse, above) if denies else None
    return (who,) if who is not None else ()


def _has_agent(parse: Parse, verb: int) -> bool:
    return agent(parse, verb) is not None


def _behalf(parse: Parse, token: int) -> tuple[int, ...]:
    """For whom a thing is or is run: "on behalf of Belarus", "for the Belarusian government"."""
    found = _under(parse, token, frozenset({"for"}))
    for noun in _under(parse, token, frozenset({"on", "in"})):
        if parse.lemmas[noun] in ("behalf", "name"):
            found += _under(parse, noun, frozenset({"of"}))
            found += [c for c in parse.children[noun] if parse.deps[c] == "poss"]
    return tuple(found)


def _acts_on_facility(parse: Parse, verb: int) -> bool:
    """Whether a facility is what a verb acts on: its object, its subject in the passive, the noun that it describes."""
    targets = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "nsubjpass")]
    if parse.deps[verb] in ("acl", "relcl") and (parse.tags[verb] == "VBN" or not _has_object(parse, verb)):
        targets.append(parse.heads[verb])
    if parse.deps[verb] == "conj" and not targets:
        return _acts_on_facility(parse, parse.heads[verb])
    return any(_is_facility(parse, target) for target in targets)


def _has_object(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] == "dobj" and parse.tags[c] not in ("WDT", "WP") for c in parse.children[verb])


def _is_facility(parse: Parse, token: int | None) -> bool:
    """Whether a word stands for a facility: its noun, a number of them, or one joined to it."""
    if token is None:
        return False
    if parse.lemmas[token] in facility_nouns():
        return parse.pos[token] in ("NOUN", "PROPN")
    return any(parse.lemmas[noun] in facility_nouns() for noun in _under(parse, token, frozenset({"of"})))


def _called(part: Part) -> Iterator[str]:
    """The states whose a passage calls facilities: "Egyptian police posts", "Egypt's police posts abroad"."""
    parse = part.parse
    for toponym in part.toponyms:
        country, token = country_of(toponym), parse.token_at(toponym.span.end - 1)
        if token is None or not country or (toponym.role != "demonym" and toponym.place != country):
            continue
        while parse.deps[token] == "conj" and parse.heads[token] < token:
            token = parse.heads[token]
        noun, dep = parse.heads[token], parse.deps[token]
        if parse.lemmas[noun] not in facility_nouns() or dep not in ("amod", "compound", "nmod", "poss"):
            continue
        between = parse.lemmas[token + 1 : noun]
        if parse.lemmas[noun] in _LOCATIONS and not any(lemma in _KINDS or lemma in _ABROAD for lemma in between):
            continue
        if toponym.role == "demonym" or _is_abroad(parse, noun):
            yield country


_KINDS = frozenset({"police", "service", "policing", "liaison", "contact"})  # what such a facility is for


def _is_abroad(parse: Parse, noun: int) -> bool:
    first, last = parse.subtree(noun)
    return any(lemma in _ABROAD for lemma in parse.lowers[first : last + 1])


def _hosts(part: Part) -> set[str]:
    """The states in whose land a passage puts facilities, or that it says have or admit them; one that has them in
    another land does not."""
    found = {country_of(t) for s in range(len(part.parse.sentences)) for t in _sited(part, s)}
    parse, words = part.parse, clause_words.load("en")
    for token, lemma in enumerate(parse.lemmas):
        is_host = lemma in words.hosting or lemma in words.tolerating
        if not is_host or parse.deps[token] in ("aux", "auxpass"):
            continue
        doer = next((c for c in parse.children[token] if parse.deps[c] == "nsubj"), None)
        if doer is None or (parse.lemmas[token] == "have" and not _has_own(parse, token)):
            continue
        sites = {country_of(t) for t in _sited(part, parse.sentence_of(token))} if parse.lemmas[token] == "have" else ()
        states = states_of(part, doer)
        found |= states if not sites or states & set(sites) else set()
    return found - {""}


def _has_elsewhere(part: Part, verb: int) -> bool:
    """Whether a sentence with "have" counts once and names, besides who has, only the place of what is had; where it
    counts or names more ("Spain has nine, Malta two in Gozo"), who has may be a host."""
    sentence = part.parse.sentence_of(verb)
    first, last = part.parse.sentences[sentence]
    sites = _sited(part, sentence)
    others = [t for t in part.toponyms if part.within(t.span, first, last) and t not in sites]
    counts = [q for q in part.quantities if q.is_count and part.within(q.span, first, last)]
    return bool(sites) and len(others) == 1 and len(counts) <= 1


def _has_own(parse: Parse, token: int) -> bool:
    """Whether "have" has a facility or a number for its object, and is no helping verb ("has no comment")."""
    objects = [c for c in parse.children[token] if parse.deps[c] == "dobj"]
    return any(_is_facility(parse, c) or parse.tags[c] == "CD" for c in objects)


def _sited(part: Part, sentence: int) -> list[Toponym]:
    """The places in which a sentence puts facilities."""
    parse = part.parse
    first, last = parse.sentences[sentence]
    return [t for t in part.toponyms if t.role == "place" and part.within(t.span, first, last) and _is_site(parse, t)]


def _is_site(parse: Parse, toponym: Toponym) -> bool:
    """Whether a place stands under "in" or its like with a facility, a number, or a verb that has a facility."""
    at = parse.token_at(toponym.span.end - 1)
    if at is None:
        return False
    for _ in range(STEPS):
        above = parse.heads[at]
        if above == at:
            return False
        if parse.deps[at] == "pobj" and parse.lowers[above] in _SITES:
            return parse.lemmas[at] not in _MEANS and _has_facility(parse, parse.heads[above])
        at = above
    return False


def _has_facility(parse: Parse, token: int) -> bool:
    if _is_facility(parse, token) or parse.tags[token] == "CD":
        return True
    if parse.pos[token] not in ("VERB", "AUX"):
        return False
    near = [c for c in parse.children[token] if parse.deps[c] in ("nsubj", "nsubjpass", "dobj", "attr")]
    if parse.deps[token] in ("relcl", "acl"):
        near.append(parse.heads[token])
    return any(_is_facility(parse, c) or parse.tags[c] == "CD" for c in near)


def _answering(part: Part, judged: Sequence[Sequence[Hit]]) -> Iterator[str]:
    """The states whose bodies look into facilities, close them or call others to account, as hosts do."""
    parse = part.parse
    for clause, hits in zip(part.clauses, judged, strict=True):
        if not hits:
            continue
        doer = agent(parse, clause.head) if is_passive(parse, clause.head) else subject(parse, clause.head)
        if doer is not None:
            yield from states_of(part, doer)


def named_in(parts: Sequence[Part], country: str) -> str:
    """What a text calls a state most often; the gazetteer's name where the text has only its adjective."""
    if not country:
        return ""
    words = (t.span.words for part in parts for t in part.toponyms if t.place == country and t.role == "place")
    names = Counter(words)
    if names:
        return min(names.items(), key=lambda item: (-item[1], item[0]))[0]
    place = gazetteer.load().place(country)
    return place.name if place else ""
