# A checkout needs Python >= 3.11 and make; everything else is installed into .venv.
# Other programs (PostgreSQL, Chromium, LibreOffice) are optional: what is missing is named, with its command.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: setup install replicas demo test lint mutants bench clean
setup: $(STAMP)

$(STAMP): requirements-dev.txt pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Cần Python 3.11 trở lên. Nếu đã có, hãy chỉ rõ: make PYTHON=/đường/dẫn/python3.12 $(MAKECMDGOALS)"; exit 2; }
	@"$(PYTHON)" -m venv $(VENV) || { \
		echo "Python này thiếu phần tạo môi trường riêng. Trên Debian, Ubuntu: sudo apt-get install -y python3-venv"; \
		rm -rf $(VENV); exit 2; }
	$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $(STAMP)

# For a server: only what the program needs, none of the tools; `.venv/bin/baocao` runs it from this folder.
install:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Cần Python 3.11 trở lên. Nếu đã có, hãy chỉ rõ: make PYTHON=/đường/dẫn/python3.12 install"; exit 2; }
	"$(PYTHON)" -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements.txt
	@echo "$(CURDIR)" > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/baocao-here.pth"
	@printf '#!/bin/sh\nexec "%s" -P -m bot "$$@"\n' "$(CURDIR)/$(BIN)/python" > $(BIN)/baocao
	@chmod 755 $(BIN)/baocao
	@echo "Đã cài. Kiểm tra: $(BIN)/baocao doctor"

demo: setup
	@$(BIN)/baocao demo

# Two programs on one PostgreSQL, as on a server: needs BAOCAO_DATABASE_URL and a messenger's token.
replicas: setup
	@$(BIN)/python -m bot.replicas

test: setup
	@$(BIN)/python -m bot.programs
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

mutants: setup
	$(BIN)/python -m tests.mutants $(MUTANTS)

bench: setup
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) var
