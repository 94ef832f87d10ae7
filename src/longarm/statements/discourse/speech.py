"""Speeches: attributions whose source has been traced to a party of the text."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from longarm.languages import attributions as attribution_language
from longarm.languages import discourse as language
from longarm.languages import turns
from longarm.model.spans import Span
from longarm.model.statements import Attribution, Voice
from longarm.places import nations
from longarm.statements.attributions import extents
from longarm.statements.attributions.cues import NEGATIVE_SOURCES
from longarm.statements.discourse import asides, deeds
from longarm.statements.discourse.named import Discourse
from longarm.statements.discourse.names import head_of, is_date
from longarm.statements.discourse.tracing import tracer
from longarm.statements.parse import Parse
from longarm.statements.stance.refusals import refuses
from longarm.statements.text import NOTE, Part, Text

OBLIGING = frozenset({"should", "must", "shall", "ought"})
IMPLIED = "implied"  # how a voice is found that the text does not name
UNABLE = frozenset(
    {"could", "unable", "able", "cannot", "can"}
)  # who would not confirm is silent, who could not knows not
REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves", "myself", "ourselves"))


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution whose source has been traced to a party of the text.

    Attributes:
        name, work: party and work; name is empty where the text names nobody ("it is alleged").
        apart: what the author tells aside within the content ("asked about the writer, who vanished later").
        is_deed: whether what looks like words is done ("threatened to arrest them"), and nobody's voice.
    """

    attribution: Attribution
    name: str
    work: str
    apart: tuple[Span, ...] = ()
    is_deed: bool = False

    def covers(self, char: int) -> bool:
        """Whether a character belongs to what is said."""
        for span in self.attribution.content:  # plain loops: asked of every character that matters
            if span.start <= char < span.end:
                return not any(told.start <= char < told.end for told in self.apart)
        return False

    def tokens(self, parse: Parse) -> list[int]:
        """The tokens of a passage that begin within what is said, in order."""
        starts = parse.starts
        runs = [range(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in self.attribution.content]
        found = runs[0] if len(runs) == 1 else sorted({token for run in runs for token in run})
        return [token for token in found if self.covers(starts[token])] if self.apart else list(found)

    @property
    def size(self) -> int:
        """Characters of what is said."""
        return sum(span.end - span.start for span in self.attribution.content)

    def voice(self, found: str) -> Voice:
        """The link of a chain that this speech makes."""
        mention = self.attribution.source[0] if self.attribution.source else None
        cue = self.attribution.cue[0] if self.attribution.cue else None
        found = found if mention else IMPLIED
        return Voice(self.name, self.work, mention, cue, found, self.attribution.attitude)


def speeches(text: Text, discourse: Discourse) -> tuple[Speech, ...]:
    """The speeches of a text, in the order of its attributions."""
    found: list[Speech] = []
    for attribution in sorted(text.attributions, key=lambda a: a.cue[0].start if a.cue else 0):
        if not attribution.source:
            where = text.part_at(attribution.cue[0].start) if attribution.cue else None
            if where is None or not _refuses(where, attribution):
                apart = () if where is None else asides.of(where.parse, attribution)
                found.append(Speech(attribution, "", "", apart))
            continue
        part = text.part_at(attribution.source[0].start)
        if attribution.cue_lemma == ":" and attribution.source[0].words.lower() in turns.load("en").unnamed:
            continue
        if part is None or not _asserts(part.parse, attribution) or _refuses(part, attribution):
            continue
        if _is_dateline(part, attribution) or _is_marker(part, attribution) or _is_to_be_said(part.parse, attribution):
            continue
        if _is_left_open(attribution):
            found.append(Speech(replace(attribution, attitude="asks"), "", ""))
            continue
        if _is_nobody(attribution) or _is_former(part, attribution):
            is_doubt = _is_nobody(attribution) and attribution.attitude == "asserts"  # "nobody doubts that"
            found.append(Speech(attribution if is_doubt else replace(attribution, attitude="denies"), "", ""))
            continue
        attribution = asides.without_occasion(part.parse, attribution)
        spoken = [(s.name, s.attribution.source[0].start) for s in found if s.name and not s.is_deed]
        traced = tracer(text, discourse, part, attribution.source[-1], spoken).trace()
        if traced.parties:
            discourse.joint[traced.name] = traced.parties
        work = traced.work
        if attribution.work and not work:
            work = _work_named(part.parse, attribution.work, traced.name, discourse)
        issuer = _issuer(part.parse, attribution.work, traced.name) if attribution.work else ""
        name = issuer or _prosecutors(part, attribution, traced.name)
        found.append(
            Speech(attribution, name, work, asides.of(part.parse, attribution), deeds.is_deed(part, attribution))
        )
    found.extend(_charge(text, discourse, attribution) for attribution in text.charges)
    return tuple(found)


def _charge(text: Text, discourse: Discourse, attribution: Attribution) -> Speech:
    """A charge as the words of the office that brings it; of unnamed prosecutors where the text names no office."""
    part = text.part_at(attribution.cue[0].start)
    apart = () if part is None else extents.asides(part.parse)
    if part is None or not attribution.source:
        return Speech(attribution, language.load("en").charging_office, "", apart)
    part = text.part_at(attribution.source[0].start) or part
    return Speech(attribution, tracer(text, discourse, part, attribution.source[0], ()).trace().name, "", apart)


def _prosecutors(part: Part, attribution: Attribution, name: str) -> str:
    """Who charges where a state is said to: its prosecutors."""
    words, source = language.load("en"), attribution.source[-1]
    article = len("the ") if source.words.lower().startswith("the ") else 0
    if any(mention.span.overlaps(source) for mention in part.people):
        return name
    is_state = any((t.span.start, t.span.end) == (source.start + article, source.end) for t in part.toponyms)
    is_charge = attribution.cue_lemma in words.charging_verbs and not attribution.is_passive
    if not (is_state and is_charge):
        return name
    name = name or source.words[article:]
    return f"{name if name.isupper() else name + '’s'} {words.charging_office.split()[-1]}"


def _asserts(parse: Parse, attribution: Attribution) -> bool:
    """Whether the words put an assertion into somebody's mouth: a wish or an aim ("wants to return") does not."""
    cue = attribution_language.load("en").verbs.get(attribution.cue_lemma)
    if any(span.words.split()[0].lower() in REFLEXIVES for span in attribution.content if span.words.split()):
        return False  # "found himself in a cell"
    if attribution.cue_lemma in language.load("en").ignoring_verbs or _is_of_it(attribution):
        return False
    if cue is None or cue.kind != "thought" or _is_view(attribution):
        return True
    return any(
        dep in ("nsubj", "nsubjpass", "expl") and any(s.start <= parse.starts[t] < s.end for s in attribution.content)
        for t, dep in enumerate(parse.deps)
    )


def _is_view(attribution: Attribution) -> bool:
    """Whether a verb of thinking tells without a clause what is held: "regards it as a post", "knows of nine"."""
    lemma, cue = attribution.cue_lemma, attribution.cue[-1].words.lower()
    if lemma not in language.load("en").viewing_verbs or attribution.is_passive:
        return False
    if all(span.words.lower() in ("it", "this", "them", "him", "her") for span in attribution.content):
        return False
    is_as = any(" as " in f" {span.words} " for span in attribution.content)
    return is_as or lemma in ("see", "suspect") or (lemma == "know" and cue.endswith(" of"))


def _refuses(part: Part, attribution: Attribution) -> bool:
    """Whether a verb of denying tells of what is withheld or refused, which is a deed and no word."""
    if attribution.attitude != "denies":
        return False
    tokens = [t for span in attribution.cue for t in part.tokens_of(span) if part.parse.pos[t] == "VERB"]
    return any(refuses(part.parse, token) for token in tokens)


def _is_of_it(attribution: Attribution) -> bool:
    """Whether nothing is told but "it", which words before told: "announced it", "could not verify it"."""
    tells = attribution.attitude in ("asserts", "confirms", "declines") and not attribution.is_passive
    return tells and [span.words.lower() for span in attribution.content] in (["it"], ["this"], ["them"])


def _is_dateline(part: Part, attribution: Attribution) -> bool:
    """Whether a colon only follows the place a text was filed from, or where and when a point of a list happened:
    "Amsterdam: ...", "April 2015, Porto: ..."."""
    if attribution.cue_lemma != ":":
        return False
    source = attribution.source[-1]
    if part.parse.words[-1] not in STOPS and source.words.lower() in nations.seats():
        return False  # in a headline a state speaks there by its seat
    places = [t.span for t in part.toponyms if t.role == "place" and t.span.overlaps(source)]
    return bool(places) and all(
        any(place.start <= part.parse.starts[token] < place.end for place in places)
        or is_date(part.parse, token)
        or part.parse.pos[token] in ("NUM", "PUNCT")
        for token in part.tokens_of(source)
    )


STOPS = frozenset({".", "?", "!"})


def _is_marker(part: Part, attribution: Attribution) -> bool:
    """Whether a colon only follows what marks a note by which the text was changed: "Correction, 6 March: ..."."""
    begins = attribution.source[0].start == part.passage.span.start
    return attribution.cue_lemma == ":" and begins and part.passage.kind == NOTE


def _is_to_be_said(parse: Parse, attribution: Attribution) -> bool:
    """Whether words are only to be said: "any copy must state that ..."."""
    return bool(attribution.cue) and any(word in OBLIGING for word in attribution.cue[0].words.lower().split()[:-1])


def _is_nobody(attribution: Attribution) -> bool:
    """Whether the author tells that nobody says it: "no report says that ...", "none of them confirmed"."""
    return attribution.source[-1].words.split()[0].lower() in NEGATIVE_SOURCES


def _is_left_open(attribution: Attribution) -> bool:
    """Whether the author tells what a party has not found out: "investigators have not determined who ordered it"."""
    words = language.load("en")
    cue = attribution.cue[0].words.lower().split()
    content = [word for span in attribution.content[:1] for word in span.words.lower().split()[:1]]
    is_question = attribution.attitude != "asserts" and bool(words.asking & set(content))
    is_inquiry = attribution.cue_lemma in words.inquiring_verbs
    is_tried = attribution.cue_lemma in words.checking_verbs and bool(UNABLE & set(cue))
    return is_question and (is_inquiry or is_tried)


def _is_former(part: Part, attribution: Attribution) -> bool:
    """Whether the author takes back its own words: "an earlier version of this article said that ..."; in a note on
    what was changed also "the previous version stated"."""
    words, parse = language.load("en"), part.parse
    for head in part.tokens_of(attribution.source[-1]):
        if parse.lemmas[head] in words.versions:
            low, high = parse.subtree(head)
            is_own = part.passage.kind == NOTE or any(parse.lowers[token] == "this" for token in range(head, high))
            return is_own and any(parse.lowers[token] in words.former for token in range(low, head))
    return False


def _issuer(parse: Parse, work: Span, party: str) -> str:
    """The office that gave out a party's words: "in a statement by its embassy in Porto", said of a state."""
    if not party or not parse.starts[0] <= work.start < parse.ends[-1]:
        return ""
    for token in range(len(parse)):
        inside = work.start <= parse.starts[token] and parse.ends[token] <= work.end
        owner = next((c for c in parse.children[token] if parse.tags[c] == "PRP$"), None)
        if not inside or owner is None or parse.lemmas[token] not in language.load("en").organisations:
            continue
        if parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] in ("by", "from", "of"):
            return f"{party}’s {parse.span(owner + 1, parse.subtree(token)[1]).words}"
    return ""


def _work_named(parse: Parse, span: Span, party: str, discourse: Discourse) -> str:
    """Title or kind of the work that is named as the place of a party's words."""
    head = head_of(parse, span.start, span.end)
    kind = parse.lemmas[head] if head is not None else ""
    for work in discourse.works:
        if span.start <= work.start < span.end:
            return work.title or work.kind
    known = discourse.work_of(party)
    return (known.title or known.kind) if known else kind
