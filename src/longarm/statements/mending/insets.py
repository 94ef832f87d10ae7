"""Insets: who says it, set between commas within what is said, with the word of saying first."""

from dataclasses import dataclass

from longarm.languages import attributions
from longarm.statements.attributions import tags
from longarm.statements.parse import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SPEAKER = NOMINAL | {"DET", "ADJ", "ADP", "PART", "CCONJ", "ADV"}
HELPING = frozenset({"has", "have", "had", "'s", "'ve"})
HELPED = frozenset({"aux", "auxpass"})
SUBORDINATE = frozenset({"ccomp", "parataxis", "relcl", "acl", "advcl"})
BEGINNING = frozenset({*FINITE, "MD", "VBN"})
LINKED = frozenset({"DET", "NOUN", "ADJ", "PROPN", "ADP", "NUM"})
HELPERS = frozenset({"have", "be", "will", "would", "may", "might", "can", "could", "shall", "should", "must", "do"})
LONGEST_INSET = 22  # tokens between the commas of an inset
LONGEST_HELP = 3  # steps from the first word behind an inset to its verb
LONGEST_AFTER = 6  # tokens between who says it and the comma that closes the inset ("announced the ministry on Monday")


def said(parse: Parse, comma: int) -> None:
    """ "The aim, said one professor, is to ...": who stands behind the word of saying speaks; what stands before it is
    the subject of what follows."""
    verb = comma + 1
    if verb >= len(parse) or parse.tags[verb] not in FINITE or not _tells(parse, verb):
        return
    before = next((c for c in parse.children[verb] if parse.deps[c] in SUBJECTS and c < comma), None)
    speaker = next((c for c in parse.children[verb] if c > verb and parse.pos[c] in ("NOUN", "PROPN", "NUM")), None)
    if before is None or speaker is None or parse.subtree(speaker)[0] != verb + 1:
        return
    close = _close(parse, verb, speaker)
    told = None if close is None else _told(parse, verb, close)
    if told is None or not _speaks(parse, speaker):
        return
    if parse.heads[told] == verb:
        parse.hang(told, parse.heads[verb] if parse.heads[verb] != verb else told)
        parse.deps[told] = parse.deps[verb]
    for child in [c for c in parse.children[verb] if c < comma or (parse.pos[c] == "PUNCT" and c > told)]:
        parse.hang(child, told)
    is_passive = any(parse.deps[c] == "auxpass" for c in parse.children[told])
    parse.deps[before] = "nsubjpass" if is_passive else "nsubj"
    parse.hang(verb, told)
    parse.deps[verb], parse.deps[speaker] = "parataxis", "nsubj"


@dataclass(frozen=True, slots=True)
class Inset:
    """A clause of saying between two commas, within what is said.

    Attributes:
        first, last: the sentence.
        helps: the first of the words before the inset that help the verb behind it; the comma where there are none.
        comma, close: the commas.
        verb: the word of saying.
        main: the verb of what is said.
    """

    first: int
    helps: int
    comma: int
    verb: int
    close: int
    main: int
    last: int


def told(parse: Parse, comma: int) -> None:
    """ "The desks, the ministry has said in a reply, were closed": what stands between the commas is a clause of its
    own, and what stands before them is the subject of what follows."""
    inset = _inset(parse, comma)
    if inset is None:
        return
    helper = next((t for t in range(comma + 1, inset.verb) if parse.pos[t] == "AUX"), inset.verb)
    before, speaker = _tops(parse, inset.first, inset.helps), _tops(parse, comma + 1, helper)
    if not (before and speaker):
        return
    _lift(parse, inset)
    _hang(parse, before, inset.main)
    _hang(parse, speaker, inset.verb)
    _sort(parse, inset, before)
    is_passive = any(parse.deps[c] == "auxpass" for c in parse.children[inset.main])
    parse.deps[inset.verb], parse.deps[speaker[0]] = "parataxis", "nsubj"
    parse.deps[before[0]] = "nsubjpass" if is_passive else "nsubj"
    if parse.tags[inset.main] == "VBN" and not HELPED & {parse.deps[c] for c in parse.children[inset.main]}:
        parse.tags[inset.main] = "VBD"


def _inset(parse: Parse, comma: int) -> Inset | None:
    """The inset that a comma opens, where what stands before it has no finite verb of its own."""
    end = min(comma + LONGEST_INSET, len(parse) - 1)
    close = next((t for t in range(comma + 2, end) if parse.words[t] == ","), None)
    if close is None or (parse.tags[close + 1] not in BEGINNING and parse.lemmas[comma - 1] not in HELPERS):
        return None
    between = range(comma + 1, close)
    verb = next((t for t in between if parse.tags[t] in (*FINITE, "VBN") and parse.pos[t] == "VERB"), comma + 1)
    first, last = parse.sentences[parse.sentence_of(comma)]
    if verb == comma + 1 or close >= last - 1 or not (_tells(parse, verb) and _says(parse, comma, verb, close)):
        return None
    back = range(comma - 1, first, -1)
    helps = next((t for t in back if parse.lemmas[t] not in HELPERS and parse.deps[t] != "neg"), first) + 1
    if any(parse.tags[t] in (*FINITE, "MD") for t in range(first, helps)):
        return None
    is_led = parse.tags[close + 1] in BEGINNING or helps == comma
    main = _main(parse, close, last) if is_led else _helped(parse, comma, close)
    return None if main is None else Inset(first, helps, comma, verb, close, main, last)


