"""What those above the units ask in plain words: totals, one figure of them, how far a union or a unit is."""

from handlers.choices import choice, split_id
from handlers.dialogues import (
    asked_of,
    comparing,
    focus,
    pick_unit,
    progress,
    progress_brief,
    progress_of,
    returning,
    totals,
)
from handlers.dialogues.period import asked_month, asked_period
from handlers.scenes import Idle, PickingUnit, Returning
from handlers.turn import Turn
from reporting.reading.commands import Command, command
from reporting.reading.decisions import leaves, only_thumbs
from reporting.reading.match import find_units
from reporting.reading.oversight import (
    Asked,
    asked,
    asks_who_sent,
    places,
    review_asked,
)
from reporting.reading.questions import Question
from reporting.reading.source_asked import source_asked
from reporting.text import sort_key
from storage.queries import people
from storage.queries.units import Unit

_SCENES = (Idle, Returning, PickingUnit)
_HARMLESS = {"progress", "totals", "nudge", "view"}  # choices of pages to look at: a yes says nothing of them
_OF_OWN_FORM = ("view", "no_activity", "send", "fix", "anew", "resume")
_ALSO = ("compare",)  # commands that nothing else carries out


def answered(turn: Turn, text: str, said: Question | None) -> bool:
    """Answer it. False: it is none of these, or for this person something else (`said`)."""
    if not turn.may_somewhere("see_progress") or not isinstance(turn.scene, _SCENES):
        return False
    if progress_of.answered(turn, text) or _to_review(turn, text) or _source(turn, text):
        return True
    if comparing.answered(turn, text):
        return True
    order = command(text)
    if _nods(turn, text, order):
        turn.say("idle/nod")
        return True
    if order is not None and order.name == "progress" and progress_brief.answered(turn, text, order.argument):
        return True
    of_others = order is not None and order.name not in _ALSO and not _sees_union(turn, order)
    question = None if of_others or (said is not None and _reports_too(turn)) else asked(text)
    return question is not None and _told(turn, text, question)


def _nods(turn: Turn, text: str, order: Command | None) -> bool:
    """«ok», «👍», «thôi» of who has no form, where nothing waits for a yes."""
    if not isinstance(turn.scene, Idle) or _reports_too(turn):
        return False
    if not {split_id(option.id)[0] for option in turn.options} <= _HARMLESS:
        return False
    return only_thumbs(text) or leaves(text) or (order is not None and order.name == "yes")


def _sees_union(turn: Turn, order: Command) -> bool:
    """«xem huyện Nậm Nhùn»: a union, and no unit of that name."""
    if order.name != "view" or not order.argument or not turn.may_somewhere("see_totals"):
        return False
    said = asked(f"xem {order.argument}")
    scene = PickingUnit("view")
    known = said is None or not said.rest or pick_unit.named(turn, scene, said.rest)
    return not known and said is not None and asked_of.union_named(turn, said.rest) is not None


def without_form(turn: Turn, order: Command) -> bool:
    """Whether a command about one's own form comes from who has none, and only oversees: then say what can be seen."""
    if order.name not in _OF_OWN_FORM or order.argument or not isinstance(turn.scene, Idle):
        return False
    if not turn.may_somewhere("see_progress") or focus.current_reports(turn):
        return False
    turn.say(
        "idle/no_form", totals=turn.may_somewhere("see_totals"), sheets=turn.may_somewhere("see_unit_figures")
    )
    return True


def _reports_too(turn: Turn) -> bool:
    return any(m.role in focus.ANSWERING for m in turn.memberships)


def _to_review(turn: Turn, text: str) -> bool:
    """«bảo Bình Lư xem lại số quà»: that line is returned, once it is confirmed."""
    found = review_asked(text) if turn.may_somewhere("return_lines") else None
    if found is None or not pick_unit.named(turn, PickingUnit("return"), found[0]):
        return False
    returning.command(turn, Command("return", f"{found[0]}: {found[1]}"))
    return True


def _source(turn: Turn, text: str) -> bool:
    """Who does not see the report cannot ask where its figures come from; the sheets of the units tell."""
    if turn.may_somewhere("see_report") or not turn.may_somewhere("see_totals") or source_asked(text) is None:
        return False
    turn.say("totals/source_of_units")
    return True


