"""Allegations: words by which somebody alleges, without saying who: "allegedly", "is believed to", "was accused of"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.languages import stance as stance_language
from longarm.model.statements import Attribution, Voice
from longarm.statements.attributions import extents
from longarm.statements.discourse.speech import Speech
from longarm.statements.parse import Parse

ALLEGED = "alleged"
_HEARSAY = frozenset({"alleged", "possible", "reported"})  # hedges of what is said, believed or alleged


def allegations(parses: Sequence[Parse], known: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """What is alleged, told or believed by nobody who is named with it, in text order."""
    told = [a for a in known if not a.source and a.attitude == "asserts" and _is_hearsay(a)]
    found = [*(_whole(parses, a) for a in told), *(a for parse in parses for a in _adverbs(parse))]
    return tuple(sorted(found, key=lambda a: a.cue[0].start))


def _is_hearsay(attribution: Attribution) -> bool:
    """Whether words say that something is held or alleged by nobody in particular: "is said to", "fears that"."""
    if attribution.is_passive:
        return attribution.hedge in _HEARSAY or attribution.cue_lemma in language.load("en").holding_verbs
    is_noun = attribution.cue_lemma in attributions.load("en").nouns
    is_clause = bool(attribution.content) and attribution.content[0].words.lower().startswith("that ")
    is_told = attribution.hedge in _HEARSAY or attribution.cue_lemma in language.load("en").tidings
    return is_noun and is_told and (is_clause or attribution.cue_lemma in language.load("en").tidings)


def _adverbs(parse: Parse) -> Iterator[Attribution]:
    """ "Agents allegedly followed him": the clause of the verb that the adverb stands with."""
    kinds = stance_language.load("en").adverbs
    words = language.load("en").telling_adverbs
    for token, lower in enumerate(parse.lowers):
        if lower not in words or parse.heads[token] == token:
            continue
        verb = parse.heads[token]
        apart = [child for child in parse.children[verb] if _is_apart(parse, child)]
        apart += [t for t in range(len(parse)) if extents.is_aside(parse, t)]  # which the author tells
        runs = extents.runs(extents.under(parse, verb, apart))
        content = tuple(parse.span(*run) for run in runs)
        yield Attribution((), (parse.span(token, token + 1),), content, cue_lemma=lower, hedge=kinds.get(lower, ""))


def _whole(parses: Sequence[Parse], allegation: Attribution) -> Attribution:
    """A passive with all of its clause as content, also what the parse has parted from it."""
    cue = allegation.cue[0]
    for parse in parses:
        if not len(parse) or not parse.starts[0] <= cue.start < parse.ends[-1]:
            continue
        verb = next(
            (t for t in range(len(parse)) if cue.start <= parse.starts[t] < cue.end and parse.pos[t] == "VERB"), None
        )
        if verb is not None:
            apart = [child for child in parse.children[verb] if _is_apart(parse, child)]
            apart += [t for t in range(len(parse)) if extents.is_aside(parse, t)]  # which the author tells
            runs = extents.runs(extents.under(parse, verb, apart))
            return replace(allegation, content=(*allegation.content, *(parse.span(*run) for run in runs)))
    return allegation


def _is_apart(parse: Parse, child: int) -> bool:
    """Whether a branch of the verb asserts something of its own: a clause with its own subject, or beside this one."""
    has_subject = extents.subject(parse, child) is not None
    return (
        parse.deps[child] == "parataxis"
        or (parse.deps[child] in ("conj", "advcl", "ccomp") and has_subject and child < parse.heads[child])
        or (parse.deps[child] in ("conj", "advcl") and has_subject)
    )


def accusers(speeches: Sequence[Speech], charges: Sequence[Attribution]) -> tuple[tuple[int, Voice], ...]:
    """Who accuses in a text of a case, and where: whoever charges somebody, and prosecutors wherever they speak."""
    offices = language.load("en").charging_offices
    found = []
    for speech in speeches:
        source = speech.attribution.source
        spoken = source[-1].words.lower().split() if source else ()
        is_office = any(word in offices or word.rstrip("s") in offices for word in spoken)
        is_office = is_office or speech.attribution.cue_lemma in language.load("en").charging_verbs
        if speech.name and (is_office or speech.attribution in charges):
            found.append((speech.attribution.cue[0].start, speech.voice("carried")))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def voice(allegation: Attribution, near: Speech | None, accusing: Sequence[tuple[int, Voice]]) -> Voice:
    """Who alleges: for "allegedly" whoever spoke right before, else who accuses in the text (the last before it, else
    the first); for what is believed, reported or said, and where nobody accuses, an unnamed voice."""
    cue, words = allegation.cue[0], language.load("en")
    told = words.telling_adverbs.get(allegation.cue_lemma) or _participle(allegation)
    if told == ALLEGED and near is not None:
        return replace(near.voice("carried"), attitude="asserts", cue=cue)
    if told == ALLEGED and accusing:
        before = [accuser for start, accuser in accusing if start < cue.start]
        return replace(before[-1] if before else accusing[0][1], attitude="asserts", cue=cue)
    return Voice(f'{words.unnamed} ("{_said(allegation)}")', "", None, cue, "implied")


def _said(allegation: Attribution) -> str:
    """The words of the text that allege, as they stand within a sentence: "are believed to", "allegations"."""
    first, *rest = allegation.cue[0].words.split()
    said = [*([] if rest and first.lower() in ("a", "an", "the") else [first.lower()]), *rest]
    is_to = allegation.is_passive and any(span.words.startswith("to ") for span in allegation.content)
    return " ".join([*said, "to"] if is_to else said)


def _participle(allegation: Attribution) -> str:
    """The participle in the words of a passive: "accused" of "has been accused of"."""
    words = allegation.cue[0].words.lower().split()
    return next((word for word in words if word[:3] == allegation.cue_lemma[:3]), words[-1])
