"""Hearing: the outlet that somebody told something, and that tells it on: "he told Harbour Radio that ...", "she said
in an interview with the Dunmore Post"."""

from collections.abc import Iterator, Sequence

from longarm.languages import discourse as language
from longarm.model.statements import Attribution
from longarm.statements.attributions import contents, extents
from longarm.statements.attributions.extents import Run
from longarm.statements.discourse.names import is_name, widen
from longarm.statements.parse import Parse
from longarm.statements.text import Part

HEAR = "told to"  # lemma of the cue of such an attribution, which stands around what the outlet was told
LONGEST_CLIMB = 3  # steps from a noun of talk to the word of saying over it
_TO = frozenset({"to", "with", "for", "by", "on"})


def hearing(parts: Sequence[Part], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution to the outlet that a known source told something, with what it told as its content."""
    for attribution in known:
        part = next((p for p in parts if attribution.cue and _holds(p.parse, attribution)), None)
        if part is None or not attribution.source or not attribution.content:
            continue
        if (teller := _teller(part.parse, attribution)) is not None:
            yield Attribution((part.parse.span(*teller),), attribution.cue, attribution.content, cue_lemma=HEAR)
            continue
        outlet = _outlet(part, attribution)
        if outlet is not None:
            span = part.parse.span(*_name(part.parse, outlet))
            yield Attribution((span,), attribution.cue, attribution.content, cue_lemma=HEAR)


def told_in_session(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution to the court or committee that is told something by nobody who is named: "the jury was told"."""
    bodies, cues = language.load("en").sessions, language.load("en").session_verbs
    for attribution in known:
        if attribution.source or not attribution.content or attribution.cue_lemma not in cues:
            continue
        cue = attribution.cue[0]
        parse = next((p for p in parses if len(p) and p.starts[0] <= cue.start < p.ends[-1]), None)
        verb = None if parse is None else parse.token_at(cue.end - 1)
        if parse is None or verb is None:
            continue
        who = extents.child(parse, verb, "nsubjpass")
        run = None if who is None else extents.trim(parse, extents.runs(extents.under(parse, who))[0])
        if who is None or run is None or parse.lemmas[who].removesuffix("s") not in bodies:
            continue
        if parse.span(*run).overlaps(attribution.content[0]):
            continue
        yield Attribution((parse.span(*run),), attribution.cue, attribution.content, cue_lemma=attribution.cue_lemma)


def _teller(parse: Parse, attribution: Attribution) -> Run | None:
    """Who tells on what somebody told her: "he told his lawyer, who told reporters, that ..."."""
    if attribution.cue_lemma not in contents.TELLING:
        return None
    verb = parse.token_at(attribution.cue[0].end - 1)
    heard = None if verb is None else extents.child(parse, verb, "dobj", "dative")
    passed = () if heard is None else (c for c in parse.children[heard] if parse.deps[c] == "relcl")
    verbs = language.load("en").speaking_verbs | language.load("en").relaying_verbs | contents.TELLING
    on = next((c for c in passed if parse.lemmas[c] in verbs and extents.child(parse, c, "ccomp") is None), None)
    who = None if on is None else extents.subject(parse, on)
    if heard is None or on is None or who is None or parse.lowers[who] not in ("who", "which"):
        return None
    return extents.trim(parse, extents.runs(extents.under(parse, heard, (on,)))[0])


def _holds(parse: Parse, attribution: Attribution) -> bool:
    return len(parse) > 0 and parse.starts[0] <= attribution.cue[0].start < parse.ends[-1]


def _outlet(part: Part, attribution: Attribution) -> int | None:
    parse, cue = part.parse, attribution.cue[0]
    verb = next(
        (t for t in range(len(parse)) if cue.start <= parse.starts[t] < cue.end and parse.pos[t] == "VERB"), None
    )
    if verb is None:
        return None
    told = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "dative") and parse.lemmas[verb] == "tell"]
    for token in (*told, *_talks(parse, verb)):
        described = _described(parse, token)
        if described is not None or _tells_on(part, token, attribution):
            return token if described is None else described
    return None


def _talks(parse: Parse, verb: int) -> Iterator[int]:
    """Whom a talk was given to: "said in an interview with X", "speaking to X, she said"."""
    words = language.load("en")
    for child in parse.children[verb]:
        lemma = parse.lemmas[child]
        if parse.deps[child] == "prep" and parse.lowers[child] in ("in", "during", "through"):
            talk = extents.child(parse, child, "pobj")
            if talk is not None and parse.lemmas[talk] in words.talks:
                yield from _under(parse, talk)
        if parse.deps[child] == "advcl" and parse.tags[child] == "VBG" and lemma in words.speaking_verbs:
            yield from _under(parse, child)
    if parse.lemmas[verb] in words.speaking_verbs:
        yield from _under(parse, verb, frozenset({"to", "with"}))


def _under(parse: Parse, token: int, by: frozenset[str] = _TO) -> Iterator[int]:
    for child in parse.children[token]:
        if parse.deps[child] in ("prep", "dative", "agent") and parse.lowers[child] in by:
            heard = extents.child(parse, child, "pobj")
            if heard is not None:
                yield heard
        elif parse.deps[child] == "acl" and parse.tags[child] == "VBN":
            yield from _under(parse, child)  # "an interview published by X"


def _described(parse: Parse, token: int) -> int | None:
    """The outlet that "the newspaper X" names, or "the newspaper" itself, which was named before."""
    if parse.lemmas[token] not in language.load("en").generic_organisations or parse.pos[token] != "NOUN":
        return None
    named = next((c for c in parse.children[token] if parse.deps[c] == "appos" and is_name(parse, c)), None)
    is_known = any(parse.lowers[c] == "the" for c in parse.children[token])
    return named if named is not None else token if is_known else None


def _name(parse: Parse, token: int) -> tuple[int, int]:
    """The name of an organisation that a token stands in, as the parser has it, else as the grammar does."""
    whole = next((e for e in parse.entities if e[2] == "ORG" and e[0] <= token < e[1]), None)
    if whole is None:
        return widen(parse, token)
    return whole[0] + (parse.pos[whole[0]] == "DET"), whole[1]


def _tells_on(part: Part, token: int, attribution: Attribution) -> bool:
    """Whether somebody told is an outlet or a group by name: no person, place or state, and no body in session."""
    parse = part.parse
    if not is_name(parse, token) or any(parse.lowers[c] == "our" for c in parse.children[token]):
        return False
    first, last = _name(parse, token)
    start, end = parse.starts[first], parse.ends[last - 1]
    if any(span.start < end and start < span.end for span in (*attribution.source, *attribution.content)):
        return False
    if any(word in language.load("en").hearing_bodies for word in parse.lowers[first:last]):
        return False
    named = (*(m.span for m in part.people), *(t.span for t in part.toponyms))
    if any(span.start <= start and end <= span.end for span in named):
        return False
    is_person = last - first == 1 and any(label == "PERSON" and a <= first < b for a, b, label in parse.entities)
    return not is_person or any(parse.lowers[c] == "the" for c in parse.children[token])
