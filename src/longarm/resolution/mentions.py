"""Mentions of parties in a case, each given the key of the party it stands for, with the reason."""

import functools
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from longarm.core.groups import Groups
from longarm.languages import bodies
from longarm.resolution import names, vocabulary
from longarm.resolution.names import Name
from longarm.resolution.states import States, plain

LONG_NAME = 10  # letters from which one wrong letter is taken for a slip; shorter names differ by one letter too easily
SHORT_NAME = 4  # letters a shortened name ("Amnesty") must have at least
Key = tuple[str, ...]
_KINDS = frozenset(
    {
        "group",
        "watchdog",
        "ngo",
        "organisation",
        "organization",
        "charity",
        "lab",
        "newspaper",
        "agency",
        "broadcaster",
        "nonprofit",
    }
)
_BRANCH = frozenset({"in", "of", "the"})  # before the state whose branch a name is of


@dataclass(slots=True)
class Mention:
    """A name of a party in one document, however often it stands there.

    Attributes:
        bare, office: of a person whom the text names in full, that name and the office it gives the person.
        as_author: the party publishes the document.
        has_article: its "The" is written with a capital.
        parties: the words for each of several that speak together under this name.
        key: of the party that the name stands for, empty until placed.
        reason: why, where it is not the writing alone.
    """

    document: str
    words: str
    name: Name
    bare: str = ""
    office: str = ""
    as_author: bool = False
    has_article: bool = False
    parties: tuple[str, ...] = ()
    count: int = 0
    key: Key = ()
    reason: str = ""


def place(mentions: list[Mention], defined: dict[tuple[str, str], str], states: States) -> Groups[Key]:
    """Give every mention its key, and join the keys that differ by a slip of the pen.

    Args:
        mentions: in the order of documents; their keys and reasons are filled in.
        defined: (document, short form) to the words it is defined by there.
    """
    alone = [mention for mention in mentions if not mention.parties]
    for mention in alone:
        mention.key = _key(mention)
    told = _place_known(alone, states)
    _place_offices(alone)
    _place_acronyms(alone, _defined_keys(alone, defined, states), told)
    _place_short_names(alone, states)
    _place_misread(alone)
    groups = _join_slips(alone)
    _place_joint(mentions, groups)
    return groups


def _place_joint(mentions: list[Mention], groups: Groups[Key]) -> None:
    """Those who speak together are one party by who they are, in whatever order and writing."""
    keys = {(mention.document, mention.words): mention.key for mention in mentions}
    for mention in mentions:
        if mention.parties:
            roots = [groups.root(keys[mention.document, words]) for words in mention.parties]
            is_anybody = all(root[0] == "collective" for root in roots)
            parts = sorted({" ".join(root) for root in roots})
            mention.key = ("collective", mention.document, *parts) if is_anybody else ("joint", *parts)
            groups.add(mention.key)


def _key(mention: Mention) -> Key:
    name = mention.name
    if name.kind == "government":
        return ("government", name.state)
    if name.is_acronym:
        return ("acronym", name.acronym, name.state)
    if name.kind == "office":
        return ("office", name.state, *name.bag)
    if name.kind == "person" and len(name.core) > 1:
        return ("person", name.squashed)
    if name.kind in ("person", "collective"):
        mention.reason = "Nobody is named in full, so it is kept to this document."
        return (name.kind, mention.document, name.squashed)
    return ("name", name.squashed)


def _place_known(mentions: list[Mention], states: States) -> dict[str, Key]:
    """A known body is one party by whichever of its names, also with whose it is or what it is told before the name
    ("the university's Citizen Lab", "watchdog Amnesty International"). Gives the keys of bodies found so, by name."""
    known = _known_bodies()
    found: dict[str, Key] = {}
    for mention in mentions:
        if mention.key[0] not in ("office", "name", "collective") or mention.name.is_acronym:
            continue
        words = plain(mention.words)
        full = known.get(tuple(word for word in words if word != "the"), "") or _ending(mention.words)
        if full and (name := names.read(full, states)).kind in ("office", "organisation"):
            key, mention.bare = _key(Mention(mention.document, full, name)), full
            if key != mention.key:
                mention.key, mention.reason = key, f"Another name of {full}."
                found[full] = key
    return found


