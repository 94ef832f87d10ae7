"""The `data/` folder of a publication."""

import json
import re
from collections.abc import Iterator

from longarm.model.editions import Count, Edition, Issue, Standing
from longarm.model.places import CREDIT
from longarm.model.public import PublicCase
from longarm.publication.changes import changes, changes_data, edition_data
from longarm.publication.exporters import EXPORTERS
from longarm.publication.exporters.released import DRAFT, public_data
from longarm.publication.exporters.tables import TABLES

FOLDER = "data"
CHANGES = "changes.json"
_CHANGED = f"""
{CHANGES}       what this edition changes against the last one; changes.csv, where something changed, tells the same
"""
_README = """{title}
{notice}
claims.json        everything, in the stable JSON interface of longarm, version 1, with exact text
*.csv              the same as flat tables; text that a spreadsheet could take for a formula has an apostrophe before it
datapackage.json   what each column of the tables means, as a Frictionless data package
claims.sqlite      the tables with exact text, for Datasette or any SQLite tool
places.geojson     places with what is claimed of them
entities.ftm.json  FollowTheMoney entities, for Aleph and its kin; persons are left out{changes}

A claim is a question that statements answer. Nothing here is stated as a fact: every statement is somebody's.
Names of private persons, addresses, telephone numbers and e-mail addresses are replaced by labels such as [person 1].
`sha256` proves that bytes are the same, `commitment` is a salted hash in its place: neither proves that they are true.
Offsets of statements count characters in the `text` of their document, from 0, end not included.
{credit}
"""


def files(public: PublicCase, draft: bool, issue: Issue | None = None) -> Iterator[tuple[str, bytes]]:
    """The data of a release in every format, and a README; with its edition, and what that changes."""
    data = public_data(public, draft)
    if issue:
        told = changes_data(changes(issue), (*issue.before, issue.edition))
        data |= {"edition": edition_data(issue.edition), "changes": told}
        yield f"{FOLDER}/{CHANGES}", (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    yield f"{FOLDER}/README.txt", _readme(public.title, draft, issue).encode()
    written: set[str] = set()
    for exporter in EXPORTERS.values():
        for path, content in exporter.files(data):
            if path not in written:  # the data package holds the tables once more
                written.add(path)
                yield f"{FOLDER}/{path}", content


def _readme(title: str, draft: bool, issue: Issue | None) -> str:
    notice = f"\n{DRAFT.capitalize()}: a working copy, not an edition.\n" if draft else ""
    if issue:
        notice = f"\nEdition {issue.edition.number}, {issue.edition.date}\n"
    return _README.format(title=title, notice=notice, changes=_CHANGED.rstrip() if issue else "", credit=CREDIT)


def vocabulary() -> frozenset[str]:
    """Folded words of the data files whatever the case."""
    empty = b"\n".join(
        content
        for draft, issue in ((True, None), (False, _changing()))
        for _, content in files(PublicCase(""), draft, issue)
    ).decode("utf-8", "ignore")
    said = [f"{table.name} {table.description}" for table in TABLES]
    said += [f"{column.name} {column.description}" for table in TABLES for column in table.columns]
    return frozenset(re.findall(r"[a-z]+", " ".join([empty, *said]).lower()))


def _changing() -> Issue:
    """Two editions between which something of each kind changed, for the words of their data."""
    count = Count("", "", "", "", 1)
    last = Edition(1, (("a", "1"), ("b", "1")), (Standing("a"),), (count,))
    edition = Edition(2, (("a", "2"), ("c", "1")), (Standing("a", statements=1),), ())
    return Issue(edition, (last,), merged=(("b", "a"),))
