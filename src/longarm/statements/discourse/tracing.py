"""Tracing: which party of the text the words of a source stand for."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from longarm.languages import discourse as language
from longarm.model.spans import Span
from longarm.statements.attributions.nested import FIRST_PERSONS
from longarm.statements.discourse import called, nouns, shares
from longarm.statements.discourse.antecedents import (
    many_before,
    people_before,
    place_before,
    subject_after,
    subject_before,
)
from longarm.statements.discourse.citing import is_passed_on
from longarm.statements.discourse.named import Discourse, Party
from longarm.statements.discourse.names import head_of, is_date, is_name, keeper
from longarm.statements.text import Part, Text

_LISTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "CCONJ"})
LONGEST_THOSE = 10  # tokens of "those who fled the country"


@dataclass(frozen=True, slots=True)
class Traced:
    """A party by the best name that the text gives it, and the work it speaks in; both may be empty."""

    name: str
    work: str = ""


@dataclass(frozen=True, slots=True)
class Tracer:
    """What a source is traced with.

    Attributes:
        part: the passage of the source.
        source: its words.
        spoken: (name, where) of the parties that have spoken before, in order.
    """

    text: Text
    discourse: Discourse
    part: Part
    source: Span
    spoken: Sequence[tuple[str, int]]

    def trace(self) -> Traced:
        """The party that the source stands for; nobody where the author speaks of itself."""
        head = head_of(self.part.parse, self.source.start, self.source.end)
        return Traced(self.source.words) if head is None else self.of(head)

    def of(self, head: int) -> Traced:
        """The party that a noun stands for: the first of the ways of naming that fits."""
        return next(
            (found for way in _WAYS if (found := way(self, head)) is not None), Traced(_description(self, head))
        )


def _person(tracer: Tracer, head: int) -> Traced | None:
    """A person's name, as the longest form of it in the text."""
    name = called.person(tracer.part, tracer.discourse, head)
    return Traced(name) if name else None


def _relative(tracer: Tracer, head: int) -> Traced | None:
    """A relative pronoun: the noun that its clause hangs on."""
    parse = tracer.part.parse
    if parse.tags[head] not in ("WDT", "WP") and not (
        parse.lowers[head] == "that" and parse.pos[head] in ("PRON", "SCONJ")
    ):
        return None
    token = head
    for _ in range(4):
        if parse.deps[token] == "relcl":
            return tracer.of(nouns.made_with(parse, parse.heads[token]))
        token = parse.heads[token]
    return Traced("")


def _author(tracer: Tracer, head: int) -> Traced | None:
    """ "We", "this report", "the page": the author speaks of itself, which is no further voice."""
    parse, words = tracer.part.parse, language.load("en")
    lemma = parse.lemmas[head]
    is_own_work = lemma in words.works and nouns.has(parse, head, {"this", "our", "my"})
    is_own_page = (
        lemma in words.own_pages
        and parse.pos[head] == "NOUN"
        and (
            (nouns.has(parse, head, {"the", "this"}) and nouns.is_bare(parse, head))
            or (head + 1 < len(parse) and parse.words[head + 1] == ":")
        )
    )
    is_own_page = is_own_page or _is_own_opening(tracer, head)
    is_own_page = is_own_page and not any(work.kind == lemma and work.party for work in tracer.discourse.works)
    is_self = parse.lowers[head] in FIRST_PERSONS and parse.words[head] != "US"
    return Traced("") if is_own_work or is_own_page or is_self else None


def _is_own_opening(tracer: Tracer, head: int) -> bool:
    """Whether a text opens by saying what it is: "An opinion piece says that ..."; and "the author" of such a text."""
    parse, words = tracer.part.parse, language.load("en")
    if parse.lemmas[head] == "author" and nouns.has(parse, head, {"the"}) and nouns.is_bare(parse, head):
        return any(p.parse.lemmas[t] in words.own_openings for p in tracer.text.parts[:1] for t in _first_subject(p))
    is_first = tracer.part is tracer.text.parts[0] and parse.sentence_of(head) == 0
    is_own = parse.lemmas[head] in words.own_openings and nouns.has(parse, head, {"a", "an", "this"})
    return is_first and is_own and not any(parse.deps[c] in ("prep", "poss", "acl") for c in parse.children[head])


