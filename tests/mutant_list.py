"""The mutants: core rules, each with the change that breaks it and the tests that must notice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """`old` stands exactly once in the file `path`; with `new` in its place one of `tests` must fail.

    `tests` are arguments of pytest: files, test ids, `-k` and a word.
    """

    rule: str
    path: str
    old: str
    new: str
    tests: tuple[str, ...]


MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        rule="a figure whose control is gone passes only where the words beside it stayed",
        path="reporting/documents/word/relink.py",
        old="        if self._crowded(first, last, start, end):\n            return False",
        new="        return True",
        tests=("tests/documents/roundtrip/test_stripped.py",),
    ),
    Mutant(
        rule="a digit typed on to a figure's control changes the figure",
        path="reporting/documents/word/compare.py",
        old="        if (shown.tag, head, tail) in known:",
        new="        if shown.tag:",
        tests=("tests/documents/roundtrip/test_reading.py",),
    ),
    Mutant(
        rule="text that a tracked change moved away is no text there",
        path="reporting/documents/word/read.py",
        old='_PASSED_OVER = {"del", "moveFrom", ',
        new='_PASSED_OVER = {"del", ',
        tests=("tests/documents/roundtrip/test_reading.py",),
    ),
    Mutant(
        rule="a section whose border is a guess is not taken over",
        path="handlers/actions/take_back.py",
        old=' or recovered.certainty == "uncertain"',
        new="",
        tests=("tests/handlers/test_take_back.py",),
    ),
    Mutant(
        rule="an override needs a reason in words",
        path="reporting/reading/decisions.py",
        old='        return "unsure" if told else "keep"',
        new='        return "reason"',
        tests=("tests/handlers/test_take_back.py",),
    ),
    Mutant(
        rule="a stock is that of the last month, not a sum over months",
        path="reporting/totals.py",
        old="into.values += _given(into, question.code, at, at.left)",
        new="into.values += [v for at in months for v in _given(into, question.code, at, at.left)]",
        tests=("tests/reporting/test_totals.py",),
    ),
    Mutant(
        rule="a missing figure is not zero",
        path="reporting/totals.py",
        old="            into.lacking.add(unit_id)",
        new="            given.append((unit_id, 0))",
        tests=("tests/reporting/test_totals.py",),
    ),
    Mutant(
        rule="a figure under half or over twice the last months' is doubted",
        path="reporting/doubts.py",
        old="return low <= 2 * value and value <= 2 * high",
        new="return True",
        tests=("tests/reporting/test_doubts.py",),
    ),
    Mutant(
        rule="a chair has nothing to do with another unit",
        path="reporting/rights.py",
        old='case "own" | "tree" if unit_id is not None and held.unit_id == unit_id:',
        new='case "own" | "tree" if unit_id is not None:',
        tests=("tests/reporting/test_rights.py",),
    ),
    Mutant(
        rule="nothing is edited after the lock",
        path="reporting/workflow.py",
        old="    if locked:",
        new="    if not STATES:",
        tests=("tests/reporting/test_workflow.py",),
    ),
    Mutant(
        rule="an update that comes twice is handled once",
        path="storage/queries/inbox.py",
        old='.on_conflict_do_nothing(index_elements=["channel", "update_id"])',
        new='.on_conflict_do_update(index_elements=["channel", "update_id"], set_={"state": "new"})',
        tests=("tests/storage/test_inbox.py", "-k", "sqlite"),
    ),
    Mutant(
        rule="a moment of the schedule is carried out once",
        path="storage/queries/slots.py",
        old="    return tx.execute(_RECORD.on(tx), fields).first() is not None",
        new="    tx.execute(_RECORD.on(tx), fields)\n    return True",
        tests=("tests/storage/test_slots_and_facts.py", "-k", "sqlite"),
    ),
    Mutant(
        rule="nobody who has sent is reminded",
        path="handlers/actions/remind.py",
        old='(a.state != "submitted" if stage == "reminder" else not a.sent)',
        new="True",
        tests=("tests/handlers/test_core_rules.py",),
    ),
    Mutant(
        rule="a report sent after due is marked late",
        path="handlers/actions/submit.py",
        old="late = turn.now > report.due",
        new="late = False",
        tests=("tests/handlers/test_core_rules.py",),
    ),
    Mutant(
        rule="women are no more than all members",
        path="templates/forms/grassroots-monthly.md",
        old=". >= 0 and . <= ${members_total}",
        new=". >= 0",
        tests=("tests/handlers/test_core_rules.py",),
    ),
    Mutant(
        rule="an ambiguous figure is asked back, never guessed",
        path="reporting/reading/amounts.py",
        old="    return Given(distinct[0]) if certain and len(distinct) == 1 else Ask(distinct)",
        new="    return Given(distinct[0])",
        tests=("tests/bot/test_cli_parse.py", "-k", "outcome"),
    ),
    Mutant(
        rule="nothing is issued but what leadership approved",
        path="reporting/documents/approval.py",
        old='"paper_composing", "paper_not_approved", "paper_not_approved", "issued", "paper_issued",',
        new='"paper_composing", "paper_not_approved", "issued", "issued", "paper_issued",',
        tests=("tests/documents/test_approval.py",),
    ),
    Mutant(
        rule="who approves names the code of the content",
        path="handlers/receive.py",
        old="if isinstance(turn.scene, Approving):",
        new="if False:",
        tests=("tests/handlers/test_paper_rights.py", "-k", "only_the_code"),
    ),
    Mutant(
        rule="a number of the register is taken once",
        path="storage/queries/register.py",
        old="    return tx.execute(_TAKE.on(tx), fields).first() is not None",
        new="    tx.execute(_TAKE.on(tx), fields)\n    return True",
        tests=("tests/storage/test_documents.py", "-k", "sqlite"),
    ),
)
