"""The samples that come with longarm, and the data that it needs."""

import importlib.resources
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from longarm.desk.demo import DEFAULT, samples

ROOT = Path(__file__).parents[2]


def test_the_samples_are_found_each_with_its_documents() -> None:
    found = samples()
    assert DEFAULT in found
    assert all(list((folder / "documents").iterdir()) for folder in found.values())


@pytest.mark.parametrize("package", ["codebook", "languages", "protect"])
def test_reference_data_is_found_in_the_package(package: str) -> None:
    folder = importlib.resources.files(f"longarm.{package}") / "data"
    assert any(item.name.endswith(".yaml") for item in folder.iterdir())


@pytest.mark.slow
def test_the_wheel_holds_the_samples_and_all_data(tmp_path: Path) -> None:
    copy = tmp_path / "source"
    copy.mkdir()
    for name in ("src", "examples", "tools"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    program = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=copy, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    for path in [*(copy / "src" / "longarm").rglob("*"), *(copy / "examples").rglob("*")]:
        if path.is_file():
            where = path.relative_to(copy / "src") if path.is_relative_to(copy / "src") else None
            assert (str(where) if where else f"longarm/{path.relative_to(copy)}") in held
