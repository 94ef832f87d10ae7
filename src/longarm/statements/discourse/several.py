"""Several: the people or bodies that "they" and "them" go on with."""

from longarm.codebook.loader import people_nouns
from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.statements.parse import Parse
from longarm.statements.text import Part


def many_before(part: Part, pronoun: int) -> int | None:
    """The plural subject that "they" goes on with, of this sentence or the two before: people or bodies."""
    parse = part.parse
    words = language.load("en")
    people = words.organisations | words.persons | words.callings | frozenset(people_nouns())
    if parse.lemmas[parse.heads[pronoun]] in words.finding_verbs:
        people |= words.records | words.works  # "the findings are new: they show that ..."
    here = parse.sentence_of(pronoun)
    if _speaks(parse, pronoun):
        people |= words.kin | words.tellers
        speakers = _speakers_before(part, pronoun, is_main=True)
        if speakers is not None:
            return speakers
    for index in range(here, max(-1, here - 3), -1):
        first, last = parse.sentences[index]
        for token in range(first, min(last, pronoun)):
            if parse.deps[token] not in ("nsubj", "nsubjpass") or parse.tags[token] != "NNS":
                continue
            many = {
                token,
                *(below for c in parse.children[token] if parse.lowers[c] == "of" for below in parse.children[c]),
            }
            if found := next((t for t in sorted(many) if parse.lemmas[t] in people), None):
                return found  # "dozens of groups": the groups
    return _speakers_before(part, pronoun)


def _speaks(parse: Parse, token: int) -> bool:
    """Whether a token is the subject of a word of saying."""
    cue = attributions.load("en").verbs.get(parse.lemmas[parse.heads[token]])
    return parse.deps[token] == "nsubj" and cue is not None and cue.kind == "speech"


def _speakers_before(part: Part, pronoun: int, is_main: bool = False) -> int | None:
    """The plural subject of a word of saying in the sentence before: "the two clubs condemned ...; they also say"; of
    its main clause alone, if asked for."""
    parse = part.parse
    here = parse.sentence_of(pronoun)
    first, last = parse.sentences[max(0, here - 1)]
    verbs = attributions.load("en").verbs
    for token in range(first, min(last, pronoun)):
        if parse.tags[token] != "NNS" or parse.deps[token] != "nsubj" or parse.lemmas[parse.heads[token]] not in verbs:
            continue
        if not is_main or (_speaks(parse, token) and parse.deps[parse.heads[token]] == "ROOT"):
            return token
    return None


def people_before(part: Part, pronoun: int) -> int | None:
    """The last noun for several people before "them", in its own sentence or the two before."""
    parse = part.parse
    first = parse.sentences[max(0, parse.sentence_of(pronoun) - 2)][0]
    people = language.load("en").persons | frozenset(people_nouns()) | language.load("en").crews
    several = (t for t in range(pronoun - 1, first - 1, -1) if parse.tags[t] in ("NNS", "NN"))
    found = [t for t in several if parse.lemmas[t] in people and (parse.tags[t] == "NNS" or _is_counted(part, t))]
    counted = (t for t in found if _is_counted(part, t))
    return next(counted, found[0] if found else None)


def _is_counted(part: Part, token: int) -> bool:
    """Whether a number stands with a noun: "102 staff"."""
    return any(part.parse.deps[c] == "nummod" for c in part.parse.children[token])
