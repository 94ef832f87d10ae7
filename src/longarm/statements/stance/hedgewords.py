"""Words of doubt: which tokens of a parse hedge, and how."""

import functools

from longarm.languages import stance as language
from longarm.statements.parse import Parse
from longarm.statements.stance.modals import modal

SEEMING = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})
CLAUSES = ("acl", "ccomp", "relcl")  # what says of a noun what it is about


def hedge_kind(parse: Parse, token: int, words: language.StanceWords) -> str:
    """The kind of hedge that a token is, or empty; of several words ("in all likelihood") it is the last."""
    lower, known = parse.lowers[token], _vocabulary()
    if lower not in known and parse.lemmas[token] not in known:
        return ""
    pos = parse.pos[token]
    if lower in words.adverbs and pos in ("ADV", "ADJ", "VERB", "NOUN"):
        return words.adverbs[lower]
    if is_so_called(parse, token):
        return words.adverbs.get("so-called", "")
    if (length := words_of(parse, token)) > 1:
        return words.adverbs[" ".join(parse.lowers[token + 1 - length : token + 1])]
    if parse.tags[token] == "MD":
        return modal(parse, token, words)
    if lower in words.resembling:
        return _adjective(parse, token, words)
    return _adjective(parse, token, words) or _noun(parse, token, words) or _predicate(parse, token, words)


@functools.cache
def _vocabulary() -> frozenset[str]:
    """Every word that a hedge can end in, so that the others are passed over at once."""
    words = language.load("en")
    single = (*words.adjectives, *words.nouns, *words.predicates, *words.modals, *words.impending)
    last = (phrase.split()[-1] for phrase in words.adverbs)
    return frozenset(
        (
            *SEEMING,
            *single,
            *last,
            *words.resembling,
            *words.improbable,
            *words.open,
            "called",
            "must",
            "should",
            "point",
            "going",
            "be",
            "threat",
        )
    )


def words_of(parse: Parse, token: int) -> int:
    """Of how many words a hedge is that a token ends, or one: "almost certainly", "in all likelihood", "so-called"."""
    if is_so_called(parse, token):
        return 3
    adverbs = language.load("en").adverbs
    ends = (n for n in (3, 2) if token + 1 >= n and " ".join(parse.lowers[token + 1 - n : token + 1]) in adverbs)
    return next(ends, 1)


def is_so_called(parse: Parse, token: int) -> bool:
    """Whether a word is the last of "so-called"."""
    return parse.lowers[token] == "called" and parse.lowers[max(token - 2, 0) : token] == ["so", "-"]


def _adjective(parse: Parse, token: int, words: language.StanceWords) -> str:
    lower, lemma, dep = parse.lowers[token], parse.lemmas[token], parse.deps[token]
    if dep == "acomp" and lower in words.impending and any(parse.deps[c] == "xcomp" for c in parse.children[token]):
        return "predicted"
    if dep in ("acomp", "oprd") and (lower in words.improbable or (lower in words.open and asks(parse, token))):
        return "possible"
    if lower in words.resembling and dep in ("acomp", "attr"):
        return "possible" if any(parse.lowers[c] in ("of", "with") for c in parse.children[token]) else ""
    known = lower if lower in words.adjectives else lemma if lemma in words.adjectives else ""
    beside = (*parse.children[token], *parse.children[parse.heads[token]])
    if dep == "acomp" and lower in words.opportunities and any(parse.deps[c] == "xcomp" for c in beside):
        return ""  # "it is possible to renew them"
    if known and (dep in ("amod", "acomp") or (dep in ("oprd", "ccomp") and parse.pos[token] == "ADJ")):
        if lower == "accused" and (
            parse.words[token - 1] == "-" or parse.pos[parse.heads[token]] not in ("NOUN", "PROPN")
        ):
            return ""  # "his co-accused", "both accused deny it"
        if any(parse.deps[c] == "advmod" and parse.lowers[c] in words.told_before for c in parse.children[token]):
            return ""  # "the newly reported cases" are those told of last
        if dep == "amod" and any(parse.lowers[c] in words.negations for c in parse.children[parse.heads[token]]):
            return ""  # "for no apparent reason"
        return words.adjectives[known]
    # The small model reads "are alleged violations" as a passive; the noun after it is what is hedged.
    is_verb = any(parse.deps[c] == "nsubj" for c in parse.children[token])  # "exiles reported symptoms"
    if (
        lower in words.adjectives
        and parse.pos[token] in ("VERB", "ADJ")
        and _noun_follows(parse, token)
        and not is_verb
    ):
        return words.adjectives[lower]
    return ""


