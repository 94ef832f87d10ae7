"""Sourced: hedges that stand in who tells something, and in how, rather than in its clause."""

import itertools
from collections.abc import Iterator, Sequence

from longarm.languages import stance as stance_language
from longarm.model.statements import Hedge, Voice
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.text import Part


def sourced(part: Part, named: Sequence[Speech], voices: tuple[Voice, ...]) -> Iterator[Hedge]:
    """The hedges in the names of sources and in the words with which they tell: "according to unconfirmed reports", "in
    the opinion of", "claims without evidence that"."""
    yield from _hedges_of_sources(part, named, voices)
    yield from _unsupported(part, named, voices)


def _is_view(speech: Speech, words: stance_language.StanceWords) -> bool:
    """Whether somebody, other than who decides, tells it for a view: "in the opinion of", "takes the view that"."""
    cue = speech.attribution.cue[0].words.lower().split()
    if words.views.isdisjoint(cue) or speech.attribution.cue_lemma in words.views:
        return False
    told = {word for span in speech.attribution.source for word in span.words.lower().split()}
    return speech.attribution.cue_lemma == "accord to" or words.officials.isdisjoint(told)


def set_in_quotes(part: Part, head: int) -> Iterator[Hedge]:
    """What a headline sets its predicate in quotation marks for, and lays to nobody: "Spies 'poisoned' critic"."""
    parse = part.parse
    char = parse.starts[head]
    if parse.words[-1] in (".", "!", "?"):
        return
    for quote in part.quotes:
        has_subject = any(
            parse.deps[c] in ("nsubj", "nsubjpass") and quote.outer_start < parse.starts[c] < quote.outer_end
            for c in parse.children[head]
        )
        if quote.outer_start < char < quote.outer_end and not has_subject:
            span = parse.chars(quote.outer_start, quote.outer_end)
            yield Hedge("alleged", span.words, 0, span)


def doubted(named: Sequence[Speech], voices: tuple[Voice, ...]) -> Iterator[Hedge]:
    """What a source doubts, or does not know to be so, is possible, where no other word says so."""
    for index, speech in enumerate(named, 1):
        cue = speech.attribution.cue
        if speech.attribution.attitude == "doubts" and cue and not speech.attribution.hedge:
            yield Hedge("possible", " ".join(span.words for span in cue), min(index, len(voices) - 1), cue[0])


def _unsupported(part: Part, named: Sequence[Speech], voices: tuple[Voice, ...]) -> Iterator[Hedge]:
    """What is told "without evidence" is doubted by whoever tells of the telling."""
    parse = part.parse
    for index, speech in enumerate(named):
        for token in (t for span in speech.attribution.cue for t in part.tokens_of(span)):
            for child in parse.children[token]:
                below = [c for c in parse.children[child] if parse.lemmas[c] in ("evidence", "proof")]
                names = parse.lemmas[token] in stance_language.load("en").naming_verbs
                if parse.lowers[child] == "without" and below and not names:
                    span = parse.span(child, below[0] + 1)
                    yield Hedge("alleged", span.words, min(index, len(voices) - 1), span)


def _hedges_of_sources(part: Part, named: Sequence[Speech], voices: tuple[Voice, ...]) -> list[Hedge]:
    """Hedges that stand in the name of a source: "according to unconfirmed reports", "according to claims by
    neighbours"; they are the outer voice's."""
    words = stance_language.load("en")
    found = []
    for index, speech in enumerate(named):
        cue = speech.attribution.cue
        if cue and _is_view(speech, words):
            found.append(Hedge("possible", cue[0].words, min(index + 1, len(voices) - 1), cue[0]))
        kind = words.theses.get(speech.attribution.cue_lemma, "")
        if kind and cue and not speech.attribution.hedge and speech.attribution.attitude == "asserts":
            found.append(Hedge(kind, cue[0].words, min(index + 1, len(voices) - 1), cue[0]))
        for span in speech.attribution.source:
            spoken = span.words.lower().split()
            pairs = itertools.pairwise(spoken)
            kind = next(
                (words.adjectives[w] for w, noun in pairs if w in words.adjectives and noun in words.sources), ""
            )
            head = head_of(part.parse, span.start, span.end) if not kind and len(part.tokens_of(span)) else None
            if head is not None and speech.attribution.cue_lemma == "accord to":
                kind = words.unvouched.get(part.parse.lemmas[head], "")
            if kind:
                found.append(Hedge(kind, span.words, min(index, len(voices) - 1), span))
    return found
