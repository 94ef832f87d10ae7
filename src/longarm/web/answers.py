"""Answers that are not pages: refusals, and the headers that go with every answer."""

from starlette.responses import RedirectResponse, Response

# Nothing but this process's own files: no inline script or style, no frame, no other host.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # `no-referrer` would make browsers send `Origin: null` with forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), clipboard-read=()",
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow, noarchive",
}


class Refused(Exception):
    """A request that is not answered as asked: a status, and a sentence for the person who asked."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


def see_other(path: str) -> Response:
    """Sends a browser to another page of the desk after a form."""
    return RedirectResponse(path, status_code=303)
