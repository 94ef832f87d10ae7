"""Predicates: which words of a passage head a clause of their own."""

from longarm.languages import clauses as words
from longarm.statements.parse import Parse

SPLITTING = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "csubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative", "prep", "ccomp", "xcomp", "acomp"})
ADJOINING = 2  # tokens from a predicate to one that is said in one breath with it: "was and will be closed"


def heads_clause(parse: Parse, token: int) -> bool:
    """Whether a word is the predicate of a clause of its own, which carries an assertion."""
    dep = parse.deps[token]
    if dep == "ccomp" and (_is_made_to(parse, token) or _is_found_so(parse, token) or _is_demanded(parse, token)):
        return False
    if dep == "ccomp" and (_is_had_to(parse, token) or _is_undergone(parse, token)):
        return False
    if parse.heads[token] == token or dep in SPLITTING:
        return True
    if dep == "acl" and any(parse.deps[c] == "mark" and parse.lowers[c] == "that" for c in parse.children[token]):
        return True  # "the allegation that ..."
    if dep == "acl" and parse.tags[token] == "VBG" and _has_object(parse, token):
        return True  # "a trial showcasing claims that ..."
    if dep == "acl" and _is_set_off(parse, token):
        return True
    if dep == "dep":
        return _follows(parse, token)
    if dep == "pcomp":
        return _is_beside(parse, token)
    return dep == "conj" and parse.pos[token] in ("VERB", "AUX") and _stands_alone(parse, token)


def _is_found_so(parse: Parse, token: int) -> bool:
    """Whether an adjective without a verb is what somebody is found to be: "found him guilty"."""
    is_bare = parse.deps[token] == "ccomp" and parse.pos[token] == "ADJ"
    return is_bare and not any(parse.pos[child] in ("AUX", "VERB", "PUNCT") for child in parse.children[token])


def _is_made_to(parse: Parse, token: int) -> bool:
    """Whether a bare infinitive is what somebody makes or lets others do: "to make residents return"."""
    is_bare = parse.deps[token] == "ccomp" and parse.tags[token] in ("VB", "VBP", "NN")
    over = parse.lemmas[parse.heads[token]]
    return (
        is_bare
        and over in words.load("en").making
        and not any(parse.deps[child] in ("aux", "mark", "auxpass", "punct") for child in parse.children[token])
    )


def _is_had_to(parse: Parse, token: int) -> bool:
    """Whether an infinitive with a subject is what somebody wants or gets others to do: "wanted him to go home"."""
    if parse.lemmas[parse.heads[token]] not in words.load("en").inducing:
        return False
    before = [(parse.deps[c], parse.tags[c]) for c in parse.children[token] if c < token]
    return any(tag == "TO" for _, tag in before) and any(dep in SUBJECTS for dep, _ in before)


def _is_undergone(parse: Parse, token: int) -> bool:
    """Whether a bare participle is what befell somebody: "had their accounts closed", "saw his grant withdrawn"."""
    over = parse.lemmas[parse.heads[token]]
    is_done = parse.tags[token] == "VBN" or (parse.tags[token] == "VBD" and over == "have")
    if not is_done or over not in words.load("en").undergoing:
        return False
    return not any(parse.deps[c] in ("aux", "auxpass", "mark") for c in parse.children[token])


def _is_demanded(parse: Parse, token: int) -> bool:
    """Whether a base form is what somebody demands: "asked that he be handed over", "demanding that he return"."""
    if parse.deps[token] != "ccomp" or parse.lemmas[parse.heads[token]] not in words.load("en").demanding:
        return False
    verbs = [token, *(c for c in parse.children[token] if parse.deps[c] in ("aux", "auxpass"))]
    is_base = parse.lowers[min(verbs)] == "be" or (len(verbs) == 1 and parse.tags[token] in ("VB", "VBP"))
    return is_base and any(parse.lowers[c] == "that" for c in parse.children[token])


