import dataclasses

from longarm.model.documents import Document
from longarm.model.statements import JointParty, Reading, Toponym
from longarm.places import gazetteer
from longarm.resolution import sources
from longarm.resolution.sources import SourceIndex
from longarm.resolution.states import States
from longarm.testing.builders import KEY, Text, voice

STATES = States.of(
    {"Chinese": "CN", "Iranian": "IR", "American": "US"},
    {"CN": "China", "IR": "Iran", "US": "United States", "IT": "Italy"},
)


def text(path: str, *names: str, publisher: str = "", paragraph: str = "") -> Text:
    made = Text(path, publisher=publisher)
    if paragraph:
        made.paragraph(paragraph)
    for name in names:
        made.say("Something was said.", "act", voices=[voice(name, cue="said")])
    return made


def resolved(*texts: Text) -> tuple[SourceIndex, list[str]]:
    built = [made.built() for made in texts]
    index = sources.resolve([b[0] for b in built], [b[2] for b in built], STATES, KEY)
    return index, [b[0].id for b in built]


def test_one_organisation_under_two_spellings_in_two_documents_is_one_source() -> None:
    index, (a, b) = resolved(text("a", "Safe Harbour Watch"), text("b", "Safeharbour Watch"))
    assert index.of(a, "Safe Harbour Watch") == index.of(b, "Safeharbour Watch")
    source = next(s for s in index.sources if s.id == index.of(a, "Safe Harbour Watch"))
    assert source.kind == "organisation"
    assert source.aliases == ("Safe Harbour Watch", "Safeharbour Watch")


def test_a_wrong_letter_in_a_long_name_is_a_slip_and_in_a_short_one_another_name() -> None:
    index, (a, b) = resolved(text("a", "Harbourlight Watch", "Lumo"), text("b", "Harborlight Watch", "Luma"))
    assert index.of(a, "Harbourlight Watch") == index.of(b, "Harborlight Watch")
    assert index.of(a, "Lumo") != index.of(b, "Luma")


def together(path: str, name: str, *parties: str) -> tuple[Document, Reading]:
    document, _, reading = text(path, name).built()
    return document, dataclasses.replace(reading, joint=(JointParty(name, parties),))


def test_those_who_speak_together_are_each_a_source_and_one_in_either_order() -> None:
    one, other = (
        together("a", "Far Shore and Reef", "Far Shore", "Reef"),
        together("b", "Reef and Far Shore", "Reef", "Far Shore"),
    )
    index = sources.resolve([one[0], other[0]], [one[1], other[1]], STATES, KEY)
    names = {source.name: source.id for source in index.sources}
    whole = index.of(one[0].id, "Far Shore and Reef")
    assert whole == index.of(other[0].id, "Reef and Far Shore")
    assert index.joint[whole] == (names["Far Shore"], names["Reef"])


def test_what_two_say_together_counts_with_the_one_of_them_that_speaks_alone_elsewhere() -> None:
    document, reading = together("a", "Far Shore and Reef", "Far Shore", "Reef")
    alone, _, other = text("b", "Reef").built()
    index = sources.resolve([document, alone], [reading, other], STATES, KEY)
    assert index.speaks_for[index.of(document.id, "Far Shore and Reef")] == index.of(alone.id, "Reef")


def test_unnamed_people_who_speak_together_are_nobody_in_particular() -> None:
    document, reading = together("a", "critics and exiles", "critics", "exiles")
    index = sources.resolve([document], [reading], STATES, KEY)
    assert {s.kind for s in index.sources if s.aliases} == {"collective"}
    assert not index.speaks_for


def test_a_town_that_speaks_is_nobody_in_particular_and_a_capital_is_its_government() -> None:
    document, _, reading = text("a", "Quayside", "Beijing").built()
    places = tuple(
        Toponym(voice.mention, place="gn:1")
        for statement in reading.statements
        for voice in statement.voices[1:]
        if voice.mention is not None
    )
    index = sources.resolve([document], [dataclasses.replace(reading, toponyms=places)], STATES, KEY)
    kinds = {source.name: source.kind for source in index.sources}
    assert (kinds["Quayside"], kinds["Government of China"]) == ("collective", "government")


