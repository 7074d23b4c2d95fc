# The targets of who works on the library: tests, measurements, tools.
.PHONY: new test quick bench format browser tools licences audit

# Formatter and linter of scripts and stylesheets.
BIOME = $(RUN) deno run --allow-all --frozen --quiet @biomejs/biome
export DENO_NO_UPDATE_CHECK := 1
# Deno fetches Biome also where a company has a certificate of its own.
export DENO_TLS_CA_STORE ?= mozilla,system

# FOLDER of the environment is an argument of the command, which make must not read.
new: $(FETCHED)      ## begin the project of another document in FOLDER
	@$(RUN) diptych new "$$FOLDER"

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
  test_development.py test_github.py test_lay_over.py test_other_programmes.py test_papers.py test_rehearsal.py test_text_here.py test_workflows.py

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
