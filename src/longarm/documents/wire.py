"""Framed messages over pipes between longarm, its fork server and the process that reads a document."""

import json
import os
import select
import struct
import time
from typing import Any

_HEAD = struct.Struct("!IQ")
LONGEST_HEADER = 1 << 16  # bytes
CHUNK = 1 << 20


class WireClosed(EOFError):
    """The other end is gone, or sent what is no message."""


class WireLate(TimeoutError):
    """The other end did not send in time."""


def send(pipe: int, header: dict[str, Any], body: bytes = b"") -> None:
    """Writes one message: a small JSON header and a body."""
    head = json.dumps(header).encode()
    write(pipe, _HEAD.pack(len(head), len(body)) + head)
    write(pipe, body)


def receive(pipe: int, most: int, seconds: float | None = None) -> tuple[dict[str, Any], bytes]:
    """Reads one message.

    Args:
        most: bytes that the body may have.
        seconds: to wait for the whole message; None waits for ever.

    Raises:
        WireClosed: the pipe ended, or a header or body is too large or is no JSON object.
        WireLate: the time was over.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    header_size, size = _HEAD.unpack(read(pipe, _HEAD.size, deadline))
    if header_size > LONGEST_HEADER or size > most:
        raise WireClosed("a message is larger than it may be")
    try:
        header = json.loads(read(pipe, header_size, deadline))
    except ValueError as error:
        raise WireClosed("a message has no readable header") from error
    if not isinstance(header, dict):
        raise WireClosed("a message has no readable header")
    return header, read(pipe, size, deadline)


def read(pipe: int, size: int, deadline: float | None = None) -> bytes:
    """Exactly that many bytes of a pipe, before a moment of `time.monotonic`."""
    found = bytearray()
    while len(found) < size:
        wait(pipe, deadline)
        part = os.read(pipe, min(size - len(found), CHUNK))
        if not part:
            raise WireClosed("the other end is gone")
        found += part
    return bytes(found)


def read_all(pipe: int, most: int, deadline: float) -> bytes | None:
    """All bytes until a pipe ends, None where there are more than `most`.

    Raises:
        WireLate: it did not end in time.
    """
    found = bytearray()
    while True:
        wait(pipe, deadline)
        part = os.read(pipe, CHUNK)
        if not part:
            return bytes(found)
        found += part
        if len(found) > most:
            return None


def wait(pipe: int, deadline: float | None) -> None:
    """Waits until a pipe has something to read or has ended."""
    if deadline is None:
        return
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise WireLate("the other end did not answer in time")


def write(pipe: int, data: bytes) -> None:
    """Writes all of the bytes."""
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view[:CHUNK]) :]