def _told(turn: Turn, text: str, question: Asked) -> bool:
    if question.whole and not _sees_all(turn):
        turn.say("progress/only_own")
    if not question.rest:
        return _of_all(turn, text, question)
    unions = [asked_of.union_named(turn, name) for name in places(question.rest)]
    if unions and all(unions):
        return all(_of_union(turn, text, question, union) for union in unions if union is not None)
    return _of_figures(turn, text, question) or _of_unit(turn, text, question)


def _of_figures(turn: Turn, text: str, question: Asked) -> bool:
    """The totals of lines that are named, of one union where its place is: «kết nạp mới ở Than Uyên bao nhiêu»."""
    if question.topic not in ("totals", "any") or not turn.may_somewhere("see_totals"):
        return False
    meant = asked_of.figures_meant(turn, question.rest, question.counted)
    if meant is None:
        return False
    period = asked_period(turn, text if question.period else "")
    if period is not None:
        totals.tell(turn, period, under=meant[0], codes=meant[1])
    return True


def _sees_all(turn: Turn) -> bool:
    return any(m.unit.kind == "province" for m in turn.memberships)


def _of_all(turn: Turn, text: str, question: Asked) -> bool:
    """How far all units are, or the totals of a period; «tháng 9» alone asks for the totals."""
    argument = text if question.period else ""
    if question.topic == "progress":
        today = _today(turn, text)
        if not today and not question.period and asks_who_sent(text):
            _sent(turn)
            return True
        if today or not progress_brief.answered(turn, text, argument):
            progress.show(turn, Command("progress", argument))
    elif question.topic in ("totals", "any") and turn.may_somewhere("see_totals"):
        totals.show(turn, Command("totals", argument))
    else:
        return False
    return True


def _today(turn: Turn, text: str) -> bool:
    """«hôm nay có ai gửi không»: who has sent today, before how far all are. False: that is not asked."""
    if "hôm nay" not in text.lower() and "hom nay" not in text.lower():
        return False
    zone = turn.world.profile.zone
    today = turn.now.astimezone(zone).date()
    reach = pick_unit.reach(turn, PickingUnit("progress"))
    sent = [
        u.name
        for u, a in reach
        if a.submitted_at is not None and a.submitted_at.astimezone(zone).date() == today
    ]
    turn.say("progress/today", units=sent)
    return True


def _sent(turn: Turn) -> None:
    """Who has sent, and a button for those who have not."""
    reach = pick_unit.reach(turn, PickingUnit("progress"))
    units = [(u, a) for u, a in reach if u.kind == "grassroots"]
    sent = sorted((u.name for u, a in units if a.state == "submitted"), key=sort_key)
    turn.say("progress/sent", units=sent, total=len(units))
    if isinstance(turn.scene, Idle):
        turn.offer(choice("progress"))


def _of_union(turn: Turn, text: str, question: Asked, union: Unit) -> bool:
    argument = text if question.period else ""
    if question.topic == "progress" or not turn.may_somewhere("see_totals"):
        month = asked_month(turn, argument)
        if month is not None:
            progress.show(turn, Command("progress", str(month)), within=union.id)
        return True
    period = asked_period(turn, argument)
    if period is not None:
        totals.tell(turn, period, under=union)
    return True


def _of_unit(turn: Turn, text: str, question: Asked) -> bool:
    """One unit, by its name or its chair's: where it stands, or its sheet."""
    scene = PickingUnit("progress" if question.topic == "progress" else "view")
    rest = question.rest
    meant = pick_unit.named(turn, scene, rest) or _of_person(turn, scene, rest)
    if not meant and question.topic == "totals":
        rest = asked_of.unit_of_figures(turn, rest, question.counted) or rest
        meant = pick_unit.named(turn, scene, rest)
    if not meant:
        return question.topic != "any" and pick_unit.say_not_theirs(turn, scene, rest)
    if question.topic == "progress":
        pick_unit.say_state(turn, meant[: progress_of.MOST])
        turn.enter(turn.scene, show=False)
        return True
    returning.look(turn, text if len(meant) > 1 or question.topic == "view" else rest)
    return True


def _of_person(turn: Turn, scene: PickingUnit, name: str) -> pick_unit.Pairs:
    """«chị Thoa gửi chưa»: the units of those whose name ends so."""
    held = people.all_holders(turn.tx, ("chair", "deputy"), turn.now)
    names = people.names(turn.tx, sorted({m.person_id for m in held}))
    called = find_units(name, [(person, full, "") for person, full in names.items()])
    own = {m.unit_id for m in held if m.person_id in called}
    return [(u, a) for u, a in pick_unit.reach(turn, scene) if u.id in own]
