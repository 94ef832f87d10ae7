"""Links: how a sentence ties itself to what a source said in the one before."""

from longarm.languages import clauses as clause_words
from longarm.languages import discourse as language
from longarm.statements.attributions import extents
from longarm.statements.discourse.speech import Speech
from longarm.statements.discourse.tracing.tracer import Tracer
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import facility_nouns
from longarm.statements.text import Part

LINKS = frozenset(
    {"it", "they", "he", "she", "this", "these", "that", "those", "the", "its", "their", "his", "her", "such"}
)
_POINTING = frozenset({"these", "this", "such"})
_MANY = frozenset({"them", "these", "those"})
_AMONG = frozenset({"of", "among", "amongst"})
_SPEAKERS = frozenset({"he", "she", "it", "they"})


def main_subject(parse: Parse, first: int, last: int) -> int | None:
    """The subject of the main clause of a sentence."""
    main = next((t for t in range(first, last) if parse.deps[t] == "ROOT"), None)
    return None if main is None else extents.subject(parse, main)


def goes_on(part: Part, first: int, last: int) -> bool:
    """Whether a sentence goes on from the one before: it refers back, or joins itself to it, and does not turn."""
    parse = part.parse
    turns = language.load("en").turns
    opening = " ".join(parse.lowers[first : min(last, first + 3)])
    if any(opening == turn or opening.startswith(turn + " ") for turn in turns):
        return False
    if is_reported(parse, first, last) or is_part_of(parse, first, last) or includes(parse, first, last):
        return True
    if _refers(parse, first, last) or any(
        parse.lowers[i] in language.load("en").connectors for i in range(first, min(last, first + 12))
    ):
        return True
    for token in range(first, last):
        is_main = parse.deps[token] in ("nsubj", "nsubjpass") and parse.deps[parse.heads[token]] == "ROOT"
        is_main = is_main and not any(parse.deps[t] == "nsubj" and parse.pos[t] == "NOUN" for t in range(first, token))
        if is_main and _refers(parse, *parse.subtree(token)):
            return True
    return False


def _refers(parse: Parse, first: int, last: int) -> bool:
    """Whether words open with what was told of before: a pronoun, or "the stations"; "the Dunmore police" are new."""
    if parse.lowers[first] not in LINKS:
        return False
    if parse.lowers[first] != "the":
        return True
    noun = next(
        (t for t in range(first, last) if parse.pos[t] in ("NOUN", "PROPN") and parse.deps[t] != "compound"), first
    )
    return not any(parse.words[t][0].isupper() for t in range(first + 1, noun + 1))


def takes_up(part: Part, first: int, last: int, speech: Speech) -> bool:
    """Whether a sentence takes up what a source said as its words go on: "40 of them were ...", "these posts have ...",
    "the police would run another"."""
    parse = part.parse
    if is_reported(parse, first, last) or is_part_of(parse, first, last) or includes(parse, first, last):
        return True
    subject = main_subject(parse, first, last)
    if subject is None or not any(parse.lowers[c] in _POINTING for c in parse.children[subject]):
        return False
    alike = facility_nouns() if parse.lemmas[subject] in facility_nouns() else {parse.lemmas[subject]}
    return any(lemma in alike and speech.covers(parse.starts[t]) for t, lemma in enumerate(parse.lemmas[:first]))


def is_part_of(parse: Parse, first: int, last: int) -> bool:
    """Whether a sentence is of so many of what was told of before: "a total of 40 of them", "of these, 40 were"; or
    of one among them ("among them were nine lawyers")."""
    if parse.lowers[first] in _AMONG and last - first > 1 and parse.lowers[first + 1] in _MANY:
        return True
    if parse.lowers[first] == "among" and last - first > 1 and parse.lowers[first + 1] == "the":
        return any(parse.deps[t] == "ROOT" and parse.lemmas[t] == "be" for t in range(first, last))
    subject = main_subject(parse, first, last)
    if subject is None:
        return False
    low, high = parse.subtree(subject)
    return any(parse.lowers[t] == "of" and parse.lowers[t + 1] in _MANY for t in range(low, high - 1))


def includes(parse: Parse, first: int, last: int) -> bool:
    """Whether a sentence lists who they are of whom was told: "they include nine lawyers"."""
    main = next((t for t in range(first, last) if parse.deps[t] == "ROOT"), None)
    is_whole = parse.lowers[first] in ("they", "these", "those")
    return is_whole and main is not None and parse.lemmas[main] in clause_words.load("en").comprising


def is_reported(parse: Parse, first: int, last: int) -> bool:
    """Whether a sentence is what somebody said would be, with no condition: "the office would close in May"."""
    if any(parse.lowers[t] == "if" for t in range(first, last)):
        return False
    main = next((t for t in range(first, last) if parse.deps[t] == "ROOT"), None)
    if main is None or not any(parse.lowers[c] == "would" for c in parse.children[main]):
        return False
    is_refused = any(parse.deps[c] == "neg" for c in parse.children[main])
    is_word = parse.lemmas[main] in language.load("en").refused_verbs
    return not (is_refused and is_word)  # "police would not comment" is the author's


def is_of_last(tracer: Tracer, first: int, last: int, speech: Speech, is_next: bool) -> bool:
    """Whether a sentence goes on with the words of who spoke last, in whatever passage: it takes up so many of whom the
    sentence before told ("of these, 40 were"), or tells what the speaker said to be about to do ("He would look into
    it").

    Args:
        is_next: whether the sentence before is of that speech.
    """
    if is_next and is_part_of(tracer.part.parse, first, last):
        return True
    return is_what_speaker_would(tracer, first, last, speech)


def is_what_speaker_would(tracer: Tracer, first: int, last: int, speech: Speech) -> bool:
    """Whether a sentence tells what the last speaker said to be about to do: "He would look into it"."""
    parse = tracer.part.parse
    subject = main_subject(parse, first, last)
    if subject is None or not is_reported(parse, first, last):
        return False
    return parse.lowers[subject] in _SPEAKERS and tracer.of(subject).name == speech.name
