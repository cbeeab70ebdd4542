"""Carry out a course of events on a stage; what was done and heard, in order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.month.directions import direct
from bot.month.notation import act
from bot.month.stage import NotOnThePhone, Stage
from bot.month.timeline import Step
from storage.queries.demo import DemoMessage


@dataclass(frozen=True, slots=True)
class Heard:
    """A bot message on somebody's phone. `asked`: that person had just done something."""

    who: str
    message: DemoMessage
    asked: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A step and all that was heard after it. `error`: why it could not be done, "" if it could."""

    step: Step
    heard: tuple[Heard, ...]
    error: str = ""

    @property
    def answered(self) -> bool:
        """Whether who acted heard anything."""
        return self.step.kind != "act" or any(heard.asked for heard in self.heard)


@dataclass(slots=True)
class Course:
    """The course of events as it went."""

    events: list[Event] = field(default_factory=list)

    def heard_by(self, who: str) -> list[Heard]:
        return [heard for event in self.events for heard in event.heard if heard.who == who]

    def heard(self) -> list[Heard]:
        return [heard for event in self.events for heard in event.heard]


def play(stage: Stage, steps: Iterable[Step], told: Callable[[Event], None] = lambda event: None) -> Course:
    """Play `steps`, which are in order of time; each event is `told` as soon as it is over.

    At every clock line the program is restarted.
    """
    course = Course()
    stage.news()  # what lay on the phones before does not count
    for step in steps:
        if step.kind == "clock":
            stage.stop()
        for event in _carry_out(stage, step):
            course.events.append(event)
            told(event)
    return course


def _carry_out(stage: Stage, step: Step) -> Iterable[Event]:
    if step.at > stage.now():
        stage.advance(step.at)
        unasked = _news(stage, "")
        if unasked:
            yield Event(Step(step.at, step.persona, "clock", "", ""), unasked)
    if step.kind == "clock":
        return
    error = ""
    try:
        if step.kind == "act":
            act(stage, step.who, step.text)
        else:
            direct(stage, step.text)
    except NotOnThePhone as problem:
        error = str(problem)
    yield Event(step, _news(stage, step.who), error)


def _news(stage: Stage, acting: str) -> tuple[Heard, ...]:
    return tuple(Heard(who, message, who == acting) for who, message in stage.news())


def moments(events: Iterable[Event]) -> dict[datetime, list[Heard]]:
    """What was sent by itself, by the moment it went out."""
    found: dict[datetime, list[Heard]] = {}
    for event in events:
        if event.step.kind == "clock":
            for heard in event.heard:
                found.setdefault(heard.message.at, []).append(heard)
    return found
