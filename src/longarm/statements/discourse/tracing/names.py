"""Names: a party by its own name, or one that stands beside it: "the rights group Far Shore"."""

from longarm.languages import discourse as language
from longarm.languages import people
from longarm.statements.discourse import called, nouns
from longarm.statements.discourse.names import is_name, is_place
from longarm.statements.discourse.tracing import descriptions, references
from longarm.statements.discourse.tracing.tracer import Traced, Tracer


def person(tracer: Tracer, head: int) -> Traced | None:
    """A person's name, as the longest form of it in the text."""
    name = called.person(tracer.part, tracer.discourse, head)
    return Traced(name) if name else None


def officer(tracer: Tracer, head: int) -> Traced | None:
    """The person whose office comes first: "the head of the Relief Fund, Ana Ruiz", also where the parse has her for
    the fund's."""
    parse, words = tracer.part.parse, language.load("en")
    is_office = parse.lemmas[head] in words.persons | words.callings
    if not tracer.part.people or not (is_office or is_name(parse, head)):
        return None
    if last := _last_named(tracer, head):
        return Traced(called.full_name(tracer.discourse, last))
    if not is_office:
        return None
    high = parse.subtree(head)[1]
    comma = next((t for t in range(head + 1, high) if parse.words[t] == ","), None)
    if comma is None or comma + 1 >= high:
        return None
    named = next((m for m in tracer.part.people if m.span.start == parse.starts[comma + 1]), None)
    ends = (parse.ends[t] for t in range(comma + 1, high) if t + 1 == high or parse.words[t + 1] == ",")
    if named is None or named.span.end not in tuple(ends):
        return None
    return Traced(called.full_name(tracer.discourse, named.span.words))


def _last_named(tracer: Tracer, head: int) -> str:
    """The person whose name ends the words of a source without a comma: "the head of the monitor Ana Example"."""
    parse, end = tracer.part.parse, tracer.source.end
    named = next((m for m in tracer.part.people if m.span.end == end and m.span.start > parse.ends[head]), None)
    token = None if named is None else parse.token_at(named.span.start)
    if named is None or token is None or parse.pos[token - 1] not in ("NOUN", "PROPN"):
        return ""
    words = language.load("en")
    roots = {parse.deps[t] for t in tracer.part.tokens_of(named.span) if parse.heads[t] < token}
    if parse.lemmas[head] in words.kin or roots & {"conj", "poss"} or "," in parse.words[head:token]:
        return ""  # "the wife of the blogger Ana Example"
    is_calling = parse.lemmas[token - 1] in words.persons | words.callings | words.kin
    is_of_body = parse.pos[head] == "PROPN"  # "Far Shore chairman Ana Example", no "lawyer for the blogger Ana Example"
    return named.span.words if is_calling == is_of_body else ""


def name(tracer: Tracer, head: int) -> Traced | None:
    """A name, its own or one beside it: "Meridian Institute", "the rights group Far Shore"."""
    parse, words = tracer.part.parse, language.load("en")
    is_kind = parse.lemmas[head] in words.generic_organisations and nouns.has(parse, head, {"the"})
    is_kind = is_kind and not any(parse.deps[c] == "appos" and is_name(parse, c) for c in parse.children[head])
    if is_kind and nouns.is_bare(parse, head) and (found := references.reference(tracer, head)) is not None:
        return found  # "the NGO", in capitals
    if (beside := _named_beside(tracer, head)) is not None:
        return beside
    if is_name(parse, head):
        own = nouns.whole_name(parse, head)
        if " " not in own and _is_of_nation(tracer, head):
            return None  # "one Eritrean in Oslo"
        if parse.lemmas[head] in words.persons | words.callings:
            return Traced(_as_before(tracer, descriptions.description(tracer, head)))
        return Traced(own if is_place(parse, head) else called.full_body(tracer.discourse, own))
    for child in parse.children[head]:
        if not is_name(parse, child):
            continue
        is_own = parse.deps[child] == "compound" and child == head - 1 and parse.lemmas[head] in words.naming_nouns
        is_own = is_own and parse.tags[head] != "NNS"  # "six Far Shore newspapers" are no one party
        is_own = is_own and not called.person(tracer.part, tracer.discourse, child)  # "the Ana Example group"
        is_beside = parse.deps[child] == "appos" or (parse.deps[child] == "conj" and not nouns.is_joined(parse, child))
        if is_beside or is_own:
            return Traced(nouns.whole_name(parse, child))
    return None


def _named_beside(tracer: Tracer, head: int) -> Traced | None:
    """The person whose office a name is: "the Minister of Justice, Elena Ruiz, said"; and whom a
    noun of an office names: "their spokesman, Ana Example-ho", "her lawyer, Dr. Example"."""
    parse, words = tracer.part.parse, language.load("en")
    beside = [c for c in parse.children[head] if parse.deps[c] == "appos" and c > head]
    if parse.lemmas[head] in words.kin:  # "the wife of the blogger Ana Example"
        beside = [c for c in beside if parse.words[parse.subtree(c)[0] - 1] == "," or parse.subtree(c)[0] == head + 1]
    return next((found for c in beside if (found := person(tracer, c) or _titled(tracer, c)) is not None), None)


def _titled(tracer: Tracer, token: int) -> Traced | None:
    """The person whose title the parser takes for the noun in apposition: "Me Example", "Sgt. Example"."""
    parse = tracer.part.parse
    after = next((t for t in range(*parse.subtree(token)) if parse.lowers[t] not in people.load("en").titles), None)
    return None if after is None or after == token else person(tracer, after)


def _as_before(tracer: Tracer, office: str) -> str:
    """An office as the text told it in full: "the Special Rapporteur" goes on with that "on torture"."""
    at = tracer.source.start
    before = (name for name, where in reversed(tracer.spoken) if where < at)
    return next((name for name in before if name.startswith(f"{office} ")), office)


def _is_of_nation(tracer: Tracer, token: int) -> bool:
    """Whether a name is what the people of a nation are called."""
    start = tracer.part.parse.starts[token]
    return any(t.role == "demonym" and t.span.start == start for t in tracer.part.toponyms)
