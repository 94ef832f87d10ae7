"""The words of a language by which the kind of a passage is known."""

import functools
import re
from dataclasses import dataclass
from importlib import resources

import yaml

from longarm.errors import DataError

FIELDS = ("update_markers", "update_sentences", "captions", "caption_ends", "bylines", "links")


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns of one language, each to be matched at the start of a passage but for `caption_end`.

    Attributes:
        update_marker: the marker of an update note, with what ends it.
        update_sentence: a sentence that says that the text was changed.
        caption, caption_end: start and end of a caption.
        byline: a whole line that tells author or time.
        link: the start of a line that leads on to another page; link_end: such a line in brackets at an end.
    """

    update_marker: re.Pattern[str]
    update_sentence: re.Pattern[str]
    caption: re.Pattern[str]
    caption_end: re.Pattern[str]
    byline: re.Pattern[str]
    link: re.Pattern[str]
    link_end: re.Pattern[str]


@functools.cache
def load(language: str = "en") -> Cues:
    """The cues of a language; those of English for a language that has none of its own.

    Raises:
        DataError: the file of the language is malformed.
    """
    folder = resources.files("longarm.passages") / "data"
    file = folder / f"{language}.yaml"
    name = f"{language}.yaml" if language.isalpha() and file.is_file() else "en.yaml"
    return parse((folder / name).read_text(encoding="utf-8"), name)


def parse(text: str, name: str) -> Cues:
    """The cues in the text of a data file.

    Raises:
        DataError: names the file and the field.
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise DataError(f"{name} is not YAML: {error}") from error
    if not isinstance(data, dict) or set(data) != set(FIELDS):
        raise DataError(f"{name} must have exactly the fields {', '.join(FIELDS)}")
    choice = {field: _choice(data[field], f"{name}, {field}") for field in FIELDS}
    try:
        return Cues(
            update_marker=re.compile(
                rf"[^\w\s]{{0,3}}\s*(?:{choice['update_markers']})(?:\s*\([^()]*\)|[ ,]+[^:\n]{{1,40}}(?=:))?"
                r"\s*[^\w\s]{0,2}\s*(?:[:\]–—-]|$)[^\w\s(\"'“‘\[]*\s*",
                re.IGNORECASE,
            ),
            update_sentence=re.compile(rf"[^\w]{{0,3}}(?:{choice['update_sentences']})\b", re.IGNORECASE),
            caption=re.compile(rf"[^\w]{{0,2}}(?:{choice['captions']})", re.IGNORECASE),
            caption_end=re.compile(rf"(?:{choice['caption_ends']})[.\s]*$", re.IGNORECASE),
            byline=re.compile(rf"(?:{choice['bylines']})[.\s]*", re.IGNORECASE),
            link=re.compile(rf"\W{{0,3}}(?:{choice['links']})\s*(?:[:|»>→]|$)", re.IGNORECASE),
            link_end=re.compile(rf"\s*[(\[](?:{choice['links']})\s*[:|»>→][^()\[\]]*[)\]]\s*$", re.IGNORECASE),
        )
    except re.error as error:
        raise DataError(f"{name} holds what is no regular expression: {error}") from error


def _choice(patterns: object, where: str) -> str:
    if not isinstance(patterns, list) or not patterns or not all(isinstance(item, str) and item for item in patterns):
        raise DataError(f"{where} must be a list of patterns, each a non-empty text")
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise DataError(f"{where}: {pattern!r} is no regular expression: {error}") from error
    return "|".join(patterns)
