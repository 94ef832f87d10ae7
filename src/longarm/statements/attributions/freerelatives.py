"""Free relatives, and phrases of knowledge, that attribute a clause: "from what X said", "as far as X knows"."""

from collections.abc import Iterator

from longarm.languages.attributions import AttributionWords
from longarm.statements.attributions import extents, sources
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse

Phrase = tuple[Run, Run, Run]  # cue, source, all that is no content
JUDGING = frozenset({"judging", "based", "going", "drawing", "relying"})
FIRSTS = frozenset({"from", "on", "by"})
AWARE = frozenset({"aware", "informed", "certain", "sure"})
TRUSTING = frozenset({"believe", "believed", "trust", "trusted", "listen", "hear", "right", "quote", "paraphrase"})
PUTTING = frozenset(
    {"put", "have", "see", "frame", "phrase", "word", "tell", "remember", "describe", "explain", "call"}
)
LONGEST_TELLING = 4  # tokens behind X of "if X is to be believed", "to hear X tell it"
LONGEST_AS = 18  # tokens from "as" to "put it"
LONGEST_AWAY = 4  # tokens from "to" to the owner of "to the best of X's knowledge"


def speaker(parse: Parse, verb: int, words: AttributionWords) -> int | None:
    """Who says what "what the minister reported" or "what was reported by the ministry" stands for; None where this is
    none, or nobody is named."""
    if parse.pos[verb] != "VERB" or parse.lemmas[verb] not in words.verbs:
        return None
    if parse.lowers[parse.subtree(verb)[0]] not in ("what", "whatever", "all", "everything"):
        return None
    token, _ = sources.of_verb(parse, verb)
    return None if token is None or parse.tags[token] in ("WP", "WDT") else token


def phrases(parse: Parse, words: AttributionWords) -> Iterator[Phrase]:
    """The phrases of a passage that attribute the clause which they stand in, set off from it by a comma."""
    for at, low in enumerate(parse.lowers):
        found = None
        if low in FIRSTS and parse.deps[at] == "prep":
            found = _from_what(parse, at, words)
        elif low == "far" and parse.lowers[at + 1 : at + 2] == ["as"]:
            found = _as_far_as(parse, at, words)
        elif low == "knowledge":
            found = _to_knowledge(parse, at, words)
        elif low == "as" and parse.deps[at] in ("mark", "advmod"):
            found = _as_put(parse, at)
        elif low == "as" and parse.deps[at] == "prep":
            found = _as_described(parse, at)
        elif low in TRUSTING:
            found = _if_believed(parse, at)
        if found is not None and _is_set_off(parse, found[2]):
            yield found


def _from_what(parse: Parse, at: int, words: AttributionWords) -> Phrase | None:
    """ "From what X said", "judging by what X said"."""
    verb = extents.child(parse, at, "pcomp")
    who = None if verb is None or verb < at else speaker(parse, verb, words)
    is_judged = at > 0 and parse.lowers[at - 1] in JUDGING
    if verb is None or who is None or not (is_judged or parse.lowers[at] == "from"):
        return None
    source = sources.reach(parse, who, verb, words.verbs)
    first = at - is_judged
    return None if source is None else ((first, at + 1), source, (first, end(parse, verb, source)))


def _as_put(parse: Parse, at: int) -> Phrase | None:
    """ "As the court put it", "as Minsk would have it"."""
    verb = parse.heads[at]
    it = extents.child(parse, verb, "dobj")
    who = extents.subject(parse, verb) if parse.deps[verb] == "advcl" and parse.lemmas[verb] in PUTTING else None
    if it is None or who is None or parse.lowers[it] not in ("it", "things") or it < verb:
        return None
    source = sources.reach(parse, who, verb)
    return None if source is None else ((verb, it + 1), source, (at, end(parse, verb, source)))


def _as_described(parse: Parse, at: int) -> Phrase | None:
    """ "As the head of the service, Ana Example, put it when she left, ...": of whom more is told between commas."""
    last = parse.sentences[parse.sentence_of(at)][1]
    it = next((t for t in range(at + 3, min(at + LONGEST_AS, last)) if parse.lowers[t] == "it"), None)
    if it is None or parse.lemmas[it - 1] not in PUTTING or any(parse.pos[t] == "VERB" for t in range(at, it - 1)):
        return None
    source = extents.trim(parse, (at + 1, it - 1))
    stop = next((t for t in range(it, last) if parse.words[t] == ","), None)
    return None if source is None or stop is None else ((it - 1, it + 1), source, (at, stop))


