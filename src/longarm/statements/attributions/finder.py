"""Who says what: attributions of one text, direct, indirect and mixed."""

from collections.abc import Iterator, Sequence

from longarm.languages.attributions import AttributionWords, Cue, load
from longarm.model.statements import Attribution
from longarm.statements.attributions import (
    contents,
    continuing,
    cues,
    directs,
    extents,
    freerelatives,
    idioms,
    nested,
    nominal,
    positions,
    resuming,
    sources,
    tags,
    works,
)
from longarm.statements.attributions.directs import Chars
from longarm.statements.attributions.drafts import Draft
from longarm.statements.attributions.extents import Run
from longarm.statements.parse import Parse
from longarm.statements.quotes import Quote, pair

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ACCORDING = Cue("accord to", frozenset(("clause",)))
IDIOM = Cue("say", frozenset(("clause",)))
COLON = Cue(":", frozenset(("clause",)))
SPOKEN = frozenset(("clause", "quote"))  # frames of verbs that direct speech may stand beside
REACH = 4  # tokens between a verb and the last word of its cue
HEARSAY = "reported"  # hedge of "is said to" and its like, whose source is not told


def find(parses: Sequence[Parse]) -> tuple[Attribution, ...]:
    """The attributions of one text, given the parses of its passages in order; in order of their cue."""
    return find_with_nested(parses)[0]


def find_with_nested(parses: Sequence[Parse]) -> tuple[tuple[Attribution, ...], tuple[Attribution, ...]]:
    """The attributions of one text, and those within what another says that are no clause: "said that X rejects it"."""
    words = load("en")
    drafts: list[Draft] = []
    within: list[Draft] = []
    last: Draft | None = None
    for parse in parses:
        quotes = directs.outermost(pair(parse.text, parse.offset))
        found = list(of_passage(parse, words, quotes))
        own = nested.distinct(found)
        within.extend(d for d in found if d.content and not any(d is kept for kept in own) and nested.is_nested(d, own))
        last = continuing.go_on(parse, quotes, own, last)
        drafts.extend(own)
    drafts = [draft for draft in drafts if draft.content or draft.later]
    return _ordered(drafts), _ordered(within)


def _ordered(drafts: list[Draft]) -> tuple[Attribution, ...]:
    drafts.sort(key=lambda d: (d.parse.starts[d.cue_run[0]], d.cue_run[1]))
    return tuple(_finished(draft) for draft in drafts)


def of_passage(parse: Parse, words: AttributionWords, quotes: list[Quote]) -> Iterator[Draft]:
    """The attributions that stand in one passage, without what goes on after their sentence."""
    verbs, nouns, adjectives = words.verbs, words.nouns, words.adjectives
    for at, lemma in enumerate(parse.lemmas):
        pos = parse.pos[at]
        draft = None
        if lemma in words.idioms and pos in ("VERB", "AUX") and (idiom := idioms.said(parse, at, words)) is not None:
            yield _of_frame(parse, at, IDIOM, idiom, quotes)
            continue
        if parse.tags[at] == "VBN" and parse.lowers[at] in adjectives and nominal.is_state(parse, at):
            state = nominal.adjective if parse.deps[at] == "acomp" else nominal.state
            draft = _nominal(parse, at, adjectives[parse.lowers[at]], state(parse, at, words), quotes)
        elif pos == "VERB":
            cue = verbs.get(_phrase(parse, at)) or verbs.get(lemma)
            if cue is not None:
                draft = _resumed(_verb(parse, at, cue, words, quotes), words)
        elif pos == "AUX":
            for token, cue, found in positions.told(parse, at, words) if lemma == "be" else ():
                yield _of_frame(parse, token, cue, found, quotes)
        elif pos == "NOUN":
            if lemma in nouns:
                draft = _nominal(parse, at, nouns[lemma], nominal.noun(parse, at, words), quotes)
        elif pos == "ADJ" and lemma in adjectives:
            draft = _nominal(parse, at, adjectives[lemma], nominal.adjective(parse, at, words), quotes)
        if draft is not None:
            yield draft
    for run, source, frame in nominal.according(parse, words):
        yield _of_frame(parse, run[0], ACCORDING, (run, source, frame), quotes)
    for run, source, frame in (*nominal.account(parse, words), *nominal.free(parse, words)):
        yield _of_frame(parse, run[0], ACCORDING, (run, source, frame), quotes)
    for run, source, frame in nominal.colon(parse, words, quotes):
        yield _of_frame(parse, run[0], COLON, (run, source, frame), quotes)


