"""Turns: who speaks in a transcript, where a label before a colon says so: "Mr. Example (Dunmore): ...", "Q: ..."."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from longarm.languages import turns
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.discourse.interviews import interviewee
from longarm.statements.labels import Label, labels
from longarm.statements.parse import Parse

FEWEST = 2  # turns that make a transcript
_CAPITALS = re.compile(r"[A-Z][A-Z'’ -]+")  # "RCMP", "NARRATOR"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label with its place: index of the passage, its first token and that of its colon."""

    label: Label
    passage: int
    first: int
    colon: int


def transcript(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every turn of a transcript, with all that follows up to the next turn as its content.

    A text is one where two labels or more are of people: a form of address or an office before a name, a name with
    something in parentheses, "Q" and "A", a name of two words that comes again. Then words in capitals are a label
    too, and what is known to speak before a colon. Where a label leaves open who answers, that is who the text says was
    interviewed, else nobody. After the last turn, only its own passage is of it.
    """
    found = list(_turns(parses, known))
    answering = interviewee(parses) if found else None
    for number, turn in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        end = (following.passage, following.first) if following else (turn.passage + 1, 0)
        content = tuple(_content(parses, turn, end))
        parse, label = parses[turn.passage], turn.label.words.lower()
        who: Span | None = parse.chars(parse.offset + turn.label.start, parse.offset + turn.label.end)
        if label in turns.load("en").unnamed:
            who = answering if answering is not None and label in turns.load("en").answering else None
        if not content or who is None:
            continue
        yield Attribution((who,), (parse.span(turn.colon, turn.colon + 1),), content, cue_lemma=":")


def _turns(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[_Turn]:
    found = [turn for index, parse in enumerate(parses) for turn in _labelled(index, parse)]
    counted = Counter(turn.label.words for turn in found)
    named = [turn for turn in found if _is_named(turn.label, counted)]
    if named:  # who answers may do so once
        known_as = {parse.words[e[1] - 1] for parse in parses for e in parse.entities if e[2] == "PERSON"}
        named = [t for t in found if t in named or t.label.is_like_name or t.label.words in known_as]
    if len(named) < FEWEST:
        return
    speaking = {span.start for one in known if one.cue_lemma == ":" for span in one.cue}
    for turn in found:
        is_speaking = parses[turn.passage].starts[turn.colon] in speaking
        if turn in named or _CAPITALS.fullmatch(turn.label.words) or is_speaking:
            yield turn


def _labelled(index: int, parse: Parse) -> Iterator[_Turn]:
    for label in labels(parse.text):
        first, colon = parse.token_at(parse.offset + label.start), parse.token_at(parse.offset + label.colon)
        if first is not None and colon is not None and parse.words[colon].endswith(":"):  # "):" is one token
            yield _Turn(label, index, first, colon)


def _is_named(label: Label, counted: Counter[str]) -> bool:
    return label.is_named or (label.is_like_name and counted[label.words] > 1)


def _content(parses: Sequence[Parse], turn: _Turn, end: tuple[int, int]) -> Iterator[Span]:
    """What is said in a turn, passage by passage, up to a token of a passage; its label is no part of it."""
    for index in range(turn.passage, min(end[0] + 1, len(parses))):
        parse = parses[index]
        first = turn.colon + 1 if index == turn.passage else 0
        last = end[1] if index == end[0] else len(parse)
        run = extents.trim(parse, (first, last)) if first < last else None
        if run is not None:
            yield parse.span(*run)
