"""Charges: who charges somebody is the source of what the charge says, though no word of saying stands there."""

from collections.abc import Iterator, Sequence

from longarm.languages import discourse as language
from longarm.languages import stance as stance_language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.clauses import is_passive
from longarm.statements.parse import Parse

_BRANCHES_APART = frozenset({"conj", "cc", "parataxis"})


def charges(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "X was charged with ..." and "a complaint was filed against ..." of the author's own.

    Its source is the office that charges, where the sentence names it ("by the court of Dunmore"), else prosecutors
    named elsewhere in the text; none where the text names none, and no attribution where nobody is charged.
    What somebody else tells of charges stays theirs.
    """
    words = language.load("en")
    told = [span for attribution in known if attribution.source for span in (*attribution.content, *attribution.cue)]
    for parse in parses:
        for verb in range(len(parse)):
            if not _charges(parse, verb, words) or _is_negated(parse, verb):
                continue
            cue = parse.span(verb, verb + 1)
            if any(span.start <= cue.start < span.end for span in told):
                continue
            source = _subject(parse, verb, words) or _office(parses, cue.start, words)
            yield Attribution(
                source=(source,) if source else (),
                cue=(cue,),
                content=_content(parse, verb),
                cue_lemma=parse.lemmas[verb],
                is_passive=True,
            )


def _charges(parse: Parse, verb: int, words: language.DiscourseWords) -> bool:
    """Whether a verb tells that somebody is charged, or whom an office charges."""
    if parse.pos[verb] not in ("VERB", "AUX"):
        return False
    lemma = parse.lemmas[verb]
    if _subject(parse, verb, words) is not None:
        charges = lemma in words.charging_verbs and extents.child(parse, verb, "dobj", "obj") is not None
        return charges or (lemma in words.bringing_verbs and _has(parse, verb, ("dobj", "obj"), words.charge_nouns))
    if lemma in words.charging_verbs:
        return _is_passive(parse, verb) or (parse.tags[verb] == "VBN" and parse.deps[verb] == "acl")
    if lemma in words.bringing_verbs and is_passive(parse, verb):
        return _has(parse, verb, ("nsubjpass",), words.charge_nouns)
    return lemma == "face" and _has(parse, verb, ("dobj", "obj"), words.charge_nouns)


def _is_negated(parse: Parse, verb: int) -> bool:
    """Whether no charge is brought, which nobody charges: "no charges were filed", "was not charged"."""
    negations = stance_language.load("en").negations
    parts = [c for c in parse.children[verb] if parse.deps[c] in ("neg", "nsubj", "nsubjpass", "dobj", "advmod")]
    return any(parse.lowers[t] in negations for part in parts for t in (part, *parse.children[part]))


def _is_passive(parse: Parse, verb: int) -> bool:
    """Whether a verb is passive, itself or with what it is joined to ("are said to be spies and charged with")."""
    if is_passive(parse, verb):
        return True
    over = parse.heads[verb]
    joined = parse.deps[verb] == "conj" and parse.tags[verb] == "VBN" and extents.subject(parse, verb) is None
    return joined and (is_passive(parse, over) or is_passive(parse, parse.heads[over]))


def _has(parse: Parse, verb: int, deps: tuple[str, ...], lemmas: frozenset[str]) -> bool:
    return any(parse.deps[c] in deps and parse.lemmas[c] in lemmas for c in parse.children[verb])


def _content(parse: Parse, verb: int) -> tuple[Span, ...]:
    """The clause of the verb, without clauses joined to it."""
    apart = [child for child in parse.children[verb] if parse.deps[child] in _BRANCHES_APART]
    runs = (extents.trim(parse, run) for run in extents.runs(extents.under(parse, verb, apart)))
    return tuple(parse.span(*run) for run in runs if run is not None)


def _subject(parse: Parse, verb: int, words: language.DiscourseWords) -> Span | None:
    """The office that is the subject of an active verb of charging."""
    token = extents.subject(parse, verb)
    if token is None or is_passive(parse, verb) or parse.lemmas[token] not in words.charging_offices:
        return None
    return parse.span(*_noun(parse, token))


def _office(parses: Sequence[Parse], char: int, words: language.DiscourseWords) -> Span | None:
    """Prosecutors whom the text names: the last before a character, else the first after it."""
    found = [
        parse.span(*_noun(parse, token))
        for parse in parses
        for token, lemma in enumerate(parse.lemmas)
        if lemma in words.charging_offices and parse.tags[token] in ("NNS", "NN") and _is_many(parse, token)
    ]
    before = [span for span in found if span.start < char]
    return before[-1] if before else next(iter(found), None)


def _is_many(parse: Parse, token: int) -> bool:
    """Prosecutors as an office, rather than a person who is one."""
    return parse.tags[token] == "NNS" or parse.lemmas[token] == "prosecution"


def _noun(parse: Parse, token: int) -> tuple[int, int]:
    first = min((c for c in parse.children[token] if parse.deps[c] in ("amod", "compound", "nmod")), default=token)
    return min(first, token), token + 1
