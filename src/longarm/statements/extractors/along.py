"""Along: what a participle tells that was done with, before or after the deed of the clause above it: "broke into the
flat, taking two phones", "Extradited in May, he pleaded guilty"."""

from longarm.codebook.loader import people_nouns
from longarm.languages import clauses as words
from longarm.statements.clauses import Clause
from longarm.statements.parse import Parse
from longarm.statements.text import Part

_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})  # the parser takes a second participle for a past tense
_WITH = frozenset({"dobj", "obj", "dative", "oprd", "ccomp", "xcomp", "prep", "agent", "prt", "npadvmod"})


def over(part: Part, clause: Clause) -> Clause | None:
    """The clause whose deed a participle goes along with, or None where it tells of no deed of its own."""
    parse, top = part.parse, clause
    if parse.tags[top.head] not in _PARTICIPLES or not _is_full(parse, top.head):
        return None
    while top.dep == "conj" and top.parent >= 0 and parse.tags[part.clauses[top.parent].head] in _PARTICIPLES:
        top = part.clauses[top.parent]
    if top.dep == "pcomp" and top.parent >= 0:
        return part.clauses[top.parent]
    if top.dep not in ("advcl", "acl") or top.parent < 0 or parse.tags[top.head] not in _PARTICIPLES:
        return None
    if any(parse.deps[c] == "mark" or parse.tags[c] == "WRB" for c in parse.children[top.head]):
        return None
    beside = (parse.words[top.first - 1], *parse.words[top.last : top.last + 1])
    is_acl = top.dep == "acl" and (parse.tags[top.head] != "VBN" or parse.lemmas[top.head] in words.load("en").sourcing)
    is_set_off = beside[0] == ":" or ("," in beside and not is_acl)
    return part.clauses[top.parent] if is_set_off else None


def directs(part: Part, clause: Clause) -> bool:
    """Whether a participle of saying tells what somebody was made or told to do: "telling them to apply in Minsk"."""
    parse = part.parse
    if parse.tags[clause.head] != "VBG" or over(part, clause) is None:
        return False
    below = [c for c in parse.children[clause.head] if c > clause.head and parse.deps[c] in ("xcomp", "ccomp")]
    return any(parse.tags[g] == "TO" for c in below for g in parse.children[c])


def is_point(part: Part, clause: Clause) -> bool:
    """Whether a clause is what a point of a list tells of those whom its lead names: "- paying students for names"."""
    if part.passage.kind != "list-item" or clause.dep not in ("ROOT", "conj"):
        return False
    parse = part.parse
    is_told = parse.tags[clause.head] in _PARTICIPLES and _is_full(parse, clause.head)
    return is_told and not any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[clause.head])


def _is_full(parse: Parse, head: int) -> bool:
    """Whether a participle has more than itself: whom or what it befell, where, by whom."""
    return any(parse.deps[c] in _WITH and c > head for c in parse.children[head])


def befalls(parse: Parse, head: int) -> bool:
    """Whether a participle that mostly comments on what was told says what it did to somebody: "leaving her stranded",
    "prompting him to flee"."""
    if parse.lemmas[head] not in words.load("en").befalling:
        return False
    below = [c for c in parse.children[head] if c > head and parse.deps[c] in ("dobj", "nsubj", "ccomp", "xcomp")]
    whom = [*below, *(g for c in below for g in parse.children[c] if parse.deps[g] in ("nsubj", "nsubjpass"))]
    return any(
        (parse.tags[t] == "PRP" and parse.lowers[t] != "it")
        or parse.lemmas[t] in people_nouns()
        or parse.tags[t] == "CD"
        for t in whom
    )
