"""Findings: a party is the source of what it counted or found, though no word of saying stands there."""

from collections.abc import Iterator, Sequence

from longarm.codebook.assessments import assessments
from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.clauses import subject
from longarm.statements.discourse.names import is_name, is_place, keeper
from longarm.statements.parse import Parse


def findings(parses: Sequence[Parse], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for every "X counted ..." whose X is a named party or a work, where none is known there yet.

    A state or a place that "finds" is no source here: who speaks for it has a word of saying.
    """
    words = language.load("en")
    cues = [span for attribution in known if _is_clause(parses, attribution) for span in attribution.cue]
    told = [span for attribution in known if attribution.source for span in attribution.content]
    for parse in parses:
        for verb, lemma in enumerate(parse.lemmas):
            if lemma not in words.finding_verbs or parse.pos[verb] != "VERB" or _is_within(parse.starts[verb], cues):
                continue
            found = _finding(parse, verb, words)
            if found is not None and not (_is_unnamed(found) and _is_within(parse.starts[verb], told)):
                yield found


def _is_within(char: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= char < span.end for span in spans)


def _is_unnamed(finding: Attribution) -> bool:
    """Whether the source is some inquiry or other, which is no voice inside what somebody tells of it."""
    return finding.source[0].words.lower().split()[0] in ("a", "an", "its", "their", "his", "her", "no", "any")


def _is_clause(parses: Sequence[Parse], attribution: Attribution) -> bool:
    """Whether the content is a clause of its own, or broken: then it is whole as it is."""
    if len(attribution.content) != 1:
        return True
    content = attribution.content[0]
    for parse in parses:
        if len(parse) and parse.starts[0] <= content.start < parse.ends[-1]:
            return any(
                dep in ("nsubj", "nsubjpass", "expl") and content.start <= parse.starts[t] < content.end
                for t, dep in enumerate(parse.deps)
            )
    return True


def _finding(parse: Parse, verb: int, words: language.DiscourseWords) -> Attribution | None:
    if any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[verb]):
        return None
    is_negated = any(parse.deps[child] == "neg" for child in parse.children[verb])
    if is_negated and not _finds_proof(parse, verb, words):
        return None
    who = subject(parse, verb)
    if who is not None and parse.tags[who] in ("WDT", "WP") and parse.deps[verb] == "relcl":
        who = parse.heads[verb]
    is_put = parse.lemmas[verb] == "put"  # which only words can do with a number, whosever they are
    if is_put and not _has_number(parse, verb):
        return None
    if who is None or not (is_put or _is_party(parse, who, words) or _is_crowd(parse, who, verb, words)):
        return None
    content = [
        parse.span(*parse.subtree(child))
        for child in parse.children[verb]
        if child > verb and parse.deps[child] in ("dobj", "obj", "ccomp")
    ]
    if not content:
        return None
    last = max(parse.subtree(child)[1] for child in parse.children[verb] if parse.deps[child] not in ("conj", "cc"))
    whole = parse.chars(content[0].start, max(content[-1].end, parse.ends[last - 1]))
    low, high = parse.subtree(who)
    name = parse.span(low, min(high, who + 1))
    return Attribution(
        source=(name,),
        cue=(parse.span(verb, verb + 1),),
        content=(whole,),
        attitude="denies" if is_negated else "asserts",
        cue_lemma=parse.lemmas[verb],
    )


def _finds_proof(parse: Parse, verb: int, words: language.DiscourseWords) -> bool:
    """Whether what was looked for is a proof: that none was found is found too ("had not found evidence of")."""
    return any(parse.deps[c] in ("dobj", "obj") and parse.lemmas[c] in words.proofs for c in parse.children[verb])


def _has_number(parse: Parse, verb: int) -> bool:
    """Whether a verb puts a number at something: "put the total at 40", but not "put 40 names on a list"."""
    placed = [c for c in range(*parse.subtree(verb)) if parse.lowers[c] == "at" and parse.deps[c] == "prep"]
    numbers = (token for at in placed for token in range(*parse.subtree(at)))
    return any(parse.tags[token] == "CD" or any(c.isdigit() for c in parse.words[token]) for token in numbers)


def _is_crowd(parse: Parse, who: int, verb: int, words: language.DiscourseWords) -> bool:
    """Whether several who are not named tell what only words can: "officials have found no proof"."""
    if parse.tags[who] != "NNS":
        return False
    is_negated = any(parse.deps[child] == "neg" for child in parse.children[verb])
    return is_negated and parse.lemmas[who] in words.organisations


def _is_party(parse: Parse, who: int, words: language.DiscourseWords) -> bool:
    if is_name(parse, who):
        return not is_place(parse, who) and parse.words[who][0].isupper()
    lemma = parse.lemmas[who]
    if lemma in words.referring_works or (lemma in words.records and keeper(parse, who) is not None):
        return True
    named = any(parse.deps[child] == "appos" and is_name(parse, child) for child in parse.children[who])
    definite = any(
        parse.lowers[child] in ("the", "this") for child in parse.children[who] if parse.deps[child] == "det"
    )
    if (
        (lemma in assessments().authorities or lemma in words.charging_offices)
        and parse.tags[who] in ("NNS", "NN")
        and not definite
    ):
        return lemma == "police" or parse.tags[who] == "NNS"
    if lemma in words.inquirers:
        return parse.tags[who] == "NNS" or named
    return lemma in words.organisations and (named or definite)
