"""Antecedents: the subject of the sentences before that a pronoun goes on with."""

import functools
from collections.abc import Iterator

from longarm.codebook.loader import people_nouns
from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.statements.discourse.names import is_name
from longarm.statements.parse import Parse
from longarm.statements.text import Part, Text

SUBJECTS = ("nsubj", "nsubjpass")
WINDOW = 2  # sentences before the one of a pronoun that it may go on from
SHORTEST_TITLE = 2  # letters of "MP" and "Mr", which are no short form of a body


def subject_before(part: Part, pronoun: int, kind: str) -> int | None:
    """The subject that a pronoun goes on with: the first fitting one of its own sentence, else of the two before.

    A country that the words before "it says" are about hardly speaks of itself: it comes last.
    """
    parse = part.parse
    here = parse.sentence_of(pronoun)
    told_of, stop, index = None, max(-1, here - 3), here + 1
    while index - 1 > stop:
        index -= 1
        first, last = parse.sentences[index]
        if index != here and (same := _same_before(parse, index, pronoun)) is not None:
            last, stop = same, max(-1, index - 3)  # "it" goes on with what "it" was
        for noun in _subjects(parse, first, min(last, pronoun), pronoun):
            token = _claimant(parse, noun, kind)
            if not _fits(part, token, kind) or _is_other(part, token, pronoun):
                continue
            is_here = index == here
            if _is_last(part, token, pronoun, kind, last, is_here):
                told_of = token if told_of is None else told_of
            else:
                return token
    return told_of


def _subjects(parse: Parse, first: int, last: int, pronoun: int) -> list[int]:
    """The nouns among some tokens that are subjects, in order; for a pronoun that speaks, who says the main clause
    comes before what it tells, and before a clause that precedes it ("After the poet fled, her brother said ...")."""
    verbs = attributions.load("en").verbs
    found = [t for t in range(first, last) if parse.deps[t] in SUBJECTS and parse.pos[t] in ("NOUN", "PROPN")]
    if len(found) < 2 or parse.deps[parse.heads[found[0]]] not in ("advcl", "ccomp"):
        return found
    over = parse.heads[parse.heads[pronoun]] if parse.tags[pronoun] == "PRP$" else parse.heads[pronoun]
    if parse.lemmas[over] not in verbs:
        return found
    return sorted(
        found, key=lambda t: parse.deps[parse.heads[t]] != "ROOT" or parse.lemmas[parse.heads[t]] not in verbs
    )


def _is_last(part: Part, token: int, pronoun: int, kind: str, last: int, is_here: bool) -> bool:
    """Whether a noun comes last among those that a pronoun may stand for: it is only what somebody tells of."""
    if is_here:
        return is_told_of(part, token, pronoun) or (kind == "person" and _is_tagged(part, token, pronoun))
    return _is_place_told_of(part, token, last, kind) or _is_somebody_told_of(part, token, pronoun)


def _is_tagged(part: Part, token: int, pronoun: int) -> bool:
    """Whether a noun is within what a tag behind it tells: "Officials said that the man was inside, she said"."""
    parse, verb = part.parse, part.parse.heads[pronoun]
    cue = attributions.load("en").verbs.get(parse.lemmas[verb])
    is_behind = parse.lowers[pronoun - 1] in (",", '"', "”") and parse.deps[pronoun] == "nsubj" and verb == pronoun + 1
    return is_behind and cue is not None and cue.kind == "speech" and parse.deps[parse.heads[token]] == "ccomp"


def _is_somebody_told_of(part: Part, token: int, pronoun: int) -> bool:
    """Whether a noun is of somebody new within what a sentence before tells: "He said that a man came"."""
    parse, verb = part.parse, part.parse.heads[token]
    if parse.deps[verb] != "ccomp" or not any(parse.lowers[c] in ("a", "an") for c in parse.children[token]):
        return False
    verbs = attributions.load("en").verbs
    return parse.lemmas[parse.heads[verb]] in verbs and parse.lemmas[parse.heads[pronoun]] in verbs


