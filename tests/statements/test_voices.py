"""Voices: the chain of who asserts, from the author inwards."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def chains(text: str, words: str) -> list[list[tuple[str, str]]]:
    """The chains (name, how found) of the statements that contain the words."""
    answer = read_text(LEAD + text)
    return [
        [(voice["name"], voice["found"]) for voice in s["voices"]]
        for s in answer["statements"]
        if words in s["span"]["words"]
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Meridian Institute said that agents threaten exiles.", "Meridian Institute"),
        ("According to the Meridian Institute, agents threaten exiles.", "Meridian Institute"),
        ("In fact, agents threaten exiles, the Meridian Institute said.", "Meridian Institute"),
        (
            'In "safe" towns agents threaten exiles, the Swedish foreign minister said on Thursday.',
            "Swedish foreign minister",
        ),
        ("Critics say that agents threaten exiles.", "Critics"),
        ("Swedish officials claimed that agents threaten exiles.", "Swedish officials"),
    ],
)
def test_a_reported_source_is_a_voice(text: str, name: str) -> None:
    assert chains(text, "agents threaten exiles") == [[("", "author"), (name, "explicit")]]


def test_a_source_inside_a_source_is_a_third_voice() -> None:
    text = "The Meridian Institute said that prosecutors say that agents threaten exiles."
    found = chains(text, "agents threaten exiles")
    assert found
    assert [name for name, _ in found[0]] == ["", "Meridian Institute", "prosecutors"]


def test_the_same_source_goes_on_in_the_next_sentence() -> None:
    text = "The Meridian Institute said that agents threaten exiles. They also harass dissidents at home."
    assert chains(text, "harass dissidents") == [[("", "author"), ("Meridian Institute", "carried")]]


def test_a_sentence_that_turns_is_the_authors_own() -> None:
    text = "The Meridian Institute said that agents threaten exiles. But agents also harass dissidents at home."
    assert chains(text, "harass dissidents") == [[("", "author")]]


def test_a_new_paragraph_carries_nothing() -> None:
    text = "The Meridian Institute said that agents threaten exiles.\n\nThey also harass dissidents at home."
    assert chains(text, "harass dissidents") == [[("", "author")]]


DECLARING = (
    "Belarus runs overseas police stations. The findings were published by the Meridian Institute in a report.\n\n"
)


def test_what_follows_a_declared_source_inherits_it() -> None:
    answer = read_text(DECLARING + "Nine police stations operate in France.")
    voices = answer["statements"][-1]["voices"]
    assert [(v["name"], v["found"]) for v in voices] == [("", "author"), ("Meridian Institute", "inherited")]


@pytest.mark.parametrize(
    "between",
    [
        "*Update:\n\n",
        "The Ministry of Defence said that exiles were threatened.\n\n",
        "Outrageously, ",
    ],
    ids=["an update note", "another source", "the author's own judgement"],
)
def test_the_declared_source_ends(between: str) -> None:
    answer = read_text(DECLARING + between + "nine police stations operate in France.")
    voices = answer["statements"][-1]["voices"]
    assert [v["found"] for v in voices] == ["author"]


@pytest.mark.parametrize(
    "opening",
    [
        "A report by the Meridian Institute says that Belarus runs overseas police stations.",
        "According to a report by the Meridian Institute, Belarus runs overseas police stations.",
        "The Meridian Institute has released a report on the overseas police stations of Belarus.",
        "The details come from a report by the Meridian Institute on overseas police stations of Belarus.",
    ],
)
def test_a_text_declares_its_source_in_several_ways(opening: str) -> None:
    answer = read_text(opening + "\n\nNine police stations operate in France.")
    assert [v["name"] for v in answer["statements"][-1]["voices"]] == ["", "Meridian Institute"]


def test_a_report_named_far_down_declares_nothing() -> None:
    filler = "Belarus runs overseas police stations.\n\n" * 4
    text = (
        filler
        + "A report by the Meridian Institute says that exiles are threatened.\n\n"
        + "Nine police stations operate in France."
    )
    assert [v["found"] for v in read_text(text)["statements"][-1]["voices"]] == ["author"]


def test_the_report_stands_for_its_party_and_title() -> None:
    text = (
        "The Meridian Institute published a report, entitled Nine Doors: Policing at a Distance.\n\n"
        "The report notes that agents threaten exiles."
    )
    answer = read_text(text)
    voice = answer["statements"][-1]["voices"][-1]
    assert (voice["name"], voice["work"]) == ("Meridian Institute", "Nine Doors: Policing at a Distance")


def test_a_person_is_traced_to_the_full_name() -> None:
    text = "Minister Ada Example spoke on Monday. Example said that agents threaten exiles abroad."
    found = chains(text, "agents threaten exiles")
    assert found[0][-1][0].endswith("Ada Example")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Meridian Institute counted 40 exiles who were threatened.", "40 exiles", "Meridian Institute"),
        ("A Meridian Institute report documented 40 threats against exiles.", "40 threats", "Meridian Institute"),
    ],
)
def test_who_counted_is_the_voice_of_the_count(text: str, words: str, name: str) -> None:
    assert [chain[-1][0] for chain in chains(text, words)] == [name]


def test_a_state_that_finds_itself_in_a_sentence_is_no_source_of_it() -> None:
    assert chains("France counts 40 exiles.", "40 exiles") == [[("", "author")]]


def test_a_wish_is_no_voice() -> None:
    assert all(chain[-1][0] != "Agents" for chain in chains("Agents want to threaten exiles.", "threaten exiles"))


def test_a_pronoun_goes_on_with_the_subject_before_it() -> None:
    text = "The Meridian Institute released 40 files on Monday. It said that agents threaten exiles."
    assert chains(text, "agents threaten exiles")[0][-1][0] == "Meridian Institute"


def test_a_body_named_before_is_that_body() -> None:
    text = "The Belarusian embassy replied on Monday. The embassy said that the exiles were safe."
    assert chains(text, "the exiles were safe")[0][-1][0] == "Belarusian embassy"


def test_we_is_the_author() -> None:
    assert chains("We counted 40 exiles who were threatened.", "40 exiles") == [[("", "author")]]


def test_a_question_asserts_nothing() -> None:
    assert chains("Did agents threaten 40 exiles?", "40 exiles") == []


def test_a_dateline_is_no_speaker() -> None:
    text = "THE HAGUE (Example Wire) - The Meridian Institute said that agents threaten exiles."
    assert chains(text, "agents threaten exiles") == [[("", "author"), ("Meridian Institute", "explicit")]]


def test_the_embassy_is_not_whatever_body_was_named_last() -> None:
    text = "The Department of Fisheries met on Monday. The embassy said that the exiles were safe."
    assert chains(text, "the exiles were safe")[0][-1][0] == "embassy"


def test_he_is_no_group_of_men() -> None:
    text = "Three men followed the dissident Ada Example. He said that agents threaten exiles."
    assert "men" not in chains(text, "agents threaten exiles")[0][-1][0]


def test_the_group_is_the_one_that_spoke_not_the_one_named_last() -> None:
    text = (
        "The Meridian Institute said that agents threaten exiles. Three men met at the Riverside Boat Club. "
        "The group said that exiles were followed."
    )
    assert chains(text, "exiles were followed")[0][-1][0] == "Meridian Institute"


def names(text: str, words: str) -> list[str]:
    """The names of the first statement with the words, without the author's."""
    return [name for name, _ in chains(text, words)[0]][1:]


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        ("Two men were charged with stalking exiles.", "were charged", ["unnamed prosecutors"]),
        (
            "Norwegian prosecutors spoke on Monday. Two men were charged with stalking exiles.",
            "were charged",
            ["Norwegian prosecutors"],
        ),
        ("Two men were charged by the Example Tribunal with stalking exiles.", "were charged", ["Example Tribunal"]),
        ("A complaint was filed against two officers of Belarus.", "complaint was filed", ["unnamed prosecutors"]),
        ("Prosecutors charged an officer with stalking exiles.", "charged an officer", ["Prosecutors"]),
        ("The ministry said that two men were charged with stalking exiles.", "were charged", ["ministry"]),
        ("Two men were convicted of stalking exiles.", "were convicted", []),
    ],
)
def test_a_charge_is_told_by_the_office_that_brings_it(text: str, words: str, voices: list[str]) -> None:
    assert names(text, words) == voices


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two men were charged with stalking exiles.", "were charged"),
        ("An officer faces charges of stalking exiles.", "faces charges"),
        ("Two men are accused of stalking exiles.", "are accused"),
    ],
)
def test_who_charges_unnamed_is_marked_as_unnamed_and_implied(text: str, words: str) -> None:
    last = chains(text, words)[0][-1]
    assert last[0].startswith("unnamed ") and last[1] == "implied"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No charges were brought over the stations.", "charges"),
        ("The two men were not charged with stalking exiles.", "not charged"),
        ("Nobody has been indicted for stalking exiles.", "indicted"),
    ],
)
def test_that_nobody_is_charged_has_no_source_but_the_author(text: str, words: str) -> None:
    assert names(text, words) == []


