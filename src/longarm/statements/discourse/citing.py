"""Citing: a party that tells something on the word of another: "the agency reported, citing police, that ..."; and the
outlet that passes somebody's words on."""

import bisect
from collections.abc import Iterator, Sequence

from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import contents, extents
from longarm.statements.discourse.hearing import HEAR
from longarm.statements.discourse.names import is_name
from longarm.statements.parse import Parse

CITE = "cite"  # lemma of the cue of such an attribution, which stands inside the one that cites
LONGEST_CLIMB = 3  # steps


def citing(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution to whom a known source cites, with all that the known source says as its content."""
    verbs = language.load("en").citing_verbs
    for parse in parses:
        for verb, lemma in enumerate(parse.lemmas):
            if lemma not in verbs:
                continue
            if parse.tags[verb] == "VBN" and (relayed := _relayed(parse, verb, known)) is not None:
                yield relayed
            if parse.tags[verb] == "VBN" and (quoted := _quoted_as_saying(parse, verb)) is not None:
                yield quoted
            cited = extents.child(parse, verb, "dobj", "pobj")
            if cited is None or not _is_voice(parse, cited):
                continue
            saying = _saying(parse, verb, cited)
            is_aside = parse.tags[verb] == "VBG" and parse.deps[verb] in ("advcl", "acl", "prep")
            told = _at(parse, saying, known) if saying is not None else _over(parse, verb, known) if is_aside else None
            if told is None and parse.deps[verb] == "relcl":
                told = _of_source(parse, verb, known)
            if saying is not None and (told is None or not told.content):
                yield from _quoted(parse, verb, cited)
                continue
            if told is None or not told.content:
                continue
            own = [child for child in parse.children[cited] if parse.lowers[child] == "as"]
            run = extents.trim(parse, extents.runs(extents.under(parse, cited, own))[0])
            if run is None or any(span.start <= parse.starts[run[0]] < span.end for span in told.source):
                continue
            yield Attribution((parse.span(*run),), (parse.span(verb, verb + 1),), told.content, cue_lemma=CITE)


def _is_voice(parse: Parse, cited: int) -> bool:
    """Whether what is cited may tell something: somebody, a work or a count, and no reason ("citing fears")."""
    return parse.lemmas[cited] not in language.load("en").reasons or parse.pos[cited] == "PROPN"


def _relayed(parse: Parse, verb: int, known: Sequence[Attribution]) -> Attribution | None:
    """ "X was quoted by Y as saying that ...", "is quoted in the filing as saying": Y, around what X says."""
    said = next(
        (s for c in parse.children[verb] if parse.lowers[c] == "as" and (s := extents.child(parse, c, "pcomp"))), None
    )
    told = None if said is None else _at(parse, said, known)
    if said is None or told is None or not told.content:
        return None
    places = [
        c
        for at in (verb, said)
        for c in parse.children[at]
        if parse.lowers[c] in ("by", "in", "on") and c < told_at(parse, told)
    ]
    outlet = next(
        (o for c in places if (o := extents.child(parse, c, "pobj")) is not None and _is_voice(parse, o)), None
    )
    run = None if outlet is None else extents.trim(parse, extents.runs(extents.under(parse, outlet))[0])
    return (
        None
        if run is None
        else Attribution((parse.span(*run),), (parse.span(verb, verb + 1),), told.content, cue_lemma=HEAR)
    )


def told_at(parse: Parse, told: Attribution) -> int:
    """The token that what is told begins with."""
    return bisect.bisect_left(parse.starts, told.content[0].start)


def hearing_from(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution to whom somebody has it from: "she heard from a guard that ...", "learned from X that"."""
    verbs = language.load("en").hearing_verbs
    for parse in parses:
        for verb, lemma in enumerate(parse.lemmas):
            if lemma not in verbs or parse.pos[verb] != "VERB":
                continue
            source = next((c for c in parse.children[verb] if parse.lowers[c] == "from"), None)
            who = None if source is None else extents.child(parse, source, "pobj")
            if who is None:
                continue
            clause = contents.lone_clause(parse, who)
            told = _at(parse, verb, known)
            said = told.content if told is not None else _clause(parse, clause or contents.clause_of(parse, verb))
            run = extents.trim(parse, extents.runs(extents.under(parse, who, () if clause is None else (clause,)))[0])
            if run is not None and said and parse.ends[run[1] - 1] <= said[-1].end:
                yield Attribution((parse.span(*run),), (parse.span(verb, verb + 1),), said, cue_lemma=CITE)


def _clause(parse: Parse, clause: int | None) -> tuple[Span, ...]:
    run = None if clause is None else extents.trim(parse, parse.subtree(clause))
    return () if run is None else (parse.span(*run),)


def mentioning(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution to who tells of another's claim: "the ruling refers to his admission that ...", "took note of X's
    assertion that ..."."""
    nouns, verbs = attributions.load("en").nouns, language.load("en").mentioning_verbs
    for claim in known:
        if claim.cue_lemma not in nouns or not (claim.source and claim.cue and claim.content):
            continue
        parse = next((p for p in parses if len(p) and p.starts[0] <= claim.cue[0].start < p.ends[-1]), None)
        noun = None if parse is None else parse.token_at(claim.cue[-1].end - 1)
        if parse is None or noun is None:
            continue
        verb = _mentions(parse, noun)
        who = None if verb is None or parse.lemmas[verb] not in verbs else extents.subject(parse, verb)
        run = None if who is None else extents.trim(parse, extents.runs(extents.under(parse, who))[0])
        if run is not None and verb is not None and run[1] <= verb and not claim.source[0].overlaps(parse.span(*run)):
            yield Attribution((parse.span(*run),), (parse.span(verb, verb + 1),), claim.content, cue_lemma=HEAR)


def _mentions(parse: Parse, noun: int) -> int | None:
    """The verb that a claim is told of by: its object, also behind "note of" or "attention to"."""
    at = noun
    for _ in range(LONGEST_CLIMB + 1):
        if parse.deps[at] not in ("dobj", "pobj", "prep"):
            break
        at = parse.heads[at]
    return at if at != noun and parse.pos[at] == "VERB" and extents.child(parse, at, "auxpass", "neg") is None else None


def _quoted_as_saying(parse: Parse, verb: int) -> Attribution | None:
    """ "...", one of the men is quoted as saying": who is quoted, with the words in quotation marks before."""
    if parse.lowers[verb + 1 : verb + 3] != ["as", "saying"]:
        return None
    first, who = parse.sentences[parse.sentence_of(verb)][0], extents.child(parse, verb, "nsubjpass")
    low = None if who is None else parse.subtree(who)[0]
    if who is None or low is None or low <= first or parse.words[low - 1] not in ('"', "”", "'", "’"):
        return None
    said, run = extents.trim(parse, (first, low)), extents.trim(parse, extents.runs(extents.under(parse, who))[0])
    if said is None or run is None:
        return None
    cue = parse.span(verb, verb + 3)
    return Attribution((parse.span(*run),), (cue,), (parse.span(*said),), is_direct=True, cue_lemma="say")


def _quoted(parse: Parse, verb: int, cited: int) -> Iterator[Attribution]:
    """ "40 were held, the agency quoted him as saying": the outlet around him, both telling what stands before."""
    who = extents.subject(parse, verb)
    first = parse.sentences[parse.sentence_of(verb)][0]
    if who is None or parse.words[parse.subtree(who)[0] - 1] not in (",", '"', "”"):
        return
    outlet, said = extents.trim(parse, parse.subtree(who)), extents.trim(parse, (first, parse.subtree(who)[0]))
    if outlet is None or said is None:
        return
    cue, content = parse.span(verb, verb + 1), (parse.span(*said),)
    yield Attribution((parse.span(*outlet),), (cue,), content, cue_lemma=HEAR)
    yield Attribution((parse.span(*parse.subtree(cited)),), (cue,), content, cue_lemma=CITE)


def resting(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution to the work that a known source rests what it says on: "writes on the basis of a study by X"."""
    words = language.load("en")
    for parse in parses:
        for at, lower in enumerate(parse.lowers):
            if lower not in words.grounds:
                continue
            work = next((t for t in _below(parse, at) if parse.lemmas[t] in words.works), None)
            over = None if work is None else _over(parse, at, known)
            if work is None or over is None or not over.content or over.content[-1].end > parse.starts[at]:
                continue
            run = extents.trim(parse, parse.subtree(work))
            is_known = lower == "reference" or (run is not None and any(parse.pos[t] == "PROPN" for t in range(*run)))
            if run is not None and is_known:
                yield Attribution((parse.span(*run),), (parse.span(at, at + 1),), over.content, cue_lemma=CITE)


def _below(parse: Parse, token: int) -> Iterator[int]:
    """The nouns that a ground leads to: "on the basis of a study", "based on a study"."""
    for child in parse.children[token]:
        if parse.deps[child] == "prep" and parse.lowers[child] in ("of", "on", "upon", "from", "to"):
            yield from (c for c in parse.children[child] if parse.deps[c] == "pobj")


def relaying(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution to the outlet that passes on what a source says: "a statement by X, as reported by Y, says", "a
    letter seen by Y says"."""
    words = language.load("en")
    for parse in parses:
        for verb, lemma in enumerate(parse.lemmas):
            relays = lemma in words.relaying_verbs and (lemma in words.citing_verbs or _has_as(parse, verb))
            outlet = _outlet(parse, verb) if parse.tags[verb] == "VBN" else None
            if outlet is None or not (relays or _is_seen(parse, verb, outlet)):
                continue
            char = parse.starts[verb]
            told = next((a for a in known if any(s.start <= char < s.end for s in a.source)), None)
            told = told or next((a for a in known if a.source and 0 <= char - a.source[-1].end <= LONGEST_GAP), None)
            if told is None or not told.content:
                continue
            run = extents.trim(parse, extents.runs(extents.under(parse, outlet))[0])
            if run is not None:
                first = run[0] + (parse.pos[run[0]] == "DET")
                cue = (parse.span(verb, verb + 1),) if lemma in words.citing_verbs else told.cue
                yield Attribution((parse.span(first, run[1]),), cue, told.content, cue_lemma=HEAR)


LONGEST_GAP = 3  # characters between a source and "as reported by"


def is_passed_on(parse: Parse, work: int) -> bool:
    """Whether a work is told of as one that an outlet got to see: "a memo seen by X", "a list leaked to X"."""
    below = (c for c in parse.children[work] if parse.tags[c] == "VBN" and parse.deps[c] in ("acl", "relcl"))
    return any((outlet := _outlet(parse, c)) is not None and _is_seen(parse, c, outlet) for c in below)


def _outlet(parse: Parse, verb: int) -> int | None:
    """By whom a work was seen, or to whom it was leaked."""
    words = language.load("en")
    by = extents.child(parse, verb, "agent")
    if by is None and parse.lemmas[verb] in words.leaking_verbs:
        by = next((c for c in parse.children[verb] if c > verb and parse.lowers[c] in ("to", "with")), None)
    return None if by is None else extents.child(parse, by, "pobj")


def _is_seen(parse: Parse, verb: int, outlet: int) -> bool:
    """Whether a work was seen by an outlet by name: "a reply dated 3 May and seen by Harbour News"; one that is kept
    inside also where an outlet published it ("a memo published by X")."""
    words, lemma = language.load("en"), parse.lemmas[verb]
    if not is_name(parse, outlet) or parse.deps[verb] not in ("acl", "conj", "advcl", "relcl"):
        return False
    if any(word in words.hearing_bodies for word in parse.lowers[slice(*parse.subtree(outlet))]):
        return lemma in words.seeing_verbs
    is_kept = parse.lemmas[parse.heads[verb]] in words.kept_works and lemma in words.publishing_verbs
    return lemma in words.seeing_verbs | words.leaking_verbs or is_kept


def _has_as(parse: Parse, verb: int) -> bool:
    return verb > 0 and "as" in (parse.lowers[verb - 1], *(parse.lowers[c] for c in parse.children[verb] if c < verb))


def _saying(parse: Parse, verb: int, cited: int) -> int | None:
    """The participle of "quoted the minister as saying"."""
    for head in (verb, cited):
        for child in parse.children[head]:
            if parse.lowers[child] == "as" and child > cited:
                return extents.child(parse, child, "pcomp")
    return None


def _over(parse: Parse, verb: int, known: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose cue the citing hangs on."""
    at = verb
    for _ in range(LONGEST_CLIMB):
        at = parse.heads[at]
        if (found := _at(parse, at, known)) is not None:
            return found
    return None


def _of_source(parse: Parse, verb: int, known: Sequence[Attribution]) -> Attribution | None:
    """What is said by whom a clause tells to cite another: "according to X, which cites Y, ..."."""
    char, who = parse.starts[parse.heads[verb]], extents.subject(parse, verb)
    if who is None or parse.tags[who] not in ("WDT", "WP"):
        return None
    return next((a for a in known if a.content and any(s.start <= char < s.end for s in a.source)), None)


def _at(parse: Parse, token: int, known: Sequence[Attribution]) -> Attribution | None:
    """The attribution with a source whose cue holds a token."""
    char = parse.starts[token]
    return next((a for a in known if a.source and any(s.start <= char < s.end for s in a.cue)), None)
