"""A file as a reader may take it: as it is, without its markup, with its escapes undone."""

import html
import re
import urllib.parse
from collections.abc import Callable, Iterator

from longarm.core.hashing import ID_LENGTH

_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>", re.IGNORECASE
)
_CODE = re.compile(
    r"<(?:!--(?:(?!<!--).)*?-->|/?[a-zA-Z][\w-]*+(?:[\w:-]*+=(?=\"))?)"
    r"|(?<![\w:-])(?:(?<=\s)(?:class|rel|role|scope|lang|dir|type|name)=\"[^\"]*\"|[\w:-]++=(?=\"))"
)
_UNICODE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
# Ids of `core.hashing.keyed_id`, SHA-256 digests, and codes of divisions in the gazetteer ("GB.NIR"): their letters are
# no name ("ada" between two digits).
_ID = re.compile(
    rf"\b(?:[a-z]{{1,8}}+-[0-9a-f]{{{ID_LENGTH}}}\b|[0-9a-f]{{64}}\b|(?<!\.)[A-Z]{{2}}\.[A-Z]{{2,3}}(?![\w.]))"
)
# Markup that its line does not end: what is markup in the next line depends on it.
_OPEN_TAG = re.compile(r"<[^<>\n]*\n")
_VALUE_GOES_ON = re.compile(r"=\"[^\"\n]*\n")  # of any attribute, which is quick to look for
_OPEN_VALUE = re.compile(r"\b(?:class|rel|role|scope|lang|dir|type|name)=\"[^\"\n]*\n")


class Lines:
    """Lines of files that were found to name nobody, so that what many files share is looked at once.

    Args:
        may_name: whether some names may stand in lines, each looked at by itself.
    """

    def __init__(self, may_name: Callable[[str], bool]) -> None:
        self._may_name = may_name
        self._clean: dict[bool, set[str]] = {True: set(), False: set()}

    def are_clean(self, text: str) -> bool:
        """Whether nobody is named in a text; False too where only looking at the whole text can tell."""
        is_markup = "<" in text
        known = self._clean[is_markup]
        new = set(text.split("\n")) - known
        if not self._is_clean("\n".join(["", *sorted(new), ""]), is_markup):
            return False
        known |= new
        return True

    def _is_clean(self, lines: str, is_markup: bool) -> bool:
        for view in opened(without_ids(lines)):
            if self._may_name(view):
                return False
            if is_markup and (_is_cut(view) or self._may_name(_without_markup(_joined_by_markup(view)))):
                return False
        return True


def _joined_by_markup(lines: str) -> str:
    """The lines in which words may come together where markup is taken out: of the others, what is left stands in them
    as it is."""
    found = (line for line in lines.split("\n") if not line.isascii() or _INLINE.search(line))
    return "\n".join(["", *found, ""])


def _is_cut(lines: str) -> bool:
    """Whether markup goes on from one line to the next."""
    if _OPEN_TAG.search(lines):
        return True
    bare = _INLINE.sub("", lines)
    return bool(_VALUE_GOES_ON.search(bare) and _OPEN_VALUE.search(bare))


def without_ids(text: str) -> str:
    """The text with its ids and hashes blotted out, whose letters are no words."""
    return _ID.sub("\0", text)


def plain(text: str) -> Iterator[str]:
    """The text as it is and with its escapes undone, without its markup."""
    is_markup = "<" in text
    for view in opened(text):
        yield _without_markup(view) if is_markup else view


def _without_markup(text: str) -> str:
    return _CODE.sub("\0", _INLINE.sub("", text))


def opened(text: str) -> Iterator[str]:
    """The text as it is, and with its escapes undone, until nothing changes (at most thrice)."""
    yield text
    for _ in range(3):
        seen = unescape(text)
        if seen == text:
            return
        yield seen
        text = seen


def unescape(text: str) -> str:
    """The text with one layer of HTML, JSON and percent escapes undone."""
    if "\\" in text:
        text = _UNICODE.sub(lambda match: chr(int(match[1], 16)), text)
    if "%" in text:
        text = _PERCENT.sub(lambda match: urllib.parse.unquote(match[0]), text)
    return html.unescape(text) if "&" in text else text
