"""Lines of a list of the report: read from a message, kept once the person has seen them, taken out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.turn import Turn
from reporting.documents.awards import to_fields
from reporting.documents.lists import Item, Pasted, Question, as_paper, read_lines
from reporting.documents.model import ListName
from storage.queries import list_items
from storage.queries.list_items import AnyList

PLACEHOLDER: Mapping[Pasted, AnyList] = {
    "issued": "reports",
    "opinions": "opinions",
    "awards": "awards",
    "tasks": "tasks",
}
PAPERS: tuple[ListName, ...] = ("reports", "plans", "letters", "guides", "decisions", "others")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Ids of lines that wait for the person's word: those `read`, and those to be `asked` about.

    `known`: how many lines were there already and are not taken again.
    """

    read: tuple[int, ...]
    asked: tuple[int, ...]
    heading: str
    known: int


def lists_of(pasted: Pasted) -> tuple[AnyList, ...]:
    """The stored lists that one list of the chat is made of, in the order it is shown."""
    return PAPERS if pasted == "issued" else (PLACEHOLDER[pasted],)


def standing(turn: Turn, campaign_id: int, pasted: Pasted) -> list[list_items.Item]:
    """The lines of a list as it stands."""
    lines = list_items.of_campaign(turn.tx, campaign_id)
    return [item for name in lists_of(pasted) for item in lines.get(name, [])]


def take_in(
    turn: Turn,
    campaign_id: int,
    pasted: Pasted,
    text: str,
    heading: str,
    *,
    instead: Collection[int] = (),
    waiting: Collection[int] = (),
) -> Waiting:
    """Read a message; its lines wait until the person has seen how they were read.

    A line that stands already, or is among `waiting` (ids), is not taken twice; those to be replaced do not count.
    """
    kept = [item for item in standing(turn, campaign_id, pasted) if item.id not in instead]
    there = {(item.list, item.text) for item in (*kept, *list_items.some(turn.tx, waiting))}
    known = 0
    found = read_lines(pasted, text, heading)
    read: list[int] = []
    asked: list[int] = []
    for line in found.lines:
        if isinstance(line, Item) and (line.list, line.text) in there:
            known += 1
            continue
        if isinstance(line, Item):
            there.add((line.list, line.text))
        number = _wait(turn, campaign_id, pasted, line)
        (read if isinstance(line, Item) else asked).append(number)
    return Waiting(tuple(read), tuple(asked), found.heading, known)


def _wait(turn: Turn, campaign_id: int, pasted: Pasted, line: Item | Question) -> int:
    name, text, fields = _row(pasted, line)
    [number] = list_items.add_many(
        turn.tx,
        campaign_id,
        name,
        [(text, fields)],
        person_id=turn.person.id,
        at=turn.now,
        inbox_id=turn.inbox_id,
        waiting=True,
    )
    return number


def _row(pasted: Pasted, line: Item | Question) -> tuple[AnyList, str, dict[str, Any]]:
    if isinstance(line, Question):
        return PLACEHOLDER[pasted], line.text, {"why": line.why}
    return line.list, line.text, to_fields(line.award) if line.award else {}


def say_again(turn: Turn, item_id: int, pasted: Pasted, text: str, heading: str) -> bool:
    """A line that was asked about, typed anew. False: it is still unclear."""
    lines = read_lines(pasted, text, heading).lines
    if len(lines) != 1 or isinstance(lines[0], Question):
        return False
    list_items.rewrite(turn.tx, item_id, *_row(pasted, lines[0]))
    return True


def say_kind(turn: Turn, item: list_items.Item, kind: ListName) -> None:
    """A paper whose kind was asked."""
    list_items.rewrite(turn.tx, item.id, *_row("issued", as_paper(item.text, kind)))


def say_kind_anew(turn: Turn, item: list_items.Item, kind: ListName, named: str) -> None:
    """A paper that was filed under another kind; `named` is how the kind is written, kept in a name of «others»."""
    paper = as_paper(item.text, kind)
    begins = paper.text.lower().startswith(named)
    text = paper.text if kind != "others" or begins else f"{named.capitalize()} {item.text}"
    list_items.rewrite(turn.tx, item.id, kind, text, item.fields)
    turn.audit(turn.person.id, "write_list", "campaign", item.campaign_id, list="issued", lines=1, instead=1)


def keep(turn: Turn, campaign_id: int, pasted: Pasted, ids: Sequence[int], instead: Sequence[int]) -> int:
    """Put the lines into the list, each in the place of one of `instead`; how many they are."""
    kept = _swap(turn, campaign_id, pasted, ids, instead)
    turn.audit(
        turn.person.id, "write_list", "campaign", campaign_id, list=pasted, lines=kept, instead=len(instead)
    )
    return kept


def _swap(
    turn: Turn, campaign_id: int, pasted: Pasted, new: Collection[int], instead: Collection[int]
) -> int:
    """New lines stand where those stood that go; further ones follow the last of them. How many are new."""
    before = [item.id for item in standing(turn, campaign_id, pasted)]
    for item_id in instead:
        list_items.remove(turn.tx, item_id, turn.now)
    count = list_items.confirm(turn.tx, new)
    gone = [item_id for item_id in before if item_id in instead]
    if gone and new:
        for name in lists_of(pasted):
            _put_in_place(
                turn, [i.id for i in list_items.of_list(turn.tx, campaign_id, name)], before, gone, new
            )
    return count


def _put_in_place(
    turn: Turn, there: Sequence[int], before: Sequence[int], gone: Sequence[int], new: Collection[int]
) -> None:
    """The lines of one list, in order: each new one where the line was that it came for."""
    came = [item_id for item_id in there if item_id in new]
    place = {item_id: (before.index(item_id), 0) for item_id in there if item_id in before}
    for number, item_id in enumerate(came):
        place[item_id] = (before.index(gone[min(number, len(gone) - 1)]), number + 1)
    list_items.put_in_order(turn.tx, sorted(there, key=lambda item_id: place[item_id]))


def take_out(turn: Turn, campaign_id: int, pasted: Pasted, ids: Sequence[int]) -> None:
    """Take lines out of the list."""
    gone = sum(list_items.remove(turn.tx, item_id, turn.now) for item_id in ids)
    turn.audit(turn.person.id, "remove_lines", "campaign", campaign_id, list=pasted, lines=gone)


def put_back(
    turn: Turn, campaign_id: int, pasted: Pasted, added: Collection[int], taken: Collection[int]
) -> None:
    """Undo a change: the lines it added go out, those it took come back."""
    _swap(turn, campaign_id, pasted, taken, added)
    turn.audit(
        turn.person.id, "undo_lines", "campaign", campaign_id, list=pasted, out=len(added), back=len(taken)
    )
