"""A reviewer returns lines of a report with reasons; the report is asked for again, those lines only."""

from collections.abc import Mapping
from typing import Any

from handlers.actions.partners import reporters
from handlers.choices import choice
from handlers.lines import facts_of
from handlers.report import Report
from handlers.turn import Turn
from reporting import workflow
from reporting.errors import Refused
from storage.queries import assignments, people, submissions
from storage.queries.submissions import Submission
from templates.notices import news, report_notice
from templates.render import render


def return_lines(turn: Turn, report: Report, reasons: Mapping[str, str]) -> None:
    """Reopen lines of a sent report. Raises Refused: no_right, locked, or when there is nothing to return."""
    if not turn.may("return_lines", report.unit.id):
        raise Refused("no_right", action="return_lines")
    state = workflow.step(report.assignment.state, "return", locked=report.locked)
    returned = {"lines": dict(reasons), "by": turn.person.id}
    assignments.set_state(turn.tx, report.assignment.id, state=state, returned=returned)
    turn.audit(turn.person.id, "return", "assignment", report.assignment.id, questions=sorted(reasons))
    lines = [{**line, "reason": reasons[line["code"]]} for line in facts_of(report, list(reasons))]
    text = render(
        "review/returned",
        who=turn.person.name,
        unit=report.unit.name,
        month=report.month,
        lines=lines,
        due=report.due,
    )
    turn.tell(
        reporters(turn, report),
        text,
        [choice("resume", report.assignment.id), choice("keep", report.assignment.id)],
        report_notice(
            "returned",
            [report.unit.name],
            report.campaign.period,
            report.due,
            count=len(lines),
            by=turn.person.name,
        ),
    )


def tell_reviewer(turn: Turn, report: Report, returned: Mapping[str, Any], submission: Submission) -> None:
    """Tell who returned a report that it was sent again: those lines, what was explained, and all that changed.

    `returned` is the assignment's, as it was before. Who lost the right since is not told.
    """
    reviewer = returned["by"]
    if not turn.has_right(reviewer, "return_lines", report.unit.id):
        return
    who = people.get(turn.tx, turn.person.id).name
    was = submissions.all_of(turn.tx, report.assignment.id)[-2].figures
    changed = {code for code, value in submission.figures.items() if was.get(code) != value}
    asked = list(returned["lines"])
    others = [line.question.code for line in report.sheet.lines() if line.question.code not in asked]
    told = [*asked, *(code for code in others if code in changed)]
    lines = [
        {**line, "was": was.get(line["code"]), "changed": line["code"] in changed}
        for line in facts_of(report, told)
    ]
    turn.tell(
        [reviewer],
        render(
            "review/sent_again",
            who=who,
            unit=report.unit.name,
            month=report.month,
            code=submission.code,
            lines=lines,
        ),
        notice=news("partner"),
    )
