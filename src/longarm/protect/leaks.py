"""Masked names in files that are about to leave."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from longarm.protect.folding import fold, tokens
from longarm.protect.names import Names
from longarm.protect.views import opened, plain, without_ids

_STATIC = re.compile(r"assets/[a-z]+\.(?:css|js)")  # files that hold no data: a style may say `max`


@dataclass(frozen=True, slots=True)
class Leak:
    """A masked person's name in a file that was about to leave; never holds the name itself."""

    path: str
    label: str


def leaks(files: Iterable[tuple[str, bytes]], names: Names, own_words: frozenset[str] = frozenset()) -> Iterator[Leak]:
    """Every masked name in files that are about to leave: as text, percent-encoded, HTML- or JSON-escaped.

    Args:
        own_words: folded words that the files hold whatever the case; a surname that is one of them counts
            only beside its given name.
    """
    lines = names.lines(own_words)
    for path, data in files:
        told = f"{path}\n{data.decode('utf-8', 'replace')}"
        if lines.are_clean(told):
            continue
        text = without_ids(told)
        for label in sorted(
            _in_static(text, names, own_words) if _STATIC.fullmatch(path) else _in_file(text, names, own_words)
        ):
            yield Leak(path, label)


def _in_file(text: str, names: Names, own_words: frozenset[str]) -> set[str]:
    hits = ((view, hit) for view in plain(text) for hit in names.find(view))
    found = {hit.label for view, hit in hits if hit.label and not _are_own(view[hit.start : hit.end], names, own_words)}
    return found | {label for view in opened(text) for label in names.whole(view, own_words)}


def _in_static(text: str, names: Names, own_words: frozenset[str]) -> set[str]:
    hits = ((text[hit.start : hit.end], hit.label) for hit in names.find(text))
    return {label for words, label in hits if label and not _are_static(words, own_words)}


def _are_static(words: str, own_words: frozenset[str]) -> bool:
    """Whether words of a style or script are its own: one word, or several that all are ("font-size")."""
    return " " not in words or all(token.folded in own_words for token in tokens(words))


def _are_own(words: str, names: Names, own_words: frozenset[str]) -> bool:
    """Whether words that were found stand there whatever the case: a surname, also in two words ("last in")."""
    if fold(words) in own_words:
        return True
    parted = words.split()
    is_run = len(parted) > 1 and words.islower() and all(fold(word) in own_words for word in parted)
    return is_run and not names.whole(words)
