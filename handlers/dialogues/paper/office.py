"""The office and a month's report as a paper: compose, see where it stands, bring it to leadership, amend it."""

from handlers.actions.compose import amend, compose, unchanged
from handlers.actions.submit_document import submit_document
from handlers.actions.written import draft_facts, leader_facts, office_choices, sent_along, undecided_figures
from handlers.choices import choice, split_id
from handlers.dialogues.paper.lacking_parts import lacks, say_lacking
from handlers.dialogues.paper.to_leaders import leader_names, to_leaders
from handlers.dialogues.period import paper_campaign
from handlers.messages import Choice
from handlers.papers import Paper, load, newest, scans, standing
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.typed_period import period_in
from reporting.text import fold
from storage.queries import campaigns, documents
from storage.queries.campaigns import Campaign
from storage.queries.documents import Document

_STATUS_WORDS = ("bao cao", "/baocao", "lam bao cao")
_SEEING_WORDS = ("xem bao cao", "xem lai bao cao", "cho xem bao cao", "xem bc")


def wants_status(turn: Turn, text: str) -> bool:
    """Whether «báo cáo», «xem báo cáo» ask for the paper: of who approves it always, of the office once there is one.

    In the middle of its own form the office means that by «xem báo cáo».
    """
    said, idle = fold(text).strip(" ."), isinstance(turn.scene, Idle)
    if not turn.may_somewhere("see_report"):
        return False
    if said in _SEEING_WORDS:
        return turn.may_somewhere("approve_report") or (idle and _has_paper(turn))
    if said not in _STATUS_WORDS:
        return False
    if turn.may_somewhere("approve_report"):
        return True
    campaign = campaigns.latest(turn.tx)
    return campaign is not None and (_has_paper(turn) or lacks(turn, campaign).form_sent)


def _has_paper(turn: Turn) -> bool:
    campaign = campaigns.latest(turn.tx)
    return campaign is not None and documents.latest(turn.tx, campaign.id) is not None


def compose_command(turn: Turn, order: Command) -> None:
    """«Soạn báo cáo [kỳ]»."""
    _needs(turn, "compose_report")
    campaign = paper_campaign(turn, order)
    if campaign is not None:
        compose_month(turn, campaign.id)


def compose_month(turn: Turn, campaign_id: int) -> None:
    """«Soạn lại»: a new version of that month, if it would say anything new."""
    _needs(turn, "compose_report")
    same = unchanged(turn, campaigns.get(turn.tx, campaign_id))
    if same is None:
        compose_sure(turn, campaign_id)
        return
    turn.say("paper/unchanged", **standing(same), waiting=undecided_figures(turn, same))
    kept = [offered for offered in office_choices(same) if split_id(offered.id)[0] != "compose_again"]
    turn.offer(*kept, choice("compose_sure", campaign_id))


def compose_sure(turn: Turn, campaign_id: int) -> None:
    """«Vẫn soạn bản mới»."""
    _needs(turn, "compose_report")
    _composing(turn, compose(turn, campaigns.get(turn.tx, campaign_id), turn.person.id))


def amend_command(turn: Turn, order: Command) -> None:
    """«Đính chính [kỳ]»: a version that is to replace the issued one."""
    _needs(turn, "compose_report", called="amend_report")
    campaign = paper_campaign(turn, order)
    if campaign is not None:
        _composing(turn, amend(turn, campaign, turn.person.id))


def _composing(turn: Turn, document: Document) -> None:
    paper = load(turn, document.id)
    beside = newest(turn, paper.campaign, "submitted", "approved")
    turn.say("paper/composing", **standing(paper), beside=standing(beside) if beside else None)
    turn.enter(Idle(), show=False)


def withdraw_command(turn: Turn, order: Command) -> None:
    """«Rút lại báo cáo»: what was submitted comes back from leadership only; a newer version takes its place."""
    _needs(turn, "see_report")
    named = period_in(order.argument) is not None  # else it is why: «rút lại, chị cần sửa thêm»
    asked = order if named else Command(order.name)
    paper = paper_asked(turn, asked, "submitted", "approved")
    if paper is None:
        return
    turn.say("paper/withdraw", **standing(paper))
    turn.offer(*office_choices(paper))


def status(turn: Turn, order: Command) -> None:
    """Where the month's report stands, with what can be done now and the newest files."""
    _needs(turn, "see_report")
    campaign = paper_campaign(turn, order)
    if campaign is not None:
        status_of(turn, campaign)


def status_of(turn: Turn, campaign: Campaign) -> None:
    """The same of one month; to the office also what is still lacking, with the word for each."""
    office = turn.may_somewhere("compose_report")
    paper = (None if office else newest(turn, campaign, "submitted")) or newest(turn, campaign)
    if not office and _is_prepared(paper):
        say_preparing(turn, campaign, paper)
        return
    if paper is None:
        turn.say("paper/none", month=campaign.period, office=office)
        if office:
            say_lacking(turn, campaign, written=False)
        return
    if not office and paper.document.state == "submitted":
        turn.say("paper/for_approval", **leader_facts(paper))
        turn.documents.extend(sent_along(paper, "draft"))
        turn.offer(*leader_choices(paper))
        return
    say_status(turn, paper)
    if office and paper.document.state in ("draft", "returned", "stale"):
        say_lacking(turn, campaign, written=True)
    turn.offer(*(office_choices(paper) if office else leader_choices(paper)))


