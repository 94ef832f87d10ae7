"""All files of a publication: the site and its data."""

from collections.abc import Iterator

from longarm.model.public import PublicCase
from longarm.publication import data
from longarm.publication.site import build, shell


def files(public: PublicCase, draft: bool) -> Iterator[tuple[str, bytes]]:
    """Every file as (relative path with `/`, bytes), the same for the same release.

    Args:
        draft: marks every page and every data file as machine-read and not reviewed.
    """
    yield from build.pages(public, draft)
    yield from data.files(public, draft)


def vocabulary() -> frozenset[str]:
    """Folded words that stand in the files whatever the case: labels, headings, names of columns."""
    return shell.vocabulary() | data.vocabulary()
