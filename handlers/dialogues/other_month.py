"""Figures of another month than the one reported: never written into this one; a locked month's go to the office."""

from dataclasses import replace

from handlers.actions.request_correction import office_facts, request_correction
from handlers.dialogues import (
    beside,
    desk,
    focus,
    history,
    line_changes,
    registry,
    review,
    taking,
    unprompted,
)
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Confirming, Explaining, Filling, Idle, Requesting, Reviewing
from handlers.turn import Turn
from reporting.periods import Month
from reporting.reading.commands import Command, command
from reporting.reading.like_last import likens, with_last_month
from reporting.reading.other_month import (
    OtherMonth,
    named_among,
    other_month,
    says_sent,
    seen_month,
    tells_missed,
    without_name,
)
from reporting.reading.readings import Given
from reporting.reading.replies import Item, Values
from reporting.schedule import stages
from storage.queries import assignments, campaigns
from templates.formats import figure


def named_as_last(turn: Turn, text: str) -> str:
    """A chair's text in which the month before by its number is «tháng trước», where something is as it was then."""
    if not likens(text) or not any(role in focus.ANSWERING for role in desk.roles(turn)):
        return text
    reported = _reported(turn)
    return text if reported is None else with_last_month(text, reported)


def answered(turn: Turn, text: str, *, narrow: bool) -> bool:
    """Answer a message whose figures are of another month. False: they are of the month reported.

    `narrow`: free words are asked for just now.
    """
    if not any(role in focus.ANSWERING for role in desk.roles(turn)) or isinstance(turn.scene, Explaining):
        return False
    reported = _reported(turn)
    if reported is None:
        return False
    local = turn.now.astimezone(turn.world.profile.zone)
    today = Month(local.year, local.month)
    seen = None
    if not narrow and not turn.may_somewhere("see_progress"):
        seen = seen_month(_without_own_names(turn, text), reported, today=today)
    if seen is not None:
        _see(turn, text, seen, reported)
        return True
    found = other_month(text, reported, today=today)
    if found is None or not _is_order_here(turn, text, found, narrow=narrow):
        return False
    if found.kept:
        turn.say("month/left", month=found.month, reported=reported, text=found.said)
        registry.answer(turn, found.kept)
    else:
        _answer(turn, text, found, reported)
        _go_on(turn)
    return True


def _reported(turn: Turn) -> Month | None:
    """The month that is talked about, or that the person reports now."""
    focused = turn.scene.of if isinstance(turn.scene, Requesting) else focus.focused(turn)
    if focused is not None:
        return load(turn.tx, turn.world, focused, turn.now).month
    reports = focus.current_reports(turn)
    return reports[0].month if reports else None


def _is_order_here(turn: Turn, text: str, found: OtherMonth, *, narrow: bool) -> bool:
    """Where words are the answer only «sửa …» is heard: they may well name a month."""
    scene = turn.scene
    if narrow:
        order = command(found.said, narrow=True)
    elif isinstance(scene, Confirming) or (isinstance(scene, Requesting) and scene.task):
        order = command(text)
    else:
        return True
    return order is not None and order.name == "fix"


def _see(turn: Turn, text: str, month: Month, reported: Month) -> None:
    """The own report of a month; of one that is not reported now, only to be read."""
    sent = _last_sent(turn) if says_sent(text) and month == reported else None
    report = sent or (_report(turn, text, month, reported, figures=False) if month != reported else None)
    if report is not None:
        _show_card(turn, report, reported)
        _go_on(turn)
    elif month == reported:
        review.look(turn, "xem")
    else:
        _go_on(turn)


def _last_sent(turn: Turn) -> Report | None:
    """«Bản đã gửi» where this month's is not sent yet: the month before, if that was."""
    current = focus.current_reports(turn)
    if len(current) != 1 or current[0].assignment.sent:
        return None
    campaign = campaigns.by_period(turn.tx, str(current[0].month.previous()))
    before = assignments.of_units(turn.tx, [current[0].unit.id], campaign.id) if campaign else []
    return load(turn.tx, turn.world, before[0].id, turn.now) if before and before[0].sent else None


def _show_card(turn: Turn, report: Report, reported: Month) -> None:
    if report.locked and not report.assignment.sent:
        turn.say("month/never_sent", **_facts(turn, report), figures=False, reported=reported)
        return
    if (
        report.assignment.sent and not report.answers
    ):  # taken over from papers: its figures are in the history
        history.show(turn, Command("history"))
        return
    turn.say("review/card", **{**review.card_facts(report), "reviewer": True})
    turn.say("month/seen", month=report.month, locked=report.locked)


