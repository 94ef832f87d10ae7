"""Groups: those of whom so many speak: "half of the academics", "one of the officers", "both"."""

from longarm.languages import discourse as language
from longarm.statements.discourse import shares
from longarm.statements.discourse.names import is_name
from longarm.statements.discourse.several import many_before, people_before
from longarm.statements.discourse.tracing import descriptions, pronouns
from longarm.statements.discourse.tracing.tracer import Traced, Tracer
from longarm.statements.parse import Parse

_OF_TWO = frozenset({"former", "latter", "both"})


def share(tracer: Tracer, head: int) -> Traced | None:
    """ "Half of the academics", "one in five", "one of them, the poet X": the group, or the one whom the words name."""
    parse = tracer.part.parse
    if (named := shares.beside(parse, head)) is not None:
        return tracer.of(named)
    if shares.counted(parse, head) is not None:
        return descriptions.uncounted(tracer, head)
    if not shares.is_share(parse, head):
        return None
    noun = shares.whole(parse, head)
    return _of_many(tracer, head, shares.words(parse, head)) if noun is None else _of_those(tracer, head, noun)


def partitive(tracer: Tracer, head: int) -> Traced | None:
    """ "Dozens of rights groups", "one of the officers": those it is so many of."""
    parse = tracer.part.parse
    is_part = parse.lowers[head] in language.load("en").partitives or parse.lowers[head].isdigit()
    if parse.tags[head] not in ("CD", "NNS", "DT", "JJ", "JJS") or not is_part:
        return None
    of = next((c for c in parse.children[head] if c > head and parse.lowers[c] == "of"), None)
    noun = None if of is None else next((c for c in parse.children[of] if parse.deps[c] == "pobj"), None)
    if of is None and parse.tags[head] == "CD":
        counted = people_before(tracer.part, head)  # "11 said so", of the people counted before
        return None if counted is None else descriptions.uncounted(tracer, counted)
    return None if noun is None else _of_those(tracer, head, noun)


def _of_those(tracer: Tracer, head: int, noun: int) -> Traced:
    """Who so many of some are: "many of the exiles", "many of those asked", "many of them", "most of whom"."""
    parse = tracer.part.parse
    if parse.lowers[noun] == "whom":
        first, _, rest = (whole := tracer.of(noun).name).partition(" ")
        name = rest if rest and first.replace(",", "").isdigit() else whole
        return Traced(name) if name else _of_many(tracer, head, parse.span(head, noun + 1).words)
    if parse.lowers[noun] not in ("them", "these", "those"):
        return tracer.of(noun)
    said = pronouns.those(tracer, noun)
    return said if said is not None and said.name else _of_many(tracer, head, parse.span(head, noun + 1).words)


def _of_many(tracer: Tracer, head: int, words: str) -> Traced:
    """The people named before, else the words themselves."""
    many = people_before(tracer.part, head) or many_before(tracer.part, head)
    return Traced(words) if many is None else descriptions.uncounted(tracer, many)


def paired(tracer: Tracer, head: int) -> Traced | None:
    """ "The former", "the latter", "both": of the two that were named together last."""
    parse = tracer.part.parse
    lower = parse.lowers[head]
    if lower not in _OF_TWO or any(parse.deps[c] in ("appos", "prep") for c in parse.children[head]):
        return None
    stop = max(0, parse.sentence_of(head) - 2)
    before = range(head - 1, parse.sentences[stop][0] - 1, -1)
    two = next((t for t in before if _is_second(tracer, t) or _is_two(parse, t)), None)
    if two is None:
        return None
    if _is_two(parse, two):
        return Traced(descriptions.description(tracer, two)) if lower == "both" else None
    first, second = tracer.of(parse.heads[two]), tracer.of(two)
    if lower == "both":
        are_subject = parse.deps[parse.heads[two]] == "nsubj"  # else "both" may be two others
        return Traced(f"{first.name} and {second.name}") if are_subject and first.name and second.name else None
    return first if lower == "former" else second


def _is_second(tracer: Tracer, token: int) -> bool:
    """Whether a noun is the second of two who may speak, joined by "and" or "or"."""
    parse, words = tracer.part.parse, language.load("en")
    one = parse.heads[token]
    if parse.deps[token] != "conj" or sum(parse.deps[c] == "conj" for c in parse.children[one]) != 1:
        return False
    known = words.organisations | words.persons | words.callings | words.works
    return all(is_name(parse, t) or parse.lemmas[t] in known for t in (one, token))


def _is_two(parse: Parse, token: int) -> bool:
    """Whether a noun counts two: "two officials"."""
    return parse.tags[token] == "NNS" and any(parse.lowers[c] == "two" for c in parse.children[token])
