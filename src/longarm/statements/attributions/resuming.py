"""Resuming: what a source goes on to say behind the tag that names it: "A, X said, and B", "A, X said, often C"."""

from longarm.languages.attributions import AttributionWords
from longarm.statements.attributions import extents
from longarm.statements.attributions.extents import Run
from longarm.statements.clauses import is_passive
from longarm.statements.parse import Parse

LONGEST_TAG = 9  # tokens between the word of saying and the comma that closes the tag
_JOINING = frozenset({"and", "but", "or", "nor"})
_HELPING = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def after(parse: Parse, tag: Run, words: AttributionWords) -> Run | None:
    """What stands behind the comma that closes a tag, where it is still told by the tag's source; else None.

    Args:
        tag: the tokens of the source and its cue.
    """
    _, stop = extents.stretch(parse, tag[0])
    comma = next((t for t in range(tag[1], stop) if parse.words[t] == "," or parse.pos[t] == "VERB"), stop)
    if comma >= stop - 1 or parse.words[comma] != "," or comma - tag[1] > LONGEST_TAG:
        return None
    first = comma + 1
    is_joined = parse.lowers[first] in _JOINING
    goes_on = _is_said_too(parse, first + 1, stop, words) if is_joined else _is_detail(parse, first, stop, words)
    return extents.trim(parse, (first + is_joined, stop)) if goes_on else None


def further(parse: Parse, said: Run) -> Run | None:
    """The rest of a row of clauses with "that" which the parse has cut: "told them that A, that B, and that C".

    Args:
        said: the tokens of what the parse has of it.
    """
    first, last = said
    if parse.lowers[first] != "that":
        return None
    end = parse.sentences[parse.sentence_of(first)][1]
    turns = (t for t in range(last, end - 1) if parse.words[t] == "," and parse.lowers[t + 1] in _TURNING)
    marks = (t for t in range(last, end - 2) if parse.words[t] == ";" and "that" not in parse.lowers[t + 1 : t + 3])
    end = min((*turns, *marks), default=end)
    that = next((t for t in range(last, end - 2) if _opens_another(parse, t)), None)
    return None if that is None else extents.trim(parse, (that, end))


def _opens_another(parse: Parse, token: int) -> bool:
    is_behind = parse.words[token - 1] in (",", ";") or parse.lowers[token - 1] in _JOINING
    return parse.lowers[token] == "that" and is_behind and parse.pos[token + 1] not in ("VERB", "AUX", "PUNCT")


_TURNING = frozenset({"but", "while", "although", "though", "whereas", "which", "who"})


def _is_said_too(parse: Parse, first: int, stop: int, words: AttributionWords) -> bool:
    """Whether what is joined to a tag is said too: "and that ...", "but rather to ...", "and it could not be ..."."""
    if first >= stop:
        return False
    if parse.lowers[first] == "that" and parse.tags[first] == "IN":
        return True
    verb = next(
        (t for t in range(first, stop) if parse.pos[t] in ("VERB", "AUX") and parse.deps[t] not in _HELPING), None
    )
    if verb is None:
        return False
    subject = extents.subject(parse, verb)
    subject = extents.child(parse, verb, "expl") if subject is None else subject
    if subject is None:
        is_to = parse.tags[verb] == "VB" and parse.tags[verb - 1] == "TO"
        return is_to or (parse.tags[verb] == "VBN" and extents.child(parse, verb, "agent") is not None)
    return subject >= first and (parse.lemmas[verb] not in words.verbs or is_passive(parse, verb))


def _is_detail(parse: Parse, first: int, stop: int, words: AttributionWords) -> bool:
    """Whether words without a verb of their own tell more of what was said: "apparently to make them return"."""
    if parse.lowers[first] not in words.details:
        return False
    return not any(parse.tags[t] in _FINITE and extents.subject(parse, t) is not None for t in range(first, stop))
