"""The unit asked for is named: by its number or name among those offered, or by any part of its name."""

from collections.abc import Callable, Mapping

from handlers.choices import split_id
from handlers.dialogues import office, pick_unit, returning
from handlers.scenes import PickingUnit
from handlers.turn import Turn
from reporting.reading.match import match_choice

ACT: Mapping[str, Callable[[Turn, int], None]] = {
    "return": returning.begin,
    "enter_for": office.enter_for_assignment,
    "view": returning.look_at,
}


def on_text(turn: Turn, scene: PickingUnit, text: str) -> None:
    """«2», «Mường So»: the one unit that is meant; else which one is asked again."""
    offered = [o for o in turn.options if split_id(o.id)[0] == pick_unit.CHOICE_OF[scene.verb]]
    found = match_choice(text, [(o.id, o.label, o.words) for o in offered], letters=True, numbers=True)
    if isinstance(found, str):
        ACT[scene.verb](turn, int(split_id(found)[1]))
        return
    alone = pick_unit.only(turn, scene, text)
    if alone is None:
        pick_unit.find(turn, scene, text)
    else:
        ACT[scene.verb](turn, alone)
