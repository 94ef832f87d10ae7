"""Overhead: hedges that reach a clause from outside its own words, from a clause over it or from between commas."""

from collections.abc import Iterator
from dataclasses import dataclass

from longarm.codebook.loader import people_nouns
from longarm.languages import stance as language
from longarm.model.spans import Span
from longarm.statements.clauses import Clause
from longarm.statements.parse import Parse
from longarm.statements.predicates import is_infinitive
from longarm.statements.stance.conditions import conditions
from longarm.statements.stance.hedgenouns import CLAUSES
from longarm.statements.stance.hedgewords import hedge_kind, words_of
from longarm.statements.stance.openness import bond, is_possible


@dataclass(frozen=True, slots=True)
class FoundHedge:
    """A hedge in the text: its kind and its words."""

    kind: str
    span: Span


def words_around(parse: Parse, token: int) -> Span:
    """The words of a hedge: the token, with those before it that belong to it ("so-called")."""
    return parse.span(token + 1 - words_of(parse, token), token + 1)


def asides(parse: Parse, head: int, words: language.StanceWords) -> list[FoundHedge]:
    """Hedges in words put between commas: "the men, it seems, came by boat", "agents, it is claimed, followed her"."""
    beside = list(_beside(parse, head))
    found = []
    for token in beside:
        first, last = parse.subtree(token)
        own = [c for c in parse.children[token] if parse.pos[c] != "PUNCT"]
        is_said = any(parse.lowers[c] == "it" and parse.deps[c] in ("nsubj", "nsubjpass") for c in own)
        is_short = last - first <= LONGEST_ASIDE and not any(parse.deps[c] in ("ccomp", "xcomp") for c in own)
        is_parted = first == 0 or parse.pos[first - 1] == "PUNCT" or parse.pos[first] == "PUNCT"
        if is_said and is_short and is_parted and parse.lemmas[token] in words.predicates:
            found.append(FoundHedge(words.predicates[parse.lemmas[token]], parse.span(token, token + 1)))
    found.extend(_unconfirmed(parse, beside, words))
    return [*found, *_as_alleged(parse, head, words), *_as_far_as(parse, head, words)]


def _beside(parse: Parse, head: int) -> Iterator[int]:
    """What may stand between commas on a predicate, or, as the parser may have it, on its subject."""
    for child in parse.children[head]:
        dep = parse.deps[child]
        if dep in ("ccomp", "parataxis", "advcl"):
            yield child
        elif dep in ("nsubj", "nsubjpass"):
            yield from (c for c in parse.children[child] if parse.deps[c] in ("acl", "advcl"))


def _unconfirmed(parse: Parse, beside: list[int], words: language.StanceWords) -> Iterator[FoundHedge]:
    """ "Though nobody has confirmed it": what is told in spite of that."""
    for token in beside:
        if parse.deps[token] != "advcl" or parse.lemmas[token] not in words.confirming | words.proving:
            continue
        own = {parse.lowers[c] for c in parse.children[token]}
        if own & {"though", "although", "while"} and own & {"it", "this", "that"} and own & words.negations:
            yield FoundHedge("possible", parse.span(token, token + 1))


def _as_alleged(parse: Parse, head: int, words: language.StanceWords) -> Iterator[FoundHedge]:
    """ "As alleged in the complaint", of all that goes on behind it."""
    while parse.deps[head] == "conj":
        head = parse.heads[head]
    for token in parse.children[head]:
        if parse.tags[token] != "VBN" or parse.deps[token] != "advcl" or parse.lowers[token - 1 : token] != ["as"]:
            continue
        if words.predicates.get(parse.lemmas[token]) in ("alleged", "possible"):
            yield FoundHedge(words.predicates[parse.lemmas[token]], parse.span(token, token + 1))


def _as_far_as(parse: Parse, head: int, words: language.StanceWords) -> Iterator[FoundHedge]:
    """ "As far as is known", "so the story goes": what is told with the reserve of hearsay."""
    for token in parse.children[head]:
        if parse.lowers[token] == "far" and parse.lowers[token + 1 : token + 2] == ["as"]:
            low, high = parse.subtree(token)
            if any(parse.lemmas[t] in words.knowing for t in range(low, high)):
                yield FoundHedge("possible", parse.span(token, token + 1))
    over = parse.heads[head]
    if (
        parse.lemmas[over] == "go"
        and parse.deps[head] == "ccomp"
        and "so" in (parse.lowers[c] for c in parse.children[over])
    ):
        told = [c for c in parse.children[over] if parse.deps[c] == "nsubj" and parse.lemmas[c] in words.tales]
        yield from (FoundHedge("reported", parse.span(c, c + 1)) for c in told)


