"""The office's work in chat: the task list, entering a report for a unit, corrections asked after the lock."""

from handlers.actions import link_request
from handlers.actions.resolve import amend_report, finish_task
from handlers.choices import choice
from handlers.dialogues import entering, office_steps, pick_unit, unit_fix
from handlers.dialogues.paper import returned_file
from handlers.messages import Choice
from handlers.report import load
from handlers.scenes import Filling, PickingUnit
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from storage.queries import evidence, office_tasks, people
from storage.queries.office_tasks import Task

MOST = 4


def tasks(turn: Turn, order: Command) -> None:
    """«Việc»: what waits for the office, oldest first; then the next steps of the month's report."""
    _check(turn)
    waiting = office_tasks.open_ones(turn.tx)
    names = people.names(turn.tx, [t.person_id for t in waiting if t.person_id])
    rows = []
    for task in waiting:
        report = load(turn.tx, turn.world, task.assignment_id, turn.now) if task.assignment_id else None
        rows.append(
            {
                "kind": task.kind,
                "unit": report.unit.name if report else "",
                "month": report.month if report else "",
                "who": names.get(task.person_id or 0, "") or task.detail.get("name", ""),
                "at": task.at,
                "detail": task.detail,
                "line": report.form.question(task.detail["question"]).short
                if report and "question" in task.detail
                else "",
            }
        )
    decisions, next_ones = returned_file.say_waiting(turn), office_steps.steps(turn)
    if rows or not (decisions or next_ones.months):
        turn.say("office/tasks", tasks=rows[:MOST], more=max(0, len(rows) - MOST))
    if next_ones.months:
        turn.say("office/steps", months=next_ones.months)
    turn.offer(
        *decisions,
        *(_numbered(n, c, len(waiting)) for n, task in enumerate(waiting[:MOST], 1) for c in _choices(task)),
        *(c for c in next_ones.choices if c.id not in {one.id for one in decisions}),
    )


def _choices(task: Task) -> list[Choice]:
    if task.kind == "correction":
        return [choice("amend", task.id), choice("next_month", task.id)]
    if task.kind == link_request.KIND:
        return [choice("approve_link", task.id), choice("refuse_link", task.id)]
    return [choice("enter_for" if task.kind == "enter_for" else "task_done", task.id)]


def _numbered(number: int, offered: Choice, of: int) -> Choice:
    """A task's button with the task's number, where there are several."""
    return offered if of == 1 else Choice(offered.id, f"{number}. {offered.label}")


def _check(turn: Turn) -> None:
    if not turn.may_somewhere("resolve_task"):
        raise Refused("no_right", action="resolve_task")


def _open_task(turn: Turn, task_id: int, kind: str) -> Task | None:
    _check(turn)
    task = office_tasks.get(turn.tx, task_id)
    if task.done_at is not None or task.kind != kind:
        who = people.names(turn.tx, [task.done_by]).get(task.done_by, "") if task.done_by else ""
        turn.say("office/already_done", who=who, at=task.done_at)
        return None
    return task


def amend(turn: Turn, task_id: int) -> None:
    """«Sửa vào báo cáo»: the asked correction becomes a new version of the locked report."""
    task = _open_task(turn, task_id, "correction")
    if task is not None:
        amend_report(turn, task)


def note_next_month(turn: Turn, task_id: int) -> None:
    """«Ghi chú kỳ sau»: the report stays; the chair is told."""
    task = _open_task(turn, task_id, "correction")
    if task is not None:
        finish_task(turn, task, "next_month")


def approve_link(turn: Turn, task_id: int) -> None:
    """«Đồng ý liên kết»: the address becomes the person's, who is told."""
    task = _open_task(turn, task_id, link_request.KIND)
    if task is None:
        return
    person = link_request.approve_link(turn, task)
    outcome = "approved" if person is not None else "overtaken"
    office_tasks.finish(turn.tx, task_id, turn.person.id, turn.now, outcome)
    turn.audit(turn.person.id, "finish_task", "task", task_id, outcome=outcome)
    turn.say("office/link_decided", outcome=outcome, **link_request.detail_facts(task.detail))


def refuse_link(turn: Turn, task_id: int) -> None:
    """«Không liên kết»: whoever asked is told to bring a code."""
    task = _open_task(turn, task_id, link_request.KIND)
    if task is None:
        return
    link_request.refuse_link(turn, task)
    office_tasks.finish(turn.tx, task_id, turn.person.id, turn.now, "refused")
    turn.audit(turn.person.id, "finish_task", "task", task_id, outcome="refused")
    turn.say("office/link_decided", outcome="refused", **link_request.detail_facts(task.detail))


def close_task(turn: Turn, task_id: int) -> None:
    """«Đã xong»: somebody was called, or a message was looked after."""
    _check(turn)
    if office_tasks.finish(turn.tx, task_id, turn.person.id, turn.now, "done"):
        turn.audit(turn.person.id, "finish_task", "task", task_id, outcome="done")
        turn.say("office/task_closed")
    else:
        turn.say("office/already_done", who="", at=None)


def command(turn: Turn, order: Command) -> None:
    """«Nhập hộ [đơn vị]», perhaps with what the unit told."""
    if not turn.may_somewhere("enter_for"):
        raise Refused("no_right", action="enter_for")
    unit, said = entering.split(turn, order.argument)
    scene = PickingUnit("enter_for", said)
    alone = pick_unit.only(turn, scene, unit)
    meant = pick_unit.named(turn, scene, unit) if alone is None else []
    if len(meant) == 1 and meant[0][1].state == "submitted":
        alone = meant[0][1].id
    turn.left_unit, turn.scene = True, scene
    if alone is None:
        pick_unit.find(turn, scene, unit)
    else:
        enter_for_assignment(turn, alone)


def enter_for_task(turn: Turn, task_id: int) -> None:
    """«Nhập hộ» from a task: show what was sent and ask the unit's questions of the office."""
    task = _open_task(turn, task_id, "enter_for")
    if task is not None and task.assignment_id is not None:
        enter_for_assignment(turn, task.assignment_id)


def enter_for_assignment(turn: Turn, assignment_id: int) -> None:
    """Fill a unit's report in its place, beginning with what was said; its chair is told when it is sent."""
    said = turn.scene.remark if isinstance(turn.scene, PickingUnit) else ""
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=bool(said))
    if not turn.may("enter_for", report.unit.id):
        raise Refused("no_right", action="enter_for")
    if report.assignment.state == "submitted" and any(c.isdigit() for c in said):
        entering.correct_sent(turn, report, said)
        return
    if report.assignment.state == "submitted":
        unit_fix.say_sent(turn, assignment_id)
        return
    kept = evidence.of_assignment(turn.tx, assignment_id)
    turn.say(
        "office/entering", unit=report.unit.name, month=report.month, files=[e.name for e in kept],
        locked=report.locked,
    )  # fmt: skip
    turn.attach([(e.name, e.media_type, e.sha256) for e in kept])
    if said:
        entering.take(turn, report, said)
    else:
        turn.enter(Filling(assignment_id))
