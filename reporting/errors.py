"""The errors of Baocao, one small tree.

BaocaoError
├── WrongUse        the caller (CLI, settings file) asked for something that cannot be
│   └── BadFile     a file (form, office.toml) does not read; carries its findings
├── Refused         a person may not do this, or not now; carries a reason key for templates
└── Broken          an invariant of ours does not hold: a defect, never a person's fault

`Refused.reason` names a template under `templates/messages/refused/`; wording never stands here.
"""

from collections.abc import Sequence


class BaocaoError(Exception):
    """The root of all errors raised on purpose."""


class WrongUse(BaocaoError):
    """A command or a setting cannot be carried out as given."""


class BadFile(WrongUse):
    """A file does not read; `findings` say where and why."""

    def __init__(self, name: str, findings: Sequence[object]) -> None:
        super().__init__(f"{name}: {len(findings)} findings")
        self.name = name
        self.findings = tuple(findings)


class Refused(BaocaoError):
    """A person may not do this, or not now. State stays as it was."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


class Broken(BaocaoError):
    """An invariant does not hold."""
