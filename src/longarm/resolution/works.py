"""One work for every report, filing, statement or article that a case holds or cites, with reasons."""

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from longarm.core.groups import Groups
from longarm.core.hashing import keyed_id
from longarm.model.documents import Document, Work
from longarm.model.statements import Reading
from longarm.resolution import titles
from longarm.resolution.citations import Citation, Key, place
from longarm.resolution.sources import SourceIndex


@dataclass(frozen=True, slots=True)
class WorkIndex:
    """The works of a case and which words stand for which.

    Attributes:
        works: those of the case's documents first, in order, then those only cited, by first mention.
        documents: document id to the id of its work.
        ids: (document id, source id or empty, words) to work id.
        retracted: ids of works that a text of the case says no longer stand.
        corrected: likewise of works that were corrected.
        reasons: keys of `ids` to why the words stand for the work.
        parties: work id to the source id of who answers for it.
        accused: (document id, source id) of whom a filing of that document is against.
    """

    works: tuple[Work, ...]
    documents: dict[str, str]
    ids: dict[tuple[str, str, str], str]
    retracted: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()
    reasons: dict[tuple[str, str, str], str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    accused: frozenset[tuple[str, str]] = frozenset()

    def of(self, document: str, source: str, words: str) -> str:
        """The work that words of a document stand for, spoken of as that source's; empty where there is none."""
        return self.ids.get((document, source, words), "") or self.ids.get((document, "", words), "")

    def reason(self, document: str, source: str, words: str) -> str:
        """Why words of a document stand for the work that `of` gives."""
        return self.reasons.get((document, source, words), "") or self.reasons.get((document, "", words), "")

    def party(self, work: str) -> str:
        """The source id of who answers for a work, or empty."""
        return self.parties.get(work, "")


def resolve(documents: Sequence[Document], readings: Iterable[Reading], sources: SourceIndex, key: bytes) -> WorkIndex:
    """The works of documents and of what they cite, in the documents' order."""
    by_document = {reading.document: reading for reading in readings}
    accused = frozenset(one for reading in by_document.values() for one in _accused(reading, sources))
    mentions: dict[tuple[str, str, str], Citation] = {}
    for document in documents:
        if reading := by_document.get(document.id):
            for mention in _mentions(reading, sources, _published(document)):
                if titles.kind(mention.kind) == FILING and (mention.document, mention.party) in accused:
                    mention.party = ""
                mentions.setdefault((mention.document, mention.party, mention.words), mention)
    found = list(mentions.values())
    groups = place(found, documents, sources)
    _join_editions(documents, sources, groups)
    _join_beginnings(found, groups)
    kinds = {source.id: source.kind for source in sources.sources}
    index = dataclasses.replace(_index(found, groups, documents, sources, kinds, key), accused=accused)
    return _with_standings(index, documents, by_document)


def _join_editions(documents: Sequence[Document], sources: SourceIndex, groups: Groups[Key]) -> None:
    """Documents that one author published at one address are versions of one text, and those that people called so."""
    known_ids = {document.id for document in documents}
    for document in documents:
        if document.work in known_ids:
            groups.join(("document", document.work), ("document", document.id))
    first: dict[tuple[str, str], str] = {}
    for document in documents:
        if document.url is not None and document.url.value.strip():
            address = document.url.value.strip().rstrip("/").casefold()
            known = first.setdefault((address, sources.authors.get(document.id, "")), document.id)
            groups.join(("document", known), ("document", document.id))


def _join_beginnings(citations: Sequence[Citation], groups: Groups[Key]) -> None:
    """A title of which a text gives only the beginning is the party's only longer title that begins so."""
    titled: dict[str, dict[str, Key]] = defaultdict(dict)
    for citation in citations:
        if citation.title and citation.party:
            titled[citation.party].setdefault(titles.form(citation.title), citation.key)
    for known in titled.values():
        for form, key in known.items():
            longer = {groups.root(other) for title, other in known.items() if title.startswith(f"{form} ")}
            if len(form) >= BEGINNING and len(longer - {groups.root(key)}) == 1:
                groups.join(max(longer), key)


def _published(document: Document) -> str:
    start = document.published.start if document.published else None
    return start[:4] if start and start[:4].isdigit() else ""


def _mentions(reading: Reading, sources: SourceIndex, published: str) -> Iterable[Citation]:
    here = reading.document

    def mention(party: str, words: str, title: str, kind: str) -> Citation:
        source = sources.ids.get((here, party), "") if party else ""
        named = title or (words if titles.is_title(words) else "")
        return Citation(here, source, words, named, kind or titles.kind(words), titles.year(words) or published)

    declared = reading.declared
    if declared is not None and (declared.work or declared.title):
        yield mention(declared.name, declared.work or declared.title, declared.title, titles.kind(declared.work))
    for work in reading.works:
        if work.title or (work.kind and not titles.is_plural(work.span.words)):
            party = work.party or _possessor(reading, work.span.start, sources)
            yield mention(party, work.title or work.span.words, work.title, work.kind)
    for statement in reading.statements:
        for voice in statement.voices[1:]:
            if voice.work or titles.is_description(voice.name):
                yield mention(voice.name, voice.work or voice.name, "", "")


def _accused(reading: Reading, sources: SourceIndex) -> Iterator[tuple[str, str]]:
    """The parties that the text gives a filing and tells to be accused: "as the complaint says, Lu is charged"."""
    told = {voice.name for s in reading.statements for voice in s.voices[1:] if titles.kind(voice.work) == FILING}
    told |= {work.party for work in reading.works if titles.kind(work.kind) == FILING}
    for name in sorted(told & {name for document, name in sources.ids if document == reading.document}):
        accused = re.compile(rf"\b{re.escape(name)}\b[^.;:]{{0,{NEAR}}}?{titles.load().accused.pattern}", re.I)
        if any(accused.search(passage.span.words) for passage in reading.passages):
            yield reading.document, sources.ids[reading.document, name]


FILING = "filing"
NEAR = 40  # characters between a name and what its bearer is accused of
_POSSESSIVE = re.compile(
    r"(?:\b(?:group|organi[sz]ation|watchdog|ngo|charity|institute|association)['’]s|\b(?:its|their))\s[^.!?]{0,40}$",
    re.I,
)
BEGINNING = 12  # letters of a title that may stand for a longer one which begins so
BEFORE = 70  # characters before a title in which "the group's report" may stand


def _possessor(reading: Reading, start: int, sources: SourceIndex) -> str:
    """The organisation named last before "the group's report" or "its study", where a work has no other party."""
    words = next((p.span for p in reading.passages if p.span.start <= start < p.span.end), None)
    if words is None or not _POSSESSIVE.search(words.words[: start - words.start][-BEFORE:]):
        return ""
    kinds = {source.id: source.kind for source in sources.sources}
    named = [
        (voice.mention.start, voice.name)
        for statement in reading.statements
        for voice in statement.voices[1:]
        if voice.mention is not None and voice.mention.end <= start
        if kinds.get(sources.ids.get((reading.document, voice.name), "")) == "organisation"
    ]
    return max(named)[1] if named else ""


def _index(
    mentions: list[Citation],
    groups: Groups[Key],
    documents: Sequence[Document],
    sources: SourceIndex,
    source_kinds: dict[str, str],
    secret: bytes,
) -> WorkIndex:
    cited: dict[Key, list[Citation]] = defaultdict(list)
    for mention in mentions:
        cited[groups.root(mention.key)].append(mention)
    held: dict[Key, list[Document]] = defaultdict(list)
    for document in documents:
        held[groups.root(("document", document.id))].append(document)
    works: list[Work] = []
    of_document: dict[str, str] = {}
    ids: dict[tuple[str, str, str], str] = {}
    reasons: dict[tuple[str, str, str], str] = {}
    for root in dict.fromkeys([*held, *cited]):
        work = _work(root, held[root], cited[root], sources, source_kinds, secret)
        works.append(work)
        of_document |= dict.fromkeys(work.documents, work.id)
        for mention in cited[root]:
            for party in (mention.party, ""):
                ids.setdefault((mention.document, party, mention.words), work.id)
                reasons.setdefault((mention.document, party, mention.words), mention.reason)
    parties = {work.id: work.party for work in works}
    return WorkIndex(tuple(works), of_document, ids, reasons=reasons, parties=parties)


def _work(
    root: Key,
    held: list[Document],
    cited: list[Citation],
    sources: SourceIndex,
    source_kinds: dict[str, str],
    secret: bytes,
) -> Work:
    told = sorted({mention.title for mention in cited if mention.title}, key=lambda title: (-len(title), title))
    title = next((document.title.value for document in held if document.title), told[0] if told else "")
    party = next((m.party for m in cited if m.party), "") or (sources.authors[held[0].id] if held else "")
    kinds = [mention.kind for mention in cited if mention.kind]
    kind = max(kinds, key=lambda k: (kinds.count(k), k)) if kinds else _kind_of(held, source_kinds, sources)
    first: Key = ("document", held[0].id) if held else cited[0].key
    return Work(
        keyed_id(secret, "work", *first),
        title or _described(cited),
        party,
        kind or "work",
        tuple(document.id for document in held),
        tuple(dict.fromkeys(mention.document for mention in cited)),
    )


def _kind_of(held: list[Document], source_kinds: dict[str, str], sources: SourceIndex) -> str:
    """What a document is where nobody says: an outlet's article, or what the title of a party's own text names."""
    if not held:
        return ""
    title = held[0].title.value if held[0].title else ""
    if source_kinds.get(sources.authors[held[0].id], "outlet") == "outlet":
        return "article"
    return titles.kind(title) or "article"


def _described(cited: list[Citation]) -> str:
    return cited[0].words if cited else ""


_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+|$)")


