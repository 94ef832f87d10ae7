"""What to check first: sentences and works whose checking settles most, each with the reason."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from longarm.desk.building.metadata import is_file_date
from longarm.desk.deciding import rulings
from longarm.desk.names import Names
from longarm.ledger.decisions import stand
from longarm.model.case import Case
from longarm.model.claims import UNKNOWN, Claim, Resolved
from longarm.model.documents import Work
from longarm.model.statements import Statement
from longarm.resolution.people import doubles

ANSWERS = 6  # answers that a sentence lists
REPLY = "response"  # kind of claims that rest on nobody but whoever replies
FEW = 3  # checks of a kind that stand together
ACCUSING = ("act", "presence")  # kinds of claims that lay a deed to somebody
ORDER = (
    "conflict-hard",
    "no-reply",
    "figures-apart",
    "denied",
    "one-origin",
    "unknown-root",
    "drift",
    "same-person",
    "one-person",
    "unsure",
    "conflict-apparent",
    "missing-work",
    "file-date",
    "not-read",
)  # kinds of checks, what harms most first
MANY = 2  # documents from which a repeated claim is worth a look at its origin


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to check: a kind, a sentence with the reason, the ids it is about, how much hangs on it, and the names
    it asks about."""

    kind: str
    sentence: str
    ids: tuple[str, ...]
    weight: int
    names: tuple[str, ...] = ()


