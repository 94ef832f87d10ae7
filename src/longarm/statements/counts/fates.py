"""Fates: what befell the people that a number counts, which selects the measure that it is a figure of."""

import functools

from longarm.languages import clauses as clause_words
from longarm.languages import stance
from longarm.statements.counts import measures
from longarm.statements.parse import Parse
from longarm.statements.stance.sought import is_only_meant, is_sought

_OF = frozenset({"of", "against", "on", "for", "among"})
_ABOUT = frozenset({"on", "about", "regarding", "concerning", "with"})  # what a thing tells of or has with it


def by_predicate(parse: Parse, head: int) -> tuple[str, ...]:
    """The measures that what happened to the people counted selects; several for "the arrest and indictment of two"."""
    nouns = _event_nouns(parse, head)
    if nouns:
        return nouns
    if befell := _befell(parse, head):
        return (befell,)
    for verb, is_subject in _event_verbs(parse, head):
        transitive = any(parse.deps[child] in ("dobj", "obj") for child in parse.children[verb])
        does = is_subject and transitive
        if (does and parse.lemmas[verb] not in clause_words.load("en").receiving) or _is_undone(parse, verb):
            continue
        for phrase in _phrases(parse, verb)[: -1 if does else None]:
            if selected := _selected(parse, head, phrase):
                return (selected,)
    return ()


def is_deed(parse: Parse, verb: int, measure: str) -> bool:
    """Whether a verb, with its particle or object, selects a measure."""
    phrases = _phrases(parse, verb)
    known = ((*measures.verbs().get(phrase, ()), *measures.of_things().get(phrase, ())) for phrase in phrases)
    return any(one.id == measure for found in known for one in found)


def of_thing(parse: Parse, head: int, measure: str) -> str:
    """The measure of what befell things of another measure ("Italy closed 11 stations"), else that other one."""
    for verb, is_subject in _event_verbs(parse, head):
        transitive = any(parse.deps[child] in ("dobj", "obj") for child in parse.children[verb])
        if parse.deps[head] not in _THINGS or (is_subject and transitive) or is_only_meant(parse, verb):
            continue
        for phrase in _phrases(parse, verb):
            for known in measures.of_things().get(phrase, ()):
                if measure in known.of:
                    return known.id
    return measure


_THINGS = frozenset({"dobj", "nsubjpass", "nsubj", "conj", "pobj"})


def _is_undone(parse: Parse, verb: int) -> bool:
    """Whether a step is one that somebody would not take, or only means to, so that its count is of nobody:
    "declined to prosecute", "sought to arrest"."""
    is_step = any(measure.id in _STEPS for measure in measures.verbs().get(parse.lemmas[verb], ()))
    return is_step and is_only_meant(parse, verb)


_STEPS = frozenset({"charged", "arrested", "detained", "convicted", "expelled", "sanctioned"})


def _selected(parse: Parse, head: int, phrase: str) -> str:
    """The first measure that a phrase selects for those counted, or empty."""
    for measure in measures.verbs().get(phrase, ()):
        if measure.id == measures.RELATIVES and parse.lemmas[head] not in measure.nouns:
            continue
        is_spared = not measure.spared or phrase in measure.spared
        if not is_spared or measure.spares.isdisjoint(_names(parse, head)):
            return measure.id
    return ""


def _names(parse: Parse, head: int) -> list[str]:
    """The noun of those counted; of a bare number that of the whole: "three of the suspects"."""
    of = [c for c in parse.children[head] if parse.lowers[c] == "of" and c > head]
    return [parse.lemmas[head], *(parse.lemmas[c] for one in of for c in parse.children[one])]


def of_own(parse: Parse, head: int) -> tuple[str, ...]:
    """The measure of what is told of those counted in their own phrase: "the kin of | 12 activists detained at sea"."""
    told = [c for c in parse.children[head] if parse.deps[c] in ("acl", "relcl") and parse.tags[c] == "VBN"]
    return tuple(found for verb in told[:1] if (found := _selected(parse, head, parse.lemmas[verb])))


def _is_number(parse: Parse, token: int) -> bool:
    return parse.pos[token] == "NUM" or parse.tags[token] == "CD"


