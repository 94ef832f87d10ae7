"""What shows a run of capitalised words to be the name of a person."""

from longarm.languages.attributions import load as load_cues
from longarm.languages.people import PeopleWords
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

LONGEST_NAME = 6  # tokens, particles and initials included
LONGEST_GIVEN = 4  # tokens of a name known only by its given name
YOUNGEST, OLDEST = 5, 110  # years; "X, 43, ..."
OTHER_ENTITIES = frozenset(("GPE", "LOC", "NORP", "DATE", "LAW", "LANGUAGE", "EVENT", "FAC", "PRODUCT"))
PERSONAL = frozenset(("he", "she", "him", "her", "his", "hers"))
HYPHENS = frozenset("-‐‑–")


def is_capital(parse: Parse, at: int) -> bool:
    """Whether a token begins like a name."""
    return parse.words[at][0].isupper() and parse.pos[at] != "PRON"


def is_name_start(parse: Parse, at: int, words: PeopleWords) -> bool:
    return is_capital(parse, at) or parse.lowers[at] in words.particles


def name_at(parse: Parse, first: int, words: PeopleWords) -> int:
    """One past the last token of the capitalised run that starts here, particles, initials and hyphens inside."""
    size = min(len(parse), first + LONGEST_NAME)
    last = at = first
    while at < size:
        if is_capital(parse, at) and parse.words[at][-1] != ":" and not _ends_name(parse, at):
            at += 1
            last = at
        elif parse.lowers[at] in words.particles or (parse.words[at] in HYPHENS and at > first):
            at += 1
        else:
            break
    return last


def _ends_name(parse: Parse, at: int) -> bool:
    return parse.pos[at] in ("VERB", "AUX", "ADV", "SCONJ", "CCONJ", "ADP", "DET") and parse.tags[at] != "NNP"


def is_mononym(parse: Parse, at: int, words: PeopleWords, labels: dict[int, str]) -> bool:
    """A single untagged word that speaks, or that "who" follows, where "he" or "she" is said later."""
    low = parse.lowers[at]
    if at in labels or low in words.organisations or low in words.ambiguous or parse.words[at].isupper():
        return False
    if at > 0 and parse.lowers[at - 1] in ("the", "a", "an"):
        return False
    if at + 2 < len(parse) and parse.words[at + 1] == "," and parse.lowers[at + 2] in ("who", "whose"):
        return True
    return _speaks(parse, (at, at + 1)) and any(w in PERSONAL for w in parse.lowers[at + 1 :])


def shows_person(parse: Parse, run: Run, words: PeopleWords, labels: dict[int, str]) -> bool:
    first, last = run
    lowers = parse.lowers
    inside = lowers[first:last]
    if any(low in words.organisations or low in words.ambiguous or low in words.offices for low in inside):
        return False
    if labels.get(first) == "PERSON" or labels.get(last - 1) == "PERSON":
        return True
    if _has_age(parse, last) or _has_apposition(parse, last, words) or _has_capitals(parse, run):
        return True
    if lowers[first] in words.given and last - first <= LONGEST_GIVEN:
        return True
    if any(labels.get(i) in OTHER_ENTITIES for i in (first, last - 1)):
        return False
    if first > 0 and lowers[first - 1] in ("the", "a", "an"):
        return False
    if (lowers[first] in words.family_first or lowers[last - 1] in words.family_first) and last - first <= 3:
        return True
    if _has_initial(parse, run):
        return True
    return "ORG" not in (labels.get(first), labels.get(last - 1)) and _speaks(parse, run)


def _has_age(parse: Parse, at: int) -> bool:
    words = parse.words
    if at + 1 >= len(words) or words[at] not in (",", "("):
        return False
    age = words[at + 2] if parse.lowers[at + 1] in ("aged", "age") and at + 2 < len(words) else words[at + 1]
    after = words[at + 2] if at + 2 < len(words) else "."
    return age.isdigit() and YOUNGEST <= int(age) <= OLDEST and (after in (",", ")", ".", ";") or after.isdigit())


def _has_apposition(parse: Parse, at: int, words: PeopleWords) -> bool:
    if (
        at + 2 >= len(parse)
        or parse.words[at] != ","
        or parse.lowers[at + 1] not in ("a", "an", "the", "who", "whose", "her", "his", "their")
    ):
        return False
    if parse.lowers[at + 1] in ("who", "whose"):
        return True
    for i in range(at + 2, min(at + 8, len(parse))):
        if parse.pos[i] in ("ADP", "PUNCT", "VERB"):
            return False
        if parse.lemmas[i] in words.people or parse.lemmas[i] in words.offices:
            return True
    return False


def _has_initial(parse: Parse, run: Run) -> bool:
    return any(len(w) == 2 and w[1] == "." and w[0].isupper() for w in parse.words[run[0] : run[1] - 1])


def _has_capitals(parse: Parse, run: Run) -> bool:
    """A family name in capitals beside a given name that is not."""
    shout = [w.isupper() and len(w) > 2 for w in parse.words[run[0] : run[1]]]
    return (
        any(shout) and not all(shout) and (shout[0] or shout[-1]) and all(parse.words[i].isalpha() for i in range(*run))
    )


def _speaks(parse: Parse, run: Run) -> bool:
    verbs = load_cues("en").verbs
    for at in range(*run):
        head = parse.heads[at]
        if parse.deps[at] == "nsubj" and not run[0] <= head < run[1]:
            cue = verbs.get(parse.lemmas[head])
            return cue is not None and cue.kind in ("speech", "thought")
    return False
