"""Lists: points under a lead that tells whose they are: "Key findings of X's report:", "The panel makes 12 demands"."""

import re
from collections.abc import Iterator, Sequence

from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.clauses import agent
from longarm.statements.discourse.names import is_name
from longarm.statements.parse import Parse
from longarm.statements.text import Part

FEWEST = 2  # points of a list
LONGEST_LEAD = 40  # tokens
LONGEST_HEADING = 5  # tokens
_POINT = re.compile(r"\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s|[-*•‣▪●○–]\s")
_BY = frozenset({"by", "from"})

Unit = tuple[int, int, int]  # index of the part, first token, one past the last


def listed(parts: Sequence[Part], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution of the points of every list to whose report, findings or demands its lead says they are."""
    units = [(i, a, b) for i, part in enumerate(parts) for a, b in part.parse.sentences]
    at = 1
    while at < len(units):
        end = at
        while end < len(units) and (_is_point(parts, units[end]) or (end > at and _goes_on(parts, units, end))):
            end += 1
        points = units[at:end]
        if sum(_is_point(parts, unit) for unit in points) >= FEWEST:
            yield from _attributed(parts, units[at - 1], points, known)
        at = max(end, at) + 1


def _is_point(parts: Sequence[Part], unit: Unit) -> bool:
    """Whether a sentence opens a point: behind a sign or a number of a list, or after "First," and "Two:"."""
    part, (_, first, last) = parts[unit[0]], unit
    parse = part.parse
    if first == 0 and (part.passage.kind == "list-item" or _POINT.match(parse.text)):
        return True
    return (
        last - first > 2 and parse.words[first + 1] in (",", ":") and parse.lowers[first] in language.load("en").points
    )


def _goes_on(parts: Sequence[Part], units: Sequence[Unit], at: int) -> bool:
    """Whether a sentence is of the same passage as the point before, which takes a line of its own."""
    index = units[at][0]
    return units[at - 1][0] == index and _POINT.match(parts[index].parse.text) is not None


def _attributed(
    parts: Sequence[Part], lead: Unit, points: Sequence[Unit], known: Sequence[Attribution]
) -> Iterator[Attribution]:
    parse, (_, first, last) = parts[lead[0]].parse, lead
    if last - first > LONGEST_LEAD:
        return
    content = tuple(_spans(parts, points))
    start, end = parse.starts[first], parse.ends[last - 1]
    told = next(
        (a for a in known if a.source and a.cue and start <= a.cue[0].start < end and _is_open(parse, a, last)), None
    )
    if told is not None:
        yield Attribution(told.source, told.cue, content, told.attitude, told.cue_lemma)
        return
    noun, party = _announced(parse, first, last)
    party = _work(parse, first, last) if party is None else party
    run = (
        None
        if party is None
        else extents.trim(parse, extents.runs(extents.under(parse, party, _told(parse, party)))[0])
    )
    if run is not None:
        yield Attribution((parse.span(*run),), (parse.span(noun, noun + 1),), content, cue_lemma=":")


def _is_open(parse: Parse, attribution: Attribution, last: int) -> bool:
    """Whether a word of saying ends in the colon over the list: "the group made three demands, it said:"."""
    behind = max(span.end for span in (*attribution.cue, *attribution.source, *attribution.content))
    return parse.words[last - 1] == ":" and parse.starts[last - 1] - behind <= 1


def _told(parse: Parse, party: int) -> list[int]:
    return [c for c in parse.children[party] if parse.deps[c] in ("relcl", "acl") or parse.words[c] == ","]


def _spans(parts: Sequence[Part], points: Sequence[Unit]) -> Iterator[Span]:
    for index, first, last in points:
        run = extents.trim(parts[index].parse, (first, last))
        if run is not None:
            yield parts[index].parse.span(*run)


def _announced(parse: Parse, first: int, last: int) -> tuple[int, int | None]:
    """The noun of what a lead announces, and of who published, made or found it."""
    words = language.load("en")
    told = words.works | words.records | words.declaring_nouns | words.announced
    nouns = [t for t in range(first, last) if parse.lemmas[t] in told]
    for token in range(first, last) if nouns else ():
        if parse.tags[token] == "VBN" and parse.lemmas[token] in words.publishing_verbs:
            by = agent(parse, token)
            if by is not None and _may_speak(parse, by):
                return nouns[0], by
    return next(((noun, owner) for noun in nouns if (owner := _owner(parse, noun)) is not None), (first, None))


def _owner(parse: Parse, noun: int) -> int | None:
    """Whose a work, findings or demands are: "X's report", "a report by X", "X makes three demands"."""
    for child in parse.children[noun]:
        if parse.deps[child] == "poss" and parse.tags[child] != "PRP$":
            return child
        if parse.deps[child] == "prep" and parse.lowers[child] in _BY:
            party = extents.child(parse, child, "pobj")
            if party is not None and _may_speak(parse, party):
                return party
    verb = parse.heads[noun]
    who = extents.subject(parse, verb) if parse.deps[noun] == "dobj" else None
    return who if who is not None and _may_speak(parse, who) else None


def _work(parse: Parse, first: int, last: int) -> int | None:
    """The work that a heading tells the points of: "Key findings of the report", "What the leaked files show"."""
    words = language.load("en")
    for token in range(first, last):
        is_work = parse.lemmas[token] in words.works or parse.lemmas[token] in words.papers
        over = parse.heads[token]
        if is_work and parse.deps[token] == "pobj" and parse.lowers[over] in ("of", "from", "in"):
            return token
        if is_work and parse.deps[token] == "nsubj" and parse.lowers[first] in ("what", "how"):
            return token
    return None


def _may_speak(parse: Parse, token: int) -> bool:
    words = language.load("en")
    known = words.organisations | words.persons | words.callings | words.works
    return is_name(parse, token) or parse.lemmas[token] in known
