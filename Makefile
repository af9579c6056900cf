# What a developer types. Everything is set up on the way: Python 3.11+, make and a package index are all that is needed.
#   make warehouse   set up, and build warehouse/ from the sample articles
#   make test        set up, and run all tests; in seconds when nothing changed since they passed
# `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
UV := $(BIN)/uv
INSTALL := $(UV) pip install --quiet --python $(BIN)/python
PYTEST_ARGS ?=
WAREHOUSE ?= warehouse
DOCS := $(WAREHOUSE)/state/docs
GOLD := $(wildcard ../shared/gold/*.jsonl)
EVALUATION := $(WAREHOUSE)/evaluation

export VIRTUAL_ENV := $(abspath $(VENV))
export DAGSTER_HOME := $(abspath .dagster)
export DAGSTER_DISABLE_TELEMETRY := yes
export DBT_SEND_ANONYMOUS_USAGE_STATS := false

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev warehouse test test-again dev check format docs evaluate notebooks lock clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

# --- setting up ----------------------------------------------------------------------------------------------------

$(STAMPS)/uv: requirements/bootstrap.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/core: requirements/core.txt pyproject.toml $(STAMPS)/uv
	@$(INSTALL) --require-hashes -r $<
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/core
	@$(INSTALL) --require-hashes -r $<
	@touch $@

setup: $(STAMPS)/core ## Set up what a build needs
setup-dev: $(STAMPS)/dev ## Set up what tests and checks need, too

# --- the two commands ----------------------------------------------------------------------------------------------

warehouse: $(STAMPS)/core ## Build warehouse/ from the sample articles
	@$(BIN)/communique build --warehouse $(WAREHOUSE)

# A sum over all that is in git or might be, and over what the tests read beside the repository.
STATE = { git ls-files -z --cached --others --exclude-standard | xargs -0 cksum; ls -lR ../shared; } 2>/dev/null | cksum

test: $(STAMPS)/dev ## Run all tests, or say that nothing changed since they passed
	@state="$$($(STATE))"; \
	if [ -n "$(PYTEST_ARGS)" ] || ! git rev-parse --quiet --verify HEAD >/dev/null 2>&1; then \
	  $(BIN)/python -m pytest $(PYTEST_ARGS); \
	elif [ "$$state" = "$$(cat $(STAMPS)/test 2>/dev/null)" ]; then \
	  echo "All tests passed on exactly this state; 'make test-again' runs them anew."; \
	else \
	  $(BIN)/python -m pytest && echo "$$state" > $(STAMPS)/test; \
	fi

test-again: $(STAMPS)/dev ## Run all tests in any case
	@rm -f $(STAMPS)/test
	@$(MAKE) --no-print-directory test

# --- working on it -------------------------------------------------------------------------------------------------

dev: $(STAMPS)/dev ## Start the Dagster UI on port 3000
	@mkdir -p $(DAGSTER_HOME) && cp dagster.yaml $(DAGSTER_HOME)/
	@$(BIN)/dg dev

check: $(STAMPS)/dev ## Lint, types, SQL lint, definitions, tests
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --disable-progress-bar dbt_project
	@$(BIN)/dg check defs
	@$(MAKE) --no-print-directory test

format: $(STAMPS)/dev ## Bring the Python code into form
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: warehouse ## Write the dbt docs as one page
	@mkdir -p $(DOCS) && cp $(WAREHOUSE)/warehouse.duckdb $(DOCS)/work.duckdb
	@COMMUNIQUE_STAGING_DIR=$(abspath $(WAREHOUSE)/state/staging) COMMUNIQUE_REFERENCE_DIR=$(abspath seeds/reference) \
	  COMMUNIQUE_WORK_FILE=$(abspath $(DOCS)/work.duckdb) COMMUNIQUE_ARTICLES_IN=0 \
	  $(BIN)/dbt --quiet docs generate --static --project-dir dbt_project --profiles-dir dbt_project \
	  --target-path $(abspath $(DOCS)/target) --log-path $(abspath $(DOCS)/logs)
	@rm $(DOCS)/work.duckdb
	@echo "$(DOCS)/target/static_index.html"

evaluate: $(STAMPS)/core ## Measure the coding on the annotated articles in ../shared, and write docs/QUALITY.md
	@test -n "$(GOLD)" || { echo "no annotated articles in ../shared/gold"; exit 1; }
	@$(BIN)/communique build ../shared/articles $(GOLD) --warehouse $(EVALUATION)
	@$(BIN)/python -m benchmarks.quality --warehouse $(EVALUATION) --report $(EVALUATION)/report.html

# Notebook tools slow down every import of Dagster, so they have an environment of their own.
.venv-notebooks/.stamp: requirements/notebooks.txt $(STAMPS)/uv
	@$(UV) venv --quiet --allow-existing --python $(BIN)/python .venv-notebooks
	@$(UV) pip install --quiet --python .venv-notebooks/bin/python --require-hashes -r $<
	@touch $@

notebooks: .venv-notebooks/.stamp warehouse ## Open the notebooks, on the warehouse of the sample articles
	@.venv-notebooks/bin/jupyter lab notebooks

# --- keeping house -------------------------------------------------------------------------------------------------

COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock: $(STAMPS)/uv ## Bring requirements/ up to date with pyproject.toml (make lock UPGRADE=--upgrade for newer versions)
	@$(COMPILE) $(UPGRADE) pyproject.toml -o requirements/core.txt
	@$(COMPILE) $(UPGRADE) --group pyproject.toml:bootstrap -c requirements/core.txt -o requirements/bootstrap.txt
	@for group in dev notebooks fitting teacher; do \
	  $(COMPILE) $(UPGRADE) pyproject.toml --group $$group -c requirements/core.txt -o requirements/$$group.txt || exit 1; done
	@for extra in objectstore spacy llm; do \
	  $(COMPILE) $(UPGRADE) pyproject.toml --extra $$extra -c requirements/core.txt -o requirements/$$extra.txt || exit 1; done

clean: ## Remove the environment and what tools leave behind; the warehouse stays
	@rm -rf $(VENV) .venv-notebooks .dagster .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
