"""Cues that are nouns, adjectives or prepositions, and the colon after a speaker."""

from collections.abc import Iterator

from longarm.languages import discourse as language
from longarm.languages import stance
from longarm.languages.attributions import AttributionWords
from longarm.places import nations
from longarm.statements.attributions import contents, cues, extents, freerelatives, owners, sources
from longarm.statements.attributions.contents import Frame
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse
from longarm.statements.quotes import Quote

SPEAKERS = frozenset(("PERSON", "ORG", "NORP", "GPE"))
LONGEST_HEADLINE = 20  # tokens after a place and a colon; what is longer follows a dateline
LONGEST_LABEL = 5  # tokens before a dash that may name who says a headline: "Report - exiles followed"
LONGEST_SPEAKER = 7  # tokens before a colon
NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "CCONJ"))
DASHES = frozenset(("-", "–", "—", "--"))
ON = frozenset(("on", "over", "amid"))
PLACED = frozenset(("in", "with", "during", "under"))
ACCOUNTING = frozenset(("in", "by", "on"))
MATTERS = frozenset({"event", "thing", "story", "matter", "affair", "incident", "case"})  # "in his version of events"
LONGEST_ACCOUNT = 6  # tokens from the preposition to the noun of "in X's telling"

Nominal = tuple[Run, Run | None, Frame]  # cue, source, frame


def noun(parse: Parse, at: int, words: AttributionWords) -> Iterator[Nominal]:
    """A noun that attributes, with its owner ("X's claim that") or the verb that carries it ("made the claim that")."""
    frames = [*_on_owner(parse, at), *(list(contents.of_noun(parse, at)) or _of_light_verb(parse, at, words))]
    if not frames or _is_place_of_words(parse, at, words):
        return
    first = at
    for child in parse.children[at]:
        if child < first and parse.deps[child] in ("det", "amod", "compound", "nummod"):
            first = min(first, child)
    source: Run | None = None
    owner = extents.child(parse, at, "poss")
    if owner is not None:
        source = sources.reach(parse, owner, at, words.verbs)
        if source is not None:
            first = max(source[1], min(first, at))
            while first < at and parse.heads[first] != at:
                first += 1
    elif parse.deps[at] == "dobj" and parse.heads[at] < at and parse.lemmas[parse.heads[at]] in words.lights:
        verb = parse.heads[at]
        token, _ = sources.of_verb(parse, verb)
        source = None if token is None else sources.reach(parse, token, verb, words.verbs)
        first = cues.reach(parse, verb, words.leads)[0]
    else:
        source = owners.of(parse, at, words) if frames[0][0] == "clause" else owners.by(parse, at, words)
        if source is None and (accuser := _accuser(parse, at, words)) is not None:
            source = sources.reach(parse, accuser, at, words.verbs)
    for name, content, last in frames:
        if content:
            end = at + 1 if last is None or last > at + 3 else last + 1
            yield (first, end), source, (name if source is not None else "bare-" + name, content, last)


def _on_owner(parse: Parse, noun: int) -> Iterator[Frame]:
    """ "The evidence of an officer that ...": the clause that the parse hangs on whose it is."""
    for child in parse.children[noun]:
        lead = parse.lowers[child] if child > noun else ""
        owner = extents.child(parse, child, "pobj") if lead == "of" or lead in owners.FROM else None
        is_owner = owner is not None and (lead != "of" or owners.speaks(parse, owner))
        clause = contents.lone_clause(parse, owner) if owner is not None and is_owner else None
        if clause is not None:
            runs = extents.runs(extents.under(parse, clause))
            yield "clause", [run for r in runs if (run := extents.trim(parse, r))], None


