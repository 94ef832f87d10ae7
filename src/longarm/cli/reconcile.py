"""`longarm reconcile`."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from longarm.cli import output
from longarm.cli.options import JSON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from longarm.model.reconciliation import Bound, Constraint, Reconciliation

FINDING = 1


@click.command("reconcile", short_help="Whether the figures of a table can all be true.")
@click.argument("figures", type=click.Path(path_type=Path))
@JSON
@click.option("--seconds", type=click.FloatRange(min=0.1), default=60, show_default=True, help="Work to spend at most.")
@click.option("--all", "all_", is_flag=True, help="List every bound, not those of the table's own places only.")
@click.option("--explain", is_flag=True, help="Which rule makes which constraint from which figures, instead.")
def command(figures: Path, as_json: bool, seconds: float, all_: bool, explain: bool) -> int:
    """Whether the figures of FIGURES (CSV) can all be true, and if not, which of them cannot.

    Columns: id, measure, place, as_of, low, high, operator, programme, source, relation, whole, since, part_of,
    complete, kind, known_at, basis, set. Only id, measure, place and low or high are needed; docs/reconcile.md tells
    what each means. Exit code 1 where a hard conflict is found. With --explain, FIGURES may be the folder of a case.

    \b
    Examples:
      longarm reconcile figures.csv
      longarm reconcile figures.csv --json | jq .conflicts
      longarm reconcile figures.csv --explain
    """
    from longarm.desk.reconcile import explained, of_table
    from longarm.model.interchange.reconciliation import reconciliation_data

    if explain:
        made = explained(figures)
        output.data([asdict(one) for one in made]) if as_json else _constraints(made)
        return 0
    found, notes = of_table(figures, seconds)
    for note in notes:
        output.talk(f"Note: {note}")
    if as_json:
        output.data(reconciliation_data(found))
    else:
        render(found, all_)
    return FINDING if found.consistent == "no" else 0


def render(found: "Reconciliation", all_: bool = False) -> None:
    """Prints an answer, conflicts first."""
    output.say(_VERDICTS[found.consistent])
    for sentence in found.unproved:
        output.say(f"Not proved. {sentence}")
    conflicts(found)
    if found.set_aside:
        output.head("Ways to set the fewest figures aside (none is chosen)")
        for ids in found.set_aside:
            output.say(", ".join(ids), 2, 2)
    if found.revisions:
        output.head("Revisions (totals that grew by more than was told)")
        for revision in found.revisions:
            output.say(f"{', '.join(revision.statements)}: by {revision.by:,}", 2, 2)
    shown = [bound for bound in found.bounds if all_ or bound.because]
    output.head(f"Bounds ({len(shown)})")
    for bound in shown:
        output.say(bound_line(bound), 2, 2)


def _constraints(made: "Iterable[Constraint]") -> None:
    rule = ""
    for one in made:
        if one.rule != rule:
            rule = one.rule
            output.head(f"{one.rule}: {one.says}")
        by = f"  by {', '.join(one.figures)}" if one.figures else ""
        output.say(f"{one.text}{by}", 2, 4)
        for words in one.words:
            output.say(words, 6, 2)


def conflicts(found: "Reconciliation", limit: int | None = None) -> None:
    """Prints the conflicts of an answer, those that say the same on one line.

    Args:
        limit: lines at most; None prints all.
    """
    if not found.groups:
        return
    kinds = Counter(conflict.kind for conflict in found.conflicts)
    counts = ", ".join(f"{kinds[kind]} {kind}" for kind in ("hard", "apparent") if kinds[kind])
    output.head(f"Figures that cannot all be true ({counts}{', and more' if found.more else ''})")
    for group in found.groups[:limit]:
        kind = group.kind if not group.reading else f"{group.kind} ({group.reading})"
        output.say(f"{kind}: {group.sentence}", 2, 2)
    if limit is not None and len(found.groups) > limit:
        output.say(f"... and {len(found.groups) - limit} more: --all lists them", 2)


def bound_line(bound: "Bound") -> str:
    """A bound on one line: what, where, when, between which numbers, by which figures."""
    operator = f"operator {bound.operator_name}" if bound.operator else ""
    scope = ", ".join(part for part in (operator, bound.programme) if part)
    counted = bound.measure if bound.counted_set == "all" else f"{bound.measure} of {bound.counted_set}"
    high = "no upper bound" if bound.high is None else f"{bound.high:,}"
    marks = [*(["conditional"] if bound.conditional else []), *([] if bound.exact else ["outer"])]
    tail = f" ({', '.join(marks)})" if marks else ""
    when = f", {bound.as_of}" if bound.as_of else ""
    because = f" by {', '.join(bound.because[:12])}" if bound.because else ""
    more = f" and {len(bound.because) - 12} more" if len(bound.because) > 12 else ""
    return (
        f"{counted}{f' ({scope})' if scope else ''}, {bound.place}{when}: {bound.low:,} to {high}{tail}{because}{more}"
    )


_VERDICTS = {
    "yes": "The figures can all be true.",
    "under-readings": "The figures can all be true, but only if what they leave open is read so.",
    "no": "The figures cannot all be true.",
    "unknown": "Whether the figures can all be true is not proved.",
}
