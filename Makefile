# The two commands of the README: make demo, make test.  Everything else is for those who work on nudger.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SOURCES := cli.py nudger classifiers rules tests benchmarks docs

.PHONY: demo test proofs check format bench fuzz soak docs train dist clean servers

demo: $(VENV)/.demo
	$(BIN)/nudger demo --html demo.html

test: $(VENV)/.dev servers
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# What takes longer and guards the promises: a whole day watched, ends at every commit, full disks, kills.
proofs: $(VENV)/.dev servers
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "(kill or proof) and not slow"

# What stands between a commit and main, apart from the tests.
check: $(VENV)/.dev
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check

format: $(VENV)/.dev
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py

bench: $(VENV)/.dev servers
	$(BIN)/python benchmarks/run.py

# 100,000 mutated messages through the reader, on two cores.
fuzz: $(VENV)/.dev
	$(BIN)/python tests/fuzz_reading.py

# The shipped model, from the labelled mail beside the checkout.
DATA ?= ../shared/data
train: $(VENV)/.dev
	$(BIN)/nudger train --out classifiers/builtin \
	    --base $(DATA)/public/labelled.jsonl.gz --base $(DATA)/public/labelled-nl.jsonl.gz \
	    --base $(DATA)/own/nl-train.jsonl --base $(DATA)/own/en-train.jsonl
	chmod 644 classifiers/builtin/model.npz classifiers/builtin/card.json

# What takes minutes: every odd message under limits, long kill loops, a night over 1,000 mailboxes.
soak: $(VENV)/.dev servers
	NUDGER_KILLS=1000 $(BIN)/python -m pytest -m "slow or kill"
	PYTHONPATH=. $(BIN)/python benchmarks/nightly.py

# The wheel and the source archive.
dist: $(VENV)/.dev
	$(BIN)/python -m build --outdir dist .

# Real servers for the tests, where they are missing: Dovecot and Chromium from Debian, Synapse in an environment of its own.
servers:
	@sh tests/servers/install.sh
	@sh tests/servers/install_synapse.sh

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: setup.cfg | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[demo]'
	@touch $@

$(VENV)/.dev: setup.cfg | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[demo,language,outlook,dev]'
	@touch $@ $(VENV)/.demo

clean:
	rm -rf $(VENV) build dist *.egg-info demo.html
