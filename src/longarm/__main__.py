"""`python -m longarm`."""

from longarm.cli.main import run

run()
