# Thin over uv: every target runs what uv.lock pins. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help serve site preview check request watch report edition test quick bench format browser tools licences audit

# By its name alone: a path with a blank would be two to make.
UV := $(if $(shell command -v uv 2>/dev/null),uv,.tools/bin/uv)
FETCHED := $(filter .tools/bin/uv,$(UV))
RUN = $(UV) run --locked --quiet
# Formatter and linter of scripts and stylesheets.
BIOME = $(RUN) deno run --allow-all --frozen --quiet @biomejs/biome
# How `make check` prints: text, lines (a line a place, as editors read them), json, sarif or github
# (annotations on a pull request); `make watch` the first two.
FORMAT ?= text
# MkDocs Material announces MkDocs 2 at every build.
export NO_MKDOCS_2_WARNING := 1
export DENO_NO_UPDATE_CHECK := 1
# Deno fetches Biome also where a company has a certificate of its own.
export DENO_TLS_CA_STORE ?= mozilla,system

help:     ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(FETCHED)    ## build, show both languages at http://127.0.0.1:8000/ and rebuild on change
	$(RUN) mkdocs serve

site: $(FETCHED)     ## build the site into site/
	$(RUN) mkdocs build

preview: site   ## the same in preview/, to be opened without a server
	$(RUN) python -m scripts.preview site preview

check: $(FETCHED)    ## hold the two languages against each other
	$(RUN) diptych check --format $(FORMAT)

# REQUEST of the environment is a commit; make must not read it here either.
request: $(FETCHED)  ## lay the texts of the commit REQUEST over the code here, to judge them by it
	@$(RUN) python -m scripts.lay_over

watch: $(FETCHED)    ## the same, again whenever a file is saved
	$(RUN) diptych check --watch --format $(FORMAT)

# BASE, REPORT_FORMAT and REPORT_FILE of the environment are options of the command. Make must not
# read them here: it would run what a branch's name asks for.
report: $(FETCHED)   ## tell what changed since main, and what the check finds
	@$(RUN) diptych report

# DATE of the environment is an option of the command, which make must not read either.
edition: $(FETCHED)  ## make the committed text an edition of DATE (2026-03-01; today, if not given)
	@$(RUN) diptych edition

# Tests begin Python often, which need not compile the same modules each time.
test quick: export PYTHONDONTWRITEBYTECODE :=

test: $(FETCHED) browser    ## formatter, linter, type checker and every test
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(BIOME) check
	$(RUN) deno check --frozen --quiet overrides/assets/javascripts tests
	$(RUN) deno check --frozen --quiet overrides/assets/workers
	$(RUN) pytest

# Left out: what builds sites or opens pages, the slips and attacks by the hundred, programs of their
# own, and what is not the library. A new folder of tests is taken in until it is named here.
SLOW := attacks browser built_site changes/test_base.py cli/test_ending.py defects exports/test_docx.py exports/test_formats.py \
  exports/test_pdf.py files/test_opening.py fuzz hooks output/test_editors.py publication report/test_notices.py \
  test_development.py test_github.py test_lay_over.py test_other_programmes.py test_papers.py test_rehearsal.py test_workflows.py

quick: $(FETCHED)    ## linter and the tests that a change of the library needs, in a minute
	$(RUN) ruff check .
	$(RUN) pytest $(addprefix --ignore=tests/,$(SLOW))

# PART=defects, builds, editing, scaling, reading, accessibility, search, exports, attacks, fuzz, rehearsal or
# worst measures one part alone.
bench: $(FETCHED)    ## measure what the check catches, and times as ratios
	$(RUN) python -m bench.run $(PART)

format: $(FETCHED)   ## format the code and mend what the linter can
	$(RUN) ruff format .
	$(RUN) ruff check --fix .
	$(BIOME) check --write

tools:          ## install LibreOffice and nginx for the tests that ask for them (Debian, Ubuntu)
	sudo apt-get update --quiet
	sudo apt-get install --yes --no-install-recommends libreoffice-writer-nogui nginx-light

licences: $(FETCHED)    ## list the licences of the dependencies in LICENCES.md
	$(RUN) python -m scripts.licences

audit: $(FETCHED)    ## ask for known vulnerabilities of what uv.lock pins
	@mkdir -p .tools
	$(UV) export --locked --quiet --no-emit-project --output-file .tools/requirements.txt
	$(RUN) pip-audit --disable-pip --require-hashes --requirement .tools/requirements.txt

browser: $(FETCHED)
	@$(RUN) python scripts/find_browser.py

.tools/bin/uv:
	sh scripts/fetch-uv.sh
