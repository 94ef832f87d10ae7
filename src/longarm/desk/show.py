"""`longarm show`: one claim, statement, document, source or work with the words it rests on."""

import re
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import Any

from longarm.desk import case
from longarm.desk.building.metadata import is_file_date
from longarm.desk.leaving.released import people
from longarm.desk.report import called
from longarm.errors import UsageError
from longarm.ledger.current import current
from longarm.model.claims import Claim, Drift, Resolved, Source
from longarm.model.documents import Document, Work
from longarm.model.interchange.case import document_data, source_data, work_data
from longarm.model.interchange.claims import claim_data, drift_data
from longarm.model.interchange.statements import statement_data
from longarm.model.interchange.steps import happenings_of, step_data
from longarm.storage import derived, lookup
from longarm.storage.ledger import Ledger

_NUMBER = re.compile(r"D\d{1,6}")
_LABEL = re.compile(r"\[?person (\d{1,6})\]?")
LISTED = 20  # matches of an ambiguous id that are listed


class Unknown(UsageError):
    """Nothing in the case has that id."""


class Ambiguous(UsageError):
    """Several things have ids that begin so."""


def show(root: Path, start: str) -> dict[str, Any]:
    """What has the id, as JSON data with a `type`: the shapes of the export, with names and passages beside the ids.

    Args:
        root: the case.
        start: an id, or the beginning of one, with or without the word before its dash; a path for a document;
            `D3` as the report calls one; `person 12` for whom a working copy masks so, `people` for everybody whom the
            documents name.

    Raises:
        Unknown: nothing has it.
        Ambiguous: several things have it; the message lists them.
    """
    if start.strip() == "people":
        return _people(root)
    if label := _LABEL.fullmatch(start.strip()):
        return _person(root, f"[person {label[1]}]")
    with Ledger(case.at(root)) as ledger:
        start = _numbered(ledger, start.strip()) or start
        found = lookup.matches(ledger, start) if start else []
        if not found:
            raise Unknown(f"nothing in {root} has the id {start!r}: `longarm report {quote(str(root))}` lists ids")
        if len(found) > 1:
            listed = "\n".join(f"  {match.id}  {match.label[:60]}" for match in found[:LISTED])
            raise Ambiguous(f"{len(found)} ids begin with {start!r}; write more of one of them:\n{listed}")
        return _SHOWN[found[0].table](ledger, lookup.load(ledger, found[0]), lookup.names(ledger))


def _numbered(ledger: Ledger, name: str) -> str:
    """The id of the document that the report calls so (`D3`); empty where it calls none so."""
    if not _NUMBER.fullmatch(name):
        return ""
    numbers = called(current(derived.load_state(ledger, texts=False, readings=False)))
    return next((id_ for id_, number in numbers.items() if number == name), "")


def _people(root: Path) -> dict[str, Any]:
    """Whom a working copy masks, and whom it names and why: one list to look through before anything leaves."""
    found = [
        {
            "label": person.label,
            "names": list(person.names),
            "documents": sorted(person.documents),
            "named": person.is_public,
            "office": person.office,
        }
        for person in people(root)
    ]
    return {"type": "people", "people": found}


def _person(root: Path, label: str) -> dict[str, Any]:
    everybody = people(root)
    person = next((one for one in everybody if one.label == label), None)
    if person is None:
        count = sum(not one.is_public for one in everybody)
        raise UsageError(
            f"a working copy of {root} calls nobody {label}: the people that it masks are numbered to {count}"
        )
    with Ledger(case.at(root)) as ledger:
        titles = lookup.names(ledger)
    documents = [{"id": id_, "title": titles.get(id_, id_)} for id_ in sorted(person.documents)]
    return {"type": "person", "label": person.label, "names": list(person.names), "documents": documents}


