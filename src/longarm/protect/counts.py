"""The answer to "can all figures hold at once?" as far as it may leave."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from longarm.model.public import PublicStatement
from longarm.model.reconciliation import Bound, Conflict, ConflictGroup, Reconciliation

Mask = Callable[[str, str | None], str]


def released_counts(found: Reconciliation, statements: Iterable[PublicStatement], mask: Mask) -> Reconciliation:
    """A reconciliation in released statements alone, its words masked.

    A conflict, a way to set figures aside or a revision that rests on a statement which is not released is left out; a
    bound stays, without those of its reasons that are not released.

    Args:
        mask: a text of the case as it may leave, and the document that it is about or None.
    """
    documents = {statement.id: statement.document for statement in statements}
    return replace(
        found,
        bounds=tuple(_bound(bound, documents, mask) for bound in found.bounds),
        conflicts=tuple(_conflict(one, documents, mask) for one in found.conflicts if _are_shown(one, documents)),
        set_aside=tuple(ids for ids in found.set_aside if documents.keys() >= set(ids)),
        revisions=tuple(one for one in found.revisions if documents.keys() >= set(one.statements)),
        groups=tuple(_group(one, documents, mask) for one in found.groups if documents.keys() >= _told(one)),
        unproved=tuple(_masked(words, documents, documents, mask) for words in found.unproved),
    )


def _are_shown(conflict: Conflict, documents: Mapping[str, str]) -> bool:
    return documents.keys() >= set(conflict.statements)


def _conflict(conflict: Conflict, documents: Mapping[str, str], mask: Mask) -> Conflict:
    told, why = (
        _masked(words, conflict.statements, documents, mask) for words in (conflict.explanation, conflict.verdict)
    )
    return replace(conflict, explanation=told, verdict=why)


def _told(group: ConflictGroup) -> set[str]:
    return {one for answer in group.answers for one in answer}


def _group(group: ConflictGroup, documents: Mapping[str, str], mask: Mask) -> ConflictGroup:
    told, why = (_masked(words, sorted(_told(group)), documents, mask) for words in (group.sentence, group.verdict))
    return replace(group, sentence=told, verdict=why)


def _bound(bound: Bound, documents: Mapping[str, str], mask: Mask) -> Bound:
    def masked(words: str) -> str:
        return _masked(words, bound.because, documents, mask)

    return replace(
        bound,
        measure=masked(bound.measure),
        place=masked(bound.place),
        counted_set=masked(bound.counted_set),
        operator=masked(bound.operator),
        programme=masked(bound.programme),
        operator_name=masked(bound.operator_name),
        because=tuple(one for one in bound.because if one in documents),
        undated=tuple(one for one in bound.undated if one in documents),
    )


def _masked(words: str, statements: Iterable[str], documents: Mapping[str, str], mask: Mask) -> str:
    """The words without what is masked in the whole case, or in a document of the statements that they are about."""
    for document in (None, *sorted({documents[one] for one in statements if one in documents})):
        words = mask(words, document)
    return words
