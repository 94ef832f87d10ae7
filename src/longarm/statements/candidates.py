"""Candidates: assertions found by the extractors, before voices and ids."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from longarm.codebook.cues import Hit
from longarm.languages import attributions, replies
from longarm.model.spans import Span
from longarm.model.statements import Attribution, Quantity
from longarm.statements.clauses import Clause
from longarm.statements.discourse.named import Discourse
from longarm.statements.discourse.speech import Speech
from longarm.statements.parse import Parse
from longarm.statements.text import Part, Text
from longarm.statements.topic import Topic
from longarm.statements.voices import Chains


@dataclass(frozen=True, slots=True)
class Frame:
    """All that an extractor may look at.

    Attributes:
        relevant: whether each part can tell of repression across borders.
        hits: the method cues of each part.
        judgements: for each part and clause the cues of law, remedy and response; tokens count in the clause.
        is_release, is_statement: whether the text is itself an answer of those accused, and tells nobody else's words.
        answers: each speech, by its identity, with whether it is an answer, as far as that was asked before.
    """

    text: Text
    topic: Topic
    chains: Chains
    discourse: Discourse
    relevant: tuple[bool, ...]
    hits: tuple[tuple[Hit, ...], ...]
    judgements: tuple[tuple[tuple[Hit, ...], ...], ...]
    is_release: bool = False
    is_statement: bool = False
    answers: dict[int, tuple[Speech, bool]] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One assertion.

    Attributes:
        part, clause: where it stands (indexes).
        first, last: its tokens, last exclusive.
        anchor: the token that decides who is speaking.
        focus: the token that hedges must bear on; -1: the predicate of the clause.
        scope_head: for figures the counted noun, -1 else.
        stage: for legal statements and responses the step of the codebook, else empty.
        chars: the characters of its words, where they are no whole tokens.
        evidence: how it was found, of `ranking.RANKING`; empty: as its extractor finds most.
    """

    kind: str
    part: int
    clause: int
    first: int
    last: int
    anchor: int
    method: str = ""
    measure: str = ""
    quantity: Quantity | None = None
    focus: int = -1
    scope_head: int = -1
    stage: str = ""
    chars: tuple[int, int] | None = None
    evidence: str = ""

    def span(self, part: Part) -> Span:
        """The words of the assertion, without marks at their edges."""
        parse = part.parse
        if self.chars is not None:
            return parse.chars(*self.chars)
        first, last = self.first, self.last
        while (
            last > first + 1
            and parse.pos[last - 1] in ("PUNCT", "CCONJ")
            and parse.words[last - 1] not in ('"', "”", ")")
        ):
            last -= 1
        if last - first > 1 and parse.words[last - 1] in _CLOSING and not _OPENING & set(parse.words[first : last - 1]):
            last -= 2 if parse.words[last - 2] in (".", ",") and last - first > 2 else 1  # its quotation opens before
        while first < last - 1 and _is_edge(parse, first) and parse.words[first] not in ('"', "“", "("):
            first += 1
        words = parse.words[first:last]
        if last < len(parse) and parse.words[last] == ")" and words.count("(") > words.count(")"):
            last += 1
        return parse.span(first, last)


def _is_edge(parse: Parse, token: int) -> bool:
    """Whether a mark or a joining word stands outside of what it opens; "neither" of two that are named does not."""
    return parse.pos[token] in ("PUNCT", "CCONJ") and parse.lowers[token] != "neither"


_OPENING, _CLOSING = frozenset({'"', "“", "``"}), frozenset({'"', "”", "''"})


def is_bare(part: Part, clause: Clause) -> bool:
    """Whether a clause is a heading, caption or list item without a predicate, which asserts nothing."""
    has_verb = any(part.parse.pos[token] in ("VERB", "AUX") for token in clause.tokens)
    return not has_verb and part.passage.kind in ("headline", "caption", "list-item")


def only_attributes(frame: Frame, part: int, clause: Clause, anchor: int) -> bool:
    """Whether an anchor is the cue, or the source, of an attribution that is all of the clause but what is said."""
    parse = frame.text.parts[part].parse
    char = parse.starts[anchor]
    start, end = parse.starts[clause.first], parse.ends[clause.last - 1]
    head = parse.starts[clause.head]
    for speech in frame.chains.speeches:
        own, spoken = speech.attribution.cue, speech.attribution.source
        is_cue = any(span.start <= char < span.end for span in own)
        is_source = any(span.start <= char < span.end for span in spoken)
        if is_cue or (is_source and any(span.start <= head < span.end for span in own)):
            content = speech.attribution.content
            return bool(content) and not any(start <= span.start < end for span in content)
    return False