def subject_in(part: Part, first: int, last: int, kind: str, pronoun: str) -> int | None:
    """The first subject of a sentence of an earlier passage that a pronoun may go on with."""
    parse, others = part.parse, language.load("en").others_than.get(pronoun, ())
    for noun in range(first, last):
        if parse.deps[noun] not in ("nsubj", "nsubjpass") or parse.pos[noun] not in ("NOUN", "PROPN"):
            continue
        token = _claimant(parse, noun, kind)
        is_quoted = any(q.start <= parse.starts[token] < q.end for q in part.quotes)
        if _fits(part, token, kind) and not is_quoted and parse.lemmas[token] not in others:
            return token
    return None


def accused_in(part: Part, first: int, last: int, pronoun: str) -> int | None:
    """Of whom somebody tells in a sentence, as whoever denies it next: "X said the clerk had lied. He denies this"."""
    parse, others = part.parse, language.load("en").others_than.get(pronoun, ())
    for token in range(first, last):
        verb = parse.heads[token]
        is_told = parse.deps[token] in ("nsubj", "nsubjpass") and parse.deps[verb] == "ccomp"
        is_blamed = parse.deps[token] == "dobj" and parse.deps[verb] == "ROOT"
        if not (is_told or is_blamed) or parse.pos[token] not in ("NOUN", "PROPN") or parse.lemmas[token] in others:
            continue
        if _are_several(parse, token) if pronoun == "they" else _fits(part, token, "person"):
            return token
    return None


def _are_several(parse: Parse, token: int) -> bool:
    return parse.tags[token] == "NNS" and parse.lemmas[token] in _people()


@functools.cache
def _people() -> frozenset[str]:
    """Nouns for people: for what they are, whose kin, what they do."""
    words = language.load("en")
    return words.persons | words.kin | words.callings | frozenset(people_nouns())


def passages_before(text: Text, part: Part, token: int) -> Iterator[tuple[Part, int, int]]:
    """(passage, first token, one past the last) of the sentences of earlier passages, the last first, that are among
    the two before the sentence of a token; headlines and captions are no passages that a text goes on from."""
    left = WINDOW - part.parse.sentence_of(token)
    index = next(i for i, own in enumerate(text.parts) if own is part)
    for there in reversed(text.parts[max(0, index - WINDOW) : index]):
        if there.passage.kind in ("headline", "caption") or left <= 0:
            return
        for first, last in reversed(there.parse.sentences):
            if left > 0:
                yield there, first, last
            left -= 1


def _claimant(parse: Parse, noun: int, kind: str) -> int:
    """Whose words a noun is, for a noun of words: "the consul's denial came late; nobody was inside, he wrote"."""
    words = language.load("en")
    is_work = parse.lemmas[noun] in words.works
    if (is_work and kind != "person") or not (
        is_work or parse.lemmas[noun] in words.claimed | words.replies | words.spoken
    ):
        return noun  # "it says" after "X's report" is the report
    return next((c for c in parse.children[noun] if parse.deps[c] == "poss" and parse.pos[c] != "PRON"), noun)


def _same_before(parse: Parse, index: int, pronoun: int) -> int | None:
    """The same pronoun as the subject of the main clause of a sentence before, or of its tag ("..., he said")."""
    first, last = parse.sentences[index]
    main = [t for t in range(first, last) if parse.deps[t] in ("ROOT", "parataxis")]
    subjects = (c for verb in main for c in parse.children[verb] if parse.deps[c] == "nsubj")
    return next((c for c in subjects if parse.lowers[c] == parse.lowers[pronoun]), None)


def _is_place_told_of(part: Part, token: int, last: int, kind: str) -> bool:
    """Whether a noun is a place of which somebody behind it tells: "Italy is unsafe, the group says"."""
    parse = part.parse
    if kind != "organisation" or not any(f <= token < e and label == "GPE" for f, e, label in parse.entities):
        return False
    verbs = attributions.load("en").verbs
    behind = (t for t in range(token + 1, last) if parse.deps[t] == "nsubj" and parse.lemmas[parse.heads[t]] in verbs)
    return any(_fits(part, t, kind) and parse.pos[t] in ("NOUN", "PROPN") for t in behind)


def _is_other(part: Part, token: int, pronoun: int) -> bool:
    """Whether a subject stands in somebody's quotation where the pronoun does not, is of the other sex, or acts on whom
    the pronoun stands for ("the agency quoted him")."""
    parse = part.parse
    quoted = any(
        q.start <= parse.starts[token] < q.end and not q.start <= parse.starts[pronoun] < q.end for q in part.quotes
    )
    return quoted or parse.lemmas[token] in language.load("en").others_than.get(parse.lowers[pronoun], ())


