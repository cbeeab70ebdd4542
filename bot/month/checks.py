"""Looking at a month that was played: what each persona should have come to, and what must hold for everybody."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.month.expected import Expected, ExpectedUnit
from bot.month.play import Course
from bot.month.stage import Stage
from handlers.world import FORM_OF_KIND
from reporting.values import to_json
from storage.database import Tx
from storage.queries import answers, assignments, campaigns, evidence, people, submissions, units
from templates.cli import month as words
from templates.render import MESSAGES

PERIOD = "2023-10"
_SET = re.compile(r"\{% set .*?%\}", re.S)
_FACT = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `found`: what is there instead, where it is not as it should be."""

    subject: str
    what: str
    ok: bool
    found: str = ""


def of_persona(stage: Stage, course: Course, expected: Expected) -> Iterator[Check]:
    """A persona's end: every unit, every refusal, what had to be said, and that nothing was left unanswered."""
    subject = words.subject(expected.key, expected.title)
    with stage.running() as world, world.database.read() as tx:
        for unit in expected.units:
            yield from _of_unit(tx, subject, unit)
    yield _refusals(course, subject, expected)
    for said in expected.words:
        times = sum(said.text in heard.message.text for heard in course.heard_by(said.who))
        what = words.said(said.who, said.text, said.times)
        yield Check(subject, what, times == said.times, words.times(times))
    silent = [e.step.text for e in course.events if e.step.persona == expected.key and not e.answered]
    failed = [e.error for e in course.events if e.step.persona == expected.key and e.error]
    yield Check(subject, words.all_answered(), not silent, " · ".join(silent))
    yield Check(subject, words.all_possible(), not failed, " · ".join(failed))


def _of_unit(tx: Tx, subject: str, expected: ExpectedUnit) -> Iterator[Check]:
    unit = units.by_code(tx, expected.code)
    assert unit is not None, expected.code
    asked = [a for a in assignments.of_unit(tx, unit.id, PERIOD) if a.form == FORM_OF_KIND[unit.kind]]
    report = asked[0]
    sent = submissions.all_of(tx, report.id)
    latest = answers.latest(tx, report.id)
    state = words.state(report.state, report.late, len(sent))
    wanted = words.state(expected.state, expected.late, expected.versions)
    yield Check(subject, f"{expected.code}: {wanted}", state == wanted, state)
    if sent:
        by = people.contact_of(tx, sent[-1].person_id)
        address = by.address if by else ""
        yield Check(subject, words.sent_by(expected.code, expected.by), address == expected.by, address)
    values = sent[-1].figures if sent else {code: answer.value for code, answer in latest.items()}
    found = {code: to_json(value) for code, value in values.items()}
    yield _same(subject, words.figures(expected.code, len(expected.figures)), found, expected.figures)
    notes = {code: answer.note for code, answer in latest.items() if answer.note}
    if notes or expected.notes:
        yield _same(subject, words.notes(expected.code), notes, expected.notes)
    kept = tuple(e.name for e in evidence.of_assignment(tx, report.id))
    if kept or expected.evidence:
        yield Check(subject, words.evidence(expected.code), kept == expected.evidence, ", ".join(kept))


def _same(subject: str, what: str, found: Mapping[str, Any], expected: Mapping[str, Any]) -> Check:
    names = sorted({*found, *expected})
    wrong = [
        f"{name}={found.get(name)!r}, {words.wanted(repr(expected.get(name)))}"
        for name in names
        if found.get(name) != expected.get(name)
    ]
    return Check(subject, what, not wrong, "; ".join(wrong))


def _refusals(course: Course, subject: str, expected: Expected) -> Check:
    """How often each reason was told to each of the persona's phones; a reason is known by its wording."""
    found = {who: _told(course, who) for who in expected.people}
    wanted = {who: dict(expected.refusals.get(who, {})) for who in expected.people}
    total = sum(sum(reasons.values()) for reasons in wanted.values())
    return Check(subject, words.refusals(total), found == wanted, str(found))


def _told(course: Course, who: str) -> dict[str, int]:
    texts = [paragraph for heard in course.heard_by(who) for paragraph in heard.message.text.split("\n\n")]
    counts = {reason: sum(bool(known.match(t)) for t in texts) for reason, known in refusal_texts().items()}
    return {reason: count for reason, count in counts.items() if count}


@cache
def refusal_texts() -> dict[str, re.Pattern[str]]:
    """How every refusal reads, by its reason: its template with anything in place of facts, up to its first branch."""
    return {path.stem: _pattern(path) for path in sorted((MESSAGES / "refused").glob("*.j2"))}


def _pattern(path: Path) -> re.Pattern[str]:
    text = _SET.sub("", path.read_text("utf8")).strip().partition("{%")[0]
    return re.compile(".*?".join(re.escape(part) for part in _FACT.split(text.strip())))


def campaign_of(tx: Tx) -> campaigns.Campaign:
    """The month's campaign."""
    campaign = campaigns.by_period(tx, PERIOD)
    assert campaign is not None
    return campaign


def counted(checks: Sequence[Check]) -> tuple[int, int]:
    """How many checks there are, and how many failed."""
    return len(checks), sum(not check.ok for check in checks)
