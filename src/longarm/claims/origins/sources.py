"""The root of a statement that names its source, where the source's own texts or those that tell of them are there."""

import dataclasses
from collections.abc import Iterable

from longarm.claims.origins.members import LOOKED_AT, TELLING, Visit
from longarm.claims.origins.roots import CONTRADICTED, PRESUMED, SEEN, Root, weaker


def passed_on(visit: Visit) -> Root:
    """The root of what an outlet's own text in the case says, where a statement names the outlet as its source."""
    members, chain = visit.members, visit.chain
    for document in members.strands.documents_of.get(chain.passed, ()):
        for other in members.of_document(document):
            if not members.agree(visit.number, other):
                continue
            found = visit.root(other)
            if ring := visit.settled():
                return ring
            members.join(other, visit.number)
            why = f"{chain.why} Its text in the case has it so: {found.why}"
            proof = (*chain.proof, *found.proof)
            return dataclasses.replace(found, tie=weaker(found.tie), backs=chain.backs, why=why, proof=proof)
    members.join_party(chain.passed, visit.number)
    return chain


def into_own_words(visit: Visit) -> Root:
    """A named source's root: what its own text rests on in turn, or a contradiction where that text differs."""
    members, chain = visit.members, visit.chain
    own = [other for other in _own_texts(visit) if other not in visit.path[:-1]]
    own = [other for other in own if members.document(other) != visit.document]
    fitting = [other for other in own if members.agree(visit.number, other)]
    if own and not fitting:
        theirs = members.items[own[0]].statement.span
        why = f"{chain.why} Its own words differ: “{theirs.words}”."
        return dataclasses.replace(chain, tie=CONTRADICTED, backs=False, why=why, proof=(*chain.proof, theirs))
    for other in fitting[:1]:
        found = visit.root(other)
        if ring := visit.settled():
            return ring
        if found.is_known and found.source != chain.source:
            why = f"{chain.why} Its own text has it so: {found.why}"
            return dataclasses.replace(found, backs=chain.backs, why=why, proof=(*chain.proof, *found.proof))
        if found.is_known:
            why = f"{chain.why} Its own words are in the case."
            proof = (*chain.proof, members.items[other].statement.span)
            return dataclasses.replace(chain, tie=SEEN, work=found.work or chain.work, why=why, proof=proof)
    return _beyond(visit) or _counted_by_state(visit) or chain


def _own_texts(visit: Visit) -> list[int]:
    """The statements of this claim in the source's own texts: of the work named, else in any of them."""
    members, chain = visit.members, visit.chain
    work = members.context.works.get(chain.work)
    documents: Iterable[str] = work.documents if work else ()
    if not work or (not work.documents and not work.title):
        documents = members.strands.documents_of.get(chain.source, ())
    own = [number for document in documents for number in members.of_document(document)]
    return [number for number in own if members.chains[number].tie == SEEN or len(members.voices(number)) > 1][
        :LOOKED_AT
    ]


def _beyond(visit: Visit) -> Root | None:
    """Whom the same work has it from, where another text that tells of it says so ("the report cites ...")."""
    members, chain = visit.members, visit.chain
    if not chain.work:
        return None
    for other in members.of_work(chain.work):
        theirs = members.chains[other]
        inner = members.voices(other)[1:-1]
        through = any(voice.source == chain.source or voice.work_id == chain.work for voice in inner)
        if not through or not theirs.is_known or theirs.source == chain.source:
            continue
        if not members.agree(visit.number, other):
            continue
        why = f"{chain.why} {members.title(members.document(other))} tells whom that work has it from: {theirs.why}"
        proof = (*chain.proof, *theirs.proof)
        return dataclasses.replace(theirs, tie=PRESUMED, backs=chain.backs, why=why, proof=proof)
    return None


def _counted_by_state(visit: Visit) -> Root | None:
    """The state whose own count of its acts another party gives to the number: it can hardly have counted the same."""
    members, chain, quantity = visit.members, visit.chain, visit.item.statement.quantity
    if visit.item.statement.kind != "figure" or quantity is None or quantity.interval.low < TELLING:
        return None
    for other in members.states_counted():
        theirs, own = members.chains[other], members.items[other].statement.quantity
        if own is None or members.is_kin(theirs.source, chain.source) or own.interval != quantity.interval:
            continue
        where = members.title(members.document(other))
        why = f"{chain.why} {where} has the same number as the state's own count of what it did: {theirs.why}"
        proof = (*chain.proof, *theirs.proof)
        return dataclasses.replace(theirs, tie=PRESUMED, backs=chain.backs, why=why, proof=proof)
    return None