@functools.cache
def _known_bodies() -> dict[tuple[str, ...], str]:
    found = {plain(name): full for name, full in bodies.load().full.items() if " " in name}
    own = {plain(" ".join(words)): " ".join(words) for of in bodies.load().names.values() for words in of}
    return {tuple(word for word in name if word != "the"): full for name, full in (found | own).items()}


def _ending(words: str) -> str:
    """The known body that ends words whose other part only tells whose or of what kind it is; else empty."""
    told = words.split()
    for at in range(1, len(told) - 1):
        before, after = told[:at], tuple(told[at:])
        if not any(name == after for name in bodies.load().names.get(after[0].lower(), ())):
            continue
        is_whose = before[-1].endswith(("'s", "’s", "s'", "s’")) or before[-1].casefold() in _KINDS
        return (
            " ".join(after)
            if is_whose and vocabulary.load().joints.isdisjoint(w.casefold() for w in before[-2:])
            else ""
        )
    return ""


def _place_offices(mentions: list[Mention]) -> None:
    """An office whose state the name leaves out is that of the only state the case, or the document, gives it."""
    stated: dict[Key, set[Key]] = defaultdict(set)
    here: dict[tuple[str, Key], set[Key]] = defaultdict(set)
    for mention in mentions:
        if mention.key[0] == "office" and mention.key[1]:
            stated[mention.key[2:]].add(mention.key)
            here[mention.document, mention.key[2:]].add(mention.key)
    for mention in mentions:
        if mention.key[:2] != ("office", ""):
            continue
        bag = mention.key[2:]
        refers_back = mention.words.partition(" ")[0].casefold() in vocabulary.load().possessives
        options = here[mention.document, bag] or (stated[bag] if not refers_back else set())
        if len(options) == 1:
            mention.key = next(iter(options))
            mention.reason = "The only state's office of that name in the case."
        elif len(options) > 1:
            mention.key = ("office", "", mention.document, *bag)
            mention.reason = "Several states have an office of that name, so it is kept to this document."
        elif refers_back:
            mention.key = ("office", "", mention.document, *bag)
            mention.reason = "Whose office it is stands in this document alone, so it is kept to it."


def _defined_keys(
    mentions: list[Mention], defined: dict[tuple[str, str], str], states: States
) -> dict[tuple[str, str], set[Key]]:
    """(document id or empty for the whole case, short form) to the parties it was defined for."""
    placed = {(mention.document, mention.key[2:]): mention.key for mention in mentions if mention.key[0] == "office"}
    unplaced = {mention.key[2:]: mention.key for mention in mentions if mention.key[0] == "office"}
    found: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for mention in mentions:
        if mention.name.acronym and not mention.name.is_acronym:
            found[mention.document, mention.name.acronym].add(mention.key)
    for (document, short), words in defined.items():
        name = names.read(words, states)
        if name.kind not in ("office", "organisation") or name.is_acronym:
            continue
        key = _key(Mention(document, words, name))
        if key[:2] == ("office", ""):
            key = placed.get((document, key[2:])) or unplaced.get(key[2:]) or key
        found[document, short].add(key)
    for (document, short), keys in list(found.items()):
        if document:
            found["", short] |= keys
    return found


def _place_acronyms(mentions: list[Mention], defined: dict[tuple[str, str], set[Key]], told: dict[str, Key]) -> None:
    by_initials: dict[tuple[str, str], set[Key]] = defaultdict(set)
    known = _known_keys(mentions, told)
    for mention in mentions:
        if mention.key[0] in ("office", "name"):
            for short in mention.name.initials:
                by_initials["", short].add(mention.key)
                by_initials[mention.document, short].add(mention.key)
    for mention in mentions:
        if mention.key[0] != "acronym":
            continue
        _, short, state = mention.key
        for table, where in (
            (defined, mention.document),
            (defined, ""),
            (by_initials, mention.document),
            (by_initials, ""),
            (known, ""),
        ):
            options = {
                key for key in table.get((where, short), ()) if not state or key[0] != "office" or key[1] in ("", state)
            }
            if len(options) == 1:
                mention.key = next(iter(options))
                how = "the text defines it so" if table is defined else "its letters fit no other party"
                how = "it is widely known for that body" if table is known else how
                mention.reason = f"{short} is a short form: {how}."
                break
            if options:
                mention.reason = f"{short} may stand for several parties, so it is joined to none."
                break
        if mention.key[0] == "acronym" and not state and not mention.reason:
            mention.key = ("name", mention.name.squashed)


