"""What must hold for everybody in a month that was played: who is written to when, and that nothing is lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from bot.clock import ZONE
from bot.month.checks import Check, campaign_of
from bot.month.expected import ExpectedStage
from bot.month.play import Course, moments
from bot.month.stage import Stage
from storage.database import Tx
from storage.queries import answers, assignments, audit, inbox, office_tasks, outbox, people, submissions
from templates.cli import month as words

REPORTERS = ("chair", "deputy")
LONGEST_MESSAGE = 4096
SLIPS = ("None", "Undefined", "datetime", "Decimal(", "Traceback", "!")


def of_stages(course: Course, expected: Sequence[ExpectedStage]) -> Iterator[Check]:
    """Everything that was sent by itself: at which moments, and exactly to whom."""
    found = {at: Counter(heard.who for heard in sent) for at, sent in moments(course.events).items()}
    wanted = {stage.at: stage for stage in expected}
    for at, stage in wanted.items():
        sent = dict(found.get(at, {}))
        what = words.stage(at, stage.name, sum(stage.to.values()))
        yield Check(words.MONTH, what, sent == dict(stage.to), _difference(sent, stage.to))
    others = [words.clock(at.astimezone(ZONE)) for at in found if at not in wanted]
    yield Check(words.MONTH, words.nothing_else(), not others, ", ".join(others))


def _difference(found: Mapping[str, int], wanted: Mapping[str, int]) -> str:
    more = sorted((Counter(found) - Counter(wanted)).elements())
    less = sorted((Counter(wanted) - Counter(found)).elements())
    return words.difference(more, less)


def of_reminders(stage: Stage, course: Course) -> Iterator[Check]:
    """At every moment after the opening chairs and deputies hear of their unsent reports, and nobody else does.

    Whose photo waits for the office has nothing to hear but at the lock.
    """
    sent = moments(course.events)
    with stage.running() as world, world.database.read() as tx:
        campaign = campaign_of(tx)
        reminders = [at for name, at in campaign.stages.items() if name.startswith("remind-")]
        for at in sorted([*reminders, campaign.stages["overdue"], campaign.stages["locks"]]):
            found = {heard.who for heard in sent.get(at, [])}
            owing, others = _who_owes(tx, campaign.id, at, locking=at == campaign.stages["locks"])
            wrong = sorted((found & others) | (owing - found))
            what = words.only_unsent(at.astimezone(ZONE), len(owing))
            yield Check(words.MONTH, what, not wrong, ", ".join(wrong))


def _who_owes(tx: Tx, campaign_id: int, at: datetime, *, locking: bool) -> tuple[set[str], set[str]]:
    """The phones of chairs and deputies with a report unsent at a moment, and those of all the others."""
    unsent = {
        a.unit_id
        for a in assignments.of_campaign(tx, campaign_id)
        if _unsent(tx, a.id, at) and (locking or not _entering(tx, a.id, at))
    }
    holders = people.all_holders(tx, REPORTERS, at)
    contacts = people.contacts(tx, {m.person_id for m in holders})
    owing = {m.person_id for m in holders if m.unit_id in unsent} & contacts.keys()
    phones = {person_id: contact.address for person_id, contact in contacts.items()}
    return {phones[p] for p in owing}, {phones[p] for p in phones if p not in owing}


def _unsent(tx: Tx, assignment_id: int, at: datetime) -> bool:
    """Whether a report had not been sent at a moment, or had been returned since."""
    sent = [s.at for s in submissions.all_of(tx, assignment_id) if s.at < at]
    returned = [
        e.at for e in audit.entries(tx, "assignment", assignment_id) if e.action == "return" and e.at < at
    ]
    return not sent or (bool(returned) and returned[-1] >= sent[-1])


def _entering(tx: Tx, assignment_id: int, at: datetime) -> bool:
    """Whether the office had been asked at a moment to enter a report."""
    entries = audit.entries(tx, "assignment", assignment_id)
    return any(e.action == "ask_enter_for" and e.at < at for e in entries)


def of_quiet_hours(stage: Stage, course: Course) -> Check:
    """Nothing that nobody asked for between nine in the evening and seven in the morning."""
    with stage.running() as world:
        quiet = world.runtime.world.profile.quiet_hours
    loud = [
        f"{heard.who} {words.clock(heard.message.at.astimezone(ZONE))}"
        for heard in course.heard()
        if not heard.asked and quiet.holds(heard.message.at.astimezone(ZONE).time())
    ]
    return Check(words.MONTH, words.quiet(), not loud, ", ".join(loud))


def of_words(course: Course) -> Check:
    """No message is too long, empty, or shows what only programs understand."""
    wrong = [
        f"{heard.who}: {slip}"
        for heard in course.heard()
        for slip in SLIPS
        if slip in heard.message.text and not _typed(course, slip)
    ]
    wrong += [heard.who for heard in course.heard() if not 0 < len(heard.message.text) <= LONGEST_MESSAGE]
    return Check(words.MONTH, words.plain_words(), not wrong, ", ".join(wrong))


def _typed(course: Course, slip: str) -> bool:
    return any(slip in event.step.text for event in course.events)


def of_storage(stage: Stage) -> Iterator[Check]:
    """Nothing waits, nothing was put aside, every answer has its versions, and the audit chain holds."""
    with stage.running() as world:
        world.runtime.tick()  # seals what was written last
        with world.database.read() as tx:
            parked = [t for t in office_tasks.open_ones(tx) if t.kind == "parked"]
            yield Check(words.MONTH, words.nothing_parked(), not parked, str(len(parked)))
            waiting = inbox.waiting(tx)
            yield Check(words.MONTH, words.inbox_empty(), waiting == 0, str(waiting))
            queued = outbox.waiting(tx)
            yield Check(words.MONTH, words.outbox_empty(), queued == 0, str(queued))
            broken = audit.verify(tx)
            yield Check(words.MONTH, words.audit_holds(), broken is None, str(broken))
            count, wrong = _versions(tx)
            yield Check(words.MONTH, words.versions_kept(count), not wrong, ", ".join(wrong))
            unlinked = [m.person_id for m in people.all_holders(tx, REPORTERS, world.clock.now())
                        if people.contact_of(tx, m.person_id) is None]  # fmt: skip
            yield Check(words.MONTH, words.all_linked(), not unlinked, str(unlinked))


def _versions(tx: Tx) -> tuple[int, list[str]]:
    """How many answers there are in all versions, and those without number, person or message."""
    count, wrong = 0, []
    for assignment in assignments.of_campaign(tx, campaign_of(tx).id):
        for question in answers.latest(tx, assignment.id):
            every = answers.versions(tx, assignment.id, question)
            count += len(every)
            numbered = [answer.version for answer in every] == list(range(1, len(every) + 1))
            known = all(answer.person_id and answer.inbox_id for answer in every)
            if not (numbered and known):
                wrong.append(f"{assignment.id}/{question}")
    return count, wrong
