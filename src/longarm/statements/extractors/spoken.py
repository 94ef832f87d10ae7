"""What is spoken: that somebody accuses, calls, urges or thanks, where what is said is no clause of its own."""

import bisect
from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions, stance
from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.candidates import Candidate, Frame, clause_hits
from longarm.statements.discourse.names import head_of
from longarm.statements.extractors.answers import is_answer
from longarm.statements.extractors.events import NAMING
from longarm.statements.extractors.legal import COURT_STEP
from longarm.statements.extractors.quoted import is_in_quotes
from longarm.statements.extractors.rebuffs import REPLY
from longarm.statements.extractors.response import denies_nothing, is_of_bench, withholds
from longarm.statements.extractors.trifles import is_comment
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import method_of
from longarm.statements.text import Part

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})  # "wants to know who ordered it"
QUOTES = frozenset(('"', "“", "‘", "``", "«"))
_CALLED = frozenset({"ADJ", "ADV", "NOUN", "VERB"})  # of what is quoted
NEAREST = 10  # characters of what is said before somebody else's word of saying
SHORTEST = 3  # tokens of cue and content together


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every speech of a named source whose content stands in the clause of its cue ("accused X of Y",
    "called it unlawful"); a response where it denies; its words run from the cue to the end of what is said."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    parse = part.parse
    if len(parse):
        yield from _accused(frame, index)
    for speech in frame.chains.speeches:
        attribution = speech.attribution
        if not speech.name or not attribution.source or attribution.is_passive or attribution in frame.text.charges:
            continue
        is_deed = attribution.attitude == "declines" and attribution.cue_lemma in ("refuse", "decline")
        if (attribution.attitude == "declines" and not is_deed) or not _is_here(parse, attribution):
            continue
        if attribution.attitude == "denies" and denies_nothing(parse, speech):
            continue
        first = parse.token_at(attribution.cue[0].start)
        last = bisect.bisect_right(parse.ends, _end(frame, part, attribution)) - 1
        anchor = head_of(parse, attribution.content[0].start, attribution.content[-1].end)
        if (
            first is None
            or anchor is None
            or not first < anchor <= last
            or (last - first < SHORTEST - 1 and attribution.attitude != "denies" and not attribution.hedge)
        ):
            continue
        number = part.clause_of(first)
        if is_comment(parse, part.clauses[number]) and part.clauses[number].head == first:
            continue  # "citing its sources"
        if parse.tags[first] == "VBN" and parse.deps[first] in ("advcl", "acl"):
            continue  # "Asked about the raid, ..."
        is_asked = parse.tags[part.tokens_of(attribution.content[0])[0]] in _WH
        is_apart = part.clause_of(anchor) != number and not is_asked and not _is_judgement(part, anchor)
        if is_apart or not _matters(frame, part, attribution, range(first, last + 1)):
            continue
        if _is_publishing(parse, first, anchor) or _is_told_elsewhere(frame, part, attribution):
            continue
        if is_deed:
            anchor = first  # "refused to renew passports" is done, not said
        if attribution.attitude == "asks" and not any(parse.tags[t] == "TO" for t in range(first, last + 1)):
            anchor = first  # that somebody asked, which the author tells
        hit = best(clause_hits(frame, index, number))
        is_deed = is_deed or (hit is not None and hit.first <= first < hit.last)  # "offered a reward for him"
        is_withheld = withholds(parse, first)  # "denied the children schooling"
        denies = (attribution.attitude == "denies" and not is_withheld) or (not is_deed and is_answer(frame, speech))
        kind, stage = ("response", REPLY) if denies else ("act", "")
        if denies and is_of_bench(frame, part, speech):
            kind, stage = "legal", COURT_STEP  # "the tribunal dismissed her claim"
        if not denies and any(is_in_quotes(part, t) for t in range(first, last + 1) if parse.pos[t] in _CALLED):
            kind = "quotation"
        method = (hit.entry if hit else frame.topic.main_method) if denies else method_of(frame, index, hit)
        yield Candidate(kind, index, number, first, last + 1, anchor, method, stage=stage)


