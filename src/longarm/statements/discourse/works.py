"""Works: reports, filings and statements that a text names, with their titles and parties."""

import re
from collections.abc import Sequence

from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.discourse import titles
from longarm.statements.discourse.citing import is_passed_on
from longarm.statements.discourse.named import Discourse, Work
from longarm.statements.discourse.names import head_of, is_name, is_place, name, object_name, widen
from longarm.statements.parse import Parse


def works(parse: Parse, attributions: Sequence[Attribution]) -> list[Work]:
    """The works that a passage names: with a title, a party, or as what "the report" refers back to."""
    words = language.load("en")
    found = []
    for token, lemma in enumerate(parse.lemmas):
        if lemma not in words.works or parse.pos[token] not in ("NOUN", "PROPN") or _in_organisation(parse, token):
            continue
        title = titles.behind(parse, token)
        party = _party_of_work(parse, token, words)
        if not (title or party or lemma in words.referring_works):
            continue
        span = parse.span(token, token + 1)
        party = proper(party or _speaker(span, attributions, parse))
        owned = any(parse.deps[c] == "poss" and parse.tags[c] != "PRP$" for c in parse.children[token])
        is_new = lemma in words.given_out and (
            owned or any(parse.lowers[c] in ("a", "an") for c in parse.children[token])
        )
        found.append(Work(span.start, lemma, title.words if title else "", party, title or span, is_new))
    return sorted((*found, *_of_pronoun(parse, words)), key=lambda work: work.start)


def proper(party: str) -> str:
    """A party without the words of news before it ("New EU", "Latest Harbour Watch"); empty where it is none: an
    office or a kind of work alone ("Spokesperson", "Interviews"), or the name of a file."""
    words, told = language.load("en"), party.split()
    while told and told[0].lower() in words.newness and (told[0] != "New" or (len(told) == 2 and told[1].isupper())):
        told = told[1:]
    if owner := _ACRONYMS_OWN.match(" ".join(told)):
        return owner[1]  # "ICIJ’s China Targets" is ICIJ's work by its title
    own = {word.lower() for word in told} | {word.lower().removesuffix("s") for word in told}
    is_kind = len(told) == 1 and not own.isdisjoint(words.works | words.spokespersons | words.talks)
    return "" if is_kind or _FILE.search(party) else " ".join(told)


_ACRONYMS_OWN = re.compile("([A-Z]{2,6})['’]s [A-Z]")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|html?|csv|txt|jpe?g|png|zip|pptx?|md)\b|\w_\w", re.I)


def _in_organisation(parse: Parse, token: int) -> bool:
    """Whether the noun is part of a name: "The New York Post"."""
    return parse.pos[token] == "PROPN" and any(
        first <= token < last and last - first > 1 and label == "ORG" for first, last, label in parse.entities
    )


def _party_of_work(parse: Parse, token: int, words: language.DiscourseWords) -> str:
    """Who answers for a work: "X's report", "an X report", "a report by|from X", "published by X in a report"."""
    for child in parse.children[token]:
        dep = parse.deps[child]
        if dep == "poss" and parse.lowers[child] == "its" and (owner := _subject_before(parse, child)):
            return owner
        if dep in ("poss", "compound", "nmod") and is_name(parse, child):
            if dep != "poss" and is_place(parse, child):
                continue  # "a US indictment": not the state's own words
            return parse.span(*widen(parse, child)).words
        if dep == "prep" and parse.lowers[child] in ("by", "from", "of"):
            party = object_name(parse, child)
            if party and (parse.lowers[child] != "of" or _is_body(parse, child, words)):
                return party
        if dep in ("acl", "relcl") and parse.lemmas[child] not in words.seeing_verbs and not is_passed_on(parse, token):
            for below in parse.children[child]:
                if parse.deps[below] == "agent" and (party := object_name(parse, below)):
                    return party
                publishes = parse.lemmas[child] in words.publishing_verbs and parse.deps[below] == "nsubj"
                if publishes and (party := name(parse, below)):
                    return party
    return (
        _publisher(parse, token, words)
        or _clause_party(parse, token, words)
        or _maker(parse, token)
        or _set_beside(parse, token)
    )


def _set_beside(parse: Parse, token: int) -> str:
    """The party of "the report, by X, ...", "the report (by X)", "two reports by X", wherever the parser hangs it."""
    by = token + (2 if parse.words[token + 1 : token + 2] in ([","], ["("]) else 1)
    return object_name(parse, by) if by + 1 < len(parse) and parse.lowers[by] == "by" else ""


def _maker(parse: Parse, token: int) -> str:
    """The party of "the paper is by X"."""
    verb = parse.heads[token]
    if parse.deps[token] != "nsubj" or parse.lemmas[verb] != "be":
        return ""
    by = next((c for c in parse.children[verb] if parse.lowers[c] == "by"), None)
    return "" if by is None else object_name(parse, by)


def _is_body(parse: Parse, preposition: int, words: language.DiscourseWords) -> bool:
    """Whether a work is said to be of a body: "a report of the association Far Shore", "a report of Access Now"."""
    of = next((c for c in parse.children[preposition] if parse.deps[c] == "pobj"), None)
    if of is None:
        return False
    if any(first <= of < last and label == "ORG" for first, last, label in parse.entities):
        return True
    return parse.pos[of] == "NOUN" and parse.lemmas[of] in words.organisations


