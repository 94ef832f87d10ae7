"""Called: which person of a text "the activist" or "the minister" stands for, by the words that stand with names."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from longarm.languages import discourse as language
from longarm.languages import people
from longarm.statements.discourse.named import Discourse
from longarm.statements.parse import Parse
from longarm.statements.text import Part, Text


@dataclass(frozen=True, slots=True)
class Calling:
    """One place where a noun calls somebody, or somebody else, what "the ..." goes on with.

    Attributes:
        name: of the person; empty where only a nation or a body stands with the noun ("the Belgian minister").
        start: character of the noun.
        is_definite: whether it is "the activist X", of one whom the text is about, and not "X, an activist".
    """

    name: str
    start: int
    is_definite: bool


def person(part: Part, discourse: Discourse, token: int) -> str:
    """The name of the person whose name a token belongs to, in its longest form; empty for any other token."""
    parse = part.parse
    for mention in part.people:
        if mention.span.start < parse.ends[token] and parse.starts[token] < mention.span.end:
            is_body = mention.span.words.lower() in language.load("en").organisations  # "the Observatory"
            return "" if is_body else full_name(discourse, mention.span.words)
    return ""


def full_name(discourse: Discourse, name: str) -> str:
    """The longest form of a person's name in the text; the name itself where it is the surname of several people."""
    words = people.load("en")
    longer = [own for own in discourse.people if own.endswith((f" {name}", f"-{name}"))]
    if " " in name:  # "Abdel Rahman" is no first name
        longer = [own for own in longer if own.split()[0].lower() in words.given]
    elif name.lower() in words.given | words.family_first:
        longer += [own for own in discourse.people if own.startswith(f"{name} ")]
    longer = [own for own in longer if all(w[0].isupper() or w.lower() in words.particles for w in own.split())]
    longest = max(longer, key=len, default=name)
    return longest if all(_is_form(own, longest) for own in longer) else name


def _is_form(name: str, full: str) -> bool:
    """Whether a name holds no word that the fuller form of it has not: no brother or sister of whom it is."""
    return set(name.replace("-", " ").split()) <= set(full.replace("-", " ").split())


def full_body(discourse: Discourse, name: str) -> str:
    """The full name of the body that a part of it names: "the Observatory", "the Far Shore Observatory" for the "Far
    Shore Observatory for Exiles"; the name itself where several bodies of the text are called so."""
    if name.isupper() or name.lower() in language.load("en").shared_names:
        return name
    bodies = {party.name for party in discourse.parties if party.kind == "organisation" and party.name != name}
    longer = {body for body in bodies if _is_part(name, body)}
    longest = max(longer, key=lambda body: (len(body), body), default=name)
    return longest if all(_is_part(body, longest) or body == longest for body in longer) else name


def _is_part(name: str, body: str) -> bool:
    """Whether a name is what a longer one begins with or is headed by."""
    head = _OF.split(body, maxsplit=1)[0]
    return body.startswith(f"{name} ") or head.endswith(f" {name}") or (head == name != body)


_OF = re.compile(r" (?:of|for|on|to|in|at) ")


def holder(part: Part, discourse: Discourse, noun: int) -> str:
    """The person whom a noun says what she is: "Interior Minister Ana Example", "Ana Example, an artist and activist",
    "Ana Example is an activist", "the activist, known as Ana Example"."""
    parse = part.parse
    for mention in part.people:
        if mention.office and mention.office.start <= parse.starts[noun] < mention.office.end:
            return full_name(discourse, mention.span.words)
    first = noun
    while parse.deps[first] == "conj":
        first = parse.heads[first]
    near = [*within(parse, noun), *(c for c in parse.children[noun] if parse.deps[c] == "appos")]
    if parse.deps[first] == "appos":
        near.append(parse.heads[first])
    return next((found for token in near if (found := person(part, discourse, token))), "")


def within(parse: Parse, token: int) -> tuple[int, ...]:
    """What a token of a name hangs on within the name."""
    found = []
    while parse.deps[token] in ("compound", "nmod", "flat", "amod", "det") and parse.heads[token] != token:
        token = parse.heads[token]
        found.append(token)
    return tuple(found)


def last_called(
    text: Text, discourse: Discourse, part: Part, head: int, spoken: Sequence[tuple[str, int]]
) -> str | None:
    """The person last called what a noun says; empty where the text has several and does not tell which it means, None
    where it calls nobody so.

    With an office ("the minister") it is who was named with it last. Of several whom the text calls activists it is the
    last while nobody else has spoken since, else the only one who is "the activist X".
    """
    lemma, char = part.parse.lemmas[head], part.parse.starts[head]
    targets = language.load("en").callings_alike[0]
    known = [c for c in _callings(text, discourse, {lemma}) if c.start < char]
    if not known and lemma in targets:
        known = [c for c in _callings(text, discourse, targets) if c.start < char and c.name]
        if len({c.name for c in known}) > 1:
            return ""
    if not known or not known[-1].name:
        return None
    last = known[-1]
    others = any(name != last.name and last.start < where < char for name, where in spoken)
    if lemma not in targets or not others or len({c.name for c in known}) == 1:
        return last.name
    definite = {c.name for c in known if c.is_definite and c.name}
    return definite.pop() if len(definite) == 1 else ""


def _callings(text: Text, discourse: Discourse, lemmas: Container[str]) -> Iterator[Calling]:
    """Every place where a text calls somebody by one of the nouns, in order."""
    for part in text.parts:
        parse = part.parse
        for token in (t for t, own in enumerate(parse.lemmas) if own in lemmas):
            name = holder(part, discourse, token)
            is_definite = any(
                parse.lowers[c] == "the" for own in (token, *within(parse, token)) for c in parse.children[own]
            )
            if name or bears_name(parse, token, parse.lemmas[token]):
                yield Calling(name, parse.starts[token], is_definite)


def bears_name(parse: Parse, token: int, lemma: str) -> bool:
    """Whether a noun has a name with it that tells which it is: "Chinese embassy", "Court of Appeal"."""
    if parse.lemmas[token] != lemma or parse.pos[token] not in ("NOUN", "PROPN"):
        return False
    modifiers = [c for c in parse.children[token] if parse.deps[c] in ("amod", "compound", "poss", "nmod")]
    if parse.pos[token] == "PROPN" or lemma in language.load("en").organisations:
        of = [c for c in parse.children[token] if parse.lowers[c] == "of"]
        modifiers += [t for c in of for t in range(*parse.subtree(c)) if parse.pos[t] == "PROPN"]
    return any(parse.words[c][0].isupper() for c in modifiers)


def may_be_called(text: Text, discourse: Discourse, name: str, lemma: str) -> bool:
    """Whether somebody may be "the activist": the text calls her nothing, the same, or something alike."""
    own = {
        part.parse.lemmas[token]
        for part in text.parts
        for token in range(len(part.parse))
        if part.parse.lemmas[token] in _roles() and holder(part, discourse, token) == name
    }
    families = language.load("en").callings_alike
    if not own or lemma in own or not any(lemma in alike for alike in families):
        return True
    return any(lemma in alike and own & alike for alike in families)


def _roles() -> frozenset[str]:
    words = language.load("en")
    return words.persons | words.callings | frozenset().union(*words.callings_alike)
