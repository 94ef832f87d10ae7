"""What of a case people have let go: accepted statements, released claims, nothing that is withheld."""

import dataclasses
from collections.abc import Iterable

from longarm.model.case import Case, State, Weighed
from longarm.model.claims import Claim, Happening
from longarm.model.settled import Settled


def accepted(state: State, settled: Settled) -> State:
    """The state with the statements that a person accepted, and without withheld documents."""
    keep = {one for one, verdict in settled.reviews.items() if verdict == "accepted"} - settled.withheld
    return _with_statements(_without_documents(state, settled.withheld), keep)


def shown(case: Case) -> Case:
    """The case without what is withheld; for a working copy."""
    hidden = case.settled.withheld
    if not hidden:
        return case
    state = _without_documents(case.state, hidden)
    left = {one.id for reading in state.readings for one in reading.statements} - hidden
    return _limited(case, _with_statements(state, left), case.weighed, hidden)


def released(case: Case, weighed: Weighed) -> Case:
    """The case as an edition may show it.

    Args:
        case: with all that is decided.
        weighed: what its accepted statements alone add up to, under the claim ids of the case.
    """
    settled = case.settled
    free = _free(case.weighed.claims, settled)
    beside = {one for claim in weighed.claims if claim.id in free for one in (*claim.replies, *claim.proceedings)}
    gone = {claim.id for claim in weighed.claims if claim.id not in free and not beside & set(claim.statements)}
    state = accepted(case.state, settled)
    return _limited(case, state, weighed, settled.withheld | gone)


def _free(claims: Iterable[Claim], settled: Settled) -> set[str]:
    """Ids of the claims that people released; one that has another id since is known by its statements."""
    claims = tuple(claims)
    known = {claim.id for claim in claims}
    moved = {one for id_, statements in settled.released.items() if id_ not in known for one in statements}
    return {
        claim.id
        for claim in claims
        if (claim.id in settled.released or moved & set(claim.statements)) and claim.id not in settled.withheld
    }


def under_ids_of(weighed: Weighed, known: Weighed) -> Weighed:
    """What some statements add up to, under the ids of the claims that hold them in the whole case."""
    home = {one: claim.id for claim in known.claims for one in claim.statements}
    taken: set[str] = set()
    named: list[Claim] = []
    for claim in weighed.claims:
        homes = [home[one] for one in claim.statements if one in home and home[one] not in taken]
        id_ = homes[0] if homes else claim.id
        taken.add(id_)
        named.append(dataclasses.replace(claim, id=id_))
    return dataclasses.replace(weighed, claims=tuple(named))


def _without_documents(state: State, hidden: frozenset[str]) -> State:
    return dataclasses.replace(
        state,
        readings=tuple(one for one in state.readings if one.document not in hidden),
        layers=tuple(one for one in state.layers if one.document not in hidden),
    )


def _with_statements(state: State, keep: Iterable[str]) -> State:
    kept = frozenset(keep)
    readings = tuple(
        dataclasses.replace(reading, statements=tuple(one for one in reading.statements if one.id in kept))
        for reading in state.readings
    )
    return dataclasses.replace(state, readings=readings)


def _limited(case: Case, state: State, weighed: Weighed, hidden: frozenset[str] | set[str]) -> Case:
    """The case with the claims that are not hidden, and with what these stand on."""
    present = {one.id for reading in state.readings for one in reading.statements} - set(hidden)
    claims = tuple(
        limited for claim in weighed.claims if claim.id not in hidden and (limited := _claim(claim, present)).statements
    )
    kept = {one for claim in claims for one in claim.statements}
    claims = tuple(_claim(claim, kept) for claim in claims)
    told = tuple(found for one in weighed.happenings if (found := _happening(one, kept)).statements)
    named = {one.id for one in told}
    claims = tuple(one if one.happening in named else dataclasses.replace(one, happening="") for one in claims)
    limited_weighed = dataclasses.replace(
        weighed,
        resolved=tuple(one for one in weighed.resolved if one.id in kept),
        claims=claims,
        happenings=told,
    )
    return dataclasses.replace(case, state=_with_statements(state, kept), weighed=limited_weighed)


def _claim(claim: Claim, kept: Iterable[str]) -> Claim:
    known = frozenset(kept)
    return dataclasses.replace(
        claim,
        statements=tuple(one for one in claim.statements if one in known),
        replies=tuple(one for one in claim.replies if one in known),
        proceedings=tuple(one for one in claim.proceedings if one in known),
        origins=tuple(
            dataclasses.replace(
                origin,
                statements=tuple(origin.statements[at] for at in at_kept),
                why=tuple(origin.why[at] for at in at_kept),
                ties=tuple(origin.ties[at] for at in at_kept if origin.ties),
                proof=tuple(origin.proof[at] for at in at_kept if origin.proof),
            )
            for origin in claim.origins
            if (at_kept := [at for at, one in enumerate(origin.statements) if one in known])
        ),
        drift=tuple(
            one
            for one in claim.drift
            if one.repetition in known
            and (one.origin or one.repetition) in known
            and (one.variant or one.repetition) in known
        ),
        judgements=tuple(one for one in claim.judgements if {one.left, one.right} <= known),
        asked=tuple(dataclasses.replace(one, reply=one.reply if one.reply in known else "") for one in claim.asked),
    )


def _happening(one: Happening, kept: Iterable[str]) -> Happening:
    known = frozenset(kept)
    return dataclasses.replace(
        one,
        statements=tuple(id_ for id_ in one.statements if id_ in known),
        judgements=tuple(judged for judged in one.judgements if {judged.left, judged.right} <= known),
    )
