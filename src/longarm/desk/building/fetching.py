"""Pages fetched from their addresses, when a person asks for it, into a web archive: what was sent, as it was sent.

The archive is then read as any other, in a confined process. Each address is asked for once, by GET, with no cookie,
no referrer and nothing of its frames, pictures or scripts. The site and the networks between see the address of this
machine, or that of its proxy (`HTTPS_PROXY`).
"""

import http.client
import io
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from longarm.core.phrases import counted
from longarm.desk.building.intake import Found as File
from longarm.desk.stations import SIZE_LIMIT, Found
from longarm.desk.tell import Tell
from longarm.documents.captures import DOCUMENTS
from longarm.errors import UsageError
from longarm.model.documents import ReadFailure

CODE = "not-fetched"  # code of an address whose page could not be had
SILENCE = 30.0  # seconds that a site may be silent
LONGEST = 300.0  # seconds that a page may take
MOST_REDIRECTS = 5
_STEP = 1 << 16
# Says nothing of who asks: a site of the accused would learn from a telling name that somebody looks into it.
_ASKS = {"User-Agent": "Mozilla/5.0", "Accept": "text/html, application/pdf, text/plain, */*;q=0.1"}
_NOT_KEPT = frozenset({"transfer-encoding", "content-length", "set-cookie"})  # undone by reading, or ours alone


@dataclass(frozen=True, slots=True)
class Online:
    """Leave to fetch pages.

    Attributes:
        archive: the web archive (`.warc.gz`) that is to keep them as they were served, outside of any case and so
            outside of sealing; None where it is not kept.
    """

    archive: Path | None = None


@dataclass(slots=True)
class Fetched:
    """What was fetched.

    Attributes:
        archive: a web archive with the pages; not there where none could be had.
        kept: the addresses whose pages are in it.
        failures: those that could not be had, each by its address, with the reason.
    """

    archive: Path
    kept: list[str] = field(default_factory=list)
    failures: list[ReadFailure] = field(default_factory=list)

    def files(self) -> list[Found | ReadFailure]:
        """What there is to take in."""
        if not self.kept:
            return [*self.failures]
        return [*self.failures, File(self.archive, self.archive.name, self.archive.stat().st_size)]


class _Refusal(Exception):
    """A half sentence on why a page cannot be had, with the remedy."""


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = MOST_REDIRECTS


@contextmanager
def fetched(addresses: Sequence[str], online: Online, now: Callable[[], str], tell: Tell) -> Iterator[Fetched]:
    """Fetches pages, one after the other, into a web archive (WARC 1.1, packed record by record).

    The archive is gone afterwards if `online` names none. One that is named is added to.

    Args:
        addresses: with http or https.
        now: the time, as ISO 8601.

    Raises:
        UsageError: the archive cannot be written, or its name does not end as that of one.
    """
    with TemporaryDirectory(prefix="longarm-") as folder:
        at = "".join(letter for letter in now() if letter.isdigit())[:14]
        archive = online.archive or Path(folder) / f"web-{at}.warc.gz"
        found = Fetched(archive)
        if addresses:
            _fetch(addresses, found, now, tell)
        yield found


def _fetch(addresses: Sequence[str], found: Fetched, now: Callable[[], str], tell: Tell) -> None:
    opener = _opener()
    tell.start("fetching", len(addresses))
    if not found.archive.name.endswith(".warc.gz"):
        raise UsageError(f"{found.archive} is no name for a web archive: give one that ends in .warc.gz")
    try:
        with found.archive.open("ab") as file:
            for address in addresses:
                try:
                    _add(opener, address, file, now())
                    found.kept.append(address)
                except _Refusal as refusal:
                    found.failures.append(ReadFailure(address, CODE, f"{address} {refusal}."))
                tell.step()
    except OSError as error:
        raise UsageError(f"{found.archive} cannot be written ({error.strerror}): give another name") from error


def _opener() -> urllib.request.OpenerDirector:
    """What fetches by http and https alone: no files, no FTP, no cookies."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _add(opener: urllib.request.OpenerDirector, address: str, file: IO[bytes], at: str) -> None:
    try:
        asked = urllib.request.Request(_ascii(address), headers=_ASKS)  # noqa: S310 (the opener has http and https only)
        with closing(opener.open(asked, timeout=SILENCE)) as answer:
            media = answer.headers.get_content_type()
            if media not in DOCUMENTS:
                raise _Refusal(f"is no page, text, PDF or DOCX but {media}: save it as one of these, and give the file")
            data = _body(answer)
            headers = [pair for pair in answer.headers.items() if pair[0].lower() not in _NOT_KEPT]
            status = StatusAndHeaders(f"{answer.status} {answer.reason}", headers, protocol="HTTP/1.1")
            url = answer.geturl()
    except urllib.error.HTTPError as error:
        raise _Refusal(_answered(error)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _Refusal(
            f"cannot be fetched ({_cause(error)}): check the address and the network, then build again"
        ) from error
    writer = WARCWriter(file, gzip=True, warc_version="WARC/1.1")
    dated = {"WARC-Date": at[:19].replace(" ", "T") + "Z"}
    record = writer.create_warc_record(
        url, "response", payload=io.BytesIO(data), http_headers=status, warc_headers_dict=dated
    )
    writer.write_record(record)


def _body(answer: http.client.HTTPResponse) -> bytes:
    until, parts, size = time.monotonic() + LONGEST, [], 0
    while part := answer.read1(_STEP):
        parts.append(part)
        size += len(part)
        if size > SIZE_LIMIT:
            raise _Refusal(f"has more than {SIZE_LIMIT / 1e6:,.0f} MB: save its text, and give the file")
        if time.monotonic() > until:
            raise _Refusal(f"was not sent whole in {counted(int(LONGEST) // 60, 'minute')}: save it, and give the file")
    if answer.length:
        raise _Refusal("broke off before its end: build again")
    return b"".join(parts)


def _ascii(address: str) -> str:
    """An address as it goes over the wire: host names in Punycode, other letters escaped."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    kept = "/%:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, host, quote(parts.path, safe=kept), quote(parts.query, safe=kept), ""))


def _answered(error: urllib.error.HTTPError) -> str:
    if error.code in range(300, 400):
        return "leads on without end, or to what is no page of the web: give the address of the page itself"
    if error.code in (404, 410):
        remedy = "correct the address, or give that of an archived copy"
    else:
        remedy = "open it in a browser, save the page, and give the file"
    return f"was answered with {error.code} ({error.reason}): {remedy}"


def _cause(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return getattr(reason, "strerror", None) or str(reason) or type(error).__name__
