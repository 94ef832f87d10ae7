"""Finds the place names of a passage, also in the names of other things and as demonyms; resolves none.

The gazetteer's names are matched over words with a capital, the longest first. Whether a name stands for a place is a
sum of signs (`placesigns`); what comes before and after it tells whether it is part of another name.
"""

from collections.abc import Set

from longarm.model.statements import Toponym
from longarm.places.fold import fold, is_exact
from longarm.places.gazetteer import Listing
from longarm.statements.parse import Parse
from longarm.statements.toponyms import placesigns
from longarm.statements.toponyms.placesigns import NAMED_THINGS, PLACES, POSSESSIVE, View
from longarm.statements.toponyms.unlisted import PLACE, Found, unlisted

IN_NAME, DEMONYM, NONE = "in-name", "demonym", ""
MOST_WORDS = 9  # tokens of a name
HYPHENS = "-–"


def find(parse: Parse, surnames: Set[str] = frozenset()) -> tuple[Toponym, ...]:
    """Every place name of a passage in text order, unresolved.

    Args:
        surnames: of the persons that the whole text names in full (`surnames`), which are hardly places alone.

    The role is `place`; `in-name` inside the name of an organisation, work, person or facility; `demonym` for
    nationality adjectives and nouns.
    """
    view = View.of(parse, surnames)
    found: list[Found] = []
    doubted: list[Found] = []
    at = 0
    while at < len(parse.words):
        hit = _at(view, at, found, doubted) if parse.words[at][0].isupper() else 0
        at = hit or at + 1
    found += _seen_elsewhere(view, found, doubted)
    found += unlisted(view, found)
    return tuple(Toponym(parse.span(first, last), role) for first, last, role in sorted(found))


def _at(view: View, at: int, found: list[Found], doubted: list[Found]) -> int:
    """Take the name that begins at a token into the found or the doubted ones; one past its last token, or 0."""
    people = _demonym(view, at)
    name = _name(view, at)
    if people > at and (name is None or name[0] <= people):
        found.append((at, people, DEMONYM))
        return people
    if name is None:
        return 0
    last, listing = name
    land = _land(view, at, last)
    if land:
        found.append((*land, PLACE))
        return land[1]
    role = _role(view, at, last)
    follows = bool(found) and found[-1][2] == PLACE and at - 2 <= found[-1][1]
    is_sure = _is_anchored(view, last, listing) or placesigns.weigh(view, at, last, listing, follows) > 0
    end = _with_kind(view, last) if role == PLACE else last
    (found if is_sure else doubted).append((at, end, role))
    return end


def _name(view: View, at: int) -> tuple[int, Listing] | None:
    """The longest name of the gazetteer that begins at a token: one past its last token, and what bears it."""
    word = view.parse.words[at]
    if is_exact(word) and not view.shouts[at]:
        listing = view.names.listing(word)
        longer = _longest(view, at, 2)
        return longer or ((at + 1, listing) if listing else None)
    return _longest(view, at, 1)


def _longest(view: View, at: int, least: int) -> tuple[int, Listing] | None:
    first = fold(view.parse.words[at]).partition(" ")[0]
    if view.lower(at + 1) in POSSESSIVE:
        first = first + "s" if view.names.longest(first + "s") > 1 else first  # "People's Republic of China"
    starts_with_article = first == "the"
    longest = MOST_WORDS if starts_with_article else view.names.longest(first)
    if not longest:
        return None
    for last in reversed(_possible_ends(view, at, longest)):
        if last < at + least:
            break
        surface = view.surface(at, last)
        listing = view.names.listing(surface.title() if view.shouts[at] else surface)
        if listing and (not starts_with_article or view.names.is_named_with_article(listing)):
            return last, listing
    return None


def _land(view: View, first: int, last: int) -> tuple[int, int] | None:
    """First and one past the last token of a water or land that has its name from a place ("Baltic Sea"), or None."""
    if last < view.ends[last - 1] and view.lower(last) in view.words.land and view.parse.words[last][0].isupper():
        return None if view.goes_on(last + 1) else (first, last + 1)
    if view.is_start(first) or view.lower(first - 1) not in view.words.land_first or view.goes_on(last):
        return None
    return (first - 1, last) if view.parse.words[first - 1][0].isupper() else None