def checks(case: Case, names: Names) -> tuple[Check, ...]:
    """What to check: the weightiest few of each kind, in the order of `ORDER`, then the next few."""
    by_id = {one.id: one for one in case.weighed.resolved}
    found = [*_missing_works(case, names), *_not_read(case), *_file_dates(case)]
    found += _one_person(case, names)
    for claim in case.weighed.claims:
        found += [*_unreplied(claim, by_id), *_apart(claim, by_id), *_one_origin(claim, by_id, names), *_denied(claim)]
    found.sort(key=lambda check: (-check.weight, check.ids))
    before = Counter[str]()
    ranked = []
    for check in found:
        ranked.append((before[check.kind] // FEW, ORDER.index(check.kind), check))
        before[check.kind] += 1
    return tuple(check for _, _, check in sorted(ranked, key=lambda row: row[:2]))


def unreplied(claim: Claim) -> str:
    """What to say of an accusation by name that nobody answered and that no two origins bear out; else empty."""
    if not claim.accused or claim.contest != "unanswered" or claim.independence.low > 1:
        return ""
    rests = "one origin alone is proved" if claim.independence.low else "no origin is proved"
    asked = "who was asked did not answer" if claim.replies else "no reply is in the case"
    return f"It accuses {claim.accused}: {asked}, and {rests}."


def _unreplied(claim: Claim, by_id: Mapping[str, Resolved]) -> Iterator[Check]:
    if why := unreplied(claim):
        documents = {by_id[one].statement.document for one in claim.statements if one in by_id}
        yield Check("no-reply", f"{claim.question} {why}", (claim.id,), len(documents))


def resting_on(case: Case, work: Work) -> list[str]:
    """Ids of the claims that rest on a work, in order."""
    return [one.id for one in case.weighed.claims if any(origin.work == work.id for origin in one.origins)]


def _missing_works(case: Case, names: Names) -> Iterator[Check]:
    for work in case.weighed.works:
        resting = resting_on(case, work)
        if work.documents or not (resting or len(work.cited_by) >= MANY):
            continue
        party = f" of {names[work.party]}" if work.party else ""
        sentence = (
            f"Get {work.title or 'the ' + work.kind}{party} and add it: it is not in the case, "
            f"claims that rest on it: {len(resting)}, documents that cite it: {len(work.cited_by)}."
        )
        yield Check("missing-work", sentence, (work.id,), 2 * len(resting) + len(work.cited_by))


def _not_read(case: Case) -> Iterator[Check]:
    waiting = [one for one in case.state.failures if one.code != "superseded"]
    if waiting:
        sentence = (
            f"{len(waiting)} of the files given have no machine reading: read them, or mend them as the list says."
        )
        yield Check("not-read", sentence, tuple(one.path for one in waiting), len(waiting))


def _file_dates(case: Case) -> Iterator[Check]:
    dated = [one for one in case.state.documents if is_file_date(one)]
    if dated:
        what = "document is" if len(dated) == 1 else "documents are"
        sentence = (
            f"{len(dated)} {what} dated by the day on which the file was made, and “yesterday” is read by it: say in "
            "documents.csv when they were published, and build again."
        )
        yield Check("file-date", sentence, tuple(one.id for one in dated), len(dated))


def _apart(claim: Claim, by_id: dict[str, Resolved]) -> Iterator[Check]:
    """Figures of one question that have no number in common."""
    answers = apart(claim, by_id)
    if not answers:
        return
    told = tuple(dict.fromkeys(words for _, words in answers))
    words = "; ".join(told[:ANSWERS]) + (f" and {len(told) - ANSWERS} more" if len(told) > ANSWERS else "")
    sentence = f"{claim.question} The answers have no number in common: {words}. Compare the sentences and their dates."
    yield Check("figures-apart", sentence, (claim.id, *(id_ for id_, _ in answers)), 2 * len(answers))


def apart(claim: Claim, by_id: Mapping[str, Resolved]) -> tuple[tuple[str, str], ...]:
    """(Statement id, words) of the counts that answer a claim, where no number is in all of them; else empty.

    What a statement denies is no answer.
    """
    said = [by_id[one].statement for one in claim.statements if one in by_id]
    counted = [
        (one.id, one.quantity) for one in said if one.quantity and not one.quantity.relation and not is_denied(one)
    ]
    low = max((quantity.interval.low for _, quantity in counted), default=0)
    highs = [quantity.interval.high for _, quantity in counted if quantity.interval.high is not None]
    if not highs or min(highs) >= low:
        return ()
    return tuple((id_, quantity.span.words) for id_, quantity in counted)


def _one_origin(claim: Claim, by_id: dict[str, Resolved], names: Names) -> Iterator[Check]:
    documents = {by_id[one].statement.document for one in claim.statements if one in by_id}
    if len(documents) < MANY or claim.independence.low > 1 or claim.kind == REPLY:
        return
    known = [origin for origin in claim.origins if origin.source != UNKNOWN and origin.tie != "contradicted"]
    if len(known) == 1:
        rests = f"rests on {names[known[0].source]}"
        rests += " alone" if claim.independence.high <= 1 else ", and on what has no named origin"
    else:
        rests = "has no proved origin" if not known else "has no two independent origins"
    sentence = f"{claim.question} Told by {len(documents)} documents, it {rests}."
    is_of_subject = bool(claim.method)  # what a text tells beside its subject matters less
    yield Check("one-origin", sentence, (claim.id,), len(documents) * (1 + is_of_subject))


def _one_person(case: Case, names: Names) -> Iterator[Check]:
    """People behind one claim who may be one by their names: counted once, and never joined by a name alone."""
    standing, _ = stand(case.state.decisions)
    found = doubles(case.weighed.sources, rulings.parted(rulings.namings(standing)))
    told = [{origin.source for origin in claim.origins} for claim in case.weighed.claims]
    pairs = [(group[0], other) for group in found.groups for other in group[1:]]
    pairs += [(other, one) for one, others in found.doubts.items() for other in others]
    for full, short in pairs:
        weight = sum({full, short} <= sources for sources in told)
        if weight:
            sentence = (
                f"“{names[short]}” and “{names[full]}” may be one person, and count once behind {weight} "
                f"claim{'s' if weight > 1 else ''}: say on the page of the source whether they are."
            )
            yield Check("one-person", sentence, (short, full), weight)


def _denied(claim: Claim) -> Iterator[Check]:
    if claim.contest.startswith("denied"):
        sentence = f"{claim.question} It is {claim.contest.replace('-', ' ')}: read the reply beside it."
        yield Check("denied", sentence, (claim.id, *claim.replies), 1 + len(claim.replies))


def is_denied(statement: Statement) -> bool:
    """Whether it is told that something is not so."""
    return statement.polarity == "denied"