LONGEST_ASIDE = 7  # tokens of "it is now widely believed" with its commas


def from_above(
    parse: Parse,
    clause: Clause,
    above: tuple[Clause, ...],
    words: language.StanceWords,
    cues: frozenset[int] = frozenset(),
) -> list[FoundHedge]:
    """Hedges of a clause over this one whose complement this one is: "it is possible that", "there are fears that", "an
    alleged plot to kill"."""
    found = []
    below = clause
    for upper in above:
        dep = bond(parse, below)
        noun = parse.heads[below.head]
        is_thing = parse.pos[noun] == "NOUN" and parse.lemmas[noun] not in people_nouns()
        infinitive = dep in ("advcl", "relcl") and is_infinitive(parse, below.head)
        infinitive = infinitive or _is_participle(parse, below)
        infinitive = infinitive or _is_likened(parse, below)
        if dep == "relcl" and is_thing:
            found.extend(_hedges_of(parse, noun, words))
        if dep != "conj" and is_possible(parse, upper.head):
            found.append(FoundHedge("possible", parse.span(upper.head, upper.head + 1)))
        if dep not in ("ccomp", "acl", "csubj", "xcomp", "pcomp", "conj") and not infinitive:
            break
        if ";" in parse.words[min(below.head, upper.head) : max(below.head, upper.head)]:
            break
        if dep == "conj" and upper.head not in cues and not _has_own(parse, below):
            opened = (mark for mark in conditions(parse, upper.head) if mark < upper.head)
            found.extend(FoundHedge("conditional", parse.span(mark, mark + 1)) for mark in opened)
        if dep == "conj" and _is_contrasted(parse, upper.head, below.head, words):
            break
        if dep == "acl" and is_thing:
            found.extend(_hedges_of(parse, noun, words))
        if dep == "ccomp":
            found.extend(_going_round(parse, upper.head, words))
            found.extend(
                FoundHedge("conditional", parse.span(mark, mark + 1))
                for mark in (conditions(parse, upper.head) if upper.head not in cues else ())
            )
        if dep == "csubj" and _is_presupposed(parse, upper.head, words):
            break
        for token in upper.tokens:
            kind = hedge_kind(parse, token, words)
            if dep == "conj" and token == upper.head and not _shares_have(parse, token, below.head):
                continue  # "is believed to lead them and was charged": the belief is about the first alone
            if dep == "conj" and parse.tags[token] == "MD" and _is_told_anew(parse, upper.head, below.head):
                continue  # "would be safe and quashed the order"
            if (
                dep == "conj"
                and parse.pos[token] in ("ADV", "ADJ")
                and parse.heads[token] == upper.head
                and _has_own(parse, below)
            ):
                continue  # "probably sold the list, and the men who bought it burned two cars"
            if kind and parse.pos[token] == "NOUN" and _is_of_another_clause(parse, token, upper, below):
                continue
            if kind and (
                token == upper.head
                or parse.heads[token] == upper.head
                or parse.heads[below.head] in (token, parse.heads[token])
                or _is_of_what_it_is(parse, token, upper.head)
            ):
                found.append(FoundHedge(kind, parse.span(token, token + 1)))
        below = upper
    return found


def _is_presupposed(parse: Parse, head: int, words: language.StanceWords) -> bool:
    """Whether a predicate says of what is so how it came about: "that he left may be a coincidence"."""
    said = [c for c in parse.children[head] if parse.deps[c] in ("attr", "acomp")]
    return any(parse.lowers[c] in words.ranks for c in said)


