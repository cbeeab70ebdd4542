"""«Xóa đoạn 2 và 3», «bỏ câu vừa rồi»: paragraphs of a section go out, and are named as they went."""

from collections.abc import Sequence
from typing import cast

from handlers.actions.write_passage import write_passage
from handlers.choices import choice
from handlers.scenes import Writing
from handlers.turn import Turn
from reporting.documents.sections import Section
from reporting.reading.prose_orders import DropOrder, without_last_sentence


def drop(turn: Turn, scene: Writing, here: Sequence[str], order: DropOrder) -> None:
    """Take them out; where a number is no paragraph's, nothing is."""
    left, gone = _split(here, order)
    if gone:
        write_passage(turn, scene.campaign, cast(Section, scene.section), left)
    turn.say("part/paragraphs_gone", section=scene.section, gone=gone, left=left, count=len(here))
    turn.enter(Writing(scene.campaign, scene.section), show=False)
    turn.offer(choice("next_part"), choice("all_parts"), choice("done"))


def _split(here: Sequence[str], order: DropOrder) -> tuple[list[str], list[str]]:
    """What stays and what goes."""
    if order.sentence and (shorter := without_last_sentence(here[-1])):
        return [*here[:-1], shorter], [here[-1].removeprefix(shorter).strip()]
    there = range(1, len(here) + 1)
    numbers = set(there) if order.all else set(order.numbers) or set(there[-order.last :])
    if not numbers <= set(there):
        return list(here), []
    kept = [text for number, text in enumerate(here, 1) if number not in numbers]
    return kept, [text for number, text in enumerate(here, 1) if number in numbers]
