"""«Việc tháng trước»: the tasks that last month's report planned, as a checklist: done, moved, dropped."""

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
from reporting.reading.line_orders import line_order
from storage.queries import campaigns
from storage.queries.campaigns import Campaign
from templates.labels import label

OUTCOME_OF: dict[str, Outcome] = {"done_one": "done", "moved_one": "moved", "dropped_one": "dropped"}
SAID: dict[str, Outcome] = {"done": "done", "moved": "moved", "dropped": "dropped"}


def open_tasks(turn: Turn, order: Command) -> None:
    """«Việc tháng trước»."""
    campaign = the_campaign(turn)
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
        brief=bool(turn.parts),
        next=open_ones[0][0] if open_ones else 0,
    )
    about = [
        Choice(f"{key}:{task.id}", f"{number}. {label(key)}")
        for number, task in open_ones[:1]
        for key in OUTCOME_OF
    ]
    all_done = [choice("done_all")] if len(open_ones) > 1 else []
    turn.offer(*about, *all_done, *([choice("carry_over")] if moved else []), choice("done"))


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


def _set(turn: Turn, campaign: Campaign, numbers: list[int], outcome: Outcome) -> None:
    ids = dict(_numbered(turn, campaign))
    set_outcomes(turn, campaign, [ids[number] for number in numbers], outcome)
    turn.say("part/outcome_set", numbers=numbers, outcome=outcome)


def on_text(turn: Turn, scene: CheckingTasks, text: str) -> None:
    """What is no order about lines."""
    turn.say("part/outcome_how")
    turn.enter(scene, show=False)


def own_word(turn: Turn, scene: CheckingTasks, text: str) -> bool:
    """«Xong 1, 3», «chuyển 2», «bỏ 4». False: it is something else."""
    said = line_order(text, words.OUTCOME_WORDS)
    if said is None:
        return False
    check(turn)
    campaign = campaigns.get(turn.tx, scene.campaign)
    there = [number for number, _ in _numbered(turn, campaign)]
    numbers = there if said.all else [number for number in said.numbers if number in there]
    if not numbers or (not said.all and len(numbers) < len(said.numbers)):
        turn.say("part/no_such_line", count=len(there))
        turn.enter(scene, show=False)
    else:
        _set(turn, campaign, numbers, SAID[said.verb])
        turn.enter(scene)
    return True
