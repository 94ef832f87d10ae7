"""The fork server: a small process that has the format readers loaded, and forks one confined child a document.

Started by `reader.Reader` as `python -P -m longarm.documents.sandbox REQUESTS ANSWERS [REQUESTS ANSWERS ...]`, with a
pair of pipes (file descriptors) for each lane. A lane takes a document, forks, and hands on what the child says. It
never looks into documents itself.
"""

import gc
import json
import os
import resource
import signal
import sys
import time
from typing import Any

from longarm.documents import wire
from longarm.documents.confinement import Limits, confine, cut_network
from longarm.documents.failures import code_of
from longarm.documents.formats import FORMATS
from longarm.errors import DocumentError
from longarm.model.codec import to_data

FIRST = (
    b"<html lang=en><title>First</title><p>A page that is read once, so that no child has to load what a page needs."
)
LARGEST_ANSWER = 40 << 20  # bytes of JSON: the longest layer in four-byte characters does not reach it
FULL = 0.9  # share of its memory from which a child that broke down is taken to have run out of it
OUT_OF_TIME = "takes more than {seconds:g} seconds to read: split it, or save it in another format."
TOO_MUCH = "needs more memory than one document may use: split it, or save it in another format."
BROKEN = "could not be read, its reader broke down over it ({what}): it may be damaged; save it anew from its program."


def main(pipes: list[int]) -> None:
    """Serves every lane until its requests end; the lanes are processes of their own."""
    lanes = list(zip(pipes[::2], pipes[1::2], strict=True))
    for known in FORMATS.values():
        known.load()
    answer_of("text/html", "first.html", FIRST)
    cut_network()
    gc.collect()
    gc.freeze()  # so that a child's collector does not copy every page it shares
    for number in range(1, len(lanes)):
        if os.fork() == 0:
            _serve_only(lanes, number)
    _serve_only(lanes, 0)


def _serve_only(lanes: list[tuple[int, int]], number: int) -> None:
    for other, pair in enumerate(lanes):
        if other != number:
            for pipe in pair:
                os.close(pipe)
    try:
        serve(*lanes[number])
    finally:
        os._exit(0)


def serve(requests: int, answers: int) -> None:
    """Reads documents, one after the other, until there are no more."""
    while True:
        try:
            header, data = wire.receive(requests, sys.maxsize)
        except wire.WireClosed:
            return
        told, body = attend(header["media"], header["name"], data, Limits(**header["limits"]), (requests, answers))
        wire.send(answers, told, body)


def attend(
    media: str, name: str, data: bytes, limits: Limits, private: tuple[int, ...]
) -> tuple[dict[str, Any], bytes]:
    """What a child makes of a document: its answer as it is, or why there is none.

    Returns:
        ({"code": "", "peak": bytes}, JSON of the answer), or ({"code": code of a failure, "because": sentence}, b"").
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        for pipe in private:
            os.close(pipe)
        _read_and_exit(media, name, data, limits, theirs)
    os.close(theirs)
    answer: bytes | None = b""
    late = False
    try:
        answer = wire.read_all(ours, LARGEST_ANSWER, time.monotonic() + limits.wall)
    except wire.WireLate:
        late = True
    finally:
        os.close(ours)
    if late or answer is None:
        os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    is_full = usage.ru_maxrss * 1024 > FULL * limits.memory
    told = _verdict(status, late, answer, limits, is_full)
    return {**told, "peak": usage.ru_maxrss * 1024}, b"" if told["code"] else (answer or b"")


def _verdict(status: int, late: bool, answer: bytes | None, limits: Limits, is_full: bool) -> dict[str, str]:
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if late:
        return {"code": "too-slow", "because": OUT_OF_TIME.format(seconds=limits.wall)}
    if answer is None:
        return {"code": "too-large", "because": "gives more text than one document may have: split it."}
    if ended_by == signal.SIGXCPU:
        return {"code": "too-slow", "because": OUT_OF_TIME.format(seconds=limits.cpu)}
    if ended_by == signal.SIGKILL or (status and is_full):
        return {"code": "too-large", "because": TOO_MUCH}
    if status or not answer:
        what = signal.Signals(ended_by).name if ended_by else f"it ended with {os.waitstatus_to_exitcode(status)}"
        return {"code": "crashed", "because": BROKEN.format(what=what)}
    return {"code": ""}


def _read_and_exit(media: str, name: str, data: bytes, limits: Limits, pipe: int) -> None:
    """The life of a child: never returns."""
    status = 1
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        confine(limits)
        wire.write(pipe, json.dumps(answer_of(media, name, data), ensure_ascii=False).encode())
        status = 0
    except MemoryError:
        wire.write(pipe, json.dumps({"failure": "too-large", "because": TOO_MUCH}).encode())
        status = 0
    finally:
        os._exit(status)


def answer_of(media: str, name: str, data: bytes) -> dict[str, Any]:
    """What the reader of a format says of a document: `{"extract": ...}` or `{"failure": code, "because": sentence}`.

    Raises:
        MemoryError: the document needs more than there is.
    """
    try:
        return {"extract": to_data(FORMATS[media].load()(data, name))}
    except MemoryError:
        raise
    except DocumentError as error:
        return {"failure": code_of(error), "because": str(error)}
    except RecursionError:
        return {"failure": "damaged", "because": "is nested deeper than can be read: save it in another format."}
    except Exception as error:  # the loop over documents of other people: any of them may break a reader
        return {"failure": "crashed", "because": BROKEN.format(what=type(error).__name__)}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main([int(argument) for argument in sys.argv[1:]])
