"""Parted counts: where a whole is told with its parts, which places are whose: "of 54 offices, nine are in Spain"."""

from collections.abc import Sequence
from dataclasses import replace

from longarm.languages import clauses as clause_words
from longarm.model.statements import PlaceMention, Quantity, Toponym
from longarm.statements.candidates import Candidate
from longarm.statements.text import Part

REACH = 5  # words between a number and the "of" of its phrase
NEAR = 3  # words from the number of a part to the "of" of its whole
_OF = frozenset({"of", "among", "amongst"})
_INSIDE = frozenset({"DET", "ADJ", "PROPN", "PART", "NOUN", "PRON"})
_BREAKS = frozenset({",", ";", ":", "–", "—"})
_WITHIN = frozenset({"in", "near", "around", "inside", "within"})
_BETWEEN = frozenset({"more", "other", "others", "of", "them", "these", "those"})
_JOINING = frozenset({",", "and", "or"})
_ELSEWHERE = frozenset({"elsewhere"})
_RELATIVE = frozenset({"whom", "which", "them", "these", "those"})
_SITES = ("site", "scope")


def of_own_part(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of a figure, those of its parts no longer sites: neither a whole nor what is "elsewhere" is there."""
    quantity = candidate.quantity
    if quantity is None or not any(m.role in _SITES for m in mentions):
        return list(mentions)
    if is_whole(part, quantity):
        low, high = part.tokens_of(quantity.span)[0], part.parse.subtree(candidate.scope_head)[1]  # no owner before it
    elif _is_elsewhere(part, candidate):
        low, high = candidate.first, candidate.last
    else:
        return _without_whole(part, quantity, mentions)
    return [
        replace(m, role="mentioned") if m.role in _SITES and not part.within(m.toponym.span, low, high) else m
        for m in mentions
    ]


def _without_whole(part: Part, quantity: Quantity, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of a part, those of its whole no longer sites where it has its own: "three of the four offices in
    Europe are in Norway"."""
    parse = part.parse
    of = next((c for t in part.tokens_of(quantity.span) for c in parse.children[t] if parse.lowers[c] == "of"), None)
    if of is None:
        return list(mentions)
    low, high = parse.subtree(of)
    inside = [m for m in mentions if m.role in _SITES and part.within(m.toponym.span, low, high)]
    if not any(m.role in _SITES and m not in inside for m in mentions):
        return list(mentions)
    return [replace(m, role="mentioned") if m in inside else m for m in mentions]


def beside(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that "in" ties to a count right behind it: "three in Norway", "nine stations in Spain alone"."""
    quantity, lowers = candidate.quantity, part.parse.lowers
    tokens = part.tokens_of(quantity.span) if quantity else range(0)
    if quantity is None or not len(tokens):
        return None
    units = part.tokens_of(quantity.unit_span) if quantity.unit_span and not quantity.whole else range(0)
    at = max(tokens[-1], units[-1] if len(units) else 0) + 1
    while at < len(lowers) and lowers[at] in _BETWEEN:
        at += 1
    if at + 1 >= len(lowers) or lowers[at] not in _WITHIN:
        return None
    at += 1 + (lowers[at + 1] == "the")
    found = next((m for m in mentions if at in part.tokens_of(m.toponym.span)), None)
    return None if found is None or following(part, found) is not None else found


def following(part: Part, mention: PlaceMention) -> Toponym | None:
    """The further place that shares a count with a place before it: "in Kenya, Uganda and Peru", "in Oslo and in Lima";
    none where it has a number of its own."""
    parse, at = part.parse, part.tokens_of(mention.toponym.span)[-1] + 1
    start = at
    while at < len(parse) and parse.lowers[at] in _JOINING:
        at += 1
    joined = set(parse.lowers[start:at])
    while at < len(parse) and parse.lowers[at] in (*_WITHIN, "the"):
        at += 1
    found = next((t for t in part.toponyms if t.role == "place" and at in part.tokens_of(t.span)), None)
    if found is None or not joined:
        return None
    after = part.tokens_of(found.span)[-1] + 1
    if parse.tags[after : after + 1] == ["CD"]:
        return None  # "nine in Spain, Italy four"
    if joined & {"and", "or"}:
        return found
    return found if following(part, PlaceMention(found, mention.role)) is not None else None


def is_whole(part: Part, quantity: Quantity) -> bool:
    """Whether a count is of a whole whose part is counted beside it: "nine of the 54", "of the 54, nine are ..."."""
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    of = _preposition(part, tokens[0]) if len(tokens) else None
    if of is None:
        return False
    sentence = parse.sentences[parse.sentence_of(of)]
    others = [part.tokens_of(q.span) for q in part.quantities if q.is_count and q is not quantity]
    others = [other for other in others if len(other) and sentence[0] <= other[0] < sentence[1]]
    if parse.lowers[of + 1] in _RELATIVE:
        return False  # "of whom three were freed"
    if parse.lowers[of - 1 : of] == ["out"]:
        return any(other[0] < of for other in others)
    if of == sentence[0] or parse.words[of - 1] in _BREAKS:
        is_set_off = "," in parse.words[tokens[-1] : tokens[-1] + REACH]  # "of the 34 charged, none was held"
        return is_set_off or any(other[0] > tokens[-1] for other in others)
    return any(
        other[-1] < of <= other[-1] + NEAR and not _BREAKS & set(parse.words[other[-1] : of]) for other in others
    )


def where(part: Part, candidate: Candidate) -> Toponym | None:
    """The place that a clause with "where" tells of: "in Norway, where it runs nine offices"."""
    parse, clause = part.parse, part.clauses[candidate.clause]
    if clause.dep != "relcl" or not any(parse.lowers[c] == "where" for c in parse.children[clause.head]):
        return None
    noun = parse.heads[clause.head]
    places = (t for t in part.toponyms if t.role == "place" and noun in part.tokens_of(t.span))
    return next(places, None)


def _preposition(part: Part, number: int) -> int | None:
    """The "of" or "among" that a number stands behind, with words between that are its noun phrase's."""
    parse = part.parse
    for token in range(number - 1, max(number - 1 - REACH, -1), -1):
        if parse.lowers[token] in _OF:
            return token
        if parse.pos[token] not in _INSIDE:
            return None
    return None


def _is_elsewhere(part: Part, candidate: Candidate) -> bool:
    """Whether what is counted is somewhere else than what is told beside it: "41 elsewhere", "in other countries"."""
    lowers, lands = part.parse.lowers, clause_words.load("en").lands
    return any(
        lowers[t] in _ELSEWHERE or (lowers[t] == "other" and not lands.isdisjoint(part.parse.lemmas[t + 1 : t + 2]))
        for t in range(candidate.first, candidate.last)
    )
