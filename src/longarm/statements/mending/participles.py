"""Participles: taken for verbs where they describe a noun, or for participles where they are verbs in the past."""

from longarm.statements.parse import Parse


def doubtful(parse: Parse, token: int) -> None:
    """ "Had closed alleged offices": the participle of doubt is an adjective of the offices, and no second verb."""
    verb = token - 1
    noun = next((c for c in parse.children[token] if parse.deps[c] == "dobj" and c > token), None)
    if verb < 0 or parse.pos[verb] != "VERB" or noun is None:
        return
    if parse.heads[token] not in (verb, parse.heads[verb]):
        return
    before_noun = parse.subtree(noun)[0]
    if any(c < token or (token < c < before_noun and parse.pos[c] != "PUNCT") for c in parse.children[token]):
        return
    for child in list(parse.children[token]):
        parse.hang(child, verb)
    parse.hang(token, noun)
    parse.deps[token], parse.pos[token], parse.tags[token] = "amod", "ADJ", "JJ"


def counted(parse: Parse, token: int) -> None:
    """ "40 suspected supporters have been flown out": the participle is taken for what 40 do."""
    number = next((c for c in parse.children[token] if parse.deps[c] == "nsubj"), None)
    verb = next((c for c in parse.children[token] if parse.deps[c] == "ccomp"), None)
    if number != token - 1 or verb is None or parse.tags[number] != "CD":
        return
    noun = next((c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")), None)
    if noun is None or parse.subtree(noun)[0] != token + 1:
        return
    head, dep = parse.heads[token], parse.deps[token]
    parse.hang(verb, head if head != token else verb)
    for child in [c for c in parse.children[token] if c != number]:
        parse.hang(child, verb)
    parse.hang(number, noun)
    parse.hang(token, noun)
    parse.deps[verb], parse.deps[number], parse.deps[token] = dep, "nummod", "amod"
    parse.pos[token], parse.tags[token] = "ADJ", "JJ"


def past(parse: Parse, verb: int) -> None:
    """ "As the institute noted, ...": a verb with a subject and nothing that helps it is in the past tense."""
    own = [parse.deps[c] for c in parse.children[verb]]
    if "nsubj" in own and not {"aux", "auxpass"} & set(own):
        parse.tags[verb] = "VBD"