def _with_standings(index: WorkIndex, documents: Sequence[Document], readings: dict[str, Reading]) -> WorkIndex:
    """The index with the works that a sentence which names them, or a note of their own text, says were withdrawn."""
    found: dict[str, set[str]] = {"retracted": set(), "corrected": set()}
    cues = (("retracted", titles.load().retraction), ("corrected", titles.load().correction))
    for document in documents:
        reading = readings.get(document.id)
        for passage in reading.passages if reading else ():
            if standing := titles.note(passage.span.words):
                found[standing].add(index.documents[document.id])
            for standing, cue in cues:
                if cue.search(passage.span.words):
                    found[standing] |= _told(passage.span.words, passage.span.start, cue, reading, index)
    return dataclasses.replace(index, retracted=frozenset(found["retracted"]), corrected=frozenset(found["corrected"]))


def _told(text: str, offset: int, cue: re.Pattern[str], reading: Reading | None, index: WorkIndex) -> set[str]:
    sentences = (sentence for sentence in _SENTENCE.finditer(text) if cue.search(sentence.group()))
    return {work for sentence in sentences for work in _named_in(sentence, offset, reading, index)}


def _named_in(sentence: re.Match[str], offset: int, reading: Reading | None, index: WorkIndex) -> set[str]:
    start, end = offset + sentence.start(), offset + sentence.end()
    works = reading.works if reading else ()
    inside = [work for work in works if start <= work.span.start and work.span.end <= end]
    here = reading.document if reading else ""
    return {found for work in inside if (found := index.of(here, "", work.title or work.span.words))}
