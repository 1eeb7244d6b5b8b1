# A fresh machine needs Python 3.11 or later and make, and for the tests Chromium; the rest is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: lock demo docs site bench bench-draft test test-fast browser lint types tests coverage install clean

# A complete made-up set first, then what has really been published, which is no more than the baseline yet.
demo: .venv/.installed
	$(BIN)/countyplan check examples/illustrative
	$(BIN)/countyplan check examples/published

# What is made from the package's own data and the examples; a test fails where it is not up to date. Pictures need Chromium.
docs: .venv/.dev-installed
	for lang in zh en; do \
		$(BIN)/python -m countyplan.render.catalogue $$lang docs/$$lang/reference && \
		$(BIN)/python -m countyplan.cli.commands_page $$lang > docs/$$lang/reference/commands.md && \
		$(BIN)/python -m countyplan.cli.settings_page $$lang > docs/$$lang/reference/configuration.md && \
		$(BIN)/python -m countyplan.cli.schemas_page $$lang > docs/$$lang/reference/schemas.md && \
		$(BIN)/python -m countyplan.render.fields $$lang > docs/$$lang/reference/fields.md && \
		$(BIN)/python .ci/licences $$lang > docs/$$lang/reference/licences.md || exit; \
	done
	$(BIN)/python -m tests.plan.tested
	$(BIN)/python -m tests.cli.pages.console
	$(BIN)/python -m tests.browser.pictures
	$(BIN)/countyplan schema submission --lang zh -o schemas/submission.schema.json
	$(BIN)/countyplan plan schema targets --lang zh -o schemas/targets.schema.json
	$(BIN)/countyplan plan schema responsibilities --lang zh -o schemas/responsibilities.schema.json
	$(BIN)/countyplan plan schema milestones --lang zh -o schemas/milestones.schema.json
	$(BIN)/countyplan plan schema commitments --lang zh -o schemas/commitments.schema.json
	$(BIN)/countyplan plan schema panels --lang zh -o schemas/panels.schema.json
	$(BIN)/countyplan plan schema ledger --lang zh -o schemas/ledger.schema.json
	$(BIN)/countyplan plan schema action-plan --lang zh -o schemas/action-plan.schema.json

# The pages of docs/ as a web site in build/site, in both languages; a warning fails.
site: .venv/.site-installed
	$(BIN)/sphinx-build -q -W --keep-going -c docs -D language=zh_CN docs/zh build/site/zh
	$(BIN)/sphinx-build -q -W --keep-going -c docs -D language=en docs/en build/site/en
	cp docs/site.html build/site/index.html

# How well `plan draft` reads marked texts: TEXTS is a folder of folders of text.* and gold.csv, SHIPPED the shipped plan's text.
TEXTS ?= ../shared/plans
SHIPPED ?= ../shared/plan/plan-text.txt
bench-draft: .venv/.installed
	$(BIN)/python -m benchmarks.draft.table $(TEXTS) --shipped $(SHIPPED)

# Speed as ratios, each line two commands in turn; the long lines take minutes each. `make bench ONLY="one help"` runs some.
bench: .venv/.installed
	$(BIN)/python -m benchmarks.speed.table $(ONLY)

# Everything. Where Chromium is missing and may be installed it is; else the first line says so, and the last what did not run.
test: browser lint types tests

browser:
	@.ci/browser || true

# For daily work, in under two minutes: how figures are read, collected and judged, and what a report says of them. What is
# left to `make test`: documents and pages, the command line, processes, schemas, plans drafted from texts, files that bite.
test-fast: .venv/.dev-installed
	$(BIN)/pytest -n auto $(addprefix --ignore=tests/,browser cli integrations office packaging plantext render safety schema submission/hostile test_determinism.py)

lint: .venv/.dev-installed
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/lint-imports --no-logo

types: .venv/.dev-installed
	$(BIN)/mypy

tests: .venv/.dev-installed
	@if .ci/browser 2>/dev/null; then $(BIN)/pytest -n auto; else \
		$(BIN)/pytest -n auto --ignore=tests/browser && echo 'NOT RUN: tests/browser (no Chromium or no Chinese font)'; fi

# What the tests run through; tracing more than doubles their time, so it is a command of its own.
coverage: .venv/.dev-installed
	$(BIN)/coverage erase
	$(BIN)/pytest -n auto --cov --cov-report=
	$(BIN)/coverage report

install: .venv/.dev-installed

.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/.dev-installed: .venv/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements-dev.lock --editable '.[dev]'
	touch $@

.venv/.site-installed: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[site]'
	touch $@

# Writes down the newest versions that development can be done with; run it, and the tests, when they are to be taken up.
lock:
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	{ echo "# What development is done with, from 'make lock': pip takes it as a constraint."; \
		build/lock/bin/python -m pip list --format freeze --exclude countyplan --exclude pip --exclude setuptools \
		| tr 'A-Z_' 'a-z-' | LC_ALL=C sort; } > requirements-dev.lock
	rm -rf build/lock

clean:
	rm -rf .venv build dist
