"""What the conversation's tables need of the month's paper: buttons, commands, and what is asked of it in words."""

from collections.abc import Callable

from handlers.dialogues.paper import (
    approving,
    issued,
    kept_text,
    leader_asks,
    numbering,
    office,
    older,
    overriding,
    registering,
    remarks,
    returned_file,
    signing,
    source,
)
from handlers.turn import Turn
from reporting.reading.commands import Command
from reporting.reading.leader_questions import leader_question
from reporting.reading.source_asked import source_asked

# About a version, a month, an override, a signer or a file, by its id.
ABOUT_ONE: dict[str, Callable[[Turn, int], None]] = {
    "compose_again": office.compose_month,
    "compose_sure": office.compose_sure,
    "submit_paper": office.submit,
    "approve_paper": approving.begin_approving,
    "return_paper": remarks.begin_returning,
    "paper_details": approving.details,
    "issue_paper": numbering.begin,
    "attach_scan": numbering.begin_scan,
    "mend_figures": returned_file.begin,
    "drop_override": overriding.chosen,
    "signer": signing.chosen,
    "use_older": older.use_older,
    "leave_older": older.leave_older,
    "issued_paper": issued.chosen,
}
# About something with a name of its own: "12.members_admitted".
ABOUT_NAMED: dict[str, Callable[[Turn, str], None]] = {
    "paper_source": source.chosen,
    "section_anew": lambda turn, subject: kept_text.chosen(turn, "section_anew", subject),
    "section_append": lambda turn, subject: kept_text.chosen(turn, "section_append", subject),
}
PLAIN: dict[str, Callable[[Turn, Command], None]] = {
    "compose_paper": office.compose_command,
    "amend_paper": office.amend_command,
    "paper": office.status,
    "paper_draft": office.draft_command,
    "withdraw_paper": office.withdraw_command,
    "submit_paper": office.submit_command,
    "approve_paper": approving.approve_command,
    "paper_details": approving.details_command,
    "issue_paper": numbering.command,
    "attach_scan": numbering.scan_command,
    "see_scan": issued.scan_command,
    "paper_source": source.command,
    "drop_override": overriding.command,
    "mend_figures": returned_file.command,
    "signer": signing.command,
}


def answered(turn: Turn, text: str) -> bool:
    """What a text asks of the month's paper in words; False: it is about something else, or not for this person.

    A version's code, a number for another paper, the register, an issued report by its number, the number of a
    month's report, what changed since a version before, the source of a figure.
    """
    if not turn.may_somewhere("see_report"):
        return False
    if approving.by_code(turn, text) or registering.ordered(turn, text) or issued.answered(turn, text):
        return True
    figure = source_asked(text)
    if figure is not None or leader_question(text) is not None:
        leader_asks.leave_question(turn)
    if leader_asks.answered(turn, text):
        return True
    if figure is not None:
        source.ask(turn, figure)
    return figure is not None
