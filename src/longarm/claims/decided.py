"""People's decisions on claims: what they joined or parted, which ties they undid, steps and replies they added."""

import dataclasses
from collections.abc import Container, Mapping, Sequence

from longarm.claims.clusters import Cluster
from longarm.claims.context import Context
from longarm.claims.judging import NOT_SAME
from longarm.claims.origins.members import Rooted
from longarm.claims.origins.roots import ATTRIBUTED, PRESUMED, Root
from longarm.claims.proceedings import happened
from longarm.claims.replies import Contest
from longarm.model.claims import UNKNOWN, Asked, Judgement, Resolved
from longarm.model.rulings import Joining, Rulings


def joined(clusters: Sequence[Cluster], items: Sequence[Resolved], joinings: Sequence[Joining]) -> list[Cluster]:
    """The clusters as people joined and parted them, ordered by first members; their judgement wins."""
    if not joinings:
        return list(clusters)
    at = {item.id: index for index, item in enumerate(items)}
    home = {index: group for group in clusters for index in group.members}
    for joining in joinings:
        inside = [at[one] for one in joining.statements if one in at]
        rest = [at[one] for one in joining.rest if one in at]
        if joining.rest:
            _part(inside, rest, home, items, joining.reason)
        else:
            _join(inside, home, items, joining.reason)
    kept = {id(group): group for group in home.values()}
    for group in kept.values():
        group.members.sort()
    return sorted(kept.values(), key=lambda group: group.members[0])


def _join(inside: Sequence[int], home: dict[int, Cluster], items: Sequence[Resolved], reason: str) -> None:
    if not inside:
        return
    first = home[min(inside)]
    for index in inside:
        other = home[index]
        if other is first:
            continue
        first.join(other.members, items, None, reason)
        first.judgements.extend(other.judgements)
        home.update(dict.fromkeys(other.members, first))


def _part(
    inside: Sequence[int], rest: Sequence[int], home: dict[int, Cluster], items: Sequence[Resolved], reason: str
) -> None:
    stays = {id(home[index]): home[index] for index in rest}
    leaving = [index for index in inside if id(home[index]) in stays]
    if not leaving:
        return
    new = Cluster()
    new.join(sorted(leaving), items, None, reason)
    for index in leaving:
        old = home[index]
        old.members.remove(index)
        mine = items[index].id
        old.judgements = [one for one in old.judgements if mine not in (one.left, one.right)]
        if old.members:
            new.judgements.append(Judgement(items[old.members[0]].id, mine, NOT_SAME, reason))
        home[index] = new


def tied(roots: Sequence[Rooted], rulings: Rulings) -> list[Rooted]:
    """The roots with presumed ties confirmed or undone."""
    return [(item, _tied(found, rulings.ties.get(item.id))) for item, found in roots]


def _tied(found: Root, ruling: tuple[str, str] | None) -> Root:
    if ruling is None or found.tie != PRESUMED:
        return found
    verdict, who = ruling
    if verdict == "confirmed":
        return dataclasses.replace(found, tie=ATTRIBUTED, why=f"{found.why} {who}")
    return Root(UNKNOWN, "", ATTRIBUTED, found.backs, f"Not tied to what it was presumed to rest on. {who}")


def steps(
    found: Sequence[tuple[str, ...]],
    groups: Sequence[Sequence[Resolved]],
    added: Mapping[str, tuple[str, ...]],
    context: Context,
) -> list[tuple[str, ...]]:
    """The steps of proceedings of each claim, with those that people set beside it, the latest first."""
    items = {item.id: item for members in groups for item in members}

    def lateness(step: str) -> tuple[bool, int]:
        day = happened(items[step], context)
        return day is None, -day.toordinal() if day else 0

    made = []
    for known, members in zip(found, groups, strict=True):
        mine = {item.id for item in members}
        more = [step for step, about in added.items() if step in items and mine & set(about) and step not in known]
        made.append(tuple(sorted((*known, *more), key=lateness)) if more else known)
    return made


def answered(contest: Contest, members: Sequence[Resolved], rulings: Rulings, known: Container[str]) -> Contest:
    """The contest of a claim with the replies that people received for it, these first."""
    replies = [one.reply for item in members for one in rulings.asked.get(item.id, ()) if one.reply in known]
    more = tuple(dict.fromkeys(one for one in replies if one not in contest.replies))
    if not more:
        return contest
    level = "answered" if contest.level == "unanswered" else contest.level
    return Contest(level, (*more, *contest.replies), contest.unlisted)


def asked(members: Sequence[Resolved], rulings: Rulings) -> tuple[Asked, ...]:
    """What was asked of whom on a claim, each party once."""
    found = {one.party: one for item in members for one in rulings.asked.get(item.id, ())}
    return tuple(found.values())