def _is_participle(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is a participle that goes on from the one over it: "allegedly worked for them, breaking the
    law"."""
    over = parse.heads[clause.head]
    is_joined = parse.tags[clause.head] == "VBN" and over < clause.head and parse.lemmas[over] == "be"
    if clause.dep != "advcl" or clause.first != clause.head or not (is_joined or parse.tags[clause.head] == "VBG"):
        return False  # "was allegedly drugged, bundled into a van"
    return not any(parse.deps[c] in ("nsubj", "mark", "aux") for c in parse.children[clause.head])


def _is_likened(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is what it looks like: "it looks as if they were followed"."""
    over = parse.heads[clause.head]
    is_like = clause.dep == "advcl" and any(
        parse.lowers[c] in ("like", "as", "if") for c in parse.children[clause.head]
    )
    return is_like and parse.lemmas[over] == "look" and over < clause.head


def _is_of_another_clause(parse: Parse, noun: int, upper: Clause, below: Clause) -> bool:
    """Whether a noun of doubt is about a clause beside the one looked at: "dismissed a report that he filmed them,
    adding that he was on leave"."""
    if not any(parse.deps[c] in CLAUSES and c > noun for c in parse.children[noun]):
        return False
    low, high = parse.subtree(noun)
    return below.dep == "advcl" and not low <= below.head < high and upper.head != noun


def _is_of_what_it_is(parse: Parse, token: int, head: int) -> bool:
    """Whether a word of doubt says of a thing what it is that: "the most likely explanation is that"; or of somebody
    what was done to them, where the parser takes that for what they are: "was allegedly drugged"."""
    noun = parse.heads[token]
    is_being = parse.lemmas[head] == "be" and parse.heads[noun] == head
    if is_being and parse.deps[noun] == "acomp" and parse.tags[noun] == "VBN":
        return parse.pos[token] == "ADV"
    return is_being and parse.deps[token] == "amod" and parse.deps[noun] in ("nsubj", "attr")


def _going_round(parse: Parse, head: int, words: language.StanceWords) -> list[FoundHedge]:
    """The noun of doubt of which a predicate only tells that it is about: "rumours spread that", "fears grew that"."""
    if parse.lemmas[head] == "be":
        first = [c for c in parse.children[head] if parse.deps[c] == "csubj" and parse.lemmas[c] in ("seem", "appear")]
        if first:  # "what seems to have happened is that"
            return [FoundHedge("possible", parse.span(c, c + 1)) for c in first]
    has_it = parse.lemmas[head] == "have" and parse.lowers[head + 1 : head + 2] == ["it"]  # "rumour has it that"
    if parse.lemmas[head] not in words.spreading and not has_it:
        return []
    deps = {parse.deps[c] for c in parse.children[head]}
    places = ("nsubj", "nsubjpass", "attr") if "expl" in deps else ("nsubj", "nsubjpass")
    nouns = [c for c in parse.children[head] if parse.deps[c] in places and parse.pos[c] in ("NOUN", "PROPN")]
    doubts = [c for c in nouns if parse.lowers[c] in words.nouns or parse.lemmas[c] in words.nouns]
    doubts = [c for c in doubts if not any(parse.lowers[below] in words.negations for below in parse.children[c])]
    return [
        FoundHedge(words.nouns.get(parse.lemmas[c], words.nouns.get(parse.lowers[c], "")), parse.span(c, c + 1))
        for c in doubts
    ]


def _shares_have(parse: Parse, upper: int, head: int) -> bool:
    """Whether a joined participle shares the "to have" of the one before it: "are said to have followed the couple,
    threatened their son"."""
    is_to = any(parse.tags[c] == "TO" for c in parse.children[head])
    if parse.deps[parse.heads[head]] == "xcomp" and is_to:
        return True  # "are said to have come in May and to have stayed"
    perfect = [c for c in parse.children[upper] if parse.deps[c] == "xcomp" and c < head]
    is_perfect = any(parse.lowers[c] == "have" for verb in perfect for c in parse.children[verb])
    own = any(parse.deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in parse.children[head])
    return is_perfect and not own and parse.tags[head] in ("VBD", "VBN")


def _is_told_anew(parse: Parse, upper: int, head: int) -> bool:
    """Whether a joined predicate has a tense of its own, so that no modal before the first bears on it; after "may have
    followed" a participle looks like a past tense."""
    is_perfect = any(parse.lemmas[c] == "have" and parse.deps[c] == "aux" for c in parse.children[upper])
    return parse.tags[head] in ("VBD", "VBZ", "VBP") and not is_perfect


def _has_own(parse: Parse, clause: Clause) -> bool:
    """Whether a joined clause has a subject of its own."""
    return any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[clause.head])


def _hedges_of(parse: Parse, noun: int, words: language.StanceWords) -> list[FoundHedge]:
    """The adjectives of doubt before a noun: "an alleged plot"."""
    before = [token for token in parse.children[noun] if token < noun and parse.deps[token] == "amod"]
    kinds = [(token, hedge_kind(parse, token, words)) for token in before]
    return [FoundHedge(kind, words_around(parse, token)) for token, kind in kinds if kind]


def _is_contrasted(parse: Parse, upper: int, head: int, words: language.StanceWords) -> bool:
    """Whether a joined predicate says what is so instead: "ostensibly helped them but in fact spied on them"."""
    between = parse.lowers[upper + 1 : head + 1]
    return any(
        tuple(between[at : at + len(phrase)]) == phrase for phrase in words.contrasts for at in range(len(between))
    )
