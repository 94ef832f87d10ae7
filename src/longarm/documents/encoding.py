"""From bytes to characters: which encoding a text is in, and signs that it was once read in the wrong one."""

import codecs
import re
from dataclasses import dataclass

import charset_normalizer
import ftfy
from ftfy.badness import badness

from longarm.documents.formats import utf16_order

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARABLE = re.compile(
    r"(?:cp(?:125\d|8\d\d|932|949|950)|iso8859-\d+|koi8-[ru]|mac-\w+|gb\w+|hz|big5\w*|euc_\w+|shift_jis\w*|tis-620)"
)
SAMPLE = 200_000  # bytes that the statistics of an encoding are made on
FEW_ACCENTS = 0.06  # share of accented letters up to which a text is plain Western script (French has 0.04)
FEW_ODD = 0.002  # share of oddities up to which letters are read rightly
MOST_BROKEN = 0.05  # share of broken sequences among those beyond ASCII up to which a text still counts as UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read in, and notes as `code: sentence`."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """The characters of bytes: by their mark, as UTF-8, UTF-16, as declared, or by statistics.

    Args:
        declared: what the document says its encoding is, empty where it does not.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if order := utf16_order(data):
        return _strictly(data, order)
    try:
        return _noted(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if broken := _broken_utf8(data):
        return broken
    encoding = _known(declared) or guess(data)
    return _strictly(data, encoding)


def guess(data: bytes) -> str:
    """The encoding of bytes that are neither UTF-8 nor UTF-16, by statistics."""
    sample = data[:SAMPLE]
    if _is_western(sample):
        return "cp1252"  # a few quotation marks and accents among ASCII: statistics on so little only err
    best = charset_normalizer.from_bytes(sample).best()
    if best is None:
        return "cp1252"
    return "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding


def mojibake(text: str) -> str:
    """The note that a text looks like it was once read in a wrong encoding, else empty. The text is not changed."""
    suspects = [line for line in text.split("\n") if not line.isascii() and badness(line[:2000])]
    for line in suspects[:50]:
        repaired = ftfy.fix_encoding(line[:2000])
        if repaired != line[:2000]:
            return (
                f"mojibake: {len(suspects)} lines look as if they were once read in a wrong encoding "
                "and are kept as they are; get a better copy if you can"
            )
    return ""


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        return _noted(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    return _noted(text, encoding, _replaced(text, encoding))


def _noted(text: str, encoding: str, *notes: str) -> Decoded:
    bad = mojibake(text)
    return Decoded(text, encoding, (*notes, bad) if bad else notes)


def _replaced(text: str, encoding: str) -> str:
    count = text.count("\ufffd")
    return f"characters-lost: {count} places could not be decoded as {encoding} and are marked with \ufffd"


def _broken_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    if not beyond or broken > max(1, MOST_BROKEN * beyond):
        return None
    return _noted(text, "utf-8", _replaced(text, "utf-8"))


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        return ""
    if name in ("iso8859-1", "ascii"):
        return "cp1252"  # what pages call Latin-1 or ASCII is Windows-1252 (WHATWG Encoding Standard)
    return name if _DECLARABLE.fullmatch(name) else ""


def _is_western(sample: bytes) -> bool:
    """Whether bytes make sense as Windows-1252: few accents, none in rows, no signs within words."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(map(str.isalpha, text)) or 1
    accents = len(re.findall(r"[À-ÖØ-öø-ÿŠšŽžŸœŒ]", text))
    odd = len(re.findall(r"[À-ÖØ-öø-ÿ]{3}|(?<=[^\W\d_])[¡-´¶¸-¿×÷](?=[^\W\d_])", text))
    return accents <= FEW_ACCENTS * letters and odd <= FEW_ODD * letters
