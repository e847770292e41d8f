# Two commands: `make run` and `make test`. Each does all of its own set-up; nothing else is needed than Python 3.11+.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCAL_DATABASE := .local/domestique.sqlite3
PORT ?= 8000
FRONT_END := $(addprefix frontend/,package.json package-lock.json .npmrc build.mjs src/vega.js)

.PHONY: help run test test-postgresql test-browser screenshots check check-all bench bench-survey lock clean

help: ## what can be asked for
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 20

$(VENV)/run: requirements/run.txt pyproject.toml hatch_build.py $(FRONT_END)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev: $(VENV)/run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

run: $(VENV)/run ## set up, load the demo organisation, serve it on http://127.0.0.1:8000
	mkdir -p .local
	$(BIN)/domestique --db $(LOCAL_DATABASE) demo
	$(BIN)/domestique --db $(LOCAL_DATABASE) serve --port $(PORT)

test: $(VENV)/dev ## set up, every test on SQLite
	$(BIN)/python -m pytest -n auto $(TESTS)

test-postgresql: $(VENV)/dev ## the same tests on PostgreSQL: one that DOMESTIQUE_TEST_DATABASE names, or one started from the server's binaries
	$(BIN)/python tests/on_postgresql.py $(BIN)/python -m pytest -n auto

test-browser: $(VENV)/dev ## only the walks in a real browser (Debian's Chromium); they are part of `make test` too
	$(BIN)/python -m pytest -n auto tests/browser

screenshots: $(VENV)/dev ## pictures of every page into docs/pictures, on a phone and at a desk, by day and by night
	$(BIN)/python docs/take_screenshots.py

check: $(VENV)/dev ## format, lint, types, import floors, migrations, translatable texts
	$(BIN)/ruff format --check src tests bench hatch_build.py import_floors.py
	$(BIN)/ruff check src tests bench hatch_build.py import_floors.py
	$(BIN)/mypy
	$(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=domestique.site.settings DOMESTIQUE_DATABASE=.local/check.sqlite3 $(BIN)/django-admin makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=domestique.site.settings DOMESTIQUE_DATABASE=.local/check.sqlite3 $(BIN)/django-admin check --fail-level WARNING
	$(BIN)/djlint --lint --quiet src/domestique/answers src/domestique/web/templates

check-all: check test-postgresql ## `make check`, every test on PostgreSQL, then on SQLite with all rows of the big tables
	$(MAKE) --no-print-directory test TESTS='-m ""'

bench: $(VENV)/dev ## one table of ratios, each measured side by side in one run
	$(BIN)/python -m bench

bench-survey: $(VENV)/dev ## 10,000 invitations answered by eight clients at once: no answer lost, none counted twice
	$(BIN)/python -m bench.survey

lock: ## write the locks anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header pyproject.toml requirements/build.in -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header pyproject.toml --group dev -c requirements/run.txt requirements/build.in -o requirements/dev.txt

clean: ## forget everything that was set up
	rm -rf $(VENV) .local .mypy_cache .ruff_cache .import_linter_cache .hypothesis frontend/node_modules src/domestique/web/static/domestique/vendor
