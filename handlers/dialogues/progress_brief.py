"""«Tình hình thế nào», «đơn vị nào chậm nhất»: how far a month is in a few lines; «tiến độ» has the names."""

from handlers.choices import choice
from handlers.dialogues import progress
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.reading.oversight import asks_how_it_goes, asks_who_is_late


def answered(turn: Turn, text: str, argument: str) -> bool:
    """Say it of all units. False: the names are asked for. `argument`: the words of a period, "" where none is named.

    The office works with the names, and a superior has but a few: they are not told in brief how it goes.
    """
    late = asks_who_is_late(text)
    leads = turn.may_somewhere("approve_report") and not turn.may_somewhere("resolve_task")
    if not late and not (leads and asks_how_it_goes(text)):
        return False
    campaign = progress.asked_campaign(turn, argument)
    if campaign is not None:
        turn.say("progress/late" if late else "progress/brief", **progress.facts(turn, campaign))
        if isinstance(turn.scene, Idle):
            turn.offer(choice("progress"), *([choice("totals")] if turn.may_somewhere("see_totals") else []))
    return True