def _resumed(draft: Draft | None, words: AttributionWords) -> Draft | None:
    """A tag that stands behind what it tells, with what its source goes on to say behind it."""
    if draft is None or draft.frame not in ("clause", "quote") or draft.source is None or not draft.content:
        return draft
    tag = (min(draft.source[0], draft.cue_run[0]), max(draft.source[1], draft.cue_run[1]))
    if draft.content[-1][1] > draft.parse.starts[tag[0]]:
        return draft
    run = resuming.after(draft.parse, tag, words)
    if run is not None:
        draft.content.append((draft.parse.starts[run[0]], draft.parse.ends[run[1] - 1]))
    return draft


def _phrase(parse: Parse, verb: int) -> str:
    """A verb with its particle: "set out"."""
    particle = next((c for c in parse.children[verb] if parse.deps[c] == "prt"), None)
    return "" if particle is None else f"{parse.lemmas[verb]} {parse.lowers[particle]}"


def _nominal(parse: Parse, at: int, cue: Cue, found: Iterator[nominal.Nominal], quotes: list[Quote]) -> Draft | None:
    for run, source, frame in found:
        if frame[0] in cue.frames and frame[1]:
            return _of_frame(parse, at, cue, (run, source, frame), quotes)
    return None


def _of_frame(parse: Parse, at: int, cue: Cue, found: nominal.Nominal, quotes: list[Quote]) -> Draft:
    run, source, (name, runs, _) = found
    quoted = directs.around(parse, parse.starts[at], quotes)
    chars = [(parse.starts[a], parse.ends[b - 1]) for a, b in runs]
    chars = _widen(parse, chars, [] if quoted else quotes, at)
    rest = _between(parse, source, runs) if cue is ACCORDING and source is not None else None
    return Draft(parse, at, cue, name, source, run, chars, quoted=quoted is not None, rest=rest)


def _between(parse: Parse, source: Run, runs: list[Run]) -> Run | None:
    """What stands between a source and what it says, or the end of its part of the sentence."""
    _, stop = extents.stretch(parse, source[0])
    after = min((first for first, _ in runs if first >= source[1]), default=stop)
    return extents.trim(parse, (source[1], after)) if source[1] < after else None


