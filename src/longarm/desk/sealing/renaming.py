"""New ids for what a sealed name stood in: against the old ones, keyed hashes, who has the key could try names."""

import secrets
from collections.abc import Collection, Iterable, Mapping

from longarm.ledger.redact import document_of
from longarm.model.case import Weighed
from longarm.model.entries import Entry


def of_documents(entries: Iterable[Entry], holding: Collection[str]) -> dict[str, str]:
    """New ids for the documents and for everything whose id was made from them."""
    found: dict[str, None] = dict.fromkeys(sorted(holding))
    for entry in entries:
        if document_of(entry) not in holding:
            continue
        found[entry.key] = None
        if entry.subject == "reading":
            found |= dict.fromkeys(one["id"] for one in entry.body["reading"]["data"].get("statements", ()))
        if entry.subject == "text":
            found[entry.body["text"]["data"]["id"]] = None
    return {id_: _random(id_) for id_ in found}


def of_weighed(old: Weighed, new: Weighed, ids: Mapping[str, str]) -> dict[str, str]:
    """Ids of claims, happenings, sources and works that are others now, as decisions may name them."""
    now = {one: claim.id for claim in new.claims for one in claim.statements}
    told = {one: happening.id for happening in new.happenings for one in happening.statements}
    found: dict[str, str] = {}
    groups = [(claim.id, claim.statements, now) for claim in old.claims]
    groups += [(happening.id, happening.statements, told) for happening in old.happenings]
    for id_, statements, homes in groups:
        home = next((homes[now_] for one in statements if (now_ := ids.get(one, one)) in homes), "")
        found[id_] = home or _random(id_)
    voices = {item.id: item.statement.voices for item in new.resolved}
    for item in old.resolved:
        for before, after in zip(item.statement.voices, voices.get(ids.get(item.id, item.id), ()), strict=False):
            found.setdefault(before.source, after.source or _random(before.source))
            found.setdefault(before.work_id, after.work_id or _random(before.work_id))
    known = {source.id for source in new.sources} | {work.id for work in new.works}
    had = [source.id for source in old.sources] + [work.id for work in old.works]
    found |= {id_: _random(id_) for id_ in had if id_ not in found and id_ not in known}
    return {id_: other for id_, other in found.items() if id_ and id_ != other}


def _random(id_: str) -> str:
    return f"{id_.partition('-')[0]}-{secrets.token_hex(8)}"
