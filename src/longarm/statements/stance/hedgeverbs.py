"""Predicates of doubt: "is believed to", "appear to", "plan to", whose complement is not asserted."""

from longarm.codebook.loader import people_nouns
from longarm.languages import stance as language
from longarm.statements.parse import Parse

SEEMING = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})


def predicate(parse: Parse, token: int, words: language.StanceWords) -> str:
    lemma = parse.lemmas[token]
    if lemma == "point" and _is_pointed_at(parse, token, words):
        return "possible"
    if parse.lowers[token] == "going" and any(parse.deps[c] == "xcomp" for c in parse.children[token]):
        return "predicted"  # "were going to abduct him"
    if lemma in ("fear", "suspect") and _is_feared(parse, token):
        return "possible"
    if parse.deps[token] == "auxpass" and (lemma in words.predicates or parse.lowers[token] in SEEMING):
        return words.predicates.get(
            lemma, "possible"
        )  # "seemed designed to", "feared abducted", taken for a helping verb
    if parse.pos[token] != "VERB" or lemma not in words.predicates or advises(parse, token):
        return ""
    deps = {parse.deps[c] for c in parse.children[token]}
    if lemma == "say" and "neg" in deps and "aux" in deps:
        return ""  # "it cannot be said that"
    if lemma == "accuse" and "dobj" in deps:
        return words.predicates[lemma]
    if lemma == "suspect" and "dobj" in deps and any(parse.lowers[c] == "of" for c in parse.children[token]):
        return words.predicates[lemma]
    if lemma in words.suggesting and "nsubj" in deps and "dobj" in deps:
        return words.predicates[lemma]
    if lemma == "look" and any(parse.lowers[c] in ("like", "as") for c in _with_marks(parse, token)):
        return words.predicates[lemma]
    if lemma == "risk" and "dobj" in deps:
        return words.predicates[lemma]  # "risk arrest at home"
    if lemma in words.holding and _is_held(parse, token):
        return words.predicates[lemma]
    return words.predicates[lemma] if _defers(parse, token, words) else ""


def _with_marks(parse: Parse, token: int) -> tuple[int, ...]:
    """What hangs on a verb, with the word that opens a clause under it: "it looks | like they were followed"."""
    marks = (c for child in parse.children[token] if parse.deps[child] == "advcl" for c in parse.children[child])
    return (*parse.children[token], *marks)


def _is_feared(parse: Parse, token: int) -> bool:
    """Whether a headline only fears what it names: "hit squad feared in Porto"."""
    below = {parse.deps[c] for c in parse.children[token]}
    if parse.tags[token] != "VBN" or parse.deps[token] != "ROOT" or "nsubjpass" not in below:
        return False
    return not below & {"aux", "auxpass", "agent"} and any(parse.lowers[c] == "in" for c in parse.children[token])


def is_to_be(parse: Parse, token: int) -> bool:
    """ "Is to be extradited next week": what somebody has arranged, and not what a thing is ("the aim is to")."""
    if parse.tags[token] not in ("VBZ", "VBP"):
        return False
    below = next((c for c in parse.children[token] if parse.deps[c] == "xcomp" and c > token), None)
    if below is None or parse.tags[below] != "VBN":
        return False
    is_passive = any(parse.deps[c] == "auxpass" and parse.lowers[c] == "be" for c in parse.children[below])
    return is_passive and any(parse.lowers[c] == "to" and c == token + 1 for c in parse.children[below])


def advises(parse: Parse, token: int) -> bool:
    """Whether somebody suggests what is to be done, and not what is so: "suggested that she tell the police"."""
    if parse.lemmas[token] not in ("suggest", "propose"):
        return False
    below = [c for c in parse.children[token] if parse.deps[c] == "ccomp" and c > token]
    return any(parse.tags[c] in ("VB", "VBP") and _is_bare_of_it(parse, c) for c in below)


def _is_bare_of_it(parse: Parse, verb: int) -> bool:
    """Whether a verb stands without an ending or a helping verb, after a subject in the singular."""
    who = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")]
    helped = any(parse.deps[c] in ("aux", "auxpass") and parse.lowers[c] != "be" for c in parse.children[verb])
    alone = any(parse.lowers[c] in ("he", "she", "it") or parse.tags[c] in ("NN", "NNP") for c in who)
    return alone and not helped


