"""The course of events as people read it: by time, who said what, in the notation of the scripts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.clock import ZONE
from bot.month.notation import heard as written
from bot.month.play import Event, Heard
from templates.cli import month as words

SHOWN_WHOLE = 2  # messages of one shape that go out at the same moment
LONGEST = 400  # characters of one act


@dataclass(slots=True)
class Transcript:
    """Writes one event after the other; remembers the day it is at."""

    day: date | None = None

    def lines(self, event: Event) -> Iterator[str]:
        """The lines of an event; what was sent by itself to many is shown once and then only counted."""
        if event.step.kind == "clock":
            yield from self._by_itself(event)
            return
        yield from self._day(event.step.at.date())
        text = event.step.text if len(event.step.text) <= LONGEST else event.step.text[:LONGEST] + " …"
        doing = f"{event.step.who} › {text}" if event.step.who else f"! {text}"
        yield f"{event.step.at:%H:%M}  {doing}"
        if event.error:
            yield f"       {words.not_on_the_phone(event.error)}"
        for alike in self._alike(event.heard):
            yield from self._said(alike[0])
            if alike[1:]:
                yield f"       {words.and_to([heard.who for heard in alike[1:]])}"

    def _by_itself(self, event: Event) -> Iterator[str]:
        shapes: dict[tuple[object, ...], list[Heard]] = {}
        for heard in event.heard:
            key = (heard.message.at, *heard.message.text.split()[:2], len(heard.message.choices))
            shapes.setdefault(key, []).append(heard)
        for alike in shapes.values():
            at = alike[0].message.at.astimezone(ZONE)
            yield from self._day(at.date())
            yield f"{at:%H:%M}  {words.by_itself()}"
            for heard in alike[:SHOWN_WHOLE]:
                yield from self._said(heard)
            if alike[SHOWN_WHOLE:]:
                yield f"       {words.and_to([heard.who for heard in alike[SHOWN_WHOLE:]])}"

    def _alike(self, heard: Iterable[Heard]) -> Iterable[list[Heard]]:
        """What was told to several people in the same words, together."""
        groups: dict[tuple[object, ...], list[Heard]] = {}
        for one in heard:
            labels = tuple(label for _, label in one.message.choices)
            key = (one.message.id,) if one.asked else (one.message.text, labels)
            groups.setdefault(key, []).append(one)
        return groups.values()

    def _said(self, heard: Heard) -> Iterator[str]:
        message = heard.message
        labels = [label for _, label in message.choices]
        for line in written(heard.who, message.text, labels, message.files):
            yield f"       {line}"

    def _day(self, day: date) -> Iterator[str]:
        if day != self.day:
            self.day = day
            yield ""
            yield words.day(day)
