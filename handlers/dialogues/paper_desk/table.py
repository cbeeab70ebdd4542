"""What the conversation's tables need of the office's part: commands, scenes, words a scene keeps to itself."""

from collections.abc import Callable
from typing import Any

from handlers.dialogues.paper_desk import lists, outcomes, prose, read_back, word_edits
from handlers.scenes import CheckingTasks, Idle, Listing, ReadingBack, Writing
from handlers.turn import Turn
from reporting.documents.other_papers import register_wanted
from reporting.reading.commands import Command, command
from reporting.reading.desk_words import desk_word
from reporting.reading.prose_orders import is_talk

PLAIN: dict[str, Callable[[Turn, Command], None]] = {
    "issued_papers": lists.issued,
    "opinions": lists.opinions,
    "awards": lists.awards,
    "next_tasks": lists.tasks,
    "passages": prose.open_sections,
    "last_tasks": outcomes.open_tasks,
}
SHOW: dict[type[Any], Callable[[Turn, Any], None]] = {
    Listing: lists.show,
    ReadingBack: read_back.show,
    Writing: prose.show,
    CheckingTasks: outcomes.show,
}
ANSWER: dict[type[Any], Callable[[Turn, Any, str], None]] = {
    Listing: lists.on_text,
    ReadingBack: read_back.on_text,
    Writing: prose.on_text,
    CheckingTasks: outcomes.on_text,
}
TAP: dict[type[Any], Callable[[Turn, Any, str], None]] = {
    Listing: lists.on_choice,
    ReadingBack: read_back.on_choice,
    Writing: prose.on_choice,
    CheckingTasks: outcomes.on_choice,
}
_OWN: dict[type[Any], Callable[[Turn, Any, str], bool]] = {
    Listing: lists.own_word,
    ReadingBack: read_back.own_word,
    Writing: prose.own_word,
    CheckingTasks: outcomes.own_word,
}
# Commands that are no line of a list and no paragraph, so that they lead out of one.
_LEADING_OUT = frozenset({*PLAIN, "progress", "totals", "tasks", "compose_paper", "submit_paper", "paper"})
# Those that come with a period, and are no line of a list even then.
_WITH_PERIOD = frozenset({"progress", "totals", "compose_paper", "submit_paper"})
_LONGEST_OUT = 4  # words


def takes_free_words(turn: Turn) -> bool:
    """Whether free words are the answer just now: lines of a list, or a section's paragraphs."""
    scene = turn.scene
    return isinstance(scene, Listing | ReadingBack) or (isinstance(scene, Writing) and bool(scene.section))


def may_be_code(turn: Turn, text: str) -> bool:
    """Whether a text may be an invitation's code: a few words where lines of a list are pasted, never prose."""
    return isinstance(turn.scene, Listing | ReadingBack) and len(text.split()) <= _LONGEST_OUT


def leads_out(turn: Turn, text: str) -> bool:
    """Whether a text typed among lines or paragraphs is a command after all."""
    return takes_free_words(turn) and (bool(_command_in(text)) or is_talk(text))


def _command_in(text: str) -> str:
    """The name of the command that a text typed among lines is after all; "" where it is none."""
    if register_wanted(text):
        return "register"
    order = command(text) if len(text.split()) <= _LONGEST_OUT + 2 else None
    if order is None or order.name not in _LEADING_OUT:
        return ""
    short = len(text.split()) <= _LONGEST_OUT if not order.argument else order.name in _WITH_PERIOD
    return order.name if short else ""


def own_word(turn: Turn, text: str) -> bool:
    """What the scene itself does with a word before the words that work anywhere are looked at."""
    scene = turn.scene
    if word_edits.dropped(turn, text):
        return True
    if isinstance(scene, Idle):
        if not scene.undo or desk_word(text) != "undo":
            return False
        lists.undo_after(turn, scene)
        return True
    handler = _OWN.get(type(scene))
    if handler is None or handler(turn, scene, text):
        return handler is not None
    name = _command_in(text) if isinstance(scene, ReadingBack) else ""
    return bool(name) and isinstance(scene, ReadingBack) and not read_back.led_out(turn, scene, name)