def _accused(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for what somebody is accused of in passing: "a citizen accused of selling data"."""
    part = frame.text.parts[index]
    parse = part.parse
    for allegation in frame.chains.allegations:
        cue = allegation.cue[0]
        if not allegation.is_passive or not parse.starts[0] <= cue.start < parse.ends[-1]:
            continue
        first = parse.token_at(cue.start)
        if first is None or parse.deps[first] != "acl" or parse.tags[first] != "VBN":
            continue
        last = parse.subtree(first)[1]
        verb = next((t for t in range(first + 1, last) if parse.pos[t] in ("VERB", "NOUN")), None)
        if verb is None or last - first < SHORTEST:
            continue
        hit = best(hit for hit in frame.hits[index] if first <= hit.first < last)
        yield Candidate("act", index, part.clause_of(verb), first, last, verb, method_of(frame, index, hit))


def _is_here(parse: Parse, attribution: Attribution) -> bool:
    if not attribution.content or not attribution.cue or not len(parse):
        return False
    first, last = attribution.content[0], attribution.content[-1]
    if len(attribution.content) > 1 and not _is_what_it_is_called(first, last):
        return False  # broken, and not by the mark of what something is called: 'called it "revenge, plain and simple"'
    return (
        parse.starts[0] <= attribution.cue[0].start
        and attribution.cue[-1].end <= first.start + 1
        and last.end <= parse.ends[-1]
    )


def _is_what_it_is_called(first: Span, last: Span) -> bool:
    is_quoted = last.words[0] in QUOTES and last.words[-1] in QUOTES | {"”", "’", "''", "»"}
    return is_quoted and last.start - first.end <= NEAREST


def _is_judgement(part: Part, anchor: int) -> bool:
    """Whether what is said is what something is held to be, without a verb: 'considers the ban "mere spite"'."""
    clause = part.clauses[part.clause_of(anchor)]
    is_quoted = clause.dep == "ccomp" and is_in_quotes(part, anchor)
    return is_quoted and not any(part.parse.tags[t] in _FINITE for t in clause.tokens)


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "TO", "VB"})


def _matters(frame: Frame, part: Part, attribution: Attribution, tokens: range) -> bool:
    """Whether it is for or against somebody, or names what may matter to a case; "announced a new tram" does not."""
    parse = part.parse
    cue = attributions.load("en").verbs.get(attribution.cue_lemma)
    if (
        attribution.attitude != "asserts"
        or attribution.hedge
        or (cue is not None and cue.kind in ("stance", "finding"))
        or attribution.cue_lemma in stance.load("en").naming_verbs
    ):
        return True
    known = assessments().event_nouns | assessments().authorities | frozenset(people_nouns())
    if any(parse.lemmas[t] in known or parse.pos[t] == "PRON" or parse.words[t] in QUOTES for t in tokens):
        return True
    return any(first in tokens and label in NAMING for first, _, label in parse.entities)


def _is_told_elsewhere(frame: Frame, part: Part, attribution: Attribution) -> bool:
    """Whether a figure tells it, or somebody else's words inside it: "quoted the minister as saying that"; that
    somebody is for or against such words is told all the same."""
    content = attribution.content[0]
    cue = attributions.load("en").verbs.get(attribution.cue_lemma)
    if cue is not None and cue.kind == "stance":
        return False
    if any(q.is_count and content.start <= q.span.start < content.end for q in part.quantities):
        return True
    others = (s.attribution for s in frame.chains.speeches if s.attribution is not attribution)
    return any(content.start <= span.start < content.end for other in others for span in other.cue)


def _end(frame: Frame, part: Part, attribution: Attribution) -> int:
    """Where what is said ends: before somebody else's word of saying, "is troubled by a report | alleging that ...", or
    after the quotation that says what something is called."""
    start, end = attribution.content[-1].start, attribution.content[-1].end
    if attribution.cue_lemma in stance.load("en").naming_verbs:
        end = next((q.outer_end for q in part.quotes if 0 <= q.outer_start - end <= 1), end)
    others = (s.attribution for s in frame.chains.speeches if s.attribution is not attribution)
    inside = (span.start for other in others for span in other.cue if start + NEAREST < span.start < end)
    return min(inside, default=end)


def _is_publishing(parse: Parse, first: int, anchor: int) -> bool:
    """Whether a work is given out, which the author tells: "published a report"."""
    words = language.load("en")
    return parse.lemmas[anchor] in words.works and any(
        parse.lemmas[t] in words.publishing_verbs for t in range(first, anchor)
    )
