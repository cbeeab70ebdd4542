"""The office's profile, read from office.toml: letterhead, signers, recipients, schedule, days off.

Findings made here beside those of the table reader: opens_after_due, remind_after_due, in_quiet_hours,
stages_out_of_order, too_many, day_both_ways.
"""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, cast
from zoneinfo import ZoneInfo

from reporting.calendar import ZONE, Calendar
from reporting.outreach import Outreach
from reporting.periods import CutOff
from reporting.toml_source import Source
from reporting.toml_table import Table
from reporting.zalo_settings import read_zalo

Numbering = Literal["year", "term"]
Money = Literal["dong", "million"]

SHORTEST_MONTHS = (28, 29, 30, 31)
MOST_REMINDERS = 5


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` (counted) until `end` (not counted) nothing is sent unasked; the same time twice: never quiet."""

    start: time = time(21)
    end: time = time(7)

    def holds(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a month's stages fall. Days are of the period's month (`…_month` 0) or of the next (1).

    `remind_before`, `overdue_after`, `review_after`, `submit_after`, `lock_after` are working days counted from the
    due day; a day past the month's end means its last day.
    """

    cut_off: CutOff = "15-14"
    opens_month: int = 0
    opens_day: int = 12
    opens_at: time = time(8)
    due_month: int = 0
    due_day: int = 15
    due_at: time = time(17)
    remind_before: tuple[int, ...] = (1, 0)
    remind_at: time = time(8)
    overdue_after: int = 1
    overdue_at: time = time(8)
    review_after: int = 1
    submit_after: int = 2
    lock_after: int = 5
    closes_at: time = time(17)
    quiet: QuietHours = QuietHours()


@dataclass(frozen=True, slots=True)
class Header:
    """The letterhead's left side, line by line, and the place before the date."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Paper:
    """How the office's papers are numbered, addressed and filed. `term_start` is where a term's numbers begin anew."""

    format: str
    symbol: str
    numbering: Numbering
    term_start: date | None
    money: Money
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    archive: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: "TM. BAN THƯỜNG VỤ" (empty where one signs in one's own right), the office held, the name."""

    name: str
    title: str
    authority: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One office. The first signer is the one proposed."""

    name: str
    short_name: str
    header: Header
    paper: Paper
    signers: tuple[Signer, ...]
    schedule: Schedule = field(default_factory=Schedule)
    calendar: Calendar = field(default_factory=Calendar)
    outreach: Outreach = field(default_factory=Outreach)

    @property
    def zone(self) -> ZoneInfo:
        return ZONE

    @property
    def quiet_hours(self) -> QuietHours:
        return self.schedule.quiet

    @property
    def cut_off(self) -> CutOff:
        return self.schedule.cut_off


def parse_profile(text: str, name: str) -> Profile:
    """The profile written in `text`; `name` is the file's, for the message.

    Raises BadFile with all `reporting.toml_source.Finding`s at once.
    """
    source = Source(text, name)
    raw = source.parse()
    if not raw and source.findings:
        source.finish()
    root = Table(source, "", raw)
    office = root.table("office")
    profile = Profile(
        name=office.text("name"),
        short_name=office.text("short_name"),
        header=_header(root.table("header")),
        paper=_paper(root.table("paper")),
        signers=tuple(_signer(table) for table in root.tables("signers")),
        schedule=_schedule(root.table("schedule")),
        calendar=_calendar(root.table("calendar")),
        outreach=read_zalo(root.table("zalo")),
    )
    office.done()
    root.done()
    source.finish()
    return profile


def _header(table: Table) -> Header:
    header = Header(
        superior=table.texts("superior"),
        issuer=table.texts("issuer", required=True),
        place=table.text("place"),
    )
    table.done()
    return header


def _paper(table: Table) -> Paper:
    numbering = cast(Numbering, table.choice("numbering", ("year", "term"), "year"))
    paper = Paper(
        format=table.choice("format", ("tld-933",), "tld-933"),
        symbol=table.text("symbol", "BC"),
        numbering=numbering,
        term_start=table.day("term_start"),
        money=cast(Money, table.choice("money", ("dong", "million"), "dong")),
        addressees=table.texts("addressees"),
        recipients=table.texts("recipients", required=True),
        archive=table.text("archive", "VT"),
    )
    table.done()
    if numbering == "term" and paper.term_start is None and table.source.sound(table.path):
        table.source.note("missing_key", table.where("term_start"))
    return paper


def _signer(table: Table) -> Signer:
    signer = Signer(name=table.text("name"), title=table.text("title"), authority=table.text("authority", ""))
    table.done()
    return signer


def _schedule(table: Table) -> Schedule:
    usual = Schedule()
    schedule = Schedule(
        cut_off=cast(CutOff, table.choice("cut_off", ("15-14", "calendar"), usual.cut_off)),
        opens_month=_month(table, "opens_month"),
        opens_day=table.integer("opens_day", 1, 31, usual.opens_day),
        opens_at=table.time_of_day("opens_at", usual.opens_at),
        due_month=_month(table, "due_month"),
        due_day=table.integer("due_day", 1, 31, usual.due_day),
        due_at=table.time_of_day("due_at", usual.due_at),
        remind_before=_reminders(table, usual),
        remind_at=table.time_of_day("remind_at", usual.remind_at),
        overdue_after=table.integer("overdue_after", 1, 20, usual.overdue_after),
        overdue_at=table.time_of_day("overdue_at", usual.overdue_at),
        review_after=table.integer("review_after", 1, 20, usual.review_after),
        submit_after=table.integer("submit_after", 1, 20, usual.submit_after),
        lock_after=table.integer("lock_after", 1, 40, usual.lock_after),
        closes_at=table.time_of_day("closes_at", usual.closes_at),
        quiet=QuietHours(
            table.time_of_day("quiet_from", usual.quiet.start),
            table.time_of_day("quiet_until", usual.quiet.end),
        ),
    )
    table.done()
    if table.source.sound(table.path):
        _weigh(schedule, table)
    return schedule


def _month(table: Table, key: str) -> int:
    return ("same", "next").index(table.choice(key, ("same", "next"), "same"))


def _reminders(table: Table, usual: Schedule) -> tuple[int, ...]:
    days = sorted(set(table.integers("remind_before", 0, 10, usual.remind_before)), reverse=True)
    if len(days) > MOST_REMINDERS:
        table.source.note("too_many", table.where("remind_before"), value=len(days), high=MOST_REMINDERS)
    return tuple(days)


def _weigh(schedule: Schedule, table: Table) -> None:
    """Note settings that are each sound but do not go together."""
    for length in SHORTEST_MONTHS:
        opens = (schedule.opens_month, min(schedule.opens_day, length), schedule.opens_at)
        due = (schedule.due_month, min(schedule.due_day, length), schedule.due_at)
        if opens >= due:
            table.source.note("opens_after_due", table.where("opens_day"))
            break
    if 0 in schedule.remind_before and schedule.remind_at >= schedule.due_at:
        table.source.note("remind_after_due", table.where("remind_at"))
    for key in ("opens_at", "remind_at", "overdue_at"):
        at: time = getattr(schedule, key)
        if schedule.quiet.holds(at):
            facts = {"start": schedule.quiet.start, "end": schedule.quiet.end, "value": at}
            table.source.note(
                "in_quiet_hours", table.where(key), **{k: f"{v:%H:%M}" for k, v in facts.items()}
            )
    last = max(schedule.overdue_after, schedule.submit_after)
    if not (schedule.review_after <= schedule.submit_after and last <= schedule.lock_after):
        table.source.note("stages_out_of_order", table.where("review_after"))


def _calendar(table: Table) -> Calendar:
    days_off, working_days = frozenset(table.days("days_off")), frozenset(table.days("working_days"))
    table.done()
    if not table.source.sound(table.path):
        return Calendar()
    for day in sorted(days_off & working_days):
        line = table.source.line_with(table.where("working_days"), day.isoformat())
        table.source.note("day_both_ways", table.where("working_days"), line, value=day.isoformat())
    return Calendar(days_off, working_days - days_off)