def _answer(turn: Turn, text: str, found: OtherMonth, reported: Month) -> None:
    report = _report(turn, text, found.month, reported)
    if report is None:
        return
    facts = _facts(turn, report)
    if report.locked and not report.assignment.sent:
        turn.say("month/never_sent", **facts, figures=bool(found.said), reported=reported)
        return
    order = command(text)
    if not found.said and not (order is not None and order.name == "fix"):
        _show_card(turn, report, reported)
        return
    items = _items(turn, report, without_name(found.said, report.unit.name)) if not tells_missed(text) else []
    if not items:
        turn.say("month/how", **facts, reported=reported, sent_at=report.assignment.submitted_at)
    elif report.locked:
        _ask_the_office(turn, report, items, reported)
    else:
        line_changes.fix_all(turn, report, Values(tuple(items)))


def _without_own_names(turn: Turn, text: str) -> str:
    for member in turn.memberships:
        text = without_name(text, member.unit.name)
    return text


def _report(turn: Turn, text: str, month: Month, reported: Month, *, figures: bool = True) -> Report | None:
    """The own unit's report of a month; None where there is none, or it is not clear whose (said so)."""
    own = {m.unit_id: m.unit for m in turn.memberships if m.role in focus.ANSWERING}
    focused = turn.scene.of if isinstance(turn.scene, Requesting) else focus.focused(turn)
    named = named_among(text, {unit.id: unit.name for unit in own.values()})
    meant = [assignments.get(turn.tx, focused).unit_id] if focused is not None else named or list(own)
    if len(meant) != 1:
        turn.say("month/which_unit", month=month, units=[own[unit].name for unit in meant if unit in own])
        return None
    campaign = campaigns.by_period(turn.tx, str(month))
    found = assignments.of_units(turn.tx, meant, campaign.id) if campaign is not None else []
    if not found:
        open_still = any(not r.locked for r in focus.current_reports(turn))
        opens = stages(month, turn.world.profile).opens if month > reported else None
        turn.say(
            "month/none", month=month, reported=reported, coming=month > reported, figures=figures,
            open_still=open_still, opens=opens if opens and opens > turn.now else None,
        )  # fmt: skip
        return None
    return load(turn.tx, turn.world, found[0].id, turn.now, lock=True)


def _items(turn: Turn, report: Report, said: str) -> list[Item]:
    """What is to become of which lines; empty where that is not plain."""
    order = command(said)
    text = order.argument if order is not None and order.name == "fix" else said
    found = unprompted.said_of_report(turn, report, text)
    if found is None:
        line, value = line_changes.find_line(report, text)
        if line is None or not value or line.question.computed:
            return []
        kind = line.question.kind
        reading = Given(value) if kind == "text" else taking.reader(turn)(kind, value)
        found = Values((Item(line.question.code, value, reading),))
    settled = isinstance(found, Values) and not found.unread and all(item.settled for item in found.items)
    return list(found.items) if isinstance(found, Values) and settled else []


def _ask_the_office(turn: Turn, report: Report, items: list[Item], reported: Month) -> None:
    """Each changed line becomes a request; what already stands so is only told."""
    changed = []
    for item in items:
        value = item.reading.value if isinstance(item.reading, Given) else None
        if value is None or value == report.sheet.value(item.code):
            continue
        written = figure(value, report.form.question(item.code).kind, "")
        request_correction(turn, report, item.code, written)
        changed.append({**facts_of(report, [item.code])[0], "asked": written})
    if changed:
        turn.say("month/requested", **_facts(turn, report), lines=changed, reported=reported)
    else:
        turn.say("sent/unchanged", lines=facts_of(report, [item.code for item in items]))


def _facts(turn: Turn, report: Report) -> dict[str, object]:
    return {"unit": report.unit.name, "month": report.month, **office_facts(turn)}


def _go_on(turn: Turn) -> None:
    """What was being asked is asked again."""
    scene = turn.scene
    if isinstance(scene, Reviewing):
        turn.enter(replace(scene, brief=True))
    elif isinstance(scene, Filling) and not scene.asked:
        turn.enter(scene)
    elif not isinstance(scene, Idle):
        beside.resume(turn)