def _possible_ends(view: View, at: int, longest: int) -> list[int]:
    words, lowers, joins = view.parse.words, view.parse.lowers, view.words.joins
    ends = [at + 1]
    for token in range(at + 1, min(view.ends[at], at + MOST_WORDS, at + 2 * longest)):
        if words[token][0].isupper() or words[token - 1] in HYPHENS or _has_capital(words[token]):
            ends.append(token + 1)
        elif lowers[token] not in joins:
            break
    return ends


def _has_capital(word: str) -> bool:
    """Whether a capital stands after an apostrophe ("d'Ivoire")."""
    return ("'" in word or "’" in word) and not word.islower()


def _demonym(view: View, at: int) -> int:
    """One past the last token of the demonym that begins at a token, or 0."""
    words = view.parse.words
    if view.lower(at) == "the":
        return 0
    for last in (at + 3, at + 2, at + 1):
        if last > view.ends[at] or not words[last - 1][0].isupper():
            continue
        if view.names.demonym(view.surface(at, last)):
            return last
    return 0


def _role(view: View, first: int, last: int) -> str:
    """Whether a name of the gazetteer stands alone or inside another name."""
    if _is_of_head(view, first):
        return IN_NAME
    if view.loud[first]:
        return IN_NAME if view.lower(last) in view.words.things else PLACE
    entity = view.entity[first] or view.entity[last - 1]
    label = entity[2] if entity else ""
    is_wider = view.is_wider(entity, first, last)
    if label == "PERSON" and is_wider:
        return IN_NAME
    if last < view.ends[last - 1] and view.lower(last) in view.words.namesakes:
        return IN_NAME
    if label in NAMED_THINGS and is_wider and not _is_of_place_head(view, first):
        return IN_NAME
    if view.goes_on(last) and (label not in PLACES or is_wider):
        return IN_NAME
    return PLACE


def _is_anchored(view: View, last: int, listing: Listing) -> bool:
    """Whether a country or division that holds a bearer of the name follows it: "Toronto (Canada)", "Paris, Texas"."""
    if view.lower(last) not in (",", "(") or last + 1 >= view.ends[last]:
        return False
    word = view.parse.words[last + 1]
    if not word[0].isupper():
        return False
    holder = view.names.postal(word)
    name = None if holder else _name(view, last + 1)
    holders = (holder,) if holder else name[1].ids[:2] if name else ()
    return any(inner != outer and view.names.is_within(inner, outer) for inner in listing.ids[:40] for outer in holders)


def _is_of_head(view: View, first: int) -> bool:
    """Whether "University of" or the like, with a capital, comes before."""
    at = first - 2 if view.lower(first - 1) == "the" else first - 1
    if view.lower(at) not in ("of", "for") or at < 1 or not view.parse.words[at - 1][0].isupper():
        return False
    return view.lower(at - 1) in view.words.heads


def _is_of_place_head(view: View, first: int) -> bool:
    return view.lower(first - 1) == "of" and view.lower(first - 2) in view.words.place_heads


def _with_kind(view: View, last: int) -> int:
    """One past the last token with the word for the kind of place that follows ("Nyanza Province")."""
    if last < view.ends[last - 1] and view.lower(last) in view.words.kinds and view.parse.words[last][0].isupper():
        return last + 1
    return last


def _seen_elsewhere(view: View, found: list[Found], doubted: list[Found]) -> list[Found]:
    """Doubted names that are a place elsewhere in the passage, where they are not part of a person's name."""
    places = {view.surface(first, last) for first, last, role in found if role == PLACE}
    again = []
    for first, last, role in doubted:
        entity = view.entity[first]
        is_person = entity is not None and entity[2] == "PERSON" and view.is_wider(entity, first, last)
        if placesigns.is_common(view, first, last):
            continue
        if not is_person and view.surface(first, last) in places:
            again.append((first, last, role))
    return again