def _claim(ledger: Ledger, claim: Claim, names: dict[str, str]) -> dict[str, Any]:
    text_of = lookup.texts(ledger)
    told_of = {id_: one for id_ in claim.proceedings for one in _statements(ledger, id_)}
    steps = {id_: step_data(one) for id_, one in told_of.items()}
    told = claim_data(claim, steps, text_of, happenings_of(derived.happenings(ledger)))
    for origin in told["origins"]:
        origin["name"] = names.get(origin["source"], origin["source"])
        origin["work_title"] = names.get(origin["work"], "")
        origin["proof"] = [[_titled(span, names) for span in spans] for spans in origin["proof"]]
    return {
        "type": "claim",
        **told,
        "drift": [_drift(ledger, drift, names, text_of) for drift in claim.drift],
        "statements": [_in_passage(ledger, one, names) for one in lookup.statements(ledger, "claim", claim.id)],
        "replies": [_in_passage(ledger, one, names) for id_ in claim.replies for one in _statements(ledger, id_)],
        "steps": [
            {**step, "told": [_in_passage(ledger, told_of[one], names) for one in step["statements"]]}
            for step in told["steps"]
        ],
    }


def _titled(placed: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """A span with the title of the document it stands in."""
    return {**placed, "document_title": names.get(placed["document"], "")}


def _drift(ledger: Ledger, drift: Drift, names: dict[str, str], text_of: dict[str, str]) -> dict[str, Any]:
    """A drift with both tellings in their passages; `left` is the origin, or the other variant."""
    left, right = (_statements(ledger, one) for one in (drift.origin or drift.variant, drift.repetition))
    told = drift_data(drift, text_of)
    return {
        **told,
        "left": _in_passage(ledger, left[0], names) if left else None,
        "right": _in_passage(ledger, right[0], names) if right else None,
        "marks": [_titled(mark, names) for mark in told["marks"]],
    }


def _statement(ledger: Ledger, resolved: Resolved, names: dict[str, str]) -> dict[str, Any]:
    return {"type": "statement", **_in_passage(ledger, resolved, names), "reasons": list(resolved.reasons)}


def _document(ledger: Ledger, document: Document, names: dict[str, str]) -> dict[str, Any]:
    read, reason, paths = lookup.outcome(ledger, document.id)
    statements = lookup.statements(ledger, "document", document.id)
    return {
        "type": "document",
        **document_data(document, read == "yes"),
        "is_file_date": is_file_date(document),
        "read": "yes" if read == "yes" else f"no: {reason}",
        "paths": paths,
        "remarks": list(lookup.remarks(ledger, document.id).get(document.id, ())),
        "media": document.media,
        "size": document.size,
        "sha256": document.sha256,
        "statements": [_in_passage(ledger, one, names) for one in statements],
    }


def _source(ledger: Ledger, source: Source, names: dict[str, str]) -> dict[str, Any]:
    claims = lookup.claims_of_source(ledger, source.id)
    statements = lookup.statements_voiced_by(ledger, source.id)
    return {
        "type": "source",
        **source_data(source),
        "claims": [{"id": claim.id, "question": claim.question} for claim in claims],
        "statements": [_in_passage(ledger, one, names) for one in statements],
    }


def _work(ledger: Ledger, work: Work, names: dict[str, str]) -> dict[str, Any]:
    told = work_data(work)
    cited = [{"id": id_, "title": names.get(id_, id_)} for id_ in work.cited_by]
    return {"type": "work", **told, "party_name": names.get(work.party, work.party), "cited_by": cited}


_SHOWN: dict[str, Callable[[Ledger, Any, dict[str, str]], dict[str, Any]]] = {
    "claims": _claim,
    "statements": _statement,
    "documents": _document,
    "sources": _source,
    "works": _work,
}


def _statements(ledger: Ledger, id_: str) -> list[Resolved]:
    return lookup.statements(ledger, "id", id_)


def _in_passage(ledger: Ledger, resolved: Resolved, names: dict[str, str]) -> dict[str, Any]:
    """The statement with the passage it stands in: `before` and `after` are what surrounds its words there."""
    said = resolved.statement
    told = statement_data(resolved, "")
    told["voices"] = [
        {**voice, "name": names.get(voice["source"], voice["name"]) or "the author"} for voice in told["voices"]
    ]
    start, words = lookup.passage(ledger, said.document, said.passage) or (said.span.start, said.span.words)
    first, last = said.span.start - start, said.span.end - start
    return {
        **told,
        "claim": lookup.claim_of(ledger, said.id),
        "document_title": names.get(said.document, ""),
        "before": words[: max(first, 0)],
        "after": words[last:],
    }
