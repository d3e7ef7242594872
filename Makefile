# make demo: install, read the sample collection into a fresh store, print incidents and disagreements.
# make test: install what tests need and pass them.   make check: lint, types, import contracts, the desk's modules built anew.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
DEMO := .crossread/demo.db
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo desk test check bench clean

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "crossread needs Python 3.11 to 3.13; none was found on the PATH."; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { \
	  echo "Python has no venv module here."; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get -qq update && apt-get -qq install -y python3-venv && $(PYTHON) -m venv --clear $(VENV); \
	  else echo "Install it first: sudo apt-get install python3-venv"; exit 1; fi; }
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml hatch_build.py $(wildcard src/crossread/gazetteer/*.py src/crossread/gazetteer/data/*)
	@echo "Installing crossread …"
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "Installing what tests need …"
	@$(BIN)/pip install --quiet --editable '.[dev,postgres]'
	@touch $@

demo: $(VENV)/installed
	@rm -rf .crossread && mkdir -p .crossread
	@$(BIN)/crossread demo --store $(DEMO)

desk: $(VENV)/installed
	@mkdir -p .crossread && test -f $(DEMO) || $(BIN)/crossread demo --store $(DEMO) >/dev/null
	@$(BIN)/crossread serve --store $(DEMO)

test: $(VENV)/installed-dev
	@bash .ci/services
	@$(BIN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/installed-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@bash .ci/desk

bench: $(VENV)/installed-dev
	@$(BIN)/python benchmarks/claims.py $${CROSSREAD_SHARED:-../shared}/reports/dev.jsonl
	@$(BIN)/python benchmarks/speed.py

clean:
	@rm -rf $(VENV) .crossread build dist .mypy_cache .ruff_cache .pytest_cache
