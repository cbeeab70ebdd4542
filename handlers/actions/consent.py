"""Whether somebody is written to unasked: agreed to on linking, ended with a word, begun again with another."""

from datetime import datetime

from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.turn import Turn
from storage.database import Tx
from storage.queries import audit, office_tasks, people, reach
from templates.notices import news
from templates.render import render


def opt_out(turn: Turn) -> bool:
    """Nothing unasked is queued for the person any more; the office is told whom to call. False: so it was before."""
    if not reach.opt_out(turn.tx, turn.person.id, turn.now):
        return False
    turn.audit(turn.person.id, "opt_out", "person", turn.person.id)
    task = office_tasks.add(turn.tx, kind="opted_out", person_id=turn.person.id, at=turn.now)
    held = people.memberships(turn.tx, turn.person.id, turn.now)
    text = render(
        "office/opted_out",
        who=turn.person.name,
        roles=[{"role": m.role, "unit": m.unit.name} for m in held],
    )
    turn.tell(list(dict.fromkeys(office_people(turn))), text, [choice("task_done", task)], news("task"))
    return True


def agree(tx: Tx, person_id: int, now: datetime) -> bool:
    """The person agrees to be written to wherever they are linked. True: they had opted out, which is over."""
    was_out = reach.consent(tx, person_id, now)
    if was_out:
        audit.write(tx, now, person_id, "opt_in", "person", person_id, {})
    for task in office_tasks.open_ones(tx):
        if task.kind == "opted_out" and task.person_id == person_id:
            office_tasks.finish(tx, task.id, None, now, "again")
            audit.write(tx, now, None, "finish_task", "task", task.id, {"outcome": "again"})
    return was_out
