"""Lookups over one released case."""

from longarm.core.intervals import Interval
from longarm.model.claims import Source
from longarm.model.public import PublicCase, PublicDocument, PublicQuantity, PublicSpan, PublicStatement, PublicVoice
from longarm.publication.site.dossier import Dossier


def test_who_gives_a_figure_is_named_once_however_the_name_begins() -> None:
    names = ("Researchers", "researchers", "Harbour Watch", "Researchers")
    documents = tuple(PublicDocument(f"d{at}", at + 1) for at in range(len(names)))
    statements = tuple(
        PublicStatement(
            f"s{at}",
            f"d{at}",
            "p1",
            PublicSpan(0, 2, "12"),
            "figure",
            "",
            (PublicVoice("", "", "", "", "author", "asserts"), PublicVoice(name, name, "", "", "explicit", "asserts")),
            quantity=PublicQuantity(Interval(12, 12), 12, "12", "exact", "stations"),
        )
        for at, name in enumerate(names)
    )
    sources = tuple(Source(name, name, "collective") for name in dict.fromkeys(names))
    dossier = Dossier(PublicCase("A case", documents=documents, sources=sources, statements=statements))
    (answer,) = dossier.grouped(statements, by_unit=False)
    assert answer.parties == ("Researchers", "Harbour Watch")
