# `make demo` and `make test` need Python 3.11 or newer, git and make, and make everything else themselves.

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types imports tests wheel quality picture clean

VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The first Python that is new enough; a name that is there and does not start (a version manager's stub) is passed over.
FIND_PYTHON := for python in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$python; break; fi; done

help:
	@echo "make demo     take in the reports that come with the program and open the terminal interface"
	@echo "make test     every check, from nothing, in an environment of its own"
	@echo "make quality  every measured quality beside its floor; figures may rise, never fall"
	@echo "make picture  draw the picture in the README anew"
	@echo "make clean    remove the environment and everything that was built"

$(BIN)/python:
	@python="$$($(FIND_PYTHON))"; \
	if [ -z "$$python" ]; then \
		echo "No Python 3.11 or newer was found. Install one (https://www.python.org), or name it: make PYTHON=/path/to/python demo" >&2; exit 1; fi; \
	echo "==> Making an environment in $(VENV) with $$($$python --version)"; \
	$$python -m venv $(VENV) || { echo "The environment could not be made. On Debian and Ubuntu: apt install python3-venv" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/installed: pyproject.toml $(BIN)/python
	@echo "==> Installing the program and what it needs (a minute, the first time)"
	@$(BIN)/python -m pip install --quiet --editable . || { echo "The installation failed. It needs the network once; the lines above say what is missing." >&2; exit 1; }
	@touch $@

$(VENV)/installed-dev: pyproject.toml $(BIN)/python
	@echo "==> Installing the program, what it needs, and what its checks need (a minute or two, the first time)"
	@$(BIN)/python -m pip install --quiet --editable '.[dev]' || { echo "The installation failed. It needs the network once; the lines above say what is missing." >&2; exit 1; }
	@touch $@ $(VENV)/installed

demo: $(VENV)/installed
	@echo "==> Opening the demonstration (its database: $(VENV)/demo.db)"
	@$(BIN)/provenance --db $(VENV)/demo.db demo

test: $(VENV)/installed-dev
	@$(MAKE) --no-print-directory lint types imports tests wheel
	@echo "==> All checks passed"

lint:
	@echo "==> Style: ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types:
	@echo "==> Types: mypy --strict"
	@$(BIN)/mypy

imports:
	@echo "==> Imports point down: import-linter"
	@$(BIN)/lint-imports --no-cache

tests:
	@echo "==> Tests: pytest"
	@$(BIN)/pytest -n 2

wheel:
	@echo "==> Building the wheel and looking into it"
	@rm -rf $(VENV)/dist
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir $(VENV)/dist .
	@$(BIN)/python tests/wheel_contents.py $(VENV)/dist

quality: $(VENV)/installed-dev
	@$(BIN)/python tests/gold/quality.py

picture: $(VENV)/installed
	@$(BIN)/python -m tui.picture tui/screenshot.svg

clean:
	rm -rf $(VENV) build dist
