# Thin over uv: every target runs what uv.lock pins. `make help` lists them. Those of who works on the
# library stand in developers.mk, which a project with texts alone does without.
.DEFAULT_GOAL := help
.PHONY: help serve site preview check confirm request watch report edition

# By its name alone: a path with a blank would be two to make.
UV := $(if $(shell command -v uv 2>/dev/null),uv,.tools/bin/uv)
FETCHED := $(filter .tools/bin/uv,$(UV))
RUN = $(UV) run --locked --quiet
# How `make check` prints: text, lines (a line a place, as editors read them), json, sarif or github
# (annotations on a pull request); `make watch` the first two.
FORMAT ?= text
# MkDocs Material announces MkDocs 2 at every build.
export NO_MKDOCS_2_WARNING := 1

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

confirm: $(FETCHED)  ## record that every translation renders its original as it is now
	$(RUN) diptych confirm --all-changed

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

.tools/bin/uv:
	sh scripts/fetch-uv.sh

-include developers.mk
