"""A desk on a case of quick stations: `python quick_desk.py CASE NAME` prints its address and serves until killed."""

import sys
from pathlib import Path

from longarm.web.desk import Desk
from longarm.web.refresh import Reweigher
from longarm.web.server import address, listen, serve

QUICK = Path(__file__).parents[1] / "desk" / "quick.py"


def quick_desk(root: Path, port: int, by: str = "Mara") -> Desk:
    """A desk that weighs with quick stations."""
    return Desk(root, port, by, reweigher=Reweigher(root, (sys.executable, str(QUICK))))


if __name__ == "__main__":
    opened = listen()
    port = opened.getsockname()[1]
    desk = quick_desk(Path(sys.argv[1]), port, sys.argv[2])
    serve(desk, opened, lambda: print(address(desk, port), flush=True))
