"""The mutation check itself: it tells noticed, surviving and unusable mutants apart."""

import pytest

from tests import mutants
from tests.mutant_list import Mutant

CLOCK = ("tests/bot/test_clock.py",)
NOTICED = Mutant("noticed", "bot/clock.py", "if moment < self._now:", "if moment > self._now:", CLOCK)
SURVIVES = Mutant("survives", "bot/clock.py", "a time without zone", "a naive time", CLOCK)
ABSENT = Mutant("absent", "bot/clock.py", "no such snippet", "x", CLOCK)
TWICE = Mutant("twice", "bot/clock.py", "self._now", "self._then", CLOCK)
LOST = Mutant("lost", "bot/no_such_file.py", "x", "y", CLOCK)
NO_PYTHON = Mutant("no python", "bot/clock.py", "class SystemClock:", "class SystemClock", CLOCK)
NO_TESTS = Mutant("no tests", "bot/clock.py", "class SystemClock:", "class OtherClock:", CLOCK)


@pytest.mark.parametrize(
    ("mutant", "code", "said"),
    [
        (NOTICED, 0, "1 of 1 mutants noticed"),
        (SURVIVES, 1, "SURVIVED"),
        (ABSENT, 1, "stands 0 times"),
        (TWICE, 1, "times in bot/clock.py"),
        (LOST, 1, "no such file"),
        (NO_PYTHON, 1, "no Python"),
        (NO_TESTS, 1, "pytest could not run (2)"),
    ],
    ids=lambda value: value.rule if isinstance(value, Mutant) else "",
)
def test_each_kind_of_mutant(
    mutant: Mutant, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mutants, "try_unbroken", lambda chosen: "")
    assert mutants.main([], [mutant]) == code
    assert said in capsys.readouterr().out


def test_tests_that_fail_unbroken_prove_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    lost = Mutant("lost tests", "bot/clock.py", "class", "class", ("tests/bot/test_no_such.py",))
    assert mutants.main([], [lost]) == 1
    assert "without a mutation (4)" in capsys.readouterr().out


def test_an_empty_choice_is_wrong_use() -> None:
    assert mutants.main(["--only", "no such rule"], [NOTICED]) == 2
