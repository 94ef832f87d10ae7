"""The one process that serves a desk, on the loopback alone."""

import asyncio
import signal
import socket
from collections.abc import Callable
from typing import NoReturn

import uvicorn

from longarm.web.app import application
from longarm.web.desk import LOOPBACK, Desk

BACKLOG = 64


def listen(port: int = 0) -> socket.socket:
    """A socket on the loopback; port 0 takes a free one.

    Raises:
        OSError: the port is taken.
    """
    # The protocol is named, as asyncio sets TCP_NODELAY only then; without it every answer waits 40 ms for an ACK.
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((LOOPBACK, port))
    except OSError:
        opened.close()
        raise
    return opened


def address(desk: Desk, port: int) -> str:
    """What the person opens: it holds the start token."""
    return f"http://{LOOPBACK}:{port}/start?token={desk.sessions.token}"


def server(desk: Desk) -> uvicorn.Server:
    """The server of a desk, not started; nothing is logged of what is asked for."""
    config = uvicorn.Config(
        application(desk),
        log_level="critical",
        access_log=False,
        lifespan="off",
        server_header=False,
        date_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=3,
        ws="none",
        proxy_headers=False,
    )
    return uvicorn.Server(config)


def serve(desk: Desk, opened: socket.socket, ready: Callable[[], None]) -> None:
    """Answers until it is stopped; calls `ready` when it can be reached."""
    made = server(desk)
    desk.reweigher.want()  # what was decided, or left unweighed, before the last stop

    async def run() -> None:
        task = asyncio.create_task(made.serve(sockets=[opened]))
        while not made.started and not task.done():
            await asyncio.sleep(0.01)
        if made.started:
            ready()
        await task

    signal.signal(signal.SIGTERM, _end)  # uvicorn hands the signal on when it has closed: then the weighing ends too
    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        return
    finally:
        desk.reweigher.close()


def _end(*_: object) -> NoReturn:
    raise SystemExit(0)