def _is_prepared(paper: Paper | None) -> bool:
    """Whether nothing of a month's report has come to leadership yet."""
    return paper is None or (
        paper.document.state in ("composing", "draft") and not paper.document.submitted_at
    )


def say_preparing(turn: Turn, campaign: Campaign, paper: Paper | None) -> None:
    """To leadership, of a report that was not submitted yet: that it is being prepared, and by when."""
    turn.say(
        "paper/preparing", month=campaign.period, composed=paper is not None, by=campaign.stages["submit_by"],
        overdue=turn.now > campaign.stages["submit_by"], locked=campaign.state == "locked",
        draft=paper is not None and bool(paper.document.digest),
    )  # fmt: skip


def draft_command(turn: Turn, order: Command) -> None:
    """«Gửi bản nháp»: the files of the version as it stands, also before it is submitted."""
    _needs(turn, "see_report")
    campaign = paper_campaign(turn, order)
    paper = newest(turn, campaign) if campaign is not None else None
    if paper is not None:
        say_status(turn, paper)
    elif campaign is not None:
        turn.say("paper/none", month=campaign.period, office=turn.may_somewhere("compose_report"))


def say_status(turn: Turn, paper: Paper) -> None:
    """Where one version stands, with its files; of an issued one also its signed scans, and what replaced it."""
    written = paper.document.digest != ""
    after = [d for d in documents.of_campaign(turn.tx, paper.campaign.id) if d.amends_id == paper.document.id]
    replaced = [standing(Paper(turn, d, paper.campaign)) for d in after if d.state == "issued"]
    turn.say(
        "paper/status", **(draft_facts(paper) if written else _bare(paper)),
        office=turn.may_somewhere("compose_report"), scans=len(scans(paper)),
        replaced=replaced[-1] if replaced else None,
    )  # fmt: skip
    if written:
        turn.documents.extend(sent_along(paper, "issued" if paper.document.state == "issued" else "draft"))


def _bare(paper: Paper) -> dict[str, object]:
    return {
        **standing(paper), "findings": [], "late": [], "since": None, "submitted_units": 0, "expected_units": 0,
    }  # fmt: skip


def leader_choices(paper: Paper) -> list[Choice]:
    """What a leader can do with a version now."""
    verbs = ["paper_details"] if paper.document.digest else []
    if paper.document.state == "submitted":
        verbs = ["approve_paper", "return_paper", "paper_details"]
    return [choice(verb, paper.document.id) for verb in verbs]


def waiting(turn: Turn) -> Paper | None:
    """A version that waits for this person: for approval of a leader, for its number of the office."""
    states = {"approve_report": "submitted", "issue_report": "approved"}
    found = [
        document.id
        for action, state in states.items()
        if turn.may_somewhere(action)
        for document in documents.in_state(turn.tx, state)
    ]
    return load(turn, max(found)) if found else None


def submit(turn: Turn, document_id: int) -> None:
    """«Trình lãnh đạo»: the checks run first; what keeps the report back is listed with how to mend it."""
    try:
        submit_document(turn, document_id)
    except Refused as refused:
        if refused.reason != "paper_held":
            raise
        turn.say("refused/paper_held", **refused.facts)
        turn.enter(Idle(), show=False)
        turn.offer(
            *(c for c in office_choices(load(turn, document_id)) if not c.id.startswith("submit_paper"))
        )
        return
    turn.say("paper/submitted", **standing(load(turn, document_id)))
    turn.enter(Idle(), show=False)


def submit_command(turn: Turn, order: Command) -> None:
    """«Trình [kỳ]» without a button: the newest version."""
    _needs(turn, "submit_report")
    if order.argument and period_in(order.argument) is None:
        if not to_leaders(turn, order.argument):
            turn.say("paper/submit_to_whom", leaders=leader_names(turn))
            return
        order = Command(order.name)
    paper = paper_asked(turn, order)
    if paper is not None:
        submit(turn, paper.document.id)


def paper_asked(turn: Turn, order: Command, *states: str) -> Paper | None:
    """The newest version of the month named; of none named as `open_paper` has it. None: no such month (said so).

    Raises Refused(no_paper_of_month) where that month has none.
    """
    if not order.argument.strip():
        return open_paper(turn, *states)
    campaign = paper_campaign(turn, order)
    if campaign is None:
        return None
    paper = newest(turn, campaign, *states) or newest(turn, campaign)
    if paper is None:
        raise Refused("no_paper_of_month", month=campaign.period)
    return paper


def open_paper(turn: Turn, *states: str) -> Paper:
    """The newest version of any month in one of these states, else the newest of the newest month.

    Raises Refused(no_paper) where there is none.
    """
    found = [d for state in states for d in documents.in_state(turn.tx, state)]
    if found:
        return load(turn, max(d.id for d in found))
    campaign = campaigns.latest(turn.tx)
    paper = newest(turn, campaign) if campaign else None
    if paper is None:
        raise Refused("no_paper")
    return paper


def _needs(turn: Turn, action: str, *, called: str = "") -> None:
    if not turn.may_somewhere(action):
        raise Refused("no_right", action=called or action)
