"""The `data/` folder of a publication."""

import re
from collections.abc import Iterator

from longarm.model.places import CREDIT
from longarm.model.public import PublicCase
from longarm.publication.exporters import EXPORTERS
from longarm.publication.exporters.released import DRAFT, public_data
from longarm.publication.exporters.tables import TABLES

FOLDER = "data"
_README = """{title}
{notice}
claims.json        everything, in the stable JSON interface of longarm, version 1, with exact text
*.csv              the same as flat tables; text that a spreadsheet could take for a formula has an apostrophe before it
datapackage.json   what each column of the tables means, as a Frictionless data package
claims.sqlite      the tables with exact text, for Datasette or any SQLite tool
places.geojson     places with what is claimed of them
entities.ftm.json  FollowTheMoney entities, for Aleph and its kin; persons are left out

A claim is a question that statements answer. Nothing here is stated as a fact: every statement is somebody's.
Names of private persons, addresses, telephone numbers and e-mail addresses are replaced by labels such as [person 1].
`sha256` proves that bytes are the same, `commitment` is a salted hash in its place: neither proves that they are true.
Offsets of statements count characters in the `text` of their document, from 0, end not included.
{credit}
"""


def files(public: PublicCase, draft: bool) -> Iterator[tuple[str, bytes]]:
    """The data of a release in every format, and a README."""
    data = public_data(public, draft)
    notice = f"\n{DRAFT.capitalize()}: a working copy, not an edition.\n" if draft else ""
    yield f"{FOLDER}/README.txt", _README.format(title=public.title, notice=notice, credit=CREDIT).encode()
    written: set[str] = set()
    for exporter in EXPORTERS.values():
        for path, content in exporter.files(data):
            if path not in written:  # the data package holds the tables once more
                written.add(path)
                yield f"{FOLDER}/{path}", content


def vocabulary() -> frozenset[str]:
    """Folded words of the data files whatever the case."""
    empty = b"\n".join(content for _, content in files(PublicCase(""), True)).decode("utf-8", "ignore")
    said = [f"{table.name} {table.description}" for table in TABLES]
    said += [f"{column.name} {column.description}" for table in TABLES for column in table.columns]
    return frozenset(re.findall(r"[a-z]+", " ".join([empty, *said]).lower()))
