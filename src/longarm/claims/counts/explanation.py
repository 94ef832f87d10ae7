"""Conflicts in sentences that a person can print."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.readings import Merged, takes
from longarm.core.phrases import capitalized, listed, ranged
from longarm.model.periods import date_words

_IF = {
    "as_of": "what has no date is of {}",
    "operator": "what names no operator is of {}",
    "programme": "what names no programme is of {}",
    "known_at": "what does not say when it was known was known at {}",
}
_OPEN = {
    "place": "a place is inferred, or its name has other meanings",
    "rounding": "round numbers may be rounded",
    "set": "they may count different things, or one a part of the other",
}
_NAMED = 3  # tellers of one answer that are named
_MANY = 5  # figures from which a sentence names one teller of an answer, without whom that one cites: it has to be read
Answer = Sequence[Figure]  # figures that say the same


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence tells: answers that cannot hold together.

    Attributes:
        reading, values: as of the conflict: what is open, and the values that empty cells are read as.
        pairs: numbers of the answers that contradict each other two by two; empty where all are needed.
        core: so many of the answers are in every conflict, each with one of the others; 0: all are in one.
    """

    answers: tuple[Answer, ...]
    kind: str
    reading: str
    values: Merged
    pairs: tuple[tuple[int, int], ...] = ()
    core: int = 0


def tell(line: Sentence, setting: Setting) -> str:
    """Who says what, why it cannot all hold, and what would settle it."""
    figures = [figure for answer in line.answers for figure in answer]
    scopes = [_scope(answer[0], setting) for answer in line.answers]
    shared = [len(scopes) > 1 and len(set(column)) == 1 for column in zip(*scopes, strict=True)]
    source = _shared_source(figures)
    said = []
    for answer, scope in zip(line.answers, scopes, strict=True):
        own = ", ".join(part for part, is_shared in zip(scope, shared, strict=True) if part and not is_shared)
        number = f"{_number(answer[0], setting)} ({own})" if own else _number(answer[0], setting)
        most = _NAMED if len(figures) < _MANY else 1
        said.append(f"{_who(answer, source, most)} {_verb(answer)} {number}{_quotes(answer, most)}")
    if line.core:
        said = [*said[: line.core], "and, one by one: " + "; ".join(said[line.core :])]
    common = ", ".join(part for part, is_shared in zip(scopes[0], shared, strict=True) if part and is_shared)
    first = f"{capitalized(common)}: " if common else ""
    parts = [f"{first}{'; '.join(said)}.", _rests(source, len(figures)), *_verdict(line, figures, setting)]
    return " ".join(part for part in parts if part)


def verdict(line: Sentence, setting: Setting) -> str:
    """Why the answers of a line cannot all hold, and what would settle it, for where the answers are listed."""
    figures = [figure for answer in line.answers for figure in answer]
    rests = _rests(_shared_source(figures), len(figures))
    return " ".join(part for part in (rests, *_verdict(line, figures, setting, named=0)) if part)


def _verdict(line: Sentence, figures: Sequence[Figure], setting: Setting, named: int = _NAMED) -> list[str]:
    """
    Args:
        named: so many figures at most are named as those that would settle it, where it is all of them.
    """
    count = len(line.answers)
    both = {1: "This cannot hold", 2: "They cannot both hold"}.get(count, "They cannot all hold")
    if line.pairs and count > 2:
        every = len(line.pairs) == count * (count - 1) // 2
        against = "; ".join(
            f"{_number(line.answers[a][0], setting)} against {_number(line.answers[b][0], setting)}"
            for a, b in line.pairs
        )
        both = "No two of them can hold" if every else f"Some cannot hold together ({against})"
    if line.kind == "hard":
        same = " for the same date" if len({figure.moment for figure in figures}) == 1 and len(figures) > 1 else ""
        return [f"{both}{same}, however they are read.", _settled(figures, setting)]
    if not line.values:
        return [f"{both} as written, but {_other(figures, line.reading, setting)}.", _settled(figures, setting)]
    if list(line.values.items()) == [("as_of", "")]:
        condition = "they are of one date"
    else:
        condition = " and ".join(
            _IF[column].format(_value(column, value, setting)) for column, value in line.values.items()
        )
    silent = [f for f in figures if any(takes(f, column, value) for column, value in line.values.items())]
    what = " and ".join({"as_of": "date", "known_at": "date of knowledge"}.get(c, c) for c in line.values)
    whose = f"Their {what}s" if len(silent) == len(figures) > named else f"The {what} of {_named(silent)}"
    return [f"{both} if {condition}.", f"{whose} would settle it."]


