"""Opening: what a word of saying opens that no grammar ties to it: all that follows a colon, and what somebody tells
somebody of."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from longarm.codebook.assessments import assessments
from longarm.languages import attributions as cues
from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import contents, extents, tags
from longarm.statements.clauses import is_passive
from longarm.statements.discourse.names import is_name
from longarm.statements.parse import Parse

_PARTING = frozenset({":", "-", "–", "—"})
SHORTEST_HEADLINE = 5  # tokens
LONGEST_TAIL = 7  # tokens of the mark and who says it
_QUOTING = frozenset({"'", '"', "‘", "’", "“", "”", "''", "``"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_OF = frozenset({"of", "about"})


def with_colon(parses: Sequence[Parse], known: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions, each with what follows the colon after its cue or its source ("the ministry announced: ...")."""
    marks = [(parse, at) for parse in parses for at, word in enumerate(parse.words) if word == ":"]
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


def announcing(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every word of saying whose clause follows a colon and is tied to it by nothing else."""
    taken = [span for attribution in known for span in attribution.cue]
    verbs = cues.load("en").verbs
    for parse in parses:
        for at in range(1, len(parse) - 1):
            verb = at - 1
            cue = verbs.get(parse.lemmas[verb])
            if parse.words[at] != ":" or cue is None or cue.kind == "thought" or "clause" not in cue.frames:
                continue
            who = extents.subject(parse, verb)
            if parse.pos[verb] != "VERB" or who is None or who > verb or is_passive(parse, verb):
                continue
            span = parse.span(verb, verb + 1)
            run = extents.trim(parse, extents.runs(extents.under(parse, who))[0])
            said = extents.trim(parse, (at + 1, parse.sentences[parse.sentence_of(at)][1]))
            if run is None or said is None or run[1] > verb or any(span.overlaps(other) for other in taken):
                continue
            yield Attribution(
                (parse.span(*run),), (span,), (parse.span(*said),), attitude=cue.attitude, cue_lemma=cue.lemma
            )


def describing(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every work that is named right before a colon: "it sums up the group's report: 40 cases"."""
    works = language.load("en").works
    for parse in parses:
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
    for parse in parses:
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


def _differing(parse: Parse, colon: int) -> int | None:
    """The verb by which somebody is said to hold something else, right before the colon that opens what: "disagreed:",
    "tells it another way:", "goes further:"."""
    words = language.load("en")
    first = max(parse.sentences[parse.sentence_of(colon)][0], colon - LONGEST_TAIL)
    behind = (t for t in range(colon - 1, first, -1) if parse.lowers[t] not in words.otherwise)
    verb = next((t for t in behind if parse.pos[t] != "ADV"), first)
    if parse.lemmas[verb] not in words.differing_verbs or parse.pos[verb] != "VERB":
        return None
    if not (verb < colon - 1 or parse.lemmas[verb] in words.disagreeing_verbs):
        return None
    who = extents.subject(parse, verb)
    if who is None or not (is_name(parse, who) or tags.is_one_who_speaks(parse, who) or _is_called(parse, who)):
        return None
    last = parse.sentences[parse.sentence_of(colon)][1]
    return verb if any(parse.pos[t] in ("VERB", "AUX") for t in range(colon, last)) else None


def _is_called(parse: Parse, token: int) -> bool:
    words = language.load("en")
    return parse.lemmas[token] in words.callings | words.kin or parse.lowers[token] in words.pronouns


def headlines(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every headline that ends in who says it: "Exiles followed: report", "... - Far Shore"."""
    for parse in parses:
        if len(parse) < SHORTEST_HEADLINE or parse.words[-1] in ".!?" or len(parse.sentences) > 2:
            continue
        if parse.words[0] in _QUOTING and (quoted := _quoted(parse)) is not None:
            yield quoted
            continue
        at = next((t for t in range(len(parse) - 2, 0, -1) if parse.words[t] in _PARTING), None)
        if at is None or len(parse) - at > LONGEST_TAIL or at < SHORTEST_HEADLINE - 2:
            continue
        if not _is_speaker(parse, at + 1, len(parse)):
            continue
        said = extents.trim(parse, (0, at))
        if said is None or not any(parse.pos[t] in ("VERB", "AUX") for t in range(*said)):
            continue
        content = parse.span(*said)
        if any(one.source and any(span.overlaps(content) for span in one.content) for one in known):
            continue
        mark = parse.span(at, at + 1)
        yield Attribution((parse.span(at + 1, len(parse)),), (mark,), (content,), cue_lemma=":")


def _quoted(parse: Parse) -> Attribution | None:
    """A headline that opens with words in quotation marks and names who says them: "'We hid': exiles on the raids"."""
    at = next(
        (t for t in range(2, len(parse) - 1) if parse.words[t] in _PARTING and parse.words[t - 1] in _QUOTING), None
    )
    if at is None:
        return None
    end = next((t for t in range(at + 1, len(parse)) if parse.pos[t] not in _NOMINAL), len(parse))
    if end <= at + 1 or not (_is_speaker(parse, at + 1, end) or _is_called(parse, end - 1)):
        return None
    speaking = language.load("en").speaking_verbs
    if any(parse.pos[t] == "VERB" and parse.lemmas[t] not in speaking for t in range(end, len(parse))):
        return None  # who did something
    said = extents.trim(parse, (0, at))
    content = () if said is None else (parse.span(*said),)
    return Attribution((parse.span(at + 1, end),), (parse.span(at, at + 1),), content, is_direct=True, cue_lemma=":")


def credits(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every sentence with its source in parentheses: "94 were held (source: Harbour Watch)"."""
    for parse in parses:
        for at in (t for t in range(2, len(parse) - 2) if parse.words[t] == ":"):
            word = at - 1
            if parse.lowers[word] not in ("source", "sources") or parse.words[word - 1] not in ("(", "["):
                continue
            end = next((t for t in range(at + 1, len(parse)) if parse.words[t] in (")", "]")), len(parse))
            said = extents.trim(parse, (parse.sentences[parse.sentence_of(word)][0], word - 1))
            if said is not None and end > at + 1:
                source, cue = parse.span(at + 1, end), parse.span(word, at)
                yield Attribution((source,), (cue,), (parse.span(*said),), cue_lemma=":")


def _is_speaker(parse: Parse, first: int, last: int) -> bool:
    """Whether words name somebody or a work and say nothing else."""
    if tags.is_one_who_speaks(parse, last - 1) or parse.lowers[last - 1].removesuffix("s") in _ones():
        return not any(parse.pos[t] in ("VERB", "AUX", "NUM") for t in range(first, last - 1))
    if any(parse.pos[t] in ("VERB", "AUX", "NUM") for t in range(first, last)):
        return False
    if any(label in ("GPE", "LOC", "NORP", "DATE") and start <= last - 1 < end for start, end, label in parse.entities):
        return False
    return all(parse.pos[t] == "PROPN" for t in range(first, last))


@functools.cache
def _ones() -> frozenset[str]:
    """Nouns of those whom a headline names last: "report", "officials", "whistleblower"."""
    words = language.load("en")
    who = words.persons | words.callings | words.spokespersons | words.charging_offices | words.tellers
    who |= words.works | words.organisations | words.inquirers | words.callings_alike[0] | assessments().authorities
    return who | {"source", "document", "email", "file", "data", "colleague"}


def telling(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "X told Y of ..." whose Y is told of a thing or a deed rather than of a clause."""
    taken = [span for attribution in known if attribution.source for span in attribution.cue]
    telling_verbs = language.load("en").telling_verbs
    for parse in parses:
        for verb, lemma in enumerate(parse.lemmas):
            if parse.tags[verb] == "VB" and lemma == "know" and (let := _letting(parse, verb)) is not None:
                yield let
            if lemma not in telling_verbs or parse.pos[verb] != "VERB":
                continue
            found = _telling(parse, verb)
            if found is not None and not any(span.overlaps(found.cue[0]) for span in taken):
                yield found


def _telling(parse: Parse, verb: int) -> Attribution | None:
    who = extents.subject(parse, verb)
    heard = extents.child(parse, verb, "dobj", "dative")
    if who is None or heard is None or heard < verb or extents.child(parse, verb, "auxpass") is not None:
        return None
    of = next((c for at in (verb, heard) for c in parse.children[at] if c > heard and parse.lowers[c] in _OF), None)
    content = None if of is None else _phrase(parse, of)
    if content is None:
        return None
    run = extents.trim(parse, extents.runs(extents.under(parse, who))[0])
    if run is None:
        return None
    return Attribution(
        source=(parse.span(*run),),
        cue=(parse.span(verb, verb + 1),),
        content=(content,),
        cue_lemma=parse.lemmas[verb],
    )


def _letting(parse: Parse, verb: int) -> Attribution | None:
    """ "The mayor let the paper know that ...": who lets it be known."""
    over = parse.heads[verb]
    who = extents.subject(parse, over) if parse.lemmas[over] == "let" and over != verb else None
    clause = contents.clause_of(parse, verb)
    run = None if who is None else extents.trim(parse, extents.runs(extents.under(parse, who))[0])
    said = None if clause is None else extents.trim(parse, parse.subtree(clause))
    if run is None or said is None or run[1] > over:
        return None
    return Attribution((parse.span(*run),), (parse.span(over, verb + 1),), (parse.span(*said),), cue_lemma="say")


def _phrase(parse: Parse, preposition: int) -> Span | None:
    run = extents.trim(parse, (preposition + 1, parse.subtree(preposition)[1]))
    return None if run is None else parse.span(*run)
