"""Headlines: who says one, where it names them behind a dash or a colon: "Exiles followed: report"."""

import functools
from collections.abc import Iterator, Sequence

from longarm.codebook.assessments import assessments
from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents, tags
from longarm.statements.discourse.colons import is_called
from longarm.statements.parse import Parse

_PARTING = frozenset({":", "-", "–", "—"})
SHORTEST_HEADLINE = 5  # tokens
LONGEST_TAIL = 7  # tokens of the mark and who says it
_QUOTING = frozenset({"'", '"', "‘", "’", "“", "”", "''", "``"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})


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
        is_named = parse.words[at] == ":" and parse.words[at + 1].islower()  # "Baku behind attack: report"
        if said is None or not (is_named or any(parse.pos[t] in ("VERB", "AUX") for t in range(*said))):
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
    if end <= at + 1 or not (_is_speaker(parse, at + 1, end) or is_called(parse, end - 1)):
        return None
    speaking = language.load("en").speaking_verbs
    if any(parse.pos[t] == "VERB" and parse.lemmas[t] not in speaking for t in range(end, len(parse))):
        return None  # who did something
    said = extents.trim(parse, (0, at))
    content = () if said is None else (parse.span(*said),)
    return Attribution((parse.span(at + 1, end),), (parse.span(at, at + 1),), content, is_direct=True, cue_lemma=":")


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
