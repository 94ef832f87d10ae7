"""Citations of works in a case, each given the key of the work it stands for, with the reason."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from longarm.core.groups import Groups
from longarm.model.documents import Document
from longarm.resolution import titles
from longarm.resolution.sources import SourceIndex

Key = tuple[str, ...]
CANDIDATES = 20  # titles that share a telling word and are compared in full


@dataclass(slots=True)
class Citation:
    """Words of a document for a work; `party` is a source id or empty, `key` that of the work once it is placed."""

    document: str
    party: str
    words: str
    title: str
    kind: str
    year: str
    key: Key = ()
    reason: str = ""


def place(citations: list[Citation], documents: Sequence[Document], sources: SourceIndex) -> Groups[Key]:
    """Give every citation its key, and join the keys of titles that are one; documents have keys too."""
    _place_here(citations)
    groups = _join_titles(citations, documents, sources)
    _place_untitled(citations, groups)
    return groups


def _place_here(citations: list[Citation]) -> None:
    """Within a document: titles are works; a description is the document's only titled work it can be."""
    titled: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.title:
            citation.key = ("title", titles.form(citation.title), citation.party)
            citation.reason = "Named by its title."
            titled[citation.document].append(citation)
    for citation in citations:
        if citation.title:
            continue
        options = {m.key: m for m in titled[citation.document] if _fits(citation, m)}
        if len({_stem(m) for m in options.values()}) == 1:
            best = max(options.values(), key=lambda m: len(m.title))
            citation.key = best.key
            citation.title = best.title
            citation.party = citation.party or best.party
            citation.reason = "The only work of that kind and party that the document names."
            for option in options.values():
                option.party = option.party or citation.party


def _fits(description: Citation, titled: Citation) -> bool:
    parties = not description.party or not titled.party or description.party == titled.party
    kinds = not description.kind or not titled.kind or description.kind == titled.kind
    return parties and kinds


def _stem(citation: Citation) -> str:
    return titles.short_form(citation.title) or titles.form(citation.title)


def _join_titles(citations: list[Citation], documents: Sequence[Document], sources: SourceIndex) -> Groups[Key]:
    """Titles that are one: the same writing, one the head of the other, or nearly the same, by parties that agree."""
    groups: Groups[Key] = Groups()
    parties: dict[Key, set[str]] = defaultdict(set)
    fulls: dict[str, list[Key]] = defaultdict(list)
    heads: dict[str, list[Key]] = defaultdict(list)
    by_word: dict[str, list[Key]] = defaultdict(list)
    entries: list[tuple[Key, str, str]] = []
    for document in documents:
        title = document.title.value if document.title else ""
        entries.append((("document", document.id), title, sources.authors.get(document.id, "")))
    own = {key for key, _, _ in entries}
    entries += [(citation.key, citation.title, citation.party) for citation in citations if citation.key]
    for key, _, party in entries:
        groups.add(key)
        if party:
            parties[key].add(party)
    for key, title, _ in entries:
        full, head = titles.form(title), titles.short_form(title)
        nearest = [*fulls[full], *heads[full], *fulls[head]] if full else []
        words = [word for word in full.split() if len(word) > 3]
        near = [other for word in words for other in by_word[word][:CANDIDATES]]
        alike = [o for o in near if len(full) >= titles.SHORTEST and fuzz.ratio(o[1], full) >= titles.SAME_TITLE]
        for other in dict.fromkeys([*nearest, *alike]):
            _join(groups, parties, own, other, key)
        for table, form in ((fulls, full), (heads, head)):
            if form and key not in table[form]:
                table[form].append(key)
        if key not in own:
            for word in words:
                if key not in by_word[word]:
                    by_word[word].append(key)
    return groups


def _join(groups: Groups[Key], parties: dict[Key, set[str]], own: set[Key], left: Key, right: Key) -> None:
    """Join two titles where their parties agree; a document is a cited work only where its publisher is the party."""
    if left in own and right in own:
        return
    first, second = groups.root(left), groups.root(right)
    known, told = parties[first], parties[second]
    if known and told and not known & told:
        return
    if (left in own or right in own) and not known & told:
        return
    if groups.join(first, second):
        parties[groups.root(first)] = known | told


def _place_untitled(citations: list[Citation], groups: Groups[Key]) -> None:
    """A description ("its report") is the party's only titled work of that kind; else one a party and year."""
    titled: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for citation in citations:
        if citation.title and citation.party:
            for kind in {citation.kind, ""}:
                titled[citation.party, kind].add(groups.root(citation.key))
    for citation in citations:
        if citation.key:
            continue
        options = titled[citation.party, citation.kind] if citation.party else set()
        if len(options) == 1:
            citation.key = next(iter(options))
            citation.reason = "The only work of that kind that the case knows of this party."
        elif citation.party:
            citation.key = ("untitled", citation.party, citation.kind, citation.year)
            citation.reason = "Nobody gives its title: one work a party, kind and year."
        else:
            citation.key = ("unnamed", citation.document, citation.kind, titles.form(citation.words))
            citation.reason = "Neither its title nor its party is said, so it is kept to this document."
        groups.add(citation.key)
