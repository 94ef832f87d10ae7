"""Where a figure counts: not where people only live, nor in another phrase's place; and when a deed was."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Freedonia threatens exiles and spies on dissidents abroad.\n\n"


def scope(text: str, measure: str) -> tuple[str, ...]:
    """The places that may bound the figure of a measure."""
    found = [s for s in read_text(LEAD + text)["statements"] if s["measure"] == measure]
    assert len(found) == 1
    return tuple(p["name"] for p in found[0]["places"] if p["role"] in ("scope", "site"))


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("Two students living in France were detained after they returned to Hungary.", "detained", ("Hungary",)),
        ("Two students based in France were arrested when they travelled to Hungary.", "arrested", ("Hungary",)),
        ("Four exiles based in Spain were killed in Egypt.", "killed", ("Egypt",)),
        ("Two writers resident in Poland were jailed upon their return to Hungary.", "detained", ("Hungary",)),
        ("Two students residing in France were threatened.", "threatened", ("France",)),
        (
            "Two men — O. Lund, residing in France, and K. Rehn, in Malta — were held after they returned to Hungary.",
            "detained",
            ("Hungary",),
        ),
        ("Following the deportation of 40 men from Thailand, exiles in Vietnam fear for their lives.", "deported", ()),
        ("The arrest of 12 activists from Spain in Poland drew protests.", "arrested", ("Poland",)),
        ("Portugal is deeply concerned over the arrests of the 12 people in Hungary.", "arrested", ("Hungary",)),
        ("Relatives of 12 activists detained at sea hold a news conference in Lisbon.", "detained", ()),
        ("Twenty relatives of eight exiles were detained in Egypt.", "relatives-detained", ("Egypt",)),
        ("Portugal is home to 12 police stations.", "station", ("Portugal",)),
    ],
)
def test_a_figure_counts_where_it_befell_people(text: str, measure: str, expected: tuple[str, ...]) -> None:
    assert scope(text, measure) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruben Tarn, who moved to Germany as a student in 2004, had infiltrated exile groups.", None),
        ("Ruben Tarn — who came to Sweden in 2009 — had infiltrated exile groups.", None),
        ("In May 2021 Ruben Tarn, who came to Sweden in 2009, infiltrated an exile group.", "2021-05"),
        ("In 2021 Ruben Tarn infiltrated an exile group.", "2021"),
    ],
)
def test_a_deed_is_not_dated_by_what_is_told_aside_of_the_doer(text: str, expected: str | None) -> None:
    [deed] = [s for s in read_text(LEAD + text)["statements"] if s["method"] == "infiltration" and s["kind"] == "act"]
    assert (deed["period"] or {}).get("start") == expected
