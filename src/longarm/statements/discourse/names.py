"""Names in a parse: which token heads a name, and how far the name reaches."""

import bisect
from collections.abc import Sequence

from longarm.codebook.assessments import assessments
from longarm.languages import discourse as language
from longarm.languages import missions
from longarm.statements.parse import Parse


def is_place(parse: Parse, token: int) -> bool:
    """Whether a token belongs to the name of a place or a nationality, as far as the parser sees."""
    return any(first <= token < last and label in ("GPE", "LOC", "NORP") for first, last, label in parse.entities)


def is_called_body(parse: Parse, token: int) -> bool:
    """Whether the noun before a name calls it a body, whatever it is taken for: "the broadcaster Canal Nord"."""
    words, first = language.load("en"), widen(parse, token)[0]
    beside = first > 0 and parse.pos[first - 1] == "NOUN" and parse.lemmas[first - 1] in words.generic_organisations
    return beside and (parse.heads[first - 1] in range(first, token + 1) or parse.heads[token] == first - 1)


def is_date(parse: Parse, token: int) -> bool:
    """Whether a token belongs to a date or a time of day, as far as the parser sees."""
    return any(first <= token < last and label in ("DATE", "TIME") for first, last, label in parse.entities)


def is_name(parse: Parse, token: int) -> bool:
    """Whether a token heads a name: a proper noun, or a capitalised plural over proper nouns ("Reef Defenders").

    Months and days are no names here.
    """
    if is_date(parse, token):
        return False
    if parse.pos[token] == "PROPN" and not parse.words[token].islower():
        return True
    return (
        parse.pos[token] == "NOUN"
        and parse.words[token][0].isupper()
        and any(parse.deps[c] == "compound" and parse.pos[c] == "PROPN" for c in parse.children[token])
    )


def head_of(parse: Parse, start: int, end: int) -> int | None:
    """The token of a stretch of characters that hangs on something outside it; a name where there are several."""
    inside = range(bisect.bisect_left(parse.starts, start), bisect.bisect_right(parse.ends, end))
    outer = [token for token in inside if parse.heads[token] == token or parse.heads[token] not in inside]
    words = [token for token in outer if parse.pos[token] not in ("PUNCT", "DET", "ADP", "SCONJ", "PART")]
    if len(words) > 1:
        return next((token for token in words if is_name(parse, token)), words[0])
    return words[0] if words else (inside[-1] if inside else None)


def widen(parse: Parse, head: int) -> tuple[int, int]:
    """The whole name that a proper noun heads: "Ministry of Public Security", without article."""
    first = last = head
    for child in parse.children[head]:
        if child < head and parse.deps[child] in ("compound", "nmod", "nummod", "poss") and parse.pos[child] == "PROPN":
            low = parse.subtree(child)[0]
            while low < child and not (parse.pos[low] in ("PROPN", "ADJ") and parse.words[low][0].isupper()):
                low += 1
            if parse.deps[child] != "poss" or not is_place(parse, child) or _is_of_state(parse, head):
                first = min(first, low)
    nation = first - 1
    if nation >= 0 and parse.deps[nation] == "amod" and is_place(parse, nation) and parse.words[nation][0].isupper():
        first = nation if parse.heads[nation] == head and _is_of_state(parse, head) else first
    while first > 0 and parse.pos[first - 1] == "PROPN" and parse.heads[first - 1] in range(first, head + 1):
        first -= 1
    end = last + 1
    if end < len(parse) and parse.tags[end] == "CD" and parse.heads[end] == head and parse.words[end].isdigit():
        end += 1  # "Group 24"
    for child in parse.children[head]:
        is_within = parse.lowers[child] in ("of", "for", "on") or (
            parse.lowers[child] in ("in", "to", "at") and parse.lemmas[head] in missions.named()
        )
        if child > head and parse.deps[child] == "prep" and is_within and child == end:
            objects = [below for below in parse.children[child] if parse.deps[below] == "pobj"]
            if objects and objects[0] > child and is_name(parse, objects[0]):
                end = widen(parse, objects[0])[1]
                end += 2 * (parse.lowers[end : end + 1] == ["and"] and _is_cause(parse, end + 1))
    return first, end


