"""Interviews: who answers where no label says so: "Ana Example answered our questions", quotations behind questions."""

from collections.abc import Iterator, Sequence

from longarm.languages import turns
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.discourse.names import is_name, is_place, widen
from longarm.statements.parse import Parse

FEWEST = 2  # questions with their answers that make an interview
_OPENING, _CLOSING = ('"', "“", "«", "„"), ('"', "”", "»", "“")


def interviews(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution of every passage in quotation marks behind a question that is none, to who is interviewed."""
    asked = [i for i in range(1, len(parses)) if _asks(parses[i - 1]) and _is_quoted(parses[i])]
    who = interviewee(parses) or _introduced(parses[: asked[0]]) if len(asked) >= FEWEST else None
    for index in asked if who is not None else ():
        parse = parses[index]
        if who is not None and (run := extents.trim(parse, (0, len(parse)))) is not None:
            mark = parse.span(0, 1)
            yield Attribution((who,), (mark,), (parse.span(*run),), is_direct=True, cue_lemma=":")


def interviewee(parses: Sequence[Parse]) -> Span | None:
    """Who is told to have been interviewed; None where nobody is, or several are."""
    found = [(parse, token) for parse in parses for token in _told(parse)]
    names = {parse.words[token] for parse, token in found}
    if len(names) != 1:
        return None
    parse, token = found[0]
    return _name(parse, token)


def _told(parse: Parse) -> Iterator[int]:
    words = turns.load("en")
    for verb, lemma in enumerate(parse.lemmas):
        if lemma in words.interviews and parse.pos[verb] == "NOUN":
            yield from _under(parse, verb)
        if parse.pos[verb] != "VERB" or lemma not in words.answers | words.asks:
            continue
        asked = extents.child(parse, verb, "dobj")
        if lemma in words.asks and asked is not None and _is_own(parse, verb):
            yield from (t for t in (asked,) if _is_person(parse, t))
        if lemma in words.asks and _is_own(parse, verb):
            yield from _under(parse, verb)
        is_answer = lemma in words.answers and (asked is None or parse.lemmas[asked] in words.questions)
        who = extents.subject(parse, verb) if is_answer else None
        to = any(parse.lowers[c] in ("to", "with") for c in parse.children[verb])
        if who is not None and (asked is not None or to):
            yield from (t for t in _beside(parse, who) if _is_person(parse, t))


def _under(parse: Parse, token: int) -> Iterator[int]:
    for child in parse.children[token]:
        met = extents.child(parse, child, "pobj") if parse.lowers[child] in ("with", "to", "of") else None
        if met is not None:
            yield from (t for t in _beside(parse, met) if _is_person(parse, t))


def _beside(parse: Parse, token: int) -> tuple[int, ...]:
    return (token, *(c for c in parse.children[token] if parse.deps[c] == "appos"))


def _is_own(parse: Parse, verb: int) -> bool:
    """Whether the author does it: "we met her"."""
    who = extents.subject(parse, verb)
    return who is not None and parse.lowers[who] in ("we", "i")


def _is_person(parse: Parse, token: int) -> bool:
    is_body = any(first <= token < last and label == "ORG" for first, last, label in parse.entities)
    return is_name(parse, token) and not is_body and not is_place(parse, token)


def _name(parse: Parse, token: int) -> Span:
    return parse.span(*widen(parse, token))


def _introduced(parses: Sequence[Parse]) -> Span | None:
    """The first person whom the passages before the questions name whole."""
    for parse in parses:
        for first, last, label in parse.entities:
            if label == "PERSON" and last - first > 1:
                return parse.span(first, last)
    return None


def _asks(parse: Parse) -> bool:
    text = parse.text.strip()
    return text.endswith("?") and not text.startswith(_OPENING)


def _is_quoted(parse: Parse) -> bool:
    text = parse.text.strip()
    return len(text) > 1 and text.startswith(_OPENING) and text.endswith(_CLOSING)
