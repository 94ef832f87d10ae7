"""From standing decisions to what the claims and the sources take of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from longarm.claims.judging import NOT_SAME, SAME
from longarm.ledger.decisions import latest
from longarm.model.claims import Asked, Judgement
from longarm.model.decisions import Decision, touches
from longarm.model.matters import Addition, Anonymity, Merge, Ownership, Reply, Split, Tying, Variants
from longarm.model.rulings import Joining, Rulings
from longarm.resolution.decided import Naming


def rulings(standing: Sequence[Decision]) -> Rulings:
    """What the decisions say of claims, happenings, ties, steps and replies."""
    joinings: list[Joining] = []
    pairs: list[Judgement] = []
    ties: dict[str, tuple[str, str]] = {}
    steps: dict[str, tuple[str, ...]] = {}
    asked: dict[str, list[Asked]] = defaultdict(list)
    for one in _in_force(standing):
        match one.what:
            case Merge(of="claim", statements=statements):
                joinings.append(Joining(statements, (), _told(one)))
            case Split(of="claim", statements=statements, rest=rest):
                joinings.append(Joining(statements, rest, _told(one)))
            case Merge(statements=statements):
                pairs += [Judgement(statements[0], other, SAME, _told(one)) for other in statements[1:]]
            case Split(statements=statements, rest=rest):
                pairs += [Judgement(other, leaving, NOT_SAME, _told(one)) for leaving in statements for other in rest]
            case Tying(statement=statement, verdict=verdict):
                ties[statement] = (verdict, _told(one))
            case Addition(statement=statement, about=about) if about:
                steps[statement.id] = about
            case Reply(about=about, party=party, status=status, on=on, reply=reply):
                asked[about].append(Asked(party, status, on, reply))
    found = {about: tuple(some) for about, some in asked.items()}
    return Rulings(tuple(joinings), tuple(reversed(pairs)), ties, steps, found)


def ownership(standing: Sequence[Decision], table: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The table of (owner, owned) of a case, as people added to it and took from it."""
    rows = dict.fromkeys(table)
    for one in _in_force(standing):
        if isinstance(one.what, Ownership):
            row = (one.what.owner, one.what.owned)
            if one.what.holds:
                rows[row] = None
            else:
                rows.pop(row, None)
    return tuple(rows)


def parted(namings: Iterable[Naming]) -> tuple[tuple[str, ...], ...]:
    """The names that were decided not to stand for one source."""
    return tuple(naming.names for naming in namings if naming.verdict == "not-same")


def namings(standing: Sequence[Decision]) -> tuple[Naming, ...]:
    """Which names stand for one source, which do not, and which stand for nobody."""
    found = []
    for one in _in_force(standing):
        match one.what:
            case Variants(names=names, verdict=verdict):
                found.append(Naming(names, verdict, _told(one)))
            case Anonymity(name=name, holds=True):
                found.append(Naming((name,), "nobody", _told(one)))
    return tuple(found)


def _in_force(standing: Sequence[Decision]) -> list[Decision]:
    """Those of which at least one side was not decided again."""
    last = latest(standing)
    return [one for one in standing if any(last[touch] is one for touch in touches(one.what))]


def _told(one: Decision) -> str:
    return f"{one.by} decided so{f': {one.why}' if one.why else '.'}"
