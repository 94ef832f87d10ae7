"""The search index: rows of claims in small files that a page asks for only when somebody searches.

The files are scripts that hand over one JSON array, since a page opened from a folder may not fetch data.
"""

import json
from collections.abc import Iterator
from typing import Any

from longarm.model.public import PublicClaim
from longarm.publication.site import shell
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.glance import glance
from longarm.publication.site.paging import weighed

FOLDER = "assets/search"
_MOST = 100_000  # bytes of a file
_WORDS = 600  # characters of the statements of a claim that are searched


def files(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """Every file of the index as (relative path, bytes)."""
    for number, content in enumerate(_contents(dossier)):
        yield f"{FOLDER}/{number}.js", content


def count(dossier: Dossier) -> int:
    """How many files the index has."""
    return sum(1 for _ in _contents(dossier))


def _contents(dossier: Dossier) -> Iterator[bytes]:
    rows = [_line(_row(dossier, claim)) for claim in dossier.ranked]
    for group in weighed(rows, [len(row) for row in rows], _MOST):
        yield b"longarmSearch([" + b",\n".join(group) + b"]);\n"


def _line(row: list[Any]) -> bytes:
    """JSON that is a script too: line ends that only JSON allows are escaped, and nothing closes a script element."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def _row(dossier: Dossier, claim: PublicClaim) -> list[Any]:
    """Page, question, kind, method, places, support, contest, low, high, documents, what its row shows (who says it,
    how many others, with which reserve; who replied, and how), and the words that are searched."""
    seen = glance(dossier, claim)
    replied = [dossier.innermost(seen.reply), seen.answer] if seen.reply else []
    words: list[str] = []
    for one in dossier.said(claim.statements):
        words += [one.span.words, *(link.name for link in dossier.chain(one))]
    return [
        shell.slug(claim.id),
        claim.question,
        claim.kind,
        claim.method,
        list(dossier.places_of(claim)),
        claim.support,
        claim.contest,
        claim.independence.low,
        claim.independence.high,
        dossier.telling(claim),
        [list(seen.parties), seen.more, seen.reserve, replied],
        " ".join(dict.fromkeys(words))[:_WORDS],
    ]
