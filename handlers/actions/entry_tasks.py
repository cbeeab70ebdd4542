"""The office's tasks «nhập hộ»: a report that was sent needs nobody to enter it any more."""

from handlers.turn import Context
from storage.queries import office_tasks


def entry_asked(ctx: Context, assignment_id: int) -> bool:
    """Whether the office is already asked to enter this report from what was sent."""
    return assignment_id in awaiting_entry(ctx)


def awaiting_entry(ctx: Context) -> set[int]:
    """The assignments that the office is asked to enter: their units have sent what they have."""
    waiting = (t.assignment_id for t in office_tasks.open_ones(ctx.tx) if t.kind == "enter_for")
    return {assignment_id for assignment_id in waiting if assignment_id is not None}


def close_entry_tasks(ctx: Context, assignment_id: int, person_id: int) -> None:
    """A report that was sent needs nobody to enter it any more."""
    for task in office_tasks.open_ones(ctx.tx):
        if task.kind == "enter_for" and task.assignment_id == assignment_id:
            office_tasks.finish(ctx.tx, task.id, person_id, ctx.now, "sent")
