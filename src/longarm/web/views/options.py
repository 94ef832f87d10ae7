"""What the fields of forms can say: codes of the codebook and of the data model, with their labels."""

from functools import cache

from longarm.codebook import loader as codebook
from longarm.codebook import terms
from longarm.model.statements import ATTITUDES, HEDGE_KINDS, PLACE_ROLES, QUALIFIERS, STATEMENT_KINDS, VOICE_FOUND
from longarm.publication.site.wording import wording

Options = tuple[tuple[str, str], ...]
BASES = ("total", "found", "announced")
RELATIONS = ("majority", "ratio", "increment")


@cache
def options() -> dict[str, Options]:
    """Pairs of code and label by the name that templates use."""
    return {
        "kinds": _worded("kinds", STATEMENT_KINDS),
        "methods": (
            *((one.id, one.label) for one in codebook.methods()),
            *((one.id, one.label) for one in codebook.responses()),
        ),
        "measures": tuple((one.id, one.label) for one in codebook.measures()),
        "stages": (
            *((one, one.replace("-", " ")) for one in terms.STAGES),
            ("assessment", "assessment"),
            ("reply", "reply"),
            ("silence", "declines to say"),
        ),
        "attitudes": _worded("attitudes", ATTITUDES),
        "found_by": _worded("found", VOICE_FOUND),
        "hedge_kinds": _worded("hedges", HEDGE_KINDS),
        "place_roles": _worded("place_roles", PLACE_ROLES),
        "qualifiers": tuple((one, one.replace("_", " ")) for one in QUALIFIERS),
        "relations": tuple((one, one) for one in RELATIONS),
        "bases": tuple((one, one) for one in BASES),
    }


def codes(name: str) -> tuple[str, ...]:
    """The codes that a field can say."""
    return tuple(code for code, _ in options()[name])


def _worded(table: str, values: tuple[str, ...]) -> Options:
    return tuple((code, wording().words(table, code).label or code) for code in values)