def test_a_step_of_proceedings_is_not_carried_on_from_who_spoke_before() -> None:
    text = "The Meridian Institute said that agents threaten exiles. The two were released on bail in Porto."
    assert names(text, "released on bail") == []


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The Harbour Post reported, citing police, that agents threaten exiles.", ["Harbour Post", "police"]),
        ("Citing two officers, the Harbour Post wrote that agents threaten exiles.", ["Harbour Post", "two officers"]),
        ("The Harbour Post quoted the minister as saying that agents threaten exiles.", ["Harbour Post", "minister"]),
        ("The minister said agents threaten exiles, according to the Harbour Post.", ["Harbour Post", "minister"]),
        ("The minister said that, according to police, agents threaten exiles.", ["minister", "police"]),
        ("Agents threaten exiles, the Harbour Post reports, in many towns.", ["Harbour Post"]),
        ("Ada Example told Harbour News that agents threaten exiles.", ["Harbour News", "Ada Example"]),
        ("Ada Example told the Senate that agents threaten exiles.", ["Ada Example"]),
    ],
)
def test_who_tells_it_on_stands_before_whom_it_has_it_from(text: str, voices: list[str]) -> None:
    assert names(text, "threaten exiles") == voices


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Belarusian authorities deny that agents threaten exiles, spokeswoman Ada Example said.", ["Ada Example"]),
        (
            "Belarusian authorities deny that agents threaten exiles, Swedish spokeswoman Ada Example said.",
            ["Swedish spokeswoman Ada Example", "Belarusian authorities"],
        ),
    ],
)
def test_a_spokesperson_and_who_she_speaks_for_are_one_voice(text: str, voices: list[str]) -> None:
    found = chains(text, "agents threaten exiles")[0][1:]
    assert len(found) == len(voices)
    assert all(name in voice for (name, _), voice in zip(found, voices, strict=True))