def _befell(parse: Parse, head: int) -> str:
    """The measure of a participle or adjective that stands for the people ("35 of the slain") or right after them, as
    in the style of headlines: "six dead", "58 killed", "four guards killed, two hurt"."""
    if parse.tags[head] in ("VBN", "JJ") and parse.deps[head] == "pobj":
        return _by_verb(parse, head)
    after = head + 1
    if after >= len(parse) or not _by_verb(parse, after):
        return ""
    is_adjective = parse.pos[after] == "ADJ" and parse.heads[after] != head - 1
    return _by_verb(parse, after) if is_adjective or _is_participle(parse, head, after) else ""


def _by_verb(parse: Parse, token: int) -> str:
    """The first measure of those whom a verb befalls, whoever they are."""
    known = measures.verbs().get(parse.lemmas[token], ())
    return next((measure.id for measure in known if measure.id != measures.RELATIVES), "")


def _is_participle(parse: Parse, head: int, verb: int) -> bool:
    """Whether a past form after people is a participle: it has no object but a further number
    ("six killed ten hurt")."""
    if parse.tags[verb] not in ("VBN", "VBD"):
        return False
    objects = [
        child for child in parse.children[verb] if parse.deps[child] in ("dobj", "ccomp", "xcomp") and child > verb
    ]
    return all(
        _is_number(parse, child) or any(_is_number(parse, c) for c in parse.children[child])
        for child in objects
        if verb + 1 in range(*parse.subtree(child))
    )


def _event_nouns(parse: Parse, head: int) -> tuple[str, ...]:
    """Nouns of events that govern the people: "the arrest of", "charges filed against"."""
    preposition = parse.heads[head]
    if parse.deps[head] != "pobj" or parse.lowers[preposition] not in _OF:
        return ()
    governor = parse.heads[preposition]
    if parse.pos[governor] == "VERB" and parse.lowers[preposition] == "against":
        governor = _brought(parse, governor)
    if parse.pos[governor] == "VERB" and parse.lowers[preposition] == "for":
        return ()  # "held a session for 80 people"
    if parse.pos[governor] == "VERB" and parse.lowers[preposition] == "on":
        return ()  # "held files on 80 people"
    if parse.pos[governor] == "VERB" and parse.deps[governor] in ("acl", "relcl"):
        governor = parse.heads[governor]
    chain = [governor]
    while parse.deps[chain[-1]] == "conj" and len(chain) < 5 and parse.pos[governor] != "VERB":
        chain.append(parse.heads[chain[-1]])
    chain += [c for c in parse.children[governor] if parse.deps[c] == "conj" and parse.pos[c] == "NOUN" and c < head]
    found = []
    for noun in sorted(set(chain)):
        if parse.pos[noun] not in ("NOUN", "PROPN", "VERB") or is_sought(parse, noun):
            continue
        lemma = parse.lemmas[noun]
        taken = f"{parse.lemmas[parse.heads[noun]]} {lemma}"  # "claimed the lives of"
        if lemma in measures.kin():
            continue  # "the families of nine students": nothing befell the nine
        for phrase in (f"{lemma} {parse.lowers[preposition]}", taken, lemma):
            known = (*measures.verbs().get(phrase, ()), *measures.nouns().get(phrase, ()))
            selected = [m for m in known if m.verbs and (m.id != measures.RELATIVES or parse.lemmas[head] in m.nouns)]
            if selected:
                found.append(selected[0].id)
                break
    return tuple(dict.fromkeys(found))


def _brought(parse: Parse, verb: int) -> int:
    """What a verb brings against somebody, else the verb: "a total of 63 | charges | were brought against nine men"."""
    nouns = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "nsubjpass")]
    below = [o for n in nouns for c in parse.children[n] if parse.lowers[c] == "of" for o in parse.children[c]]
    known = (n for n in (*below, *nouns) if f"{parse.lemmas[n]} against" in measures.verbs())
    return next(known, verb)


def _event_verbs(parse: Parse, head: int) -> list[tuple[int, bool]]:
    """The predicates that people take part in, the nearest first, with whether they are the active subject."""
    told = [c for c in parse.children[head] if parse.deps[c] in ("acl", "relcl") and not _is_of_some(parse, c)]
    found = [
        (c, any(parse.deps[who] == "nsubj" and parse.tags[who] in _WHO for who in parse.children[c])) for c in told
    ]
    aside = [one for one in found if parse.deps[one[0]] == "relcl" and _is_set_off(parse, head, one[0])]
    found = [one for one in found if one not in aside]
    return [*found, *_above(parse, head), *aside]


