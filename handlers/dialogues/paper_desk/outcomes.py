"""«Việc tháng trước»: the tasks that last month's report planned, as a checklist: done, moved, dropped."""

import re

from handlers.actions.task_outcomes import carry_over, moved_tasks, set_outcomes
from handlers.choices import choice, split_id
from handlers.dialogues.paper_desk.facts import line_facts
from handlers.dialogues.paper_desk.month import check, the_campaign
from handlers.lacking import planned_before
from handlers.messages import Choice
from handlers.scenes import CheckingTasks, Idle
from handlers.turn import Turn
from reporting.documents.model import Outcome
from reporting.periods import Month
from reporting.reading import command_words as words
from reporting.reading.commands import Command
from reporting.reading.desk_words import desk_word
from reporting.reading.line_orders import LineOrder, line_order
from reporting.reading.outcome_orders import outcomes_in
from storage.queries import campaigns
from storage.queries.campaigns import Campaign
from storage.queries.list_items import Item
from templates.labels import label

_ONE = re.compile(r"(?:sửa|sua|việc|viec|dòng|dong|số|so|\s)*(\d{1,3})\s*[.)]?\s*(.*)", re.I)
OUTCOME_OF: dict[str, Outcome] = {"done_one": "done", "moved_one": "moved", "dropped_one": "dropped"}
SAID: dict[str, Outcome] = {"done": "done", "moved": "moved", "dropped": "dropped"}


def open_tasks(turn: Turn, order: Command) -> None:
    """«Việc tháng trước»."""
    campaign = the_campaign(turn, order)
    if campaign is None:
        return
    if planned_before(turn.tx, campaign):
        turn.enter(CheckingTasks(campaign.id))
    else:
        turn.say("part/nothing_planned", month=str(Month.parse(campaign.period).previous()))


def show(turn: Turn, scene: CheckingTasks) -> None:
    """All tasks with what became of them; buttons are about the first nobody has spoken of."""
    campaign = campaigns.get(turn.tx, scene.campaign)
    tasks = planned_before(turn.tx, campaign)
    moved = len(moved_tasks(turn, campaign))
    open_ones = [(number, task) for number, task in enumerate(tasks, 1) if not task.outcome]
    turn.say(
        "part/tasks_before",
        month=campaign.period,
        before=str(Month.parse(campaign.period).previous()),
        lines=line_facts(tasks),
        open=len(open_ones),
        moved=moved,
        brief=turn.spoke,
        next=open_ones[0][0] if open_ones else 0,
    )
    all_done = [choice("done_all")] if len(open_ones) > 1 else []
    carry = [choice("carry_over")] if moved else []
    turn.offer(*_about(*open_ones[0]) if open_ones else (), *all_done, *carry, choice("done"))


def _about(number: int, task: Item) -> list[Choice]:
    """What can be said of one task."""
    return [Choice(f"{key}:{task.id}", f"{number}. {label(key)}") for key in OUTCOME_OF]


def on_choice(turn: Turn, scene: CheckingTasks, choice_id: str) -> None:
    """A tap under the checklist."""
    check(turn)
    campaign = campaigns.get(turn.tx, scene.campaign)
    verb, subject = split_id(choice_id)
    if verb in OUTCOME_OF and subject.isdecimal():
        _set(turn, campaign, [n for n, t in _numbered(turn, campaign) if t == int(subject)], OUTCOME_OF[verb])
        turn.enter(scene)
    elif verb == "done_all":
        waiting = [n for n, task in enumerate(planned_before(turn.tx, campaign), 1) if not task.outcome]
        _set(turn, campaign, waiting, "done")
        turn.enter(scene)
    elif verb == "carry_over":
        turn.say("part/carried", count=carry_over(turn, campaign))
        turn.enter(scene)
    elif verb == "done":
        left = sum(1 for task in planned_before(turn.tx, campaign) if not task.outcome)
        turn.say("part/tasks_left", open=left)
        turn.enter(Idle(), show=False)


def _numbered(turn: Turn, campaign: Campaign) -> list[tuple[int, int]]:
    return [(number, task.id) for number, task in enumerate(planned_before(turn.tx, campaign), 1)]


def _set(turn: Turn, campaign: Campaign, numbers: list[int], outcome: Outcome, reason: str = "") -> None:
    ids = dict(_numbered(turn, campaign))
    set_outcomes(turn, campaign, [ids[number] for number in numbers], outcome, reason)
    turn.say("part/outcome_set", numbers=numbers, outcome=outcome, reason=reason)


def on_text(turn: Turn, scene: CheckingTasks, text: str) -> None:
    """What is no order about lines."""
    turn.say("part/outcome_how")
    turn.enter(scene, show=False)


def own_word(turn: Turn, scene: CheckingTasks, text: str) -> bool:
    """«Xong 1, 3», «chuyển 2», «bỏ 4». False: it is something else."""
    planned = planned_before(turn.tx, campaigns.get(turn.tx, scene.campaign))
    orders = outcomes_in(text, [task.text for task in planned], _order)
    if not orders:
        return _other_word(turn, scene, text)
    check(turn)
    campaign = campaigns.get(turn.tx, scene.campaign)
    there = [number for number, _ in _numbered(turn, campaign)]
    if any(not set(said.order.numbers) <= set(there) for said in orders) or not there:
        turn.say("part/no_such_line", count=len(there), gone=[])
        turn.enter(scene, show=False)
        return True
    for said in orders:
        order = said.order
        _set(turn, campaign, there if order.all else list(order.numbers), SAID[order.verb], said.reason)
    turn.enter(scene)
    return True


def _order(text: str) -> LineOrder | None:
    return line_order(text, words.OUTCOME_WORDS) or _turned(text)


def _turned(text: str) -> LineOrder | None:
    """«2 chuyển tháng sau», «việc 2 xong», «sửa 2 thành xong»: the number first."""
    found = _ONE.fullmatch(text.strip())
    rest = re.sub(r"^(?:là|la|thành|thanh|thì|thi|đã|da)\s+", "", found[2], flags=re.I) if found else ""
    return line_order(f"{rest} {found[1]}", words.OUTCOME_WORDS) if found and rest else None


def _other_word(turn: Turn, scene: CheckingTasks, text: str) -> bool:
    """«2», «sửa 2»: what of that task? «thôi» leaves, «xem» shows all. False: it is something else."""
    found = _ONE.fullmatch(text.strip())
    word = desk_word(text)
    if found and not found[2]:
        check(turn)
        _ask_about(turn, scene, int(found[1]))
    elif word == "leave":
        on_choice(turn, scene, "done")
    elif word == "show":
        turn.enter(scene)
    elif word == "undo":
        turn.say("part/outcome_how")
        turn.enter(scene, show=False)
    else:
        return False
    return True


def _ask_about(turn: Turn, scene: CheckingTasks, number: int) -> None:
    tasks = planned_before(turn.tx, campaigns.get(turn.tx, scene.campaign))
    if 0 < number <= len(tasks):
        task = tasks[number - 1]
        turn.say("part/which_outcome", number=number, text=task.text, outcome=task.outcome)
        turn.offer(*_about(number, task), choice("done"))
    else:
        turn.say("part/no_such_line", count=len(tasks), gone=[])
    turn.enter(scene, show=False)