def _lift(parse: Parse, inset: Inset) -> None:
    """Makes the verb of what is said the head of its sentence, or of what the word of saying hung on."""
    over, label, main = parse.heads[inset.verb], parse.deps[inset.verb], inset.main
    if inset.close < over < inset.last or over == inset.verb or label in SUBORDINATE:
        over, label = main, "ROOT"
    if parse.heads[main] != main and not inset.close < parse.heads[main] < inset.last:
        parse.hang(main, over)
        parse.deps[main] = label
    parse.hang(inset.verb, main)


def _hang(parse: Parse, tops: list[int], head: int) -> None:
    for token in tops:
        parse.hang(token, head if token == tops[0] else tops[0])


def _sort(parse: Parse, inset: Inset, before: list[int]) -> None:
    """Hangs what stands in the inset on its verb, and what stands around it on the verb of what is said."""
    for token in (t for t in range(inset.helps, inset.comma) if t != inset.main):
        parse.hang(token, inset.main)
        parse.deps[token] = "neg" if parse.deps[token] == "neg" else "aux"
    for token in (t for t in range(inset.comma, inset.close) if t != inset.verb):
        if parse.heads[token] in (token, *before) or not inset.comma <= parse.heads[token] < inset.close:
            parse.hang(token, inset.verb)
    for token in (t for t in range(inset.close, inset.last) if t != inset.main):
        if inset.comma <= parse.heads[token] < inset.close or parse.heads[token] in before:
            parse.hang(token, inset.main)


def _says(parse: Parse, comma: int, verb: int, close: int) -> bool:
    """Whether the words between two commas name a speaker before the word of saying, and tell nothing else."""
    between = range(comma + 1, verb)
    is_finite = parse.tags[verb] != "VBN" or any(parse.lowers[t] in HELPING for t in between)
    is_clause = parse.tags[comma + 1] in ("WDT", "WP", "WRB", "IN", "CC")
    rest = any(parse.pos[t] in ("VERB", "AUX") and parse.tags[t] != "VBG" for t in range(verb + 1, close))
    named = all(parse.pos[t] in SPEAKER or parse.lowers[t] in HELPING for t in between)
    return named and is_finite and not is_clause and not rest


def _tops(parse: Parse, first: int, last: int) -> list[int]:
    """The nouns of a stretch that hang on something outside it, the first the one to name it by."""
    inside = range(first, last)
    tops = [t for t in inside if parse.heads[t] not in inside or parse.heads[t] == t]
    nouns = [t for t in tops if parse.pos[t] in NOMINAL]
    return [*nouns[:1], *(t for t in tops if t not in nouns[:1])] if nouns else []


def _main(parse: Parse, close: int, last: int) -> int | None:
    """The verb that the words behind an inset begin with, past what helps it, which has no subject there."""
    at = close + 1
    for _ in range(LONGEST_HELP):
        if parse.deps[at] in ("aux", "auxpass") and close < parse.heads[at] < last:
            at = parse.heads[at]
    has_subject = any(parse.deps[c] in SUBJECTS and c > close for c in parse.children[at])
    return at if parse.pos[at] in ("VERB", "AUX") and not has_subject else None


def _helped(parse: Parse, comma: int, close: int) -> int | None:
    """The verb that the words before an inset help ("will not, X says, renew"), or their own "be" ("is, X says, a
    spy")."""
    if parse.tags[close + 1] == "VB":
        return close + 1
    return comma - 1 if parse.lemmas[comma - 1] == "be" and parse.pos[close + 1] in LINKED else None


def _tells(parse: Parse, verb: int) -> bool:
    cue = attributions.load("en").verbs.get(parse.lemmas[verb])
    return cue is not None and cue.kind in ("speech", "finding") and "clause" in cue.frames


def _speaks(parse: Parse, speaker: int) -> bool:
    is_named = parse.pos[speaker] == "PROPN" or any(parse.pos[c] == "PROPN" for c in parse.children[speaker])
    return is_named or tags.is_one_who_speaks(parse, speaker)


def _close(parse: Parse, verb: int, speaker: int) -> int | None:
    """The comma that closes an inset."""
    last = parse.subtree(speaker)[1]
    comma = next((t for t in range(last, len(parse)) if parse.words[t] == ","), None)
    return comma if comma is not None and comma - last <= LONGEST_AFTER and comma > verb + 1 else None


def _told(parse: Parse, verb: int, close: int) -> int | None:
    """The verb behind an inset that has its subject before it."""
    over = parse.heads[verb]
    around = [over] if over > close else [c for c in parse.children[verb] if c > close]
    told = next((t for t in around if parse.pos[t] in ("VERB", "AUX") and t != verb), None)
    if told is None or any(parse.deps[c] in SUBJECTS and c > close for c in parse.children[told]):
        return None
    is_finite = parse.tags[told] in FINITE or any(
        parse.tags[c] in ("MD", *FINITE) and parse.deps[c] in ("aux", "auxpass") for c in parse.children[told]
    )
    is_first = not any(parse.lowers[t] in ("and", "but", "or") for t in range(close + 1, told))
    return told if is_finite and is_first else None
