"""The language of a text."""

import pytest

from longarm.documents.language import detect

TEXTS = {
    "en": "The council closed an office on Monday that a group had named in its report, and nobody was arrested. ",
    "de": "Die Stadt hat am Montag ein Büro geschlossen, das eine Gruppe genannt hatte, und niemand wurde verhaftet. ",
    "fr": "La ville a fermé lundi un bureau qu'une association avait nommé, et personne n'a été arrêté. ",
    "ru": "Власти заявили, что участок был закрыт в понедельник, и что никто не был задержан в этом доме. ",
    "zh": "北京当局表示，海外服务站只帮助公民更换驾驶执照，没有任何警察在那里工作，也没有人被捕。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_of_some_length_is_surely_told(code: str) -> None:
    found, probability = detect(TEXTS[code] * 3)
    assert found == code
    assert probability > 0.9


@pytest.mark.parametrize("text", ["", "54", "Toronto", "Map of offices", "110 - 230,000 - 54"])
def test_a_short_text_is_never_sure(text: str) -> None:
    assert detect(text)[1] < 0.5


def test_a_text_without_letters_is_in_no_language() -> None:
    assert detect("54, 30, 230,000") == ("und", 0.0)