def asks(parse: Parse, token: int) -> bool:
    """Whether a clause hangs on a predicate, or on what it says, that asks whether something is so."""
    heads = (token, parse.heads[token])
    return any(
        parse.deps[mark] == "mark" and parse.lowers[mark] in ("whether", "if")
        for head in heads
        for child in parse.children[head]
        if parse.deps[child] in ("ccomp", "advcl", "acl", "csubj", "pcomp")
        for mark in (*parse.children[child], *(m for c in parse.children[child] for m in parse.children[c]))
    )


def _noun_follows(parse: Parse, token: int) -> bool:
    return token + 1 < len(parse) and parse.pos[token + 1] in ("NOUN", "ADJ", "PROPN")


def _noun(parse: Parse, token: int, words: language.StanceWords) -> str:
    lemma = parse.lemmas[token]
    if lemma == "threat" and _is_faced(parse, token):
        return "possible"
    if parse.pos[token] != "NOUN" or lemma not in words.nouns or not _has_complement(parse, token, words):
        return ""
    if lemma == "doubt" and any(parse.lowers[c] in words.negations for c in parse.children[parse.heads[token]]):
        return ""  # "there can hardly be any doubt that"
    if any(parse.lowers[c] in words.negations | _SCANT for c in parse.children[token] if c < token):
        return ""  # "there is little doubt that", "there are no reports of": plain, or plainly denied
    if parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] in ("beyond", "without"):
        return ""  # "it is beyond doubt that"
    if lemma in words.felt and _is_felt(parse, token, words):
        return ""
    return "" if lemma in words.evidences and _is_found_or_none(parse, token, words) else words.nouns[lemma]


def _is_faced(parse: Parse, token: int) -> bool:
    """Whether a threat is what somebody is under: "faces the threat of deportation", "lives under threat of it"."""
    over = parse.heads[token]
    faced = parse.deps[token] == "dobj" and parse.lemmas[over] == "face"
    under = parse.deps[token] == "pobj" and parse.lowers[over] == "under"
    of = [below for c in parse.children[token] if parse.lowers[c] == "of" for below in parse.children[c]]
    return (faced or under) and any(parse.lemmas[c] in language.load("en").looming for c in of)


