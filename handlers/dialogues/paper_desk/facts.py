"""The lines of a list as a message shows them, with the numbers that the person knows them by."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from handlers.actions.paste_list import PAPERS
from reporting.documents.awards import from_fields
from storage.queries.list_items import Item


def line_facts(items: Iterable[Item], numbers: Mapping[int, int] | None = None) -> list[dict[str, Any]]:
    """Numbered lines: {"number", "list", "text", "award"}, `award` None of all but awards.

    `numbers` by id; without them the lines count from 1.
    """
    return [
        {
            "number": number if numbers is None else numbers[item.id],
            "list": item.list,
            "text": item.text,
            "award": from_fields(item.fields) if item.list == "awards" and "giver" in item.fields else None,
            "outcome": item.outcome,
        }
        for number, item in enumerate(items, 1)
    ]


def in_order(items: Iterable[Item]) -> list[Item]:
    """As they are shown: papers by kind, the others as they came."""
    return sorted(items, key=lambda i: (PAPERS.index(i.list) if i.list in PAPERS else 0, i.position))


def numbers_of(shown: Sequence[int]) -> dict[int, int]:
    """The number of each line, by its id."""
    return {item_id: number for number, item_id in enumerate(shown, 1)}


def without_gap(shown: Sequence[int], there: Collection[int]) -> tuple[int, ...]:
    """The lines by number, without those taken out after the last one that is there: what comes follows that one."""
    last = max((place for place, item_id in enumerate(shown, 1) if item_id in there), default=0)
    return tuple(shown[:last])


def with_new(shown: Sequence[int], new: Sequence[int], instead: Sequence[int] = ()) -> tuple[int, ...]:
    """The lines by number with new ones: these take the numbers of the replaced, then those after the last."""
    numbered, free = list(shown), sorted(shown.index(one) for one in instead if one in shown)
    for item_id in new:
        if item_id in numbered:
            continue
        if free:
            numbered[free.pop(0)] = item_id
        else:
            numbered.append(item_id)
    return tuple(numbered)