def test_the_embassy_that_gives_out_a_statement_speaks_in_it() -> None:
    text = "In a statement by its embassy in Porto, Belarus said that the exiles were safe."
    assert names(text, "the exiles were safe") == ["Belarus’s embassy in Porto"]


def test_what_somebody_is_suspected_of_is_told_by_who_acts_on_it() -> None:
    text = "Two men were arrested by Danish police on allegations that they followed an exile in Porto."
    assert names(text, "they followed an exile") == ["Danish police"]


def test_a_new_subject_does_not_go_on_with_who_spoke_before() -> None:
    said = "The Meridian Institute said that agents threaten exiles. "
    assert names(said + "The offices moved to Porto in May.", "moved to Porto") == ["Meridian Institute"]
    assert names(said + "The Dunmore police moved to Porto in May.", "moved to Porto") == []


def test_a_denial_does_not_deny_the_sentence_after_it() -> None:
    answer = read_text(LEAD + "The ministry denied the claims. It threatened exiles in Porto in May.")
    last = [s for s in answer["statements"] if "threatened exiles" in s["span"]["words"]]
    assert {s["polarity"] for s in last} == {"affirmed"}


def test_they_are_the_many_that_the_sentence_before_is_about() -> None:
    text = "Dozens of rights groups wrote to Belarus. They say that agents threaten exiles."
    assert names(text, "agents threaten exiles") == ["rights groups"]


