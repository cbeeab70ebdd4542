"""When a month's stages fall, which of them are to be run now, and when nothing may be sent.

The due day is the anchor: moved forward off weekends, Tết and holidays; what comes after counts working days from it
and so cascades. The opening is fixed. All times are aware, in Việt Nam's zone.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from reporting.calendar import ZONE
from reporting.periods import Month
from reporting.profile import Profile, QuietHours, Schedule

Verdict = Literal["run", "skip"]

_REMIND = "remind-"


@dataclass(frozen=True, slots=True)
class Stages:
    """The moments of one month, in order of time. `reminders` has at most one a day, none at or before the opening."""

    opens: datetime
    reminders: tuple[datetime, ...]
    due: datetime
    overdue: datetime
    review_ends: datetime
    submit_by: datetime
    locks: datetime

    def to_dict(self) -> dict[str, datetime]:
        """Names and moments, as a campaign keeps them; reminders are remind-1, remind-2 and so on."""
        reminders = {f"{_REMIND}{number}": at for number, at in enumerate(self.reminders, 1)}
        return reminders | {name: getattr(self, name) for name in _NAMES}

    @staticmethod
    def from_dict(stages: Mapping[str, datetime]) -> "Stages":
        """The inverse of `to_dict`. KeyError if a stage is not there."""
        reminders = tuple(sorted(at for name, at in stages.items() if name.startswith(_REMIND)))
        return Stages(reminders=reminders, **{name: stages[name] for name in _NAMES})


_NAMES = ("opens", "due", "overdue", "review_ends", "submit_by", "locks")


def stages(month: Month, profile: Profile) -> Stages:
    """The stages of a month by the office's profile."""
    schedule = profile.schedule
    opens = _at(_day(month.plus(schedule.opens_month), schedule.opens_day), schedule.opens_at)
    due_day = profile.calendar.next_working_day(_day(month.plus(schedule.due_month), schedule.due_day))
    return _from(opens, _at(due_day, schedule.due_at), profile)


def with_due(before: Stages, due: datetime, profile: Profile) -> Stages:
    """The stages when the office sets another due moment: what follows keeps its gaps, the opening stays."""
    return _from(before.opens, due.astimezone(ZONE), profile)


def opened_at(planned: Stages, moment: datetime, profile: Profile) -> Stages:
    """The stages of a month opened by hand: nothing is reminded of before it.

    Where the planned due moment has passed, due is the next working day, and the rest follows.
    """
    due = planned.due
    if due <= moment:
        today = moment.astimezone(ZONE).date()
        due = _at(profile.calendar.add_working_days(today, 1), profile.schedule.due_at)
    return _from(moment.astimezone(ZONE), due, profile)


def _from(opens: datetime, due: datetime, profile: Profile) -> Stages:
    schedule, day = profile.schedule, due.date()
    later = profile.calendar.add_working_days
    reminders = (_at(later(day, -gap), schedule.remind_at) for gap in schedule.remind_before)
    return Stages(
        opens=opens,
        reminders=tuple(sorted({at for at in reminders if opens < at < due})),
        due=due,
        overdue=_at(later(day, schedule.overdue_after), schedule.overdue_at),
        review_ends=_at(later(day, schedule.review_after), schedule.closes_at),
        submit_by=_at(later(day, schedule.submit_after), schedule.closes_at),
        locks=_at(later(day, schedule.lock_after), schedule.closes_at),
    )


def _day(month: Month, day: int) -> date:
    return date(month.year, month.month, min(day, month.days))


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZONE)


# --- slots: what the ticker runs, each once -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to do by itself at a moment. `key` is unique for ever; a stage that was moved has a new key.

    `kind`: open, remind-1, remind-2 … (in the order they fall), due, overdue, review-end, submit-by, lock. From
    `useful_until` on it is stale. `quiet`: do its effect, tell nobody.
    """

    key: str
    kind: str
    at: datetime
    useful_until: datetime
    quiet: bool = False


def open_key(period: Month) -> str:
    """The key of a month's opening, by which an opening by hand is recorded."""
    return f"{period}/open"


