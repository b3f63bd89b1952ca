# All that is done often, on a machine with Python 3.11 or later. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
INSTALL := $(PIP) install --require-hashes -r
INSTALL_OURSELVES := $(PIP) install --no-deps --no-build-isolation --editable .
NODE_TOOLS := node_modules/.package-lock.json
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
# Thousands of tests start the command as a process of its own, which would compile all of it each time.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help site quick test test-long check lint-and-types system-packages bench reference lock sbom picture release clean again

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

# The sample is shown on a day of its own time: on a later one, all that it promises would be overdue.
site: $(VENV)/.site ## build the sample programme in content/ into output/
	@$(BIN)/golden build content --output output --on 2026-11-02
	@printf 'Open in a browser:\n  staff      output/staff/index.html\n  residents  output/residents/index.html\n'

quick: $(VENV)/.test ## run the tests that need nothing but Python: two thousand in half a minute
	@.ci/quick $(BIN)/python

test: system-packages $(VENV)/.test $(NODE_TOOLS) lint-and-types ## check the code and run all tests but the long ones
	@$(PYTEST)

test-long: export LONG := 1
test-long: system-packages $(VENV)/.test $(NODE_TOOLS) lint-and-types ## check the code and run all tests, the long ones too
	@$(PYTEST) -m "not release"

check: $(VENV)/.test lint-and-types ## lint, format and types

lint-and-types: $(VENV)/.test
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo 'not formatted: .venv/bin/ruff format' >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary

# Some minutes, on a machine that does nothing else: make bench BENCH="--sizes 120x8 --rounds 3" asks for less.
bench: $(VENV)/.test ## measure whole builds beside other generators, into benchmarks/results.md
	@$(BIN)/python -m benchmarks.builds $(BENCH)

reference: $(VENV)/.test ## write the pages of docs/reference that are made from the code
	@$(BIN)/python -m docs.making

lock: ## write the lock files in requirements/ anew (needs uv)
	$(LOCK) --upgrade pyproject.toml requirements/build.in --extra test --output-file requirements/test.txt
	$(LOCK) --upgrade --constraints requirements/test.txt pyproject.toml requirements/build.in \
		--output-file requirements/site.txt

# Made from the lock file alone, without a network; the same each time. -W: it would have us name our dependencies twice.
sbom: $(VENV)/.test ## list what the command is made of in sbom.cdx.json, for those who look for known holes
	@$(BIN)/python -W ignore -m cyclonedx_py requirements requirements/site.txt --pyproject pyproject.toml \
		--output-reproducible --output-format JSON --output-file sbom.cdx.json
	@echo 'sbom.cdx.json'

# The longest of these tests installs the wheel into an empty environment, from the network, and goes all the way in it.
release: $(VENV)/.test ## build the wheel and the archive of the source into dist/, and check what was built
	@git diff --quiet HEAD || { echo 'commit what has changed first: git status' >&2; exit 1; }
	@rm -rf dist
	@log=$$($(BIN)/python -m hatchling build -d dist 2>&1) || { echo "$$log" >&2; exit 1; }
	@GOLDEN_DIST=dist $(PYTEST) -q -m "release or not release" tests/test_shipped.py tests/test_release.py tests/test_licences.py tests/stability
	@ls dist/*

picture: $(VENV)/.test ## make the picture in the README anew, from the sample in a real browser
	@$(BIN)/python -m tests.browser.pictures

clean: ## remove what make set up, the virtual environment and node_modules/, and all caches; output/ stays
	@if test -e $(VENV)/.made-by-make; then rm -rf $(VENV); fi
	@rm -rf node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . \( -path ./.git -o -path ./output -o -path ./$(VENV) \) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# The package is installed as a link to this folder, so a change of code or theme needs no new installation.
$(VENV)/.site: requirements/site.txt pyproject.toml $(VENV)/pyvenv.cfg
	@echo 'setting up $(VENV) ...'
	@$(INSTALL) requirements/site.txt
	@$(INSTALL_OURSELVES)
	@touch $@

$(VENV)/.test: requirements/test.txt pyproject.toml $(VENV)/pyvenv.cfg
	@echo 'setting up $(VENV) with what the tests need ...'
	@$(INSTALL) requirements/test.txt
	@$(INSTALL_OURSELVES)
	@touch $@

# axe, the Nu HTML checker and Lighthouse, for the browser tests. npm writes the file that it is known by; no package
# runs a script.
$(NODE_TOOLS): package.json package-lock.json
	@echo 'setting up node_modules with what the browser tests need ...'
	@npm ci --loglevel error --no-audit --no-fund --ignore-scripts >/dev/null
	@touch $@

# Made anew where its Python has gone from the machine; only one that we made ourselves is thrown away for that.
$(VENV)/pyvenv.cfg: $(shell test -x $(BIN)/python || echo again)
	@.ci/python-is-ready '$(PYTHON)'
	@if test -e $(VENV)/.made-by-make; then rm -rf $(VENV); fi
	@test -e $(VENV) || { mkdir $(VENV) && touch $(VENV)/.made-by-make; }
	@'$(PYTHON)' -m venv $(VENV)

system-packages:
	@.ci/system-packages '$(PYTHON)'
