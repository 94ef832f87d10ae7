"""The works named as the place of words: "in a recent report", "the report states"."""

from longarm.languages.attributions import AttributionWords
from longarm.statements.attributions import extents, sources
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

PLACES = frozenset(("in", "on", "via", "through", "within"))
LONGEST_ISSUE = 9  # tokens of "put out a short statement on Monday saying"
LONGEST_CHAIN = 4  # steps
LONGEST_IN_CUE = 5  # tokens of "in a statement" that still read as part of the cue


def of(parse: Parse, verb: int, source: Run | None, words: AttributionWords) -> Run | None:
    """The noun phrase of the work that carries the words of a cue, or None.

    A source that is a work itself ("the report states", "a letter from X says") comes first.
    """
    if source is not None:
        head = root(parse, source)
        if parse.lemmas[head] in words.works and parse.pos[head] != "PRON" and not _is_of_name(parse, head):
            return source
    place = placed(parse, verb, words) or issued(parse, verb, words)
    return None if place is None else _phrase(parse, place[1], verb)


def _is_of_name(parse: Parse, head: int) -> bool:
    """Whether the noun is the end of a name: "the Harbour Post"."""
    return parse.pos[head] == "PROPN" and any(
        parse.deps[c] == "compound" and parse.pos[c] == "PROPN" for c in parse.children[head]
    )


def placed(parse: Parse, verb: int, words: AttributionWords) -> Run | None:
    """(preposition, noun) of a work right under a verb or under the verb that leads to it."""
    at = verb
    for _ in range(3):
        for child in parse.children[at]:
            if parse.deps[child] == "prep" and parse.lowers[child] in PLACES:
                noun = extents.child(parse, child, "pobj")
                if noun is not None and parse.lemmas[noun] in words.works:
                    return child, noun
        is_aside = parse.deps[at] == "advcl" and parse.tags[at] == "VBG"  # "in a letter it complained, saying ..."
        if (parse.deps[at] not in ("xcomp", "conj") and not is_aside) or parse.heads[at] == at:
            return None
        at = parse.heads[at]
    return None


def as_told(parse: Parse, verb: int, words: AttributionWords) -> int | None:
    """The noun of the work or the party that an "as" clause without a subject names: "As alleged in the complaint,
    ...", "as noted by the committee"."""
    first = parse.subtree(verb)[0]
    if (
        parse.tags[verb] not in ("VBN", "VBD")
        or parse.lowers[first] != "as"
        or extents.subject(parse, verb) is not None
    ):
        return None
    place = next((c for c in parse.children[verb] if parse.lowers[c] in (*PLACES, "by") and c > verb), None)
    noun = None if place is None else extents.child(parse, place, "pobj")
    is_told = noun is not None and (parse.pos[noun] == "NOUN" or parse.deps[place or 0] == "agent")
    return noun if is_told else None


def issued(parse: Parse, verb: int, words: AttributionWords) -> Run | None:
    """(verb, noun) of a work given out with the words of a participle ("issued a statement saying"), or None."""
    if parse.tags[verb] != "VBG" or parse.deps[verb] not in ("acl", "advcl"):
        return None
    noun: int | None = parse.heads[verb]
    for _ in range(LONGEST_CHAIN):
        if noun is None or (parse.deps[noun] == "dobj" and parse.lemmas[noun] in words.works):
            break
        noun = _over(parse, noun, verb)
    if noun is None or parse.deps[noun] != "dobj" or parse.lemmas[noun] not in words.works:
        return None
    carrier = parse.heads[noun]
    is_given_out = parse.deps[verb] == "acl" or parse.lemmas[carrier] in words.lights
    is_given_out = is_given_out and parse.lemmas[carrier] not in words.getting
    return (carrier, noun) if is_given_out and carrier < noun < verb and verb - carrier <= LONGEST_ISSUE else None


def _over(parse: Parse, at: int, verb: int) -> int | None:
    """A step from what a participle hangs on towards the object of the verb over both ("sent a letter to X asking")."""
    if parse.pos[at] == "VERB":
        object_ = extents.child(parse, at, "dobj")
        return object_ if object_ is not None and object_ < verb else None
    if parse.deps[at] != "pobj":
        return None
    return parse.heads[parse.heads[at]]


def root(parse: Parse, run: Run) -> int:
    """The token of a run that hangs on something outside it."""
    for at in range(*run):
        if not run[0] <= parse.heads[at] < run[1] or parse.heads[at] == at:
            return at
    return run[0]


def _phrase(parse: Parse, noun: int, verb: int) -> Run | None:
    skip = {
        verb,
        *(c for c in parse.children[noun] if parse.deps[c] in ("relcl", "acl", "appos")),
    }
    tokens = extents.under(parse, noun, skip)
    for run in extents.runs(tokens):
        if run[0] <= noun < run[1]:
            trimmed = extents.trim(parse, run)
            return None if trimmed is None else sources.closed(parse, trimmed)
    return None
