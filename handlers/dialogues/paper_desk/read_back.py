"""Pasted lines shown as they were read: what is unclear is asked line by line, then all is confirmed."""

from dataclasses import replace
from typing import cast

from handlers.actions.paste_list import PAPERS, keep, say_again, say_kind, take_in
from handlers.choices import choice
from handlers.dialogues.paper_desk.facts import line_facts
from handlers.dialogues.paper_desk.month import check
from handlers.messages import Choice
from handlers.scenes import Listing, ReadingBack
from handlers.turn import Turn
from reporting.documents.lists import Pasted
from reporting.reading.commands import command
from storage.queries import list_items
from templates.labels import label


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
        turn.enter(Listing(scene.campaign, scene.list, scene.heading, scene.instead))
        return
    items = list_items.some(turn.tx, scene.read)
    items.sort(key=lambda item: (PAPERS.index(item.list) if item.list in PAPERS else 0, item.position))
    turn.say("part/read_back", list=scene.list, lines=line_facts(items), instead=len(scene.instead))
    turn.offer(choice("keep_lines"), choice("drop_lines"))


def on_choice(turn: Turn, scene: ReadingBack, choice_id: str) -> None:
    """A tap under the read-back, or under a question about one line."""
    check(turn)
    if choice_id == "keep_lines" and not scene.asked:
        _keep(turn, scene)
    elif choice_id == "drop_lines":
        turn.say("part/dropped", list=scene.list)
        turn.enter(Listing(scene.campaign, scene.list, scene.heading, scene.instead), show=False)
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
    kept = keep(turn, scene.campaign, cast(Pasted, scene.list), scene.read, scene.instead)
    turn.say("part/kept", list=scene.list, count=kept, instead=len(scene.instead))
    turn.enter(Listing(scene.campaign, scene.list, scene.heading))


def on_text(turn: Turn, scene: ReadingBack, text: str) -> None:
    """Typed instead of a tap: the unclear line anew, or more lines to the same read-back."""
    check(turn)
    pasted = cast(Pasted, scene.list)
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
            scene, read=(*scene.read, *more.read), asked=(*scene.asked, *more.asked), heading=more.heading
        )
    )


def own_word(turn: Turn, scene: ReadingBack, text: str) -> bool:
    """«Đúng», «không», «xem», «bỏ qua» where a read-back or a line is asked about."""
    order = command(text) if "\n" not in text else None
    match order.name if order is not None and not order.argument else "":
        case "yes" if not scene.asked:
            on_choice(turn, scene, "keep_lines")
        case "no" if not scene.asked:
            on_choice(turn, scene, "drop_lines")
        case "skip" if scene.asked:
            on_choice(turn, scene, "drop_line")
        case "view":
            turn.enter(scene)
        case _:
            return False
    return True
