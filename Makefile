# make setup   a virtual environment with everything, pinned by hash     make demo   the sample case and its dossier
# make test    checks and tests                                          make bench  accuracy and speed
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: help setup test lint format demo bench kill-test requirements clean
help:
	@sed -n '1,2s/^# //p' Makefile

setup: $(VENV)/.longarm

$(VENV)/.requirements: requirements/dev.txt requirements/interop.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "longarm needs Python 3.11 or later: make PYTHON=python3.11")'
	@echo "Setting up in $(VENV): this takes a few minutes, once."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/interop.txt 2>/dev/null || \
	  echo "followthemoney was not installed (it needs libicu-dev and a C++ compiler): its tests will be skipped."
	@touch $@

$(VENV)/.longarm: $(VENV)/.requirements pyproject.toml hatch_build.py tools/divisions.py
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -c 'from longarm.places import gazetteer; gazetteer.load()'
	@touch $@

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest $(ARGS)

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

demo: setup
	$(BIN)/longarm demo out/demo

bench: setup
	$(BIN)/python bench/harness.py
	$(BIN)/python bench/speed.py

kill-test: setup
	LONGARM_KILLS=50 $(BIN)/pytest tests/desk/building/test_kill.py

requirements:
	uv pip compile pyproject.toml $(LOCK) -o requirements/run.txt
	uv pip compile pyproject.toml requirements/build.in --extra dev -c requirements/run.txt $(LOCK) -o requirements/dev.txt
	uv pip compile pyproject.toml --extra interop -c requirements/dev.txt $(LOCK) -o requirements/interop.txt

LOCK := --universal --python-version 3.11 --generate-hashes --upgrade --no-header --no-annotate --no-emit-index-url --quiet

clean:
	rm -rf $(VENV) build dist out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests bench tools -name __pycache__ -type d -prune -exec rm -rf {} +
