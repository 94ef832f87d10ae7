"""The declared source: where the opening of a text says that its matter comes from."""

from collections.abc import Sequence

from longarm.languages import discourse as language
from longarm.model.documents import Passage
from longarm.model.statements import Attribution, DeclaredSource
from longarm.statements.discourse.named import Discourse, Work
from longarm.statements.discourse.names import object_name
from longarm.statements.parse import Parse


def declared(
    parses: Sequence[Parse], passages: Sequence[Passage], attributions: Sequence[Attribution], discourse: Discourse
) -> DeclaredSource | None:
    """The source that the opening of a text declares for what it tells, or None."""
    words = language.load("en")
    body = [
        parse for parse, passage in zip(parses, passages, strict=True) if passage.kind not in ("headline", "caption")
    ]
    for number, parse in enumerate(body[: words.declaring_passages]):
        found = _details_published(parse, words, discourse) or _work_published(parse, words, discourse)
        if found is None and number < 2:
            found = _according_to_work(parse, attributions, words, discourse)
        if found:
            return found
    return None


def _details_published(parse: Parse, words: language.DiscourseWords, discourse: Discourse) -> DeclaredSource | None:
    """ "The details were published by X in a report", "the findings come from a report by X"."""
    for verb, lemma in enumerate(parse.lemmas):
        if lemma not in words.declaring_verbs or parse.pos[verb] != "VERB":
            continue
        subjects = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")]
        if not any(parse.lemmas[subject] in words.declaring_nouns for subject in subjects):
            continue
        party = ""
        for child in parse.children[verb]:
            if parse.deps[child] == "agent" or (parse.deps[child] == "prep" and parse.lowers[child] in ("by", "from")):
                party = party or object_name(parse, child)
        low, high = parse.subtree(verb)
        start, end = parse.starts[low], parse.ends[high - 1]
        work = next((w for w in discourse.works if start <= w.start < end), None)
        if work is None and not party:
            continue
        return _declare(parse, verb, party or (work.party if work else ""), work, (start, end))
    return None


def _work_published(parse: Parse, words: language.DiscourseWords, discourse: Discourse) -> DeclaredSource | None:
    """ "X has published a report on ...": a work is the object of a verb of publishing with a named subject."""
    for work in discourse.works:
        token = parse.token_at(work.start) if parse.starts and parse.starts[0] <= work.start < parse.ends[-1] else None
        if token is None or not work.party:
            continue
        verb = parse.heads[token]
        if (
            parse.deps[token] in ("dobj", "obj", "nsubjpass")
            and parse.lemmas[verb] in words.publishing_verbs
            and parse.pos[verb] == "VERB"
        ):
            low, high = parse.subtree(verb)
            return _declare(parse, verb, work.party, work, (parse.starts[low], parse.ends[high - 1]))
    return None


def _according_to_work(
    parse: Parse, attributions: Sequence[Attribution], words: language.DiscourseWords, discourse: Discourse
) -> DeclaredSource | None:
    """The opening puts its own assertion on a work of a named party: "according to a report by X"."""
    if not len(parse):
        return None
    for attribution in attributions:
        if not attribution.source or not parse.starts[0] <= attribution.source[0].start < parse.ends[-1]:
            continue
        for work in discourse.works:
            if work.kind not in words.declaring_works:
                continue
            inside = any(span.start <= work.start < span.end for span in attribution.source)
            if (
                inside or (attribution.work and attribution.work.start <= work.start < attribution.work.end)
            ) and work.party:
                cue = attribution.cue[0] if attribution.cue else attribution.source[0]
                return DeclaredSource(work.party, work.title or work.kind, attribution.source[0], cue, work.title)
    return None


def _declare(parse: Parse, verb: int, party: str, work: Work | None, within: tuple[int, int]) -> DeclaredSource | None:
    title = work.title if work else ""
    if not party:
        return None
    at = parse.text.find(party, max(0, within[0] - parse.offset))
    at = parse.text.find(party) if at < 0 else at
    mention = parse.chars(parse.offset + at, parse.offset + at + len(party)) if at >= 0 else parse.span(verb, verb + 1)
    described = title or (work.kind if work else "")
    return DeclaredSource(party, described, mention, parse.span(verb, verb + 1), title)
