"""Works: whose words a work, a count or data is: "the report", "a statement by X", "police figures"."""

from longarm.languages import discourse as language
from longarm.statements.discourse import nouns
from longarm.statements.discourse.antecedents import subject_before
from longarm.statements.discourse.citing import is_passed_on
from longarm.statements.discourse.names import keeper
from longarm.statements.discourse.tracing import descriptions
from longarm.statements.discourse.tracing.tracer import Traced, Tracer
from longarm.statements.parse import Parse


def record(tracer: Tracer, head: int) -> Traced | None:
    """A count or data as the source: whose they are ("a tally by Far Shore", "police figures"); else nobody."""
    parse, words = tracer.part.parse, language.load("en")
    if parse.lemmas[head] not in words.records or nouns.is_in_name(parse, head):
        return None
    owner = keeper(parse, head)
    is_heard = any(lemma in words.courts for part in tracer.text.parts for lemma in part.parse.lemmas)
    if owner is None and parse.lemmas[head] == "evidence" and is_heard:
        return Traced(descriptions.description(tracer, head))  # what a court was shown is a voice, if nobody's
    return Traced("") if owner is None else tracer.of(owner)


LONGEST_SECTION = 8  # tokens of "paragraph 14 of the written charge sheet"


def section(tracer: Tracer, head: int) -> Traced | None:
    """A part of a work as the source: "paragraph 14 of the charge sheet states"; "paragraph 15 adds" after that."""
    parse, lemma = tracer.part.parse, tracer.part.parse.lemmas[head]
    if lemma not in language.load("en").sections or parse.deps[head] not in ("nsubj", "pobj"):
        return None
    alike = [t for t in range(head, -1, -1) if parse.lemmas[t] == lemma]
    is_counted = head + 1 < len(parse) and parse.tags[head + 1] == "CD"
    work = next((w for t in (alike if is_counted else [head]) if (w := _whole(parse, t)) is not None), None)
    return None if work is None else tracer.of(work)


def _whole(parse: Parse, section: int) -> int | None:
    """The work that something is a part of, by where it stands: "page 12 of the report"."""
    words, reach = language.load("en"), parse.lowers[section + 1 : section + LONGEST_SECTION]
    if "of" not in reach[:2]:
        return None
    behind = range(section + 1 + reach.index("of"), section + 1 + len(reach))
    return next((t for t in behind if parse.lemmas[t] in words.works or parse.lemmas[t] in words.papers), None)


def work(tracer: Tracer, head: int) -> Traced | None:
    """A work as the source: its party, and its title or kind of work; no title for several works at once."""
    words, parse, discourse = language.load("en"), tracer.part.parse, tracer.discourse
    lemma = parse.lemmas[head]
    if (lemma not in words.works and parse.lowers[head] not in words.referring_works) or nouns.is_in_name(parse, head):
        return None
    char = parse.starts[head]
    if parse.tags[head] == "NNS":
        is_back = nouns.is_bare(parse, head) and nouns.has(parse, head, {"the", "these", "those", "both"})
        known = [w.party for w in discourse.works if w.start <= char and w.kind == lemma and w.party]
        party = known[0] if is_back and known else ""
        return Traced(party or descriptions.description(tracer, head), lemma)
    work = next((w for w in discourse.works if w.start == char), None)
    is_given = not is_passed_on(parse, head) and not (work is not None and work.party)
    giver = nouns.giver(parse, head) if is_given else None
    if giver is not None:
        return Traced(tracer.of(giver).name, work.title or lemma if work else lemma)
    if work is None or not (work.party or work.title or work.is_new):
        is_new = nouns.has(parse, head, {"a", "an"})
        is_new = is_new or lemma in words.court_papers
        work = discourse.work_at(char, lemma) or (None if is_new else discourse.work_at(char)) or work
    issuer = _issuer(tracer, head) if work is None or not work.party else ""
    if lemma in words.court_papers and not any(word in words.court_offices for word in issuer.lower().split()):
        issuer = ""  # the group that spoke last has only its view of the indictment
    if issuer:
        return Traced(issuer, work.title or lemma if work else lemma)
    if work is None or not (work.party or work.title):
        given_out = lemma in words.given_out and nouns.has(parse, head, {"the"}) and nouns.is_bare(parse, head)
        speakers = [name for name, where in tracer.spoken if where < char] if given_out else []
        later = next((w for w in discourse.works if w.start > char and w.kind == lemma and w.party), None)
        if later is not None and lemma not in words.given_out and nouns.is_bare(parse, head):
            return Traced(later.party, later.title or later.kind)
        return Traced(speakers[-1] if speakers else descriptions.description(tracer, head), lemma)
    return Traced(work.party or work.title or descriptions.description(tracer, head), work.title or work.kind)


def _issuer(tracer: Tracer, head: int) -> str:
    """The organisation that spoke last in the passage, for "the report" of nobody in particular after it; else the only
    one that spoke in the text before."""
    parse, start = tracer.part.parse, tracer.part.passage.span.start
    if _is_statement(tracer, head) and (body := subject_before(tracer.part, head, "organisation")) is not None:
        return tracer.of(body).name if parse.sentence_of(body) == parse.sentence_of(head) else ""
    if not nouns.has(parse, head, {"the"}) or not nouns.is_bare(parse, head) or _is_passed_on(tracer, head):
        return ""
    bodies = {party.name for party in tracer.discourse.parties if party.kind == "organisation"}
    speakers = [name for name, where in tracer.spoken if start <= where < parse.starts[head]]
    if speakers:
        return speakers[-1] if speakers[-1] in bodies or _is_body(speakers[-1]) else ""
    if _is_introduced(tracer, head):
        return ""  # "appears in a report": whose it is the text told there, or nowhere
    before = {name for name, where in tracer.spoken if where < start and name in bodies}
    return next(iter(before)) if len(before) == 1 else ""


def _is_statement(tracer: Tracer, head: int) -> bool:
    """Whether words are given out by nobody who is named with them: "X closed the office, a statement said"."""
    parse, words = tracer.part.parse, language.load("en")
    return parse.lemmas[head] in words.given_out and nouns.has(parse, head, {"a", "an"}) and nouns.is_bare(parse, head)


def _is_passed_on(tracer: Tracer, head: int) -> bool:
    """Whether a text told before that others got to see such a work, whose words are not theirs: "a memo seen by X"."""
    lemma, char = tracer.part.parse.lemmas[head], tracer.part.parse.starts[head]
    return any(
        part.parse.lemmas[token] == lemma and is_passed_on(part.parse, token)
        for part in tracer.text.parts
        for token in range(len(part.parse))
        if part.parse.starts[token] < char
    )


def _is_introduced(tracer: Tracer, head: int) -> bool:
    """Whether a text told before of such a work as of a new one: "a report", "an indictment"."""
    lemma, char = tracer.part.parse.lemmas[head], tracer.part.parse.starts[head]
    return any(
        part.parse.lemmas[token] == lemma and nouns.has(part.parse, token, {"a", "an"})
        for part in tracer.text.parts
        for token in range(len(part.parse))
        if part.parse.starts[token] < char
    )


def _is_body(name: str) -> bool:
    """Whether words for a speaker call it a body: "the tribunal", "Danish security service"."""
    return name.split()[-1].lower() in language.load("en").organisations
