"""Cells: rows of tables in running text, each a label with what is told of it and no verb: "Oslo: inquiry opened, two
questioned; Bern: premises shut"; and terms in a row, "Sentences: 12 years for A, nine for B"."""

import bisect
import re
from collections.abc import Iterator

from longarm.codebook import loader
from longarm.codebook.assessments import WORDS
from longarm.codebook.cues import best
from longarm.codebook.terms import PROCEEDINGS
from longarm.languages import clauses as words
from longarm.statements import topic
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.parse import Parse

FEWEST = 2  # rows of a table in running text
_ROW = re.compile(
    r"(?:^|(?<=[;.:\n] )|(?<=\n))[A-Z][^\s:;.,]*(?: [^\s:;.,]+){0,4}\.?(?::| [–—-])"
    r" (?P<told>[^;:.\n]{6,160})(?=[;.\n]|$)"
)
_TERMS = re.compile(r": (?=\S+ (?:year|month|week)s?(?: each)? for )(?P<told>[^;:.\n]{6,300})")
_TERM = re.compile(r"(?:^|, |, and | and )(?P<told>\S+(?: (?:year|month|week)s?)?(?: each)? for .+?)(?=,| and |$)")
_FINITE = frozenset({"VBZ", "VBP", "MD"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A statement for every row of a table in running text, and for every term in a row of terms."""
    part = frame.text.parts[index]
    parse, text = part.parse, part.parse.text
    if not frame.relevant[index] or not any(mark in text for mark in (": ", " – ", " — ")):
        return
    rows = [_tokens(parse, *found.span("told")) for found in _ROW.finditer(text)]
    terms = [
        _tokens(parse, found.start("told") + term.start("told"), found.start("told") + term.end("told"))
        for found in _TERMS.finditer(text)
        if _is_of_court(parse, found.start())
        for term in _TERM.finditer(found["told"])
    ]
    for told in (terms, rows):
        if len(told) >= FEWEST:
            is_terms = told is terms
            yield from (_row(frame, index, row, is_terms) for row in told if row and (is_terms or _is_told(parse, row)))
            return


def _tokens(parse: Parse, start: int, end: int) -> tuple[int, ...]:
    """The tokens that begin between two characters of a passage."""
    first, last = (bisect.bisect_left(parse.starts, parse.offset + char) for char in (start, end))
    return tuple(range(first, last))


def _is_of_court(parse: Parse, colon: int) -> bool:
    """Whether what stands before a colon is of what courts give: "Sentences:", "were jailed for it:", not "Bans:"."""
    last = parse.token_at(parse.offset + colon - 1) if colon else None
    if last is None:
        return False
    known, first = words.load("en"), parse.sentences[parse.sentence_of(last)][0]
    given = known.cases | known.trying | known.punishments - _LENGTHS
    return not given.isdisjoint(parse.lemmas[first : last + 1])


_LENGTHS = frozenset({"year", "month", "week", "day", "life"})  # which a ban has as well


def _is_told(parse: Parse, tokens: tuple[int, ...]) -> bool:
    """Whether words tell what was done, without a verb by which clauses are known."""
    if any(parse.tags[t] in _FINITE or parse.deps[t] in ("aux", "auxpass") for t in tokens):
        return False
    done = words.load("en").deeds | words.load("en").cases
    return any(parse.tags[t] in ("VBN", "VBD") or parse.lemmas[t] in done or parse.lemmas[t] in _UNITS for t in tokens)


_UNITS = frozenset({"year", "month", "inquiry", "investigation"})


def _row(frame: Frame, index: int, tokens: tuple[int, ...], is_term: bool) -> Candidate:
    """A row as a statement; nobody is convicted in it but by words that say so, or by a term in a row of terms."""
    part = frame.text.parts[index]
    step = best(hit for hit in topic.judged(part.parse, tokens) if hit.entry not in WORDS)
    hit = best(hit for hit in frame.hits[index] if tokens[0] <= hit.first <= tokens[-1])
    kind, stage = "act", ""
    if step is not None:
        stage = next(entry.stage for entry in loader.responses() if entry.id == step.entry)
        kind = "legal" if stage in PROCEEDINGS else "response"
    elif is_term:
        kind, stage = "legal", "conviction"
    elif hit is None and any(part.parse.lemmas[t] in _UNITS | words.load("en").cases for t in tokens):
        kind, stage = "legal", "court-step"
    method = hit.entry if hit else frame.topic.main_method
    number = part.clause_of(tokens[0])
    return Candidate(kind, index, number, tokens[0], tokens[-1] + 1, tokens[0], method, stage=stage)
