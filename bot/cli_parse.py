"""`baocao parse`: what the reader makes of a typed answer, as JSON."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Annotated, Any

import typer

from bot.cli_frame import Command, take_as_typed
from reporting.errors import WrongUse
from templates.cli import help as words
from templates.cli import parse as wording

KINDS = ("count", "money", "percent", "pair", "ratio", "date", "yesno")
LONGEST_FIELD = 10_000_000  # characters
_COLUMNS = ("kind", "input")


class ParseCommand(Command):
    """Takes a text that begins with a hyphen, such as «-5», as the text to read; starts in no time."""

    def __init__(self, name: str | None, **given: Any) -> None:
        settings = dict(given.pop("context_settings", None) or {}) | {"ignore_unknown_options": True}
        super().__init__(name, context_settings=settings, **given)
        for parameter in self.params:
            take_as_typed(parameter)


def parse(
    text: Annotated[str | None, typer.Argument(metavar=words.META_TEXT, help=words.PARSE_TEXT)] = None,
    kind: Annotated[str, typer.Option("--kind", metavar=words.META_KIND, help=words.PARSE_KIND)] = "",
    today: Annotated[str, typer.Option("--today", metavar=words.META_DATE, help=words.PARSE_TODAY)] = "",
    stdin: Annotated[bool, typer.Option("--stdin", help=words.PARSE_STDIN)] = False,
) -> None:
    """Prints one JSON object a line, with exactly one key: value, ask, missing or error."""
    if stdin:
        if text is not None or kind:
            raise WrongUse(wording.both())
        show = _reader(_day(today))
        for row_kind, row_text in _rows(sys.stdin):
            show(row_kind, row_text)
        return
    if not kind:
        raise WrongUse(wording.no_kind_given())
    if kind not in KINDS:
        raise WrongUse(wording.no_kind(kind, KINDS))
    if text is None:
        raise WrongUse(wording.no_text())
    _reader(_day(today))(kind, text)


def _day(text: str) -> date:
    from bot.clock import SystemClock

    if not text:
        return SystemClock().now().date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(wording.bad_date(text)) from None


def _reader(today: date) -> Callable[[Any, str], None]:
    """What reads a text of a kind and prints its line."""
    from reporting.reading.parse_json import to_parse_json
    from reporting.reading.reader import read

    def show(kind: Any, text: str) -> None:
        found = to_parse_json(read(kind, text, today), partial(_hint, kind=kind))
        print(json.dumps(found, ensure_ascii=False), flush=True)

    return show


def _hint(why: str, kind: str) -> str:
    from templates.render import reading_hint  # brings the template engine, which most answers do not need

    return reading_hint(why, kind)


def _rows(stream: Any) -> Iterator[tuple[str, str]]:
    """Kind and text of each CSV row. Raises WrongUse for a wrong header, row, or kind."""
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.DictReader(stream)
    try:
        if not set(_COLUMNS) <= set(rows.fieldnames or ()):
            raise WrongUse(wording.bad_header())
        for row in rows:
            kind, text = (row[name] for name in _COLUMNS)
            if kind is None or text is None:
                raise WrongUse(wording.bad_row(rows.line_num))
            if kind not in KINDS:
                raise WrongUse(wording.no_kind(kind, KINDS))
            yield kind, text
    except csv.Error:
        raise WrongUse(wording.bad_row(rows.line_num)) from None
    except UnicodeDecodeError:
        raise WrongUse(wording.not_text()) from None