def test_a_finding_of_no_evidence_is_that_of_the_finder() -> None:
    assert names("Police found no evidence that agents threaten exiles.", "agents threaten exiles") == ["Police"]
    said = "The minister said that an inquiry had found no agents in Porto."
    assert names(said, "found no agents") == ["minister"]


def test_an_update_note_is_no_speaker() -> None:
    text = "Update (3 May): The Belarusian embassy says that the exiles were safe."
    assert names(text, "the exiles were safe") == ["Belarusian embassy"]


def test_a_state_that_speaks_by_its_seat_has_its_government_as_source() -> None:
    answer = read_text("Belarusian agents threaten exiles. Minsk claims that the exiles are safe.")
    voice = next(s for s in answer["statements"] if "are safe" in s["span"]["words"])["voices"][-1]
    assert (voice["name"], voice["source"]) == ("Minsk", "Minsk (Belarusian government)")


def test_what_an_earlier_version_said_is_taken_back_by_the_author() -> None:
    text = (
        "Agents threaten exiles in police stations.\n\nCorrection: an earlier version of this article said that 40 "
        "police stations were found in Norway. The number of police stations is 14."
    )
    found = [s for s in read_text(text)["statements"] if s["kind"] == "figure"]
    assert [(s["quantity"]["value"], len(s["voices"]), s["polarity"]) for s in found] == [
        (40, 1, "denied"),
        (14, 1, "affirmed"),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Correction, 6 March: an earlier version of this article said that 40 police stations were found in Norway.",
        "This article was corrected on 3 June. A previous version stated that 40 police stations were found in Norway.",
    ],
)
def test_a_note_takes_back_what_an_earlier_version_said_and_is_itself_no_statement(note: str) -> None:
    found = read_text(f"Agents threaten exiles in police stations.\n\n{note}")["statements"][1:]
    assert [(s["kind"], s["polarity"], len(s["voices"])) for s in found] == [("figure", "denied", 1)]


def test_the_indictment_that_a_sentence_rests_on_is_its_source_and_no_step_of_its_own() -> None:
    text = "According to the Norwegian indictment the officer agreed to pay for a police station abroad."
    found = read_text(text)["statements"]
    assert [s["kind"] for s in found] == ["act"]
    assert found[0]["voices"][-1]["source"] == "Norwegian indictment"


@pytest.mark.parametrize("hearers", ["a briefing", "a regular briefing", "a Senate hearing on Thursday", "reporters"])
def test_what_is_told_to_a_meeting_is_the_teller_s(hearers: str) -> None:
    assert names(f"The minister told {hearers} that agents have threatened exiles.", "threatened exiles") == [
        "minister"
    ]


def test_words_as_reported_by_another_cast_no_doubt_of_their_own() -> None:
    text = "A statement by the Meridian Institute, as reported by the Harbour Post, says the agents threaten exiles."
    (statement,) = [s for s in read_text(text)["statements"] if "threaten" in s["span"]["words"]]
    assert statement["hedges"] == []


SAID = "The Meridian Institute said that agents threaten exiles. "


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        (SAID + "The report rests on letters from 30 exiles.", "rests on letters", []),
        (SAID + "It spoke to 30 exiles in Porto in May.", "spoke to 30", []),
        (SAID + "It counted 30 exiles in Porto.", "counted 30", ["Meridian Institute"]),
        (SAID + "They are tailed by our own readers in Porto.", "are tailed", []),
        (SAID + "The filming took nine days in May.", "took nine days", []),
        ("His wife said that agents threaten exiles. He was abducted in Porto.", "was abducted", []),
        ("The ministry announced rewards for two exiles. They were abducted in Porto.", "were abducted", []),
    ],
    ids=["its work", "itself", "its count", "the author", "a new thing", "a person", "a deed in words"],
)
def test_what_goes_on_is_told_by_the_author_unless_the_source_may_say_it(
    text: str, words: str, voices: list[str]
) -> None:
    assert names(text, words) == voices


