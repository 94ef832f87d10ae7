"""The case as FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and their kin.

Documents, parties, and claims of acts, presence and legal steps. Persons are left out: longarm makes no profiles. A
claim becomes an `Event` whose `notes` say that it is a claim, with its origins, so that no tool shows it as plain fact.
Source: followthemoney 4, schemata Document, Organization, PublicBody, LegalEntity, Event.
"""

import json
import re
from collections.abc import Iterable, Iterator

from longarm.publication.exporters.rows import Data

FILE = "entities.ftm.json"
_PARTIES = {
    "organisation": "Organization",
    "outlet": "Organization",
    "government": "PublicBody",
    "unknown": "LegalEntity",
}
_EVENTS = ("presence", "act", "legal")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")

Properties = dict[str, list[str]]


def files(data: Data) -> Iterator[tuple[str, bytes]]:
    """`entities.ftm.json`: documents, then parties, then claims."""
    lines = (json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities(data))
    yield FILE, "".join(lines).encode()


def entities(data: Data) -> Iterator[dict[str, object]]:
    """Every entity, in the order of the data; ids are those of longarm."""
    notice = str(data.get("notice", ""))
    for document in data["documents"]:
        yield _entity(document["id"], "Document", _document(document, notice))
    for source in data["sources"]:
        if source["kind"] in _PARTIES:
            names = {"name": [source["name"]], "alias": sorted(set(source["aliases"]) - {source["name"]})}
            yield _entity(source["id"], _PARTIES[source["kind"]], names)
    statements = {statement["id"]: statement for statement in data["statements"]}
    for claim in data["claims"]:
        told = [statements[one] for one in claim["statements"] if one in statements]
        if claim["kind"] in _EVENTS and told:
            yield _entity(claim["id"], "Event", _event(claim, told, notice))


def _entity(identity: str, schema: str, properties: Properties) -> dict[str, object]:
    return {"id": identity, "schema": schema, "properties": {name: v for name, v in properties.items() if any(v)}}


def _document(document: Data, notice: str) -> Properties:
    return {
        "title": [document["title"] or ""],
        "publisher": [document["publisher"] or ""],
        "sourceUrl": [document["url"] or ""],
        "publishedAt": _dates([document["published"]]),
        "fileName": [document["path"] or ""],
        "notes": [notice],
    }


def _event(claim: Data, told: list[Data], notice: str) -> Properties:
    places = [place for statement in told for place in statement["places"] if place["role"] != "mentioned"]
    periods = [statement["period"] for statement in told if statement["period"]]
    return {
        "name": [claim["question"]],
        "summary": _once(statement["span"]["words"] for statement in told),
        "location": _once(place["name"] or place["words"] for place in places),
        "country": _once(place["country"].lower() for place in places),
        "startDate": _dates(period["start"] for period in periods),
        "endDate": _dates(period["end"] for period in periods),
        "keywords": _once((claim["kind"], claim["method"], claim["support"], claim["contest"])),
        "proof": _once(statement["document"] for statement in told),
        "notes": [notice, _standing(claim)],
    }


def _standing(claim: Data) -> str:
    low, high = claim["independence"]["low"], claim["independence"]["high"]
    origins = f"{low}" if low == high else f"{low} to {high}"
    return f"A claim, not an established fact. Independent origins: {origins}. Contest: {claim['contest']}."


def _dates(values: Iterable[str | None]) -> list[str]:
    """Dates that FollowTheMoney can hold: a year, a month or a day; what EDTF leaves open is left out."""
    return _once(value for value in values if value and _DATE.fullmatch(value))


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
