"""What two versions of one quotation differ in, word by word, beyond what editing may change."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from longarm.claims.quotations.normal import GAP, Word, words

BRACKETED = 5  # words of the other version that a bracketed insertion may stand for
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one version and what stands for them in the other; one may be empty.

    Attributes:
        left, right: the words as written.
        left_at, right_at: characters in each version, end-exclusive.
    """

    left: str
    right: str
    left_at: Range
    right_at: Range


def changes(left: str, right: str) -> tuple[Change, ...]:
    """The alterations between two versions; empty where they differ only by permitted editing.

    Permitted are: an ellipsis for what is left out, a bracketed insertion (which may stand for some words), case,
    punctuation, quotation marks, British or American spelling, and to quote a part from one word to another.
    """
    one, other = words(left), words(right)
    blocks = _trimmed(_blocks(one, other), one, other)
    return tuple(_change(left, right, one, other, block) for block in blocks if not _is_edit(one, other, block))


Block = tuple[int, int, int, int]


def _blocks(one: Sequence[Word], other: Sequence[Word]) -> list[Block]:
    """The stretches that differ, as index ranges of both; neighbours are one block."""
    found: list[Block] = []
    for op in Levenshtein.opcodes([w.form for w in one], [w.form for w in other]):
        if op.tag == "equal":
            continue
        if found and found[-1][1] == op.src_start and found[-1][3] == op.dest_start:
            last = found.pop()
            found.append((last[0], op.src_end, last[2], op.dest_end))
        else:
            found.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    return found


def _trimmed(blocks: list[Block], one: Sequence[Word], other: Sequence[Word]) -> list[Block]:
    """Without what one version says before or after the other begins or ends: quoting a part is no alteration."""
    kept = []
    for block in blocks:
        a, b, c, d = block
        is_end = (a == 0 and c == 0) or (b == len(one) and d == len(other))
        if is_end and (a == b or c == d):
            continue
        kept.append(block)
    return kept


def _is_edit(one: Sequence[Word], other: Sequence[Word], block: Block) -> bool:
    """Whether an ellipsis or a bracket on either side accounts for a difference."""
    a, b, c, d = block
    left, right = one[a:b], other[c:d]
    for edited, original in ((left, right), (right, left)):
        marks = [word for word in edited if word.is_edit]
        if not marks or len(marks) != len(edited):
            continue
        if any(word.form == GAP for word in marks) or len(original) <= BRACKETED * len(marks):
            return True
    return _is_divided(left, right) or _is_divided(right, left)


def _is_divided(edited: Sequence[Word], original: Sequence[Word]) -> bool:
    """Whether edited words stand in order around their marks at the ends of the original ("a ... b" for "a x y b")."""
    at = next((index for index, word in enumerate(edited) if word.form == GAP), None)
    if at is None:
        return False
    head, tail = [w.form for w in edited[:at]], [w.form for w in edited[at + 1 :]]
    forms = [word.form for word in original]
    return (
        len(head) + len(tail) <= len(forms) and forms[: len(head)] == head and forms[len(forms) - len(tail) :] == tail
    )


def _change(left: str, right: str, one: Sequence[Word], other: Sequence[Word], block: Block) -> Change:
    a, b, c, d = block
    left_at, right_at = _range(one, a, b), _range(other, c, d)
    return Change(left[slice(*left_at)], right[slice(*right_at)], left_at, right_at)


def _range(found: Sequence[Word], first: int, last: int) -> Range:
    if first < last:
        return found[first].start, found[last - 1].end
    at = found[first - 1].end if first else 0
    return at, at
