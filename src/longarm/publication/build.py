"""All files of a publication: the site and its data."""

from collections.abc import Iterator

from longarm.model.editions import Issue
from longarm.model.public import PublicCase
from longarm.publication import data
from longarm.publication.site import build, shell


def files(public: PublicCase, draft: bool, issue: Issue | None = None) -> Iterator[tuple[str, bytes]]:
    """Every file as (relative path with `/`, bytes), the same for the same release and edition.

    Args:
        draft: marks every page and every data file as machine-read and not reviewed.
        issue: the edition that this is, with what went before; None for a draft.
    """
    yield from build.pages(public, draft, issue)
    yield from data.files(public, draft, issue)


def vocabulary() -> frozenset[str]:
    """Folded words that stand in the files whatever the case: labels, headings, names of columns."""
    return shell.vocabulary() | data.vocabulary()