def slots(stages: Stages, period: Month, quiet: QuietHours | None = None) -> tuple[Slot, ...]:
    """The slots of a month in order of time.

    A reminder is useful until the next one's day begins (under `quiet`: until the evening before falls silent), the
    last one until due; the rest until the period locks; the lock itself, and the draft that the end of the review
    makes, always.
    """
    quiet = quiet or Schedule().quiet
    made = [Slot(open_key(period), "open", stages.opens, stages.locks)]
    ends = [*(_evening_before(at, quiet) for at in stages.reminders[1:]), stages.due]
    for number, (at, end) in enumerate(zip(stages.reminders, ends, strict=False), 1):
        made.append(_slot(period, f"{_REMIND}{number}", at, end))
    made.append(_slot(period, "due", stages.due, stages.locks))
    made.append(_slot(period, "overdue", stages.overdue, stages.locks))
    made.append(_slot(period, "review-end", stages.review_ends, _NEVER_STALE))
    made.append(_slot(period, "submit-by", stages.submit_by, stages.locks))
    made.append(_slot(period, "lock", stages.locks, _NEVER_STALE))
    return tuple(sorted(made, key=lambda slot: slot.at))


_NEVER_STALE = datetime(9999, 1, 1, tzinfo=ZONE)


def _slot(period: Month, kind: str, at: datetime, useful_until: datetime) -> Slot:
    stage = "remind" if kind.startswith(_REMIND) else kind  # one reminder a day, whichever it is after a move
    return Slot(f"{period}/{stage}/{at.astimezone(ZONE):%Y-%m-%d}", kind, at, useful_until)


def _evening_before(at: datetime, quiet: QuietHours) -> datetime:
    at = at.astimezone(ZONE)
    evening = datetime.combine(at.date() - timedelta(days=1), quiet.start, ZONE)
    return evening if quiet.start > quiet.end else datetime.combine(at.date(), time(0), ZONE)


def catch_up(slots: Iterable[Slot], recorded: Set[str], now: datetime) -> list[tuple[Slot, Verdict]]:
    """What to do with each slot of one month that has fallen due and is not recorded yet, in order of time.

    What is still useful runs once, what is stale is skipped. Where the opening itself speaks, reminders in the same
    catch-up are skipped. After due only the overdue notice speaks: the opening, and a due moment that the overdue
    notice has overtaken, run quietly. A month that was never opened before it locked is skipped whole.
    """
    month = sorted(slots, key=lambda slot: slot.at)
    fallen = [slot for slot in month if slot.at <= now and slot.key not in recorded]
    kinds = {slot.kind for slot in fallen}
    due = next(slot.at for slot in month if slot.kind == "due")
    never_opened = any(slot.kind == "open" and now >= slot.useful_until for slot in fallen)
    opening_speaks = "open" in kinds and now < due
    found: list[tuple[Slot, Verdict]] = []
    for slot in fallen:
        told_already = opening_speaks and slot.kind.startswith(_REMIND)
        if never_opened or told_already or now >= slot.useful_until:
            found.append((slot, "skip"))
        else:
            overtaken = (slot.kind == "open" and now >= due) or (slot.kind == "due" and "overdue" in kinds)
            found.append((replace(slot, quiet=overtaken), "run"))
    return found


def upcoming(slots: Iterable[Slot], recorded: Set[str], now: datetime) -> list[Slot]:
    """The slots still to come after `now`, in order of time."""
    return sorted((s for s in slots if s.at > now and s.key not in recorded), key=lambda slot: slot.at)


def outside_quiet_hours(moment: datetime, quiet: QuietHours) -> datetime:
    """The moment itself, or the end of the quiet hours it falls in; in Việt Nam's zone."""
    moment = moment.astimezone(ZONE)
    if not quiet.holds(moment.time()):
        return moment
    over = datetime.combine(moment.date(), quiet.end, ZONE)
    return over if over > moment else over + timedelta(days=1)
