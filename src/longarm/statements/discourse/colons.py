"""Colons: what a colon opens, or closes, that no grammar ties to who says it: "X was blunt: ...", "(source: X)"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from longarm.languages import attributions as cues
from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents, tags
from longarm.statements.discourse.names import is_name
from longarm.statements.parse import Parse

LONGEST_OPENING = 7  # tokens of a verb and the words before its colon


def with_colon(parses: Sequence[Parse], known: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions, each with what follows the colon after its cue or its source ("the ministry announced: ...")."""
    marks = [(parse, at) for parse in _with_colons(parses) for at, word in enumerate(parse.words) if word == ":"]
    return tuple(_extended(attribution, marks) for attribution in known)


def _extended(attribution: Attribution, marks: Sequence[tuple[Parse, int]]) -> Attribution:
    if not attribution.source or not attribution.cue or attribution.cue_lemma == ":":
        return attribution
    end = max(attribution.cue[-1].end, attribution.source[-1].end)
    if attribution.is_direct and any(span.end > end for span in attribution.content):
        return attribution
    for parse, at in marks:
        if not 0 <= parse.starts[at] - end <= 1 and not _is_elaborated(attribution, parse, at, end):
            continue
        last = parse.sentences[parse.sentence_of(at)][1]
        run = extents.trim(parse, (at + 1, last)) if at + 1 < last else None
        if run is None:
            return attribution
        span = parse.span(*run)
        before = tuple(one for one in (*attribution.content, *_before(parse, at)) if not one.overlaps(span))
        return replace(attribution, content=(*before, span))
    return attribution


def _is_elaborated(attribution: Attribution, parse: Parse, colon: int, cue: int) -> bool:
    """Whether a colon opens more of what is said in a clause: "says he was held: officers took him"."""
    if not attribution.content or attribution.is_direct or attribution.content[0].start < cue:
        return False
    content = attribution.content[-1]
    if not 0 <= parse.starts[colon] - content.end <= 1:
        return False
    return any(
        dep in ("nsubj", "nsubjpass", "expl") and content.start <= parse.starts[t]
        for t, dep in enumerate(parse.deps[:colon])
    )


def _before(parse: Parse, colon: int) -> tuple[Span, ...]:
    """The clause before the cue, where it is said too: "he was charged, the ministry announced: he had ..."."""
    first = parse.sentences[parse.sentence_of(colon)][0]
    verb = next((t for t in range(colon - 1, first, -1) if parse.pos[t] == "VERB" and parse.deps[t] == "ROOT"), None)
    who = None if verb is None else extents.subject(parse, verb)
    if verb is None or who is None:
        return ()
    low = parse.subtree(who)[0]
    left = [c for c in parse.children[verb] if parse.deps[c] == "ccomp" and parse.subtree(c)[1] <= low]
    runs = (extents.trim(parse, parse.subtree(c)) for c in left)
    return tuple(parse.span(*run) for run in runs if run is not None)


def describing(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every work that is named right before a colon: "it sums up the group's report: 40 cases"."""
    works = language.load("en").works
    for parse in _with_colons(parses):
        for at in range(2, len(parse) - 2):
            noun = at - 1
            if parse.words[at] != ":" or parse.lemmas[noun] not in works or parse.deps[noun] not in ("dobj", "pobj"):
                continue
            char = parse.starts[noun]
            if any(span.start <= char < span.end for one in known for span in (*one.cue, *one.source)):
                continue
            said = extents.trim(parse, (at + 1, parse.sentences[parse.sentence_of(at)][1]))
            if said is not None:
                source = parse.span(parse.subtree(noun)[0], at)
                yield Attribution((source,), (parse.span(at, at + 1),), (parse.span(*said),), cue_lemma=":")


def manners(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "X was blunt: ...", "X published a rebuttal: ..." and "X tells it another way: ...": the
    colon opens X's words."""
    words = cues.load("en")
    for parse in _with_colons(parses):
        for at in (t for t in range(2, len(parse) - 2) if parse.words[t] == ":"):
            last = at - 1
            differs = _differing(parse, at)
            verb = parse.heads[last] if differs is None else differs
            is_manner = parse.deps[last] == "acomp" and parse.lemmas[last] in language.load("en").manners
            is_given = (
                parse.deps[last] == "dobj" and parse.lemmas[last] in words.nouns and parse.lemmas[verb] in words.lights
            )
            if not (is_manner or is_given or differs is not None) or any(
                last == parse.token_at(s.end - 1) for a in known for s in a.cue
            ):
                continue
            who = extents.subject(parse, verb)
            run = None if who is None or who > verb else extents.trim(parse, extents.runs(extents.under(parse, who))[0])
            said = extents.trim(parse, (at + 1, parse.sentences[parse.sentence_of(at)][1]))
            if run is not None and said is not None and run[1] <= verb:
                yield Attribution((parse.span(*run),), (parse.span(last, at),), (parse.span(*said),), cue_lemma=":")


def _with_colons(parses: Sequence[Parse]) -> Iterator[Parse]:
    return (parse for parse in parses if ":" in parse.text)


def _differing(parse: Parse, colon: int) -> int | None:
    """The verb by which somebody is said to hold something else, right before the colon that opens what: "disagreed:",
    "tells it another way:", "goes further:"."""
    words = language.load("en")
    first = max(parse.sentences[parse.sentence_of(colon)][0], colon - LONGEST_OPENING)
    behind = (t for t in range(colon - 1, first, -1) if parse.lowers[t] not in words.otherwise)
    verb = next((t for t in behind if parse.pos[t] != "ADV"), first)
    if parse.lemmas[verb] not in words.differing_verbs or parse.pos[verb] != "VERB":
        return None
    if not (verb < colon - 1 or parse.lemmas[verb] in words.disagreeing_verbs):
        return None
    who = extents.subject(parse, verb)
    if who is None or not (is_name(parse, who) or tags.is_one_who_speaks(parse, who) or is_called(parse, who)):
        return None
    last = parse.sentences[parse.sentence_of(colon)][1]
    return verb if any(parse.pos[t] in ("VERB", "AUX") for t in range(colon, last)) else None


def is_called(parse: Parse, token: int) -> bool:
    """Whether a noun calls somebody by calling or kin, or a pronoun stands for them."""
    words = language.load("en")
    return parse.lemmas[token] in words.callings | words.kin or parse.lowers[token] in words.pronouns


def credits(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every sentence with its source in parentheses: "94 were held (source: Harbour Watch)"."""
    for parse in _with_colons(parses):
        for at in (t for t in range(2, len(parse) - 2) if parse.words[t] == ":"):
            word = at - 1
            if parse.lowers[word] not in ("source", "sources") or parse.words[word - 1] not in ("(", "["):
                continue
            end = next((t for t in range(at + 1, len(parse)) if parse.words[t] in (")", "]")), len(parse))
            said = extents.trim(parse, (parse.sentences[parse.sentence_of(word)][0], word - 1))
            if said is not None and end > at + 1:
                source, cue = parse.span(at + 1, end), parse.span(word, at)
                yield Attribution((source,), (cue,), (parse.span(*said),), cue_lemma=":")
