"""Captions: what a photo shows of people who are not named, which is no step and no deed of a case."""

from longarm.languages import clauses
from longarm.statements.clauses import Clause, subject
from longarm.statements.parse import Parse
from longarm.statements.text import Part


def is_caption(part: Part, clause: Clause) -> bool:
    """Whether a clause, alone in its passage, tells in the present what people without a name are seen doing or what is
    done to them: "A man is detained by riot police during a march", "Protesters hold signs". A headline is none."""
    parse, head = part.parse, clause.head
    if part.passage.kind == "headline" or clause.dep != "ROOT" or len(parse.sentences) > _LONGEST:
        return False
    first, last = parse.sentences[0]
    if not first <= head < last or parse.lemmas[head] not in clauses.load("en").posing or not _is_now(parse, head):
        return False
    who = subject(parse, head)
    if who is None or parse.pos[who] != "NOUN" or any(a <= who < b for a, b, _ in parse.entities):
        return False
    before = {parse.lowers[c] for c in parse.children[who] if parse.deps[c] in ("det", "nummod", "poss")}
    is_unknown = before <= {"a", "an"} if parse.tags[who] == "NN" else not before
    return is_unknown and (bool(before) or parse.tags[who] == "NNS")


_LONGEST = 2  # sentences of a caption, the second with its date or credit


def _is_now(parse: Parse, head: int) -> bool:
    """Whether a predicate is in the simple present: "hold", "is detained"."""
    helping = [c for c in parse.children[head] if parse.deps[c] in ("aux", "auxpass")]
    if parse.tags[head] in ("VBZ", "VBP"):
        return not helping
    is_passive = parse.tags[head] == "VBN" and len(helping) == 1
    return is_passive and parse.tags[helping[0]] in ("VBZ", "VBP") and parse.lemmas[helping[0]] == "be"
