"""Fractions: given back to the verbs that they are the subject of."""

from longarm.languages import attributions, discourse
from longarm.statements.attributions import extents
from longarm.statements.parse import Parse

PARTICIPLES = frozenset({"VBN", "VBD"})


def speaking(parse: Parse, token: int) -> None:
    """ "About a third said relatives were threatened": a third says so, and no "said relatives" are told of."""
    verb = token + 1
    if parse.lowers[token] not in discourse.load("en").fractions or verb >= len(parse) or parse.heads[token] != verb:
        return
    cue = attributions.load("en").verbs.get(parse.lemmas[verb])
    is_told = cue is not None and "clause" in cue.frames and parse.tags[verb] in PARTICIPLES
    if not is_told or parse.deps[token] == "nsubj" or extents.subject(parse, verb) is not None:
        return
    noun = parse.heads[verb]
    told = parse.heads[noun]
    if parse.deps[verb] == "amod" and parse.deps[noun] in ("nsubj", "nsubjpass") and parse.pos[told] in ("VERB", "AUX"):
        _over(parse, verb, told, parse.subtree(token)[0])
    elif parse.deps[verb] == "amod":
        return
    for child in [c for c in parse.children[noun] if c < token and parse.deps[c] in ("det", "advmod", "quantmod")]:
        parse.hang(child, token)
    parse.pos[verb], parse.tags[verb] = "VERB", "VBD"
    parse.pos[token], parse.tags[token], parse.deps[token] = "NOUN", "NN", "nsubj"


def _over(parse: Parse, verb: int, told: int, first: int) -> None:
    """Hangs what is told, without what stands before the speaker, on the verb of saying, which takes its place."""
    head, dep = parse.heads[told], parse.deps[told]
    parse.hang(verb, verb if head == told else head)
    parse.deps[verb] = dep
    for child in [c for c in parse.children[told] if c < first or (parse.pos[c] == "PUNCT" and c > told)]:
        parse.hang(child, verb)
    parse.hang(told, verb)
    parse.deps[told] = "ccomp"
