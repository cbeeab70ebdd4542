"""Which unit does a reviewer or the office mean? By name, part of a name, or code."""

from handlers.actions.entry_tasks import awaiting_entry
from handlers.choices import choice
from handlers.messages import Choice
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.reading.match import find_units
from storage.queries import assignments, campaigns, units
from storage.queries.assignments import Assignment
from storage.queries.units import Unit

CHOICE_OF = {"return": "return_unit", "enter_for": "enter_unit", "view": "view_unit"}
ACTION_OF = {"return": "return_lines", "enter_for": "enter_for", "view": "see_unit_figures"}
STATES_OF = {
    "return": ("submitted",),
    "enter_for": ("open", "draft", "returned"),
    "view": ("submitted", "returned"),
}
MOST = 5
Pairs = list[tuple[Unit, Assignment]]


def find(turn: Turn, scene: PickingUnit, text: str) -> None:
    """Offer the units that a text names; of those that it cannot be done to now, say where they stand."""
    if campaigns.latest(turn.tx) is None:
        turn.say("idle/nothing_open")
        return
    mine, meant = _fit(scene, _reach(turn, scene)), named(turn, scene, text)
    fit = meant if scene.verb == "view" and len(meant) > 1 else _fit(scene, meant)
    if meant and not fit:
        say_state(turn, meant[:MOST])
        turn.enter(Idle(), show=False)
        return
    turn.say(
        "review/which_unit",
        verb=scene.verb,
        text=text,
        found=len(fit),
        more=max(0, len(fit) - MOST),
        some=[u.name for u, _ in mine[:3]],
        total=len(mine),
    )
    if mine or fit:
        turn.offer(*(_choice(scene, u, a) for u, a in fit[:MOST]), choice("cancel"))
    turn.enter(scene if mine or fit else Idle(), show=False)


def _choice(scene: PickingUnit, unit: Unit, assignment: Assignment) -> Choice:
    return Choice(f"{CHOICE_OF[scene.verb]}:{assignment.id}", unit.name)


def only(turn: Turn, scene: PickingUnit, text: str) -> int | None:
    """The assignment of the one unit that a text names, where it can be done to that one now."""
    meant = named(turn, scene, text)
    fit = meant if scene.verb == "view" and len(meant) > 1 else _fit(scene, meant)
    return fit[0][1].id if len(fit) == 1 else None


def named(turn: Turn, scene: PickingUnit, text: str) -> Pairs:
    """The units in this person's reach that a text names, best first, whatever they have sent.

    Another one that has sent is never taken for one that has not.
    """
    reach = _reach(turn, scene)
    found = find_units(text, [(u.id, u.name, u.code) for u, _ in reach]) if text else []
    return [pair for unit_id in found for pair in reach if pair[0].id == unit_id]


def say_state(turn: Turn, meant: Pairs) -> None:
    """Where units stand in the newest month."""
    campaign = campaigns.latest(turn.tx)
    entering = awaiting_entry(turn)
    turn.say(
        "review/unit_state",
        month=campaign.period if campaign else "",
        units=[
            {
                "name": u.name,
                "state": "entry" if a.id in entering and a.state != "submitted" else a.state,
                "at": a.submitted_at,
            }
            for u, a in meant
        ],
    )


def _reach(turn: Turn, scene: PickingUnit) -> Pairs:
    """The units on which this person may do it, with their assignments in the newest campaign."""
    campaign = campaigns.latest(turn.tx)
    asked = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)} if campaign else {}
    return [
        (u, asked[u.id]) for u in units.all_units(turn.tx)
        if u.id in asked and turn.may(ACTION_OF[scene.verb], u.id)
    ]  # fmt: skip


def _fit(scene: PickingUnit, pairs: Pairs) -> Pairs:
    """Those it can be done to as they stand."""
    return [(u, a) for u, a in pairs if a.state in STATES_OF[scene.verb]]


def show(turn: Turn, scene: PickingUnit) -> None:
    """Ask again."""
    find(turn, scene, "")