def _above(parse: Parse, head: int) -> list[tuple[int, bool]]:
    """The predicate over those counted, with whether they are its active subject."""
    found: list[tuple[int, bool]] = []
    at = head
    for _ in range(6):
        if at != head and (parse.pos[at] in ("VERB", "AUX") or (parse.pos[at] == "ADJ" and _by_verb(parse, at))):
            break
        if parse.heads[at] == at:
            if not _acts_on(parse, at, head):
                return found
            break
        if parse.deps[at] == "prep" and parse.lowers[at] == "for" and parse.pos[parse.heads[at]] == "VERB":
            return found  # "held a session for 80 people"
        if parse.lowers[at] == "by" and parse.tags[parse.heads[at]] == "VBN" and parse.deps[head] == "pobj":
            return found  # "was followed by two men": those who did it
        if parse.deps[at] == "prep" and parse.lowers[at] in _ABOUT and parse.pos[parse.heads[at]] == "NOUN":
            return found  # "stole data on 500 officers"
        at = parse.heads[at]
    active = any(parse.deps[c] == "nsubj" and _is_below(parse, head, c) for c in parse.children[at])
    found.append((at, active))
    return found


def _is_below(parse: Parse, token: int, top: int) -> bool:
    while token != top and parse.heads[token] != token:
        token = parse.heads[token]
    return token == top


def _is_set_off(parse: Parse, head: int, verb: int) -> bool:
    """Whether a comma parts a relative clause from those it tells of: "two men, who had been held in Peru, were"."""
    first = parse.subtree(verb)[0]
    return first > head and parse.words[first - 1] == ","


def _acts_on(parse: Parse, root: int, head: int) -> bool:
    """Whether those counted are the object of a word that the parser took for a noun: "an indictment charges 34"."""
    return root != head and any(parse.deps[c] == "dobj" and c <= head for c in parse.children[root])


def _is_of_some(parse: Parse, verb: int) -> bool:
    """Whether a clause tells of some of those counted: "12 people, five of whom were charged"."""
    who = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass", "dobj", "prep")]
    return any(
        parse.lowers[below] in ("whom", "which") and parse.lowers[parse.heads[below]] in ("of", "among")
        for c in who
        for below in range(*parse.subtree(c))
    )


_WHO = frozenset({"WP", "WDT"})  # "three agents, who warned her": those who did it


@functools.cache
def _raising() -> frozenset[str]:
    """Verbs that only say how sure what hangs on them is: "are believed to have died"."""
    return frozenset(
        {*stance.load("en").predicates, "estimate", "know", "confirm", "find", "state", "show", "announce"}
    )


def _phrases(parse: Parse, verb: int) -> list[str]:
    """The verb with its particle, complement or object, the longest first, then the verb alone."""
    lemma = parse.lemmas[verb]
    found = []
    for child in parse.children[verb]:
        dep = parse.deps[child]
        if dep == "xcomp" or (dep == "ccomp" and any(parse.tags[c] == "TO" for c in parse.children[child])):
            found.append(f"{lemma} to {parse.lemmas[child]}")
            if lemma in _raising():
                found.extend(_phrases(parse, child))  # "are estimated to have been killed"
            found.extend(f"{lemma} to {phrase}" for phrase in _phrases(parse, child)[:1])
        elif dep in ("prt", "prep", "advmod", "acomp", "oprd", "agent"):
            found.append(f"{lemma} {parse.lemmas[child]}")
            if dep in ("acomp", "oprd") and lemma in _raising():
                found.append(parse.lemmas[child])  # "are feared dead"
            found.extend(
                f"{lemma} {parse.lowers[child]} {parse.lemmas[below]}"
                for below in parse.children[child]
                if parse.deps[below] in ("pobj", "pcomp")
            )
        elif dep in ("dobj", "attr", "advcl"):
            found.append(f"{lemma} {parse.lemmas[child]}")
        if dep in ("dobj", "nsubjpass"):  # "stripped 94 poets of their citizenship"
            found.extend(
                f"{lemma} of {parse.lemmas[below]}"
                for of in parse.children[child]
                if parse.lowers[of] == "of"
                for below in parse.children[of]
            )
    return [*sorted(found, key=lambda phrase: -len(phrase)), lemma]
