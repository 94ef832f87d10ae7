"""`longarm report`."""

import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from longarm.cli import output
from longarm.cli.options import CASE, JSON
from longarm.cli.reconcile import conflicts
from longarm.core.phrases import counted, listed, ranged
from longarm.model.periods import date_words

if TYPE_CHECKING:
    from longarm.desk.figures import Answer, BoundLine
    from longarm.desk.report import ClaimLine, MissingWork, Report
    from longarm.languages.conventions import Convention

DOCUMENTS = 40  # documents that are listed at least: the others parts call them by number
LISTED = 6  # answers of a claim that are listed
NAMED = 3  # figures that a bound names


@click.command("report", short_help="The case on the terminal, and what to check first.")
@CASE
@JSON
@click.option("--all", "all_", is_flag=True, help="List every claim, figure and check, not the first ones only.")
def command(case: Path, as_json: bool, all_: bool) -> None:
    """The case on the terminal: what was read and what not, figures, claims with their origins and replies, what to
    check first.

    Everything in it is what documents say, never a fact.

    \b
    Examples:
      longarm report cases/harbour
      longarm report cases/harbour --all | less
      longarm report cases/harbour --json
    """
    from longarm.desk.case import open_case, remarks
    from longarm.desk.report import report

    found = report(open_case(case, texts=False, readings=False), remarks(case))
    if as_json:
        output.data(dataclasses.asdict(found))
    else:
        render(found, case, sys.maxsize if all_ else 12)


def render(report: "Report", case: Path, limit: int) -> None:
    """Prints a report; at most `limit` lines of each kind."""
    output.say(report.title)
    if report.scope:
        output.say(report.scope)
    output.say(f"{_reviewed(report)} Nothing here is a fact; it is what documents say.")
    if report.conventions:
        output.say(f"This case reads {', '.join(map(_convention, report.conventions))}.")
    _documents(report, limit)
    _missing_works(report, limit)
    conflicts(report.reconciliation, limit)
    _bounds(report, limit)
    _figures(report, limit)
    _claims(report, limit)
    output.head(f"What to check first ({len(report.check_first)})")
    for number, check in enumerate(report.check_first[:limit], start=1):
        output.say(f"{number}. {check.sentence} [{check.ids[0] if check.ids else ''}]", 2, 3)
    _more(len(report.check_first), limit)
    output.write()
    if report.claims:
        output.say(f"One of them with its words: longarm show {output.typed(case)} ID")
    elif not report.documents:
        output.say(f"The case is empty. Next: longarm build {output.typed(case)} DOCUMENTS")


def _reviewed(report: "Report") -> str:
    if not report.reviewed:
        return "Machine-read, not reviewed."
    return f"Machine-read; people have reviewed {counted(report.reviewed, 'statement')}."


def _convention(found: "Convention") -> str:
    return f"{found.name} as {found.value:,} (longarm: {found.shipped:,})"


def _missing_works(report: "Report", limit: int) -> None:
    missing = [work for work in report.missing_works if work.claims or work.cited_by > 1]
    if missing:
        output.head(f"Cited, and not in the case ({len(missing)})")
    for work in missing[:limit]:
        output.say(_missing(work), 2, 2)
    _more(len(missing), limit)


def _missing(work: "MissingWork") -> str:
    also = f", also called {', '.join(work.also)}" if work.also else ""
    party = f" by {work.party}{also}" if work.party else ""
    title = f"\u201c{work.title}\u201d" if work.title else f"An untitled {work.kind or 'work'}"
    rests = f"{counted(work.claims, 'claim')} {'rests' if work.claims == 1 else 'rest'} on it"
    cited = f"{counted(work.cited_by, 'document')} {'cites' if work.cited_by == 1 else 'cite'} it"
    return f"{title}{party}; {cited}, {rests} [{work.id}]"


def _bounds(report: "Report", limit: int) -> None:
    """A line a place, under what is counted and when."""
    if not report.bounds:
        return
    output.head(f"What the figures leave possible ({len(report.bounds)})")
    groups: dict[str, list[BoundLine]] = {}
    for bound in report.bounds[:limit]:
        groups.setdefault(_counted(bound), []).append(bound)
    for what, bounds in groups.items():
        output.say(what, 2, 2)
        for bound in bounds:
            output.say(_bound(bound), 4, 2)
    _more(len(report.bounds), limit)


def _counted(bound: "BoundLine") -> str:
    scope = [bound.measure, *([f"operator {bound.operator}"] if bound.operator else []), *bound.scope]
    scope += [f"as of {date_words(bound.as_of)}"] if bound.as_of else []
    scope += [f"at the undated time of {listed(bound.told_in, NAMED)}"] if bound.told_in else []
    return ", ".join(scope)