def test_a_declared_source_is_no_voice_of_what_it_was_not_declared_for() -> None:
    answer = read_text(DECLARING + "A tram hit an exile in Porto on Monday.")
    assert [v["found"] for v in answer["statements"][-1]["voices"]] == ["author"]


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        ("Two men were accused of stalking exiles in Porto.", "were accused", ['unnamed ("were accused of")']),
        ("Two men are believed to be agents of Belarus.", "be agents", ['unnamed ("are believed to")']),
        ("Two men reportedly abducted exiles in Porto.", "abducted exiles", ['unnamed ("reportedly")']),
        (SAID + "The agents allegedly abducted exiles in Porto.", "abducted exiles", ["Meridian Institute"]),
        (
            "Norwegian prosecutors charged two men on Monday. The two allegedly abducted exiles in Porto.",
            "abducted exiles",
            ["Norwegian prosecutors"],
        ),
        ("Norway has charged two men who allegedly stalked exiles.", "stalked exiles", ["Norway’s prosecutors"]),
    ],
)
def test_who_alleges_is_a_voice_named_or_not(text: str, words: str, voices: list[str]) -> None:
    assert names(text, words) == voices


@pytest.mark.parametrize("source", ["No report", "None of the officers", "Nobody"])
def test_what_nobody_says_is_no_voice_and_not_told(source: str) -> None:
    found = [
        s
        for s in read_text(LEAD + f"{source} says that agents abducted exiles in Porto.")["statements"]
        if "abducted" in s["span"]["words"]
    ]
    assert [(len(s["voices"]), s["polarity"]) for s in found] == [(1, "denied")]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("A tally by the Meridian Institute shows that agents threaten exiles.", ["Meridian Institute"]),
        ("Police figures show that agents threaten exiles.", ["Police"]),
        ("Evidence suggests that agents threaten exiles.", []),
        ("The page says that agents threaten exiles.", []),
        ("Dozens of rights groups say that agents threaten exiles.", ["rights groups"]),
        ("Agents threaten exiles, writes the daily Harbour Post, in many towns.", ["Harbour Post"]),
        ("Agents threaten exiles, a guard told the Harbour Post.", ["Harbour Post", "guard"]),
        (
            "Harbour Watch said it had letters. The Porto-based group found that agents threaten exiles.",
            ["Harbour Watch"],
        ),
        ("Harbour Watch said it had letters. The report says that agents threaten exiles.", ["Harbour Watch"]),
        ("In the minister's telling, agents threaten exiles.", ["minister"]),
        ("By its own account, the ministry thinks agents threaten exiles.", ["ministry"]),
        ("The police made an announcement in May that agents threaten exiles.", ["police"]),
        (
            "Swedish media found evidence that agents threaten exiles, the Harbour Post reported.",
            ["Harbour Post", "Swedish media"],
        ),
        (
            "A statement by the Meridian Institute, as reported by the Harbour Post, says agents threaten exiles.",
            ["Harbour Post", "Meridian Institute"],
        ),
        (
            "A new report revealed on Monday that agents threaten exiles. It was published by the Meridian Institute.",
            ["Meridian Institute"],
        ),
    ],
)
def test_who_speaks_is_found_behind_counts_papers_and_turns_of_phrase(text: str, voices: list[str]) -> None:
    assert names(text, "hreaten exiles") == voices


def test_whom_prosecutors_tie_to_a_deed_they_accuse() -> None:
    text = "In an indictment Norwegian prosecutors have tied an officer of Belarus to a raid on exiles."
    assert names(text, "raid on exiles")[:1] == ["Norwegian prosecutors"]


