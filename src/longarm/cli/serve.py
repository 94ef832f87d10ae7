"""A dossier in the browser of this machine: nothing outside the loopback can reach it."""

import functools
import http.server
import os
import sys
import webbrowser
from pathlib import Path

from longarm.cli import output

LOOPBACK = "127.0.0.1"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keeps the terminal quiet."""


def serve(folder: Path) -> None:
    """Serves a folder on loopback until Ctrl-C, and opens a browser where there is a screen."""
    answer = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer((LOOPBACK, 0), answer) as server:
        address = f"http://{LOOPBACK}:{server.server_address[1]}/"
        output.talk(f"The dossier is at {address} (on this machine only). Ctrl-C ends it.")
        if sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            output.talk("")
