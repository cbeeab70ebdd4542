"""What a reply is made of: lines that were asked, what was said for each, and how a whole message was understood."""

from collections.abc import Callable
from dataclasses import dataclass

from reporting.reading.readings import Absent, Ask, Given, Reading
from reporting.values import Kind

Read = Callable[[Kind, str], Reading]


@dataclass(frozen=True, slots=True)
class Line:
    """An open question: `number` as shown to the person, `label` its wording, `words` what else names it.

    `flow`: it counts what happened in the month, and "không" said of several such lines is said of all.
    """

    number: int
    code: str
    kind: Kind
    label: str
    words: tuple[str, ...] = ()
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What was said for one line: its part of the message as typed, and how that reads.

    `reading` is None exactly where `same_as_last`: the words for "as last month" stood there. `more`: it may come
    on top of what the line says already: the money for gifts told after that for visits. `by`: how far from last
    month's figure it may be, where that was told instead of it.
    """

    code: str
    text: str
    reading: Reading | None
    same_as_last: bool = False
    more: bool = False
    by: tuple[int, ...] = ()

    @property
    def told(self) -> bool:
        """Whether it says anything of the line: a figure, several of which one is meant, or how far it moved."""
        return self.settled or bool(self.by) or isinstance(self.reading, Ask)

    @property
    def settled(self) -> bool:
        """Whether nothing is left to ask about it."""
        return self.same_as_last or (isinstance(self.reading, Given | Absent) and not self.by)


@dataclass(frozen=True, slots=True)
class Values:
    """The one way to understand the message. Items stand in the order of the lines; some may still have to be asked.

    `unread` are the parts of the message that belong to no line.
    """

    items: tuple[Item, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """The message can be understood in these ways (one or more); which is meant has to be asked."""

    readings: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True, slots=True)
class TooMany:
    """More values than lines: so many were expected, so many came."""

    expected: int
    got: int


Reply = Values | Unsure | TooMany
