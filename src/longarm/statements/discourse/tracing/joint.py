"""Joint parties: those that speak together: "Far Shore and the Harbour Committee"."""

from collections.abc import Sequence

from longarm.languages import discourse as language
from longarm.languages import people
from longarm.statements.discourse import called, nouns
from longarm.statements.discourse.names import conjuncts, is_name, joined
from longarm.statements.discourse.tracing.tracer import Traced, Tracer

LONGEST = 8  # tokens of the phrase behind those who speak together


def joint(tracer: Tracer, head: int) -> Traced | None:
    """All who speak together in the words of a source, under one name that tells each; None where one speaks.

    Two nouns under one article ("the poet and activist") are one person.
    """
    parse, end = tracer.part.parse, tracer.source.end
    if parse.lemmas[head] in language.load("en").works:
        return None  # "the report Patrol and Return"
    beside = next((c for c in parse.children[head] if parse.deps[c] == "appos" and c > head), None)
    if beside is not None and len(conjuncts(parse, head)) < 2 and parse.words[parse.subtree(beside)[0] - 1] != ",":
        head = beside  # "the senators Ana Example and Bo Example"
    together = [token for token in conjuncts(parse, head) if parse.starts[token] < end]
    if len(together) > 2 and parse.pos[head] == "NOUN" and nouns.has(parse, head, {"the"}):
        is_beside = not nouns.is_joined(parse, together[1]) and is_name(parse, together[1])
        together = together[1:] if is_beside else together  # "the prosecutors, Ana Example and Bo Example"
        head = together[0]
    if len(together) < 2 or not all(_speaks(tracer, token) for token in together[1:]):
        return None
    if not _speaks(tracer, head, is_first=True):
        return None
    names = tuple(dict.fromkeys(tracer.of(token).name for token in together))
    if len(names) < 2 or not all(names):
        return None
    return Traced(joined(names) + _behind(tracer, together), parties=names)


def _behind(tracer: Tracer, together: Sequence[int]) -> str:
    """What tells of all of them whose or where they are: "the mother and sister of the blogger"."""
    parse, start = tracer.part.parse, together[-1] + 1
    if start >= len(parse) or parse.deps[start] != "prep" or parse.heads[start] not in together[:-1]:
        return ""
    end = parse.subtree(start)[1]
    is_within = end - start <= LONGEST and parse.ends[end - 1] <= tracer.source.end
    return f" {parse.span(start, end).words}" if is_within else ""


def _speaks(tracer: Tracer, token: int, is_first: bool = False) -> bool:
    """Whether a noun may be a party beside another: a name, people, or a body with its own article."""
    parse, words = tracer.part.parse, language.load("en")
    offices = people.load("en").offices | people.load("en").posts
    if parse.lemmas[token] == "other" or (is_first and parse.lowers[token] in offices and not parse.children[token]):
        return False
    if is_name(parse, token) or called.person(tracer.part, tracer.discourse, token):
        return True
    if parse.lemmas[token] in words.works | words.records | words.talks:
        return False
    if any(parse.deps[c] == "appos" and is_name(parse, c) for c in parse.children[token]):
        return True
    if parse.tags[token] == "NNS" or parse.lemmas[token] == "police":
        return parse.pos[token] == "NOUN"
    is_own = any(parse.deps[c] in ("det", "poss") or parse.lowers[c] == "'s" for c in parse.children[token])
    known = words.organisations | words.persons | words.callings | words.kin | words.spokespersons
    is_own = is_own or parse.lemmas[token] in words.kin
    return (is_own or is_first) and parse.lemmas[token] in known