def _value(column: str, value: str, setting: Setting) -> str:
    """What an empty cell is read as, in words."""
    if column in ("as_of", "known_at"):
        return date_words(value) if value else "one date"
    return setting.atlas.names.get(value, value)


def _number(figure: Figure, setting: Setting) -> str:
    if figure.relation == "majority":
        return f"most of {_whole(figure, setting)}"
    if figure.relation == "ratio" and figure.share:
        low, high = figure.share
        share = f"{float(low):.4g}" + (f" to {float(high):.4g}" if high is not None else " or more")
        return f"{share} of {_whole(figure, setting)}"
    number = ranged(figure.low, figure.high)
    if figure.relation == "increment":
        return f"{number} more" + (f" since {date_words(figure.since)}" if figure.since else "")
    return number


def _scope(figure: Figure, setting: Setting) -> tuple[str, ...]:
    """What is counted, where, by whom run, and when, each in its place."""
    names = setting.atlas.names
    if figure.question:
        return (figure.question, *[""] * 6)
    counted = "" if figure.counted_set == "all" else f"of the set “{figure.counted_set}”"
    return (
        " ".join(part for part in (setting.rule(figure.measure).label or figure.measure, counted) if part),
        _place(figure, setting),
        f"operator {names.get(figure.operator, figure.operator)}" if figure.operator else "",
        f"programme {figure.programme}" if figure.programme else "",
        f"as of {date_words(figure.as_of)}" if figure.as_of else "without a date",
        f"known at {date_words(figure.known_at)}" if figure.known_at else "",
        f"part of “{'”, “'.join(figure.part_of)}”" if figure.part_of and not figure.words else "",
    )


def _who(answer: Answer, source: str, most: int) -> str:
    if not answer[0].words:
        return _named(answer)
    return listed([_teller(figure, source) if most > 1 else figure.teller for figure in answer], most)


def _teller(figure: Figure, source: str) -> str:
    is_own = not figure.source or figure.source == source or figure.teller.startswith(figure.source)
    return figure.teller if is_own else f"{figure.teller} (citing {figure.source})"


def _named(figures: Sequence[Figure]) -> str:
    """Rows of a table by source and id; statements by the documents that tell them."""
    return listed([
        figure.teller or (f"{figure.source} (“{figure.id}”)" if figure.source else f"“{figure.id}”")
        for figure in figures
    ], _NAMED)  # fmt: skip


def _verb(answer: Answer) -> str:
    who = {figure.teller or figure.id for figure in answer}
    return "say" if len(who) > 1 else "says"


def _quotes(answer: Answer, most: int) -> str:
    words = list(dict.fromkeys(" ".join(figure.words.split()) for figure in answer if figure.words))
    return f" (“{'”, “'.join(words[:most])}”)" if words else ""


def _shared_source(figures: Sequence[Figure]) -> str:
    """The one source of figures that several documents tell, empty where there is none."""
    sources = {figure.source for figure in figures}
    tellers = {figure.teller for figure in figures}
    return min(sources) if len(sources) == 1 and len(tellers) > 1 and all(f.words for f in figures) else ""


def _rests(source: str, count: int) -> str:
    if not source:
        return ""
    return f"{'Both cite' if count == 2 else 'All cite'} {source}."


def _place(figure: Figure, setting: Setting) -> str:
    return figure.place_name or setting.atlas.names.get(figure.place, figure.place)


def _whole(figure: Figure, setting: Setting) -> str:
    return figure.whole_name or setting.atlas.names.get(figure.whole, figure.whole)


def _other(figures: Sequence[Figure], reading: str, setting: Setting) -> str:
    names = setting.atlas.names
    meant = {(_place(f, setting), f.other_places) for f in figures if f.other_places}
    meant |= {(_whole(f, setting), f.other_wholes) for f in figures if f.other_wholes}
    found = [f"“{name}” may mean {' or '.join(names.get(p, p) for p in others)}" for name, others in sorted(meant)]
    found = found if "place" in reading else []
    open_ = [_OPEN[part] for part in reading.split(", ") if part in _OPEN and not (part == "place" and found)]
    return " and ".join((*found, *open_)) or "another reading removes it"


def _settled(figures: Sequence[Figure], setting: Setting) -> str:
    """What single further fact would settle a conflict: a count of the place that the widest figure is of."""
    depth = {figure.id: len(setting.atlas.above[figure.place]) for figure in figures}
    one = min(figures, key=lambda figure: (depth[figure.id], figure.relation != "", figures.index(figure)))
    if one.question:
        return "Whether they count the same would settle it."
    label = setting.rule(one.measure).label or one.measure
    when = f" as of {date_words(one.as_of)}" if one.as_of else ""
    return f"An independent count would settle it: {label}, {_place(one, setting)}{when}."
