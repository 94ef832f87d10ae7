"""Continuity: which speech is carried into a sentence, and where the declared source holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.languages import stance as stance_language
from longarm.model.statements import DeclaredSource
from longarm.statements.discourse.speech import Speech
from longarm.statements.parse import Parse
from longarm.statements.text import Part, Text

_LINKS = frozenset(
    {"it", "they", "he", "she", "this", "these", "that", "those", "the", "its", "their", "his", "her", "such"}
)
_TELLING = frozenset({"asserts", "confirms", "denies"})  # attitudes
_CONNECTORS = frozenset(
    {"also", "additionally", "moreover", "furthermore", "further", "besides", "likewise", "similarly"}
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What goes on into a sentence: the speech that is carried, and whether the declared source holds."""

    start: int
    end: int
    carried: Speech | None
    inherits: bool


def sentences(text: Text, speeches: Sequence[Speech], declared: DeclaredSource | None) -> list[Sentence]:
    found = []
    holds = False
    for part in text.parts:
        parse = part.parse
        current: Speech | None = None
        for first, last in parse.sentences:
            start, end = parse.starts[first], parse.ends[last - 1]
            here = [s for s in speeches if s.name and _speaks_in(s, start, end)]
            declares = declared is not None and part.passage.section == 0 and start <= declared.cue.start < end
            if declared and part.passage.section != 0:
                holds = False
            outer = _outermost(here)
            if outer is not None:
                holds = declares or _still_holds(holds, declared, outer, here)
                found.append(Sentence(start, end, None, holds and _is_declared(outer, declared)))
                goes_on = _tells(outer) and _rules(part, first, last, outer)
                current = outer if goes_on else None
                continue
            holds = holds or declares or _names_again(part, start, end, declared)
            if current is not None and not _goes_on(part, first, last):
                current = None
            evaluative = _is_evaluative(part, first, last)
            found.append(Sentence(start, end, None if evaluative else current, holds and not evaluative))
    return found


def _speaks_in(speech: Speech, start: int, end: int) -> bool:
    spans = (*speech.attribution.cue, *speech.attribution.content)
    return any(span.start < end and start < span.end for span in spans)


def _outermost(speeches: list[Speech]) -> Speech | None:
    """The last of the speeches of a sentence that no other of them holds."""
    outer = [
        speech
        for speech in speeches
        if not any(
            other is not speech and speech.attribution.cue and other.covers(speech.attribution.cue[0].start)
            for other in speeches
        )
    ]
    return outer[-1] if outer else None


def _is_declared(speech: Speech, declared: DeclaredSource | None) -> bool:
    return declared is not None and speech.name == declared.name


def _still_holds(holds: bool, declared: DeclaredSource | None, outer: Speech, here: list[Speech]) -> bool:
    """The declared source ends where another speaks, and holds again where it is itself named."""
    if declared is None:
        return False
    if any(_is_declared(speech, declared) for speech in here):
        return holds or outer.attribution.cue[0].start >= declared.cue.start if outer.attribution.cue else holds
    return False


def _names_again(part: Part, start: int, end: int, declared: DeclaredSource | None) -> bool:
    """Whether a sentence of the text proper, after the declaration, has the name of the declared source."""
    if declared is None or part.passage.section != 0 or start < declared.cue.start:
        return False
    at = part.parse.text.find(declared.name, start - part.parse.offset, end - part.parse.offset)
    return at >= 0


def _goes_on(part: Part, first: int, last: int) -> bool:
    """Whether a sentence goes on from the one before: it refers back, or joins itself to it, and does not turn."""
    parse = part.parse
    turns = language.load("en").turns
    opening = " ".join(parse.lowers[first : min(last, first + 3)])
    if any(opening == turn or opening.startswith(turn + " ") for turn in turns):
        return False
    if _refers(parse, first, last) or any(parse.lowers[i] in _CONNECTORS for i in range(first, min(last, first + 12))):
        return True
    for token in range(first, last):
        is_main = parse.deps[token] in ("nsubj", "nsubjpass") and parse.deps[parse.heads[token]] in ("ROOT", "conj")
        if is_main and _refers(parse, *parse.subtree(token)):
            return True
    return False


def _refers(parse: Parse, first: int, last: int) -> bool:
    """Whether words open with what was told of before: a pronoun, or "the stations"; "the Dunmore police" are new."""
    if parse.lowers[first] not in _LINKS:
        return False
    if parse.lowers[first] != "the":
        return True
    noun = next(
        (t for t in range(first, last) if parse.pos[t] in ("NOUN", "PROPN") and parse.deps[t] != "compound"), first
    )
    return not any(parse.words[t][0].isupper() for t in range(first + 1, noun + 1))


def _tells(speech: Speech) -> bool:
    """Whether a speech is words that may go on: not a wish, a stance, a question, a doubt or a silence."""
    cue = attributions.load("en").verbs.get(speech.attribution.cue_lemma)
    is_telling = cue is None or cue.kind in ("speech", "finding")
    return is_telling and speech.attribution.attitude in _TELLING


def _rules(part: Part, first: int, last: int, speech: Speech) -> bool:
    """Whether a speech tells the main clause of a sentence, or is it; "held on suspicion of" tells only an aside."""
    parse = part.parse
    main = [t for t in range(first, last) if parse.deps[t] == "ROOT"]
    main += [
        t for t in range(first, last) if parse.deps[t] in ("conj", "ccomp", "parataxis") and parse.heads[t] in main
    ]
    cue = speech.attribution.cue
    return any(
        speech.covers(parse.starts[token]) or any(span.start <= parse.starts[token] < span.end for span in cue)
        for token in main
    )


def _is_evaluative(part: Part, first: int, last: int) -> bool:
    words = stance_language.load("en").evaluative
    return any(part.parse.lowers[token] in words for token in range(first, last))