def _is_felt(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether a fear is what somebody lives in or acts out of: "live in fear of arrest", "fled for fear of it"."""
    over = parse.heads[token]
    return parse.deps[token] == "pobj" and token == over + 1 and parse.lowers[over] in words.feeling


def _is_found_or_none(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether there is little evidence, which denies, or somebody found some, which asserts."""
    if any(parse.lowers[c] in _SCANT for c in parse.children[token]):
        return True
    verb = parse.heads[token]
    if any(parse.deps[c] == "neg" for c in parse.children[verb]):
        return True
    return parse.deps[token] in ("dobj", "nsubjpass") and parse.lemmas[verb] in words.finding | words.denying_predicates


_SCANT = frozenset({"little", "insufficient", "scant"})


def _has_complement(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether something hangs on a noun that says what it is about: "fears that", "the potential for"."""
    for child in parse.children[token]:
        if child < token:
            continue
        is_for = parse.lowers[child] == "for" and words.nouns.get(parse.lemmas[token]) in ("possible", "predicted")
        if parse.deps[child] == "prep" and (parse.lowers[child] == "of" or is_for):  # but a "claim for asylum"
            return parse.lemmas[token] not in _WITH_CLAUSES or _tells_of_deeds(parse, token)
        marks = [parse.lowers[m] for m in parse.children[child] if parse.deps[m] in ("mark", "aux")]
        if parse.deps[child] in CLAUSES and ("that" in marks or "to" in marks):
            return "that" in marks or parse.lemmas[token] not in words.opportunities
        if parse.deps[child] in CLAUSES and _is_whole(parse, child):
            return True  # "allegations it watches exiles"
    return False


def _is_whole(parse: Parse, verb: int) -> bool:
    """Whether a clause without a relative word lacks nothing: it has its subject, and an object or what it is."""
    before = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")]
    if not before or any(parse.tags[c] in ("WDT", "WP") for c in parse.children[verb]) or parse.tags[verb] == "VBG":
        return False
    after = {parse.deps[c] for c in parse.children[verb] if c > verb}
    return parse.deps[before[0]] == "nsubjpass" or bool(after & {"dobj", "attr", "acomp"})


def _tells_of_deeds(parse: Parse, noun: int) -> bool:
    """Whether reports are of a deed, told by a participle: "reports of exiles being followed", and not somebody's."""
    high = parse.subtree(noun)[1]
    return parse.lemmas[noun] == "report" and any(
        parse.tags[token] == "VBG" and parse.pos[token] in ("VERB", "AUX") for token in range(noun + 1, high)
    )


_WITH_CLAUSES = frozenset({"report", "charge", "evidence", "sign", "theory", "impression", "appearance"})


def _predicate(parse: Parse, token: int, words: language.StanceWords) -> str:
    lemma = parse.lemmas[token]
    if lemma == "point" and _is_pointed_at(parse, token, words):
        return "possible"
    if parse.lowers[token] == "going" and any(parse.deps[c] == "xcomp" for c in parse.children[token]):
        return "predicted"  # "were going to abduct him"
    if lemma in ("fear", "suspect") and _is_feared(parse, token):
        return "possible"
    if lemma == "be" and _is_to_be(parse, token):
        return "predicted"
    if parse.deps[token] == "auxpass" and (lemma in words.predicates or parse.lowers[token] in SEEMING):
        return words.predicates.get(
            lemma, "possible"
        )  # "seemed designed to", "feared abducted", taken for a helping verb
    if parse.pos[token] != "VERB" or lemma not in words.predicates or advises(parse, token):
        return ""
    deps = {parse.deps[c] for c in parse.children[token]}
    if lemma == "accuse" and "dobj" in deps:
        return words.predicates[lemma]
    if lemma == "suspect" and "dobj" in deps and any(parse.lowers[c] == "of" for c in parse.children[token]):
        return words.predicates[lemma]
    if lemma in words.suggesting and "nsubj" in deps and "dobj" in deps:
        return words.predicates[lemma]
    if lemma == "look" and any(parse.lowers[c] in ("like", "as") for c in parse.children[token]):
        return words.predicates[lemma]
    if lemma in words.holding and _is_held(parse, token):
        return words.predicates[lemma]
    return words.predicates[lemma] if _defers(parse, token, words) else ""


def _is_feared(parse: Parse, token: int) -> bool:
    """Whether a headline only fears what it names: "hit squad feared in Porto"."""
    below = {parse.deps[c] for c in parse.children[token]}
    if parse.tags[token] != "VBN" or parse.deps[token] != "ROOT" or "nsubjpass" not in below:
        return False
    return not below & {"aux", "auxpass", "agent"} and any(parse.lowers[c] == "in" for c in parse.children[token])


def _is_to_be(parse: Parse, token: int) -> bool:
    """ "Is to be extradited next week": what somebody has arranged, and not what a thing is ("the aim is to")."""
    below = next((c for c in parse.children[token] if parse.deps[c] == "xcomp" and c > token), None)
    if below is None or parse.tags[below] != "VBN" or parse.tags[token] not in ("VBZ", "VBP"):
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
        if parse.deps[child] in ("oprd", "acomp") and participle and parse.tags[child] in ("VBN", "VBD"):
            return True  # "feared abducted"
        if parse.deps[child] in ("ccomp", "oprd", "acomp") and (passive or _is_impersonal(parse, token)):
            return True  # "it is believed that", "it seems that", "are feared dead", "is believed responsible"
        if (
            parse.deps[child] == "prep"
            and parse.lowers[child] in ("of", "with", "as")
            and any(parse.deps[below] in complements for below in parse.children[child])
        ):
            return True
    return False
