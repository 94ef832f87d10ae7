"""Decisions by form: each writes entries through `desk.deciding`, and leads back to where it was taken."""

from dataclasses import replace

from starlette.responses import Response

from longarm.desk.deciding import decide, drafts
from longarm.model.claims import Claim, Source
from longarm.model.matters import (
    DESCRIBED,
    REPLY_STATES,
    VERDICTS,
    Addition,
    Anonymity,
    Attach,
    Correction,
    Description,
    Merge,
    Ownership,
    Placing,
    Reply,
    Review,
    Revisit,
    Split,
    Transcript,
    Tying,
    Undo,
    Variants,
    What,
    Withholding,
)
from longarm.storage import browse
from longarm.web import saying
from longarm.web.answers import Refused, see_other
from longarm.web.declared import TEXT, Field
from longarm.web.papers import current, paper
from longarm.web.views.claims import claim_of
from longarm.web.views.review import part
from longarm.web.visit import Visit

YES, NO = "yes", "no"
COMMON = (Field("base", 16, is_required=True), Field("once", 40), Field("why", 2000))
HOLDS = Field("holds", choices=(YES, NO), is_required=True)
REVIEW = (*COMMON, Field("verdict", choices=VERDICTS, is_required=True))
CORRECT = (*COMMON, *saying.statement_fields(), Field("accept", choices=(YES,)))
ADD = (*CORRECT, Field("about", 60))
DESCRIBE = (*COMMON, *(Field(name) for name in DESCRIBED))
TRANSCRIBE = (*COMMON, Field("text", TEXT, is_required=True), Field("number", 6))
REPLY = (
    *COMMON,
    Field("party", 200, is_required=True),
    Field("status", choices=REPLY_STATES, is_required=True),
    Field("on", 10, is_required=True),
    Field("reply", 60),
)
SPLIT = (*COMMON, Field("statements", 60, is_many=True, is_required=True))
JUDGE = (
    *COMMON,
    Field("left", 60, is_required=True),
    Field("right", 60, is_required=True),
    Field("verdict", choices=("same", "not-same"), is_required=True),
)
WITHHOLD = (*COMMON, HOLDS)
REVISIT = (*COMMON, Field("on", 10))
TIE = (
    *COMMON,
    Field("source", 60, is_required=True),
    Field("work", 60),
    Field("verdict", choices=("confirmed", "undone"), is_required=True),
)
VARIANT = (
    *COMMON,
    Field("name", 200, is_required=True),
    Field("verdict", choices=("same", "not-same"), is_required=True),
)
OWN = (*COMMON, Field("owner", 200, is_required=True), HOLDS)
ANONYMOUS = (*COMMON, HOLDS)
PLACE = (*COMMON, Field("words", 200, is_required=True), Field("place", 100))
UNDO = (*COMMON, Field("statement", 60))
ATTACH = (*COMMON, Field("words", TEXT, is_required=True), Field("start", 12), Field("statement", 60, is_required=True))


def write(visit: Visit, *whats: What, back: str = "") -> Response:
    """Writes decisions in the name of the person who asks; together or not at all."""
    made = decide.decide_all(
        visit.desk.paths.root,
        whats,
        by=visit.person.name,
        why=visit.one("why"),
        base=visit.number("base", 0, 1 << 53),
        id=visit.one("once"),
        now=visit.desk.now,
    )
    visit.desk.reweigher.want()
    if visit.is_part and (about := _statement(made[0].what) or visit.one("statement")):
        return part(visit, about)
    target = back or visit.back or "/"
    return see_other(target)


def _statement(what: What) -> str:
    return what.statement if isinstance(what, Review | Correction | Tying) else ""


def review(visit: Visit) -> Response:
    """Accepts or rejects a statement, or marks it as irrelevant."""
    id_ = visit.path["id"]
    return write(visit, Review(id_, visit.one("verdict")), back=_at(visit, id_))