def _first_subject(part: Part) -> tuple[int, ...]:
    """The subject of the first sentence of a passage."""
    if not len(part.parse):
        return ()
    first, last = part.parse.sentences[0]
    return tuple(t for t in range(first, last) if part.parse.deps[t] == "nsubj")[:1]


def _pronoun(tracer: Tracer, head: int) -> Traced | None:
    """ "It", "he", "they": the subject it goes on with, else who spoke last, else who was named last."""
    kind = language.load("en").pronouns.get(tracer.part.parse.lowers[head])
    if kind is None:
        return None
    noun = many_before(tracer.part, head) if kind == "either" else subject_before(tracer.part, head, kind)
    if tracer.part.parse.tags[head] == "PRP$":
        noun = subject_after(tracer.part, head, kind) or noun
    return tracer.of(noun) if noun is not None else Traced(_antecedent(tracer, kind))


def _antecedent(tracer: Tracer, kind: str) -> str:
    at, discourse = tracer.source.start, tracer.discourse
    persons = {party.name for party in discourse.parties if party.kind == "person"}
    spoken = [(name, where) for name, where in tracer.spoken if where < at and _may_be(kind, name, persons)]
    named = discourse.party_before(at, kind if kind != "either" else "any")
    if kind == "either" or named is None or (spoken and spoken[-1][1] >= named.start):
        if spoken:
            return spoken[-1][0]
        titled = _titled_before(tracer) if kind == "person" else ""
        return named.name if named and kind != "either" else titled or tracer.source.words
    return named.name


def _may_be(kind: str, name: str, persons: Collection[str]) -> bool:
    """Whether a pronoun may stand for who spoke: "it" and "they" for no person, and none for another pronoun."""
    words = language.load("en")
    if name.lower() in words.pronouns:
        return False
    is_person = any(name.endswith(person) for person in persons)
    if kind == "organisation":
        return not is_person and not any(word in words.persons | words.callings for word in name.lower().split())
    return is_person == (kind == "person")


def _titled_before(tracer: Tracer) -> str:
    """Somebody named last with an office, whom the parser has for no person: "asked by the MP Abel Cano. He ..."."""
    parse, words = tracer.part.parse, language.load("en")
    titles = words.persons | words.callings
    for token in range(len(parse) - 1, -1, -1):
        if parse.ends[token] > tracer.source.start or parse.pos[token] != "PROPN":
            continue
        if any(parse.lowers[c] in titles and parse.deps[c] in ("compound", "nmod") for c in parse.children[token]):
            return nouns.whole_name(parse, token)
    return ""


def _share(tracer: Tracer, head: int) -> Traced | None:
    """ "Half of the academics", "one in five", "one of them, the poet X": the group, or the one whom the words name."""
    parse = tracer.part.parse
    if (named := shares.beside(parse, head)) is not None:
        return tracer.of(named)
    if shares.counted(parse, head) is not None:
        return _uncounted(tracer, head)
    if not shares.is_share(parse, head):
        return None
    noun = shares.whole(parse, head)
    return _of_many(tracer, head, shares.words(parse, head)) if noun is None else _of_those(tracer, head, noun)


def _partitive(tracer: Tracer, head: int) -> Traced | None:
    """ "Dozens of rights groups", "one of the officers": those it is so many of."""
    parse = tracer.part.parse
    is_part = parse.lowers[head] in language.load("en").partitives or parse.lowers[head].isdigit()
    if parse.tags[head] not in ("CD", "NNS", "DT", "JJ", "JJS") or not is_part:
        return None
    of = next((c for c in parse.children[head] if c > head and parse.lowers[c] == "of"), None)
    noun = None if of is None else next((c for c in parse.children[of] if parse.deps[c] == "pobj"), None)
    if of is None and parse.tags[head] == "CD":
        counted = people_before(tracer.part, head)  # "11 said so", of the people counted before
        return None if counted is None else _uncounted(tracer, counted)
    return None if noun is None else _of_those(tracer, head, noun)