def _of_light_verb(parse: Parse, noun: int, words: AttributionWords) -> list[Frame]:
    """ "Made an announcement in May that ...": the clause that the parse hangs on the verb over the noun."""
    verb = parse.heads[noun]
    if parse.deps[noun] != "dobj" or parse.lemmas[verb] not in words.lights or verb > noun:
        return []
    clause = contents.clause_of(parse, verb)
    if (
        clause is None
        or clause < noun
        or not any(parse.lowers[c] == "that" and parse.deps[c] == "mark" for c in parse.children[clause])
    ):
        return []
    return [
        ("clause", [run for r in extents.runs(extents.under(parse, clause)) if (run := extents.trim(parse, r))], None)
    ]


def _accuser(parse: Parse, noun: int, words: AttributionWords) -> int | None:
    """Who acts on what somebody is accused of: "arrested by police on suspicion of", "police held her on claims"."""
    if (
        parse.deps[noun] != "pobj"
        or parse.lowers[parse.heads[noun]] not in ON
        or parse.lemmas[noun] not in words.accusing
    ):
        return None
    verb = parse.heads[parse.heads[noun]]
    if parse.pos[verb] != "VERB":
        return None
    token, is_passive = sources.of_verb(parse, verb)
    is_agent = is_passive and extents.child(parse, verb, "agent") is not None
    return token if is_agent or (not is_passive and extents.child(parse, verb, "dobj") is not None) else None


def _is_place_of_words(parse: Parse, at: int, words: AttributionWords) -> bool:
    """Whether a verb that attributes stands over "in a statement" or "in his reply"; what hangs on the noun is then
    said by the verb."""
    verb = parse.heads[parse.heads[at]]
    if parse.deps[at] != "pobj" or parse.pos[verb] != "VERB" or parse.lemmas[verb] not in words.verbs:
        return False
    is_clause = "clause" in words.verbs[parse.lemmas[verb]].frames and parse.lowers[parse.heads[at]] in PLACED
    return parse.lemmas[at] in words.works or is_clause


def adjective(parse: Parse, at: int, words: AttributionWords) -> Iterator[Nominal]:
    """An adjective after "be" that attributes ("was confident that")."""
    verb = parse.heads[at]
    if parse.lemmas[verb] not in words.copulas or verb >= at or parse.deps[at] != "acomp":
        return
    token, _ = sources.of_verb(parse, verb)
    if token is None or (parse.lowers[token] == "it" and parse.lowers[at] in stance.load("en").certain):
        return  # "it is certain that" is said by nobody
    source = sources.reach(parse, token, verb, words.verbs)
    first = cues.reach(parse, verb, words.leads)[0]
    for name, content, last in contents.of_adjective(parse, at):
        if content:
            end = at + 1 if last is None or last > at + 3 else last + 1
            yield (first, end), source, (name, content, last)


def is_state(parse: Parse, at: int) -> bool:
    """Whether a participle tells what somebody holds, and not what was done to them: "the court is convinced that"."""
    if parse.deps[at] == "acomp":
        return True
    own = {parse.deps[c] for c in parse.children[at]}
    return "auxpass" in own and "agent" not in own and contents.clause_of(parse, at) is not None


def state(parse: Parse, at: int, words: AttributionWords) -> Iterator[Nominal]:
    """The words of a participle that tells what its subject holds."""
    clause, who = contents.clause_of(parse, at), extents.subject(parse, at)
    source = None if who is None else sources.reach(parse, who, at, words.verbs)
    if clause is not None and source is not None:
        runs = extents.runs(extents.under(parse, clause))
        content = [run for r in runs if (run := extents.trim(parse, r))]
        yield (cues.reach(parse, at, words.leads)[0], at + 1), source, ("clause", content, None)


