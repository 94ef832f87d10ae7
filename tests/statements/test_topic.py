"""Topic: which state a text tells of as the one that reaches across borders, and which is only the host."""

import pytest

from longarm.desk.reading import read_text


def operators(text: str) -> set[str]:
    return {s["roles"]["operator"] for s in read_text(text)["statements"]} - {""}


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        (
            "The Dutch ministry is investigating. Dutch police visited two Rwandan police offices in Utrecht.",
            "Rwanda",
        ),
        ("Belarus opened three police stations in Warsaw. Polish police and the Polish ministry looked on.", "Belarus"),
        ("Nine Egyptian police stations are in Italy, Italian officials said.", "Egypt"),
    ],
)
def test_the_operator_is_the_state_whose_posts_they_are_not_the_host(text: str, operator: str) -> None:
    assert operators(text) == {operator}


def test_a_text_without_states_has_no_operator() -> None:
    assert operators("Nine police stations are open, the group said.") == set()


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("Rwanda denied running two police stations in Belgium. Belgian courts have heard of it.", "Rwanda"),
        ("The Rwandan embassy in Brussels denied that it runs two police stations in Belgium.", "Rwanda"),
        ("Two police stations in Belgium are operated by Rwanda. The Belgian ministry closed them.", "Rwanda"),
        ("The United Kingdom closed three police stations that Egypt had set up in London.", "Egypt"),
        ("There are 12 police stations in Sweden for the Iranian government. Swedish police closed three.", "Iran"),
        ("Nine police stations run on behalf of Belarus were found in Poland. Polish police closed four.", "Belarus"),
        ("Eritrea has three police stations in Oslo (Norway). Norwegian officials closed them.", "Eritrea"),
        ("Hungary let Laos open 12 police stations in Budapest. Hungary opened its doors to them.", "Laos"),
    ],
)
def test_an_operator_is_who_the_words_say_runs_a_facility(text: str, operator: str) -> None:
    assert operators(text) == {operator}


@pytest.mark.parametrize(
    "text",
    [
        "Nine police stations were found: three are in Peru and six in Chile. Chilean authorities opened an inquiry.",
        "There are not 54 police stations in Peru. The embassy denied that it runs 12 police stations in Chile.",
        "Italy hosts 11 police stations. Spain has nine. The Spanish embassy did not comment.",
        "Ireland ordered the closure of three police stations. Spain denied that nine police stations are in Madrid.",
        "Peru opened an investigation into three police stations. Peru set up a hotline for exiles.",
        "There are nine police stations in Spain. Chilean exiles said that they were followed.",
        "Peruvian police stations received reports about 12 overseas police stations in Lima.",
        "The Swedish government runs a hotline. It found 12 unofficial police stations in Stockholm.",
        "Spain has nine police stations, and Malta has two in Gozo.",
        "Spain has nine police stations, and three stand in Malta.",
        "Laos and Vietnam run 20 police stations in Europe.",
        "Egyptian and Turkish police stations operate in Germany, 12 in all.",
    ],
)
def test_a_state_that_hosts_answers_or_shares_is_no_operator(text: str) -> None:
    assert operators(text) == set()