def clause_hits(frame: Frame, part: int, clause: int) -> list[Hit]:
    """The method cues that belong to a clause: those whose verb (or else first word) is its own."""
    own = set(frame.text.parts[part].clauses[clause].tokens)
    return [hit for hit in frame.hits[part] if pivot(frame, part, hit) in own]


def pivot(frame: Frame, part: int, hit: Hit) -> int:
    """The token that carries a cue: its verb, where that is no cue of an attribution; else its first such token."""
    pos = frame.text.parts[part].parse.pos
    verbs = [token for token in range(hit.first, hit.last) if pos[token] == "VERB"]
    if verbs and not in_cue(frame, part, anchor_of(frame, part, verbs)):
        return anchor_of(frame, part, verbs)
    return anchor_of(frame, part, range(hit.first, hit.last))


def in_cue(frame: Frame, part: int, token: int) -> bool:
    """Whether a token belongs to the cue of an attribution."""
    char = frame.text.parts[part].parse.starts[token]
    return bool(frame.chains.cued(char))


def anchor_of(frame: Frame, part: int, tokens: Sequence[int]) -> int:
    """The token of a hit that decides who speaks: the first that is no part of a cue, else the last."""
    return next((token for token in tokens if not in_cue(frame, part, token)), tokens[-1])


def told_anchor(frame: Frame, part: int, tokens: Sequence[int]) -> int:
    """As `anchor_of`; where all tokens are a cue and its source, the first token of what that source says."""
    anchor = anchor_of(frame, part, tokens)
    parse = frame.text.parts[part].parse
    chars = {parse.starts[token] for token in tokens}
    char = parse.starts[anchor]
    for speech in frame.chains.speeches:
        cue = speech.attribution.cue
        if any(span.start <= char < span.end for span in speech.attribution.source):
            is_told = any(span.start <= c < span.end for span in cue for c in chars)
        else:
            is_told = any(span.start <= char < span.end for span in cue)
        if speech.name and is_told:
            for span in speech.attribution.content:
                token = parse.token_at(span.start) if parse.starts[0] <= span.start < parse.ends[-1] else None
                if token is not None:
                    return token
    return anchor


def _is_between(attribution: Attribution, cue: Span) -> bool:
    """Whether a passive cue without a source parts its content: "two men were | accused of | stalking"."""
    if attribution.source or not attribution.is_passive:
        return False
    spans = attribution.content
    return any(span.end <= cue.start for span in spans) and any(span.start >= cue.end for span in spans)


def _has_verb(parse: Parse, first: int, end: int) -> bool:
    """Whether a verb stands between a token and a character."""
    return any(parse.pos[t] in ("VERB", "AUX") for t in range(first, bisect.bisect_left(parse.starts, end)))


def clipped(frame: Frame, part: int, first: int, last: int, anchor: int) -> tuple[int, int]:
    """The tokens without the cue and source of an attribution at their edge whose content holds the anchor."""
    parse = frame.text.parts[part].parse
    char = parse.starts[anchor]
    for speech in frame.chains.speeches:
        if not speech.covers(char) or speech.is_deed:
            continue
        attribution = speech.attribution
        if any(speech.covers(span.start) or _is_between(attribution, span) for span in attribution.cue):
            continue  # "X was accused of Y", "X was charged": the cue is a part of what is told
        outside = list(attribution.source)
        is_phrase = attribution.cue_lemma not in attributions.load("en").verbs
        if attribution.cue_lemma not in replies.load("en").laying:
            outside = [*attribution.cue, *outside]  # "accuses him of spying" tells nothing without its first word
        piece = next(span for span in attribution.content if span.start <= char < span.end)
        behind = min((span.start for span in outside if span.start > char), default=char)
        for span in outside:
            if span.end <= char and span.start >= parse.starts[first] and span.end <= parse.ends[last - 1]:
                edge = span.end if piece is attribution.content[0] else max(span.end, piece.start)
                while first < anchor and parse.starts[first] < edge:
                    first += 1
            elif is_phrase and any(span.end <= said.start < parse.ends[last - 1] for said in attribution.content):
                continue  # 'it was, in the words of the judge, "a message in blood"'
            elif span.start > char and span.end <= parse.ends[last - 1]:
                if piece is not attribution.content[-1] and not _has_verb(parse, first, behind):
                    continue  # "The bots, X said, were steered": the bots alone assert nothing
                while last - 1 > max(anchor, first) and parse.ends[last - 1] > span.start:
                    last -= 1
    while first < anchor and (_is_edge(parse, first) or parse.deps[first] == "mark"):
        first += 1
    return first, max(last, anchor + 1, first + 1)
