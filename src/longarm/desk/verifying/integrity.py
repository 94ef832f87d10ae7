"""Whether a case is whole: its tables, custody log, citations and originals; sealed names where there is a key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from longarm.core.phrases import sentence
from longarm.custody import log
from longarm.desk import case
from longarm.desk.sealing import unseal, watch
from longarm.desk.verifying import lookout
from longarm.desk.verifying.findings import Finding, Verified
from longarm.errors import CaseDamaged
from longarm.ledger.fold import fold
from longarm.ledger.settle import settle
from longarm.model.case import Case, State
from longarm.model.spans import Span, spans_in
from longarm.storage import custody, derived, originals, rewrite
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths


def of_case(root: Path, identity: Path | None) -> Verified:
    """What is wrong with a case; sealed names are looked for with a keyholder's identity."""
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
        findings.append(Finding("custody", paths.custody.name, sentence(str(error))))
    citations, wrong = _citations(state, case.open_case(root))
    findings += [*wrong, *_originals(paths, state)]
    checked = [("entries", len(entries)), ("lines of custody", lines), ("citations", citations)]
    checked.append(("originals", sum(not one.sealed for one in state.documents)))
    unchecked: tuple[str, ...] = ()
    if identity is None and unseal.sealings(root):
        unchecked = ("sealed names were not looked for: give a keyholder's file with --identity",)
        if later := watch.since(root):
            findings.append(Finding("unchecked", paths.ledger.name, sentence(watch.unlooked(root, later))))
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
        for span in spans_in(value):
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
            yield Finding("original", document.id, sentence(str(error)))
