"""Refusals: verbs of denying with what is withheld, asked for or sent away, which is done, and denies nothing."""

from longarm.codebook.loader import people_nouns
from longarm.languages import discourse
from longarm.languages import stance as language
from longarm.statements.parse import Parse


def refuses(parse: Parse, verb: int) -> bool:
    """Whether a verb of denying tells of a deed: "denied him a passport", "dismissed the appeal", "dismissed the
    minister"; not of what somebody says is not so ("denied any contact")."""
    words = language.load("en")
    objects = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "nsubjpass")]
    if not objects:
        return False
    if parse.lemmas[verb] in words.disowning and (len(objects) > 1 or _is_given(parse, verb)):
        return True
    counted = [
        c for noun in objects for of in parse.children[noun] if parse.lowers[of] == "of" for c in parse.children[of]
    ]
    if parse.lemmas[verb] in words.removing and any(is_person(parse, noun) for noun in counted):
        return True  # "dismissed thousands of public servants"
    return any(
        parse.lemmas[noun] in words.requested
        or (parse.lemmas[verb] in words.disowning and parse.lemmas[noun] in words.withheld)
        or (parse.lemmas[verb] in words.removing and is_person(parse, noun))
        for noun in objects
    )


def _is_given(parse: Parse, verb: int) -> bool:
    """Whether somebody is named to whom it would be given: "denied exiles papers", "exiles are denied papers"."""
    if any(parse.deps[c] == "dative" for c in parse.children[verb]):
        return True
    return any(parse.deps[c] == "nsubjpass" and is_person(parse, c) for c in parse.children[verb])


def is_person(parse: Parse, noun: int) -> bool:
    """Whether a noun is of people, by their kind, office or name, or counts them ("thousands of clerks")."""
    counted = [g for c in parse.children[noun] if parse.lowers[c] == "of" for g in parse.children[c]]
    if any(is_person(parse, c) for c in counted):
        return True  # "thousands of clerks"
    if parse.lemmas[noun] in language.load("en").removable:
        return True
    if parse.lemmas[noun] in people_nouns() or parse.lemmas[noun] in discourse.load("en").persons:
        return True
    return any(first <= noun < last and label == "PERSON" for first, last, label in parse.entities)
