"""Stretches of text whose digits are no quantity: web addresses, phone numbers, clock times, list marks, post codes."""

import re

from longarm.statements.parse import Parse

# What begins with a digit, a space, a bracket or a plus is tried only there.
_RANGES = re.compile(
    r"""(?P<url>(?<!\S)\S*(?:://|www\.|@\w)\S*)
    |(?P<clock>(?=\d)(?:(?:\b\d{1,2}\s*(?:[-–]|to|until)\s*)?\b\d{1,2}(?::\s?|\.)\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)|(?:\b\d{1,2}\s*(?:[-–]|to|until)\s*)?\b\d{1,2}\s*[ap]\.?m\b\.?|\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\b)|\b\w+\s+o['’]clock|\b(?:half|quarter)\s+past\s+\w+)
    |(?=[\d\s(\[+])(?:
        (?P<bare>\b\d{1,2}[0-5]\d\s*(?:[ap]\.m\b\.?|[ap]m\b|(?-i:GMT|UTC|BST|EST|EDT|CET)\b|hours\s+(?-i:GMT|UTC))|\b\d{1,4}\s*(?-i:BCE?|AD)\b)
        |(?P<numeric>\b\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:19|20)\d\d\b)
        |(?P<tiebreak>(?<=\d[-–]\d)\s\(\d{1,2}(?:[-–]\d{1,2})?\))
        |(?P<note>(?<=[\w.,;”")])\s?[\[(]\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*[\])](?!\w))
        |(?P<record>\b\d{1,3}(?:[-–]\d{1,3}){2,}\b(?![-–]?\d)|\b\d{1,3}:\d{1,3}(?:[-–]\d{1,3})?\b)
        |(?P<doi>\b10\.\d{4,9}/\S+)
        |(?P<under>\b(?P<age>\d0)\s+under\s+(?P=age)\b)
        |(?P<clause>\b\d+\((?-i:[a-z])\))
        |(?P<glued>(?<=[^\W\d_]{3}[.,;])\d{1,3}(?=\s|$))
        |(?P<footnote>\A\s*\d{1,3}\s+(?=(?-i:[A-Z])\w+\s+(?-i:[a-z])))
        |(?P<abroad>\+\d{1,3}(?:[\s.-]?\(?\d{1,5}\)?){2,6}(?![\d,.]*\d))
        |(?P<phone>(?:\+\d{1,3}[\s.-]?|\b1-)?(?:\(\d{2,4}\)[\s.-]?|\b\d{2,4}[\s.-])\d{3,4}[\s.-]\d{3,4}\b)
        |(?P<local>(?<![\d$£€.,-])\b\d{3}-\d{4}\b(?![-.,]?\d))
        |(?P<letters>\(\d{3}\)[\s-]?(?-i:[A-Z]{2,}))
        |(?P<block>\b\d{2,5}(?=\s+block\s+of\b))
        |(?P<list>^[ \t]*\(?\d{1,3}[.)](?=\s))
        |(?P<mark>(?<=\s)\d{1,2}\)(?=\s))
    )
    |(?P<coded>\b(?-i:[A-Z]{2,6})-\d+(?:-\d+)+\b)
    |(?P<post>\b[A-Z]{2},?\s\d{5}(?:-\d{4})?\b)
    |(?P<hash>\#\d+)""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def ranges(parse: Parse) -> list[tuple[int, int]]:
    """Character ranges of the layer that hold web addresses, clock times, phone numbers, list marks, post codes."""
    found = []
    for match in _RANGES.finditer(parse.text):
        if match.lastgroup == "post" and not match[0][:2].isupper():
            continue
        if match.lastgroup == "footnote" and not _opens_note(parse, match.end()):
            continue  # "12 Danish police officers"
        if match.lastgroup == "abroad" and sum(character.isdigit() for character in match[0]) < LEAST_DIALLED:
            continue
        if match.lastgroup == "local" and all(part.endswith("0") for part in match[0].split("-")):
            continue  # "500-1000 people"
        if match.lastgroup == "mark" and parse.text.count("(", 0, match.start()) > parse.text.count(
            ")", 0, match.start()
        ):
            continue  # it closes a bracket
        if match.lastgroup == "note" and _is_said_of(parse, match.start()):
            continue  # "nine (9) offices", "Norway (3), Peru (4)"
        found.append((match.start() + parse.offset, match.end() + parse.offset))
    return found


LEAST_DIALLED = 8  # digits of a number to call with the code of its country


def _opens_note(parse: Parse, after: int) -> bool:
    """Whether a passage begins with the mark of a note: the word after the number opens a sentence, and is no name and
    nothing that the number counts."""
    token = parse.token_at(parse.offset + after)
    if token is None or parse.pos[token] == "PROPN" or parse.tags[token] in ("NNS", "NNPS"):
        return False
    return not any(first <= token < last and label in _NAMES for first, last, label in parse.entities)


_NAMES = ("NORP", "GPE", "LOC", "ORG", "PERSON")


def _is_said_of(parse: Parse, bracket: int) -> bool:
    """Whether a number in brackets says something of the word before it, a number or a name, and is no footnote."""
    token = parse.token_at(parse.offset + len(parse.text[:bracket].rstrip()) - 1)
    if token is None:
        return False
    if parse.text[bracket : bracket + 2] == " (" and parse.tags[token] in ("NNS", "VBN"):
        return token == 0 or parse.tags[token - 1] != "CD"  # "more people (134) were jailed"; not "14 years (3)"
    return parse.pos[token] in ("NUM", "PROPN") or parse.words[token][0].isupper()
