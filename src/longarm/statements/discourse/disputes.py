"""Disputes: a denial told beside what it denies: "five were deported, a claim the ministry rejects"."""

from collections.abc import Iterator, Sequence

from longarm.languages import attributions as cues
from longarm.languages import stance as stance_language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse

_CLAUSES = frozenset({"relcl", "acl"})


def disputes(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "a claim that X rejects" set behind a clause, told as a clause of its own."""
    taken = [span for attribution in known for span in attribution.cue]
    for parse in parses:
        for _, verb in _pairs(parse):
            who = extents.subject(parse, verb)
            source = None if who is None else extents.trim(parse, parse.subtree(who))
            cue = parse.span(verb, verb + 1)
            if source is None or any(span.overlaps(cue) for span in taken):
                continue
            content = parse.span(*parse.subtree(verb))
            yield Attribution((parse.span(*source),), (cue,), (content,), "denies", cue_lemma=parse.lemmas[verb])


def spans(parse: Parse) -> tuple[Span, ...]:
    """The words of such denials, which are no part of what is said before them."""
    return tuple(parse.span(*parse.subtree(noun)) for noun, _ in _pairs(parse))


def _pairs(parse: Parse) -> Iterator[tuple[int, int]]:
    """(noun of a claim, verb that denies it) wherever the two stand behind a comma."""
    nouns, verbs = stance_language.load("en").claim_nouns, cues.load("en").verbs
    for noun, lemma in enumerate(parse.lemmas):
        first = parse.subtree(noun)[0] if lemma in nouns else 0
        if first == 0 or parse.words[first - 1] not in (",", "–", "—") or parse.lowers[first] not in ("a", "an"):
            continue
        for verb in parse.children[noun]:
            cue = verbs.get(parse.lemmas[verb])
            if parse.deps[verb] in _CLAUSES and cue is not None and cue.attitude == "denies":
                yield noun, verb