def _of_those(tracer: Tracer, head: int, noun: int) -> Traced:
    """Who so many of some are: "many of the exiles", "many of those asked", "many of them", "most of whom"."""
    parse = tracer.part.parse
    if parse.lowers[noun] == "whom":
        first, _, rest = (whole := tracer.of(noun).name).partition(" ")
        name = rest if rest and first.replace(",", "").isdigit() else whole
        return Traced(name) if name else _of_many(tracer, head, parse.span(head, noun + 1).words)
    if parse.lowers[noun] not in ("them", "these", "those"):
        return tracer.of(noun)
    said = _those(tracer, noun)
    return said if said is not None and said.name else _of_many(tracer, head, parse.span(head, noun + 1).words)


def _of_many(tracer: Tracer, head: int, words: str) -> Traced:
    """The people named before, else the words themselves."""
    many = people_before(tracer.part, head) or many_before(tracer.part, head)
    return Traced(words) if many is None else _uncounted(tracer, many)


def _uncounted(tracer: Tracer, noun: int) -> Traced:
    """Those of whom some speak, without their number: "71 of 102 staff" are staff."""
    parse = tracer.part.parse
    number = max((c for c in parse.children[noun] if parse.deps[c] == "nummod" and c < noun), default=None)
    return tracer.of(noun) if number is None else Traced(parse.span(number + 1, noun + 1).words)


def _floating(tracer: Tracer, head: int) -> Traced | None:
    """ "Far Shore and Harbour Watch both said": the word for all of them stands behind them."""
    parse = tracer.part.parse
    if parse.lowers[head] not in ("all", "both", "each") or parse.children[head]:
        return None
    start = parse.sentences[parse.sentence_of(head)][0]
    first = head
    while first > start and (parse.pos[first - 1] in _LISTED or parse.words[first - 1] == ","):
        first -= 1
    named = head_of(parse, parse.starts[first], parse.ends[head - 1]) if first < head else None
    return None if named is None or parse.pos[named] not in ("NOUN", "PROPN") else tracer.of(named)


def _those(tracer: Tracer, head: int) -> Traced | None:
    """ "Those who fled", "anyone who asked": with what says who they are."""
    parse = tracer.part.parse
    if parse.lowers[head] not in ("those", "anyone", "everyone", "anybody", "everybody"):
        return None
    said = next((c for c in parse.children[head] if parse.deps[c] in ("relcl", "prep", "acl") and c > head), None)
    if said is None:
        return Traced("")
    return Traced(parse.span(head, min(parse.subtree(said)[1], head + LONGEST_THOSE)).words)


def _record(tracer: Tracer, head: int) -> Traced | None:
    """A count or data as the source: whose they are ("a tally by Far Shore", "police figures"); else nobody."""
    parse, words = tracer.part.parse, language.load("en")
    if parse.lemmas[head] not in words.records or nouns.is_in_name(parse, head):
        return None
    owner = keeper(parse, head)
    is_heard = any(lemma in words.courts for part in tracer.text.parts for lemma in part.parse.lemmas)
    if owner is None and parse.lemmas[head] == "evidence" and is_heard:
        return Traced(_description(tracer, head))  # what a court was shown is a voice, if nobody's
    return Traced("") if owner is None else tracer.of(owner)


def _work(tracer: Tracer, head: int) -> Traced | None:
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
        return Traced(party or _description(tracer, head), lemma)
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
        return Traced(speakers[-1] if speakers else _description(tracer, head), lemma)
    return Traced(work.party or work.title or _description(tracer, head), work.title or work.kind)


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
        return speakers[-1] if speakers[-1] in bodies else ""
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


def _name(tracer: Tracer, head: int) -> Traced | None:
    """A name, its own or one beside it: "Meridian Institute", "the rights group Far Shore"."""
    parse, words = tracer.part.parse, language.load("en")
    is_kind = parse.lemmas[head] in words.generic_organisations and nouns.has(parse, head, {"the"})
    is_kind = is_kind and not any(parse.deps[c] == "appos" and is_name(parse, c) for c in parse.children[head])
    if is_kind and nouns.is_bare(parse, head) and (found := _reference(tracer, head)) is not None:
        return found  # "the NGO", in capitals
    if is_name(parse, head):
        return _named_beside(tracer, head) or Traced(nouns.whole_name(parse, head))
    for child in parse.children[head]:
        if not is_name(parse, child):
            continue
        beside = parse.deps[child] == "compound" and child == head - 1 and parse.lemmas[head] in words.organisations
        if parse.deps[child] == "appos" or (beside and not nouns.is_placed(parse, child)):
            return Traced(nouns.whole_name(parse, child))
    return None