def _bound(bound: "BoundLine") -> str:
    marks = [*(["if some are set aside"] if bound.conditional else []), *([] if bound.exact else ["or closer"])]
    by = "; ".join(bound.because[:NAMED]) + (f" and {len(bound.because) - NAMED} more" * (len(bound.because) > NAMED))
    number, marked = ranged(bound.low, bound.high), ", ".join(marks)
    return f"{bound.place}: {number}{f' ({marked})' if marks else ''}, by {by}"


def _documents(report: "Report", limit: int) -> None:
    most = max(limit, DOCUMENTS)
    read = [one for one in report.documents if one.read == "yes"]
    output.head(f"Documents: {len(read)} of {len(report.documents)} machine-read")
    for one in read[:most]:
        published = f"{one.published}, the day its file was made" if one.is_file_date else one.published
        about = ", ".join(part for part in (one.publisher, published, one.path) if part)
        told = counted(one.statements, "statement")
        output.say(f"{one.number} {one.title} ({about}): {told} [{one.id}]", 2, 4)
        if one.also:
            output.say(f"the same bytes as {', '.join(one.also)}", 6, 2)
    _more(len(read), most)
    if report.remarks:
        output.head(f"Read with a remark ({len(report.remarks)})")
        for remark in report.remarks[:most]:
            output.say(f"{remark.path}: {remark.sentence}", 2, 2)
        _more(len(report.remarks), most)
    if report.not_read:
        output.head(f"Not machine-read ({len(report.not_read)})")
        for failure in report.not_read[:most]:
            output.say(f"{failure.path}: {failure.code}: {failure.reason}", 2, 2)
        _more(len(report.not_read), most)


def _figures(report: "Report", limit: int) -> None:
    output.head(f"Figures, by measure and place ({len(report.figures)})")
    for figures in report.figures[:limit]:
        output.say(f"{figures.measure or 'unnamed measure'}, {figures.place}", 2, 2)
        for answer in figures.answers[:limit]:
            output.say(_answer(answer), 4, 2)
        if len(figures.answers) > limit:
            output.say(f"... and {len(figures.answers) - limit} more answers", 4)
    _more(len(report.figures), limit)


def _answer(answer: "Answer") -> str:
    interval = output.interval(answer.low, answer.high)
    if answer.relation:
        interval = f"{interval} {answer.relation}"
    when = f", as of {date_words(answer.as_of)}" if answer.as_of else ""
    when += f", {date_words(answer.period)}" if answer.period else ""
    hedges = f" ({', '.join(answer.hedges)})" if answer.hedges else ""
    denied = "not " if answer.denied else ""
    return f"{denied}{interval} \u201c{answer.words}\u201d{hedges}{when}: {answer.who} [{answer.statement}]"


def _claims(report: "Report", limit: int) -> None:
    leading = [claim for claim in report.claims if not claim.passing]
    passing = report.claims[len(leading) :]
    output.head(f"Claims ({len(leading)})")
    last = ""
    for claim in leading[:limit]:
        if claim.support != last:
            output.say(f"{claim.support}:", 1)
            last = claim.support
        _claim(claim)
    _more(len(leading), limit)
    if passing:
        output.head(f"Told in passing, each by one document beside its subject ({len(passing)})")
        for claim in passing[: max(0, limit - len(leading))]:
            _claim(claim)
        _more(len(passing), max(0, limit - len(leading)))


def _claim(claim: "ClaimLine") -> None:
    output.say(f"{claim.question} [{claim.id}]", 2, 2)
    origins = f"{claim.low}" if claim.low == claim.high else f"{claim.low} to {claim.high}"
    output.say(
        f"{counted(claim.statements, 'statement')} in {counted(claim.documents, 'document')}; "
        f"independent origins: {origins}; "
        f"{claim.contest.replace('-', ' ')}",
        4,
        2,
    )
    if claim.apart:
        more = f" and {len(claim.apart) - LISTED} more" if len(claim.apart) > LISTED else ""
        output.say(f"the answers have no number in common: {'; '.join(claim.apart[:LISTED])}{more}", 4, 2)
    for origin in claim.origins:
        told = counted(origin.statements, "statement")
        output.say(f"{output.origin(origin.name, origin.work)} ({origin.tie}, {told})", 4, 2)
    for reply in claim.replies:
        output.say(f"reply, as {reply.who} tells it: \u201c{reply.words}\u201d [{reply.statement}]", 4, 2)


def _more(count: int, limit: int) -> None:
    if count > limit:
        output.say(f"... and {count - limit} more: --all lists them", 2)
