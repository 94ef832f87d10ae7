"""Tags: a cue beside what it attributes, with no complement of its own: "..., the minister said", "as X noted"."""

from longarm.codebook.loader import people_nouns
from longarm.languages import discourse as language
from longarm.statements.attributions import extents
from longarm.statements.attributions.contents import TELLING
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

LONGEST_TAG, LONGEST_HEARER = 8, 14  # tokens after the verb
_AFTER = frozenset({"prep", "advmod", "npadvmod", "tmod", "dative", "punct", "prt", "aux", "neg", "nsubj"})


def trailing(parse: Parse, at: int, source: Run | None) -> Run | None:
    """What stands before a trailing tag, from the start of its sentence to the comma; None where this is none.

    The verb has its subject right after a comma and nothing that could be its content behind it, and a finite clause
    with a subject of its own stands before the comma.
    """
    if source is None or not source[1] <= at < source[1] + 3 or parse.tags[source[0]] in ("WDT", "WP"):
        return None
    first, last = parse.sentences[parse.sentence_of(at)]
    comma = source[0] - 1
    if comma <= first or parse.words[comma] not in (",", '"', "”", "’"):
        return None
    heard = ("dobj",) if parse.lemmas[at] in TELLING else ()
    if any(
        parse.deps[child] not in _AFTER and parse.deps[child] not in heard for child in parse.children[at] if child > at
    ):
        return None
    has_subject = any(parse.deps[token] in ("nsubj", "nsubjpass", "expl") for token in range(first, comma))
    if parse.lowers[first] in ("and", "but") or not has_subject:
        return None
    while comma > first and parse.pos[comma] == "PUNCT":
        comma -= 1
    has_place = all(
        parse.deps[child] in ("prep", "punct", "nsubj") for child in parse.children[at]
    )  # "in its letter to"
    return (first, comma + 1) if at + (LONGEST_HEARER if heard or has_place else LONGEST_TAG) > last - 1 else None


def inverted(parse: Parse, at: int) -> tuple[int, Run] | None:
    """The speaker and what stands before "..., writes the daily X", where the parse takes the first subject for it."""
    first, _ = parse.sentences[parse.sentence_of(at)]
    if at <= first or parse.words[at - 1] != "," or parse.tags[at] not in ("VBD", "VBZ", "VBP"):
        return None
    is_headline = parse.words[-1] not in ".?!" and not any(parse.pos[t] in ("VERB", "AUX") for t in range(first, at))
    before = (child for child in parse.children[at] if first <= child < at and not is_headline)
    if any(parse.deps[child] not in ("punct", "cc", "advmod") for child in before):
        return None
    speaker = next(
        (c for c in parse.children[at] if c > at and parse.deps[c] in ("dobj", "nsubj", "attr", "oprd")), None
    )
    if speaker is None or parse.subtree(speaker)[0] != at + 1 or parse.deps[at] not in ("conj", "dep", "ROOT"):
        return None
    is_speaker = parse.pos[speaker] == "PROPN" or any(parse.pos[c] == "PROPN" for c in parse.children[speaker])
    is_speaker = is_speaker or is_one_who_speaks(parse, speaker)
    is_place = parse.pos[speaker] == "PROPN" and is_headline and parse.subtree(speaker)[1] == len(parse)
    has_clause = is_place or any(
        parse.deps[t] in ("nsubj", "nsubjpass", "expl") and parse.heads[t] != at and parse.heads[t] < at
        for t in range(first, at)
    )
    return (speaker, (first, at - 1)) if is_speaker and has_clause else None


def is_one_who_speaks(parse: Parse, token: int) -> bool:
    """Whether a noun is of somebody or something that speaks ("say two of the students", "says a new report")."""
    words = language.load("en")
    known = words.persons | words.organisations | words.works | words.tellers | words.spokespersons
    of = next((c for c in parse.children[token] if parse.lowers[c] == "of"), None)
    noun = extents.child(parse, of, "pobj") if of is not None and parse.lowers[token] in words.partitives else token
    return noun is not None and (parse.lemmas[noun] in known or parse.lemmas[noun] in people_nouns())


def inserted(parse: Parse, at: int, source: Run | None) -> list[Run]:
    """What stands around a tag between commas: "agents, the agency reports, came by boat"; empty where this is none."""
    if source is None or not source[1] <= at < source[1] + 3 or parse.tags[at] not in ("VBD", "VBZ", "VBP"):
        return []
    first, last = parse.sentences[parse.sentence_of(at)]
    if source[0] - 1 <= first or at + 1 >= last or parse.words[source[0] - 1] != "," or parse.words[at + 1] != ",":
        return []
    if any(parse.deps[child] not in _AFTER for child in parse.children[at] if child > at):
        return []
    has_subject = any(parse.deps[token] in ("nsubj", "nsubjpass", "expl") for token in range(first, source[0] - 1))
    end = last - 1 if parse.words[last - 1] in ".?!" else last
    return [(first, source[0] - 1), (at + 2, end)] if has_subject and at + 2 < end else []


def as_clause(parse: Parse, at: int) -> Run | None:
    """What an "as" clause attributes: "As the group noted, agents came" gives the rest of the sentence; else None."""
    if parse.deps[at] != "advcl" or not any(
        parse.lowers[child] == "as" and child < at
        for child in parse.children[at]
        if parse.deps[child] in ("mark", "advmod")
    ):
        return None
    told = [child for child in parse.children[at] if parse.deps[child] in ("dobj", "ccomp", "xcomp", "attr")]
    if any(parse.lowers[child] != "it" for child in told):  # "as she tells it"
        return None
    first, last = extents.stretch(parse, at)
    low, high = parse.subtree(at)
    if low == first and high < last and parse.words[high] == ",":
        run = (high + 1, last)
    elif last - 1 <= high <= last and low > first and parse.words[low - 1] == ",":
        run = (first, low - 1)
    else:
        return None
    while run[1] > run[0] + 1 and parse.pos[run[1] - 1] == "PUNCT":
        run = (run[0], run[1] - 1)
    return run
