"""The unit asked for is named: by its number or name among those offered, or by any part of its name."""

from collections.abc import Callable, Mapping

from handlers.choices import split_id
from handlers.dialogues import office, pick_unit, returning, unit_fix
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.reading.commands import command
from reporting.reading.decisions import leaves
from reporting.reading.match import match_choice
from reporting.reading.typed import words_of

ACT: Mapping[str, Callable[[Turn, int], None]] = {
    "return": returning.begin,
    "enter_for": office.enter_for_assignment,
    "view": returning.look_at,
    "correct": unit_fix.picked,
}
_LONGEST_NAME = 9  # words
_GENERIC = ("don", "vi", "co", "so", "truong", "cai", "cac", "nhung")


def on_text(turn: Turn, scene: PickingUnit, text: str) -> None:
    """«2», «Mường So»: the one unit that is meant; else which one is asked again, once. What is no name leaves it."""
    offered = [o for o in turn.options if split_id(o.id)[0] == pick_unit.CHOICE_OF[scene.verb]]
    found = match_choice(text, [(o.id, o.label, o.words) for o in offered], letters=True, numbers=True)
    if isinstance(found, str):
        ACT[scene.verb](turn, int(split_id(found)[1]))
        return
    if _no_name(text):
        turn.say("review/left_picking")
        turn.enter(Idle(), show=False)
        return
    alone = pick_unit.only(turn, scene, text)
    if alone is None:
        pick_unit.find(turn, scene, text)
    else:
        ACT[scene.verb](turn, alone)


def _no_name(text: str) -> bool:
    """«ok», «thôi», a picture, a number, a question: hardly the name of a unit."""
    asks = text.rstrip().endswith("?") or len(text.split()) > _LONGEST_NAME
    said = [word.key for word in words_of(text)]
    numbered = all(key.isdecimal() or key in _GENERIC for key in said)  # «2 đơn vị»
    return asks or leaves(text) or command(text) is not None or numbered
