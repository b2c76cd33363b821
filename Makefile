# Everything here works on a machine with Python 3.11 or newer and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/missiles-1962
DEMO := $(VENV)/demo.db

.PHONY: help demo installed test lint types imports unit evaluate sample ablate bench train lock clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Hearsay needs Python 3.11 or newer; name one: make PYTHON=python3.12 ...'; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo 'Python came without venv; install it (on Debian: python3-venv)'; exit 1; }
	@touch $@

$(VENV)/runs: $(VENV)/made pyproject.toml requirements/run.txt
	@echo 'Setting up $(VENV) ...'
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements/run.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/develops: $(VENV)/runs requirements/develop.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements/develop.txt
	@touch $@

$(VENV)/trains: $(VENV)/develops requirements/train.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r requirements/train.txt
	@touch $@

demo: $(VENV)/runs ## read the bundled example and print its brief
	@rm -f $(DEMO)
	@$(BIN)/hearsay read $(EXAMPLE)/pages --record $(DEMO)
	@$(BIN)/hearsay brief --lines 40 --record $(DEMO)

test: lint types imports unit ## run every check

lint: $(VENV)/develops
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/develops
	@$(BIN)/mypy

imports: $(VENV)/develops
	@$(BIN)/lint-imports

unit: $(VENV)/develops
	@$(BIN)/python -m pytest

installed: $(VENV)/develops ## install the wheel unlocked into an empty environment and try it there
	@$(BIN)/python -m evaluation.installed

evaluate: $(VENV)/develops ## measure against the corpora that HEARSAY_CORPORA names
	@$(BIN)/python -m evaluation

sample: $(VENV)/develops ## measure a fixed sample of each corpus, some minutes
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evaluation --sample

ablate: $(VENV)/develops ## hold each rule of the readers off in turn and print what it earns
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evaluation.ablate

bench: $(VENV)/develops ## measure speed and memory, as ratios within one run
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evaluation.bench

train: $(VENV)/trains ## train the language model from scratch
	@$(BIN)/python -m training

lock: $(VENV)/develops ## note the installed versions in requirements/
	@$(BIN)/python requirements/lock.py

clean: ## remove what was made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
