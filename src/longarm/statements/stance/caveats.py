"""Caveats: sentences that say of what the passage goes on to tell that nobody has shown it yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from longarm.languages import stance as language
from longarm.model.statements import Hedge
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import subject
from longarm.statements.parse import Parse
from longarm.statements.text import Part

_DOUBTED = frozenset({"act", "figure", "presence", "purpose"})
_REPORTING = frozenset({"asserts", "doubts"})


@dataclass(frozen=True, slots=True)
class Caveat:
    """A caveat, and the characters of the sentences that it governs."""

    start: int
    end: int
    hedge: Hedge


def caveats(parts: Sequence[Part]) -> tuple[Caveat, ...]:
    """The caveats of a text: "The claims are unproven. He ...", "What follows has not been tested in court"."""
    words = language.load("en")
    marks = words.untested | words.confirming | words.testing
    return tuple(
        caveat for part in parts if not marks.isdisjoint(part.parse.lemmas) for caveat in _found(part.parse, words)
    )


def _found(parse: Parse, words: language.StanceWords) -> Iterator[Caveat]:
    for first, last in parse.sentences[:-1]:
        root = next((t for t in range(first, last) if parse.deps[t] == "ROOT"), None)
        if root is None or not _is_of_claims(parse, root, words):
            continue
        mark = _untested(parse, root, words)
        if mark is not None and not any(parse.deps[c] in ("ccomp", "conj") for c in parse.children[root]):
            span = parse.span(mark, mark + 1)
            yield Caveat(parse.starts[last], parse.ends[-1], Hedge("alleged", span.words, 0, span))


def _is_of_claims(parse: Parse, root: int, words: language.StanceWords) -> bool:
    """Whether a predicate is about claims at large, or about what follows."""
    about = [c for c in parse.children[root] if parse.deps[c] in ("nsubj", "nsubjpass", "csubj", "csubjpass", "dobj")]
    about += [t for c in about for of in parse.children[c] if parse.lowers[of] == "of" for t in parse.children[of]]
    return any(parse.lemmas[c] in words.claim_nouns | words.upcoming and parse.lowers[c] not in _BACK for c in about)


_BACK = frozenset({"it", "that", "they", "these"})  # what was told before


def _untested(parse: Parse, root: int, words: language.StanceWords) -> int | None:
    """The word of a predicate that says that nobody has shown something, or that it is no more than a claim."""
    said = [c for c in parse.children[root] if parse.deps[c] in ("acomp", "oprd")]
    found = next((c for c in said if parse.lowers[c] in words.untested), None)
    if found is not None:
        return found
    below = [root, *(c for c in parse.children[root] if parse.deps[c] == "xcomp")]
    tested = next((t for t in below if parse.lemmas[t] in words.confirming | words.testing), None)
    around = [parse.lowers[c] for c in parse.children[root]]
    of = [parse.lowers[c] for s in parse.children[root] if "subj" in parse.deps[s] for c in (s, *parse.children[s])]
    is_negated = not words.negations.isdisjoint([*around, *of]) or "yet" in around
    return tested if tested is not None and is_negated else None


def warned(frame: Frame, known: Sequence[Caveat], candidate: Candidate) -> Iterator[Hedge]:
    """The hedge of a caveat that governs a candidate, which is no step of proceedings, no reply, and that nobody
    confirms or denies."""
    if candidate.stage or candidate.kind not in _DOUBTED or not known:
        return
    part = frame.text.parts[candidate.part]
    who = subject(part.parse, part.clauses[candidate.clause].head)
    is_official = who is not None and part.parse.lemmas[who] in language.load("en").officials
    if is_official or frame.judgements[candidate.part][candidate.clause]:
        return  # a step, or those whom it was taken against
    char = part.parse.starts[candidate.anchor]
    caveat = next((c for c in known if c.start <= char < c.end), None)
    speeches = [s for s in frame.chains.covering(char) if s.name]
    if caveat is not None and all(s.attribution.attitude in _REPORTING for s in speeches):
        yield caveat.hedge