def _known_keys(mentions: list[Mention], told: dict[str, Key]) -> dict[tuple[str, str], set[Key]]:
    """Short forms of known bodies (under no document) to the parties of the case that bear the body's name."""
    bearing: dict[str, set[Key]] = defaultdict(set)
    for mention in mentions:
        if mention.key[0] in ("office", "name"):
            bearing[mention.words.removeprefix("the ").removeprefix("The ").casefold()].add(mention.key)
    for full, key in told.items():
        bearing[full.casefold()].add(key)
    return {("", short.upper()): bearing[name.casefold()] for short, name in bodies.load().full.items()}


def _place_short_names(mentions: list[Mention], states: States) -> None:
    """ "Amnesty" is "Amnesty International" where no other name of the case begins so, but those of its branches.

    In one text, the last word of one name alone stands for it too, as a surname does.
    """
    longer: dict[tuple[str, ...], dict[Key, tuple[str, ...]]] = defaultdict(dict)
    here: dict[tuple[str, tuple[str, ...]], dict[Key, tuple[str, ...]]] = defaultdict(dict)
    for mention in mentions:
        core = mention.name.core
        if mention.key[0] != "name":
            continue
        for size in range(1, len(core)):
            if not states.code(tuple(word for word in core[size:] if word not in _BRANCH)):
                longer[core[:size]][mention.key] = core
                here[mention.document, core[:size]][mention.key] = core
        if len(core) > 1 and not mention.name.is_acronym:
            here[mention.document, core[-1:]][mention.key] = core
    target: dict[Key, Key] = {}
    for mention in mentions:
        core = mention.name.core
        if mention.key[0] != "name" or mention.as_author or len(mention.name.squashed) < SHORT_NAME:
            continue
        found = here[mention.document, core] or longer[core]
        options = {key: words for key, words in found.items() if key != mention.key}
        first = min(options, key=lambda key: len(options[key]), default=())
        if first and all(words[: len(options[first])] == options[first] for words in options.values()):
            target[mention.document, *mention.key] = first
    for mention in mentions:
        if new := target.get((mention.document, *mention.key)):
            mention.key = new
            mention.reason = "A shortened name; no other name of the case begins so."


def _place_misread(mentions: list[Mention]) -> None:
    """A name read as a person's is an organisation's without its last letter ("Harbour Watcher", Harbour Watchers)."""
    groups = {mention.key for mention in mentions if mention.key[0] == "name"}
    for mention in mentions:
        other = ("name", f"{mention.key[-1]}s")
        if mention.key[0] == "person" and len(mention.key[-1]) >= LONG_NAME and other in groups:
            mention.key = other
            mention.reason = "The name of an organisation of the case but for its last letter."


def _join_slips(mentions: list[Mention]) -> Groups[Key]:
    """Names of one long party that differ by one letter, found by their forms with one letter left out."""
    groups: Groups[Key] = Groups(mention.key for mention in mentions)
    seen: dict[tuple[str, str, str], Key] = {}
    for key in dict.fromkeys(mention.key for mention in mentions):
        if key[0] not in ("name", "office"):
            continue
        words = _letters(key)
        state = "" if key[0] == "name" else key[1]
        if len(words) < LONG_NAME:
            continue
        digits = "".join(char for char in words if char.isdigit())
        for form in {words, *(words[:at] + words[at + 1 :] for at in range(len(words)))}:
            if "".join(char for char in form if char.isdigit()) == digits:
                other = seen.setdefault((key[0], state, form), key)
                if other != key and OSA.distance(_letters(other), words, score_cutoff=1) <= 1:
                    groups.join(other, key)
    return groups


def _letters(key: Key) -> str:
    return "".join(key[1:] if key[0] == "name" else key[2:])
