"""`longarm reconcile`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from longarm.cli import output
from longarm.cli.options import JSON

if TYPE_CHECKING:
    from longarm.model.reconciliation import Bound, Reconciliation

FINDING = 1


@click.command("reconcile", short_help="Whether the figures of a table can all be true.")
@click.argument("figures", type=click.Path(path_type=Path))
@JSON
@click.option("--seconds", type=click.FloatRange(min=0.1), default=60, show_default=True, help="Work to spend at most.")
@click.option("--all", "all_", is_flag=True, help="List every bound, not those of the table's own places only.")
def command(figures: Path, as_json: bool, seconds: float, all_: bool) -> int:
    """Whether the figures of FIGURES (CSV) can all be true, and if not, which of them cannot.

    Columns: id, measure, place, as_of, low, high, operator, programme, source, relation, whole, since, part_of,
    complete, kind, known_at, basis, set. Only id, measure, place and low or high are needed; docs/reconcile.md tells
    what each means. Exit code 1 where a hard conflict is found.

    \b
    Examples:
      longarm reconcile figures.csv
      longarm reconcile figures.csv --json | jq .conflicts
    """
    from longarm.desk.reconcile import of_table
    from longarm.model.interchange import reconciliation_data

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


def conflicts(found: "Reconciliation") -> None:
    """Prints the conflicts of an answer."""
    if not found.conflicts:
        return
    output.head(f"Conflicts ({len(found.conflicts)}{', and more' if found.more else ''})")
    for conflict in found.conflicts:
        kind = conflict.kind if not conflict.reading else f"{conflict.kind} ({conflict.reading})"
        output.say(f"{kind}: {conflict.explanation}", 2, 2)


def bound_line(bound: "Bound") -> str:
    """A bound on one line: what, where, when, between which numbers, by which figures."""
    scope = ", ".join(part for part in (bound.operator, bound.programme) if part)
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