def _named_beside(tracer: Tracer, head: int) -> Traced | None:
    """The person whose office a name is: "the Minister of Justice, Elena Ruiz, said"."""
    parse = tracer.part.parse
    beside = (c for c in parse.children[head] if parse.deps[c] == "appos" and c > head)
    return next((found for c in beside if (found := _person(tracer, c)) is not None), None)


def _reference(tracer: Tracer, head: int) -> Traced | None:
    """ "The embassy", "the group", "the minister": the one described or named before."""
    parse, words = tracer.part.parse, language.load("en")
    lemma = parse.lemmas[head]
    speaks = lemma in words.spokespersons
    if not nouns.is_bare(parse, head, ("based",)) or parse.tags[head] in ("NNS", "NNPS"):
        return None
    if nouns.has(parse, head, {"the", "this", "that"}):
        if lemma in words.persons | words.callings and (name := _called(tracer, head)) is not None:
            return Traced(name or _description(tracer, head))
        if earlier := _described_before(tracer, head):
            return Traced(earlier)
        for kind, lemmas in (("organisation", words.organisations), ("person", words.persons)):
            if lemma in lemmas and not speaks and (name := _named_before(tracer, lemma, kind)):
                return Traced(name)
    is_of_told = lemma in words.functionaries and nouns.has(parse, head, {"a", "an"})
    return _spokesperson(tracer, head, is_of_told) if speaks or is_of_told else None


def _called(tracer: Tracer, head: int) -> str | None:
    """Whom "the activist" names; empty where the text does not tell which of several."""
    return called.last_called(tracer.text, tracer.discourse, tracer.part, head, tracer.spoken)


def _spokesperson(tracer: Tracer, head: int, is_of_told: bool) -> Traced | None:
    """ "A spokesperson": of the body that the sentences before are about; "an official": of the one that is told of."""
    body = subject_before(tracer.part, head, "organisation")
    parse = tracer.part.parse
    if body is not None and is_of_told and parse.sentence_of(body) != parse.sentence_of(head):
        return None
    return None if body is None else Traced(f"{tracer.part.parse.words[head]} for {tracer.of(body).name}")


_WAYS: tuple[Callable[[Tracer, int], Traced | None], ...] = (
    _person,
    _relative,
    _author,
    _pronoun,
    _floating,
    _share,
    _partitive,
    _those,
    _record,
    _work,
    _name,
    _reference,
)


# --- what stands before --------------------------------------------------------------------------------------------


def _named_before(tracer: Tracer, lemma: str, kind: str) -> str:
    """The party that "the <lemma>" stands for: one whose name has the word, else the last that spoke, else the last."""
    named = [p for p in tracer.discourse.parties if p.start < tracer.source.start and p.kind == kind]
    if lemma in language.load("en").companies:
        finders = {work.party for work in tracer.discourse.works}
        named = [p for p in named if p.name not in finders]  # who publishes findings is not who sells what was found
    bearing = [p for p in named if lemma in p.name.lower().split()]
    if kind == "organisation" and not bearing:
        named = [p for p in named if not _is_state_or_place(tracer, p)]
    if kind == "person":
        named = [p for p in named if called.may_be_called(tracer.text, tracer.discourse, p.name, lemma)]
    generic = kind == "person" or lemma in language.load("en").generic_organisations
    speakers = {name for name, where in tracer.spoken if where < tracer.source.start}
    speaking = [party for party in named if party.name in speakers]
    chosen = bearing or ((speaking or named) if generic else [])
    if kind == "organisation" and lemma in language.load("en").advocates and not bearing:
        owners = {work.party for work in tracer.discourse.works}
        chosen = [p for p in chosen if p.name in owners] or chosen
    subjects = [p for p in chosen if _is_subject(tracer, p.start)]
    return (subjects or chosen)[-1].name if chosen else ""