def undo(visit: Visit) -> Response:
    """Takes a decision back, by another one."""
    return write(visit, Undo(visit.path["id"]), back=_at(visit, visit.one("statement")))


def correct(visit: Visit) -> Response:
    """Corrects what a statement is read as; may accept it in the same go.

    Raises:
        Refused: nothing in the form differs from how it stands.
    """
    id_ = visit.path["id"]
    with visit.desk.read() as ledger:
        found, told = current(visit.desk, ledger, id_)
    if not told.layer:
        raise Refused(409, "The document has no text any more.")
    stands = next((one for one in told.statements if one.id == id_), found.statement)
    new = saying.filled(stands, visit, told.layer)
    fields = saying.changed(stands, new)
    whats: list[What] = [Correction(id_, fields, new)] if fields else []
    if visit.one("accept"):
        whats.append(Review(id_, "accepted"))
    if not whats:
        raise Refused(400, "Nothing was changed: the form says what the statement says already.")
    return write(visit, *whats, back=f"/statements/{id_}")


def add(visit: Visit) -> Response:
    """Adds a statement over words of a document; it is accepted with that, since a person made it."""
    told = paper(visit.desk, visit.path["id"])
    if not told.layer:
        raise Refused(409, "This document has no text yet: type what the page says first.")
    start = visit.number("start", -1)
    span = saying.place_words(told.layer, visit.one("words"), start if start >= 0 else None)
    publisher = told.document.publisher.value if told.document.publisher else ""
    words = drafts.Words(told.layer, span.start, span.end)
    base = drafts.statement(words, visit.one("kind") or "act", publisher=publisher)
    said = replace(saying.filled(base, visit, told.layer), id=_new(visit))
    passages = told.reading.passages if told.reading else ()
    inside = next((n for n, one in enumerate(passages) if one.span.start <= span.start < one.span.end), 0)
    said = replace(said, passage=inside, by=visit.person.name)
    about = (visit.one("about"),) if visit.one("about") else ()
    response = write(visit, Addition(said, about), back=f"/documents/{told.document.id}#{said.id}")
    decide.decide(visit.desk.paths.root, Review(said.id, "accepted"), by=visit.person.name, now=visit.desk.now)
    return response


def _new(visit: Visit) -> str:
    """A name for an added statement: the same however often the same form is sent."""
    return f"s-{visit.one('once').removeprefix('dec-') or decide.new_id().removeprefix('dec-')}"


def describe(visit: Visit) -> Response:
    """Says what a document is: only the fields that differ are written.

    Raises:
        Refused: nothing in the form differs.
    """
    found = paper(visit.desk, visit.path["id"]).document
    known = {
        "title": found.title.value if found.title else "",
        "publisher": found.publisher.value if found.publisher else "",
        "url": found.url.value if found.url else "",
        "language": found.language.value if found.language else "",
        "published": str(found.published) if found.published else "",
        "work": found.work,
    }
    values = tuple(
        (name, visit.one(name)) for name in DESCRIBED if name in visit.asked and visit.one(name) != known[name]
    )
    if not values:
        raise Refused(400, "Nothing was changed: the form says what is known already.")
    return write(visit, Description(found.id, values))


def transcribe(visit: Visit) -> Response:
    """Gives a document that no reader reads the words of one of its pages."""
    page = visit.number("number", 0, 100_000) or None
    return write(visit, Transcript(visit.path["id"], visit.one("text"), page))


def reply(visit: Visit) -> Response:
    """Notes that a party was asked for a reply, that one came, or that none did."""
    about = _first(visit, visit.path["id"])
    return write(visit, Reply(about, visit.one("party"), visit.one("status"), visit.one("on"), visit.one("reply")))


