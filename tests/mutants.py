"""The mutation check: each core rule is broken on purpose, once, and some test must notice.

Run with `python -m tests.mutants` (`--only WORD` for the entries whose rule contains WORD, `--tested` right after
a whole run of the tests). The tree is copied to a temporary folder for each mutant, so the checkout itself is never
touched. It fails when a mutant survives, when its snippet does not stand exactly once in its file, or when the tests
fail without it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.mutant_list import MUTANTS, Mutant

ROOT = Path(__file__).parent.parent
PARTS = ("bot", "handlers", "storage", "templates", "reporting", "tests", "pyproject.toml", "alembic.ini")
LIMIT_SECONDS = 240
WORKERS = 2

TESTS_FAILED = 1  # pytest's exit code; 2 and above mean that it could not run them


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mutant; `problem` is empty when it was noticed."""

    rule: str
    problem: str
    seconds: float


def copy_tree(target: Path) -> None:
    """Copies what the tests need of the checkout into `target`, with what is compiled: it holds for unchanged files."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns(".*"))
        elif source.is_file():
            shutil.copy2(source, target / part)


def run_tests(tree: Path, selection: Sequence[str]) -> tuple[int, str]:
    """pytest's exit code and last output in `tree`; the packages imported are the tree's own."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *selection]
    environment = os.environ | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LIMIT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return 124, f"took more than {LIMIT_SECONDS} s"
    return done.returncode, (done.stdout + done.stderr)[-2000:]


def mutate(tree: Path, mutant: Mutant) -> str:
    """Applies a mutant in `tree`; gives what is wrong with it, or nothing."""
    path = tree / mutant.path
    if not path.is_file():
        return f"no such file: {mutant.path}"
    source = path.read_text(encoding="utf-8")
    times = source.count(mutant.old)
    if times != 1:
        return f"the snippet stands {times} times in {mutant.path}: {mutant.old!r}"
    changed = source.replace(mutant.old, mutant.new)
    if path.suffix == ".py":
        try:
            compile(changed, mutant.path, "exec")
        except SyntaxError as error:
            return f"the replacement is no Python: {error}"
    path.write_text(changed, encoding="utf-8")
    return ""


def try_mutant(mutant: Mutant) -> Outcome:
    """Breaks one rule in a copy of the tree and runs the tests that should notice."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutant-") as name:
        tree = Path(name)
        copy_tree(tree)
        problem = mutate(tree, mutant)
        if not problem:
            code, output = run_tests(tree, mutant.tests)
            if code == 0:
                problem = "SURVIVED: no test noticed"
            elif code != TESTS_FAILED:
                problem = f"pytest could not run ({code}): {output}"
    return Outcome(mutant.rule, problem, time.monotonic() - began)


def try_unbroken(mutants: Sequence[Mutant]) -> str:
    """Runs each selection of tests without any mutation; gives what is wrong, or nothing."""
    with tempfile.TemporaryDirectory(prefix="mutant-") as name:
        tree = Path(name)
        copy_tree(tree)
        selections = dict.fromkeys(mutant.tests for mutant in mutants)
        with ThreadPoolExecutor(WORKERS) as pool:
            for code, output in pool.map(lambda selection: run_tests(tree, selection), selections):
                if code != 0:
                    return f"the tests fail without a mutation ({code}): {output}"
    return ""


def main(arguments: Sequence[str] | None = None, mutants: Sequence[Mutant] = MUTANTS) -> int:
    """Prints a line for each mutant. 0: all were noticed, 1: some were not, 2: nothing to do."""
    parser = argparse.ArgumentParser(description="Break each core rule once; a test must notice.")
    parser.add_argument("--only", default="", metavar="WORD", help="entries whose rule contains WORD")
    parser.add_argument("--tested", action="store_true", help="all tests have just passed on this very tree")
    options = parser.parse_args(arguments)
    wanted = options.only
    chosen = [mutant for mutant in mutants if wanted in mutant.rule]
    if not chosen:
        print("no mutants chosen")
        return 2
    problem = "" if options.tested else try_unbroken(chosen)
    if problem:
        print(problem)
        return 1
    with ThreadPoolExecutor(WORKERS) as pool:
        outcomes = list(pool.map(try_mutant, chosen))
    for outcome in outcomes:
        print(f"{'noticed ' if not outcome.problem else 'PROBLEM '} {outcome.seconds:6.1f} s  {outcome.rule}")
        if outcome.problem:
            print(f"          {outcome.problem}")
    failed = sum(bool(outcome.problem) for outcome in outcomes)
    print(f"{len(outcomes) - failed} of {len(outcomes)} mutants noticed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