def test_after_a_semicolon_indirect_speech_goes_on() -> None:
    said = "The minister said that agents threaten exiles; nobody has been arrested in Porto."
    assert names(said, "been arrested") == ["minister"]
    other = "The minister said that agents threaten exiles; Sweden closed the stations in May."
    assert names(other, "closed the stations") == []


def test_what_is_told_aside_of_somebody_asked_about_is_the_authors() -> None:
    text = "Agents asked about the writer Ada Example, who vanished from Porto in May."
    assert names(text, "vanished") == []


def test_several_works_of_one_party_have_no_title_of_one_of_them() -> None:
    text = (
        "The Meridian Institute published two reports. The first report, entitled Nine Doors, says that agents "
        "threaten exiles. The two reports say that agents followed students."
    )
    voice = next(s for s in read_text(LEAD + text)["statements"] if "followed" in s["span"]["words"])["voices"][-1]
    assert (voice["name"], voice["work"]) == ("Meridian Institute", "report")


def test_a_paper_called_post_is_no_work() -> None:
    voice = read_text(LEAD + "The Harbour Post said that agents threaten exiles.")["statements"][-1]["voices"][-1]
    assert (voice["name"], voice["work"]) == ("Harbour Post", "")


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        (
            "The Norwegian ministry announced: agents threaten exiles in Porto.",
            "threaten exiles",
            ["Norwegian ministry"],
        ),
        (
            "Three men were charged in Porto, the justice ministry announced: they threatened exiles.",
            "were charged",
            ["justice ministry"],
        ),
        (
            "Three men were charged in Porto, the justice ministry announced: they threatened exiles.",
            "threatened exiles",
            ["justice ministry"],
        ),
        ("Officers told the jury about letters of the agents.", "told the jury", ["Officers"]),
        ("Those who fled Minsk say that agents threaten exiles.", "threaten exiles", ["Those who fled Minsk"]),
        (
            "Talks are over and agents threaten exiles, according to Cpl. Ada Example.",
            "threaten exiles",
            ["Ada Example"],
        ),
        (
            "Exiles fled, Far Shore said. The two clubs condemned it. They also say that agents threaten exiles.",
            "threaten exiles",
            ["two clubs"],
        ),
        (
            "Far Shore spoke with forty exiles. Most of them said that agents threaten exiles.",
            "threaten exiles",
            ["exiles"],
        ),
    ],
)
def test_who_tells_by_a_colon_of_a_thing_or_as_one_of_many_is_the_source(
    text: str, words: str, voices: list[str]
) -> None:
    assert [name.removeprefix("Cpl. ") for name in names(text, words)] == voices


@pytest.mark.parametrize(
    ("headline", "voice"),
    [
        ("Far Shore: agents of Belarus threatened exiles in Porto", "Far Shore"),
        ("Agents of Belarus watched exiles in Porto: report", "report"),
        ("Agents of Belarus watched exiles in Porto – Far Shore", "Far Shore"),
        ("Minsk: nobody followed the exiles in Porto", "Minsk"),
    ],
)
def test_a_headline_names_its_source_before_or_after_a_mark(headline: str, voice: str) -> None:
    answer = read_text(headline + "\n\n" + LEAD)
    found = [s for s in answer["statements"] if "exiles in Porto" in s["span"]["words"]]
    assert [v["name"] for s in found for v in s["voices"]][1:] == [voice]


