"""The mutants: core rules, each with the change that breaks it and the tests that must notice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """`old` stands exactly once in the file `path`; with `new` in its place one of `tests` must fail."""

    rule: str
    path: str
    old: str
    new: str
    tests: tuple[str, ...]


MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        rule="logs hold no phone numbers",
        path="bot/logs.py",
        old='"[phone]"',
        new='r"\\g<0>"',
        tests=("tests/bot/test_logs.py",),
    ),
)
