"""Places with what is claimed of them, as GeoJSON (RFC 7946)."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from longarm.publication.exporters.rows import Data

FILE = "places.geojson"
_EVENT_ROLES = ("scope", "site", "from", "to")  # a place that is only mentioned is no place of the event


def files(data: Data) -> Iterator[tuple[str, bytes]]:
    """`places.geojson`: a point a place, with the statements that have it as a place of what they tell, and figures.

    Places without a point have no geometry. The notice and the credit are members of the collection.
    """
    told = _statements(data)
    claims = {claim["id"]: claim for claim in data["claims"]}
    collection = {
        "type": "FeatureCollection",
        "title": data["case"]["title"],
        **({"notice": data["notice"]} if data.get("notice") else {}),
        "credits": list(data["credits"]),
        "features": [_feature(place, told[place["id"]], claims) for place in data["places"] if told[place["id"]]],
    }
    yield FILE, (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _statements(data: Data) -> dict[str, list[Data]]:
    found: dict[str, list[Data]] = defaultdict(list)
    for statement in data["statements"]:
        places = {place["id"] for place in statement["places"] if place["role"] in _EVENT_ROLES}
        for place in sorted(places):
            found[place].append(statement)
    return found


def _feature(place: Data, statements: list[Data], claims: dict[str, Data]) -> dict[str, Any]:
    asked = dict.fromkeys(statement["claim"] for statement in statements if statement["claim"] in claims)
    return {
        "type": "Feature",
        "id": place["id"],
        "geometry": _point(place),
        "properties": {
            "name": place["name"],
            "level": place["level"],
            "country": place["country"] or None,
            "claims": [_claim(claims[claim]) for claim in asked],
            "figures": [_figure(statement) for statement in statements if statement["quantity"]],
            "statements": [statement["id"] for statement in statements],
        },
    }


def _point(place: Data) -> dict[str, Any] | None:
    if place["lat"] is None or place["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [place["lon"], place["lat"]]}


def _claim(claim: Data) -> dict[str, Any]:
    kept = ("id", "question", "kind", "method", "independence", "support", "contest")
    return {name: claim[name] for name in kept}


def _figure(statement: Data) -> dict[str, Any]:
    quantity = statement["quantity"]
    return {
        "statement": statement["id"],
        "measure": statement["measure"],
        **{name: quantity[name] for name in ("words", "low", "high", "qualifier", "relation")},
        "polarity": statement["polarity"],
    }