def test_a_headline_that_ends_in_a_place_names_no_source() -> None:
    answer = read_text("Agents of Belarus watched exiles: Sweden\n\n" + LEAD)
    assert all(len(s["voices"]) == 1 for s in answer["statements"])


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Agents abducted exiles in Porto, a student told Harbour Radio.", ["Harbour Radio", "student"]),
        ("Agents abducted exiles in Porto, she said in an interview with Harbour Radio.", ["Harbour Radio", "she"]),
        ("Speaking to Reuters, a former guard said agents abducted exiles.", ["Reuters", "former guard"]),
        ("A guard told the court that agents abducted exiles.", ["guard"]),
        ("A guard told our Harbour Desk that agents abducted exiles.", ["guard"]),
    ],
)
def test_the_outlet_that_was_told_stands_around_who_told_it(text: str, voices: list[str]) -> None:
    assert names(text, "abducted exiles") == voices


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        ("Agents abducted exiles in Porto, warns a new report.", "abducted exiles", ["new report"]),
        ("Agents abducted exiles in Porto, say two of the students.", "abducted exiles", ["students"]),
        ("The ministry said in a release that its agents abducted exiles.", "abducted exiles", ["ministry"]),
        ("The briefing sets out how agents abducted exiles in Porto.", "abducted exiles", ["briefing"]),
        (
            "Agents stalked exiles, the ministry said, and the consul abducted exiles.",
            "the consul abducted",
            ["ministry"],
        ),
        ("Agents stalked exiles, the ministry said, after its council abducted exiles.", "council abducted", []),
        ("It is understood that agents abducted exiles.", "abducted exiles", ['unnamed ("is understood")']),
        ("There are fears that agents abducted exiles.", "abducted exiles", ['unnamed ("fears")']),
        ("Agents allegedly paid a guard, who abducted exiles.", "abducted exiles", []),
    ],
)
def test_the_words_around_say_who_speaks(text: str, words: str, voices: list[str]) -> None:
    assert names(text, words) == voices


def test_she_is_nobody_whom_the_quotation_names_and_no_man() -> None:
    text = "His daughter fears the worst. “My father knew that agents abducted exiles,” she told Harbour Radio."
    assert names(text, "abducted exiles") == ["Harbour Radio", "His daughter"]


def test_what_is_told_aside_of_somebody_named_in_a_denial_is_the_authors() -> None:
    text = "Belarus denied bribing the guard, who abducted exiles on Monday."
    assert chains(text, "who abducted exiles")[-1] == [("", "author")]


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        ("Reporters Without Borders found that agents abducted exiles.", "abducted", ["Reporters Without Borders"]),
        ("A Reporters Without Borders report says agents abducted exiles.", "abducted", ["Reporters Without Borders"]),
        ("A guide to the Meridian Institute’s report: agents abducted exiles.", "abducted", ["Meridian Institute"]),
        ("Researchers found that agents abducted exiles.", "abducted", ["Researchers"]),
        (
            "He said he saw the list; officers would have abducted exiles in Porto.",
            "would have abducted",
            ["He"],
        ),
        ("Agents abducted exiles, the ministry announced: they stalked a guard.", "stalked a guard", ["ministry"]),
        ("The guide must state that agents abducted exiles.", "abducted exiles", []),
        (
            "A report by the Meridian Institute names the maker. The company says it tracked exiles.",
            "it tracked exiles",
            ["company"],
        ),
    ],
)
def test_names_works_and_colons_say_who_speaks(text: str, words: str, voices: list[str]) -> None:
    assert names(text, words) == voices


def test_who_is_appalled_holds_that_it_is() -> None:
    text = "The Meridian Institute is appalled by the abduction of exiles in Porto."
    assert names(text, "abduction of exiles") == ["Meridian Institute"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("U.S. officials said that agents abducted exiles.", "US officials"),
        ("HRW said that agents abducted exiles.", "HRW (Human Rights Watch)"),
        ("The Hook Road Works (HRW) met. HRW said that agents abducted exiles.", "HRW (Hook Road Works)"),
    ],
)
def test_a_party_bears_one_writing_and_what_it_is_short_for(text: str, source: str) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if "abducted exiles" in s["span"]["words"]]
    assert found[0]["voices"][-1]["source"] == source


