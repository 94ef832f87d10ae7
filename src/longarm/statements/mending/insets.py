"""Insets: who says it, set between commas within what is said, with the word of saying first."""

from longarm.languages import attributions
from longarm.statements.attributions import tags
from longarm.statements.parse import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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