def _subject_before(parse: Parse, token: int) -> str:
    """The body whose "its report" is, by name: the subject of the sentence ("X fears it, its report says")."""
    first, _ = parse.sentences[parse.sentence_of(token)]
    subjects = (t for t in range(first, token) if parse.deps[t] == "nsubj" and not is_place(parse, t))
    return next((found for t in subjects if (found := name(parse, t))), "")


def _clause_party(parse: Parse, token: int, words: language.DiscourseWords) -> str:
    """Who publishes in a relative clause that the parser did not see: "a report that the watchdog X published"."""
    if token + 1 >= len(parse) or parse.lowers[token + 1] not in ("that", "which"):
        return ""
    for verb in range(token + 2, parse.subtree(token)[1]):
        if parse.lemmas[verb] in words.publishing_verbs and parse.deps[verb] == "relcl":
            subject = next((c for c in parse.children[verb] if parse.deps[c] == "nsubj"), None)
            return name(parse, subject) or "" if subject is not None else ""
    return ""


def _publisher(parse: Parse, token: int, words: language.DiscourseWords) -> str:
    """The party of the verb of publishing that a work hangs on."""
    at = token
    for _ in range(4):
        if parse.deps[at] == "prep" and parse.lowers[parse.heads[at]] in words.reacting:
            return ""  # "in response to the indictment, X issued a statement"
        at = parse.heads[at]
        if parse.pos[at] == "VERB":
            break
    beside = (c for c in parse.children[at] if parse.deps[c] == "conj" and parse.tags[c] == "VBN")
    for verb in beside if parse.deps[token] == "nsubjpass" else ():  # "was paid for by X and written by Y"
        by = extents.child(parse, verb, "agent") if parse.lemmas[verb] in words.publishing_verbs else None
        if by is not None and (party := object_name(parse, by)):
            return party
    if parse.lemmas[at] not in words.publishing_verbs | words.declaring_verbs:
        return ""
    passive = any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[at])
    for child in parse.children[at]:
        if parse.deps[child] == "agent" and (party := object_name(parse, child)):
            return party
        placed = parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] == "in"
        publishes = parse.lemmas[at] in words.publishing_verbs or placed
        if not passive and publishes and parse.deps[child] == "nsubj" and (found := name(parse, child)):
            return found
    return ""


def _speaker(span: Span, attributions: Sequence[Attribution], parse: Parse) -> str:
    """The named source of the attribution that has this work as the place of its words."""
    for attribution in attributions:
        if attribution.work and attribution.work.overlaps(span) and attribution.source:
            source = attribution.source[-1]
            if source.overlaps(span):
                continue
            head = head_of(parse, source.start, source.end)
            if head is not None and is_name(parse, head):
                return parse.span(*widen(parse, head)).words
    return ""


def join(discourse: Discourse) -> None:
    """ "The report" after "a report by X" is X's report; a title given later is the title of the one work so named."""
    last: dict[str, Work] = {}
    titled = {work.title: work.party for work in discourse.works if work.title and work.party}
    for work in discourse.works:
        work.title = work.title or (work.party if work.party in titled else "")
        work.party = titled.get(work.party, work.party)  # "the Distant Arms investigation" is of whose it was before
    for number, work in enumerate(discourse.works):
        if not work.kind and number and not discourse.works[number - 1].party:
            discourse.works[number - 1].party = work.party
    discourse.works[:] = [work for work in discourse.works if work.kind]
    for work in discourse.works:
        before = last.get(work.kind)
        if before and not (work.title and before.title and work.title != before.title):
            if not work.party and not work.is_new:
                work.party = before.party
            if work.party == before.party:
                work.title = work.title or before.title
        last[work.kind] = work
    _fill_parties(discourse)
    later: dict[tuple[str, str], str] = {}
    for work in reversed(discourse.works):
        key = (work.kind, work.party)
        if work.title:
            later[key] = work.title
        elif work.party:
            work.title = later.get(key, "")


def _fill_parties(discourse: Discourse) -> None:
    """A work that is named before its party ("a new report reveals ... It was published by X") is of that party, where
    the text has one party for works of its kind."""
    for kind in {work.kind for work in discourse.works}:
        own = [work for work in discourse.works if work.kind == kind]
        parties = {work.party for work in own if work.party}
        titles = {work.title for work in own if work.title}
        if len(parties) != 1 or len(titles) > 1:
            continue
        for work in (work for work in own if not work.is_new):
            work.party = work.party or next(iter(parties))


def _of_pronoun(parse: Parse, words: language.DiscourseWords) -> list[Work]:
    """ "It was published by X": a work without a kind, which is that of the work named before."""
    found = []
    for verb, lemma in enumerate(parse.lemmas):
        if lemma not in words.publishing_verbs or parse.tags[verb] != "VBN":
            continue
        subject = _subject(parse, verb)
        party = next((object_name(parse, c) for c in parse.children[verb] if parse.deps[c] == "agent"), "")
        if party and subject is not None and parse.lowers[subject] == "it":
            found.append(Work(parse.starts[subject], "", "", party, None))
    return found


def _subject(parse: Parse, verb: int) -> int | None:
    at = parse.heads[verb] if parse.deps[verb] == "conj" else verb
    return next((c for v in (verb, at) for c in parse.children[v] if parse.deps[c] in ("nsubjpass", "nsubj")), None)
