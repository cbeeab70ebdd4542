"""A list of the report in chat: shown, pasted into, lines removed and replaced."""

from functools import partial
from typing import cast

from handlers.actions.paste_list import standing, take_in, take_out
from handlers.actions.task_outcomes import carry_over, moved_tasks
from handlers.choices import choice
from handlers.dialogues.paper_desk.facts import line_facts
from handlers.dialogues.paper_desk.month import check, the_campaign
from handlers.scenes import Idle, Listing, ReadingBack
from handlers.turn import Turn
from reporting.documents.lists import Pasted
from reporting.reading.commands import Command, command
from reporting.reading.line_orders import LineOrder, line_order
from storage.queries import campaigns
from storage.queries.list_items import Item


def open_list(pasted: Pasted, turn: Turn, order: Command) -> None:
    """«Văn bản», «góp ý», «khen thưởng», «nhiệm vụ»: the list as it stands, ready to be pasted into."""
    campaign = the_campaign(turn)
    if campaign is not None:
        turn.enter(Listing(campaign.id, pasted))


issued = partial(open_list, "issued")
opinions = partial(open_list, "opinions")
awards = partial(open_list, "awards")
tasks = partial(open_list, "tasks")


def show(turn: Turn, scene: Listing) -> None:
    """The lines there are, and how to add, remove and replace."""
    items = _standing(turn, scene)
    campaign = campaigns.get(turn.tx, scene.campaign)
    moved = len(moved_tasks(turn, campaign)) if scene.list == "tasks" else 0
    turn.say(
        "part/list",
        list=scene.list,
        month=campaign.period,
        lines=line_facts(items),
        moved=moved,
        brief=bool(turn.parts),  # something was just done to it: only how many lines there are
    )
    more = [choice("carry_over")] if moved else []
    anew = [choice("paste_anew")] if items and not scene.instead else []
    turn.offer(*more, *anew, choice("done"))


def _standing(turn: Turn, scene: Listing) -> list[Item]:
    return standing(turn, scene.campaign, cast(Pasted, scene.list))


def on_text(turn: Turn, scene: Listing, text: str) -> None:
    """Pasted lines: they are read, and shown before they are kept."""
    check(turn)
    waiting = take_in(
        turn, scene.campaign, cast(Pasted, scene.list), text, scene.heading, instead=scene.instead
    )
    if waiting.known:
        turn.say("part/known", count=waiting.known)
    if not waiting.read and not waiting.asked:
        if not waiting.known:
            turn.say("part/heading" if waiting.heading else "part/nothing_read")
        turn.enter(Listing(scene.campaign, scene.list, waiting.heading, scene.instead), show=False)
        turn.offer(choice("done"))
        return
    turn.enter(
        ReadingBack(scene.campaign, scene.list, waiting.read, waiting.asked, waiting.heading, scene.instead)
    )


def on_choice(turn: Turn, scene: Listing, choice_id: str) -> None:
    """A tap under the list."""
    check(turn)
    match choice_id:
        case "done":
            turn.say("part/left", list=scene.list, count=len(_standing(turn, scene)))
            turn.enter(Idle(), show=False)
        case "paste_anew":
            ids = tuple(item.id for item in _standing(turn, scene))
            turn.say("part/paste_anew", list=scene.list, count=len(ids))
            turn.enter(Listing(scene.campaign, scene.list, instead=ids), show=False)
            turn.offer(choice("cancel"))
        case "carry_over":
            turn.say("part/carried", count=carry_over(turn, campaigns.get(turn.tx, scene.campaign)))
            turn.enter(scene)


def own_word(turn: Turn, scene: Listing, text: str) -> bool:
    """«xem», «xóa 3», «sửa 3 …»: of the list, not of a report. False: it is something else."""
    said = line_order(text) if "\n" not in text else None
    if said is not None:
        check(turn)
        _on_lines(turn, scene, said)
        return True
    order = command(text)
    if order is not None and order.name == "view" and not order.argument:
        turn.enter(scene)
        return True
    return False


def _on_lines(turn: Turn, scene: Listing, said: LineOrder) -> None:
    items = _standing(turn, scene)
    if said.verb == "replace" and said.all:
        on_choice(turn, scene, "paste_anew")
        return
    meant = items if said.all else [items[n - 1] for n in said.numbers if 0 < n <= len(items)]
    if not meant or (not said.all and len(meant) < len(said.numbers)):
        turn.say("part/no_such_line", count=len(items))
        turn.enter(scene, show=False)
    elif said.verb == "remove":
        take_out(turn, scene.campaign, cast(Pasted, scene.list), [item.id for item in meant])
        turn.say("part/removed", lines=line_facts(meant)[:3], count=len(meant))
        turn.enter(scene)
    else:
        ids, heading = tuple(item.id for item in meant), _heading_of(meant[0])
        instead = Listing(scene.campaign, scene.list, heading, ids)
        if said.rest:
            on_text(turn, instead, said.rest)
        else:
            turn.say("part/instead_of", lines=line_facts(meant))
            turn.enter(instead, show=False)
            turn.offer(choice("cancel"))


def _heading_of(item: Item) -> str:
    """The line's own kind counts for what replaces it."""
    if item.list == "awards":
        return str(item.fields.get("giver", ""))
    return item.list if item.list not in ("opinions", "tasks") else ""
