"""Whether two questions are one: same, not same or unsure, always with the reason."""

from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from longarm.claims import topics, words
from longarm.claims.context import Context
from longarm.claims.questions import Question
from longarm.model.periods import Period

# Shares of common telling words (Dice) from which two assertions are one question. Set on the labelled sentences of
# the project's own tests: rewritings of one assertion lie above, other assertions on the same topic below.
SAME_WORDS = 0.6
SAME_WORDS_AND_ROLES = 0.34  # where method and actor are stated and equal, and target or place agree
UNSURE_WORDS = 0.4
COMMON = 3  # telling words in common that two wordings must have, one less where method and actor agree
FEWEST = 2  # the same for equal wordings: "it was closed" is said of anything
SAME_QUOTATION = 80.0  # rapidfuzz ratio of normalised quotations; two translations of one sentence reach 84
SHORT_QUOTATION = 4  # words a quotation must have to be matched by likeness and not letter by letter
STEP_SLACK = timedelta(days=7)  # one arrest is dated by the day it was made, charged or announced

SAME, NOT_SAME, UNSURE = "same", "not-same", "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison found, and why."""

    verdict: str
    reason: str


def conflict(left: Question, right: Question) -> str:
    """The stated difference that makes two questions, or empty; what is unsaid never differs."""
    for name, one, other in (
        ("actor", left.actor, right.actor),
        ("programme", left.programme, right.programme),
        ("answer's party", left.answerer, right.answerer),
    ):
        if one and other and one != other:
            return f"another {name}: {one}, {other}"
    if left.kind in ("figure", "presence") and left.method and right.method and left.method != right.method:
        return f"another method: {left.method}, {right.method}"
    if left.period and right.period and not overlaps(left.period, right.period, left.is_step or right.is_step):
        return f"other times: {left.period}, {right.period}"
    return ""


def overlaps(left: Period, right: Period, step: bool = False) -> bool:
    """Whether two dated periods share a day; steps of a proceeding are given some days."""
    one, other = left.days(), right.days()
    if one is None or other is None:
        return True
    slack = STEP_SLACK if step else timedelta(0)
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def judge(left: Question, right: Question, context: Context) -> Verdict:
    """Whether two assertions in words (acts, purposes, legal, responses, remedies) answer one question."""
    if difference := conflict(left, right):
        return Verdict(NOT_SAME, difference)
    if left.target and right.target and not left.target & right.target:
        return Verdict(NOT_SAME, "other targets")
    if left.numbers and right.numbers and _are_others(left.numbers, right.numbers):
        return Verdict(NOT_SAME, "other numbers")
    where = _where(left, right, context)
    if where == NOT_SAME:
        return Verdict(NOT_SAME, "other places")
    share = likeness(left.content, right.content)
    common = len((left.content & right.content) - words.cardinals())
    agreed = bool(left.method and left.method == right.method and left.actor and left.actor == right.actor)
    agreed = agreed and bool(left.target & right.target or (left.places and left.places == right.places))
    floor = SAME_WORDS_AND_ROLES if agreed else SAME_WORDS
    said = f"{share:.0%} of the telling words in common" + (", and method and roles agree" if agreed else "")
    is_method_told = left.is_told and right.is_told
    if is_method_told and left.method and right.method and left.method != right.method:
        return Verdict(UNSURE if share >= floor else NOT_SAME, f"{said}, but another method")
    if left.stage and right.stage and left.stage != right.stage:
        return Verdict(UNSURE if share >= floor else NOT_SAME, f"{said}, but another step")
    if share >= floor and common < COMMON - agreed and left.content != right.content:
        return Verdict(UNSURE, f"{said}, but these are only {common}")
    if share >= floor and common < FEWEST and not agreed:
        return Verdict(UNSURE, f"{said}, but these are only {common}")
    averted = words.load().averted
    if share >= floor and (left.content & averted) != (right.content & averted):
        return Verdict(UNSURE, f"{said}, but only one tells of what was averted or undone")
    own = (left.content & right.content) - words.cardinals() - topics.stems()
    is_placed = bool(set(left.places) & set(right.places))  # one place that both state parts them from other assertions
    is_counted = bool(left.numbers and left.numbers == right.numbers)
    is_any_step = left.is_step and not is_counted and len(own - words.generic()) < FEWEST  # "people were arrested"
    is_bare = is_any_step or (len(own) < COMMON - agreed and left.content != right.content)
    if share >= floor and not is_placed and is_bare:
        return Verdict(UNSURE, f"{said}, but these hardly tell more than the topic")
    if share >= floor:
        return Verdict(UNSURE, f"{said}, but one place is inside the other") if where == UNSURE else Verdict(SAME, said)
    return Verdict(UNSURE if share >= UNSURE_WORDS else NOT_SAME, said)


def _are_others(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether figures are of different things: "six, one of them a doctor" tells of the "six", "three and two" not."""
    return left[0] != right[0] or not (set(left) <= set(right) or set(right) <= set(left))


def judge_quotations(left: str, right: str) -> Verdict:
    """Whether two quotations in one writing are the same words, perhaps shortened, changed or translated."""
    if left == right:
        return Verdict(SAME, "the same words")
    short, long = sorted((left, right), key=len)
    if len(short.split()) < SHORT_QUOTATION:
        return Verdict(NOT_SAME, "too short to be matched by likeness")
    ratio = fuzz.ratio(left, right, score_cutoff=SAME_QUOTATION)
    if ratio:
        return Verdict(SAME, f"quotations alike by {ratio:.0f} %")
    if f" {short} " in f" {long} ":
        return Verdict(SAME, "one quotation is a part of the other")
    return Verdict(NOT_SAME, "other words")


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Twice the common words over all words of both (Dice), 0 to 1."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def _where(left: Question, right: Question, context: Context) -> str:
    """Same where a place is unsaid or equal, unsure where one holds the other, else not same."""
    if not left.places or not right.places or set(left.places) & set(right.places):
        return SAME
    nested = any(
        context.holds(one, other) or context.holds(other, one) for one in left.places for other in right.places
    )
    return UNSURE if nested else NOT_SAME
