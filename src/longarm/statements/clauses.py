"""Clauses: the parts of a sentence that each carry one assertion."""

import itertools
from dataclasses import dataclass

from longarm.languages import clauses as words
from longarm.statements.parse import Parse

SPLITTING = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "csubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd", "dative", "prep", "ccomp", "xcomp", "acomp"})
_EDGES = frozenset({"mark", "cc", "punct"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what belongs to it and to no clause below it.

    Attributes:
        head: token of the predicate.
        tokens: its own tokens in order, without what clauses below it own.
        parent: index (in the passage's list) of the clause above it, -1 for a main clause.
        sentence: index of the sentence.
        dep: how the head hangs on its own head.
    """

    head: int
    tokens: tuple[int, ...]
    parent: int
    sentence: int
    dep: str

    @property
    def first(self) -> int:
        """First own token."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """One past the last own token."""
        return self.tokens[-1] + 1


def clauses(parse: Parse) -> tuple[Clause, ...]:
    """The clauses of a passage in the order of their heads' clauses above, then of their place."""
    heads = {token for token in range(len(parse)) if _is_head(parse, token)}
    owner = [_owner(parse, token, heads) for token in range(len(parse))]
    owned: dict[int, list[int]] = {}
    for token, head in enumerate(owner):
        owned.setdefault(head, []).append(token)
    order = sorted(owned, key=lambda head: owned[head][0])
    index = {head: number for number, head in enumerate(order)}
    found = []
    for head in order:
        above = -1 if parse.heads[head] == head else index[owner[parse.heads[head]]]
        tokens = _trim(parse, owned[head], head)
        found.append(Clause(head, tokens, above, parse.sentence_of(head), parse.deps[head]))
    return tuple(found)


def _is_head(parse: Parse, token: int) -> bool:
    dep = parse.deps[token]
    if _is_made_to(parse, token) or _is_found_so(parse, token) or _is_demanded(parse, token):
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


def _follows(parse: Parse, token: int) -> bool:
    """Whether a past tense that the parser joins to a verb before it loosely tells the next deed: "they watched him,
    then beat him"."""
    is_after = parse.pos[parse.heads[token]] == "VERB" and parse.heads[token] < token
    return is_after and parse.tags[token] in ("VBD", "VBN") and _is_completed(parse, token, _OBJECTS)


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
    return _is_completed(parse, first, _OBJECTS) and _is_completed(parse, token, _OBJECTS | {"npadvmod"})


def _is_completed(parse: Parse, verb: int, with_: frozenset[str]) -> bool:
    return any(parse.deps[child] in with_ and child > verb for child in parse.children[verb])


def _is_participle_again(parse: Parse, token: int) -> bool:
    """Whether a second passive has an object of its own: "convicted of spying but acquitted of the rest", "have left or
    been threatened with arrest"; the parser may join it to the gerund under the first."""
    has_object = any(parse.deps[child] in _OBJECTS and child > token for child in parse.children[token])
    if parse.tags[token] != "VBN" or not has_object:
        return False
    has_own = any(parse.deps[child] == "auxpass" for child in parse.children[token])
    return has_own or parse.tags[parse.heads[token]] == "VBG"


def _owner(parse: Parse, token: int, heads: set[int]) -> int:
    if parse.lowers[token] == "then" and token + 1 in heads:
        return token + 1
    while token not in heads:
        token = parse.heads[token]
    return token


def _trim(parse: Parse, tokens: list[int], head: int) -> tuple[int, ...]:
    """The tokens without joining words and marks at their edges; never empty."""
    low, high = 0, len(tokens)
    while (
        low < high - 1
        and tokens[low] != head
        and (parse.deps[tokens[low]] in _EDGES or parse.pos[tokens[low]] == "PUNCT")
    ):
        low += 1
    while high > low + 1 and tokens[high - 1] != head and parse.pos[tokens[high - 1]] in ("PUNCT", "CCONJ"):
        high -= 1
    return tuple(tokens[low:high])


def core(parse: Parse, clause: Clause) -> tuple[int, int]:
    """First token and one past the last of a clause without an aside that stands after a clause inside it.

    "Three men were jailed in a trial that drew crowds, part of a long feud" ends at "trial".
    """
    after = [token for token in clause.tokens if token > clause.head]
    for before, token in itertools.pairwise([clause.head, *after]):
        is_set_off = parse.words[token] == "," or parse.words[token - 1] == ","
        tail = [t for t in after if t >= token]
        if token - before > LONGEST_GAP and (is_set_off or _is_loose(parse, clause, tail)):
            return clause.first, before + 1
    return clause.first, clause.last


ADJOINING = 2  # tokens from a predicate to one that is said in one breath with it: "was and will be closed"
LONGEST_GAP = 3  # tokens of a clause inside another that are passed over


def _is_loose(parse: Parse, clause: Clause, tail: list[int]) -> bool:
    """Whether nothing in the tail of a clause is an object, complement or phrase of its predicate."""
    return not any(parse.heads[t] == clause.head and parse.deps[t] in _OBJECTS | {"agent"} for t in tail)


def subject(parse: Parse, head: int) -> int | None:
    """Head token of the predicate's subject: its own, or that of the predicate it is coordinated with or hangs on."""
    seen = 0
    while seen < 6:
        for child in parse.children[head]:
            if parse.deps[child] in ("nsubj", "nsubjpass"):
                return child
        if (doer := blamed(parse, head)) is not None:
            return doer
        if parse.deps[head] in ("conj", "xcomp", "pcomp", "advcl", "dep") and parse.heads[head] != head:
            is_within = parse.deps[head] == "pcomp" and parse.deps[parse.heads[head]] == "prep"
            head, seen = parse.heads[parse.heads[head]] if is_within else parse.heads[head], seen + 1
            continue
        if parse.deps[head] in ("relcl", "acl"):
            return parse.heads[head]
        return None
    return None


def blamed(parse: Parse, head: int) -> int | None:
    """Head token of who is said to have done what a gerund tells, under a verb that judges or seizes them for it:
    "charged two officers with harassing", "arrested two men for opening"; None elsewhere."""
    while parse.deps[head] == "conj":
        head = parse.heads[head]
    at = parse.heads[head]
    if parse.deps[head] != "pcomp" or parse.lowers[at] not in ("with", "for", "of", "over"):
        return None
    over = parse.heads[at]
    if parse.deps[over] == "pobj" or parse.lemmas[over] not in words.load("en").judging:
        return None
    return next((c for c in parse.children[over] if parse.deps[c] in ("dobj", "dative", "nsubjpass")), None)


def agent(parse: Parse, head: int) -> int | None:
    """Head token of the by-phrase of a passive predicate."""
    for child in parse.children[head]:
        if parse.deps[child] == "agent":
            for below in parse.children[child]:
                if parse.deps[below] == "pobj":
                    return below
    return None


def is_passive(parse: Parse, head: int) -> bool:
    """Whether the predicate is passive."""
    return any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[head])


def noun_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """First token and one past the last of a noun with what stands before it and its short `of` phrases, no clauses."""
    first, last = head, head + 1
    for child in parse.children[head]:
        dep = parse.deps[child]
        if child < head and dep not in ("punct", "cc", "preconj", "prep", "relcl"):
            first = min(first, parse.subtree(child)[0])
        elif child > head and (dep == "prep" and parse.lowers[child] in ("of", "for")):
            low, high = parse.subtree(child)
            if high - low <= 8:
                last = max(last, high)
    return first, last


def is_infinitive(parse: Parse, head: int) -> bool:
    """Whether a predicate is an infinitive with "to", or shares the "to" of the one before it."""
    at = parse.heads[head] if parse.deps[head] == "conj" else head
    return parse.tags[head] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[at])


def is_aim(parse: Parse, head: int) -> bool:
    """Whether a predicate is what something is done for: "to make them return" beside the deed, "so that they go"."""
    if parse.deps[head] == "advcl" and {"so", "that"} <= {parse.lowers[c] for c in parse.children[head] if c < head}:
        return True
    if parse.deps[head] != "advcl" or parse.tags[head] != "VB":
        return False
    return any(parse.tags[child] == "TO" and parse.deps[child] == "aux" for child in parse.children[head])
