"""Bytes to characters."""

import pytest

from longarm.documents.encoding import decode

LATIN = "The café’s owner said that “two men” had asked for the list — and she paid £200 to nobody. " * 3
RUSSIAN = "Власти заявили, что участок был закрыт в понедельник, и что никто не был задержан. " * 5
CHINESE = "北京当局表示，海外服务站只帮助公民更换驾驶执照，没有任何警察在那里工作。" * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (LATIN, "utf-8"),
        (LATIN, "utf-8-sig"),
        (LATIN, "utf-16"),
        (LATIN, "utf-16-le"),
        (LATIN, "utf-16-be"),
        (LATIN, "utf-32"),
        (LATIN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-16-le"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5"),
        (CHINESE, "utf-16"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    text = text.replace("驾驶执照", "证件") if encoding == "big5" else text
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("this text cannot be written in it")
    assert decode(data).text == text
    assert decode(data).notes == ()


def test_few_broken_bytes_leave_the_rest_of_a_text_as_it_is() -> None:
    data = (LATIN * 5).encode() + b"\xff\xfe broken \x80 end"
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(LATIN)
    assert decoded.notes[0].startswith("characters-lost: 3 places")


def test_words_read_wrongly_long_ago_are_noticed_and_kept() -> None:
    spoiled = LATIN.encode().decode("cp1252", "replace").replace("\ufffd", "")
    decoded = decode(spoiled.encode())
    assert decoded.text == spoiled
    assert [note.split(":")[0] for note in decoded.notes] == ["mojibake"]


def test_a_declared_encoding_counts_where_the_bytes_allow_it() -> None:
    assert decode("Łódź i Gdańsk".encode("iso8859-2"), "iso-8859-2").text == "Łódź i Gdańsk"
    assert decode(LATIN.encode(), "iso-8859-1").text == LATIN
    assert decode(LATIN.encode("cp1252"), "iso-8859-1").text == LATIN


@pytest.mark.parametrize("declared", ["zlib", "unicode_escape", "punycode", "nothing", "utf-7", "rot13"])
def test_an_encoding_that_is_none_of_texts_is_passed_over(declared: str) -> None:
    assert decode(LATIN.encode("cp1252"), declared).text == LATIN
