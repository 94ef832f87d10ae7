"""`longarm show`."""

from itertools import groupby
from pathlib import Path
from typing import Any

import click

from longarm.cli import output
from longarm.cli.options import CASE, JSON
from longarm.core.phrases import counted
from longarm.model.periods import date_words

ASKED = {"requested": "was asked for a reply", "received": "sent a reply", "none": "was asked and gave no reply"}


@click.command("show", short_help="One claim, statement, document, source or work.")
@CASE
@click.argument("id")
@JSON
def command(case: Path, id: str, as_json: bool) -> None:
    """One claim, statement, document, source or work of CASE, with its words where they stand.

    ID may be shortened as long as it is the only one; of a document, it may be the path, or what the report calls it
    (D3). "person 12" says whom a working copy masks as [person 12], and "people" lists whom it masks and whom it
    names.

    \b
    Examples:
      longarm show cases/harbour claim-5f0c
      longarm show cases/harbour articles/first.html --json
    """
    from longarm.desk.show import show

    shown = show(case, id)
    if as_json:
        output.data(shown)
    else:
        _PRINTED[shown["type"]](shown)


def _claim(shown: dict[str, Any]) -> None:
    output.say(f"Claim {shown['id']} ({shown['kind']})")
    output.say(shown["question"], 2)
    low, high = shown["independence"]["low"], shown["independence"]["high"]
    origins = str(low) if low == high else f"{low} to {high}"
    output.say(f"{shown['support']}, {shown['contest'].replace('-', ' ')}; independent origins: {origins}", 2)
    if low != high:
        output.say(f"{low} proved; the others are presumed or unknown, and may be the same as these.", 2)
    if shown["origins"]:
        output.head("Origins: whose knowledge it rests on, and the words that show it")
    words = {statement["id"]: statement["span"]["words"] for statement in shown["statements"]}
    for origin in shown["origins"]:
        _origin(origin, words)
    if shown["drift"]:
        output.head("Drift: what differs between two tellings; [[changed words]]")
    for drift in shown["drift"]:
        _drift(drift)
    if shown["steps"]:
        output.head("Proceedings, the latest first")
    for step in shown["steps"]:
        _step(step)
    output.head("Statements, each [[in its passage]]")
    for statement in shown["statements"]:
        _told(statement)
    if shown["replies"] or shown["asked"]:
        output.head("Replies")
    for statement in shown["replies"]:
        _told(statement)
    for one in shown["asked"]:
        output.say(f"{one['party']}: {ASKED.get(one['status'], one['status'])}, {date_words(one['on'])}", 2, 2)


def _origin(origin: dict[str, Any], words: dict[str, str]) -> None:
    standing = f", {origin['standing']}" if origin["standing"] else ""
    output.say(f"{output.origin(origin['name'], origin['work_title'])} ({origin['tie']}{standing})", 2, 2)
    if origin["note"]:
        output.say(origin["note"], 4, 2)
    ties = origin["ties"] or [origin["tie"]] * len(origin["statements"])
    proofs = origin["proof"] or [[] for _ in ties]
    for statement, tie, why, proof in zip(origin["statements"], ties, origin["why"], proofs, strict=False):
        output.say(f"{statement} ({tie}): \u201c{words.get(statement, '')}\u201d", 4, 2)
        output.say(f"because: {why}", 6, 2)
        for title, spans in groupby(proof, key=lambda span: str(span["document_title"])):
            quoted = " ... ".join(f"\u201c{span['words']}\u201d" for span in spans)
            output.say(f"in {title}: {quoted}", 8, 2)


def _drift(drift: dict[str, Any]) -> None:
    direction = "from the origin" if drift["from"] else "between variants, without direction"
    output.say(f"{drift['kind']} ({direction}): {drift['detail']}", 2, 2)
    for side in ("left", "right"):
        told = drift[side]
        if told:
            marks = [mark for mark in drift["marks"] if mark["document"] == told["document"]]
            words = _marked(told["span"], marks)
            output.say(f"\u201c{words}\u201d in {told['document_title']} [{told['id']}]", 4, 2)
            beside = [
                mark for mark in marks if mark["end"] <= told["span"]["start"] or mark["start"] >= told["span"]["end"]
            ]
            for mark in beside:
                output.say(f"beside it: [[{mark['words']}]]", 6, 2)


def _marked(span: dict[str, Any], marks: list[dict[str, Any]]) -> str:
    """The words of a span with those of the marks inside it in double brackets."""
    words, start = str(span["words"]), int(span["start"])
    inside = {(mark["start"] - start, mark["end"] - start) for mark in marks}
    for first, last in sorted(inside, reverse=True):
        if 0 <= first < last <= len(words) and (first, last) != (0, len(words)):
            words = f"{words[:first]}[[{words[first:last]}]]{words[last:]}"
    return words


def _step(step: dict[str, Any]) -> None:
    date = step["date"] or {"start": "date unknown", "end": "date unknown"}
    when = date["start"] if date["start"] == date["end"] else f"{date['start']} to {date['end']}"
    where = ", ".join(step["jurisdiction"]) or "jurisdiction unknown"
    output.say(f"{when}: {step['step']} ({step['authority'] or 'authority unknown'}; {where})", 2, 2)
    for told in step["told"]:
        output.say(f"\u201c{told['span']['words']}\u201d in {told['document_title']} [{told['id']}]", 4, 2)
    for why in step["why"]:
        output.say(f"one step, because: {why}", 6, 2)