def according(parse: Parse, words: AttributionWords) -> Iterator[Nominal]:
    """ "According to X, ...": the content is the clause that the phrase stands in."""
    lowers = parse.lowers
    starts = {group[0] for group in words.according}
    for at, low in enumerate(lowers):
        if low not in starts:
            continue
        for group in words.according:
            size = len(group)
            if tuple(lowers[at : at + size]) != group:
                continue
            token = extents.child(parse, at + size - 1, "pobj", "pcomp")
            which = at + size < len(parse) and parse.lowers[at + size] in ("which", "whom")
            if which:
                _, stop = extents.stretch(parse, at)
                told = extents.trim(parse, (at + size + 1, stop))
                named = _before(parse, at)
                if told is not None and named is not None:
                    yield (at, at + size), named, ("clause", [told], None)
                break
            if token is None or token < at or (size == 1 and not _is_named(parse, at, token)):
                continue
            who = freerelatives.speaker(parse, token, words) if parse.deps[token] == "pcomp" else token
            source = None if who is None else sources.reach(parse, who, at if who == token else token, words.verbs)
            if source is None:
                continue
            end = source[1] if who == token else freerelatives.end(parse, token, source)
            content = _clause(parse, at, (source[0], end))
            if content:
                yield (at, at + size), source, ("clause", content, None)
            break


def free(parse: Parse, words: AttributionWords) -> Iterator[Nominal]:
    """ "From what X said, ...", "as far as X knows, ...": the content is the clause that the phrase stands in."""
    for cue, source, phrase in freerelatives.phrases(parse, words):
        content = _clause(parse, phrase[0], phrase)
        if content:
            yield cue, source, ("clause", content, None)


def _before(parse: Parse, at: int) -> Run | None:
    """What "according to which" stands for: the noun phrase before the comma, up to a work that carries words."""
    last = at - 1 if at > 1 and parse.words[at - 1] == "," else at
    top = last - 1
    while top > 0 and parse.deps[top] in ("pobj", "prep", "compound", "appos") and parse.heads[top] < top:
        if parse.pos[parse.heads[top]] in ("VERB", "AUX"):
            break
        top = parse.heads[top]
    if parse.pos[top] == "ADP":
        top = next((c for c in parse.children[top] if parse.deps[c] == "pobj"), top)
    return (parse.subtree(top)[0], last) if parse.pos[top] in ("NOUN", "PROPN") else None


def account(parse: Parse, words: AttributionWords) -> Iterator[Nominal]:
    """ "In X's telling, ...", "by its own account": the content is the clause that the phrase stands in."""
    for at, low in enumerate(parse.lowers):
        if low not in ACCOUNTING or parse.deps[at] != "prep":
            continue
        if (run_on := _run_on(parse, at, words)) is not None:
            yield run_on
            continue
        noun = extents.child(parse, at, "pobj")
        if noun is None or noun - at > LONGEST_ACCOUNT:
            continue
        if parse.lowers[noun] not in words.accounts and not _is_work(parse, at, noun, words):
            continue
        source = owners.of(parse, noun, words) or owners.beside(parse, noun)
        first = parse.sentences[parse.sentence_of(at)][0]
        if source is None or not (at == first or parse.words[at - 1] == ","):
            continue
        source = _to_comma(parse, source, noun)
        if not _ends_there(parse, noun, source):
            continue
        below = [parse.subtree(c)[1] for c in parse.children[noun] if parse.deps[c] == "prep" and c > source[1]]
        end = max(noun + 1, source[1], *below)
        content = _around(parse, at, end) or _clause(parse, at, (at + 1, end))
        if content:
            yield (noun, noun + 1), source, ("clause", content, None)


def _is_work(parse: Parse, at: int, noun: int, words: AttributionWords) -> bool:
    """Whether a sentence opens with the work of somebody by name or kind, which is told by no word of saying: "In a
    survey by X, most exiles ..."."""
    if parse.lemmas[noun] not in words.works or parse.lowers[at] != "in":
        return False
    first, last = parse.sentences[parse.sentence_of(at)]
    by = next((c for c in parse.children[noun] if parse.deps[c] == "poss" or parse.lowers[c] in ("by", "of")), None)
    end = parse.subtree(noun)[1]
    if at != first or by is None or parse.tags[by] == "PRP$" or end >= last or parse.words[end] != ",":
        return False
    main = parse.heads[at]
    cue = words.verbs.get(parse.lemmas[main])
    return (cue is None or "clause" not in cue.frames) and extents.subject(parse, main) is not None and main > end


