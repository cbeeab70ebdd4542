"""Which unit does a reviewer or the office mean? By name, part of a name, or code."""

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


def find(turn: Turn, scene: PickingUnit, text: str) -> None:
    """Offer the units that a text names, among those this person may act on."""
    if campaigns.latest(turn.tx) is None:
        turn.say("idle/nothing_open")
        return
    mine = _mine(turn, scene)
    named = _named(mine, text)[:MOST]
    turn.say(
        "review/which_unit",
        verb=scene.verb,
        text=text,
        found=len(named),
        some=[u.name for u, _ in mine[:3]],
        total=len(mine),
    )
    if mine:
        turn.offer(*(Choice(f"{CHOICE_OF[scene.verb]}:{a.id}", u.name) for u, a in named), choice("cancel"))
    turn.enter(scene if mine else Idle(), show=False)


def only(turn: Turn, scene: PickingUnit, text: str) -> int | None:
    """The assignment of the one unit that a text names."""
    named = _named(_mine(turn, scene), text)
    return named[0][1].id if len(named) == 1 else None


def _mine(turn: Turn, scene: PickingUnit) -> list[tuple[Unit, Assignment]]:
    """The units that this person may do it to now, with their assignments in the newest campaign."""
    campaign = campaigns.latest(turn.tx)
    asked = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)} if campaign else {}
    wanted = STATES_OF[scene.verb]
    return [
        (u, asked[u.id]) for u in units.all_units(turn.tx)
        if u.id in asked and asked[u.id].state in wanted and turn.may(ACTION_OF[scene.verb], u.id)
    ]  # fmt: skip


def _named(mine: list[tuple[Unit, Assignment]], text: str) -> list[tuple[Unit, Assignment]]:
    found = find_units(text, [(u.id, u.name, u.code) for u, _ in mine]) if text else []
    return [pair for unit_id in found for pair in mine if pair[0].id == unit_id]


def show(turn: Turn, scene: PickingUnit) -> None:
    """Ask again."""
    find(turn, scene, "")


def on_text(turn: Turn, scene: PickingUnit, text: str) -> None:
    """A unit's name."""
    find(turn, scene, text)
