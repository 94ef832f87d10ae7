"""Running a script of this folder from a shell: `python bench/quality.py | head` ends quietly."""

import sys
from collections.abc import Callable
from typing import NoReturn

from longarm.cli import output

UNREAD = 141  # what a shell tells of a program whose output nobody reads any more: 128 and the number of SIGPIPE


def run(main: Callable[[], int]) -> NoReturn:
    """Exits with what `main` gives; with UNREAD, and without a traceback, where stdout was closed on the way."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        output.drop()
        code = UNREAD
    sys.exit(code)
