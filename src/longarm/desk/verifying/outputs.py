"""Whether what left a case is as it left, is what its ledger makes, and names nobody whom it must not."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from longarm.core.hashing import sha256
from longarm.desk import case
from longarm.desk.leaving.editions import digests, reissued
from longarm.desk.leaving.released import released
from longarm.desk.sealing import unseal
from longarm.desk.verifying import lookout
from longarm.desk.verifying.findings import Finding, Verified
from longarm.errors import ReleaseRefused, UsageError
from longarm.storage.output import LIST

PARTS = {"longarm", "documents", "statements", "claims"}  # of released data
UNLOOKED = (
    "Somebody in the case is sealed, and this was not looked through for sealed names: nobody can do that without a "
    "keyholder's file. Run the same command again with --identity FILE, or ask one of the keyholders to."
)


def of_output(path: Path, of: Path | None, identity: Path | None, is_export: bool) -> Verified:
    """What is wrong with a dossier, an export or another file that left a case; arguments as of `verify.verify`."""
    root = path if path.is_dir() else path.parent
    files = sorted(one for one in root.rglob("*") if one.is_file()) if path.is_dir() else [path]
    data = _data(root / "data" / "claims.json") if path.is_dir() else None
    findings = [*_listed(root, files)] if path.is_dir() else []
    unchecked: list[str] = []
    checked = [("files", len(files))]
    if data is not None and not data.keys() >= PARTS:
        findings.append(
            Finding("data", "data/claims.json", "It is not the data of a release: parts of it are missing.")
        )
        data = None
    if data is not None:
        count, wrong = _own_spans(data)
        findings += wrong
        checked.append(("statements", count))
    if of is None:
        unchecked.append("nothing was held against the ledger, and no withheld words were looked for: give --case")
        return Verified(tuple(checked), tuple(findings), tuple(unchecked))
    opened = case.open_case(of)
    if data is not None:
        findings += _against_ledger(root, of, data, unchecked)
    searches = [lookout.withheld(opened, root)]
    if not is_export:
        searches.append(lookout.masked(of, root, draft=data is None or "notice" in data))
    if identity is not None:
        search = unseal.search(of, identity)
        searches.append(lambda one: lookout.sealed_in(one, root, search))
    elif unseal.sealings(of):
        findings.append(Finding("unchecked", path.name, UNLOOKED))
    for one in files:
        for look in searches:
            findings += look(one)
    return Verified(tuple(checked), tuple(dict.fromkeys(findings)), tuple(unchecked))


def _data(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    try:
        found = json.loads(path.read_bytes())
    except ValueError as error:
        raise UsageError(f"{path} is no JSON: it was changed after it was published") from error
    return found if isinstance(found, dict) else None


def _listed(root: Path, files: Iterable[Path]) -> Iterator[Finding]:
    """Files that longarm did not write, or that are gone."""
    mark = root / LIST
    if not mark.is_file():
        return
    listed = set(mark.read_text(encoding="utf-8").splitlines())
    there = {one.relative_to(root).as_posix() for one in files} - {LIST}
    for number, name in enumerate(sorted(there - listed), start=1):
        yield Finding(
            "file", Path(name).parent.as_posix(), f"There is a file that longarm did not write (the {number}. one)."
        )
    for name in sorted(listed - there):
        yield Finding("file", name, "The file is gone.")


def _own_spans(data: dict[str, Any]) -> tuple[int, list[Finding]]:
    texts = {document["id"]: document["text"] for document in data.get("documents", ())}
    found = []
    for statement in data.get("statements", ()):
        span = statement["span"]
        if texts.get(statement["document"], "")[span["start"] : span["end"]] != span["words"]:
            found.append(
                Finding("citation", statement["id"], "The words do not stand at their place in the released text.")
            )
    return len(data.get("statements", ())), found


def _against_ledger(root: Path, of: Path, data: dict[str, Any], unchecked: list[str]) -> Iterator[Finding]:
    """The data against the editions of the ledger, and the pages against what the case makes of itself now."""
    from longarm.publication import build

    draft = "notice" in data
    told = dict(digests(data))
    editions = case.open_case(of, texts=False).state.editions
    if not draft and not any(dict(one.claims) == told for one in editions):
        known = {pair for one in editions for pair in one.claims}
        strange = sorted(id_ for id_, digest in told.items() if (id_, digest) not in known)
        for id_ in strange or sorted(told):
            yield Finding("ledger", id_, "The claim is not as any edition in the ledger has it.")
    try:
        now = released(of, draft=draft)
    except ReleaseRefused:
        unchecked.append("the pages were not made again: the case releases nothing now")
        return
    issue = None if draft else reissued(now, editions, data)
    made = {path: sha256(content) for path, content in build.files(now.public, draft=draft, issue=issue)}
    current = json.loads(
        next(content for path, content in build.files(now.public, draft=draft) if path == "data/claims.json")
    )
    if dict(digests(current)) != told or current["documents"] != data["documents"]:
        if draft:
            yield Finding("ledger", "data/claims.json", "The draft is not what the case says now: make it again.")
        else:
            unchecked.append("the pages were not made again: the case has changed since this edition")
        return
    for path, digest in sorted(made.items()):
        there = root / path
        if there.is_file() and sha256(there.read_bytes()) != digest:
            yield Finding("page", path, "The file is not what the ledger makes of it.")
