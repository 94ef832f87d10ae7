"""`longarm verify`: every citation, hash and proof of a case; every page, figure and withheld word of a publication."""

import dataclasses
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from longarm.core.hashing import sha256
from longarm.custody import log
from longarm.desk import case, lookout, unseal, watch
from longarm.desk.checking import spans
from longarm.desk.editions import digests, reissued
from longarm.desk.lookout import Finding
from longarm.desk.released import released
from longarm.errors import CaseDamaged, ReleaseRefused, UsageError
from longarm.ledger.fold import fold
from longarm.ledger.settle import settle
from longarm.model.case import Case, State
from longarm.model.spans import Span
from longarm.storage import custody, derived, originals, rewrite
from longarm.storage.ledger import Ledger
from longarm.storage.output import LIST
from longarm.storage.paths import CasePaths

PARTS = {"longarm", "documents", "statements", "claims"}  # of released data
UNLOOKED = (
    "Somebody in the case is sealed, and this was not looked through for sealed names: nobody can do that without a "
    "keyholder's file. Run the same command again with --identity FILE, or ask one of the keyholders to."
)


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked (how many of what), what was found, and what could not be checked."""

    checked: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    unchecked: tuple[str, ...] = ()


def verify(path: Path, *, of: Path | None = None, identity: Path | None = None, is_export: bool = False) -> Verified:
    """What is wrong with a case, or with something that was made from one.

    Args:
        path: a case; or a dossier, an export or another file that left a case.
        of: the case that it was made from; without it, only what the files say of themselves is checked.
        identity: a keyholder's file: then sealed names are looked for, in memory.
        is_export: it is an export for the researcher's own use, in which masked names may stand.

    Raises:
        UsageError: there is nothing at the path, or no case at `of`.
        SealError: the identity opens nothing.
    """
    if not path.exists():
        raise UsageError(f"there is nothing at {path}: check the spelling")
    if path.is_dir() and case.is_case(CasePaths(path)):
        return _case(path, identity)
    return _output(path, of, identity, is_export)


def sentence(found: Verified) -> str:
    """What was found, in a sentence."""
    told = ", ".join(f"{count:,} {what}" for what, count in found.checked)
    return f"Checked: {told}. " + (f"{len(found.findings)} wrong." if found.findings else "Nothing is wrong.")


# --- a case ---------------------------------------------------------------------------------------------------------


def _case(root: Path, identity: Path | None) -> Verified:
    paths = case.at(root)
    with Ledger(paths) as ledger:
        entries = list(ledger.entries())
        told = derived.load_state(ledger)
        unfinished = rewrite.unfinished(ledger)
    state = fold(entries)
    findings: list[Finding] = []
    if told != state:
        findings.append(Finding("tables", paths.ledger.name, "The tables do not say what the entries add up to."))
    if unfinished is not None:
        findings.append(
            Finding("sealing", paths.ledger.name, "A sealing is not ended: run `longarm seal` with --finish.")
        )
    try:
        lines = log.check(custody.load(paths), entries)
    except CaseDamaged as error:
        lines = 0
        findings.append(Finding("custody", paths.custody.name, _capital(str(error))))
    citations, wrong = _citations(state, case.open_case(root))
    findings += [*wrong, *_originals(paths, state)]
    checked = [("entries", len(entries)), ("lines of custody", lines), ("citations", citations)]
    checked.append(("originals", sum(not one.sealed for one in state.documents)))
    unchecked: tuple[str, ...] = ()
    if identity is None and unseal.sealings(root):
        unchecked = ("sealed names were not looked for: give a keyholder's file with --identity",)
        if later := watch.since(root):
            findings.append(Finding("unchecked", paths.ledger.name, _capital(watch.unlooked(root, later))))
    if identity is not None:
        search = unseal.search(root, identity)
        files = [path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix != ".age"]
        findings += [one for path in files for one in lookout.sealed_in(path, root, search, is_own=True)]
        checked.append(("files looked through for sealed names", len(files)))
    return Verified(tuple(checked), tuple(findings), unchecked)


def _citations(state: State, opened: Case) -> tuple[int, list[Finding]]:
    """Every span of every reading, as the machine read it and as people decided, held against its text."""
    settled, _ = settle(state)
    texts = {layer.id: layer.text for layer in (*state.layers, *settled.layers)}
    values: list[tuple[str, Any]] = [(one.document, one) for one in (*state.readings, *settled.readings)]
    values += [(claim.id, (claim.origins, claim.drift)) for claim in opened.weighed.claims]
    values += [(item.id, item) for item in opened.weighed.resolved]
    count, found = 0, []
    for where, value in values:
        for span in spans(value):
            count += 1
            if span.text not in texts or not _holds(texts[span.text], span):
                found.append(
                    Finding("citation", where, f"The words at {span.start} of {span.text} are not those cited.")
                )
    return count, list(dict.fromkeys(found))


def _holds(text: str, span: Span) -> bool:
    return text[span.start : span.end] == span.words


def _originals(paths: CasePaths, state: State) -> Iterator[Finding]:
    for document in state.documents:
        if document.sealed:
            if not (paths.sealed / f"{document.sealed}.age").is_file():
                yield Finding(
                    "sealed", document.id, "The age file of a sealed document is gone: bring it back from a copy."
                )
            continue
        try:
            originals.load(paths, document.sha256)
        except CaseDamaged as error:
            yield Finding("original", document.id, _capital(str(error)))


# --- what left a case -----------------------------------------------------------------------------------------------


def _output(path: Path, of: Path | None, identity: Path | None, is_export: bool) -> Verified:
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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def as_data(found: Verified) -> dict[str, Any]:
    """What was found, as JSON data."""
    return {
        "ok": not found.findings,
        "checked": dict(found.checked),
        "findings": [dataclasses.asdict(one) for one in found.findings],
        "unchecked": list(found.unchecked),
    }
