"""A list of the report in chat: shown, pasted into, lines removed and replaced, the last change undone."""

from dataclasses import replace
from functools import partial
from typing import cast

from handlers.actions.paste_list import put_back, say_kind_anew, standing, take_in, take_out
from handlers.actions.task_outcomes import carry_over, moved_tasks
from handlers.choices import choice
from handlers.dialogues.paper import kept_text
from handlers.dialogues.paper_desk.facts import in_order, line_facts, numbers_of, with_new, without_gap
from handlers.dialogues.paper_desk.month import check, the_campaign
from handlers.scenes import Idle, Listing, ReadingBack
from handlers.turn import Turn
from reporting.documents.lists import Pasted
from reporting.periods import Month
from reporting.reading.commands import Command
from reporting.reading.decisions import leaves
from reporting.reading.desk_words import desk_word
from reporting.reading.kind_orders import KindOrder, kind_order
from reporting.reading.line_orders import LineOrder, line_order
from reporting.reading.prose_orders import drop_order, is_talk
from storage.queries import campaigns, list_items
from storage.queries.list_items import Item


def open_list(pasted: Pasted, turn: Turn, order: Command) -> None:
    """«Văn bản», «góp ý», «khen thưởng», «nhiệm vụ»: the list as it stands, ready to be pasted into."""
    campaign = the_campaign(turn, order)
    if campaign is None:
        return
    last = turn.scene.undo if isinstance(turn.scene, Idle) else ()
    undo = last[2:] if last[:2] == (campaign.id, pasted) else ()
    turn.enter(Listing(campaign.id, pasted, undo=undo))


issued = partial(open_list, "issued")
opinions = partial(open_list, "opinions")
awards = partial(open_list, "awards")
tasks = partial(open_list, "tasks")


def show(turn: Turn, scene: Listing) -> None:
    """The lines there are, and how to add, remove and replace; after a change only how many they are.

    Where the change gave lines other numbers than were shown (`shown` is empty), all are shown anew.
    """
    items = _standing(turn, scene)
    brief = turn.spoke and (bool(scene.shown) or not items)
    scene = replace(scene, shown=_numbered(scene, items) if brief else tuple(item.id for item in items))
    turn.enter(scene, show=False)
    campaign = campaigns.get(turn.tx, scene.campaign)
    moved = len(moved_tasks(turn, campaign)) if scene.list == "tasks" else 0
    turn.say(
        "part/list",
        list=scene.list,
        month=campaign.period,
        next=str(Month.parse(campaign.period).next()),
        lines=line_facts(items, numbers_of(scene.shown)),
        moved=moved,
        brief=brief,
        undo=bool(scene.undo),
    )
    kept = kept_text.list_notes(turn, scene.campaign, scene.list)
    more = [choice("carry_over")] if moved else []
    undo = [choice("undo_list")] if scene.undo else []
    anew = [choice("paste_anew")] if items and not scene.instead else []
    turn.offer(*kept, *more, *undo, *anew, choice("done"))


def _standing(turn: Turn, scene: Listing | ReadingBack) -> list[Item]:
    return standing(turn, scene.campaign, cast(Pasted, scene.list))


def _numbered(scene: Listing | ReadingBack, items: list[Item]) -> tuple[int, ...]:
    """The ids by number: as they were shown, what came since after them."""
    there = [item.id for item in items]
    return with_new(without_gap(scene.shown, there), there)


def on_text(turn: Turn, scene: Listing, text: str) -> None:
    """Pasted lines: they are read, and shown before they are kept."""
    check(turn)
    if is_talk(text):
        turn.say("part/not_a_line", text=text)
        turn.enter(scene, show=False)
        turn.offer(choice("done"))
        return
    waiting = take_in(
        turn, scene.campaign, cast(Pasted, scene.list), text, scene.heading, instead=scene.instead
    )
    if waiting.known:
        turn.say("part/known", count=waiting.known)
    if not waiting.read and not waiting.asked:
        if not waiting.known:
            turn.say("part/heading" if waiting.heading else "part/nothing_read")
        turn.enter(replace(scene, heading=waiting.heading), show=False)
        turn.offer(choice("done"))
        return
    turn.enter(
        ReadingBack(
            scene.campaign, scene.list, waiting.read, waiting.asked, waiting.heading, scene.instead,
            _numbered(scene, _standing(turn, scene)), scene.undo,
        )
    )  # fmt: skip


def on_choice(turn: Turn, scene: Listing, choice_id: str) -> None:
    """A tap under the list."""
    check(turn)
    match choice_id:
        case "done":
            turn.say("part/left", list=scene.list, count=len(_standing(turn, scene)))
            undo = (scene.campaign, scene.list, *scene.undo) if scene.undo else ()
            turn.enter(Idle(undo=undo), show=False)
        case "undo_list":
            undo_last(turn, scene)
        case "paste_anew":
            ids = tuple(item.id for item in _standing(turn, scene))
            turn.say("part/paste_anew", list=scene.list, count=len(ids))
            turn.enter(Listing(scene.campaign, scene.list, instead=ids, shown=ids), show=False)
            turn.offer(choice("cancel"))
        case "carry_over":
            turn.say("part/carried", count=carry_over(turn, campaigns.get(turn.tx, scene.campaign)))
            turn.enter(scene)