def _if_believed(parse: Parse, verb: int) -> Phrase | None:
    """ "If X is to be believed", "if you believe X", "to listen to X", "to hear X tell it"."""
    over = parse.heads[verb]
    is_trusted = parse.deps[verb] in ("xcomp", "acomp") and parse.deps[over] == "advcl"
    if is_trusted and parse.lowers[parse.subtree(over)[0]] == "if":  # "if X is to be believed"
        verb, who = over, extents.subject(parse, over)
    elif parse.deps[verb] in ("advcl", "xcomp"):
        who = extents.subject(parse, verb) if parse.tags[verb] == "VBN" else next(_heard(parse, verb), None)
    else:
        return None
    first = parse.subtree(verb)[0]
    if parse.lowers[first] not in ("if", "to", "should"):
        return None
    source = None if who is None or parse.pos[who] == "PRON" else sources.reach(parse, who, verb)
    if source is not None and "," in parse.words[slice(*source)]:
        source = (source[0], parse.words.index(",", source[0]))
    if source is None:
        return None
    stop = next(
        (t for t in range(source[1], parse.subtree(verb)[1]) if parse.words[t] == ","), end(parse, verb, source)
    )
    return None if stop - source[1] > LONGEST_TELLING else ((first, first + 1), source, (first, stop))


def _heard(parse: Parse, verb: int) -> Iterator[int]:
    """Who is believed or listened to: the object, who tells it, or whom "to" leads to."""
    for child in parse.children[verb]:
        if child < verb:
            continue
        below = {"dobj": child, "ccomp": extents.subject(parse, child), "prep": extents.child(parse, child, "pobj")}
        who = below.get(parse.deps[child])
        if who is not None:
            yield who


def end(parse: Parse, verb: int, source: Run) -> int:
    """One past the last token of what hangs on the verb of a phrase, without the mark that closes it."""
    low, high = parse.subtree(verb)
    trimmed = extents.trim(parse, (low, high))
    return max(source[1], high if trimmed is None else trimmed[1])


def _as_far_as(parse: Parse, far: int, words: AttributionWords) -> Phrase | None:
    """ "As far as X knows", "so far as X is aware"."""
    verb = extents.child(parse, far, "advcl")
    who = None if verb is None else extents.subject(parse, verb)
    if verb is None or who is None or far < 1 or parse.lowers[far - 1] not in ("as", "so"):
        return None
    known = words.verbs.get(parse.lemmas[verb])
    is_known = known is not None or any(parse.lowers[c] in AWARE for c in parse.children[verb])
    source = sources.reach(parse, who, verb, words.verbs) if is_known and parse.deps[who] == "nsubj" else None
    return None if source is None else ((far - 1, far + 1), source, (far - 1, end(parse, verb, source)))


def _to_knowledge(parse: Parse, noun: int, words: AttributionWords) -> Phrase | None:
    """ "To X's knowledge", "to the best of X's knowledge"."""
    owner = extents.child(parse, noun, "poss")
    source = None if owner is None else sources.reach(parse, owner, noun, words.verbs)
    if owner is None or source is None:
        return None
    first = next((t for t in range(source[0] - 1, max(-1, source[0] - 2 - LONGEST_AWAY), -1) if _is_to(parse, t)), None)
    return None if first is None else ((noun, noun + 1), source, (first, noun + 1))


def _is_to(parse: Parse, token: int) -> bool:
    return parse.lowers[token] == "to" and parse.deps[token] == "prep"


def _is_set_off(parse: Parse, run: Run) -> bool:
    """Whether a phrase opens its sentence, or stands behind a comma, and ends at one or with the sentence."""
    first, last = parse.sentences[parse.sentence_of(run[0])]
    opens = run[0] == first or parse.words[run[0] - 1] in (",", ";", "and", "but", "that")
    return opens and (run[1] >= last - 1 or parse.words[run[1]] in (",", ";"))
