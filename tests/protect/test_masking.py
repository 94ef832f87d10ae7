"""Masking of one text: which words go, which stay, and where the rest stands afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.protect.alongside import alongside
from longarm.protect.leaks import leaks
from longarm.protect.masking import mask
from longarm.protect.names import Names, Person

HERE, THERE = "doc-here", "doc-there"


def names(*written: str, public: tuple[str, ...] = (), everyday: frozenset[str] = frozenset()) -> Names:
    people = [Person(f"[person {n}]", (name,), frozenset({HERE})) for n, name in enumerate(written, start=1)]
    return Names([*people, *(Person("", (name,), frozenset({HERE}), True) for name in public)], everyday)


@pytest.mark.parametrize(
    "form",
    [
        "Jenna Quorrel",
        "JENNA QUORREL",
        "jenna quorrel",
        "QUORREL, Jenna",
        "J. Quorrel",
        "Jenna\nQuorrel",
        "Jenna M. Quorrel",
        "Jénna Quòrrel",
        "Je\u0301nna Quorrel",
        "Jen\u200bna Quor\u00adrel",
        "jenna-quorrel",
        "jenna_quorrel",
        "jenna.quorrel",
        "JennaQuorrel",
        "jennaquorrel",
        "Ｊｅｎｎａ Ｑｕｏｒｒｅｌ",
        "J\u0435nn\u0430 Qu\u043errel",
        "Jen\U000e0041na Quor\u3164rel",
        "Jenna",
        "Quorrel",
    ],
)
def test_every_form_of_a_name_is_masked(form):
    assert mask(f"then {form} left", names("Jenna Quorrel"), HERE).text == "then [person 1] left"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Quorrel's house, the Quorrels", "[person 1]'s house, the [person 1]"),
        ("Quorrel, J. left", "[person 1]. left"),
        ("@jennaquorrel wrote", "[account] wrote"),
        ("#FreeJennaQuorrel2023", "#Free[person 1]2023"),
        ("#freejennaquorrel", "#[person 1]"),
        ("see https://example.org/2023/jenna-quorrel-arrested.html.", "see [link]."),
        ("see https://example.org/Jenna%20Quorrel today", "see [link] today"),
        ("J&#101;nna came", "[withheld] came"),
        (r"\u004aenna came", "[withheld] came"),
        ("mail jenna.quorrel@example.org now", "mail [email] now"),
        ("Jenna Quorrel (珍娜) spoke", "[person 1] spoke"),
        ("https://example.org/stations.html stays", "https://example.org/stations.html stays"),
    ],
)
def test_names_are_found_in_links_handles_and_escapes(text, masked):
    assert mask(text, names("Jenna Quorrel"), HERE).text == masked


def test_an_asian_name_is_masked_in_either_order_and_with_its_given_name_parted():
    known = names("Zhan Qingyo")
    for form in ("Qingyo Zhan", "Zhan Qing-yo", "Zhan Qing Yo", "ZHAN Qingyo"):
        assert mask(form, known, HERE).text == "[person 1]"


def test_an_umlaut_may_be_spelled_out():
    assert mask("Joerg Muellbach", names("Jörg Müllbach"), HERE).text == "[person 1]"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (
            "In May 2022 the young people may go; Young said no.",
            "In May 2022 the young people may go; [person 1] said no.",
        ),
        ("They met May at home, and Mr Young.", "They met [person 1] at home, and Mr [person 1]."),
        ("May young people vote? Young people may.", "May young people vote? Young people may."),
        ("May Young and may-young.pdf", "[person 1] and [person 1].pdf"),
    ],
)
def test_everyday_words_are_masked_only_where_they_are_a_name(text, masked):
    assert mask(text, names("May Young"), HERE).text == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("The ship was in the bay.", "The ship was in the bay."),
        ("Oskar Wasin, was-in and Was In", "[person 1], [person] and [person]"),
    ],
)
def test_two_everyday_words_side_by_side_are_no_surname_that_they_spell(text, masked):
    assert mask(text, names("Oskar Wasin"), THERE).text == masked


def test_the_smallest_words_are_masked_only_after_a_title():
    known = names("He Zhanqo")
    assert (
        mask("He said that Mr. He went. He stayed.", known, HERE).text == "He said that Mr. [person 1] went. He stayed."
    )


def test_a_surname_that_tells_nobody_apart_stays_outside_the_documents_of_its_bearer():
    assert (
        mask("Young and Baker met Quorrel.", names("May Young", "Jenna Quorrel"), THERE).text
        == "Young and Baker met [person]."
    )


def test_a_month_stays_a_month_even_where_a_reader_took_it_for_a_person():
    text = "in May 2022 and May said"
    known = [(text.index("May"), text.index("May") + 3), (text.rindex("May"), text.rindex("May") + 3)]
    assert mask(text, names("May Young"), HERE, known).text == "in May 2022 and [person 1] said"


def test_a_public_person_keeps_the_name_beside_a_masked_one():
    known = names("Zhan Qingyo", public=("Zhan Wei",))
    assert mask("Zhan Wei met Zhan Qingyo.", known, HERE).text == "Zhan Wei met [person 1]."


def test_a_surname_of_two_persons_is_masked_without_saying_which():
    known = names("Zhan Qingyo", public=("Zhan Wei",))
    assert mask("Later Zhan denied it.", known, HERE).text == "Later [person] denied it."


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("an office at 107 East Broadway, New York", "an office at [address], New York"),
        ("at 12 Long Acre Road, Apt 4, Leeds", "at [address], Leeds"),
        ("at Rue de la Paix 14", "at [address]"),
        ("at 12 Rua do Ouro, Lisbon", "at [address], Lisbon"),
        ("at 228, rue de Rivoli in Paris", "at [address] in Paris"),
        ("in der Bergstraße 12", "in der [address]"),
        ("P.O. Box 1234", "[address]"),
        ("call +44 20 7946 0123 or (212) 555-0123", "call [phone] or [phone]"),
        ("phone: 555 0199", "phone: [phone]"),
        ("write to help@desk.example.org", "write to [email]"),
        ("write to help [at] desk [dot] org", "write to [email]"),
    ],
)
def test_contact_details_are_masked(text, masked):
    assert mask(text, names()).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "230,000 nationals returned from 2021-04-01 to 2022-07-31",
        "54 stations in 30 countries, 2014-2022",
        "In 2022 Supreme Court judges heard 15 Court cases",
        "a total of 102 Chinese Overseas Police Service Centers",
        "section 951 of title 18, at 10:30",
        "3 1/2 and 1.234.567 people",
    ],
)
def test_figures_and_dates_are_not_contact_details(text):
    assert mask(text, names()).text == text


@given(
    st.lists(
        st.sampled_from(["Jenna Quorrel", "Quorrel", "stations", "a@b.org", "54", " ", "\n\n", "[x]"]), max_size=12
    )
)
def test_spans_stand_at_the_same_words_after_masking(parts):
    text = " ".join(parts)
    masked = mask(text, names("Jenna Quorrel"), HERE)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + 9) + 1):
            at, until = masked.span(start, end)
            assert 0 <= at < until <= len(masked.text)
            if not any(edit.start < end and start < edit.end for edit in masked.edits):
                assert masked.text[at:until] == text[start:end]
            else:
                assert "[" in masked.text[at:until]
    assert mask(masked.text, names("Jenna Quorrel"), HERE).text == masked.text


@pytest.mark.parametrize("unit", ["a", "a-", "Aa-", "1", "www.", "&", "Do", "<!--"])
def test_a_word_of_any_length_is_looked_through_in_time(unit):
    text = unit * (200_000 // len(unit))
    assert mask(text, names("Jenna Quorrel"), HERE).text == text
    assert not list(leaks([("a.html", text.encode())], names("Jenna Quorrel")))
    assert not list(alongside(f"{text} Jenna Quorrel and Bo Roe", [(len(text) + 1, len(text) + 14)]))


def test_a_name_that_may_leave_leaves_in_its_own_script_and_no_other_words_do():
    known = names(public=("王小明",))
    assert mask("Wang (王小明) and 李大文 came.", known, HERE).text == "Wang (王小明) and [other script] came."
