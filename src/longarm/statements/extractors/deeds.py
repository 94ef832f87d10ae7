"""Deeds told by nouns, several in one clause: "lists the arrest of two nieces, the burning of a house and calls from
the consulate"; each is somebody's to answer for, as if it had a clause of its own."""

from collections.abc import Iterator

from longarm.codebook.cues import best
from longarm.codebook.loader import people_nouns
from longarm.languages import clauses as words
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import method_of
from longarm.statements.text import Part

_OF = frozenset({"of", "on", "against", "to", "by", "from", "at", "in", "over", "with"})
_JOINTS = frozenset({",", ";", ":", "and", "or", "—", "–"})
_MARKS = frozenset({",", ";", ":", "—", "–"})
_AFTER = frozenset({"after", "following", "over", "since", "amid"})
FEWEST = 2  # deeds that make a list
SHORTEST = 3  # tokens of a deed with whom it befell

Told = tuple[int, int, int]  # first token, the noun, one past the last


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every deed of a list of deeds in one clause, and for one that something was done after or over."""
    part = frame.text.parts[index]
    if not frame.relevant[index] or words.load("en").deeds.isdisjoint(part.parse.lemmas):
        return
    for number, row in _rows(part):
        if _is_charge(part.parse, row[0][1]) or not _is_of_deeds(part.parse, row):
            continue
        if len(row) < FEWEST and not _is_news(frame, index, *row[0]):
            continue
        for first, noun, last in row:
            hit = best(hit for hit in frame.hits[index] if first <= hit.first < last)
            yield Candidate("act", index, number, first, last, noun, method_of(frame, index, hit), focus=noun)


def _is_charge(parse: Parse, noun: int) -> bool:
    """Whether a deed is what somebody is charged with or found guilty of: "charged with the murder of"."""
    over = parse.heads[parse.heads[noun]]
    return parse.deps[noun] == "pobj" and parse.lemmas[over] in words.load("en").charging


def _is_of_deeds(parse: Parse, row: list[Told]) -> bool:
    """Whether one of a list is told by a word for a deed, or of people, and is not only a thing that is described."""
    known = words.load("en").deeds
    return any(parse.lemmas[noun] in known or parse.lemmas[noun] in people_nouns() for _, noun, _ in row)


def _rows(part: Part) -> Iterator[tuple[int, list[Told]]]:
    """Each list of deeds that are joined to one another, with the clause that it stands in."""
    row: list[Told] = []
    number = -1
    for first, noun in _told(part):
        own = part.clause_of(noun)
        joint = _joint(part.parse, row[-1][1], first) if row and own == number else None
        if joint is None:
            if row:
                yield number, row
            row, number = [], own
        else:
            row[-1] = (*row[-1][:2], min(row[-1][2], joint))
        row.append((first, noun, _end(part, noun, own)))
    if row:
        yield number, row


def _told(part: Part) -> Iterator[tuple[int, int]]:
    """The first token and the noun of every deed that is told with whom or what it befell, or who did it."""
    parse, deeds = part.parse, words.load("en").deeds
    nouns = [t for t, lemma in enumerate(parse.lemmas) if lemma in deeds and _is_noun(parse, t)]
    whole = [t for t in nouns if _is_full(parse, t)]
    if whole:
        for noun in sorted({*whole, *_undergone(parse), *_doings(parse)}):
            yield _start(parse, noun), noun


def _doings(parse: Parse) -> Iterator[int]:
    """Deeds by the verb itself: "the shelling of a house"."""
    for token, lower in enumerate(parse.lowers):
        if lower == "of" and token and parse.lowers[token - 1].endswith("ing") and parse.pos[token - 1] == "NOUN":
            yield token - 1


def _is_noun(parse: Parse, token: int) -> bool:
    """Whether a word is a noun, or joined to one and only taken for a verb: "arrests and calls from the consulate"."""
    is_joined = parse.deps[token] in ("conj", "appos") and parse.pos[parse.heads[token]] == "NOUN"
    return parse.pos[token] == "NOUN" or is_joined


def _is_full(parse: Parse, noun: int) -> bool:
    if parse.lowers[noun + 1 : noun + 2] and parse.lowers[noun + 1] in _OF:
        return True
    after = (c for c in parse.children[noun] if c > noun)
    return any(parse.lowers[c] in _OF or parse.tags[c] == "VB" or parse.deps[c] == "acl" for c in after)


def _undergone(parse: Parse) -> Iterator[int]:
    """Those who or which are told of by what befell them: "three interpreters dismissed without a hearing"."""
    for token, dep in enumerate(parse.deps):
        noun = parse.heads[token]
        is_full = dep == "acl" and parse.tags[token] == "VBN" and parse.children[token] and parse.pos[noun] == "NOUN"
        if is_full and parse.lemmas[token] not in words.load("en").placing | words.load("en").sourcing:
            yield noun


def _is_news(frame: Frame, index: int, first: int, noun: int, last: int) -> bool:
    """Whether one deed alone is told for the first time, of somebody: "after the kidnapping of a cousin"."""
    parse = frame.text.parts[index].parse
    opens = parse.lowers[first - 1] if first else ""
    if opens not in _AFTER or last - noun <= SHORTEST or parse.lowers[noun + 1] != "of":
        return False
    hit = best(hit for hit in frame.hits[index] if first <= hit.first < last)
    if hit is None:
        return False
    before = (h for hits in frame.hits[:index] for h in hits)
    here = (h for h in frame.hits[index] if h.first < first)
    return not any(h.entry == hit.entry for h in (*before, *here))


def _start(parse: Parse, noun: int) -> int:
    """Where the words of a noun begin, without the word that opens or joins it."""
    first = noun
    while first > 0 and parse.lowers[first - 1] not in _JOINTS and noun in parse.above(first - 1):
        first -= 1
    return first


def _joint(parse: Parse, noun: int, first: int) -> int | None:
    """The mark or word that joins a deed to the one before it in a list, or None; a preposition may be said again."""
    at = first - 1
    if at > noun and parse.pos[at] == "ADP":
        at -= 1
    while at > noun and parse.lowers[at - 1] in _JOINTS:
        at -= 1
    is_joint = at > noun and parse.lowers[at] in _JOINTS
    return at if is_joint and parse.sentence_of(noun) == parse.sentence_of(first) else None


def _end(part: Part, noun: int, number: int) -> int:
    """One past the last token of a deed: where its clause ends, or at the next mark."""
    parse, clause = part.parse, part.clauses[number]
    last = noun + 1
    while last < clause.last and parse.words[last] not in _MARKS and last != clause.head:
        if last not in clause.tokens or (parse.tags[last] == "TO" and parse.pos[last - 1] == "CCONJ"):
            break
        last += 1
    return last
