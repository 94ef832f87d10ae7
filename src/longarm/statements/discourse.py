"""Discourse: the parties and works a text has named, what refers back to them, and the source it declares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from longarm.languages import discourse as language
from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.model.statements import Attribution, CitedWork, DeclaredSource, PersonMention
from longarm.statements.parse import Parse

_TITLE_WORDS = frozenset("a an and as at by for from in into of on or over the to under with".split())  # noqa: SIM905
_BEFORE_TITLE = frozenset(
    ", : ( is was be been published released issued under the title recent its it has which that".split()  # noqa: SIM905
)
_QUOTE = re.compile("[\"“”‘’'«„]|``")
LONGEST_TITLE = 16  # words


@dataclass(slots=True)
class Party:
    """A party named in the text: its best name, the character where it first stands, and what kind of thing it is."""

    name: str
    start: int
    kind: str  # organisation, person, other


@dataclass(slots=True)
class Work:
    """A work named in the text; title and party are filled as the text tells more."""

    start: int
    kind: str
    title: str = ""
    party: str = ""
    span: Span | None = None


@dataclass(slots=True)
class Discourse:
    """What a text has named, in text order."""

    parties: list[Party] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)

    def party_before(self, char: int, kind: str) -> Party | None:
        """The party of that kind named last before a character."""
        before = [party for party in self.parties if party.start < char and kind in (party.kind, "any")]
        return max(before, key=lambda party: party.start, default=None)

    def work_at(self, char: int, kind: str = "") -> Work | None:
        """The work that "the report" at a character stands for: the last one before it, else the first after it."""
        named = [work for work in self.works if not kind or work.kind == kind]
        before = [work for work in named if work.start <= char]
        if before:
            with_party = [work for work in before if work.party or work.title]
            return (with_party or before)[-1]
        return named[0] if named else None

    def work_of(self, party: str, kind: str = "") -> Work | None:
        """The one work of a party, or None where it has none or several."""
        found = [work for work in self.works if work.party == party and (not kind or work.kind == kind)]
        titles = {work.title for work in found if work.title}
        if len(titles) > 1:
            return None
        return next((work for work in found if work.title), found[0] if found else None)


def survey(parses: Sequence[Parse], attributions: Sequence[Attribution], people: Sequence[PersonMention]) -> Discourse:
    """The parties and works that a text names."""
    discourse = Discourse()
    persons = {(mention.span.start, mention.span.end) for mention in people}
    speaking = {(span.start, span.end) for attribution in attributions for span in attribution.source}
    for parse in parses:
        discourse.parties.extend(_parties(parse, persons, speaking))
        discourse.works.extend(_works(parse, attributions))
    _join_works(discourse)
    return discourse


def _parties(parse: Parse, persons: set[tuple[int, int]], speaking: set[tuple[int, int]]) -> list[Party]:
    found = []
    taken: set[int] = set()
    for first, last, label in parse.entities:
        if label not in ("ORG", "PERSON", "GPE", "NORP"):
            continue
        span = parse.span(first, last)
        if label == "PERSON" or any(start <= span.start < end for start, end in persons):
            kind = "person" if any(start <= span.start < end for start, end in persons) else "organisation"
        elif label == "ORG":
            kind = "organisation"
        else:
            kind = "other"
        head = head_of(parse, span.start, span.end)
        start, end = widen(parse, head if head is not None else last - 1)
        if kind == "organisation":
            name = parse.span(start, end).words
            found.append(Party(name, span.start, kind))
            taken.update(range(start, end))
        elif kind == "person":
            found.append(Party(span.words, span.start, kind))
    for low, high in speaking:
        token = parse.token_at(low)
        if token is None or not parse.starts[0] <= low < parse.ends[-1]:
            continue
        head = head_of(parse, low, high)
        if head is not None and is_name(parse, head) and head not in taken and not _is_place(parse, head):
            start, end = widen(parse, head)
            span = parse.span(start, end)
            kind = "person" if any(a <= span.start < b or a < span.end <= b for a, b in persons) else "organisation"
            found.append(Party(span.words, span.start, kind))
    return sorted(found, key=lambda party: party.start)


def _is_place(parse: Parse, token: int) -> bool:
    return any(first <= token < last and label in ("GPE", "LOC", "NORP") for first, last, label in parse.entities)


def is_name(parse: Parse, token: int) -> bool:
    """Whether a token heads a name: a proper noun, or a capitalised plural over proper nouns ("Reef Defenders")."""
    if parse.pos[token] == "PROPN":
        return True
    return (
        parse.pos[token] == "NOUN"
        and parse.words[token][0].isupper()
        and any(parse.deps[c] == "compound" and parse.pos[c] == "PROPN" for c in parse.children[token])
    )


def head_of(parse: Parse, start: int, end: int) -> int | None:
    """The token of a stretch of characters that hangs on something outside it; a name where there are several."""
    inside = [i for i in range(len(parse)) if parse.starts[i] >= start and parse.ends[i] <= end]
    within = set(inside)
    outer = [token for token in inside if parse.heads[token] == token or parse.heads[token] not in within]
    words = [token for token in outer if parse.pos[token] not in ("PUNCT", "DET", "ADP", "SCONJ", "PART")]
    if len(words) > 1:
        return next((token for token in words if is_name(parse, token)), words[0])
    return words[0] if words else (inside[-1] if inside else None)


def widen(parse: Parse, head: int) -> tuple[int, int]:
    """The whole name that a proper noun heads: "Ministry of Public Security", without article."""
    first = last = head
    for child in parse.children[head]:
        if child < head and parse.deps[child] in ("compound", "nmod", "nummod", "poss") and parse.pos[child] == "PROPN":
            low = parse.subtree(child)[0]
            while low < child and parse.pos[low] != "PROPN":
                low += 1
            if parse.deps[child] != "poss" or not _is_place(parse, child):
                first = min(first, low)
    while first > 0 and parse.pos[first - 1] == "PROPN" and parse.heads[first - 1] in range(first, head + 1):
        first -= 1
    end = last + 1
    for child in parse.children[head]:
        if child > head and parse.deps[child] == "prep" and parse.lowers[child] in ("of", "for", "on") and child == end:
            objects = [below for below in parse.children[child] if parse.deps[below] == "pobj"]
            if objects and is_name(parse, objects[0]):
                end = widen(parse, objects[0])[1]
    return first, end


# --- works ---------------------------------------------------------------------------------------------------------


def _works(parse: Parse, attributions: Sequence[Attribution]) -> list[Work]:
    words = language.load("en")
    found = []
    for token, lemma in enumerate(parse.lemmas):
        if lemma not in words.works or parse.pos[token] not in ("NOUN", "PROPN") or _in_organisation(parse, token):
            continue
        title = _title(parse, token)
        party = _party_of_work(parse, token, words)
        if not (title or party or lemma in words.referring_works):
            continue
        span = parse.span(token, token + 1)
        if not party:
            party = _speaker(span, attributions, parse)
        found.append(Work(span.start, lemma, title.words if title else "", party, title or span))
    return found


def _in_organisation(parse: Parse, token: int) -> bool:
    """Whether the noun is part of a name: "The New York Post"."""
    return parse.pos[token] == "PROPN" and any(
        first <= token < last and last - first > 1 and label == "ORG" for first, last, label in parse.entities
    )


def _title(parse: Parse, token: int) -> Span | None:
    """The title that follows a noun for a work: after "entitled", "published as", a comma or at once."""
    words = language.load("en")
    limit = min(len(parse), token + 12)
    at = token + 1
    introduced = False
    while at < limit:
        lower = parse.lowers[at]
        if lower in words.titled or (lower == "as" and parse.lemmas[at - 1] in words.publishing_verbs):
            introduced = True
        elif _QUOTE.fullmatch(parse.words[at]):
            return _quoted_title(parse, at)
        elif (parse.words[at][0].isupper() or parse.words[at][0].isdigit()) and (
            introduced or parse.lowers[at - 1] == ","
        ):
            if introduced:
                return _capital_title(parse, at)
            return None
        elif lower not in _BEFORE_TITLE and parse.tags[at] != "VBN":
            return None
        at += 1
    return None


def _quoted_title(parse: Parse, mark: int) -> Span | None:
    last = mark + 1
    while last < len(parse) and not _QUOTE.fullmatch(parse.words[last]) and parse.words[last] not in ("''", "»"):
        last += 1
        if last - mark > LONGEST_TITLE:
            return None
    inner = [i for i in range(mark + 1, last) if parse.words[i] not in (".", ",")]
    if len(inner) < 2:
        return None
    capitals = sum(
        parse.words[i][0].isupper() or parse.words[i][0].isdigit() for i in inner if parse.words[i][0].isalnum()
    )
    plain = sum(parse.lowers[i] not in _TITLE_WORDS and parse.words[i][0].islower() for i in inner)
    return parse.span(inner[0], inner[-1] + 1) if capitals > plain else None


def _capital_title(parse: Parse, first: int) -> Span | None:
    last = first
    while last < len(parse) and last - first < LONGEST_TITLE:
        word = parse.words[last]
        if not (
            word[0].isupper() or word[0].isdigit() or parse.lowers[last] in _TITLE_WORDS or word in (":", "-", "–", "&")
        ):
            break
        last += 1
    while last > first and not parse.words[last - 1][0].isalnum():
        last -= 1
    while last > first and parse.lowers[last - 1] in _TITLE_WORDS:
        last -= 1
    return parse.span(first, last) if last - first >= 2 else None


def _party_of_work(parse: Parse, token: int, words: language.DiscourseWords) -> str:
    """Who answers for a work: "X's report", "an X report", "a report by|from X", "published by X in a report"."""
    for child in parse.children[token]:
        dep = parse.deps[child]
        if dep in ("poss", "compound", "nmod") and is_name(parse, child):
            return parse.span(*widen(parse, child)).words
        if dep == "prep" and parse.lowers[child] in ("by", "from", "of"):
            party = _object_name(parse, child)
            if party and parse.lowers[child] != "of":
                return party
        if dep in ("acl", "relcl"):
            for below in parse.children[child]:
                if parse.deps[below] == "agent" and (party := _object_name(parse, below)):
                    return party
    return _publisher(parse, token, words)


def _publisher(parse: Parse, token: int, words: language.DiscourseWords) -> str:
    """The party of the verb of publishing that a work hangs on."""
    at = token
    for _ in range(4):
        at = parse.heads[at]
        if parse.pos[at] == "VERB":
            break
    if parse.lemmas[at] not in words.publishing_verbs | words.declaring_verbs:
        return ""
    passive = any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[at])
    for child in parse.children[at]:
        if parse.deps[child] == "agent" and (party := _object_name(parse, child)):
            return party
        placed = parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] == "in"
        publishes = parse.lemmas[at] in words.publishing_verbs or placed
        if not passive and publishes and parse.deps[child] == "nsubj" and (name := _name(parse, child)):
            return name
    return ""


def _object_name(parse: Parse, preposition: int) -> str:
    """The name under a preposition, or empty."""
    return next((_name(parse, c) for c in parse.children[preposition] if parse.deps[c] == "pobj"), "")


def _name(parse: Parse, token: int) -> str:
    """The name that a noun is or has beside it ("the rights group Far Shore"), or empty."""
    if is_name(parse, token):
        return parse.span(*widen(parse, token)).words
    for child in parse.children[token]:
        if parse.deps[child] == "appos" and is_name(parse, child):
            return parse.span(*widen(parse, child)).words
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


def _join_works(discourse: Discourse) -> None:
    """ "The report" after "a report by X" is X's report; a title given later is the title of the one work so named."""
    last: dict[str, Work] = {}
    for work in discourse.works:
        before = last.get(work.kind)
        if before and not (work.title and before.title and work.title != before.title):
            if not work.party:
                work.party = before.party
            if work.party == before.party:
                work.title = work.title or before.title
        last[work.kind] = work
    later: dict[tuple[str, str], str] = {}
    for work in reversed(discourse.works):
        key = (work.kind, work.party)
        if work.title:
            later[key] = work.title
        elif work.party:
            work.title = later.get(key, "")


def cited_works(discourse: Discourse) -> tuple[CitedWork, ...]:
    """Every work named, once a title or party, in text order."""
    seen: dict[tuple[str, str, str], CitedWork] = {}
    for work in discourse.works:
        key = (work.title, work.kind if not work.title else "", work.party)
        if (work.title or work.party) and work.span and key not in seen:
            seen[key] = CitedWork(work.span, work.title, work.kind, work.party)
    return tuple(seen.values())


# --- the declared source -------------------------------------------------------------------------------------------


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
                party = party or _object_name(parse, child)
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