def split(visit: Visit) -> Response:
    """Takes statements out of a claim: they answer another question.

    Raises:
        Refused: none or all of them were chosen, or one is of another claim.
    """
    with visit.desk.read() as ledger:
        found = claim_of(ledger, visit.path["id"])
    chosen = tuple(one for one in found.statements if one in visit.many("statements"))
    rest = tuple(one for one in found.statements if one not in chosen)
    if not chosen or not rest:
        raise Refused(400, "Choose at least one statement of the claim, and leave at least one.")
    return write(visit, Split("claim", chosen, rest), back=f"/claims/{found.id}")


def judge(visit: Visit) -> Response:
    """Says whether two claims are one question."""
    with visit.desk.read() as ledger:
        left, right = claim_of(ledger, visit.one("left")), claim_of(ledger, visit.one("right"))
    if left.id == right.id:
        raise Refused(400, "These are one claim already.")
    if visit.one("verdict") == "same":
        what: What = Merge("claim", (left.statements[0], right.statements[0]))
    else:
        what = Split("claim", left.statements[:1], right.statements[:1])
    return write(visit, what, back=f"/claims/{left.id}")


def withhold(visit: Visit) -> Response:
    """Holds a statement, claim or document back, or lets it go again."""
    return write(visit, Withholding(visit.path["id"], visit.one("holds") == YES))


def revisit(visit: Visit) -> Response:
    """Sets the day on which a thing is to be looked at again; none takes it away."""
    return write(visit, Revisit(visit.path["id"], visit.one("on")))


def tie(visit: Visit) -> Response:
    """Confirms or undoes a presumed origin."""
    id_ = visit.path["id"]
    return write(
        visit, Tying(id_, visit.one("source"), visit.one("work"), visit.one("verdict")), back=f"/statements/{id_}"
    )


def variant(visit: Visit) -> Response:
    """Joins another name to a source, or keeps it apart."""
    return write(visit, Variants((_source(visit).name, visit.one("name")), visit.one("verdict")))


def own(visit: Visit) -> Response:
    """Marks who owns a source, so that the two are not independent."""
    return write(visit, Ownership(visit.one("owner"), _source(visit).name, visit.one("holds") == YES))


def anonymous(visit: Visit) -> Response:
    """Marks a source as nobody in particular."""
    return write(visit, Anonymity(_source(visit).name, visit.one("holds") == YES))


def place(visit: Visit) -> Response:
    """Chooses the place that words of a document name; an empty one says that they name none."""
    id_ = visit.path["id"]
    return write(visit, Placing(id_, visit.one("words"), visit.one("place")), back=f"/places?document={id_}")


def attach(visit: Visit) -> Response:
    """Says where the words of a waiting decision stand in the text as it is read now.

    Raises:
        Refused: there is no such decision, or its document has no text.
    """
    with visit.desk.read() as ledger:
        decision = visit.desk.decided(ledger).get(visit.path["id"])
    anchors = [one for one in decision.anchors if one.statement.id == visit.one("statement")] if decision else []
    if not decision or not anchors:
        raise Refused(404, "There is no such decision that waits.")
    told = paper(visit.desk, anchors[0].statement.document)
    if not told.layer:
        raise Refused(409, "The document has no text now.")
    start = visit.number("start", -1)
    span = saying.place_words(told.layer, visit.one("words"), start if start >= 0 else None)
    what = Attach(decision.id, visit.one("statement"), told.layer.id, span.start, span.end)
    return write(visit, what, back=f"/statements/{visit.one('statement')}")


def _first(visit: Visit, claim: str) -> str:
    with visit.desk.read() as ledger:
        found: Claim = claim_of(ledger, claim)
    return found.statements[0]


def _source(visit: Visit) -> Source:
    with visit.desk.read() as ledger:
        found: Source | None = browse.one(ledger, "sources", visit.path["id"])
    if not found:
        raise Refused(404, "There is no such source now; its names may have been joined to another.")
    return found


def _at(visit: Visit, statement: str) -> str:
    """The page that the form was on, at the statement."""
    return f"{visit.back or '/review'}#{statement}" if statement else visit.back
