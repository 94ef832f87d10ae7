"""The last gate of a publication: every finished file is looked through before it is handed on."""

from collections.abc import Callable, Iterable, Iterator

from longarm.errors import ReleaseRefused
from longarm.model.case import Case
from longarm.protect.leaks import leaks
from longarm.protect.masking import mask
from longarm.protect.names import AMBIGUOUS, Names
from longarm.protect.people import names_of
from longarm.protect.policy import DEFAULT, Policy


def _as_it_is(_: str, data: bytes) -> bytes:
    return data


def refuse_leaks(
    files: Iterable[tuple[str, bytes]],
    case: Case,
    own_words: frozenset[str] = frozenset(),
    policy: Policy = DEFAULT,
    told: Callable[[str, bytes], bytes] = _as_it_is,
) -> Iterator[tuple[str, bytes]]:
    """The files as they come, each looked through before it is handed on; the last gate of a publication.

    Args:
        own_words: folded words that the files hold whatever the case (`publication.build.vocabulary`).
        told: what a file says, by its path and bytes, where the bytes are not text in reading order.

    Raises:
        ReleaseRefused: a file names a masked person; the message tells the file and the person's number.
    """
    names = names_of(case, policy)
    for path, data in files:
        for leak in leaks([(path, told(path, data))], names, own_words):
            place = f"The file {path}" if not mask(path, names).edits else "A file name"
            is_one = leak.label != AMBIGUOUS
            whose = f"{leak.label}{_named_in(names, leak.label)}" if is_one else "one of several people of that name"
            look = f'"{leak.label.strip("[]")}"` says who that is' if is_one else "people` lists who is masked"
            raise ReleaseRefused(
                f"{place} would show the masked name of {whose}: nothing was published. In a working copy, "
                f"`longarm show CASE {look}. If it is no person, or a public one, list the name with the reason under "
                "[[public]] in case.toml; else please report this as a fault of longarm."
            )
        yield path, data


def _named_in(names: Names, label: str) -> str:
    """The documents that name a person, for whoever has to find out who it is."""
    ids = sorted({one for person in names.people if person.label == label for one in person.documents})
    return f", whom {' and '.join(ids[:2])} name{'s' if len(ids) == 1 else ''}" if ids else ""