def _is_set_off(parse: Parse, token: int) -> bool:
    """Whether a participle after a comma tells what was done to the noun before it, and by whom, when or where: "a man,
    deported from Freedonia in May"."""
    first = parse.subtree(token)[0]
    is_told = any(parse.deps[c] in ("agent", "prep", "npadvmod") and c > token for c in parse.children[token])
    is_after = parse.tags[token] == "VBN" and first == token and token > 0 and parse.words[token - 1] == ","
    return is_after and is_told and parse.lemmas[token] not in words.load("en").placing


def _is_beside(parse: Parse, token: int) -> bool:
    """Whether a participle with a subject tells what happened besides: "..., with police raiding their rooms"."""
    is_with = parse.lowers[parse.heads[token]] == "with" and parse.tags[token] in ("VBG", "VBN")
    return is_with and any(parse.deps[c] in SUBJECTS for c in parse.children[token])


def _follows(parse: Parse, token: int) -> bool:
    """Whether a past tense that the parser joins to a verb before it loosely tells the next deed: "they watched him,
    then beat him"."""
    is_after = parse.pos[parse.heads[token]] == "VERB" and parse.heads[token] < token
    return is_after and parse.tags[token] in ("VBD", "VBN") and _is_completed(parse, token, OBJECTS)


def _has_object(parse: Parse, token: int) -> bool:
    return any(parse.deps[child] in ("dobj", "obj", "ccomp") and child > token for child in parse.children[token])


def _stands_alone(parse: Parse, token: int) -> bool:
    """Whether a coordinated predicate asserts something of its own, rather than sharing its object with the first."""
    first = parse.heads[token]
    if parse.pos[first] not in ("VERB", "AUX"):
        return any(parse.deps[child] in SUBJECTS for child in parse.children[token])
    if any(parse.deps[child] in SUBJECTS for child in parse.children[token]):
        return True
    if is_infinitive(parse, first) and parse.tags[token] == "VB":
        return False  # "threatened to kidnap staff and take them home" is one threat
    if _is_participle_again(parse, token):
        return True
    if any(parse.deps[child] in ("aux", "auxpass") and parse.tags[child] != "TO" for child in parse.children[token]):
        return token - first > 1 + ADJOINING  # "must fill out forms and are threatened", "was closed or will be"
    if not _is_completed(parse, first, OBJECTS | {"agent"}):
        return False
    return _is_completed(parse, token, OBJECTS | {"agent", "npadvmod", "pobj"}) or _is_done_besides(parse, token)


def _is_done_besides(parse: Parse, token: int) -> bool:
    """Whether a finite verb tells the next deed with an adverb alone: "watched the house and stepped in"."""
    is_finite = parse.tags[token] in ("VBD", "VBZ", "VBP")
    return is_finite and any(parse.deps[c] in ("prt", "advmod") and c > token for c in parse.children[token])


def _is_completed(parse: Parse, verb: int, with_: frozenset[str]) -> bool:
    return any(parse.deps[child] in with_ and child > verb for child in parse.children[verb])


def _is_participle_again(parse: Parse, token: int) -> bool:
    """Whether a second passive has an object of its own: "convicted of spying but acquitted of the rest", "have left or
    been threatened with arrest"; the parser may join it to the gerund under the first."""
    has_object = any(parse.deps[child] in OBJECTS and child > token for child in parse.children[token])
    if parse.tags[token] != "VBN" or not has_object:
        return False
    has_own = any(parse.deps[child] == "auxpass" for child in parse.children[token])
    first = parse.heads[token]
    while parse.deps[first] == "conj":
        first = parse.heads[first]
    is_again = any(parse.deps[c] == "auxpass" for c in parse.children[first])
    is_again = is_again and any(parse.lowers[c] in ("and", "but") for c in parse.children[first])
    return has_own or is_again or parse.tags[first] == "VBG"


def is_infinitive(parse: Parse, head: int) -> bool:
    """Whether a predicate is an infinitive with "to", or shares the "to" of the one before it."""
    at = parse.heads[head] if parse.deps[head] == "conj" else head
    return parse.tags[head] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[at])
