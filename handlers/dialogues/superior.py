"""A superior union, or the office, nudges the units that have not sent."""

from handlers.actions.nudge import nudge
from handlers.dialogues import pick_unit, progress
from handlers.scenes import PickingUnit
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading import oversight
from reporting.reading.commands import Command
from reporting.reading.typed import words_of
from reporting.text import fold
from storage.queries.campaigns import Campaign

_LONGEST_NAME = 14  # words
_NUDGE = PickingUnit("nudge")


def nudge_late(turn: Turn, order: Command) -> None:
    """«Nhắc [đơn vị]»: those of one's own units that have not sent, at most once a day each."""
    if not turn.may_somewhere("nudge"):
        raise Refused("no_right")
    campaign, missing = progress.missing_units(turn, "nudge")
    if campaign is None:
        turn.say("progress/none_open")
    elif oversight.nudges_all(order.argument):
        _nudge(turn, campaign, missing)
    elif oversight.nudges_schools(order.argument):
        _nudge(turn, campaign, [pair for pair in missing if "truong" in fold(pair[0].name)] or missing)
    else:
        _nudge_named(turn, campaign, missing, order.argument)


def _nudge_named(turn: Turn, campaign: Campaign, missing: pick_unit.Pairs, text: str) -> None:
    """«nhắc Lê Quý Đôn nộp trước 17h nhé»: the unit named; of several which one is asked."""
    name, tail = _name_in(turn, oversight.without_nudging(text))
    named = {unit.id for unit, _ in pick_unit.named(turn, _NUDGE, name)} if name else set()
    late = [(unit, a) for unit, a in missing if unit.id in named]
    sent = [
        (unit, a) for unit, a in pick_unit.reach(turn, _NUDGE) if unit.id in named and a.state == "submitted"
    ]
    if len(late) > 1:
        turn.say("progress/which_to_nudge", units=[unit.name for unit, _ in late])
    elif late:
        own_words = bool(tail) and not oversight.nudges_all(tail)
        _nudge(turn, campaign, late, own_words=own_words)
    elif sent:
        pick_unit.say_state(turn, sent[: pick_unit.MOST])
    elif oversight.names_period(text) or not pick_unit.say_not_theirs(
        turn, _NUDGE, oversight.without_nudging(text)
    ):
        turn.say("progress/nobody_to_nudge", text=text)


def _name_in(turn: Turn, text: str) -> tuple[str, str]:
    """The longest beginning that names a unit, and what follows: the name by whole words, where something follows."""
    every = [] if oversight.names_period(text) else words_of(text)
    words = every[:_LONGEST_NAME]
    for length in range(len(words), 0, -1):
        begins = text[: words[length - 1].end]
        if pick_unit.named(turn, _NUDGE, begins, whole=length < len(every)):
            return begins, text[words[length - 1].end :].strip(" ,;:.–-")
    return "", ""


def _nudge(turn: Turn, campaign: Campaign, chosen: pick_unit.Pairs, *, own_words: bool = False) -> None:
    if not chosen:
        turn.say("progress/nobody_to_nudge", text="")
        return
    done = nudge(turn, campaign, chosen)
    turn.say(
        "progress/nudged", nudged=done.nudged, today_already=done.already, unreachable=done.unreachable,
        stopped=done.stopped, entering=done.entering, reminded=done.reminded, again_from=done.again_from,
        own_words=own_words,
    )  # fmt: skip