def test_a_name_read_as_a_persons_is_the_organisations_that_has_one_letter_more() -> None:
    misread = Text("b")
    misread.name("Open Harbour Defender")
    misread.say("Something was said.", "act", voices=[voice("Open Harbour Defender", cue="said")])
    index, (a, b) = resolved(text("a", "Open Harbour Defenders"), misread)
    assert index.of(a, "Open Harbour Defenders") == index.of(b, "Open Harbour Defender")


def test_names_that_differ_by_a_number_are_two() -> None:
    index, (a, b) = resolved(text("a", "Committee of Exiles 24"), text("b", "Committee of Exiles 25"))
    assert index.of(a, "Committee of Exiles 24") != index.of(b, "Committee of Exiles 25")


def test_ministries_of_two_states_are_two_sources() -> None:
    index, (a, b) = resolved(text("a", "Iranian Ministry of Justice"), text("b", "Ministry of Justice of Italy"))
    assert index.of(a, "Iranian Ministry of Justice") != index.of(b, "Ministry of Justice of Italy")
    assert set(index.states.values()) == {"IR", "IT"}


def test_an_office_without_its_state_is_that_of_the_only_state_the_case_gives_it() -> None:
    index, (a, b) = resolved(text("a", "U.S. Department of Justice"), text("b", "the Justice Department"))
    assert index.of(a, "U.S. Department of Justice") == index.of(b, "the Justice Department")


def test_an_office_without_its_state_is_joined_to_none_of_two() -> None:
    index, (a, b, c) = resolved(
        text("a", "Iranian Ministry of Justice"),
        text("b", "Ministry of Justice of Italy"),
        text("c", "the Ministry of Justice"),
    )
    assert index.of(c, "the Ministry of Justice") not in (
        index.of(a, "Iranian Ministry of Justice"),
        index.of(b, "Ministry of Justice of Italy"),
    )
    assert "kept to this document" in index.reasons[c, "the Ministry of Justice"]


def test_an_office_of_somebody_named_before_is_kept_to_its_document() -> None:
    index, (a, b, c) = resolved(
        text("a", "Iranian Ministry of Justice"),
        text("b", "Its Ministry of Justice"),
        text("c", "their Ministry of Justice"),
    )
    sources = {index.of(a, "Iranian Ministry of Justice"), index.of(b, "Its Ministry of Justice")}
    assert len(sources | {index.of(c, "their Ministry of Justice")}) == 3
    assert "kept to it" in index.reasons[b, "Its Ministry of Justice"]
    together, (d,) = resolved(text("d", "Iranian Ministry of Justice", "its Ministry of Justice"))
    assert together.of(d, "its Ministry of Justice") == together.of(d, "Iranian Ministry of Justice")


def test_a_short_form_is_the_party_that_a_text_defines_it_for() -> None:
    defined = "The Bureau of Inner Order (BIO) was founded long ago."
    index, (a, b) = resolved(text("a", "the BIO", paragraph=defined), text("b", "Bureau of Inner Order"))
    assert index.of(a, "the BIO") == index.of(b, "Bureau of Inner Order")
    assert "short form" in index.reasons[a, "the BIO"]


def test_a_short_form_that_is_defined_nowhere_is_the_only_party_with_these_initials() -> None:
    index, (a, b) = resolved(text("a", "DOJ"), text("b", "Department of Justice"))
    assert index.of(a, "DOJ") == index.of(b, "Department of Justice")


def test_a_short_form_of_other_letters_is_the_body_it_is_known_for() -> None:
    index, (a, b) = resolved(text("a", "RSF"), text("b", "Reporters Without Borders"))
    assert index.of(a, "RSF") == index.of(b, "Reporters Without Borders")
    assert "widely known" in index.reasons[a, "RSF"]


def test_a_short_form_with_two_possible_parties_is_joined_to_neither() -> None:
    index, (a, b) = resolved(text("a", "LWF"), text("b", "Lantern Watch Fund", "Liberty World Forum"))
    assert index.of(a, "LWF") not in (index.of(b, "Lantern Watch Fund"), index.of(b, "Liberty World Forum"))


def test_a_shortened_name_is_the_longer_one_only_where_no_other_begins_so() -> None:
    index, (a, b) = resolved(text("a", "Harbour"), text("b", "Harbour International"))
    assert index.of(a, "Harbour") == index.of(b, "Harbour International")
    index, (a, b, c) = resolved(text("a", "Harbour"), text("b", "Harbour International"), text("c", "Harbour Relief"))
    assert index.of(a, "Harbour") not in (index.of(b, "Harbour International"), index.of(c, "Harbour Relief"))


