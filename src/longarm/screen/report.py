"""A screening in words: what was in the crawls, where it went, and what to read first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from longarm.codebook.loader import methods
from longarm.core.phrases import counted, listed
from longarm.screen.outcome import Candidate, Outcome

LANGUAGES = 8  # that are named
_WIDTH = 9  # columns of a number


def text(found: Outcome) -> str:
    """The report, in plain text."""
    return "\n".join(_lines(found)) + "\n"


def by_method(candidates: Sequence[Candidate]) -> dict[str, int]:
    """How many candidates tell of each method, in the order of the codebook; a page may tell of several."""
    held = Counter(method for one in candidates for method in {told.method for told in one.line.told if told.method})
    return {method.id: held[method.id] for method in methods() if held[method.id]}


def funnel(found: Outcome) -> Iterator[str]:
    """Where every record went: each number is the sum of those set in below it."""
    numbers = found.funnel
    yield _row(0, numbers.records, "records in " + counted(len(found.head.crawls), "crawl"))
    yield from (_row(1, count, kind) for kind, count in sorted(numbers.passed.items()))
    if numbers.faults:
        yield _row(1, numbers.faults, "pages that the crawl does not hold whole (not-read.csv)")
    yield _row(1, numbers.pages, "pages")
    if numbers.again:
        yield _row(2, numbers.again, "same bytes as an earlier page")
    yield from (_row(2, count, f"not read: {why} (not-read.csv)") for why, count in sorted(numbers.unread.items()))
    if numbers.languages:
        codes = sorted(numbers.languages, key=lambda code: (-numbers.languages[code], code))
        counts = listed([f"{code} {numbers.languages[code]:,}" for code in codes], LANGUAGES).replace(
            " more", " more languages"
        )
        yield _row(2, numbers.languages.total(), f"not read: in other languages ({counts}; other-languages.csv)")
    yield _row(2, numbers.silent, "without signs enough")
    yield _row(2, numbers.signed, "with signs, and so read")
    if numbers.copies:
        yield _row(3, numbers.copies, "copies of a candidate, in the same or nearly the same words (copies.csv)")
    if numbers.nothing:
        yield _row(3, numbers.nothing, "tell nothing that longarm reads")
    yield _row(3, numbers.candidates, "candidates (candidates.csv)")


def _lines(found: Outcome) -> Iterator[str]:
    yield "Screening of " + ", ".join(crawl.name for crawl in found.head.crawls)
    if found.head.shard[1] > 1:
        yield f"Shard {found.head.shard[0]} of {found.head.shard[1]}: join it with the others (longarm screen --merge)."
    yield ""
    yield from funnel(found)
    if found.funnel.damage:
        yield f"Beside these, {counted(found.funnel.damage, 'damaged place')} of the crawls (not-read.csv)."
    yield ""
    yield "Candidates by method (a page may tell of several)"
    yield from (_row(0, count, id) for id, count in by_method(found.candidates).items())
    without = sum(not any(told.method for told in one.line.told) for one in found.candidates)
    yield _row(0, without, "of no method by name")
    yield ""
    yield "A candidate is a page to read, and nothing more: a machine found words in it. Points order the list; they"
    yield "say nothing of whether anything in a page is true, and nothing of anybody who is in it."


def _row(depth: int, count: int, what: str) -> str:
    return f"{'  ' * depth}{count:>{_WIDTH},}  {what}"
