"""A superior union, or the office, nudges the units that have not sent."""

from collections.abc import Sequence

from handlers.actions.nudge import nudge
from handlers.dialogues import pick_unit, progress
from handlers.scenes import PickingUnit
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading import oversight
from reporting.reading.commands import Command
from reporting.reading.match import find_units
from reporting.reading.nudging import nudged, of_union
from reporting.text import fold
from storage.queries.campaigns import Campaign
from storage.queries.units import Unit

_NUDGE = PickingUnit("nudge")


def nudge_late(turn: Turn, order: Command) -> None:
    """«Nhắc [đơn vị]»: those of one's own units that have not sent, at most once a day each."""
    if not turn.may_somewhere("nudge"):
        raise Refused("no_right", action="nudge")
    campaign, missing = progress.missing_units(turn, "nudge")
    if campaign is None:
        turn.say("progress/none_open")
        return
    said = nudged(order.argument)
    unknown = [name for name in said.but if not _under(turn, name) and not _meant(turn, name)]
    if unknown:
        turn.say("progress/whom_not", text=", ".join(unknown))
        return
    spared = {unit.id for name in said.but for unit in _under(turn, name) or _meant(turn, name)}
    missing = [(unit, a) for unit, a in missing if unit.id not in spared]
    if oversight.nudges_all(said.whom):
        _nudge(turn, campaign, missing)
    elif oversight.nudges_schools(said.whom):
        _nudge(turn, campaign, [pair for pair in missing if "truong" in fold(pair[0].name)] or missing)
    elif under := _under(turn, said.whom):
        ids = {unit.id for unit in under}
        _nudge(turn, campaign, [(unit, a) for unit, a in missing if unit.id in ids])
    elif len(said.names) > 1 and _all_named(turn, campaign, missing, said.names):
        return
    else:
        _nudge_named(turn, campaign, missing, said.whom)


def nudge_under(turn: Turn, union: int) -> None:
    """The button on the page of one union: its units that have not sent."""
    if not turn.may("nudge", union):
        raise Refused("no_right", action="nudge")
    campaign, missing = progress.missing_units(turn, "nudge")
    if campaign is None:
        turn.say("progress/none_open")
    else:
        _nudge(turn, campaign, [(unit, a) for unit, a in missing if unit.parent_id == union])


def _under(turn: Turn, name: str) -> list[Unit]:
    """The units under the one union that a name plainly is («mấy đơn vị Phong Thổ»); none if it is no union's."""
    seen = progress.visible_units(turn, "nudge")
    parents = {unit.parent_id for unit in seen if unit.kind == "grassroots"}
    unions = [(u.id, u.name, u.code) for u in seen if u.id in parents and u.kind != "province"]
    found = find_units(of_union(name), unions, whole=True)
    return [u for u in seen if len(found) == 1 and u.parent_id == found[0] and u.kind == "grassroots"]


def is_union(turn: Turn, name: str) -> bool:
    """Whether a name plainly is that of one union whose units this person may nudge."""
    return bool(_under(turn, name))


def _meant(turn: Turn, name: str) -> list[Unit]:
    return [unit for unit, _ in pick_unit.named(turn, _NUDGE, oversight.without_nudging(name))]


def _all_named(turn: Turn, campaign: Campaign, missing: pick_unit.Pairs, names: Sequence[str]) -> bool:
    """Several named one after the other, units and unions. False: one of them is nobody's name, or not of one alone."""
    chosen: set[int] = set()
    for name in names:
        units = _under(turn, name) or _meant(turn, name)
        if not units or (len(units) > 1 and not _under(turn, name)):
            return False
        chosen |= {unit.id for unit in units}
    _nudge(turn, campaign, [(unit, a) for unit, a in missing if unit.id in chosen])
    return True


def _nudge_named(turn: Turn, campaign: Campaign, missing: pick_unit.Pairs, text: str) -> None:
    """«nhắc Lê Quý Đôn nộp trước 17h nhé»: the unit named; of several which one is asked."""
    whom = "" if oversight.names_period(text) else oversight.without_nudging(text)
    name, tail = pick_unit.at_beginning(turn, _NUDGE, whom, shortest=2)
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
    elif not whom or not pick_unit.say_not_theirs(turn, _NUDGE, whom):
        turn.say("progress/nobody_to_nudge", text=text)


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