def _around(parse: Parse, at: int, end: int) -> list[Run]:
    """All around a phrase between two commas: "he was, in X's telling, a spy"; empty where it stands elsewhere."""
    first, last = extents.stretch(parse, at)
    if at - 1 <= first or end >= last or parse.words[at - 1] != "," or parse.words[end] != ",":
        return []
    return [run for r in ((first, at - 1), (end + 1, last)) if (run := extents.trim(parse, r))]


def _to_comma(parse: Parse, source: Run, noun: int) -> Run:
    """Whose telling it is, where that stands behind the noun, up to the comma that closes the phrase."""
    comma = next((t for t in range(max(source[0], noun), source[1]) if parse.words[t] == ","), source[1])
    return source if source[1] <= noun else (source[0], comma)


def _ends_there(parse: Parse, noun: int, source: Run) -> bool:
    """Whether a phrase of telling tells of nothing else: "in X's account", but not "in X's account of the arrest"."""
    below = [c for c in parse.children[noun] if parse.deps[c] == "prep" and not c < source[0] < parse.subtree(c)[1]]
    return all(parse.lemmas[parse.subtree(c)[1] - 1] in MATTERS for c in below)


def _run_on(parse: Parse, at: int, words: AttributionWords) -> Nominal | None:
    """ "By the ministry's own count 230 exiles ...": no comma closes the phrase, and the parse runs on."""
    first, last = parse.sentences[parse.sentence_of(at)]
    noun = next((t for t in range(at + 2, min(at + LONGEST_ACCOUNT, last)) if parse.lowers[t] in words.accounts), None)
    if at != first or noun is None or parse.deps[noun] == "pobj" or parse.pos[noun + 1] not in ("NUM", "DET", "PROPN"):
        return None
    mark = next((t for t in range(at + 1, noun) if parse.tags[t] in ("POS", "PRP$")), None)
    content = extents.trim(parse, (noun + 1, last))
    if mark is None or content is None:
        return None
    owner = (mark, mark + 1) if parse.tags[mark] == "PRP$" else (at + 1, mark)
    return (noun, noun + 1), owner, ("clause", [content], None)


def _clause(parse: Parse, at: int, source: Run) -> list[Run]:
    heads = parse.heads
    top = heads[at]
    while at <= top < source[1] and heads[top] != top:
        top = heads[top]
    low, high = extents.stretch(parse, at)
    if source[1] >= high - 1 and at > low:
        return [r for run in [(low, at)] if (r := extents.trim(parse, run))]  # "A and B, according to X": all before it
    skip = {at}
    tokens = [t for t in extents.under(parse, top, skip) if not at <= t < source[1] and low <= t < high]
    return [r for run in extents.runs(tokens) if (r := extents.trim(parse, run))]


def _is_named(parse: Parse, at: int, token: int) -> bool:
    """Whether a single preposition leads to a source ("Per the ministry, ...") and not to a rate ("per year")."""
    if any(label in ("PERSON", "ORG") and first <= token < last for first, last, label in parse.entities):
        return True
    return at + 1 < token and any(first == at for first, _ in parse.sentences)


def _is_place(parse: Parse, at: int) -> bool:
    return any(label == "GPE" and last == at for _, last, label in parse.entities)


def _is_speaker(parse: Parse, first: int, at: int) -> bool:
    """Whether what stands before a token ends in a name of somebody."""
    if parse.words[at - 1] == ")" or (parse.pos[first] == "PROPN" and "," in parse.words[first:at]):
        return True
    if any(label in SPEAKERS and last == at for _, last, label in parse.entities):
        return True
    return all(parse.pos[i] == "PROPN" or parse.lowers[i] in ("the", "of", "and") for i in range(first, at))