def is_told_of(part: Part, subject: int, pronoun: int) -> bool:
    """Whether a noun is only what is told of by the pronoun behind it: a place ("Italy hosts eleven of them, it says"),
    or somebody without a name ("the man, he added, was beaten")."""
    parse = part.parse
    verb, told = parse.heads[pronoun], parse.heads[subject]
    is_told = parse.deps[told] == "ccomp" and parse.heads[told] == verb
    is_told = is_told or (parse.deps[verb] in ("parataxis", "ccomp") and parse.heads[verb] == told)
    if not is_told or subject > pronoun:
        return False
    if is_aside(part, subject, pronoun):
        return True
    if parse.pos[subject] == "NOUN":
        return parse.lowers[pronoun] in ("he", "she")
    return any(first <= subject < last and label == "GPE" for first, last, label in parse.entities)


def is_aside(part: Part, subject: int, pronoun: int) -> bool:
    """Whether a pronoun and its verb stand between a noun and what is told of that: "The offer, it said, was new"."""
    return subject < pronoun < part.parse.heads[subject] and part.parse.lowers[pronoun - 1] == ","


def subject_after(part: Part, pronoun: int, kind: str) -> int | None:
    """The subject that "its" in a phrase before it stands for: "by its own account, the ministry has ..."."""
    parse = part.parse
    first, last = parse.sentences[parse.sentence_of(pronoun)]
    phrase = parse.heads[parse.heads[pronoun]]
    if phrase != first or parse.deps[phrase] != "prep":
        return None
    subjects = [
        c for c in parse.children[parse.heads[phrase]] if parse.deps[c] in ("nsubj", "nsubjpass") and c > pronoun
    ]
    return next((token for token in subjects if token < last and _fits(part, token, kind)), None)


def _fits(part: Part, token: int, kind: str) -> bool:
    """Whether a noun may be what a pronoun of one person, or of one body, stands for."""
    parse, words = part.parse, language.load("en")
    known = _people()
    is_person = (
        (parse.lemmas[token] in known and (parse.tags[token] == "NN" or parse.words[token].islower()))
        or _is_surname(part, token)
        or any(
            m.span.start < parse.ends[token] and parse.starts[token] < m.span.end and not _is_short(m.span.words)
            for m in part.people
        )
    )
    if kind == "organisation" and parse.lemmas[token] in words.organisations and parse.words[token].islower():
        is_person = False  # "the broadcaster", who may be a person as well
    bodies = words.organisations | words.referring_works
    body = is_name(parse, token) or parse.lemmas[token] in bodies or _tells(parse, token)
    speaks = attributions.load("en").verbs.get(parse.lemmas[parse.heads[token]])  # "the inn denied ... its owner"
    body = body or (speaks is not None and speaks.kind == "speech" and parse.tags[token] == "NN")
    if parse.lowers[token] == "police":
        return kind == "organisation"
    fits = is_person if kind == "person" else body and not is_person
    return fits and parse.tags[token] not in ("NNS", "NNPS")


def _tells(parse: Parse, token: int) -> bool:
    """Whether a noun is of a work that says or finds something: "The assessment concluded ... It also names"."""
    cue = attributions.load("en").verbs.get(parse.lemmas[parse.heads[token]])
    is_telling = cue is not None and cue.kind in ("speech", "finding") and parse.deps[token] == "nsubj"
    return is_telling and parse.lemmas[token] in language.load("en").works


def _is_short(name: str) -> bool:
    """Whether a name has a short form in capitals, which is a body's: "CNN Turk"."""
    return any(len(word) > SHORTEST_TITLE and word.isalpha() and word.isupper() for word in name.split())


def _is_surname(part: Part, token: int) -> bool:
    """Whether a name of one word is somebody's, as far as the parser sees, and no place."""
    parse = part.parse
    if any(t.span.start <= parse.starts[token] < t.span.end for t in part.toponyms):
        return False
    return any(first == token == last - 1 and label == "PERSON" for first, last, label in parse.entities)
