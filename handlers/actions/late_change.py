"""A unit corrects its report after the month's paper was issued: the office is told at once."""

from handlers.actions.request_correction import office_people
from handlers.lines import facts_of
from handlers.report import Report
from handlers.turn import Turn
from storage.queries import documents
from templates.notices import paper_notice
from templates.render import render


def tell_of_late_change(turn: Turn, before: Report, report: Report) -> None:
    """One message for all the lines that changed, the computed ones too; nothing before the paper is issued."""
    issued = [d for d in documents.of_campaign(turn.tx, report.campaign.id) if d.state == "issued"]
    if not issued:
        return
    changed = [
        q.code for q in report.form.questions if before.sheet.value(q.code) != report.sheet.value(q.code)
    ]
    lines = [{**line, "old": before.sheet.value(line["code"])} for line in facts_of(report, changed)]
    others = [person for person in office_people(turn) if person != turn.person.id]
    if lines and turn.may_somewhere("compose_report"):
        facts = {"month": report.month, "number": issued[-1].number, "issued_on": issued[-1].issued_on}
        turn.say("paper/issued_differs", **facts, lines=lines)
    if lines and others:
        number, day = issued[-1].number, issued[-1].issued_on
        facts = {"unit": report.unit.name, "month": report.month, "number": number, "issued_on": day}
        text = render("paper/late_change", **facts, person=turn.person.name, lines=lines)
        turn.tell(others, text, notice=paper_notice("late_change", report.campaign.period))