def colon(parse: Parse, words: AttributionWords, quotes: list[Quote]) -> Iterator[Nominal]:
    """ "X: ..." at the head of a passage, or a name and a colon before a quotation anywhere in it."""
    for at, word in enumerate(parse.words):
        is_dash = word in DASHES and at < LONGEST_LABEL and parse.words[-1] not in ".?!"
        if not (word == ":" or is_dash) or not 0 < at < len(parse) - 2:
            continue
        first = _speaker(parse, at)
        if first is None or parse.lowers[first] in words.labels:
            continue
        quote = next((q for q in quotes if q.outer_start == parse.starts[at + 1]), None)
        if quote is not None and _is_speaker(parse, first, at):
            inside = [i for i in range(at + 1, len(parse)) if parse.starts[i] < quote.outer_end]
            yield (at, at + 1), (first, at), ("quote", [(at + 1, inside[-1] + 1)], None)
        elif (first == 0 or _is_second(parse, first)) and (
            parse.lemmas[at - 1] in words.works | _speakers() or _is_speaker(parse, first, at)
        ):
            if len(parse) - at > LONGEST_HEADLINE and (_is_place(parse, at) or (at == 1 and parse.pos[0] == "PROPN")):
                continue  # a dateline
            if _is_filed(parse, at):
                continue
            marks = (t for t in range(at + 2, len(parse)) if parse.words[t] == ":")
            others = (f for mark in marks if (f := _speaker(parse, mark)) is not None and f > at)
            content = extents.trim(parse, (at + 1, next(others, len(parse))))
            if is_dash and parse.lemmas[at - 1] not in words.works | _speakers():
                continue
            is_seat = " ".join(parse.lowers[first:at]) in nations.seats()
            is_told = (is_seat or parse.lemmas[at - 1] in _speakers()) and parse.words[-1] not in ".?!"
            if content is not None and (is_told or any(parse.pos[i] in ("VERB", "AUX") for i in range(*content))):
                yield (at, at + 1), (first, at), ("clause", [content], None)


def _is_second(parse: Parse, first: int) -> bool:
    """Whether words open the second half of a headline of two voices: "Watchdog: 14 held; Minsk: a myth"."""
    return first > 1 and parse.words[first - 1] == ";" and ":" in parse.words[: first - 1]


def _is_filed(parse: Parse, at: int) -> bool:
    """Whether a place before a colon is where others act, and no government: "Brussels: police arrest three"."""
    is_place = _is_place(parse, at) or " ".join(parse.lowers[:at]) in nations.seats()
    who = next((t for t in range(at + 1, len(parse)) if parse.deps[t] == "nsubj"), None) if is_place else None
    if who is None or parse.lemmas[parse.heads[who]] in ("be", "have"):
        return False
    words = language.load("en")
    return parse.lemmas[who] in (words.organisations | words.persons | words.inquirers) - words.callings_alike[0]


def _speakers() -> frozenset[str]:
    """Nouns of those whom a headline names before its colon: "Rights group: ...", "Spy chief: ..."."""
    words = language.load("en")
    return words.organisations | words.persons | words.callings | words.spokespersons | words.governing


def _speaker(parse: Parse, colon: int) -> int | None:
    """First token of the nominal group before a colon that opens a sentence or follows a dash."""
    first = colon
    while first > 0 and colon - first < LONGEST_SPEAKER:
        at = first - 1
        if parse.words[at] in (*DASHES, ";") or (parse.words[at] in ".?!" and parse.pos[at] != "PROPN"):
            break
        if parse.pos[at] not in NOMINAL and parse.words[at] not in (".", "(", ")", ",") and parse.tags[at] != "CD":
            return None
        first = at
    opens = first == 0 or parse.words[first - 1] in DASHES or parse.words[first - 1] in ".?!"
    return first if (opens or _is_second(parse, first)) and first < colon else None
