"""Asides: what the author tells within what somebody says: of whom it names, when it was said, who denies it."""

from dataclasses import replace

from longarm.languages import attributions as attribution_language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.attributions.contents import OCCASIONS
from longarm.statements.attributions.nested import CONCEDING
from longarm.statements.discourse import disputes
from longarm.statements.discourse.names import head_of
from longarm.statements.parse import Parse


def of(parse: Parse, attribution: Attribution) -> tuple[Span, ...]:
    """Relative clauses after a comma where what is said is asked for, denied or only named: the author's."""
    if not attribution.content or attribution.is_direct:
        return ()
    conceded = _conceded(parse, attribution)
    content = attribution.content[0]
    head = head_of(parse, content.start, content.end)
    is_asserted = attribution.attitude not in ("asks", "denies", "doubts")
    is_charge = head is not None and parse.deps[head] == "pcomp"  # "accused of stalking a singer, who had left by then"
    if head is None or (is_asserted and not is_charge and parse.pos[head] not in ("NOUN", "PROPN", "PRON")):
        return conceded
    cue = attribution.cue[0].start
    inside = (span for span in extents.asides(parse) if content.start <= span.start < content.end)
    return (*conceded, *(span for span in inside if not span.start <= cue < span.end))


def _conceded(parse: Parse, attribution: Attribution) -> tuple[Span, ...]:
    """What another denies, set against what is said, as the author does: "says it did, while the city denies it"."""
    verbs = attribution_language.load("en").verbs
    cue = attribution.cue[0].start
    found = [span for span in disputes.spans(parse) if not span.start <= cue < span.end]
    for token in (token for token, dep in enumerate(parse.deps) if dep == "advcl"):
        told = verbs.get(parse.lemmas[token])
        first, last = parse.subtree(token)
        if first == 0 or told is None or parse.lowers[first] not in CONCEDING:
            continue
        is_set_against = told.attitude == "denies" or _is_anothers(parse, token, first, attribution)
        if is_set_against and any(span.start < parse.starts[first] < span.end for span in attribution.content):
            found.append(parse.span(first, last))
    return tuple(found)


def _is_anothers(parse: Parse, verb: int, first: int, attribution: Attribution) -> bool:
    """Whether a clause behind a comma tells what others say: "X says not, although three guests told Y they saw it"."""
    who = extents.subject(parse, verb)
    tells = extents.child(parse, verb, "ccomp") is not None and parse.words[first - 1] == ","
    is_noun = who is not None and parse.pos[who] in ("NOUN", "PROPN")
    return tells and is_noun and attribution.cue[0].end < parse.starts[first]


def without_occasion(parse: Parse, attribution: Attribution) -> Attribution:
    """What is denied or asked without the clause that tells when, which the author does: "denied running the office
    after two men were arrested"; a clause that is denied has it as its own where no comma parts the two."""
    if attribution.is_direct or attribution.attitude not in ("asks", "denies", "doubts") or not attribution.content:
        return attribution
    content = attribution.content[-1]
    head = head_of(parse, content.start, content.end)
    is_clause = head is not None and extents.subject(parse, head) is not None
    for token, dep in enumerate(parse.deps):
        first, last = parse.subtree(token) if dep == "advcl" else (0, 0)
        if first == 0 or parse.lowers[first] not in OCCASIONS or extents.subject(parse, token) is None:
            continue
        if is_clause and parse.words[first - 1] != ",":
            continue
        run = extents.trim(parse, (0, first))
        if run is not None and content.start < parse.starts[first] < content.end <= parse.ends[last - 1]:
            cut = parse.chars(content.start, parse.ends[run[1] - 1])
            return replace(attribution, content=(*attribution.content[:-1], cut))
    return attribution
