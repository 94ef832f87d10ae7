"""Speeches: attributions whose source has been traced to a party of the text."""

from dataclasses import dataclass

from longarm.languages import attributions as attribution_language
from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.model.statements import Attribution, Voice
from longarm.statements.discourse.named import Discourse
from longarm.statements.discourse.names import head_of, is_date, is_name, widen
from longarm.statements.parse import Parse
from longarm.statements.text import Part, Text

_SPOKESPERSONS = frozenset({"spokesperson", "spokesman", "spokeswoman", "spokespeople"})


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution whose source has been traced to a party of the text.

    Attributes:
        name, work: party and work; name is empty where the text names nobody ("it is alleged").
    """

    attribution: Attribution
    name: str
    work: str

    def covers(self, char: int) -> bool:
        """Whether a character belongs to what is said."""
        return any(span.start <= char < span.end for span in self.attribution.content)

    @property
    def size(self) -> int:
        """Characters of what is said."""
        return sum(span.end - span.start for span in self.attribution.content)

    def voice(self, found: str) -> Voice:
        """The link of a chain that this speech makes."""
        mention = self.attribution.source[0] if self.attribution.source else None
        cue = self.attribution.cue[0] if self.attribution.cue else None
        return Voice(self.name, self.work, mention, cue, found, self.attribution.attitude)


def speeches(text: Text, discourse: Discourse) -> tuple[Speech, ...]:
    """The speeches of a text, in the order of its attributions."""
    found: list[Speech] = []
    for attribution in text.attributions:
        if not attribution.source:
            found.append(Speech(attribution, "", ""))
            continue
        part = _part_at(text, attribution.source[0].start)
        if part is None or not _asserts(part.parse, attribution):
            continue
        name, work = _party(part, text, attribution.source[-1], discourse, found)
        if attribution.work and not work:
            work = _work_named(part.parse, attribution.work, name, discourse)
        found.append(Speech(attribution, name, work))
    return tuple(found)


def _asserts(parse: Parse, attribution: Attribution) -> bool:
    """Whether the words put an assertion into somebody's mouth: a wish or an aim ("wants to return") does not."""
    cue = attribution_language.load("en").verbs.get(attribution.cue_lemma)
    if cue is None or cue.kind != "thought":
        return True
    return any(
        dep in ("nsubj", "nsubjpass", "expl") and any(s.start <= parse.starts[t] < s.end for s in attribution.content)
        for t, dep in enumerate(parse.deps)
    )


def _part_at(text: Text, char: int) -> Part | None:
    for part in text.parts:
        if part.passage.span.start <= char < part.passage.span.end:
            return part
    return None


def _party(part: Part, text: Text, source: Span, discourse: Discourse, before: list[Speech]) -> tuple[str, str]:
    """Name and work of the party that the words of a source stand for."""
    words = language.load("en")
    parse = part.parse
    head = head_of(parse, source.start, source.end)
    if head is None:
        return source.words, ""
    for mention in part.people:
        if (
            mention.span.overlaps(source)
            and parse.starts[head] < mention.span.end
            and mention.span.start < parse.ends[head]
        ):
            return _full_name(mention.span.words, discourse), ""
    if parse.tags[head] in ("WDT", "WP") or (parse.lowers[head] == "that" and parse.pos[head] in ("PRON", "SCONJ")):
        head = _relative(parse, head)
        if head is None:
            return "", ""
    lemma, lower = parse.lemmas[head], parse.lowers[head]
    if lower in ("we", "i", "us") or (
        lemma in words.works and any(parse.lowers[c] == "this" for c in parse.children[head])
    ):
        return "", ""  # the author speaks of itself
    if lower in words.pronouns:
        if (
            words.pronouns[lower] != "either"
            and (noun := _subject_before(part, head, words.pronouns[lower])) is not None
        ):
            return _party(part, text, parse.span(noun, noun + 1), discourse, before)
        return _antecedent(words.pronouns[lower], source, discourse, before), ""
    if lemma in words.works or lower in words.referring_works:
        return _work_voice(parse, head, lemma, discourse)
    if is_name(parse, head):
        return parse.span(*widen(parse, head)).words, ""
    apposed = [c for c in parse.children[head] if parse.deps[c] in ("appos", "compound") and is_name(parse, c)]
    for child in apposed:
        if parse.deps[child] == "appos" or (
            lemma in words.organisations and child == head - 1 and _is_named(parse, child)
        ):
            return parse.span(*widen(parse, child)).words, ""
    definite = any(parse.lowers[c] in ("the", "this", "that") for c in parse.children[head] if parse.deps[c] == "det")
    bare = not any(parse.deps[c] in ("amod", "compound", "poss", "nmod", "prep") for c in parse.children[head])
    if definite and bare:
        earlier = _described_before(part, text, head)
        if earlier:
            return earlier, ""
    if definite and bare and lemma in words.organisations:
        return _named_before(lemma, source, discourse, "organisation") or _description(parse, head), ""
    if definite and bare and lemma in words.persons:
        return _named_before(lemma, source, discourse, "person") or _description(parse, head), ""
    if lemma in _SPOKESPERSONS and bare:
        for_whom = _subject_before(part, head, "organisation")
        if for_whom is not None:
            whom = _party(part, text, parse.span(for_whom, for_whom + 1), discourse, before)[0]
            return f"{parse.words[head]} for {whom}", ""
    return _description(parse, head), ""