def test_critics_of_two_documents_are_two_sources() -> None:
    index, (a, b) = resolved(text("a", "critics"), text("b", "critics"))
    assert index.of(a, "critics") != index.of(b, "critics")
    assert {source.kind for source in index.sources if "critics" in source.aliases} == {"collective"}


def test_all_words_for_one_government_are_one_source() -> None:
    index, (a, b) = resolved(text("a", "Chinese authorities", "Beijing"), text("b", "China", "the Chinese government"))
    ids = {
        index.of(a, "Chinese authorities"),
        index.of(a, "Beijing"),
        index.of(b, "China"),
        index.of(b, "the Chinese government"),
    }
    assert len(ids) == 1
    assert next(s.name for s in index.sources if s.id in ids) == "Government of China"


def test_persons_are_never_one_by_surname_alone() -> None:
    first, second = text("a", "Quillon"), text("b", "Quillon")
    first.name("Quillon")
    second.name("Quillon")
    index, (a, b) = resolved(first, second)
    assert index.of(a, "Quillon") != index.of(b, "Quillon")


def test_the_author_is_the_publisher_or_an_unnamed_outlet_of_each_document() -> None:
    index, (a, b, c, d) = resolved(
        text("a", publisher="Daily Lantern"), text("b", publisher="The Daily Lantern"), text("c"), text("d")
    )
    assert index.authors[a] == index.authors[b]
    assert len({index.authors[a], index.authors[c], index.authors[d]}) == 3
    assert {source.kind for source in index.sources} == {"outlet"}


def test_a_work_is_not_a_party() -> None:
    made = text("a", "the report")
    index, (a,) = resolved(made)
    assert (a, "the report") not in index.ids


def names_in(title: str, name: str) -> set[str]:
    made = Text("a", title=title)
    made.say("Something was said.", "act", voices=[voice(name, cue="said")])
    index, _ = resolved(made)
    return {source.name for source in index.sources}


def test_what_happens_and_reports_of_nobody_are_no_parties() -> None:
    told = ("Incidents", "explicit political message", "Recent reports", "several studies")
    index, _ = resolved(text("a", *told, "Media reports", "The Harbour Message", "Unit for Cases", publisher="Post"))
    names = {source.name for source in index.sources}
    assert len(names) == 4
    assert names.isdisjoint(told)


def test_the_start_of_a_headline_in_capitals_is_no_party() -> None:
    name = "Hidden Harbour Network Grows"
    assert name not in names_in("Hidden harbour network grows, says a new report", name)


def test_a_headline_that_runs_into_a_name_is_no_part_of_it() -> None:
    made = Text("a", title="Hidden harbour network grows")
    led = "Hidden Harbour Network Grows Safe Harbour Watch"
    made.say("Something was said.", "act", voices=[voice(led, cue="said")])
    index, (a, b) = resolved(made, text("b", "Safe Harbour Watch"))
    assert index.of(a, led) == index.of(b, "Safe Harbour Watch")
    assert index.of(a, led) != index.of(a, "")


def test_a_party_that_a_headline_begins_with_stays_one() -> None:
    name = "Safe Harbour Watch"
    assert name in names_in("Safe Harbour Watch counts offices abroad", name)
    assert name in names_in("A network grows", name)


def test_a_branch_is_another_source_and_a_short_name_is_the_organisations_that_all_branches_bear() -> None:
    index, (a, b, c) = resolved(
        text("a", "Harbour International"), text("b", "Harbour International Italy"), text("c", "Harbour")
    )
    assert index.of(c, "Harbour") == index.of(a, "Harbour International")
    assert index.of(b, "Harbour International Italy") != index.of(a, "Harbour International")


def test_the_last_word_of_one_name_stands_for_it_in_its_own_text_alone() -> None:
    index, (a, b) = resolved(text("a", "Ivo Lantern", "Lantern"), text("b", "Lantern"))
    assert index.of(a, "Lantern") == index.of(a, "Ivo Lantern")
    assert index.of(b, "Lantern") != index.of(a, "Ivo Lantern")