def _is_pointed_at(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether evidence only points to something: "evidence pointed to four states", "the methods point to agents"."""
    who = [c for c in parse.children[token] if parse.deps[c] == "nsubj"]
    is_evidence = any(parse.lemmas[c] in words.pointers for c in who)
    return is_evidence and any(parse.lowers[c] in ("to", "towards", "toward") for c in parse.children[token])


def _is_joined_passive(parse: Parse, token: int) -> bool:
    """Whether a participle is joined to what somebody is: "is missing and presumed dead"."""
    over = parse.heads[token]
    is_being = parse.deps[over] == "acomp" or any(parse.deps[c] == "auxpass" for c in parse.children[over])
    return parse.deps[token] == "conj" and parse.tags[token] == "VBN" and is_being


def _is_bare(parse: Parse, token: int) -> bool:
    """Whether a participle stands without a subject and without an object: "feared abducted", "thought to be held"."""
    if parse.tags[token] != "VBN" or parse.deps[token] not in ("ROOT", "advcl", "conj"):
        return False
    return not any(parse.deps[c] in ("nsubj", "nsubjpass", "dobj", "aux", "auxpass") for c in parse.children[token])


def _with_infinitive(parse: Parse, token: int) -> tuple[int, ...]:
    """What hangs on a verb, with the "to" of an infinitive under it."""
    below = (c for child in parse.children[token] if parse.deps[child] == "xcomp" for c in parse.children[child])
    return (*parse.children[token], *below)


def _is_impersonal(parse: Parse, token: int) -> bool:
    return any(parse.deps[c] in ("nsubj", "expl") and parse.lowers[c] == "it" for c in parse.children[token])


def _is_held(parse: Parse, token: int) -> bool:
    """Whether somebody holds what hangs on a verb to be so: "police believe it was an attempt"."""
    deps = {parse.deps[c] for c in parse.children[token]}
    is_negated = "neg" in deps and parse.lemmas[token] not in ("believe", "think")
    return "nsubj" in deps and "ccomp" in deps and not is_negated


def _defers(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether a verb's complement is what is asserted: "is believed to run", "are accused of running"."""
    lemma = parse.lemmas[token]
    passive = any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[token])
    participle = parse.deps[token] in ("acl", "amod") and parse.tags[token] in ("VBN", "VBD")
    participle = participle or _is_joined_passive(parse, token)
    participle = participle or _is_bare(parse, token)
    participle = participle or (parse.lemmas[parse.heads[token]] == "stand" and parse.tags[token] == "VBN")
    if not (passive or participle or parse.lemmas[token] in words.deferring):
        return False
    if lemma in words.ascribing:
        return passive and any(parse.lowers[c] in ("on", "to") for c in parse.children[token] if c > token)
    if lemma in words.regarding and (passive or participle):
        return any(parse.lowers[c] in ("as", "to") and c > token for c in _with_infinitive(parse, token))
    complements = ("pcomp", "pobj") if parse.lemmas[token] in ("accuse", "suspect") else ("pcomp",)
    for child in parse.children[token]:
        if child < token:
            continue
        if parse.deps[child] == "xcomp":
            return True
        if parse.deps[child] in ("oprd", "acomp") and parse.lemmas[token] in ("appear", "seem"):
            return True  # "officials appear unconcerned"
        if parse.deps[child] in ("ccomp", "oprd", "acomp") and (passive or _is_impersonal(parse, token)):
            return True  # "it is believed that", "it seems that", "are feared dead", "is believed responsible"
        if (
            parse.deps[child] == "prep"
            and parse.lowers[child] in ("of", "with", "as")
            and any(parse.deps[below] in complements for below in parse.children[child])
        ):
            return True
    return passive and lemma in words.surmised and _is_of_event(parse, token)


def _is_of_event(parse: Parse, token: int) -> bool:
    """Whether it is a thing, and nobody, that is suspected or feared, by nobody named: "foul play is suspected"."""
    who = next((c for c in parse.children[token] if parse.deps[c] == "nsubjpass"), None)
    is_thing = who is not None and parse.pos[who] == "NOUN" and parse.lemmas[who] not in people_nouns()
    return is_thing and not any(parse.deps[c] == "agent" for c in parse.children[token])
