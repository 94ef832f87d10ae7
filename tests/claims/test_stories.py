from longarm.claims.happenings.profiles import Story
from longarm.claims.happenings.stories import groups, weights

FIRE = (
    "A fire in the Harbour Street warehouse injured Ilmar Vessel, 34, on Sunday night, the brigade in Osterby said. {}"
)
FLOOD = "A flood closed the Mill Lane bridge in Karst; Tessa Marlow, 71, was taken to safety by neighbours. {}"


def story(name: str, text: str, day: int | None) -> Story:
    return Story(name, text.split(",")[0], text, day)


def test_texts_on_one_event_are_together_and_others_apart() -> None:
    made = [
        story("a", FIRE.format("Smoke rose over the quay."), 100),
        story("b", FLOOD.format("The river fell by noon."), 100),
        story("c", "Warehouse fire in Osterby hurts one. " + FIRE.format("Police seek a witness."), 101),
    ]
    first, second, third = groups(made)
    assert first == third != second


def test_the_same_words_years_apart_are_another_event() -> None:
    near = [
        story("a", "Two men robbed a shop in Osterby on Monday.", 1),
        story("b", "Shop robbed in Osterby by two men.", 1500),
    ]
    assert len(set(groups(near))) == 2


def test_undated_and_empty_stories_are_allowed() -> None:
    assert groups([]) == []
    assert len(set(groups([story("a", "", None), story("b", "", None)]))) == 2


def test_every_sign_has_a_weight() -> None:
    from longarm.claims.happenings.profiles import profiles
    from longarm.claims.happenings.stories import signs

    one, other = profiles([story("a", FIRE, 1), story("b", FLOOD, None)])
    assert set(signs(one, other)) == {name for name, _ in weights()}
