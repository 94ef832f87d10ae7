"""The codebook as shipped, and what its loader refuses."""

import re

import pytest

from longarm.codebook import loader
from longarm.codebook.terms import STAGES
from longarm.errors import DataError

NAMED_IN_THE_CODEBOOK = [
    "overseas-station",
    "persuasion-to-return",
    "coercion-by-proxy",
    "threats-in-person",
    "online-threats",
    "spyware",
    "assault",
    "assassination",
    "abduction",
    "unlawful-deportation",
    "notice-abuse",
    "passport-denial",
    "asset-freeze",
    "exit-ban",
    "infiltration",
    "propaganda-monitoring",
    "lawfare",
    "bounty",
    "refoulement",
]


def entry(**changes):
    return {
        "id": "some-method",
        "label": "Some method",
        "definition": "A definition.",
        "includes": ["one thing"],
        "excludes": ["another thing"],
        "cues": ["do * harm"],
        "sources": ["A book"],
        "crosswalks": {"freedom_house": ["direct attack"], "huridocs": ["threats"]},
        **changes,
    }


def measure(**changes):
    return {"id": "thing", "label": "things", "question": "How many", "kind": "stock", "nouns": ["thing"], **changes}


@pytest.mark.parametrize("id", NAMED_IN_THE_CODEBOOK)
def test_every_method_that_the_field_names_is_in_the_codebook(id):
    assert loader.method(id).cues


def test_every_stage_of_proceedings_has_a_response():
    assert {response.stage for response in loader.responses()} == set(STAGES)


def test_every_definition_says_where_it_comes_from_and_where_it_ends():
    for item in (*loader.methods(), *loader.responses()):
        assert item.sources and item.includes and item.excludes, item.id
        assert item.definition.endswith("."), item.id


def test_no_cue_names_a_state_or_a_nationality():
    named = re.compile(
        r"\b(chin|russi|iran|turk|saudi|indi(a|an)\b|rwand|belarus|beijing|moscow|tehran|egypt|viet|korea)"
    )
    cues = [cue for item in (*loader.methods(), *loader.responses()) for cue in item.cues]
    assert [cue for cue in cues if named.search(cue)] == []


def test_cues_are_rows_of_lower_case_words_that_neither_begin_nor_end_with_a_gap():
    for item in (*loader.methods(), *loader.responses()):
        for cue in item.cues:
            assert cue == cue.lower().strip(" *") and not re.search(r"[|]|\* \*", cue), cue


def test_a_list_has_its_name_for_itself_and_its_single_words_know_it():
    assert loader.named_words()["mother"] == ("<kin>",)
    assert "next of kin" in loader.named_words() and "<kin>" not in loader.named_words()
    names = [
        name for file in ("methods", "responses", "assessments") for name in loader.read_file(f"{file}.yaml")["words"]
    ]
    assert len(names) == len(set(names))


def test_host_counts_are_tied_to_the_stations():
    relations = {(r.kind, r.measure, r.level) for r in loader.measure("host-country").relations}
    assert relations == {("hosts", "station", "country"), ("at-most", "host-city", "")}


def test_stations_may_fall_and_returns_may_not():
    assert loader.measure("station").kind == "stock"
    assert loader.measure("returned").kind == "cumulative"


def test_people_are_counted_by_the_verb_beside_them():
    assert "person" in loader.people_nouns()
    assert "arrest" in loader.measure("arrested").verbs


def test_alternatives_and_gaps_are_written_out_and_the_words_of_a_list_stand_under_its_name():
    data = {"words": {"kin": ["parent", "next of kin"]}, "methods": [entry(cues=["threaten|warn * <kin>", "spy|"])]}
    (method,) = loader.parse_methods(data, "mine.yaml")
    assert method.cues == (
        "threaten * <kin>",
        "threaten * next of kin",
        "warn * <kin>",
        "warn * next of kin",
        "spy",
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"label": ""}, "label"),
        ({"definition": None}, "definition"),
        ({"includes": "one"}, "includes"),
        ({"excludes": []}, "excludes"),
        ({"cues": ["Threaten * family"]}, "cues"),
        ({"cues": ["threaten * <nobody>"]}, "cues"),
        ({"sources": []}, "sources"),
        ({"crosswalks": []}, "crosswalks"),
        ({"crosswalks": {"freedom_house": ["magic"], "huridocs": ["threats"]}}, "freedom_house"),
    ],
)
def test_a_malformed_method_is_refused_with_file_entry_and_field(changes, field):
    with pytest.raises(DataError, match=rf"mine\.yaml, entry some-method, field {field}: "):
        loader.parse_methods({"methods": [entry(**changes)]}, "mine.yaml")


@pytest.mark.parametrize("id", ["", "Big", "two words", None])
def test_an_entry_without_a_proper_id_is_refused_by_its_number(id):
    with pytest.raises(DataError, match=r"mine\.yaml, entry 1, field id"):
        loader.parse_methods({"methods": [entry(id=id)]}, "mine.yaml")


def test_two_entries_of_one_id_are_refused():
    with pytest.raises(DataError, match="two entries"):
        loader.parse_methods({"methods": [entry(), entry()]}, "mine.yaml")


def test_a_file_without_its_list_is_refused():
    with pytest.raises(DataError, match="a list under `methods` is needed"):
        loader.parse_methods(["not so"], "mine.yaml")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "heap"}, "kind"),
        ({"nouns": []}, "nouns"),
        ({"beside": ["nothing"]}, "beside"),
        ({"methods": ["nothing"]}, "methods"),
        ({"relations": [{"kind": "hosts", "measure": "thing"}]}, "level"),
        ({"relations": [{"kind": "under", "measure": "thing"}]}, "kind"),
        ({"relations": ["thing"]}, "relations"),
    ],
)
def test_a_malformed_measure_is_refused_with_its_field(changes, field):
    with pytest.raises(DataError, match=rf"field {field}: "):
        loader.parse_measures({"measures": [measure(**changes)]}, "mine.yaml", frozenset())


def test_a_stage_that_proceedings_do_not_know_is_refused():
    data = {"responses": [entry(stage="party")]}
    with pytest.raises(DataError, match="field stage"):
        loader.parse_responses(data, "mine.yaml")


def test_an_unknown_id_is_an_error_of_the_data():
    with pytest.raises(DataError, match="no method witchcraft"):
        loader.method("witchcraft")


@pytest.mark.parametrize("cue", ["exit|travel ban", "cancel * passport|travel document", "(ban|bar) travel|exit"])
def test_alternatives_beside_a_word_without_brackets_are_refused(cue):
    with pytest.raises(DataError, match=r"field cues: .* does not tell how far the alternatives .* brackets"):
        loader.parse_methods({"methods": [entry(cues=[cue])]}, "mine.yaml")


@pytest.mark.parametrize("cue", ["(exit|travel ban", "exit) ban", "((exit|travel)) ban"])
def test_a_bracket_that_is_not_closed_is_refused(cue):
    with pytest.raises(DataError, match="bracket"):
        loader.parse_methods({"methods": [entry(cues=[cue])]}, "mine.yaml")


def test_alternatives_in_brackets_may_be_several_words_or_none():
    method = loader.parse_methods({"methods": [entry(cues=["(travel document|visa) * (be|) revoke"])]}, "mine.yaml")[0]
    assert method.cues == (
        "travel document * be revoke",
        "travel document * revoke",
        "visa * be revoke",
        "visa * revoke",
    )
