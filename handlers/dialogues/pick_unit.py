"""Which unit does a reviewer or the office mean? By name, part of a name, or code."""

from handlers.messages import Choice
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.reading.match import find_units
from storage.queries import assignments, campaigns, units

CHOICE_OF = {"return": "return_unit", "enter_for": "enter_unit"}
ACTION_OF = {"return": "return_lines", "enter_for": "enter_for"}
MOST = 5


def find(turn: Turn, scene: PickingUnit, text: str) -> None:
    """Offer the units that a text names, among those this person may act on."""
    campaign = campaigns.latest(turn.tx)
    if campaign is None:
        turn.say("idle/nothing_open")
        return
    by_unit = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)}
    wanted = {"return": ("submitted",), "enter_for": ("open", "draft", "returned")}[scene.verb]
    mine = [
        u for u in units.all_units(turn.tx)
        if u.id in by_unit and by_unit[u.id].state in wanted and turn.may(ACTION_OF[scene.verb], u.id)
    ]  # fmt: skip
    found = find_units(text, [(u.id, u.name, u.code) for u in mine]) if text else []
    named = [u for unit_id in found for u in mine if u.id == unit_id][:MOST]
    turn.say(
        "review/which_unit",
        verb=scene.verb,
        text=text,
        found=len(named),
        some=[u.name for u in mine[:3]],
        total=len(mine),
    )
    turn.offer(*(Choice(f"{CHOICE_OF[scene.verb]}:{by_unit[u.id].id}", u.name) for u in named))
    turn.enter(scene if mine else Idle(), show=False)


def show(turn: Turn, scene: PickingUnit) -> None:
    """Ask again."""
    find(turn, scene, "")


def on_text(turn: Turn, scene: PickingUnit, text: str) -> None:
    """A unit's name."""
    find(turn, scene, text)