def _verb(parse: Parse, at: int, cue: Cue, words: AttributionWords, quotes: list[Quote]) -> Draft | None:
    quoted = directs.around(parse, parse.starts[at], quotes)
    tells = cue.kind in ("speech", "finding") and "clause" in cue.frames
    if tells and (found := tags.inverted(parse, at)) is not None:
        source = sources.reach(parse, found[0], at, words.verbs)
        before = [(parse.starts[found[1][0]], parse.ends[found[1][1] - 1])]
        return Draft(parse, at, cue, "clause", source, (at, at + 1), before, quoted=quoted is not None)
    token, is_passive = sources.of_verb(parse, at)
    if (work := works.as_told(parse, at, words)) is not None:
        token, is_passive = work, False
    source = None if token is None else sources.reach(parse, token, at, words.verbs)
    run = cues.reach(parse, at, words.leads)
    issued = works.issued(parse, at, words)
    if issued is not None:
        token, is_passive = sources.of_verb(parse, issued[0])
        source = None if token is None else sources.reach(parse, token, issued[0], words.verbs)
        run = (cues.reach(parse, issued[0], words.leads)[0], run[1])
    if quoted is not None:
        quotes = []
    elif SPOKEN & cue.frames and not is_passive and quotes and not _finds_thing(parse, at, cue):
        content = _beside(parse, run, source, contents.clause_of(parse, at), quotes)
        if content:
            run = cues.with_place(parse, run, at, words)
            return Draft(parse, at, cue, "quote", source, run, content, is_direct=True)
    if _is_unspoken(parse, at, source):
        return None
    for frame, runs, last in contents.of_verb(parse, at, source):
        if not runs or not (frame in cue.frames or (frame == "be-by" and "object" in cue.frames)):
            continue
        if frame == "clause":
            run = cues.with_place(parse, run, at, words)
        if frame == "seem":
            source = None
        if frame == "felt":
            felt = extents.child(parse, at, "nsubjpass", "nsubj")
            source = None if felt is None else sources.reach(parse, felt, at, words.verbs)
            is_passive = False  # "was appalled by": the subject is who holds it
        if frame == "be-as" and cue.kind != "thought":
            last = None  # "was described | as a centre"
        if last is not None and last < run[1] + REACH:
            run = (run[0], last + 1)
            runs = _after(runs, last) if frame == "be-as" else runs
        chars = [(parse.starts[a], parse.ends[b - 1]) for a, b in runs]
        if frame in ("clause", "be-clause") and runs[-1][0] > at and (rest := resuming.further(parse, runs[-1])):
            chars.append((parse.starts[rest[0]], parse.ends[rest[1] - 1]))
        chars = _widen(parse, _listed(parse, chars, runs[-1][1], at), quotes, at)
        return Draft(parse, at, cue, frame, source, run, chars, is_passive, quoted=quoted is not None)
    if cue.kind in ("speech", "finding") and "clause" in cue.frames and not is_passive:
        tagged = tags.trailing(parse, at, source) or tags.as_clause(parse, at)
        if tagged is not None:
            chars = [(parse.starts[tagged[0]], parse.ends[tagged[1] - 1])]
            return Draft(parse, at, cue, "clause", source, run, chars, quoted=quoted is not None)
        inserted = tags.inserted(parse, at, source) if cue.lemma in words.hearsay else []
        around = [(parse.starts[a], parse.ends[b - 1]) for a, b in inserted]
        if around:
            return Draft(parse, at, cue, "clause", source, run, around, quoted=quoted is not None)
    if quoted is None and cue.kind == "speech" and SPOKEN & cue.frames and _opens_speech(parse, at):
        return Draft(parse, at, cue, "quote", source, run, [], is_direct=True)
    return None


def _finds_thing(parse: Parse, at: int, cue: Cue) -> bool:
    """Whether a verb of finding has a thing as its object, and no quotation: "Headline" - X discovered one in Porto."""
    found = extents.child(parse, at, "dobj")
    return cue.kind != "speech" and found is not None and found > at


def _is_unspoken(parse: Parse, at: int, source: Run | None) -> bool:
    """Whether a bare verb only names words that nobody is said to have used ("a chance to deny", "ask them")."""
    if parse.tags[at] != "VB":
        return False
    if (
        parse.lowers[at] in freerelatives.TRUSTING
        and parse.lowers[at - 1] == "to"
        and parse.deps[at] in ("advcl", "xcomp")
        and (parse.words[at - 2] == "," or at < parse.sentences[parse.sentence_of(at)][0] + 2)
    ):
        return True  # "to hear X tell it, ..."
    return parse.deps[at] == "acl" or (parse.deps[at] == "ROOT" and source is None)


def _after(runs: list[Run], token: int) -> list[Run]:
    """Runs without a token that one of them begins with."""
    return [(first + 1, last) if first == token else (first, last) for first, last in runs]


def _opens_speech(parse: Parse, at: int) -> bool:
    """Whether the passage ends in a colon in the sentence of a cue: what is said comes in the next passage."""
    return parse.words[-1] == ":" and parse.sentences[-1][0] <= at


