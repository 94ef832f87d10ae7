"""Public offices that a passage gives to the people it names."""

from collections.abc import Container

from longarm.languages.people import PeopleWords
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

LONGEST = 9  # tokens of an office before or after a name
INSIDE = frozenset(("PROPN", "NOUN", "ADJ", "NUM"))
MODIFIERS = frozenset(("PROPN", "ADJ", "NOUN"))
LINKS = frozenset(("of", "for", "the", "and", "&", "-", "–", "'s", "’s"))
PREPOSITIONS = frozenset(("to", "at", "in", "on"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
DETERMINERS = frozenset(("a", "an", "the", "then", "former", "its", "his", "her", "their", "our", "my"))
COPULAS = frozenset(("is", "was", "became", "remains", "been"))


def of(parse: Parse, name: Run, words: PeopleWords, names: Container[int], taken: Container[int]) -> Run | None:
    """The words that give the person a public office, or None.

    Args:
        names: first tokens of all names of the passage; an office right before another name is that one's.
        taken: all tokens of all names.
    """
    return _before(parse, name[0], words, taken) or _after(parse, name[1], words, names)


def _before(parse: Parse, at: int, words: PeopleWords, taken: Container[int]) -> Run | None:
    """An office right before a name ("Foreign Minister X", "Secretary of State X", "the mayor of Y, X")."""
    lowers = parse.lowers
    end = at
    if end > 1 and lowers[end - 1] == "," and parse.pos[end - 2] in INSIDE:
        return _apposed(parse, end - 1, words, taken)
    for start in range(end - 1, max(-1, end - LONGEST), -1):
        if start in taken or not _belongs(parse, start):
            break
        if end - start == 1 or lowers[start + 1] in ("of", "for"):
            first = _modified(parse, start, taken, words)
            if _is_public(parse, start, (first, end), words):
                return first, end
    return None


def _modified(parse: Parse, head: int, taken: Container[int], words: PeopleWords) -> int:
    """First token of the modifiers right before an office ("Russian Foreign | Minister")."""
    known = words.modifiers | words.bodies | words.posts | words.offices
    first = head
    while first > 0 and head - first < LONGEST and first - 1 not in taken:
        at = first - 1
        low = parse.lowers[at]
        if low not in POSSESSIVES and not (
            parse.pos[at] in MODIFIERS and (parse.words[at][0].isupper() or low in known)
        ):
            break
        first = at
    return first


def _apposed(parse: Parse, comma: int, words: PeopleWords, taken: Container[int]) -> Run | None:
    """ "the president of Freedonia, X": a phrase with a determiner or a possessive, that ends at the comma."""
    lowers = parse.lowers
    first = comma
    while first > 0 and comma - first < LONGEST and first - 1 not in taken:
        if not (_belongs(parse, first - 1) or lowers[first - 1] in PREPOSITIONS):
            break
        first -= 1
    for start in range(first, comma):
        before = lowers[start - 1] if start > 0 else ""
        if before not in POSSESSIVES and lowers[start] not in ("the", "a", "an"):
            continue
        head = _head(parse, start, comma)
        if head is not None and _is_public(parse, head, (start, comma), words):
            return _lead(parse, start, head), comma
        return None
    return None


def _belongs(parse: Parse, at: int) -> bool:
    return parse.pos[at] in INSIDE or parse.lowers[at] in LINKS


def _lead(parse: Parse, first: int, head: int) -> int:
    while first < head and (parse.lowers[first] in LINKS or parse.lowers[first] in DETERMINERS):
        first += 1
    return first


def _after(parse: Parse, at: int, words: PeopleWords, names: Container[int]) -> Run | None:
    """An office after a name ("X, the president of Y", "X, who is mayor", "X is a judge", "X MP")."""
    size = len(parse)
    if at >= size:
        return None
    lowers = parse.lowers
    start = at
    if lowers[at] in (",", "("):
        start = at + 1
        if start < size and _is_age(parse, start):
            start += 2
        if start < size and lowers[start] == "who":
            start += 1
            if start >= size or lowers[start] not in COPULAS:
                return None
            start += 1
    elif lowers[at] in COPULAS:
        start = at + 1
    elif not (parse.words[at].isupper() and lowers[at] in words.offices):
        return None
    last = start
    while (
        last < size
        and last - start < LONGEST
        and (_belongs(parse, last) or lowers[last] in DETERMINERS or lowers[last] in PREPOSITIONS)
    ):
        if last in names:
            break
        last += 1
    head = _head(parse, start, last)
    if head is None or (head + 1 in names and head + 1 == last):
        return None
    return (_lead(parse, start, head), last) if _is_public(parse, head, (start, last), words) else None


def _is_age(parse: Parse, at: int) -> bool:
    return parse.words[at].isdigit() and at + 1 < len(parse) and parse.words[at + 1] == ","


def _head(parse: Parse, first: int, last: int) -> int | None:
    """The head noun of a phrase: the last noun before its first preposition."""
    head = None
    for at in range(first, last):
        if parse.lowers[at] in POSSESSIVES:
            continue  # "the minister's son": what follows is the head
        if parse.pos[at] in ("ADP", "PART", "SCONJ", "CCONJ") or parse.lowers[at] in ("to", ","):
            break
        if parse.pos[at] in ("NOUN", "PROPN"):
            head = at
    return head


def _is_public(parse: Parse, head: int, phrase: Run, words: PeopleWords) -> bool:
    """Whether a noun is a public office in its phrase; a private body anywhere in the phrase rules it out.

    So does a body of a kind that private groups have too ("council", "congress"), unless other words of the phrase
    tell a public one: such groups are those that are pursued.
    """
    lowers = parse.lowers
    low = lowers[head]
    others = [at for at in range(*phrase) if at != head]
    if low in words.private or any(lowers[at] in words.private for at in others):
        return False
    is_told = any(_is_told(lowers[at], words) for at in others)
    if low in words.offices and (low not in words.posts or parse.words[head][0].isupper()):
        return is_told or not any(_is_group(parse, at, words) for at in others)
    return low in words.posts and is_told


def _is_told(low: str, words: PeopleWords) -> bool:
    """Whether a word tells a public body: its own name, or that of an office ("the prime minister's office")."""
    return (low in words.bodies and low not in words.shared) or (low in words.offices and low not in words.posts)


def _is_group(parse: Parse, at: int, words: PeopleWords) -> bool:
    """Whether a body has a name of its own: "the Harbour Council", not "the Council"."""
    if parse.lowers[at] not in words.shared or not parse.words[at][0].isupper() or at == 0:
        return False
    return parse.words[at - 1][0].isupper()
