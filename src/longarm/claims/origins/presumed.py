"""The root of a bare statement, from the work that its document cites or the story that it says it carries."""

import dataclasses

from longarm.claims.origins.members import Visit
from longarm.claims.origins.roots import CONTRADICTED, PRESUMED, SEEN, Root, weaker
from longarm.model.spans import Span


def presumed(visit: Visit) -> Root | None:
    """The root that another text gives for the same figure or words, having it from a work that this one cites."""
    members, chain = visit.members, visit.chain
    voices = visit.item.statement.voices
    if len(voices) > 1 and voices[-1].source:
        return None
    for other in _beside(visit):
        if other in visit.path or not members.agree(visit.number, other):
            continue
        if len(members.voices(other)) == 1 and members.chains[other].tie != SEEN:
            continue
        found = visit.root(other)
        if not found.is_known or found.tie == CONTRADICTED:
            continue
        there = members.document(other)
        why = (
            f"{chain.why} The same document gives it elsewhere so: {found.why}"
            if there == visit.document
            else f"{chain.why} It cites a work from which {members.title(there)} gives the same: {found.why}"
        )
        proof = (*chain.proof, *_citing(visit, other), *found.proof)
        return dataclasses.replace(found, tie=PRESUMED, backs=chain.backs, why=why, proof=proof)
    return None


def headed(visit: Visit) -> Root | None:
    """The root that the text under a headline gives, where it has the headline's words from somebody else.

    "Norway says" above what a minister said is no second party; it is one where the text names it too.
    """
    members, chain = visit.members, visit.chain
    if not chain.is_known or not members.is_headline(visit.number):
        return None
    beside = [n for n in members.of_document(visit.document) if n not in visit.path and not members.is_headline(n)]
    known = [found for n in beside if members.agree(visit.number, n) and (found := visit.root(n)).is_known]
    if not known or any(members.is_kin(found.source, chain.source) for found in known):
        return None
    why = f"{chain.why} It is a headline; its text has it so: {known[0].why}"
    return dataclasses.replace(known[0], tie=PRESUMED, why=why, proof=(*chain.proof, *known[0].proof))


def _citing(visit: Visit, other: int) -> tuple[Span, ...]:
    """The words of a document that cite a work which another statement has its words from, or its party's."""
    members, context = visit.members, visit.members.context
    parties = {voice.source for voice in members.voices(other)[1:]} - {""}
    cited = context.cited_works(visit.document)
    works = members.works(other) | {work for work in cited if context.works[work].party in parties}
    found = (context.citing.get((visit.document, work)) for work in sorted(works))
    return tuple(span for span in found if span is not None)[:1]


def _beside(visit: Visit) -> list[int]:
    """Statements of the same document, and those that have their words from a work or party the document cites."""
    members, context = visit.members, visit.members.context
    found = dict.fromkeys(members.of_document(visit.document))
    for work in sorted(context.cited_works(visit.document)):
        found |= dict.fromkeys(members.of_work(work))
        known = context.works[work]
        for held in known.documents:
            found |= dict.fromkeys(members.of_document(held))
        if known.party:
            found |= dict.fromkeys(n for n in members.of_party(known.party) if members.chains[n].work in ("", work))
    return list(found)


def credited(visit: Visit) -> Root | None:
    """The root of the story that a document says it carries."""
    members, chain = visit.members, visit.chain
    for credit in members.strands.credited.get(visit.document, ()):
        documents = members.strands.documents_of.get(credit.source, ()) if credit.source else ()
        for other in (number for document in documents for number in members.of_document(document)):
            if other in visit.path or not members.agree(visit.number, other):
                continue
            found = visit.root(other)
            if not found.is_known:
                continue
            why = f"The document carries a story of {credit.span.words}, which has it so: {found.why}"
            proof = (credit.span, *chain.proof, *found.proof)
            return dataclasses.replace(found, tie=weaker(found.tie), backs=chain.backs, why=why, proof=proof)
    return None


def elsewhere(visit: Visit) -> Root | None:
    """The author itself, where a text of its own says no more than that it is so, and another one how it knows."""
    members, chain = visit.members, visit.chain
    voices = visit.item.statement.voices
    author = members.context.authors.get(visit.document, "")
    if chain.is_known or not voices or voices[-1].source != author:
        return None
    for document in members.strands.documents_of.get(author, ()):
        for other in members.of_document(document):
            theirs = members.chains[other]
            if other in visit.path or theirs.source != author or not members.agree(visit.number, other):
                continue
            why = f"{chain.why} {members.title(document)}, of the same party, has it so: {theirs.why}"
            proof = (*chain.proof, *theirs.proof)
            return dataclasses.replace(theirs, tie=PRESUMED, backs=chain.backs, why=why, proof=proof)
    return None
