"""The lines of a list as a message shows them."""

from collections.abc import Iterable
from typing import Any

from reporting.documents.awards import from_fields
from storage.queries.list_items import Item


def line_facts(items: Iterable[Item], *, first: int = 1) -> list[dict[str, Any]]:
    """Numbered lines: {"number", "list", "text", "award"}, `award` None of all but awards."""
    return [
        {
            "number": number,
            "list": item.list,
            "text": item.text,
            "award": from_fields(item.fields) if item.list == "awards" and "giver" in item.fields else None,
            "outcome": item.outcome,
        }
        for number, item in enumerate(items, first)
    ]
