"""Steps of proceedings as data: each once, however often it is told."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from longarm.model.claims import Happening, Resolved
from longarm.model.interchange.statements import period_data
from longarm.model.public import PublicStatement


def authority(actor: str, speakers: Sequence[str]) -> str:
    """Who took a step: who acts, where that is a name and not the people it is taken against ("two men"); else who
    tells of it, the innermost voice first."""
    return actor if any(map(str.isupper, actor)) else next(filter(None, reversed(speakers)), "")


def step_data(told: Resolved | PublicStatement) -> dict[str, Any]:
    """What one statement tells of a step of proceedings: what was done, by whom, where and when."""
    said = told.statement if isinstance(told, Resolved) else told
    return {
        "statement": said.id,
        "step": said.stage or said.method or said.measure,
        "date": period_data(told.period or told.as_of or told.said_at),
        "authority": authority(said.roles.actor, [voice.name for voice in said.voices[1:]]),
        "jurisdiction": sorted({place.country for place in told.places if place.country}),
    }


def steps_data(told: Mapping[str, dict[str, Any]], held: Mapping[str, Happening]) -> list[dict[str, Any]]:
    """The steps of a claim, each once however often it is told, with all statements that tell of it.

    Args:
        told: what each statement tells (as `step_data`), by its id, the latest step first.
        held: statement ids to the happening that each tells of; tellings of one happening are one step.
    """
    groups: dict[str, list[str]] = {}
    for one in told:
        groups.setdefault(held[one].id if one in held else one, []).append(one)
    return [_step([told[one] for one in group], held.get(group[0])) for group in groups.values()]


def _step(tellings: Sequence[dict[str, Any]], happening: Happening | None) -> dict[str, Any]:
    ids = [one["statement"] for one in tellings]
    first = tellings[0]
    step = {
        **first,
        "date": first["date"] or next((one["date"] for one in tellings if one["date"]), None),
        "authority": next((one["authority"] for one in tellings if one["authority"]), ""),
        "statements": ids,
        "happening": happening.id if happening else "",
        "why": [],
    }
    if happening is None:
        return step
    why = [one.reason for one in happening.judgements if one.verdict == "same" and {one.left, one.right} <= {*ids}]
    return {**step, "step": happening.kind, "jurisdiction": list(happening.countries), "why": list(dict.fromkeys(why))}


def happenings_of(happenings: Iterable[Happening]) -> dict[str, Happening]:
    """Statement ids to the happening that each tells of."""
    return {one: happening for happening in happenings for one in happening.statements}
