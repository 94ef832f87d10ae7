"""What a party's name tells of the party, in one text: its kind, its state, and forms to compare it by."""

import functools
import itertools
import re
from dataclasses import dataclass

from longarm.places import nations
from longarm.resolution.states import States, plain
from longarm.resolution.vocabulary import Vocabulary, load

KINDS = ("government", "office", "organisation", "person", "collective")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z.]{0,8}[A-Z]\.?$")
_DEFINED = re.compile(r"^(.*\S)\s*\(\s*([A-Z][A-Za-z.]{0,8}[A-Z])\s*\)\s*$")
_SITE = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w-]{3,}(?:\.[\w-]{3,})*?)"
    r"\.(?:com|org|net|info|co|ac|gov|news|tv|int|eu|io|[a-z]{2})(?:\.[a-z]{2})?/?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name, taken apart.

    Attributes:
        kind: one of KINDS.
        state: ISO code of the state it names as its own, or empty.
        core: plain words without article, state, legal form and spokesperson.
        acronym: the short form the name is or defines ("DOJ"), in capitals, or empty.
        is_acronym: the whole name is a short form.
    """

    kind: str
    state: str
    core: tuple[str, ...]
    acronym: str = ""
    is_acronym: bool = False

    @property
    def squashed(self) -> str:
        """The core without spaces: "safeguarddefenders"."""
        return "".join(self.core)

    @property
    def bag(self) -> tuple[str, ...]:
        """The telling words of the core in one order: "Department of Justice" is "Justice Department"."""
        return tuple(sorted(word for word in self.core if word not in load().links)) or self.core

    @property
    def initials(self) -> frozenset[str]:
        """The short forms that the core allows, with and without "of" and "and"; none for one word."""
        if len(self.core) < 2:
            return frozenset()
        full = "".join(word[0] for word in self.core).upper()
        short = "".join(word[0] for word in self.core if word not in load().links).upper()
        stated = {self.state + form for form in (full, short)} if self.state else set()
        return frozenset({full, short} | stated)


def read(words: str, states: States, is_person: bool = False) -> Name:
    """The name, taken apart.

    Args:
        words: as the text has them ("the U.S. Department of Justice (DOJ)").
        states: to find the state in it.
        is_person: the text was read to name a person here.
    """
    vocabulary = load()
    acronym = ""
    if match := _DEFINED.match(words.strip()):
        words, acronym = match.group(1), match.group(2)
    if "." in words and (match := _SITE.match(words.strip())):
        return Name("organisation", "", plain(match.group(1).replace("-", "").replace(".", "")))
    words = words if is_person else _undescribed(words, states, vocabulary)
    tokens = _bare(_led_off(plain(words), vocabulary.articles), states, vocabulary)
    if is_person:
        return Name("person", "", tokens)
    if code := nations.seats().get(" ".join(tokens)) or states.code(tokens):
        return Name("government", code, (), _capitals(acronym))
    if found := _government(tokens, states, vocabulary):
        return Name("government", found, (), _capitals(acronym))
    if _is_unnamed(words, tokens, states, vocabulary):
        return Name("collective", "", tokens)
    return _organisation(words, _without_spokesperson(tokens, vocabulary), acronym, states, vocabulary)


def _organisation(words: str, tokens: tuple[str, ...], acronym: str, states: States, vocabulary: Vocabulary) -> Name:
    if not acronym and _ACRONYM.match(words.strip().removeprefix("the ").removeprefix("The ")):
        state = vocabulary.agencies.get(" ".join(tokens), "")
        return Name("office" if state else "organisation", state, tokens, _capitals(words.strip().split()[-1]), True)
    code, rest = states.lead(tokens)
    if not code:
        code, rest = states.tail(tokens)
    rest = _led_off(rest, vocabulary.articles)
    if code and len(rest) == 1 and _ACRONYM.match(words.strip().split()[-1]):
        return Name("office", code, rest, _capitals(words.strip().split()[-1]), True)
    code = code or vocabulary.agencies.get(tokens[0], "")
    if _is_office(tokens, code, vocabulary):
        return Name("office", code, rest if rest else tokens, _capitals(acronym))
    core = tuple(word for word in tokens if word not in vocabulary.legal_forms)
    return Name("organisation", "", core or tokens, _capitals(acronym))


def _is_office(tokens: tuple[str, ...], state: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is of an office of a state; "agency" and its like are not enough alone, nor beside "news"."""
    told = frozenset(tokens)
    if not told & vocabulary.offices:
        return False
    if told & (vocabulary.offices - vocabulary.shared_offices):
        return True
    marks = vocabulary.government_adjectives | vocabulary.state_matters
    return not told & vocabulary.media and bool(state or told & marks)


def _government(tokens: tuple[str, ...], states: States, vocabulary: Vocabulary) -> str:
    """The state whose government the words name as a whole: "Chinese authorities", "the government of China"."""
    code, rest = _led(tokens, states, vocabulary)
    if not code:
        code, rest = states.tail(tokens)
    if not code or not rest or rest[-1] not in vocabulary.government:
        return ""
    plainly = all(word in vocabulary.government_adjectives or word in vocabulary.government for word in rest[:-1])
    return code if plainly else ""


def _led(tokens: tuple[str, ...], states: States, vocabulary: Vocabulary) -> tuple[str, tuple[str, ...]]:
    while tokens and tokens[0] in vocabulary.government_adjectives and not states.lead(tokens)[0]:
        tokens = tokens[1:]
    code, rest = states.lead(tokens)
    if code:
        return code, rest
    for size in (3, 2, 1):
        if code := nations.seats().get(" ".join(tokens[:size]), ""):
            return code, tokens[size:]
    return "", tokens


