"""Reference data: YAML and text files that stand beside the code that loads them, for outsiders to edit."""

from importlib import resources
from typing import Any

import yaml

from longarm.errors import DataError

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times quicker


def read_yaml(package: str, name: str) -> Any:
    """The content of `data/<name>` of a package.

    Raises:
        DataError: there is no such file, or it is not valid YAML; the message names it.
    """
    try:
        return yaml.load(read_text(package, name), Loader=LOADER)
    except yaml.YAMLError as error:
        raise DataError(f"{name} of {package} is not valid YAML: {error}") from error


def read_text(package: str, name: str) -> str:
    """The characters of `data/<name>` of a package.

    Raises:
        DataError: there is no such file; the message names it.
    """
    try:
        return resources.files(package).joinpath("data", name).read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"{package} has no data file {name}: reinstall longarm, or add the file") from error
