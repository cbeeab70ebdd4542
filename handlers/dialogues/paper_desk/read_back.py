"""Pasted lines shown as they were read: what is unclear is asked line by line, then all is confirmed."""

from dataclasses import replace
from typing import cast

from handlers.actions.paste_list import PAPERS, keep, say_again, say_kind, standing, take_in
from handlers.choices import choice
from handlers.dialogues.paper_desk import lists
from handlers.dialogues.paper_desk.facts import in_order, line_facts, numbers_of, with_new, without_gap
from handlers.dialogues.paper_desk.month import check
from handlers.messages import Choice
from handlers.scenes import Idle, Listing, ReadingBack
from handlers.turn import Turn
from reporting.documents.lists import Pasted
from reporting.reading.commands import command
from reporting.reading.desk_words import desk_word
from reporting.reading.line_orders import LineOrder, line_order
from reporting.reading.prose_orders import is_talk
from storage.queries import list_items
from storage.queries.list_items import Item
from templates.labels import label

_DROPPING = frozenset({"no", "cancel"})


def show(turn: Turn, scene: ReadingBack) -> None:
    """Ask about the first unclear line; with none left, read everything back."""
    if scene.asked:
        [item] = list_items.some(turn.tx, scene.asked[:1])
        why = str(item.fields.get("why", "which_kind"))
        turn.say("part/ask", why=why, text=item.text, left=len(scene.asked), list=scene.list)
        kinds = [Choice(f"kind_{name}", label(f"kind_{name}")) for name in PAPERS]
        turn.offer(*(kinds if why == "which_kind" else []), choice("drop_line"))
        return
    if not scene.read:
        turn.enter(_list_of(scene))
        return
    items, shown = _pending(turn, scene)
    facts = line_facts(items, numbers_of(shown))
    turn.say("part/read_back", list=scene.list, lines=facts, instead=len(scene.instead))
    turn.offer(choice("keep_lines"), choice("drop_lines"))


def _pending(turn: Turn, scene: ReadingBack) -> tuple[list[Item], tuple[int, ...]]:
    """The lines that were read, in order, and all ids by the numbers they are to have."""
    items = in_order(list_items.some(turn.tx, scene.read))
    return items, with_new(scene.shown, [item.id for item in items], scene.instead)


def _list_of(scene: ReadingBack, instead: tuple[int, ...] = ()) -> Listing:
    return Listing(scene.campaign, scene.list, scene.heading, instead, scene.shown, scene.undo)


def on_choice(turn: Turn, scene: ReadingBack, choice_id: str) -> None:
    """A tap under the read-back, or under a question about one line."""
    check(turn)
    if choice_id == "keep_lines" and not scene.asked:
        _keep(turn, scene)
    elif choice_id == "drop_lines":
        turn.say("part/dropped", list=scene.list)
        turn.enter(_list_of(scene, scene.instead), show=False)
        turn.offer(choice("done"))
    elif choice_id == "drop_line" and scene.asked:
        turn.enter(replace(scene, asked=scene.asked[1:]))
    elif choice_id.removeprefix("kind_") in PAPERS and scene.asked:
        [item] = list_items.some(turn.tx, scene.asked[:1])
        kind = next(name for name in PAPERS if choice_id == f"kind_{name}")
        say_kind(turn, item, kind)
        turn.enter(_answered(scene))


def _answered(scene: ReadingBack) -> ReadingBack:
    """The first line that was asked is clear now."""
    return replace(scene, read=(*scene.read, scene.asked[0]), asked=scene.asked[1:])


def _keep(turn: Turn, scene: ReadingBack) -> None:
    items, shown = _pending(turn, scene)
    kept = keep(turn, scene.campaign, cast(Pasted, scene.list), scene.read, scene.instead)
    there = standing(turn, scene.campaign, cast(Pasted, scene.list))
    ids = tuple(item.id for item in there)
    shown = without_gap(shown, ids)
    as_shown = shown == ids
    facts = line_facts(items, numbers_of(shown)) if as_shown else []
    turn.say("part/kept", list=scene.list, count=kept, instead=len(scene.instead), lines=facts)
    undo = (scene.read, scene.instead)
    turn.enter(Listing(scene.campaign, scene.list, scene.heading, shown=shown if as_shown else (), undo=undo))


