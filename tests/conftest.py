"""What holds for every test: no network but loopback, the same examples each time, no browser test skipped silently."""

import ipaddress
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))  # for `beside`
settings.register_profile("longarm", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("longarm")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
"""The browser of the browser tests, empty where there is none."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How it is started: it shows no window and asks nobody anything."""
REQUIRED = "required"
_SKIPPED_KEY = pytest.StashKey[int]()

_connect = socket.socket.connect


def _is_local(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a unix socket
    host = str(address[0]).partition("%")[0]
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _guarded(self: socket.socket, address: Any) -> None:
    if not _is_local(address):
        raise OSError("a test tried to reach the network; longarm works offline")
    _connect(self, address)


def pytest_configure(config: pytest.Config) -> None:
    """Closes the network to this process."""
    socket.socket.connect = _guarded  # type: ignore[method-assign, assignment]
    config.stash[_SKIPPED_KEY] = 0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skips browser tests where there is no Chromium, unless LONGARM_BROWSER=required."""
    browser = [item for item in items if item.get_closest_marker("browser")]
    if not browser or CHROMIUM or os.environ.get("LONGARM_BROWSER") == REQUIRED:
        return
    for item in browser:
        item.add_marker(pytest.mark.skip(reason="there is no Chromium"))
    config.stash[_SKIPPED_KEY] = len(browser)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Says in the last lines that the pages were not opened in a browser."""
    skipped = config.stash.get(_SKIPPED_KEY, 0)
    if skipped:
        terminalreporter.write_line(
            f"NOT TESTED: {skipped} browser tests were skipped, there is no Chromium. "
            "Install it (Debian: apt-get install chromium); LONGARM_BROWSER=required makes its absence a failure.",
            yellow=True,
        )


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser; fails where LONGARM_BROWSER=required and there is none."""
    if not CHROMIUM:
        pytest.fail("LONGARM_BROWSER=required, and there is no Chromium: install Debian's package chromium.")
    return CHROMIUM


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """A browser for the tests of one module; each test opens windows of its own in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield opened
        opened.close()