def test_a_text_that_opens_by_saying_what_it_is_speaks_for_itself() -> None:
    text = "An opinion piece says that agents of Belarus abducted exiles. The author holds that exiles were threatened."
    assert [len(s["voices"]) for s in read_text(text)["statements"]] == [1, 1]


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        (
            "Agents abducted a student; rights campaigners call it transnational repression, reports Harbour Radio.",
            "call it transnational",
            ["Harbour Radio", "rights campaigners"],
        ),
        ("Olga Example spoke. Agents abducted exiles, her lawyer said.", "abducted exiles", ["Olga Example’s lawyer"]),
        ("The man is accused by prosecutors of stalking exiles.", "stalking exiles", ["prosecutors"]),
        ("A student was told by a caller that agents abducted exiles.", "agents abducted", ["caller"]),
        ("Agents were accused by a group, who said they abducted exiles.", "abducted exiles", ["group"]),
        ("Agents abducted exiles, according to data kept by the exile council.", "abducted exiles", ["exile council"]),
        ("The court held that agents abducted exiles.", "abducted exiles", ["court"]),
        ("Two students recounted being abducted in Porto.", "being abducted", ["Two students"]),
        ("The police had not found evidence that agents abducted exiles.", "agents abducted", ["police"]),
    ],
)
def test_who_judges_keeps_or_recounts_speaks(text: str, words: str, voices: list[str]) -> None:
    assert names(text, words) == voices


def test_claims_within_what_somebody_says_are_of_somebody_unnamed() -> None:
    text = "Allegations that two agents were paid by a consul are a concern, the ministry said."
    assert [name for name, _ in chains(text, "agents were paid")[-1]] == ["", "ministry", 'unnamed ("allegations")']


def test_an_outlet_named_for_a_place_is_told_too() -> None:
    text = "An exile told Nairobi Radio that agents abducted exiles."
    assert names(text, "abducted exiles") == ["Nairobi Radio", "exile"]


@pytest.mark.parametrize(
    ("text", "words", "voices"),
    [
        ("Agents abducted exiles and stalked a guard, according to the ministry.", "abducted exiles", ["ministry"]),
        ("Agents stalked a guard; agents abducted exiles, the ministry said.", "stalked a guard", []),
        (
            "It rests on a report by the Meridian Institute, according to which agents abducted exiles.",
            "agents abducted",
            ["Meridian Institute"],
        ),
        (
            "A letter from the ministry, seen by Harbour Radio, says agents abducted exiles.",
            "agents abducted",
            ["Harbour Radio", "letter"],
        ),
        (
            "A guard told the newspaper Harbour Post that agents abducted exiles.",
            "agents abducted",
            ["Harbour Post", "guard"],
        ),
        ("Our review of the press finds that agents abducted exiles.", "agents abducted", []),
        ("On the embassy’s figures, agents abducted 40 exiles.", "abducted 40", ["embassy"]),
        (
            "The Meridian Institute uncovered a plot.\n\nThe investigation revealed that agents abducted exiles.",
            "agents abducted",
            ["Meridian Institute"],
        ),
        (
            "The Harbour Inn denied the claim. Its owner said that agents abducted exiles.",
            "agents abducted",
            ["Harbour Inn’s owner"],
        ),
    ],
)
def test_stretches_outlets_and_owners(text: str, words: str, voices: list[str]) -> None:
    assert names(text, words) == voices


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("In a report on Monday Amnesty International said that agents abducted exiles.", ["Amnesty International"]),
        (
            'They are not "secret offices", the ministry specifies, but "posts". It adds that agents abducted exiles.',
            ["ministry"],
        ),
        ("The inn denied it. Its owner said that agents abducted exiles.", ["inn’s owner"]),
    ],
)
def test_who_stands_right_before_the_word_of_saying_speaks(text: str, voices: list[str]) -> None:
    assert names(text, "abducted exiles") == voices


def test_the_report_is_of_whoever_published_it_and_not_of_the_body_that_spoke_before() -> None:
    before = "The Dunmore Police said it looks into reports of crime at three sites in Porto.\n\n"
    told = (
        before
        + "The sites appear in a report that the watchdog Far Shore published in May. The report lists 54 stations."
    )
    assert names(told, "54 stations") == ["Far Shore"]
    unsaid = before + "The sites appear in a report of May. The report lists 54 stations worldwide."
    assert names(unsaid, "54 stations worldwide") == ["report"]


def test_what_is_called_something_by_somebody_is_so_in_their_words_alone() -> None:
    assert chains("The abduction of the exile was called an accident by the police.", "abduction")[0][1:] == [
        ("police", "explicit")
    ]