def undo_last(turn: Turn, scene: Listing | ReadingBack) -> None:
    """«Hoàn tác»: what the last change added goes out, what it took comes back; said again, the change is made anew."""
    check(turn)
    if not scene.undo:
        turn.say("part/nothing_to_undo")
        turn.enter(scene, show=False)
        return
    added, taken = scene.undo
    put_back(turn, scene.campaign, cast(Pasted, scene.list), added, taken)
    shown = with_new(scene.shown, taken, added) if scene.shown else scene.shown
    numbers = numbers_of(shown)
    out, back = (in_order(list_items.some(turn.tx, ids)) for ids in (added, taken))
    facts = line_facts(back, numbers if all(i.id in numbers for i in back) else None)
    turn.say("part/undone", list=scene.list, out=line_facts(out), back=facts)
    turn.enter(replace(scene, shown=shown, undo=(taken, added)))


def undo_after(turn: Turn, scene: Idle) -> None:
    """«Hoàn tác» straight after the list was left: it is open again."""
    campaign, name, added, taken = scene.undo
    again = Listing(campaign, name, undo=(added, taken))
    undo_last(turn, replace(again, shown=tuple(item.id for item in _standing(turn, again))))


def own_word(turn: Turn, scene: Listing, text: str) -> bool:
    """«xem», «xóa 3», «sửa 3 …», «hoàn tác», «xong»: of the list, not of a report. False: it is something else."""
    one = "\n" not in text
    if scene.list == "issued" and (kinds := kind_order(text)) is not None:
        check(turn)
        _say_kinds(turn, scene, kinds)
        return True
    said = line_order(text) if one else None
    if said is None and one and (order := drop_order(text)) is not None:
        numbers = order.numbers or _last_numbers(turn, scene, order.last)
        said = LineOrder("remove", numbers, all=order.all)
    if said is not None:
        check(turn)
        _on_lines(turn, scene, said)
        return True
    if one and leaves(text):
        on_choice(turn, scene, "done") if not scene.instead else turn.enter(replace(scene, instead=()))
        return True
    match desk_word(text):
        case "show" | "keep":  # nothing waits to be kept
            turn.enter(scene)
        case "undo":
            undo_last(turn, scene)
        case "leave" if scene.instead:  # what was to be replaced stays
            turn.enter(replace(scene, instead=()))
        case "leave":
            on_choice(turn, scene, "done")
        case _:
            return False
    return True


def _last_numbers(turn: Turn, scene: Listing, count: int) -> tuple[int, ...]:
    numbers = sorted(numbers_of(_numbered(scene, _standing(turn, scene))).values())
    return tuple(numbers[-count:])


def _on_lines(turn: Turn, scene: Listing, said: LineOrder) -> None:
    items = _standing(turn, scene)
    if said.verb == "replace" and said.all:
        on_choice(turn, scene, "paste_anew")
    elif said.verb == "remove":
        shown = _numbered(scene, items)
        gone = items if said.all else by_number(turn, scene, said.numbers)
        if gone:
            remove(turn, replace(scene, shown=shown), gone)
    elif meant := by_number(turn, scene, said.numbers):
        ids, heading = tuple(item.id for item in meant), _heading_of(meant[0])
        instead = replace(scene, heading=heading, instead=ids, shown=_numbered(scene, items))
        if said.rest:
            on_text(turn, instead, said.rest)
        else:
            turn.say("part/instead_of", lines=line_facts(meant, numbers_of(instead.shown)))
            turn.enter(instead, show=False)
            turn.offer(choice("cancel"))


def by_number(turn: Turn, scene: Listing | ReadingBack, numbers: tuple[int, ...]) -> list[Item]:
    """The standing lines with these numbers; none where one of them is no line's (said so)."""
    items = _standing(turn, scene)
    shown, there = _numbered(scene, items), {item.id: item for item in items}
    meant = [there[shown[n - 1]] for n in numbers if 0 < n <= len(shown) and shown[n - 1] in there]
    if meant and len(meant) == len(numbers):
        return meant
    gone = [n for n in numbers if 0 < n <= len(shown) and shown[n - 1] not in there]
    turn.say("part/no_such_line", count=len(shown) if items else 0, gone=gone)
    turn.enter(scene, show=False)
    return []


def remove(turn: Turn, scene: Listing | ReadingBack, gone: list[Item]) -> None:
    """Take lines out, and name each in full; the others keep their numbers."""
    ids = tuple(item.id for item in gone)
    take_out(turn, scene.campaign, cast(Pasted, scene.list), ids)
    turn.say("part/removed", lines=line_facts(gone, numbers_of(scene.shown)), count=len(gone))
    turn.enter(replace(scene, undo=((), ids)))


def _say_kinds(turn: Turn, scene: Listing, order: KindOrder) -> None:
    """Papers filed anew; the list is shown with the numbers they have then."""
    meant = by_number(turn, scene, order.numbers)
    for item, (kind, named) in zip(meant, order.kinds, strict=False):
        say_kind_anew(turn, item, kind, named)
    if meant:
        turn.enter(replace(scene, shown=(), undo=()))


def _heading_of(item: Item) -> str:
    """The line's own kind counts for what replaces it."""
    if item.list == "awards":
        return str(item.fields.get("giver", ""))
    return item.list if item.list not in ("opinions", "tasks") else ""
