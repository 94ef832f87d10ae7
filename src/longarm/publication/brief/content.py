"""What a brief says: the claims of a place, of a method or of all of a case, with what stands beside them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from longarm.errors import UsageError
from longarm.model.claims import Asked
from longarm.model.periods import date_words
from longarm.model.places import LEVELS, Place
from longarm.model.public import PublicClaim, PublicDocument, PublicStatement
from longarm.model.reconciliation import Bound, Conflict, ConflictGroup
from longarm.places import gazetteer
from longarm.publication.site import shell
from longarm.publication.site.bounds import merged
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.wording import wording

_NOT_EVENT = "mentioned"  # a place that is only mentioned is no place of the event
_MOST_NUMBERS = 4  # documents named behind one quotation
_OUTCOMES = ("legal", "remedy")
_SHOWN = ("measure", "place", "as_of", "counted_set", "operator", "programme", "basis", "low", "high", "conditional")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief is about: a gazetteer id, a method or response of the codebook; with neither, all of the case."""

    place: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each part a brief holds at most."""

    claims: int = 12
    quotes: int = 3
    bounds: int = 14
    conflicts: int = 6
    replies: int = 8
    outcomes: int = 10
    questions: int = 8

    def less(self) -> "Limits":
        """Limits a fifth lower, but one of each at least."""
        values = (max(1, getattr(self, name) * 4 // 5) for name in self.__slots__)
        return Limits(*values)


class Brief:
    """The parts of a brief over a released case.

    Raises:
        UsageError: nothing that is released is about the place or the method.
    """

    def __init__(self, dossier: Dossier, scope: Scope, limits: Limits) -> None:
        self._d, self._scope, self._limits = dossier, scope, limits
        if not self.all_claims:
            raise UsageError(
                f"no claim that this brief may hold is about {self.subject}: `longarm brief` takes a place by its name "
                "or gazetteer id (CA, Toronto), or a method by its id in the codebook"
            )

    @cached_property
    def subject(self) -> str:
        """What the brief is about, in words."""
        if self._scope.place:
            place = self._d.places.get(self._scope.place) or gazetteer.load().place(self._scope.place)
            return place.name if place else self._scope.place
        return shell.method_label(self._scope.method) if self._scope.method else self._d.case.title

    @cached_property
    def all_claims(self) -> tuple[PublicClaim, ...]:
        """Every claim in scope but replies, which stand beside what they answer; the best supported first."""
        found = [claim for claim in self._d.case.claims if claim.kind != "response" and self._is_about(claim)]
        return tuple(sorted(found, key=self._rank))

    @property
    def claims(self) -> tuple[PublicClaim, ...]:
        """The claims that are told in full."""
        return self.all_claims[: self._limits.claims]

    @property
    def left_out(self) -> int:
        """How many claims in scope are only in the dossier."""
        return len(self.all_claims) - len(self.claims)

    @cached_property
    def telling(self) -> int:
        """How many documents tell of the claims in scope."""
        return len({one.document for claim in self.all_claims for one in self._d.said(claim.statements)})

    def quotes(self, claim: PublicClaim) -> tuple[PublicStatement, ...]:
        """A few statements of a claim: one from each party that says it in the end, before a second one of any."""
        said = self._once(self._d.said(claim.statements))
        firsts = {self._d.innermost(one): one for one in reversed(said)}
        chosen = [one for one in said if firsts[self._d.innermost(one)] is one]
        chosen += [one for one in said if one not in chosen]
        return tuple(chosen[: self._limits.quotes])

    def numbers(self, statement: PublicStatement) -> tuple[int, ...]:
        """Numbers of the documents that give a statement in the same words of the same party, at most four."""
        return self._told_in[self._key(statement)][:_MOST_NUMBERS]

    def manner(self, statement: PublicStatement) -> str:
        """How it is told, in words: told as not so, alleged, possible; each once, empty for a plain assertion."""
        denied = statement.polarity == "denied" and all(one.attitude != "denies" for one in statement.voices)
        hedges = dict.fromkeys(wording().words("hedges", one.kind).label for one in statement.hedges)
        told = [f"told as {' and '.join(hedges)}"] if hedges else []
        silent = ["no answer told of"] if self._d.is_silent(statement) else []
        return ", ".join((*silent, *(["told as not so"] if denied and not silent else []), *told))

    @cached_property
    def bounds(self) -> tuple[Bound, ...]:
        """The least and greatest counts in scope, those with most figures behind them first; equal rows are one."""
        counts = self._d.case.reconciliation
        told = {one.id for claim in self.all_claims for one in self._d.said(claim.statements)}
        found = [bound for bound in (counts.bounds if counts else ()) if told.intersection(bound.because)]
        found = [bound for bound in found if self._is_named(bound)]
        if self._scope.place:
            found = [bound for bound in found if self._holds(bound.place_id)]
        often = Counter(one.measure for claim in self.all_claims for one in self._d.said(claim.statements))
        found.sort(
            key=lambda bound: (
                -often[bound.measure],
                bound.measure,
                -len(bound.because),
                self._level(bound.place_id),
                bound.place,
                bound.as_of,
                bound.counted_set,
            )
        )
        return merged(found, _SHOWN)[: self._limits.bounds]

    @cached_property
    def conflicts(self) -> tuple[ConflictGroup, ...]:
        """Figures in scope that cannot all hold, hard ones first; those that one sentence tells of are one."""
        counts = self._d.case.reconciliation
        told = {one for claim in self.all_claims for one in claim.statements}
        groups = (counts.groups or tuple(map(_alone, counts.conflicts))) if counts else ()
        found = [one for one in groups if told.intersection(id_ for ids in one.answers for id_ in ids)]
        found.sort(key=lambda conflict: conflict.kind != "hard")
        return tuple(found[: self._limits.conflicts])

    @cached_property
    def replies(self) -> tuple[PublicStatement, ...]:
        """What the accused answered, the latest document first."""
        ids = dict.fromkeys(reply for claim in self.all_claims for reply in claim.replies)
        said = self._latest(self._d.statements[one] for one in ids if one in self._d.statements)
        return self._once(said)[: self._limits.replies]

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Who was asked for a reply by those who made the case, and what came of it; each once."""
        return tuple(dict.fromkeys(replace(one, reply="") for claim in self.all_claims for one in claim.asked))

    @cached_property
    def outcomes(self) -> tuple[PublicStatement, ...]:
        """Investigations, charges, closures and what became of them, the latest document first."""
        said = [one for claim in self.all_claims if claim.kind in _OUTCOMES for one in self._d.said(claim.statements)]
        return self._once(self._latest(said))[: self._limits.outcomes]

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """What the documents leave open, a sentence each."""
        return tuple(list(dict.fromkeys(self._open()))[: self._limits.questions])

    @cached_property
    def documents(self) -> tuple[PublicDocument, ...]:
        """The documents that the brief quotes, by their number."""
        quoted = [one for claim in self.claims for one in self.quotes(claim)]
        quoted += [reply for claim in self.claims for reply in self._d.replies_to(claim)[:1]]
        used = {number for one in (*quoted, *self.replies, *self.outcomes) for number in self.numbers(one)}
        used |= {number for bound in self.bounds for number in self._untold(bound)[:_MOST_NUMBERS]}
        return tuple(document for document in self._d.case.documents if document.number in used)

    def is_told(self, claim: PublicClaim, reply: PublicStatement) -> bool:
        """Whether a reply already stands in full beside an earlier claim."""
        before = self.claims[: self.claims.index(claim)]
        told = (self._d.replies_to(one)[:1] for one in before)
        return any(self._key(first) == self._key(reply) for said in told for first in said)

    def counted(self, bound: Bound) -> str:
        """What a bound counts, in words: the measure, the set, who operates it and under which programme."""
        operator = self._d.places.get(bound.operator) or self._d.sources.get(bound.operator)
        parts = [shell.measure_label(bound.measure)]
        parts += [bound.counted_set] if bound.counted_set != "all" else []
        parts += [f"of {operator.name if operator else bound.operator}"] if bound.operator else []
        parts += [f"under {bound.programme}"] if bound.programme else []
        parts += [wording().words("basis", bound.basis).label] if bound.basis != "total" else []
        return " ".join((parts[0], *([f"({', '.join(parts[1:])})"] if parts[1:] else [])))

    def when(self, bound: Bound) -> str:
        """The date of a bound in words, or the numbers of the documents that tell of it without saying it."""
        if bound.as_of:
            return date_words(bound.as_of)
        told = self._untold(bound)
        shown = ", ".join(map(str, told[:_MOST_NUMBERS])) + (" and more" if len(told) > _MOST_NUMBERS else "")
        return f"not said in {shown}" if told else "not said"

    def _untold(self, bound: Bound) -> list[int]:
        """Numbers of the documents that tell of the moment of a bound without saying it."""
        return sorted({self._d.documents[one.document].number for one in self._d.said(bound.undated)})

    def _is_named(self, bound: Bound) -> bool:
        """Whether some figure is given for just that place: bounds of the regions around it say nothing new."""
        told = (self._d.statements[one] for one in bound.because if one in self._d.statements)
        return any(place.id == bound.place_id for one in told for place in one.places if place.role != _NOT_EVENT)

    def _open(self) -> Iterator[str]:
        for claim in self.claims:
            if claim.independence.low == 0:
                yield f"On whose knowledge does the answer rest? “{claim.question}” No origin is proved."
            elif claim.support == "retracted":
                yield f"What stands after the retraction? “{claim.question}”"
        for bound in self.bounds:
            if bound.high is None:
                when = self.when(bound) if bound.as_of else ""
                counted = ", ".join(filter(None, (_small(self.counted(bound)), bound.place, when)))
                yield f"How many at most ({counted})? No figure bounds it."
        count, unanswered = len(self.all_claims), sum(claim.contest == "unanswered" for claim in self.all_claims)
        if unanswered:
            yield f"What do those accused answer? {unanswered} of {count} claims have no reply in the documents."

    def _is_about(self, claim: PublicClaim) -> bool:
        if self._scope.method and claim.method != self._scope.method:
            return False
        return not self._scope.place or any(
            self._holds(place.id)
            for one in self._d.said(claim.statements)
            for place in one.places
            if place.role != _NOT_EVENT
        )

    def _holds(self, identity: str) -> bool:
        """Whether a place is the place of the brief or lies in it."""
        place: Place | None = self._d.places.get(identity)
        return identity == self._scope.place or (place is not None and self._scope.place in place.parents)

    def _rank(self, claim: PublicClaim) -> tuple[bool, bool, int, int, int, str, str]:
        return (
            claim.passing,
            claim.kind == "quotation",
            -claim.independence.low,
            -self._d.telling(claim),
            -len(claim.statements),
            claim.question,
            claim.id,
        )

    @cached_property
    def _told_in(self) -> dict[tuple[str, str], tuple[int, ...]]:
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for one in self._d.case.statements:
            found[self._key(one)].add(self._d.documents[one.document].number)
        return {key: tuple(sorted(numbers)) for key, numbers in found.items()}

    def _key(self, one: PublicStatement) -> tuple[str, str]:
        return self._d.innermost(one).casefold(), " ".join(re.findall(r"\w+", one.span.words.casefold()))

    def _once(self, statements: Iterable[PublicStatement]) -> tuple[PublicStatement, ...]:
        """The same words of one party once, the first of them."""
        found: dict[tuple[str, str], PublicStatement] = {}
        for one in statements:
            found.setdefault(self._key(one), one)
        return tuple(found.values())

    def _level(self, place: str) -> int:
        """Wide places first."""
        known = self._d.places.get(place)
        return -LEVELS.index(known.level) if known and known.level in LEVELS else 0

    def _latest(self, statements: Iterable[PublicStatement]) -> tuple[PublicStatement, ...]:
        def dated(one: PublicStatement) -> tuple[str, int]:
            document = self._d.documents[one.document]
            return str(document.published or ""), document.number

        return tuple(sorted(statements, key=dated, reverse=True))


def _alone(conflict: Conflict) -> ConflictGroup:
    answers = tuple((one,) for one in conflict.statements)
    return ConflictGroup(conflict.kind, conflict.reading, conflict.explanation, answers)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