def _is_cause(parse: Parse, token: int) -> bool:
    """Whether a word in capitals goes on with what a body is for: "Human Rights and Justice"."""
    is_named = token < len(parse) and parse.words[token][0].isupper()
    return is_named and parse.lowers[token] in language.load("en").causes


def _is_of_state(parse: Parse, head: int) -> bool:
    """Whether a name is of a kind of body that many states have, so that whose it is belongs to it: "Chile's Army"."""
    return parse.lemmas[head] in language.load("en").organisations or parse.lowers[head] == "police"


def conjuncts(parse: Parse, head: int) -> list[int]:
    """A noun with the nouns that "and" joins to it, in order; alone where "or" or "but" joins them.

    Of three names the parser takes the second for an apposition ("Far Shore, Reef and Harbour Watch").
    """
    found = [head]
    while (after := _joined_to(parse, found[-1])) is not None:
        found.append(after)
    joins = {parse.lowers[parse.subtree(token)[0] - 1] for token in found[1:]}
    return found if joins <= {"and", "&", ","} and joins - {","} else [head]


def _joined_to(parse: Parse, token: int) -> int | None:
    """The next noun of a list, or None."""
    after = [c for c in parse.children[token] if c > token]
    if (second := next((c for c in after if parse.deps[c] == "conj"), None)) is not None:
        return second
    beside = next((c for c in after if parse.deps[c] == "appos" and is_name(parse, c)), None)
    if beside is None or not is_name(parse, token):
        return None
    third = next((c for c in parse.children[beside] if parse.deps[c] == "conj" and c > beside), None)
    return beside if third is not None and is_name(parse, third) else None


def joined(names: Sequence[str]) -> str:
    """The name of several that speak together: "Far Shore, Reef and Harbour Watch"."""
    return f"{', '.join(names[:-1])} and {names[-1]}"


def object_name(parse: Parse, preposition: int) -> str:
    """The name under a preposition, that of all where several are joined, or empty."""
    head = next((c for c in parse.children[preposition] if parse.deps[c] == "pobj"), None)
    if head is None:
        return ""
    names = joint_names(parse, head)
    return joined(names) if names else name(parse, head)


def joint_names(parse: Parse, head: int) -> tuple[str, ...]:
    """The names of the parties that "and" joins, each by its own; none where one stands alone or has no name."""
    together = conjuncts(parse, head)
    names = tuple(name(parse, token) for token in together) if len(together) > 1 else ()
    return names if all(names) and len(set(names)) == len(names) else ()


def name(parse: Parse, token: int) -> str:
    """The name that a noun is or has beside it ("the rights group Far Shore"), or empty."""
    if is_name(parse, token):
        return parse.span(*widen(parse, token)).words
    for child in parse.children[token]:
        if parse.deps[child] == "appos" and is_name(parse, child):
            return parse.span(*widen(parse, child)).words
    return ""


def keeper(parse: Parse, token: int) -> int | None:
    """The party that a count, data or a work belongs to: "Far Shore's tally", "police figures", "a count by exiles"."""
    known = language.load("en").organisations | language.load("en").persons | assessments().authorities
    for child in parse.children[token]:
        dep, party = parse.deps[child], None
        if dep in ("poss", "compound", "nmod"):
            party = child
        elif dep == "prep" and parse.lowers[child] in ("by", "from", "of", "at"):
            party = next((below for below in parse.children[child] if parse.deps[below] == "pobj"), None)
        elif dep == "acl" and parse.tags[child] == "VBN":  # "data collected by X"
            by = next((below for below in parse.children[child] if parse.deps[below] == "agent"), None)
            party = None if by is None else next((c for c in parse.children[by] if parse.deps[c] == "pobj"), None)
        if party is not None and (is_name(parse, party) or parse.lemmas[party] in known):
            return party
    return None
