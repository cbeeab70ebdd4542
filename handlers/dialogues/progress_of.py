"""How far one superior union's units are, or where one unit stands, when it is asked for by name."""

from handlers.dialogues import pick_unit, progress
from handlers.turn import Turn
from reporting.reading.commands import Command
from reporting.reading.match import find_units
from reporting.reading.progress_asked import progress_asked
from storage.queries import assignments, campaigns

MOST = 8


def answered(turn: Turn, text: str) -> bool:
    """Say it. False: nobody's progress is asked for by name, or the name is no unit's in this person's reach."""
    name = progress_asked(text) if turn.may_somewhere("see_progress") else None
    campaign = campaigns.latest(turn.tx) if name else None
    if name is None or campaign is None:
        return False
    seen = progress.visible_units(turn, "see_progress")
    parents = {unit.parent_id for unit in seen if unit.kind == "grassroots"}
    found = find_units(name, [(u.id, u.name, u.code) for u in seen if u.kind != "province"])
    superiors = [unit_id for unit_id in found if unit_id in parents]
    if superiors:
        progress.show(turn, Command("progress"), within=superiors[0])
        return True
    asked = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)}
    by_id = {unit.id: unit for unit in seen}
    meant = [(by_id[i], asked[i]) for i in found if i in asked]
    if meant:
        pick_unit.say_state(turn, meant[:MOST])
        turn.enter(turn.scene, show=False)
    return bool(meant)
