"""Web archives made for tests."""

import builtins
import io
import json
import zipfile
from collections.abc import Iterable, Mapping

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = b"<html><title>Office</title><p>The council counted three offices in the harbour.</p></html>"


class Crawl:
    """A WARC in the making; `bytes` is what it is so far."""

    def __init__(self, *, is_packed: bool = True) -> None:
        self._file = io.BytesIO()
        self._writer = WARCWriter(self._file, gzip=is_packed)

    @property
    def bytes(self) -> builtins.bytes:
        return self._file.getvalue()

    def response(
        self,
        url: str,
        data: builtins.bytes = PAGE,
        *,
        media: str = "text/html; charset=utf-8",
        status: str = "200 OK",
        at: str = "2023-04-17T10:02:11Z",
        headers: Iterable[tuple[str, str]] = (),
        record: str = "response",
        length: int | None = None,
    ) -> "Crawl":
        """One record more."""
        http = StatusAndHeaders(status, [("Content-Type", media), *headers], protocol="HTTP/1.1")
        one = self._writer.create_warc_record(
            url,
            record,
            payload=io.BytesIO(data),
            http_headers=http if record in ("response", "revisit") else None,
            warc_headers_dict={"WARC-Date": at, **({} if record == "response" else {"Content-Type": media})},
            length=length,
        )
        self._writer.write_record(one)
        return self


def wacz(crawls: Mapping[str, bytes], pages: Iterable[str] = ()) -> bytes:
    """A WACZ with WARCs by name and a list of pages."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in crawls.items():
            packed.writestr(f"archive/{name}", data)
        lines = [json.dumps({"format": "json-pages-1.0"}), *(json.dumps({"url": page}) for page in pages)]
        packed.writestr("pages/pages.jsonl", "\n".join(lines))
    return file.getvalue()