def _beside(parse: Parse, run: Run, source: Run | None, clause: int | None, quotes: list[Quote]) -> list[Chars]:
    """Direct speech right before or after a cue and its source."""
    first, last = run
    if source is not None and source[0] - 3 < last and first < source[1] + 3:
        first, last = min(first, source[0]), max(last, source[1])
    start, end = parse.starts[first], parse.ends[last - 1]
    left = directs.left_of(parse, start, quotes)
    if left is not None and source is not None and left[0] <= parse.starts[source[0]] < left[1]:
        left = None
    if left is not None and clause is not None and clause > last:
        is_closed = "," in parse.text[left[1] - parse.offset - len(',"') : start - parse.offset]
        is_when = is_closed and not contents.is_that(parse, clause)  # '"...", X told them a day after he had left'
        left = left if is_when else None
    right = directs.right_of(parse, end, (first, last), quotes)
    if (
        left is not None
        and right is not None
        and parse.text[end - parse.offset : right[0] - parse.offset].strip() != ","
    ):
        right = None
    return [chars for chars in (left, right) if chars is not None]


def _listed(parse: Parse, chars: list[Chars], last: int, at: int) -> list[Chars]:
    """With a further member that the parse lost (", and a means of ..."), where no finite verb follows."""
    end = parse.sentences[parse.sentence_of(at)][1]
    if last <= at or last + 2 >= end or parse.words[last] != "," or parse.lowers[last + 1] not in ("and", "or"):
        return chars
    if parse.pos[last + 2] not in ("DET", "NOUN", "ADJ", "PROPN", "NUM"):
        return chars
    if any(parse.tags[i] in FINITE for i in range(last + 2, end)):
        return chars
    stop = end - 1 if parse.words[end - 1] in ".?!" else end
    return [*chars[:-1], (chars[-1][0], parse.ends[stop - 1])]


def _widen(parse: Parse, chars: list[Chars], quotes: list[Quote], at: int) -> list[Chars]:
    """Content that cuts a quotation takes all of it."""
    cue = parse.starts[at]
    out: list[Chars] = []
    for start, end in chars:
        for quote in quotes:
            if quote.outer_start < end and start < quote.outer_end and not quote.outer_start <= cue < quote.outer_end:
                start, end = min(start, quote.outer_start), max(end, quote.outer_end)
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _is_hearsay(draft: Draft, words: AttributionWords) -> bool:
    return draft.is_passive and draft.source is None and draft.cue.lemma in words.hearsay


def _leading_hedge(draft: Draft, words: AttributionWords) -> str:
    """The hedge of a verb that leads to the cue: "seems to show", "appeared to confirm"."""
    leads = (draft.parse.lemmas[at] for at in range(draft.cue_run[0], draft.token))
    return next((words.verbs[lemma].hedge for lemma in leads if lemma in ("seem", "appear", "purport")), "")


def _ruling(draft: Draft, words: AttributionWords) -> Cue:
    """The cue that gives the attitude: a verb that leads to it, and declines or denies, rules ("refused to say")."""
    for at in range(draft.cue_run[0], draft.token):
        lead = words.verbs.get(draft.parse.lemmas[at])
        if lead is not None and lead.attitude in ("declines", "denies") and draft.parse.pos[at] == "VERB":
            return lead
    return draft.cue


def _finished(draft: Draft) -> Attribution:
    words = load("en")
    parse, cue = draft.parse, _ruling(draft, words)
    negated = draft.cue is not IDIOM and cues.is_negated(parse, draft.token, draft.cue_run, draft.source)
    work = works.of(parse, draft.token, draft.source, words)
    return Attribution(
        source=() if draft.source is None else (parse.span(*draft.source),),
        cue=tuple(parse.span(*run) for run in (draft.cue_run, draft.rest) if run is not None),
        content=(*(parse.chars(a, b) for a, b in sorted(draft.content)), *draft.later),
        attitude=cue.denied if negated else cue.attitude,
        cue_lemma=cue.lemma,
        is_direct=draft.is_direct,
        hedge=("" if negated else cue.hedge)
        or _leading_hedge(draft, words)
        or (HEARSAY if _is_hearsay(draft, words) and not negated else ""),
        is_passive=draft.is_passive,
        work=None if work is None else parse.span(*work),
    )
