"""Whether two tellings are of one happening: a stated difference forbids it, two stated agreements make it."""

from datetime import timedelta

from longarm.claims import words
from longarm.claims.context import Context
from longarm.claims.happenings.tellings import Telling
from longarm.claims.judging import NOT_SAME, SAME, UNSURE, Verdict, likeness
from longarm.core.intervals import Interval
from longarm.core.phrases import listed
from longarm.model.periods import Period

ALIKE = 0.34  # share of telling words in common (Dice) that counts as an agreement
SHARP = 31  # days: a period no longer than this agrees; a year that both name tells nothing
SLACK = timedelta(days=7)  # one arrest is dated by the day it was made, charged or announced
NEEDED = 2  # agreements
OF_PEOPLE = frozenset({"arrest", "charge", "plea", "conviction", "acquittal", "charge-dropped"})  # each of somebody


def judge(left: Telling, right: Telling, context: Context, *, is_one_story: bool = False) -> Verdict:
    """Same, not same or unsure, with the reason.

    Args:
        is_one_story: the two documents as a whole tell of one happening.
    """
    if difference := _difference(left, right, context):
        return Verdict(NOT_SAME, difference)
    if left.item.statement.span.overlaps(right.item.statement.span):
        return Verdict(SAME, "told in the same words of one text")
    agreed = [*_agreements(left, right, context), *(["the story of the documents"] if is_one_story else [])]
    if len(agreed) >= NEEDED:
        return Verdict(SAME, f"one {_named(left.what)}: {', '.join(agreed)} agree and nothing stated differs")
    return Verdict(UNSURE, f"one {_named(left.what)}: only {agreed[0]} agrees" if agreed else "nothing stated agrees")


def _named(what: str) -> str:
    return what.replace("-", " ")


def parted(left: Telling, right: Telling, context: Context) -> bool:
    """Whether two tellings state another place or actor, which nothing that either shares with a third outweighs."""
    if left.actor and right.actor and left.actor != right.actor:
        return True
    return bool(left.places and right.places) and not _touch(left, right, context)


def _difference(left: Telling, right: Telling, context: Context) -> str:
    if left.what != right.what:
        return f"another kind: {_named(left.what)}, {_named(right.what)}"
    if left.is_denied != right.is_denied:
        return "one pleads guilty and the other not guilty"
    if left.actor and right.actor and left.actor != right.actor:
        return f"another actor: {left.actor}, {right.actor}"
    if left.places and right.places and not _touch(left, right, context):
        return "other places"
    if left.period and right.period and not _meet(left.period, right.period):
        return f"other times: {left.period}, {right.period}"
    if left.people and right.people and not left.people.meets(right.people):
        return f"other numbers of people: {left.people}, {right.people}"
    if left.what in OF_PEOPLE and left.names and right.names and not left.names & right.names:
        return f"other people: {listed(sorted(left.names))}; {listed(sorted(right.names))}"
    return ""


def _agreements(left: Telling, right: Telling, context: Context) -> list[str]:
    found = []
    if _touch(left, right, context):
        found.append("place")
    if left.period and right.period and _is_sharp(left.period) and _is_sharp(right.period):
        found.append("time")
    if left.people and right.people and _is_told(left.people) and _is_told(right.people):
        found.append("number of people")
    if left.target & right.target:
        found.append("target")
    if _is_worded_alike(left, right):
        found.append("wording")
    if left.actor and left.actor == right.actor and found:
        found.append("actor")
    return found


def _is_worded_alike(left: Telling, right: Telling) -> bool:
    """Whether two tellings share words beside those that every step shares ("people were arrested")."""
    is_own = bool((left.content & right.content) - words.generic())
    return is_own and likeness(left.content, right.content) >= ALIKE


def _is_told(people: Interval) -> bool:
    return people.is_exact and people.low > 1


def _touch(left: Telling, right: Telling, context: Context) -> bool:
    return any(context.holds(one, other) or context.holds(other, one) for one in left.places for other in right.places)


def _meet(left: Period, right: Period) -> bool:
    one, other = left.days(), right.days()
    if one is None or other is None:
        return True
    return one[0] <= other[1] + SLACK and other[0] <= one[1] + SLACK


def _is_sharp(period: Period) -> bool:
    days = period.days()
    return days is not None and (days[1] - days[0]).days <= SHARP
