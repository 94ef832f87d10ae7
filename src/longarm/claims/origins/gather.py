"""The origins of a claim, and how many of them are independent."""

import dataclasses
from collections.abc import Sequence

from longarm.claims.context import CORRECTED, RETRACTED, Context
from longarm.claims.origins.independence import independence
from longarm.claims.origins.members import Rooted
from longarm.claims.origins.noted import with_kin, with_named, with_numbers
from longarm.claims.origins.roots import ATTRIBUTED, CONTRADICTED, PRESUMED, SEEN
from longarm.claims.status import TOLD_IN_RETRACTED
from longarm.model.claims import UNKNOWN, Independence, Origin

_STRENGTH = (SEEN, ATTRIBUTED, PRESUMED, CONTRADICTED)


def origins(roots: Sequence[Rooted], context: Context) -> tuple[tuple[Origin, ...], Independence]:
    """The origins of a claim, the known ones first and each with its statements, and how independent they are.

    A statement that its root denies, doubts, asks or contradicts, or whose work was retracted, has an origin too, but
    is no support and is not counted. Origins of a count stand behind each other only where their numbers confirm each
    other: what is given is that of the best supported number.
    """
    grouped: dict[tuple[str, str, bool], list[Rooted]] = {}
    for item, found in _with_works(roots):
        key = (found.source, found.work, found.tie == CONTRADICTED)
        grouped.setdefault(key, []).append((item, found))
    made = [_origin(key, members, context) for key, members in grouped.items()]
    known = [origin for origin in made if origin.source != UNKNOWN]
    unknown = [origin for origin in made if origin.source == UNKNOWN]
    best = independence(roots, context)
    noted = with_numbers(known, [item for item, _ in roots], best, context)
    hidden = [with_named(origin, best) for origin in unknown]
    return (*(with_kin(origin, known, context) for origin in noted), *hidden), best.independence


def _with_works(roots: Sequence[Rooted]) -> Sequence[Rooted]:
    """A party's statements of no named work stand with those of its only named work: one party, one knowledge."""
    works: dict[str, set[str]] = {}
    for _, found in roots:
        works.setdefault(found.source, set()).add(found.work)
    only = {source: max(known) for source, known in works.items() if len(known) == 2 and "" in known}
    return [
        (
            item,
            dataclasses.replace(found, work=only[found.source]) if found.source in only and not found.work else found,
        )
        for item, found in roots
    ]


def _origin(key: tuple[str, str, bool], members: list[Rooted], context: Context) -> Origin:
    ties = tuple(found.tie for _, found in members)
    return Origin(
        key[0],
        key[1],
        min(ties, key=_STRENGTH.index),
        tuple(item.id for item, _ in members),
        tuple(found.why for _, found in members),
        ties,
        tuple(found.proof for _, found in members),
        context.became(key[1]) or _telling([item.statement.document for item, _ in members], context),
    )


def _telling(documents: Sequence[str], context: Context) -> str:
    """What became of the texts that tell of an origin: a fault of theirs is not the origin's, and is said apart."""
    became = [context.became(context.document_works.get(document, "")) for document in documents]
    if all(one == RETRACTED for one in became):
        return TOLD_IN_RETRACTED
    worst = next((word for word in (RETRACTED, CORRECTED) if word in became), "")
    share = "" if all(became) else "in part "
    return f"told {share}in a {worst} text" if worst else ""
