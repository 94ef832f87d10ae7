"""Weighs a case again after decisions, in a process of its own, so that nobody who decides has to wait for it."""

import sys
from pathlib import Path

from longarm.desk import overview
from longarm.desk.building.build import build
from longarm.desk.stations import real
from longarm.errors import CaseLocked, LongarmError

DONE, LATER, REFUSED = 0, 3, 1  # exit codes: weighed; another build is at it, which weighs too; an error


def main(root: str) -> int:
    """Weighs, and makes the overview anew."""
    try:
        build(Path(root), [], real())
        overview.refresh(Path(root))
    except CaseLocked:
        return LATER
    except LongarmError as error:
        print(error, file=sys.stderr)
        return REFUSED
    return DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