def _is_unnamed(words: str, tokens: tuple[str, ...], states: States, vocabulary: Vocabulary) -> bool:
    """Whether the words describe nobody in particular ("critics of the stations", "a former officer")."""
    if not tokens or all(token in vocabulary.nameless or token.isdigit() for token in plain(words)):
        return True
    head = tokens
    for index, token in enumerate(tokens):
        if index and token in vocabulary.joints:
            head = tokens[:index]
            break
    code, bare = states.lead(head)
    if code and len(bare) == 1 and bare[0] in vocabulary.offices:
        return False
    if head[-1] in vocabulary.collectives:
        return not _is_proper(words, len(head), states)
    has_capital = any(word[:1].isupper() for word in words.split()[1:]) or words[:1].isupper()
    return not has_capital and not (vocabulary.offices & frozenset(tokens))


def _is_proper(words: str, size: int, states: States) -> bool:
    """Whether the head is written as a name: its last word is capital, and so is another that names no state."""
    written = [word for word in words.split() if plain(word)][:size]
    capital = [word for word in written if word[:1].isupper() and not states.code(plain(word))]
    return len(capital) > 1 and written[-1][:1].isupper()


def _bare(tokens: tuple[str, ...], states: States, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The name without what kind of group it is: "Spanish NGO Harbour Watch" is "Harbour Watch"."""
    rest = states.lead(tokens)[1]
    if len(rest) > 2 and rest[0] in vocabulary.regions and rest[1] in vocabulary.descriptors:
        rest = rest[1:]
    while len(rest) > 1 and rest[0] in vocabulary.descriptors:
        rest = tokens = rest[1:]
    return tokens


def _led_off(tokens: tuple[str, ...], drop: frozenset[str]) -> tuple[str, ...]:
    while len(tokens) > 1 and tokens[0] in drop:
        tokens = tokens[1:]
    return tokens


def _undescribed(words: str, states: States, vocabulary: Vocabulary) -> str:
    """The name without what describes it: "rights group Amnesty International" is "Amnesty International"."""
    written = words.split()
    first = next((index for index, word in enumerate(written) if word[:1].isupper()), 0)
    lead, rest = written[:first], written[first:]
    if not lead or any(word in vocabulary.joints for word in lead):
        return words
    capital = [word for word in rest if word[:1].isupper() and not states.code(plain(word))]
    if not capital or any(word[:1].islower() and word not in vocabulary.links for word in rest):
        return words
    return " ".join(rest)


def _without_spokesperson(tokens: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Whom a spokesperson speaks for: "Foreign Ministry spokesman" and "a spokesman for the Foreign Ministry"."""
    places = [index for index, token in enumerate(tokens) if token in vocabulary.spokespeople]
    if not places:
        return tokens
    at = places[0]
    rest = tokens[:at] if at else tokens[1:]
    while len(rest) > 1 and rest[0] in vocabulary.joints | vocabulary.articles:
        rest = rest[1:]
    return rest or tokens


@functools.cache
def _capitals(words: str) -> str:
    return words.replace(".", "").upper()


def read_title(words: str, states: States) -> Name:
    """The name of a publisher: never a description, even where it is written small or holds such a word."""
    name = read(words, states)
    if name.kind != "collective":
        return name
    core = tuple(word for word in name.core if word not in load().legal_forms)
    return Name("organisation", "", core or name.core)


def state(words: str, states: States) -> str:
    """The state that speaks by nothing but its name or its seat ("Beijing", "the Kremlin"), as a code, or empty."""
    tokens = _led_off(plain(words), load().articles)
    return nations.seats().get(" ".join(tokens)) or states.code(tokens)


def seat(words: str) -> str:
    """The state that speaks by its seat ("Beijing", "the Kremlin"), as a code, or empty."""
    return nations.seats().get(" ".join(_led_off(plain(words), load().articles)), "")


def party(words: str, states: States) -> str:
    """Who acts, as far as words tell: the code of the state that acts, else the name in one writing, else empty.

    "Chinese police", "agents of the Chinese government" and "Beijing" act for one state; "the agents" says nothing, and
    neither do a country's firms, women or opposition of its state, nor words that name two states.
    """
    vocabulary = load()
    tokens = _led_off(plain(words), vocabulary.articles)
    if code := vocabulary.organs.get(" ".join(tokens)):
        return code
    name = read(words, states)
    named = _states_in(tokens, states)
    if len(named) > 1 or (named and frozenset(tokens) & vocabulary.unofficial):
        return ""
    if name.state:
        return name.state
    if named and _acts_for_state(tokens, states, vocabulary):
        return next(iter(named))
    is_name = name.kind in ("organisation", "office") and not (named and words.split()[-1].islower())
    return name.squashed if is_name else ""


def _states_in(tokens: tuple[str, ...], states: States) -> frozenset[str]:
    """The states that words name, each by its longest name."""
    found: set[str] = set()
    while tokens:
        code, rest = states.lead(tokens)
        found.add(code)
        tokens = rest if code else tokens[1:]
    return frozenset(found - {""})


def _acts_for_state(tokens: tuple[str, ...], states: States, vocabulary: Vocabulary) -> bool:
    """Whether words that name a state tell of those who act for it, by their head or by what is said to back them."""
    size = next((at for at, token in enumerate(tokens) if at and token in vocabulary.joints), len(tokens))
    head = tokens[:size]
    acting = vocabulary.state_agents | vocabulary.offices | vocabulary.government
    if states.code(_led_off(head, vocabulary.government_adjectives)) or head[-1] in acting:
        return True
    pairs = itertools.pairwise(tokens)
    return any(one in ("state", "government") and other in vocabulary.backing for one, other in pairs)
