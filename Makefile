# A checkout needs Python >= 3.11 and make; everything else is installed into .venv.
# Other programs (PostgreSQL, Chromium, LibreOffice) are optional: what is missing is named, with its command.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: setup demo test lint mutants bench clean
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

demo: setup
	@$(BIN)/baocao demo

test: setup
	@$(BIN)/python -m bot.programs
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

mutants: setup
	$(BIN)/python -m tests.mutants

bench: setup
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) var