def on_text(turn: Turn, scene: ReadingBack, text: str) -> None:
    """Typed instead of a tap: the unclear line anew, or more lines to the same read-back."""
    check(turn)
    pasted = cast(Pasted, scene.list)
    if is_talk(text):
        still_waiting(turn, scene)
        return
    if scene.asked:
        if say_again(turn, scene.asked[0], pasted, text, scene.heading):
            turn.enter(_answered(scene))
        else:
            turn.say("part/still_unclear")
            turn.enter(scene)
        return
    more = take_in(
        turn,
        scene.campaign,
        pasted,
        text,
        scene.heading,
        instead=scene.instead,
        waiting=scene.read,
    )
    if more.known:
        turn.say("part/known", count=more.known)
    turn.enter(
        replace(
            scene,
            read=(*scene.read, *more.read),
            asked=(*scene.asked, *more.asked),
            heading=more.heading,
            leaving="",
        )
    )


def own_word(turn: Turn, scene: ReadingBack, text: str) -> bool:
    """«Đúng», «bỏ», «xem», «bỏ qua», «xóa 21», «hoàn tác» where lines wait. False: it is something else."""
    if "\n" in text:
        return False
    said = line_order(text)
    if said is not None:
        check(turn)
        _on_lines(turn, scene, said)
        return True
    order = command(text)
    name = order.name if order is not None and not order.argument else ""
    word = desk_word(text)
    if name == "yes" or word == "keep":
        _agreed(turn, scene)
    elif word == "leave" and name not in _DROPPING:
        _leave(turn, scene)
    elif name == "skip" and scene.asked:
        on_choice(turn, scene, "drop_line")
    elif name in _DROPPING:
        on_choice(turn, scene, "drop_line" if scene.asked else "drop_lines")
    elif word == "undo" and scene.undo:
        lists.undo_last(turn, scene)
    elif word == "show":
        turn.enter(scene)
    elif word is not None:
        still_waiting(turn, scene)
    else:
        return False
    return True


def _agreed(turn: Turn, scene: ReadingBack) -> None:
    """«Ghi», «được»: what is clear is kept; a line that is not comes first."""
    if scene.asked:
        still_waiting(turn, scene)
    else:
        on_choice(turn, scene, "keep_lines")


def _leave(turn: Turn, scene: ReadingBack) -> None:
    """«Xong»: the list is left, once it is clear that the lines that wait are not wanted."""
    if led_out(turn, scene, "leave"):
        lists.on_choice(turn, _list_of(scene), "done")


def led_out(turn: Turn, scene: ReadingBack, name: str) -> bool:
    """Whether a command leads out of the read-back: at once where only unclear lines wait, else said a second time.

    The lines that wait are then dropped, which is said.
    """
    if scene.read and scene.leaving != name:
        still_waiting(turn, replace(scene, leaving=name))
        return False
    waiting = list_items.some(turn.tx, (*scene.read, *scene.asked))
    turn.say("part/not_kept", list=scene.list, lines=[item.text for item in waiting])
    turn.enter(Idle(), show=False)
    return True


def still_waiting(turn: Turn, scene: ReadingBack) -> None:
    """Lines wait for a word while something else is asked for: they are not lost, and come first."""
    turn.say(
        "part/waiting", list=scene.list, count=len(scene.read) + len(scene.asked), asked=len(scene.asked),
        leaving=bool(scene.leaving),
    )  # fmt: skip
    turn.enter(scene)


def _on_lines(turn: Turn, scene: ReadingBack, said: LineOrder) -> None:
    """«Xóa 21», «sửa 26 …»: a line that waits, or one that stands, by its number."""
    items, shown = _pending(turn, scene)
    numbers = numbers_of(shown)
    waiting = {numbers[item.id]: item for item in items}
    if said.verb == "remove" and said.all:
        on_choice(turn, scene, "drop_lines")
    elif said.verb == "remove" and waiting.keys() >= set(said.numbers):
        gone = [waiting[n] for n in said.numbers]
        turn.say("part/removed", lines=line_facts(gone, numbers), count=len(gone))
        left = {item.id for item in items} - {item.id for item in gone}
        turn.enter(replace(scene, read=tuple(i for i in scene.read if i in left)))
    elif said.verb == "replace" and said.rest and waiting.keys() >= set(said.numbers):
        item = waiting[said.numbers[0]]
        if not say_again(turn, item.id, cast(Pasted, scene.list), said.rest, scene.heading or item.list):
            turn.say("part/still_unclear")
        turn.enter(scene)
    elif said.verb == "remove":
        found = lists.by_number(turn, scene, said.numbers)
        if found:
            lists.remove(turn, scene, found)
    else:
        still_waiting(turn, scene)