def _is_state_or_place(tracer: Tracer, party: Party) -> bool:
    """Whether a name is of a place, or of a body in session or of a state, which nobody calls "the group"."""
    known, name = language.load("en").hearing_bodies, party.name.lower()
    if name in known or name.split()[-1] in known - {"house"}:  # Freedom House is a group
        return True
    return any(t.span.words == party.name and t.role == "place" for part in tracer.text.parts for t in part.toponyms)


def _is_subject(tracer: Tracer, char: int) -> bool:
    """Whether a name is in the subject of the main clause of its sentence, which "the court" goes on with first."""
    part = next((p for p in tracer.text.parts if p.passage.span.start <= char < p.passage.span.end), None)
    token = None if part is None else part.parse.token_at(char)
    if part is None or token is None:
        return False
    parse = part.parse
    main = next((t for t in range(*parse.sentences[parse.sentence_of(token)]) if parse.deps[t] == "ROOT"), None)
    subject = (
        None if main is None else next((c for c in parse.children[main] if parse.deps[c].startswith("nsubj")), None)
    )
    return subject is not None and subject in (token, *called.within(parse, token))


def _described_before(tracer: Tracer, head: int) -> str:
    """What "the embassy" stands for where the text spoke of "the Chinese embassy" before, or empty: the last that was a
    subject, else the last of all."""
    part = tracer.part
    found: list[tuple[Part, int]] = []
    for earlier in [p for p in tracer.text.parts if p.passage.span.start <= part.passage.span.start]:
        stop = head if earlier is part else len(earlier.parse)
        found += [(earlier, t) for t in range(stop) if called.bears_name(earlier.parse, t, part.parse.lemmas[head])]
    subjects = [(p, t) for p, t in found if p.parse.deps[t] in ("nsubj", "nsubjpass")]
    if not found:
        return ""
    there, token = (subjects or found)[-1]
    if there.parse.pos[token] == "PROPN":
        return nouns.whole_name(there.parse, token)
    return _description(replace(tracer, part=there), token)


def _description(tracer: Tracer, head: int) -> str:
    """A common noun with its modifiers and its institution: "Chinese authorities", "spokesperson for the ministry"."""
    parse = tracer.part.parse
    first, last = head, head + 1
    for child in parse.children[head]:
        dep = parse.deps[child]
        if child < head and dep in ("amod", "compound", "poss", "nmod", "nummod") and not is_date(parse, child):
            first = min(first, parse.subtree(child)[0])
        if child == head + 1 and dep == "prep" and parse.lowers[child] in ("for", "of", "at", "from", "in"):
            low, high = parse.subtree(child)
            if high - low <= 7 and any(parse.pos[i] == "PROPN" for i in range(low, high)):
                last = high
    while first < head and parse.pos[first] in ("DET", "PUNCT"):
        first += 1
    if parse.tags[first] == "PRP$" and first < head and (owner := _owner(tracer, first)):
        return f"{owner}{'’' if owner.endswith('s') else '’s'} {parse.span(first + 1, last).words}"
    return parse.span(first, last).words


def _owner(tracer: Tracer, pronoun: int) -> str:
    """Whose somebody is, by name: "his spokesman" is that of who was named before; empty where nobody was."""
    parse = tracer.part.parse
    kind = language.load("en").pronouns.get(parse.lowers[pronoun])
    if kind == "either":
        many = many_before(tracer.part, pronoun)
        return "" if many is None else _uncounted(tracer, many).name
    if kind not in ("person", "organisation"):
        return ""
    noun = subject_before(tracer.part, pronoun, kind)
    if noun is None and kind == "organisation":
        noun = place_before(tracer.part, pronoun)
    if noun is None or tracer.part.parse.tags[noun] == "PRP":
        return ""
    name = tracer.of(noun).name if is_name(tracer.part.parse, noun) else tracer.part.parse.words[noun]
    is_named = any(party.name == name for party in tracer.discourse.parties)
    return name if is_named or kind == "organisation" else ""
