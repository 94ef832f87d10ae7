"""Quotations: somebody's words between quotation marks."""

from collections.abc import Iterator

from longarm.codebook.cues import best
from longarm.languages import stance
from longarm.model.spans import Span
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.text import Part

SENTENCE = 3  # words of a quotation that opens with a capital
SHORTEST = 6  # words; shorter ones are phrases inside a paraphrase, kept in the words of their statement


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A quotation for every stretch in quotation marks that is long enough and has a speaker."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    parse = part.parse
    for quote in part.quotes:
        first = next((t for t in range(len(parse)) if parse.starts[t] >= quote.start), None)
        if first is None:
            continue
        inside = [token for token in range(first, len(parse)) if parse.ends[token] <= quote.end]
        is_whole = bool(inside) and parse.words[inside[0]][0].isupper() and parse.deps[inside[-1]] != "det"
        if sum(parse.words[token][0].isalnum() for token in inside) < (SENTENCE if is_whole else SHORTEST):
            continue
        if not any(parse.deps[token] in ("nsubj", "nsubjpass", "expl", "csubj") for token in inside):
            continue  # a phrase, not a sentence
        if any(other is not quote and other.start <= quote.start and quote.end < other.end for other in part.quotes):
            continue
        if _is_title(frame, quote.start) or not any(s.name for s in frame.chains.covering(parse.starts[inside[0]])):
            continue
        hit = best(hit for hit in frame.hits[index] if inside[0] <= hit.first <= inside[-1])
        clause = part.clause_of(inside[0])
        yield Candidate(
            "quotation",
            index,
            clause,
            inside[0],
            inside[-1] + 1,
            inside[0],
            hit.entry if hit else "",
            chars=(quote.start, quote.end),
        )
    yield from _in_passing(frame, index)


def _in_passing(frame: Frame, index: int) -> Iterator[Candidate]:
    """A quotation for what somebody is said to call a thing in passing: 'in what a diplomat called "a swap mart"', 'the
    raid, described by the judge as "mere theatre"', or in the passive: 'has been called "a leash" by the union'."""
    part = frame.text.parts[index]
    for speech in frame.chains.speeches if part.quotes else ():
        cue, content = speech.attribution.cue, speech.attribution.content
        if not speech.name or speech.attribution.cue_lemma not in stance.load("en").naming_verbs:
            continue
        if len(cue) != 1 or len(content) != THING_AND_WORDS or content[0].start > cue[0].start:
            continue  # the thing stands behind the cue: spoken
        tokens = part.tokens_of(content[1])
        if content[1].start < cue[0].end or not tokens or not _is_judgement(part, content[1]):
            continue
        head = part.tokens_of(cue[0])[-1]
        number = part.clause_of(head)
        hit = best(hit for hit in frame.hits[index] if head <= hit.first <= tokens[-1])
        method, clause = hit.entry if hit else "", part.clauses[number]
        if clause.head == head and clause.dep != "relcl":
            chars = (part.parse.starts[clause.first], part.parse.ends[clause.last - 1])
            yield Candidate("quotation", index, number, clause.first, clause.last, tokens[-1], method, chars=chars)
        else:
            yield Candidate("quotation", index, number, head, tokens[-1] + 1, tokens[-1], method)


THING_AND_WORDS = 2  # parts of what is said in "what she called ..."


def _is_judgement(part: Part, said: Span) -> bool:
    """Whether quoted words, with or without "as" before them, are some and no name."""
    quote = next((q for q in part.quotes if said.start <= q.outer_start and q.end <= said.end), None)
    if quote is None or said.words[: quote.outer_start - said.start].strip().lower() not in ("", "as"):
        return False
    words = [w for w in said.words[quote.start - said.start : quote.end - said.start].split() if len(w) > SHORT]
    return bool(words) and " " in said.words and not all(w[0].isupper() for w in words)


SHORT = 3  # letters of a word that is small in a name


def _is_title(frame: Frame, char: int) -> bool:
    return any(work.title and work.span and work.span.start <= char < work.span.end for work in frame.discourse.works)
