"""Every route of the desk, with who may use it: nothing that is not in this table can be reached."""

from starlette.responses import JSONResponse, Response

from longarm.web import openapi
from longarm.web.declared import IMPORT, Declared, Field
from longarm.web.roles import EDITOR, KEYHOLDER, PUBLIC, READER, RESEARCHER
from longarm.web.views import (
    audit,
    claims,
    deciding,
    documents,
    door,
    figures,
    importing,
    paging,
    places,
    queue,
    release,
    review,
    sealing,
    search,
    sources,
    timeline,
)
from longarm.web.visit import Visit

GET, POST = "GET", "POST"


def _described(_: Visit) -> Response:
    """What the routes take, as OpenAPI."""
    return JSONResponse(openapi.description(ROUTES))


DOOR = (
    Declared(GET, "/start", PUBLIC, "open the desk with its start token", door.start, (Field("token", 100),)),
    Declared(GET, "/sign-in", PUBLIC, "the form for name and password", door.sign_in_page),
    Declared(
        POST,
        "/sign-in",
        PUBLIC,
        "sign in",
        door.sign_in,
        (Field("name", 200, is_required=True), Field("password", 200, is_required=True)),
    ),
    Declared(POST, "/sign-out", PUBLIC, "sign out", door.sign_out),
    Declared(GET, "/goodbye", PUBLIC, "signed out", door.goodbye),
    Declared(GET, "/static/{name}", PUBLIC, "style sheet and script", door.static),
)
READING = (
    Declared(GET, "/", READER, "what to check first", queue.queue, (queue.KIND,)),
    Declared(GET, "/help", READER, "keys and help", queue.keys),
    Declared(GET, "/openapi.json", READER, "what the routes take", _described),
    Declared(GET, "/status", READER, "whether the case is being weighed", queue.status),
    Declared(GET, "/review", READER, "statements to review", review.review, review.FIELDS),
    Declared(GET, "/statements/{id}", READER, "one statement", review.statement),
    Declared(GET, "/find/{id}", READER, "the page of an id", review.find, (Field("with", 60, is_many=True),)),
    Declared(GET, "/claims", READER, "claims", claims.listed, (*claims.FILTERS, paging.PAGE)),
    Declared(GET, "/claims/{id}", READER, "one claim", claims.claim, (paging.PAGE,)),
    Declared(GET, "/beside", READER, "two claims side by side", claims.beside, (Field("left", 60), Field("right", 60))),
    Declared(GET, "/documents", READER, "documents", documents.listed, (documents.READ, paging.PAGE)),
    Declared(GET, "/documents/{id}", READER, "one document", documents.document, (documents.ABOUT, paging.PAGE)),
    Declared(GET, "/documents/{id}/original", READER, "the bytes as they were given", documents.original),
    Declared(GET, "/documents/{id}/pages/{number}", READER, "a page as a picture", documents.sheet),
    Declared(GET, "/figures", READER, "figures and conflicts", figures.figures, (figures.MEASURE, paging.PAGE)),
    Declared(GET, "/places", READER, "place names and candidates", places.places, places.FIELDS),
    Declared(GET, "/sources", READER, "sources", sources.listed, (sources.KIND, paging.PAGE)),
    Declared(GET, "/sources/{id}", READER, "one source", sources.source),
    Declared(GET, "/works/{id}", READER, "one work", sources.work),
    Declared(GET, "/timeline", READER, "what is dated", timeline.timeline, (timeline.YEAR,)),
    Declared(GET, "/search", READER, "full-text search", search.search, (Field("q"), paging.PAGE)),
    Declared(GET, "/waiting/{id}", READER, "a decision that waits", queue.waiting),
    Declared(
        GET,
        "/audit",
        READER,
        "who did what when",
        audit.audit,
        (Field("before", 16), Field("by", 200), Field("subject", 20)),
    ),
)
DECIDING = (
    Declared(POST, "/statements/{id}/review", RESEARCHER, "accept, reject", deciding.review, deciding.REVIEW),
    Declared(POST, "/statements/{id}/correct", RESEARCHER, "correct a statement", deciding.correct, deciding.CORRECT),
    Declared(POST, "/statements/{id}/tie", RESEARCHER, "judge a presumed origin", deciding.tie, deciding.TIE),
    Declared(POST, "/documents/{id}/add", RESEARCHER, "add a statement", deciding.add, deciding.ADD),
    Declared(POST, "/documents/{id}/describe", RESEARCHER, "say what it is", deciding.describe, deciding.DESCRIBE),
    Declared(POST, "/documents/{id}/transcribe", RESEARCHER, "type a page", deciding.transcribe, deciding.TRANSCRIBE),
    Declared(POST, "/documents/{id}/place", RESEARCHER, "choose a place", deciding.place, deciding.PLACE),
    Declared(POST, "/claims/{id}/reply", RESEARCHER, "note a reply", deciding.reply, deciding.REPLY),
    Declared(POST, "/claims/{id}/split", RESEARCHER, "split a claim", deciding.split, deciding.SPLIT),
    Declared(POST, "/judge", RESEARCHER, "one question or two", deciding.judge, deciding.JUDGE),
    Declared(POST, "/sources/{id}/variants", RESEARCHER, "join names", deciding.variant, deciding.VARIANT),
    Declared(POST, "/sources/{id}/own", RESEARCHER, "mark ownership", deciding.own, deciding.OWN),
    Declared(POST, "/sources/{id}/anonymous", RESEARCHER, "mark anonymous", deciding.anonymous, deciding.ANONYMOUS),
    Declared(POST, "/subjects/{id}/withhold", RESEARCHER, "withhold", deciding.withhold, deciding.WITHHOLD),
    Declared(POST, "/subjects/{id}/revisit", RESEARCHER, "look again on a day", deciding.revisit, deciding.REVISIT),
    Declared(POST, "/decisions/{id}/undo", RESEARCHER, "undo a decision", deciding.undo, deciding.UNDO),
    Declared(POST, "/waiting/{id}/attach", RESEARCHER, "attach a decision", deciding.attach, deciding.ATTACH),
)
IMPORTING = (
    Declared(GET, "/import", RESEARCHER, "choose a spreadsheet", importing.form),
    Declared(POST, "/import", RESEARCHER, "look at a spreadsheet", importing.preview, importing.PREVIEW, IMPORT),
    Declared(POST, "/import/take", RESEARCHER, "add its rows", importing.take, importing.TAKE),
)
RELEASING = (
    Declared(GET, "/release", READER, "what may leave", release.release),
    Declared(POST, "/release/claims", EDITOR, "release or withdraw claims", release.let_go, release.CLAIMS),
    Declared(POST, "/release/names", EDITOR, "name a person, or take it back", release.name, release.NAME),
)
SEALING = (
    Declared(GET, "/sealed", READER, "sealed persons, by label", sealing.sealed),
    Declared(POST, "/sealed", RESEARCHER, "seal a person", sealing.close, sealing.SEAL),
    Declared(POST, "/sealed/{id}/open", KEYHOLDER, "open a sealed record", sealing.unseal, sealing.OPEN),
)
ROUTES = (*DOOR, *READING, *DECIDING, *IMPORTING, *RELEASING, *SEALING)
