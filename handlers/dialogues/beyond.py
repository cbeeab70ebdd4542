"""What a person asks for that is another's to do, or nobody's here: said so, with what they may do instead."""

from collections.abc import Callable

from handlers.dialogues import asked, asking, inviting, office
from handlers.dialogues.paper_desk import table as paper_desk
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.documents.other_papers import number_wanted, register_wanted
from reporting.errors import Refused
from reporting.periods import Month
from reporting.reading.beyond import beyond
from reporting.reading.commands import Command, command
from reporting.reading.match import find_units
from reporting.reading.oversight import nudges_all
from reporting.reading.questions import Question
from reporting.reading.source_asked import source_asked
from reporting.schedule import Stages, stages
from storage.queries import campaigns, documents, units

_LOOSE = ("invite", "delete")  # what begins so may be said of the report as well
_SCENES = (*asking.SCENES, PickingUnit)


def answered(turn: Turn, text: str, said: Question | None) -> bool:
    """Say it. False: it is no such order, or a plain question (`said`). Raises Refused(no_right)."""
    if type(turn.scene) not in _SCENES or not turn.memberships or (said and said.topic != "others"):
        return False
    order = beyond(text)
    loose = order is not None and order.kind in _LOOSE
    if loose and (command(text) is not None or may_be_remark(turn)):
        return False  # «đổi người ký thành chủ tịch …», «thêm phó chủ tịch vào mục 5»
    if order is None or not _ANSWERS[order.kind](turn, order.unit):
        return False
    if not isinstance(turn.scene, Idle | PickingUnit):
        asked.go_on(turn)
    return True


def may_be_remark(turn: Turn) -> bool:
    """Whether a leader's words may be of the report that waits for them."""
    return turn.may_somewhere("approve_report") and bool(documents.in_state(turn.tx, "submitted"))


def refuse_parts(turn: Turn, text: str) -> None:
    """Of a text that nobody understood: a part of the month's report, a figure's source, a number. Raises Refused."""
    if register_wanted(text) or number_wanted(text) is not None:
        _needs(turn, "issue_report")
    order = command(text)
    if order is not None and order.name in paper_desk.PLAIN and not turn.may_somewhere("write_report"):
        raise Refused("no_right", action="write_report")
    if source_asked(text) is not None and not turn.may_somewhere("see_report"):
        raise Refused("no_right", action="see_report")


def _needs(turn: Turn, action: str) -> None:
    if not turn.may_somewhere(action):
        raise Refused("no_right", action=action)


def _named(turn: Turn, name: str) -> list[int]:
    """The units of the province that some words name, whole words only."""
    every = [(u.id, u.name, u.code) for u in units.all_units(turn.tx)]
    return find_units(name, every, whole=True) if name else []


def _schedule(turn: Turn, rest: str) -> bool:
    """A month opens, falls due and locks by the office's calendar: nobody moves it in chat."""
    newest = campaigns.latest(turn.tx)
    if newest is None:
        return False
    now, after = Stages.from_dict(newest.stages), Month.parse(newest.period).next()
    opens = stages(after, turn.world.profile).opens
    turn.say(
        "month/by_calendar", month=newest.period, due=now.due, locks=now.locks, locked=turn.now > now.locks,
        overdue=turn.now > now.due, next_month=after, opens=opens if opens > turn.now else None,
        office=turn.may_somewhere("enter_for"), reports=turn.may_somewhere("answer"),
        short=turn.world.profile.short_name,
    )  # fmt: skip
    return True


def _sign(turn: Turn, rest: str) -> bool:
    leads, office_too = turn.may_somewhere("approve_report"), turn.may_somewhere("attach_scan")
    if not leads and not office_too:
        raise Refused("no_right", action="approve_report")
    turn.say("paper/no_signing", leads=leads)
    return True


def _approve_unit(turn: Turn, unit: str) -> bool:
    if not _named(turn, unit):
        return False
    if not turn.may_somewhere("see_unit_figures"):
        raise Refused("no_right", action="approve_report")
    turn.say("review/no_approval", returns=turn.may_somewhere("return_lines"))
    return True


def _return_unit(turn: Turn, unit: str) -> bool:
    """«Trả lại Bình Lư» of a leader, whose «trả lại» is of the month's report; of others it is a command."""
    if turn.may_somewhere("return_lines") or not _named(turn, unit):
        return False
    raise Refused("no_right", action="return_lines")


def _nudge(turn: Turn, whom: str) -> bool:
    """«Nhắc các đơn vị chưa gửi»; «nhắc tôi lúc 8 giờ» is of others."""
    if turn.may_somewhere("nudge") or not (_named(turn, whom) or nudges_all(whom)):
        return False
    raise Refused("no_right", action="nudge")


def _send_up(turn: Turn, rest: str) -> bool:
    _needs(turn, "issue_report")
    turn.say("paper/not_sent_outside")
    return True


def _delete(turn: Turn, unit: str) -> bool:
    _needs(turn, "enter_for")
    turn.say("office/no_deleting")
    return True


def _enter_for(turn: Turn, unit: str) -> bool:
    meant = _named(turn, unit)
    if not meant or any(m.unit_id in meant for m in turn.memberships):
        return False
    _needs(turn, "enter_for")
    office.command(turn, Command("enter_for", unit))
    return True


def _invite(turn: Turn, rest: str) -> bool:
    inviting.command(turn, Command("invite", rest))
    return True


def _chart(turn: Turn, rest: str) -> bool:
    turn.say("totals/no_chart", totals=turn.may_somewhere("see_totals"))
    return True


_ANSWERS: dict[str, Callable[[Turn, str], bool]] = {
    "schedule": _schedule,
    "sign": _sign,
    "approve_unit": _approve_unit,
    "return_unit": _return_unit,
    "nudge": _nudge,
    "send_up": _send_up,
    "delete": _delete,
    "enter_for": _enter_for,
    "invite": _invite,
    "chart": _chart,
}