def _statement(shown: dict[str, Any]) -> None:
    output.say(f"Statement {shown['id']} ({shown['kind']})")
    _told(shown)
    for place in shown["places"]:
        output.say(f"place: {place['name']} ({place['role']}, \u201c{place['words']}\u201d) {place['reason']}", 4, 2)
    for name in ("period", "as_of", "said_at"):
        if shown[name]:
            output.say(f"{name.replace('_', ' ')}: {shown[name]['start']} to {shown[name]['end']}", 4, 2)
    for reason in shown["reasons"]:
        output.say(reason, 4, 2)
    if shown["claim"]:
        output.say(f"claim: {shown['claim']}", 4)


def _document(shown: dict[str, Any]) -> None:
    output.say(f"Document {shown['id']}")
    for name in ("title", "publisher", "url", "published", "language", "media", "size", "sha256", "read"):
        if shown[name] is not None:
            output.say(f"{name}: {shown[name]}", 2, 2)
    if shown["is_file_date"]:
        output.say("The date is the day on which the file was made; say in documents.csv when it was published.", 2)
    output.say(f"paths: {', '.join(shown['paths'])}", 2, 2)
    for remark in shown["remarks"]:
        output.say(f"remark: {remark}", 2, 4)
    output.head(f"Statements ({len(shown['statements'])}), under the passages that they stand in")
    for passage, said in groupby(shown["statements"], key=_passage):
        output.say(passage, 2)
        for statement in said:
            output.say(f"{statement['id']} {statement['kind']}: [[{statement['span']['words']}]]", 4, 2)
            _how(statement, 6)
        output.write()


def _source(shown: dict[str, Any]) -> None:
    output.say(f"Source {shown['id']} ({shown['kind']})")
    output.say(shown["name"], 2)
    if shown["aliases"]:
        output.say(f"also: {'; '.join(shown['aliases'])}", 2, 2)
    output.head(f"Claims that rest on it ({len(shown['claims'])})")
    for claim in shown["claims"]:
        output.say(f"{claim['question']} [{claim['id']}]", 2, 2)
    output.head(f"Statements that it voices ({len(shown['statements'])})")
    for statement in shown["statements"]:
        _told(statement)


def _work(shown: dict[str, Any]) -> None:
    output.say(f"Work {shown['id']} ({shown['kind']})")
    output.say(shown["title"] or "without a title in the texts", 2)
    output.say(f"party: {shown['party_name'] or 'unknown'}", 2)
    carried = ", ".join(shown["documents"])
    output.say(f"carried by: {carried}" if carried else "It is not in the case; it is known because it is cited.", 2)
    for document in shown["cited_by"]:
        output.say(f"cited by: {document['title']} [{document['id']}]", 2, 2)


def _person(shown: dict[str, Any]) -> None:
    output.say(f"{shown['label']} of a working copy")
    output.say("; ".join(shown["names"]), 2)
    for document in shown["documents"]:
        output.say(f"named in: {document['title']} [{document['id']}]", 2, 2)


def _people(shown: dict[str, Any]) -> None:
    masked = [one for one in shown["people"] if not one["named"]]
    output.head(f"Masked in a working copy ({len(masked)})")
    for one in masked:
        output.say(f"{one['label']} {'; '.join(one['names'])} ({_in_documents(one)})", 2, 2)
    named = [one for one in shown["people"] if one["named"]]
    output.head(f"Named, since a text gives them a public office or the case lists them ({len(named)})")
    for one in named:
        why = f"\u201c{one['office']}\u201d" if one["office"] else "listed"
        output.say(f"{'; '.join(one['names'])}: {why} ({_in_documents(one)})", 2, 2)


def _in_documents(person: dict[str, Any]) -> str:
    return counted(len(person["documents"]), "document")


_PRINTED = {
    "people": _people,
    "person": _person,
    "claim": _claim,
    "statement": _statement,
    "document": _document,
    "source": _source,
    "work": _work,
}


def _passage(statement: dict[str, Any]) -> str:
    return f"{statement['before']}{statement['span']['words']}{statement['after']}"


def _told(statement: dict[str, Any]) -> None:
    words = f"{statement['before']}[[{statement['span']['words']}]]{statement['after']}"
    output.say(f"{statement['id']} in {statement['document_title']}", 2, 2)
    output.say(words, 4)
    _how(statement, 4)


def _how(statement: dict[str, Any], indent: int) -> None:
    """Who says it, in which manner, and the number."""
    output.say("said by: " + " -> ".join(_voice(voice) for voice in statement["voices"]), indent, 2)
    stance = [
        statement["polarity"],
        *(f"{hedge['kind']} (\u201c{hedge['words']}\u201d)" for hedge in statement["hedges"]),
    ]
    if stance != ["affirmed"]:
        output.say(f"stance: {', '.join(stance)}", indent, 2)
    quantity = statement["quantity"]
    if quantity:
        interval = output.interval(quantity["low"], quantity["high"])
        output.say(f"figure: {interval} {statement['measure']} (\u201c{quantity['words']}\u201d)", indent, 2)


def _voice(voice: dict[str, Any]) -> str:
    cue = f", \u201c{voice['cue']['words']}\u201d" if voice["cue"] else ""
    return f"{voice['name']} ({voice['found']}, {voice['attitude']}{cue})"
