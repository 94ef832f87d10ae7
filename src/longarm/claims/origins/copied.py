"""The root of a statement whose sentence copies or rewrites another document's."""

import dataclasses

from longarm.claims.origins.members import Visit
from longarm.claims.origins.roots import PRESUMED, SEEN, Root, weaker
from longarm.claims.reuse.find import Reuse

COPIED = 0.9  # likeness from which a sentence is said to copy another, not to rewrite it


def copied(visit: Visit) -> Root | None:
    """The root of the earlier sentence that this one repeats, where that sentence makes the same statement."""
    members, chain = visit.members, visit.chain
    if chain.is_known and visit.item.statement.kind == "quotation":
        return None
    for link in members.copies.of(visit.item.statement):
        if chain.tie == SEEN and not link.is_directed:
            continue
        for other in members.of_document(link.source):
            theirs = members.items[other]
            if other in visit.path or not link.source_span.overlaps(theirs.statement.span):
                continue
            if not members.agree(visit.number, other):
                continue
            found = visit.root(other)
            members.join(other, visit.number)
            if chain.is_known and (not found.is_known or members.is_kin(chain.source, found.source)):
                return _no_better(visit, found, link)
            return _repeated(visit, found, link)
    return None


def _repeated(visit: Visit, found: Root, link: Reuse) -> Root:
    chain = visit.chain
    how = "copies" if link.likeness >= COPIED else "rewrites"
    why = f"The sentence {how} one of {visit.members.title(link.source)}, which has it so: {found.why}"
    tie = PRESUMED if chain.is_known or not link.is_directed else weaker(found.tie)
    proof = (link.copy_span, link.source_span, *found.proof)
    return dataclasses.replace(found, tie=tie, backs=chain.backs and found.backs, why=why, proof=proof)


def _no_better(visit: Visit, found: Root, link: Reuse) -> Root | None:
    """The named root of a later copy proves nothing that the earlier text does not affirm, or names nobody for."""
    chain = visit.chain
    is_own = chain.tie == SEEN and not found.is_known
    if not link.is_directed or is_own or (found.is_known and found.backs):
        return None
    told = "does not affirm it" if found.is_known else "names nobody for it"
    why = f"{chain.why} The sentence repeats one of {visit.members.title(link.source)}, which {told}."
    proof = (*chain.proof, link.copy_span, link.source_span)
    tie = chain.tie if found.is_known else PRESUMED
    return dataclasses.replace(chain, tie=tie, backs=chain.backs and found.backs, why=why, proof=proof)
