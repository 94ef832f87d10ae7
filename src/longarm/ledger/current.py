"""The state without documents that newer bytes of the same file have taken the place of."""

from dataclasses import replace

from longarm.model.case import State
from longarm.model.documents import Document, ReadFailure


def superseded(state: State) -> dict[str, str]:
    """Ids of the documents that no file holds any more, with the path of the file that changed."""
    current = {given.document for given in state.given if given.is_current}
    return {given.document: given.path for given in state.given if given.document not in current}


def current(state: State) -> State:
    """The state that is reported: superseded documents stay listed, with the reason, without text and reading."""
    old = superseded(state)
    if not old:
        return state
    failures = [_failure(document, old[document.id]) for document in state.documents if document.id in old]
    gone = {failure.sha256 for failure in failures}
    failures += [failure for failure in state.failures if not failure.sha256 or failure.sha256 not in gone]
    return replace(
        state,
        layers=tuple(layer for layer in state.layers if layer.document not in old),
        readings=tuple(reading for reading in state.readings if reading.document not in old),
        failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.sha256, failure.code))),
    )


def counted(state: State) -> State:
    """The state that is weighed: the current one, without the superseded documents."""
    old = superseded(state)
    return replace(current(state), documents=tuple(one for one in state.documents if one.id not in old))


def _failure(document: Document, path: str) -> ReadFailure:
    reason = f"{path} was given again with other bytes; this is the older version, kept but not counted."
    return ReadFailure(document.path, "superseded", reason, document.sha256)
