"""The visible table: which rule made which constraint, from which figures and words."""

from collections.abc import Sequence
from typing import cast

from longarm.claims.counts.constraints import RULES, build
from longarm.claims.counts.figures import Figure, Setting, partitions, parts
from longarm.claims.counts.linear import Key, Linear, System
from longarm.claims.counts.lines import Line, Moment
from longarm.model.reconciliation import Constraint

_KINDS = {
    "x": "in unnamed countries of",
    "e": "elsewhere in",
    "u": "in other places of",
}


def constraints(figures: Sequence[Figure], setting: Setting) -> tuple[Constraint, ...]:
    """Every constraint that figures make together, as they are written, those of one rule together."""
    setting = Setting(setting.atlas, setting.measures, partitions(figures), parts(figures))
    by_id = {figure.id: figure for figure in figures}
    system = build(figures, setting)
    found = [_constraint(linear, system, by_id, setting) for linear in system.linears]
    for host, counted in system.links:
        text = f"{_name(system.keys[host], setting)} = 1 where {_name(system.keys[counted], setting)} > 0, else 0"
        found.append(Constraint("hosts", RULES["hosts"], text, (), ()))
    rank = {rule: number for number, rule in enumerate(RULES)}
    return tuple(sorted(dict.fromkeys(found), key=lambda one: rank[one.rule]))


def _constraint(linear: Linear, system: System, by_id: dict[str, Figure], setting: Setting) -> Constraint:
    more = [(factor, var) for factor, var in linear.terms if factor > 0]
    less = [(-factor, var) for factor, var in linear.terms if factor < 0]
    if not more:
        text = f"{_sum(less, system, setting)} <= {-linear.low:,}"
    else:
        right = _sum(less, system, setting)
        low = f"{linear.low:,}" if linear.low or not right else ""
        text = f"{_sum(more, system, setting)} >= {' + '.join(part for part in (right, low) if part)}"
    words = tuple(
        f"{by_id[one].teller}: “{by_id[one].words}”" for one in linear.owners if one in by_id and by_id[one].words
    )
    return Constraint(linear.rule, RULES[linear.rule], text, linear.owners, words)


def _sum(terms: Sequence[tuple[int, int]], system: System, setting: Setting) -> str:
    named = [(factor, _name(system.keys[var], setting)) for factor, var in terms]
    return " + ".join(name if factor == 1 else f"{factor} x {name}" for factor, name in named)


def _name(key: Key, setting: Setting) -> str:
    """A count in words: measure, place and moment."""
    if key[0] == "own":
        return f"[what “{key[1]}” counts]"
    counted, place, when = cast(Line, key[1]), key[2], cast(Moment, key[3])
    names = setting.atlas.names
    where = " and ".join(names.get(one, one) for one in (place if isinstance(place, tuple) else (str(place),)))
    where = f"{_KINDS[str(key[0])]} {where}" if key[0] in _KINDS else where
    scope = [counted.measure, where, names.get(counted.operator, counted.operator), counted.programme]
    scope += [counted.party, "" if counted.counted_set == "all" else counted.counted_set]
    scope += ["" if when[0].startswith("?") else when[0], f"known at {when[1]}" if when[1] else ""]
    return f"[{', '.join(part for part in scope if part)}]"
