"""Names that the words around them show: after titles and kin, in bylines, mail, chats, lists and pairs."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from longarm.languages.people import load as people_words
from longarm.protect.folding import CAPITAL, fold
from longarm.protect.patterns import emails
from longarm.protect.policy import lexicon

Place = tuple[int, int]  # start and end in the text

OWNER = re.compile(r"['’]s?$")
_PARTICLE = r"(?:(?:al|bin|da|de|del|den|der|di|el|ibn|la|le|van|von)[ ])"
_WORD = rf"{CAPITAL}[\w'’-]+"
_NEXT = rf"[ ](?:{CAPITAL}\.[ ])?{_PARTICLE}*{_WORD}"
_NAME = rf"{_WORD}(?:{_NEXT}){{0,3}}"
_FULL = rf"{_WORD}(?:{_NEXT}){{1,2}}"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Mme|Herr|Frau|MR|MRS|MS|MISS|MX|DR|PROF)\.?[ ](?P<name>{_NAME})"
)
_BYLINE = re.compile(
    rf"^(?:By|Written by|Reporting by|Author:|Photo(?:graph)? by|Translated by)[ ]\"?"
    rf"(?P<name>{_NAME})(?:,| and |[ ]*$|[ ]\|)",
    re.MULTILINE,
)
_CREDIT = re.compile(rf"\b(?:Image|Photo|Photograph|Picture|Illustration|Credit)s?(?::|[ ][Bb]y)[ ](?P<name>{_FULL})")
_PAIRED = re.compile(rf"[ ](?:and|&)[ ](?P<name>{_FULL})")
_PAIRED_WITH = re.compile(rf"(?<![\w'’-])(?P<name>{_FULL})[ ](?:and|&)[ ]$")
_PAIR = 80  # characters before a name in which another may be paired with it
_HEADER = re.compile(r"^(?:From|To|Cc|Bcc|Reply-To|Sent by):[ ](?P<line>.+)$", re.MULTILINE)
_CORRESPONDENT = re.compile(rf"(?<![\w'’-])(?P<name>{_NAME}(?:,[ ]{_NAME})?)(?=\"?[ ]<|[ ]*$)")
_CHAT = re.compile(
    r"^\[?(?:[\d/.-]{6,10},?[ ])?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ ]?[apAP]\.?[mM]\.?)?\]?[ ]?(?:[-–—][ ])?"
    r"<?(?P<name>[\w.-]{2,40}(?:[ ][\w.-]{1,30}){0,2})>?:[ ]",
    re.MULTILINE,
)
_SURNAME_FIRST = re.compile(
    rf"(?<![\w'’-])(?P<name>{CAPITAL}{{3,}}(?:[-'’]{CAPITAL}+)*,[ ]{_WORD})(?=[ ]\(|;|[.,]?[”\"])"
)
_NAMESAKE = re.compile(rf"[ ]({CAPITAL}\w+)")
_PIECE = re.compile(r"[^\W\d_]+")
_LEAST_PIECE = 4  # letters of a piece of an address that is looked for as a name


def shown(text: str) -> Iterator[Place]:
    """Names that the words around them show to be names."""
    for pattern in (_TITLED, _BYLINE, _CREDIT, _SURNAME_FIRST):
        for match in pattern.finditer(text):
            if pattern in (_TITLED, _BYLINE) or may_be_person(match["name"]):
                yield owned(*match.span("name"), text)
    for match in _listing().finditer(text):
        for name in re.finditer(_NAME, match["names"]):
            if " " in name.group():
                yield match.start("names") + name.start(), match.start("names") + name.end()
    yield from _correspondents(text)


def introduced(text: str) -> Iterator[Place]:
    """Names that follow what may come before other words too, places among them: "her aunt, Ada, 71", "née Roe"."""
    for pattern in _introducing():
        for match in pattern.finditer(text):
            if may_be_person(match["name"]):
                yield owned(*match.span("name"), text)


def untold(title: str, known: Collection[str]) -> Iterator[str]:
    """Two or three words with capitals side by side in a title that no text of the case has, and no vocabulary.

    No reader looks at a title that its text does not have: "Statement of Ada Roe" among the properties of a file.

    Args:
        known: folded words of the texts.
    """
    for match in re.finditer(rf"(?<![\w'’-]){_FULL}", title):
        words = [fold(word) for word in OWNER.sub("", match.group()).split()]
        if not any(word in known or word in _vocabulary() for word in words):
            yield OWNER.sub("", match.group())


@cache
def _vocabulary() -> frozenset[str]:
    """Words of titles that are no names."""
    words = people_words("en")
    told = words.organisations | words.offices | words.posts | words.bodies | words.modifiers | words.private
    return frozenset(map(fold, told | words.people | words.titles | words.ambiguous)) | lexicon().everyday


def paired(text: str, start: int, end: int) -> Iterator[Place]:
    """Names beside one that was found: "the researchers Ada Dee and Bo Roe"."""
    after = _PAIRED.match(text, end)
    if after:
        first, last = after.span("name")
        while first < last and not may_be_person(text[first:last].partition(" ")[0]):
            first += len(text[first:last].partition(" ")[0]) + 1  # "and Justice Roe", whom a parser took for a judge
        if first < last and may_be_person(text[first:last]):
            yield owned(first, last, text)
    before = _PAIRED_WITH.search(text, max(0, start - _PAIR), start)
    if before and may_be_person(before["name"]):
        yield before.span("name")


def may_be_person(name: str) -> bool:
    """Whether no word of a run with capitals belongs to an organisation or an office."""
    words = people_words("en")
    no_names = words.organisations | words.offices | words.posts | words.bodies | words.modifiers | words.private
    return not any(token.lower().rstrip(".") in no_names | lexicon().imprints for token in re.split(r"[\s'’]", name))


def gives_its_name(text: str, end: int) -> bool:
    """Whether a name is that of what follows it: "the Roe Act", "the Roe Prize"."""
    match = _NAMESAKE.match(text, end)
    return match is not None and match[1].lower() in lexicon().namesakes


def owned(start: int, end: int, text: str) -> Place:
    """A name without the mark of what it owns."""
    return start, start + len(OWNER.sub("", text[start:end]))


def _correspondents(text: str) -> Iterator[Place]:
    """Who writes and is written to: in the headers of mail, in front of what is said in a chat, and in addresses."""
    for header in _HEADER.finditer(text):
        found = _CORRESPONDENT.finditer(text, *header.span("line"))
        yield from (match.span("name") for match in found if may_be_person(match["name"]))
    words = lexicon()
    for match in _CHAT.finditer(text):
        is_told = any(fold(word) in words.everyday | words.sayings for word in match["name"].split())
        if not is_told and may_be_person(match["name"]):
            yield match.span("name")
    yield from _addressed(text, sorted({piece for mail in emails(text) for piece in _pieces(mail)}))


def _pieces(mail: str) -> Iterator[str]:
    """What may be names in an e-mail address: none in that of an office."""
    pieces = _PIECE.findall(mail.partition("@")[0])
    if may_be_person(" ".join(pieces)):
        yield from (fold(piece) for piece in pieces if len(piece) >= _LEAST_PIECE)


def _addressed(text: str, pieces: Sequence[str]) -> Iterator[Place]:
    """Words with a capital that an e-mail address of the text is made of, and that the text never writes small."""
    if not pieces:
        return
    found: dict[str, list[Place]] = {}
    small: set[str] = set()
    wanted = set(pieces)
    for match in _PIECE.finditer(text):
        word = fold(match.group())
        if word in wanted:
            is_small = match.group().islower() and text[match.end() : match.end() + 1] not in ("@", ".", "_", "-")
            if is_small:
                small.add(word)
            elif match.group()[0].isupper():
                found.setdefault(word, []).append(match.span())
    yield from (place for word, places in found.items() if word not in small for place in places)


@cache
def _listing() -> re.Pattern[str]:
    """Names of several people after what they are: "two nationals, Ada Dee and Bo Roe"."""
    nouns = "|".join(sorted(lexicon().listed))
    return re.compile(rf"\b(?:{nouns})(?:,|:|[ ]?[—–-])[ ](?P<names>{_NAME}(?:,[ ]{_NAME})*,?[ ]and[ ]{_NAME})")


@cache
def _introducing() -> tuple[re.Pattern[str], ...]:
    """One name after what makes it one ("gave her name as", "née"), or between commas after who it is ("her aunt,")."""
    naming = "|".join(re.escape(one).replace(r"\ ", "[ ]") for one in sorted(lexicon().naming))
    people = "|".join(re.escape(one) for one in sorted(people_words("en").people | lexicon().kin))
    single = rf"{_WORD}(?:{_NEXT}){{0,2}}"
    return (
        re.compile(rf"(?<![\w-])(?i:{naming})(?:[ ](?:is|was|as|of))?,?[ ][\"“‘'(]?(?P<name>{single})"),
        re.compile(rf"\b(?:{people}),[ ](?P<name>{single})(?=,[ ](?:\d|(?:who|whose|an?|the|was|is|had|has)\b)|[ ]\()"),
    )
