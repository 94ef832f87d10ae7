"""What an edition changes against the last one: claims, and the least and greatest counts; codes and numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from longarm.model.editions import Count, Edition, Issue, Standing, withdrawn

# What of a claim is compared, in the order in which it is told.
NUMBERS = ("statements", "replies", "proceedings", "drift")
DIGESTS = ("question", "told", "origins")
Value = str | int


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing of a claim that changed.

    Attributes:
        id: `support`, `contest`, `independence`, one of NUMBERS, of DIGESTS, or `other`.
        before, after: codes, numbers or ranges; empty where only that it changed is known.
    """

    id: str
    before: Value = ""
    after: Value = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim of both editions, with what is not as it was."""

    claim: str
    aspects: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Recount:
    """A least and greatest count that is not as it was; `before` or `after` is None where there was or is none."""

    before: Count | None
    after: Count | None

    @property
    def count(self) -> Count:
        """The one that tells what is counted."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edition changes.

    Attributes:
        last: the edition that it is compared with; None for a first edition.
        new, withdrawn: claim ids, sorted.
        changed: by claim id.
        recounts: new and changed bounds, and those that are gone, by measure, place and date.
        questions: (claim id, question) of withdrawn claims that may still be named.
        merged: (claim id, id of the claim that holds its statements now), by claim id.
    """

    edition: Edition
    last: Edition | None = None
    new: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    withdrawn: tuple[str, ...] = ()
    recounts: tuple[Recount, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.withdrawn or self.merged or self.recounts)


def changes(issue: Issue) -> Changes:
    """What an edition changes against the one before it; for a first edition, nothing."""
    last, edition = issue.last, issue.edition
    if last is None:
        return Changes(edition)
    gone = withdrawn(last, edition)
    merged = dict(issue.merged)
    return Changes(
        edition,
        last,
        new=withdrawn(edition, last),
        changed=tuple(_changed(last, edition)),
        withdrawn=tuple(one for one in gone if one not in merged),
        merged=tuple((one, merged[one]) for one in gone if one in merged),
        recounts=tuple(_recounts(last, edition)),
        questions=issue.questions,
    )


def _changed(last: Edition, edition: Edition) -> Iterator[Changed]:
    digests, were = dict(last.claims), {one.claim: one for one in last.standings}
    are = {one.claim: one for one in edition.standings}
    for claim, digest in edition.claims:
        was, now = were.get(claim), are.get(claim)
        if was and now and was != now:
            yield Changed(claim, tuple(_aspects(was, now)) or (Aspect("other"),))
        elif claim in digests and digests[claim] != digest and not (was and now):
            yield Changed(claim, (Aspect("other"),))


def _aspects(was: Standing, now: Standing) -> Iterator[Aspect]:
    for name in ("support", "contest"):
        if getattr(was, name) != getattr(now, name):
            yield Aspect(name, getattr(was, name), getattr(now, name))
    if (was.low, was.high) != (now.low, now.high):
        yield Aspect("independence", _range(was), _range(now))
    for name in NUMBERS:
        if getattr(was, name) != getattr(now, name):
            yield Aspect(name, getattr(was, name), getattr(now, name))
    numbered = {"told": was.statements != now.statements, "origins": (was.low, was.high) != (now.low, now.high)}
    for name in DIGESTS:
        if getattr(was, name) != getattr(now, name) and not numbered.get(name):
            yield Aspect(name)


def _range(one: Standing) -> str:
    return str(one.low) if one.low == one.high else f"{one.low}-{one.high}"


def _recounts(last: Edition, edition: Edition) -> Iterator[Recount]:
    were, are = _by_scope(last), _by_scope(edition)
    found: list[Recount] = []
    for scope in were.keys() | are.keys():
        pairs = zip_longest(were.get(scope, ()), are.get(scope, ()))
        found += (Recount(was, now) for was, now in pairs if not _is_same(was, now))
    yield from sorted(found, key=lambda one: (*_named(one.count), one.count.scope, one.count.low))


def _by_scope(edition: Edition) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = {}
    for count in sorted(edition.counts, key=lambda count: (count.scope, count.low, count.high or 0)):
        found.setdefault(count.scope, []).append(count)
    return found


def _is_same(was: Count | None, now: Count | None) -> bool:
    return was is not None and now is not None and (was.low, was.high) == (now.low, now.high)


def _named(count: Count) -> tuple[str, str, str]:
    return count.measure, count.place, count.as_of


def changes_data(made: Changes, history: tuple[Edition, ...]) -> dict[str, Any]:
    """The changes as JSON data.

    Args:
        history: all editions up to this one, in order.
    """
    questions = dict(made.questions)
    return {
        "edition": edition_data(made.edition),
        "since": edition_data(made.last) if made.last else None,
        "editions": [{**edition_data(one), "claims": len(one.claims)} for one in history],
        "new": list(made.new),
        "changed": [{"claim": one.claim, "aspects": [_aspect(it) for it in one.aspects]} for one in made.changed],
        "withdrawn": [{"claim": one, "question": questions.get(one)} for one in made.withdrawn],
        "merged": [{"claim": one, "into": now} for one, now in made.merged],
        "bounds": [_recount(one) for one in made.recounts],
    }


def edition_data(edition: Edition) -> dict[str, Any]:
    """Number and date of an edition; who published it stays in the case."""
    return {"number": edition.number, "date": edition.date or None}


def _aspect(aspect: Aspect) -> dict[str, Any]:
    return {"what": aspect.id, "before": _said(aspect.before), "after": _said(aspect.after)}


def _said(value: Value) -> Value | None:
    return None if value == "" else value


def _recount(one: Recount) -> dict[str, Any]:
    return {
        "measure": one.count.measure,
        "place_id": one.count.place,
        "as_of": one.count.as_of,
        "before": _ends(one.before),
        "after": _ends(one.after),
    }


def _ends(count: Count | None) -> dict[str, int | None] | None:
    return {"low": count.low, "high": count.high} if count else None