def _described_before(part: Part, text: Text, head: int) -> str:
    """What "the embassy" stands for where the text spoke of "the Chinese embassy" before, or empty."""
    lemma = part.parse.lemmas[head]
    for earlier in reversed([p for p in text.parts if p.passage.span.start <= part.passage.span.start]):
        parse = earlier.parse
        stop = head if earlier is part else len(parse)
        for token in range(stop - 1, -1, -1):
            if parse.lemmas[token] != lemma or parse.pos[token] not in ("NOUN", "PROPN"):
                continue
            modifiers = [c for c in parse.children[token] if parse.deps[c] in ("amod", "compound", "poss", "nmod")]
            if any(parse.words[c][0].isupper() for c in modifiers):
                return (
                    _description(parse, token) if parse.pos[token] == "NOUN" else parse.span(*widen(parse, token)).words
                )
    return ""


def _relative(parse: Parse, token: int) -> int | None:
    """The noun that a relative pronoun stands for: the one its clause hangs on."""
    for _ in range(4):
        if parse.deps[token] == "relcl":
            return parse.heads[token]
        token = parse.heads[token]
    return None


def _subject_before(part: Part, pronoun: int, kind: str) -> int | None:
    """The subject that a pronoun goes on with: the first fitting one of its own sentence, else of the two before."""
    parse = part.parse
    words = language.load("en")
    here = parse.sentence_of(pronoun)
    for index in range(here, max(-1, here - 3), -1):
        first, last = parse.sentences[index]
        for token in range(first, min(last, pronoun)):
            if parse.deps[token] not in ("nsubj", "nsubjpass") or parse.pos[token] not in ("NOUN", "PROPN"):
                continue
            is_person = parse.lemmas[token] in words.persons or any(
                m.span.start < parse.ends[token] and parse.starts[token] < m.span.end for m in part.people
            )
            body = is_name(parse, token) or parse.lemmas[token] in words.organisations | words.referring_works
            if is_person if kind == "person" else (body and not is_person and parse.tags[token] not in ("NNS", "NNPS")):
                return token
    return None


def _is_named(parse: Parse, token: int) -> bool:
    return not any(first <= token < last and label in ("GPE", "NORP", "LOC") for first, last, label in parse.entities)


def _full_name(name: str, discourse: Discourse) -> str:
    """The longest name of the same person in the text."""
    longer = [p.name for p in discourse.parties if p.kind == "person" and p.name.endswith(" " + name)]
    return max(longer, key=len, default=name)


def _named_before(lemma: str, source: Span, discourse: Discourse, kind: str) -> str:
    """The party named before that "the <lemma>" stands for: one whose name has the word, else the last of its kind."""
    named = [p for p in discourse.parties if p.start < source.start and p.kind == kind]
    bearing = [p for p in named if lemma in p.name.lower().split()]
    chosen = bearing or named
    return chosen[-1].name if chosen else ""


def _antecedent(kind: str, source: Span, discourse: Discourse, before: list[Speech]) -> str:
    """Who a pronoun stands for: the party that spoke last, else the one named last of its kind."""
    persons = {party.name for party in discourse.parties if party.kind == "person"}
    spoken = [
        s
        for s in before
        if s.name
        and s.attribution.source
        and s.attribution.source[0].start < source.start
        and (kind != "person" or any(s.name.endswith(name) for name in persons))
    ]
    named = discourse.party_before(source.start, kind if kind != "either" else "any")
    if kind == "either":
        return spoken[-1].name if spoken else source.words
    if spoken and (named is None or spoken[-1].attribution.source[0].start >= named.start):
        return spoken[-1].name
    return named.name if named else (spoken[-1].name if spoken else source.words)


def _work_voice(parse: Parse, head: int, lemma: str, discourse: Discourse) -> tuple[str, str]:
    """A work as the source: its party, and its title or kind of work."""
    char = parse.starts[head]
    work = next((w for w in discourse.works if w.start == char), None)
    if work is None or not (work.party or work.title):
        work = discourse.work_at(char, lemma) or discourse.work_at(char) or work
    if work is None:
        return _description(parse, head), lemma
    title = work.title or work.kind
    return (work.party or work.title or _description(parse, head)), title


def _work_named(parse: Parse, span: Span, party: str, discourse: Discourse) -> str:
    """Title or kind of the work that is named as the place of a party's words."""
    head = head_of(parse, span.start, span.end)
    kind = parse.lemmas[head] if head is not None else ""
    for work in discourse.works:
        if span.start <= work.start < span.end:
            return work.title or work.kind
    known = discourse.work_of(party)
    return (known.title or known.kind) if known else kind


def _description(parse: Parse, head: int) -> str:
    """A common noun with its modifiers and its institution: "Chinese authorities", "spokesperson for the ministry"."""
    first, last = head, head + 1
    for child in parse.children[head]:
        dep = parse.deps[child]
        if child < head and dep in ("amod", "compound", "poss", "nmod", "nummod") and not is_date(parse, child):
            first = min(first, parse.subtree(child)[0])
        if child == head + 1 and dep == "prep" and parse.lowers[child] in ("for", "of", "at", "from", "in"):
            low, high = parse.subtree(child)
            if high - low <= 7 and any(parse.pos[i] == "PROPN" for i in range(low, high)):
                last = high
    while first < head and parse.pos[first] in ("DET", "PUNCT"):
        first += 1
    return parse.span(first, last).words
