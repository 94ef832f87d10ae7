"""Reconciliation joined to gazetteer and codebook: of a table of figures, and of the statements of a case."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from longarm.claims.counts import atlas, rows, statements
from longarm.claims.counts.figures import Atlas, Figure, Setting
from longarm.claims.counts.reconcile import MOST_CONFLICTS, reconcile
from longarm.claims.counts.solver import Budget
from longarm.claims.counts.surroundings import Surroundings, Teller, origins
from longarm.claims.counts.table import constraints
from longarm.desk.case import open_case
from longarm.desk.states import world_states
from longarm.errors import UsageError
from longarm.model.case import Weighed
from longarm.model.documents import Document
from longarm.model.periods import period_words
from longarm.model.reconciliation import Constraint, Reconciliation
from longarm.places import gazetteer
from longarm.resolution import names

SECONDS = 60  # that an answer may take by default


def of_table(path: Path, seconds: float = SECONDS) -> tuple[Reconciliation, tuple[str, ...]]:
    """The answer for a CSV table of figures, and notes to its author.

    Raises:
        UsageError: the table cannot be read, or has bad rows; the message names them all.
    """
    if path.is_dir():
        raise UsageError(
            f"{path} is a folder: name a CSV file of figures; of a case, `longarm report` tells what its figures leave "
            "possible, and --explain why"
        )
    table = read_table(path)
    return of_figures(table.figures, seconds), table.notes


def explained(path: Path) -> tuple[Constraint, ...]:
    """Which rule makes which constraint, for a CSV table of figures or the figures of a case folder.

    Raises:
        UsageError: as for `of_table`, or there is no case.
    """
    if path.is_dir():
        case = open_case(path, texts=False, readings=False)
        figures = case_figures(case.weighed, case.state.documents)
    else:
        figures = read_table(path).figures
    return constraints(figures, Setting(_atlas(figures), atlas.measures()))


def read_table(path: Path) -> rows.Table:
    """The figures of a CSV table.

    Raises:
        UsageError: the table cannot be read, or has bad rows; the message names them all.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}): name a CSV file of figures") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text: save the table as CSV in UTF-8") from error
    known = gazetteer.load()
    return rows.parse(text, path.name, known, atlas.measures())


def of_case(weighed: Weighed, documents: Iterable[Document] = (), seconds: float = SECONDS) -> Reconciliation:
    """The answer for the figures of a case; ids are those of statements.

    Args:
        documents: of the case: they name who tells a figure, and when.
    """
    around = _around(weighed, documents)
    counts = of_figures(statements.figures(weighed.resolved, around), seconds)
    events = of_figures(statements.answers(weighed.resolved, weighed.claims, around), seconds)
    return _with_events(counts, events)


def case_figures(weighed: Weighed, documents: Iterable[Document] = ()) -> tuple[Figure, ...]:
    """The figures of a case that can be compared by place and date."""
    return statements.figures(weighed.resolved, _around(weighed, documents))


def _with_events(counts: Reconciliation, events: Reconciliation) -> Reconciliation:
    """The answer with the apparent conflicts of event figures; these bound no count of a place."""
    is_open = counts.consistent == "yes" and events.conflicts
    conflicts = (*counts.conflicts, *events.conflicts)
    return replace(
        counts,
        consistent="under-readings" if is_open else counts.consistent,
        conflicts=conflicts[:MOST_CONFLICTS],
        groups=(*counts.groups, *events.groups),
        more=counts.more or events.more or len(conflicts) > MOST_CONFLICTS,
        proved=counts.proved and events.proved,
        unproved=(*counts.unproved, *events.unproved),
    )


def _around(weighed: Weighed, documents: Iterable[Document]) -> Surroundings:
    states = world_states()
    tellers = {one.id: Teller(_teller(one), str(one.published or "")) for one in documents}
    return Surroundings(
        measures=atlas.measures(),
        origins=origins(
            weighed.claims,
            {source.id: source.name for source in weighed.sources},
            {work.id: work.title for work in weighed.works},
        ),
        party=lambda words: names.party(words, states) or words.casefold() if words else "",
        is_within=gazetteer.load().is_within,
        documents=tellers,
    )


def _teller(document: Document) -> str:
    """Publisher and day of a document, or its title, as a reader would name it."""
    name = document.publisher.value if document.publisher else ""
    name = name or (f"“{document.title.value}”" if document.title else document.path)
    return f"{name} of {period_words(document.published)}" if document.published else name


def of_figures(figures: tuple[Figure, ...], seconds: float = SECONDS) -> Reconciliation:
    """The answer for figures."""
    budget = Budget(left=seconds / 2, each=max(seconds / 20, 0.5), clock=max(seconds / 5, 1.0))
    return reconcile(figures, _atlas(figures), atlas.measures(), budget)


def _atlas(figures: tuple[Figure, ...]) -> Atlas:
    known = gazetteer.load()
    places = {place for f in figures for place in (f.place, f.whole, *f.other_places, *f.other_wholes)}
    states = {f.operator for f in figures if f.operator and known.place(f.operator)}
    return atlas.atlas(known, places | states)
