"""Who tells a sentence that has no plain word of saying, or one whose speaker another sentence names."""

import pytest

from longarm.desk.reading import read_text

COMPLAINT = "Lawyers for a Freedonian princess lodged a complaint with the UN. It said that agents had abducted her."
SHEET = (
    "Paragraph 14 of the charge sheet states that the clerk photographed 40 exiles in Dunmore. "
    "Paragraph 15 adds that two exiles were later arrested."
)
NURSE = (
    "Ana Example told reporters that she had fled Freedonia. The caller, she says, threatened her brother. "
    "When she refused, her sister lost her post, she recounts."
)
ENVOY = (
    "The envoy appeared on television. There had been, he said, no abduction in Dunmore. "
    "The court had erred. Then he announced that Freedonia would close its consulate."
)
PORTO = (
    "Italy is no safe place for Freedonian exiles, the Harbour Rights Centre writes in its letter to the Human Rights "
    "Council. It says that agents followed 12 exiles."
)
FAMILIES = (
    "The government denies it. Two families went to the court, where, they say, agents of Freedonia threatened them."
)
FINDINGS = (
    "Key findings of the report\n\n- Agents of 12 states threatened exiles in Dunmore.\n\n"
    "- The police closed 40 files.\n\n"
    "The report was written by the Harbour Rights Centre and rests on 140 interviews."
)
FILES = (
    "What the leaked files show\n\n- Consular staff photographed 300 exiles.\n\n"
    "- Two agents were paid to report on exiles."
)
ASKED = (
    "Q: What happened then?\n\nA: Agents of Freedonia held my cousin for six days.\n\nQ: And then?\n\n"
    "A: They let him go.\n\nThe exiled poet Ana Example answered our questions from Porto."
)
ANSWERED = (
    "Ben Sample has published a paper in Porto since 2015.\n\nMr Sample, who threatens you?\n\n"
    '"Agents of Freedonia threatened my mother."\n\nDo you know who sends them?\n\n"Their ministry."'
)
PANEL = (
    "MODERATOR: You were held for 40 days.\n\nNDAYIZEYE: In a container.\n\n"
    "AMBASSADOR: There was no police station in Dunmore."
)
BROTHER = (
    "Two weeks after a poet was found dead in her flat, her brother, a surgeon, insists that agents of Freedonia "
    "killed her. She had told him that a man with a moustache was renting the room above. Agents, he says, threatened "
    "the landlord."
)
LAWYER = (
    "The lawyer Ana Example accused the police of having misled a judge. The police told the judge that a detainee had "
    "left the station in Dunmore, she said."
)
ASSESSMENT = (
    "The prince's office called the assessment false. The four-page assessment concluded that the prince had approved "
    "the killing. It based that on his control. It also names 18 agents."
)
COALITION = (
    'Freedonia\'s campaign has "gone global", a coalition of 14 groups told the council. Ruritania and Dunmore had '
    "handed over three exiles. The coalition says agents poisoned two exiles."
)
HOLT = "The envoy, Ben Sample, called the police stations unacceptable. "


def voices(text: str, words: str) -> list[str]:
    """The voices behind the author of the statements that have the words, which are the same for all of them."""
    found = [s for s in read_text(text)["statements"] if words in s["span"]["words"]]
    (names,) = {tuple(voice["name"] for voice in s["voices"][1:]) for s in found}
    return list(names)


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The police commissioner tells it another way: nobody called him.", "nobody called", ["police commissioner"]),
        ("The embassy sees it otherwise: the man left Dunmore of his own will.", "the man left", ["embassy"]),
        ("Freedonia's consul disagreed: nobody was threatened.", "nobody was", ["Freedonia's consul"]),
        ("The mayor let the paper know that agents had followed him.", "agents had followed", ["mayor"]),
        (
            "In an incident documented by Harbour Watch, two agents followed a poet home.",
            "two agents followed",
            ["Harbour Watch"],
        ),
        (COMPLAINT, "had abducted her", ["complaint"]),
        (SHEET, "photographed 40 exiles", ["charge sheet"]),
        (SHEET, "were later arrested", ["charge sheet"]),
        (NURSE, "threatened her brother", ["Ana Example"]),
        (ENVOY, "close its consulate", ["envoy"]),
        (PORTO, "no safe place", ["Harbour Rights Centre"]),
        (PORTO, "followed 12 exiles", ["Harbour Rights Centre"]),
        (FAMILIES, "threatened them", ["Two families"]),
        (
            "One of the two has been arrested in Dunmore, writes his wife, who may see him once a month.",
            "has been arrested",
            ["his wife"],
        ),
        ("Three agents had beaten the poet in Dunmore, a court was told on Monday.", "had beaten the poet", ["court"]),
        ("Jurors were told that agents beat the poet in Dunmore.", "agents beat", ["Jurors"]),
        (
            "The exiled leader said she knew of 13 arrests. Her adviser, Ana Example, put the number of arrests at 17.",
            "at 17",
            ["Ana Example"],
        ),
        ("Freedonia has revoked the passports of 94 exiles (source: Harbour Watch).", "94 exiles", ["Harbour Watch"]),
        (FINDINGS, "threatened exiles in Dunmore", ["Harbour Rights Centre"]),
        (FILES, "photographed 300 exiles", ["leaked files"]),
        (ASKED, "held my cousin", ["Ana Example"]),
        (ANSWERED, "threatened my mother", ["Ben Sample"]),
        (PANEL, "There was no police station", ["AMBASSADOR"]),
        ('"Agents of Freedonia threatened us": exiled editors', "threatened us", ["exiled editors"]),
        (
            '"Agents of Freedonia beat me," one of the exiles is quoted as saying about the raid.',
            "beat me",
            ["exiles"],
        ),
        (BROTHER, "threatened the landlord", ["poet’s brother"]),
        (LAWYER, "had left the station", ["Ana Example", "police"]),
        (ASSESSMENT, "18 agents", ["four-page assessment"]),
        (COALITION, "poisoned two exiles", ["coalition"]),
        (HOLT + '"Freedonia must close its offices in Dunmore."', "must close its offices", ["Ben Sample"]),
    ],
)
def test_who_tells_it_is_named_beside_it_or_before_it(text: str, words: str, names: list[str]) -> None:
    assert voices(text, words) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("* April 2015, Porto: Agents beat an exiled poet.", "beat an exiled poet"),
        ("The consul said exiles were followed. The cook's brother was arrested in May.", "cook's brother"),
    ],
)
def test_what_nobody_tells_is_the_authors(text: str, words: str) -> None:
    assert voices(text, words) == []


def test_who_is_only_asked_to_explain_says_nothing() -> None:
    text = "Harbour Watch urged Freedonia to explain why agents had followed exiles in Dunmore."
    assert voices(text, "agents had followed") == ["Harbour Watch"]


def test_what_is_called_to_be_held_is_no_word() -> None:
    assert voices("Freedonia's government called an election and closed its police station in Dunmore.", "closed") == []
