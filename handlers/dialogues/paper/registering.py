"""«Lấy số cho công văn …»: the office takes a number for another paper; «sổ văn bản» shows the register."""

from dataclasses import replace
from datetime import date

from handlers.actions.register_paper import next_number, register_paper, today
from handlers.choices import choice
from handlers.papers import needs_right
from handlers.scenes import Idle, NumberingPaper
from handlers.turn import Turn
from reporting.documents.numbering import printed, read_number_and_day, symbol_of
from reporting.documents.other_papers import LONGEST, number_wanted, register_wanted, symbol, titled
from reporting.errors import Refused
from reporting.reading.decisions import leaves
from storage.queries import register

SHOWN = 10


def ordered(turn: Turn, text: str) -> bool:
    """A number is wanted for another paper, or the register. False: the text is neither, or not for this person."""
    if not turn.may_somewhere("see_report"):
        return False
    if register_wanted(text):
        _show_register(turn)
        return True
    wanted = number_wanted(text)
    if wanted is None:
        return False
    needs_right(turn.memberships, "issue_report")
    if not wanted.kind:
        turn.say("paper/register_kind")
        turn.enter(turn.scene, show=False)
        return True
    on = today(turn)
    number = next_number(turn, wanted.kind, on)
    turn.enter(NumberingPaper(0, number, on.isoformat(), wanted.kind, wanted.subject))
    return True


def _show_register(turn: Turn) -> None:
    style = turn.world.profile.paper
    lines = [
        {"number": printed(e.number, style, symbol_of(e.series)), "on": e.dated, "subject": e.subject}
        for e in register.newest(turn.tx, SHOWN)
    ]
    turn.say("paper/register", lines=lines, may_take=turn.may_somewhere("issue_report"))
    turn.enter(Idle(), show=False)


def show(turn: Turn, scene: NumberingPaper) -> None:
    """What is it about? This number, this date?"""
    style = turn.world.profile.paper
    facts = {
        "number": printed(scene.number, style, symbol(scene.kind, style)),
        "on": date.fromisoformat(scene.on), "paper": titled(scene.kind, scene.subject), "kind": scene.kind,
    }  # fmt: skip
    turn.say("paper/register_sure" if scene.subject else "paper/register_subject", **facts)
    turn.offer(*([choice("register_sure")] if scene.subject else []), choice("cancel"))


def on_text(turn: Turn, scene: NumberingPaper, text: str) -> None:
    """The subject where it is asked for; later «số 05 ngày 16/10/2023» instead of what is proposed."""
    if not scene.subject:
        subject = "" if leaves(text) else " ".join(text.split()).strip(" .:,")[:LONGEST]
        if any(c.isalpha() for c in subject):
            scene = replace(scene, subject=subject)
        turn.enter(scene)
        return
    read = read_number_and_day(text, today(turn))
    if read is None:
        turn.say("paper/number_unread", text=text, on=date.fromisoformat(scene.on))
        turn.enter(scene)
        return
    if read.on is not None and read.on > today(turn):
        turn.say("refused/day_ahead", on=read.on)
        turn.enter(replace(scene, number=read.number or scene.number))
        return
    on = read.on or date.fromisoformat(scene.on)
    number = read.number or next_number(turn, scene.kind, on)
    turn.enter(replace(scene, number=number, on=on.isoformat()))


def on_choice(turn: Turn, scene: NumberingPaper, choice_id: str) -> None:
    """«Đồng ý»: written in; where somebody was faster the next number is proposed."""
    if choice_id != "register_sure" or not scene.subject:
        turn.enter(scene)
        return
    on = date.fromisoformat(scene.on)
    try:
        number = register_paper(turn, scene.kind, scene.subject, scene.number, on)
    except Refused as refused:
        if refused.reason != "number_taken":
            raise
        turn.say("refused/number_taken", **refused.facts)
        turn.enter(replace(scene, number=next_number(turn, scene.kind, on)))
        return
    turn.say("paper/registered", number=number, on=on, paper=titled(scene.kind, scene.subject))
    turn.enter(Idle(), show=False)
