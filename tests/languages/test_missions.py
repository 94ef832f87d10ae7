from longarm.languages import missions


def test_what_others_are_called_too_names_a_mission_and_is_none_by_itself() -> None:
    words = missions.load()
    assert words.shared < missions.named()
    assert not words.shared & missions.abroad()


def test_every_word_for_a_mission_is_there_in_the_singular_and_the_plural() -> None:
    words = missions.load()
    houses = {word.replace("consulates-", "consulate-") for word in words.houses}
    singular = {word for word in houses if not word.endswith("s")}
    plural = {word[:-1] + "ies" if word.endswith("y") else word + "s" for word in singular - {"consulate-general"}}
    assert plural | singular == houses