def test_an_outlet_keeps_the_article_that_is_part_of_its_name() -> None:
    told = Text("b")
    told.say("It is so, according to The Hill.", "act", voices=[voice("Hill", mention="The Hill")])
    index, _ = resolved(text("a", "Harbour Watch", publisher="The Lantern"), told)
    names = {source.name for source in index.sources}
    assert {"The Lantern", "The Hill", "Harbour Watch"} <= names


def test_a_body_named_after_a_person_is_not_that_person() -> None:
    made = text("a", "Ada Holm", "Ada Holm Foundation")
    made.name("Ada Holm")
    index, (a,) = resolved(made)
    assert index.of(a, "Ada Holm Foundation") != index.of(a, "Ada Holm")


def test_officials_have_the_state_of_the_place_that_they_are_of() -> None:
    made = text("a", "Milan prosecutors")
    document, _, reading = made.built()
    mention = reading.statements[0].voices[1].mention
    assert mention is not None
    milan = gazetteer.load().named("Milan")[0].id
    span = dataclasses.replace(mention, end=mention.start + len("Milan"), words="Milan")
    reading = dataclasses.replace(reading, toponyms=(Toponym(span, place=milan),))
    index = sources.resolve([document], [reading], STATES, KEY)
    source = next(one for one in index.sources if one.name == "Milan prosecutors")
    assert (source.kind, index.states[source.id]) == ("government", "IT")


def test_the_publisher_is_meant_by_what_it_is_where_no_other_party_is_named_so() -> None:
    def told(*names: str) -> Text:
        made = text("a", *names, publisher="Chinese Ministry of Harbours")
        made.say("It is so, the ministry said.", "act", voices=[voice("ministry", mention="the ministry")])
        return made

    index, (a,) = resolved(told())
    assert index.of(a, "ministry") == index.authors[a]
    index, (a,) = resolved(told("Iranian Ministry of Justice"))
    assert index.of(a, "ministry") != index.authors[a]


def test_a_known_body_is_one_party_by_whichever_of_its_names() -> None:
    names = ("UN human rights office", "OHCHR", "the Office of the United Nations High Commissioner for Human Rights")
    index, ids = resolved(*(text(str(number), name) for number, name in enumerate(names)))
    assert len({index.of(document, name) for document, name in zip(ids, names, strict=True)}) == 1


def test_a_body_within_another_or_with_a_like_name_is_not_that_body() -> None:
    names = ("European Union", "European Commission", "United Nations", "OHCHR", "Human Rights Council")
    index, ids = resolved(*(text(str(number), name) for number, name in enumerate(names)))
    assert len({index.of(document, name) for document, name in zip(ids, names, strict=True)}) == len(names)


def test_a_known_body_is_meant_by_whose_or_of_what_kind_it_is_and_not_by_who_left_or_criticises_it() -> None:
    whose, kind, critics = (
        "Harbour University's Citizen Lab",
        "watchdog Amnesty International",
        "critics of Citizen Lab",
    )
    index, (a, b, c, d) = resolved(
        text("a", whose), text("b", "Citizen Lab", "Amnesty International"), text("c", kind), text("d", critics)
    )
    assert index.of(a, whose) == index.of(b, "Citizen Lab") != index.of(d, critics)
    assert index.of(c, kind) == index.of(b, "Amnesty International")


def test_a_known_body_is_shown_by_its_own_name() -> None:
    index, _ = resolved(text("a", "watchdog Amnesty International"), text("b", "Amnesty International"))
    assert [source.name for source in index.sources if "Amnesty" in source.name] == ["Amnesty International"]


def test_an_embassy_is_not_of_the_state_that_it_stands_in() -> None:
    made = text("a", "embassy in Milan", "prosecutors in Milan")
    document, _, reading = made.built()
    milan = next(iter(gazetteer.load().named("Milan")))
    spans = [voice.mention for one in reading.statements for voice in one.voices[1:] if voice.mention]
    places = tuple(
        Toponym(dataclasses.replace(span, start=span.end - 5, words="Milan"), place=milan.id) for span in spans
    )
    index = sources.resolve([document], [dataclasses.replace(reading, toponyms=places)], STATES, KEY)
    assert [index.states.get(index.of(document.id, name)) for name in ("embassy in Milan", "prosecutors in Milan")] == [
        None,
        "IT",
    ]
