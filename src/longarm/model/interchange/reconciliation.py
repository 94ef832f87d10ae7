"""Whether figures can all be true, as data."""

from typing import Any

from longarm.model.reconciliation import Bound, Reconciliation


def reconciliation_data(found: Reconciliation) -> dict[str, Any]:
    """Whether the figures can all be true; ids are those of statements, or of rows of a table."""
    return {
        "consistent": found.consistent,
        "bounds": [_bound(bound) for bound in found.bounds],
        "conflicts": [
            {
                "statements": list(conflict.statements),
                "kind": conflict.kind,
                "reading": conflict.reading,
                "explanation": conflict.explanation,
            }
            for conflict in found.conflicts
        ],
        "set_aside": [list(ids) for ids in found.set_aside],
        "revisions": [{"statements": list(one.statements), "by": one.by} for one in found.revisions],
        "more": found.more,
        "proved": found.proved,
        "unproved": list(found.unproved),
        "groups": [
            {
                "kind": group.kind,
                "reading": group.reading,
                "sentence": group.sentence,
                "verdict": group.verdict,
                "answers": [list(ids) for ids in group.answers],
            }
            for group in found.groups
        ],
    }


def _bound(bound: Bound) -> dict[str, Any]:
    return {
        "measure": bound.measure,
        "place": bound.place,
        "place_id": bound.place_id,
        "as_of": bound.as_of,
        "set": bound.counted_set,
        "operator": bound.operator,
        "operator_name": bound.operator_name,
        "programme": bound.programme,
        "basis": bound.basis,
        "low": bound.low,
        "high": bound.high,
        "exact": bound.exact,
        "conditional": bound.conditional,
        "because": list(bound.because),
        "undated": list(bound.undated),
    }
