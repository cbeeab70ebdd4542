"""What people's telephones show against what the database holds, when everything has come to rest."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import func, select

from reporting.values import bare, from_json, loads
from storage import document_tables, tables
from storage.database import Tx
from storage.queries import outbox
from tests.faults.phones import CODES, Talk
from tests.faults.place import Town

_KEPT = re.compile(r"\AĐã ghi(?: (?P<one>.*)|:\n(?P<many>(?:.+\n?)+))")
_LINE = re.compile(r"^(\d+)\. [^:\n]+: ([\d.]+)", re.M)
_RECEIPT = re.compile(r"Mã nhận(?: mới)?: ([A-Z0-9-]+)\.")


@dataclass(frozen=True)
class Counts:
    """What was done, what was acknowledged, and what went wrong; all the `BAD` ones are to be 0."""

    deaths: int = 0
    updates: int = 0  # that the messenger had for us
    acknowledged: int = 0  # that it was told to forget
    answers_acknowledged: int = 0  # figures that telephones read «Đã ghi…» of
    receipts: int = 0
    messages: int = 0  # that telephones got
    slots: int = 0
    numbers: int = 0
    updates_lost: int = 0  # acknowledged and not stored, or not handled
    answers_lost: int = 0  # acknowledged, and not a version of the answer
    receipts_lost: int = 0  # shown, and no submission
    figures_wrong: int = 0  # typed, sent, and another in the submission
    answers_doubled: int = 0  # the same message wrote the same answer twice, or a line was written twice
    submissions_doubled: int = 0
    slots_doubled: int = 0  # in effect: somebody was queued the same notice twice
    numbers_doubled: int = 0
    messages_lost: int = 0  # marked as sent, and on no telephone
    left: int = 0  # rows waiting in the inbox, the outbox, the jobs
    parked: int = 0
    messages_twice: int = 0  # that telephones got once more than they were queued


BAD = (
    "updates_lost", "answers_lost", "receipts_lost", "figures_wrong", "answers_doubled", "submissions_doubled",
    "slots_doubled", "numbers_doubled", "messages_lost", "left", "parked",
)  # fmt: skip


def audit(town: Town, talks: Sequence[Talk] = ()) -> Counts:
    """Count everything. `talks` are what chairs said, each line once."""
    with town.database.read() as tx:
        shown = {chat: _shown(town, chat) for chat in town.people}
        counts = (
            _way_in(town, tx)
            | _acknowledged(tx, shown)
            | _as_typed(tx, talks)
            | _doubled(tx)
            | _way_out(town, tx, shown)
        )
    left = sum(town.open_rows().values())
    return Counts(deaths=town.deaths, left=left, **counts)


def bad(counts: Counts) -> dict[str, int]:
    """What must not be; empty when all is well."""
    return {name: number for name, number in asdict(counts).items() if name in BAD and number}


def _shown(town: Town, chat: int) -> list[dict[str, Any]]:
    world = town.fake._target.world
    return town.fake.run(  # type: ignore[no-any-return]
        lambda: [m for m in town.people[chat].chat.messages.values() if world.is_bots(m)]
    )


def _way_in(town: Town, tx: Tx) -> dict[str, int]:
    updates = town.fake._target.updates
    made, pending = town.fake.run(lambda: (set(updates.made), set(updates.pending)))
    rows = tables.inbox.c
    states = {int(u): s for u, s in tx.execute(select(rows.update_id, rows.state))}
    acknowledged = made - pending
    return {
        "updates": len(made),
        "acknowledged": len(acknowledged),
        "updates_lost": sum(states.get(u) not in ("done", "parked") for u in acknowledged),
        "parked": sum(state == "parked" for state in states.values()),
    }


def _acknowledged(tx: Tx, shown: dict[int, list[dict[str, Any]]]) -> dict[str, int]:
    """Every «Đã ghi…» and every receipt on a telephone has its answer, its submission."""
    a, c, s = tables.answers.c, tables.contacts.c, tables.submissions.c
    wanted = select(c.address, a.question, a.value).join(tables.answers, a.person_id == c.person_id)
    stored = {(int(who), q, _number(loads(value))) for who, q, value in tx.execute(wanted)}
    codes = {code for (code,) in tx.execute(select(s.code))}
    kept = {(who, *pair) for who, messages in shown.items() for m in messages for pair in _read(m)}
    receipts = {
        code for messages in shown.values() for m in messages for code in _RECEIPT.findall(m.get("text", ""))
    }
    return {
        "answers_acknowledged": len(kept),
        "answers_lost": len(kept - stored),
        "receipts": len(receipts),
        "receipts_lost": len(receipts - codes),
    }


def _read(message: dict[str, Any]) -> Iterable[tuple[str, int]]:
    """(question, figure) that a message says was kept."""
    found = _KEPT.search(message.get("text", ""))
    lines = _LINE.findall(found["many"] or found["one"]) if found else []
    return [(CODES[int(n) - 1], int(figure.replace(".", ""))) for n, figure in lines if int(n) <= len(CODES)]


def _number(value: Any) -> Any:
    return bare(value) if value is not None else None


def _as_typed(tx: Tx, talks: Sequence[Talk]) -> dict[str, int]:
    """Whoever has a receipt has, in the submission, what they typed; each line was written once."""
    a, c, s = tables.answers.c, tables.contacts.c, tables.submissions.c
    wrong = twice = many = 0
    for one in talks:
        person = select(c.person_id).where(c.address == str(one.who.id)).scalar_subquery()
        sent = tx.execute(select(s.figures).where(s.person_id == person, s.at >= _begun(tx))).scalars().all()
        many += max(0, len(sent) - 1)
        if sent:
            held = _figures(sent[-1])
            wrong += sum(held.get(code) != value for code, value in one.figures.items())
        written = Counter(
            tx.execute(select(a.question).where(a.person_id == person, a.at >= _begun(tx))).scalars()
        )
        twice += sum(number - 1 for number in written.values())
    return {"figures_wrong": wrong, "submissions_doubled": many, "answers_doubled": twice}


def _begun(tx: Tx) -> Any:
    """When the newest campaign opened: what lies before is the sample's history."""
    return tx.execute(select(func.max(tables.campaigns.c.opened_at))).scalar_one()


def _figures(text: str) -> dict[str, Any]:
    return {code: _number(from_json(raw)) for code, raw in json.loads(text).items()}


def _doubled(tx: Tx) -> dict[str, int]:
    slots, register, rows = tables.slots.c, document_tables.register.c, tables.outbox.c
    numbers = tx.execute(select(register.series, register.number, register.document_id)).all()
    documents = Counter(row.document_id for row in numbers if row.document_id is not None)
    taken = Counter((row.series, row.number) for row in numbers)
    alerted = select(tables.memberships.c.person_id).where(tables.memberships.c.role == "admin")
    notices = Counter(  # but for what an administrator is told anew every hour while it is so
        tx.execute(
            select(rows.address, rows.text).where(
                rows.lane == outbox.NOTICE, rows.kind == "send", rows.text != "", rows.person_id.not_in(alerted)
            )
        ).all()
    )  # fmt: skip
    return {
        "slots": tx.execute(select(func.count()).where(slots.state == "done")).scalar_one(),
        "slots_doubled": sum(number - 1 for number in notices.values()),
        "numbers": len(documents),
        "numbers_doubled": sum(n - 1 for n in (*documents.values(), *taken.values())),
    }


def papers_of(town: Town) -> Sequence[Any]:
    """The versions of the newest month's report: version, state, and entries in the register."""
    d, r, c = document_tables.documents.c, document_tables.register.c, tables.campaigns.c
    newest = select(c.id).order_by(c.period.desc()).limit(1).scalar_subquery()
    wanted = (
        select(d.version, d.state, func.count(r.id).label("entries"))
        .outerjoin(document_tables.register, r.document_id == d.id)
        .where(d.campaign_id == newest).group_by(d.version, d.state).order_by(d.version)
    )  # fmt: skip
    with town.database.read() as tx:
        return tx.execute(wanted).all()


def _way_out(town: Town, tx: Tx, shown: dict[int, list[dict[str, Any]]]) -> dict[str, int]:
    """Messages on telephones against rows that went out."""
    rows = tables.outbox.c
    out = tx.execute(
        select(rows.address, rows.external_id, rows.state)
        .where(rows.kind == "send", rows.channel == "telegram", rows.state.in_(("sent", "unknown")))
    ).all()  # fmt: skip
    there = {(str(chat), str(m["message_id"])) for chat, messages in shown.items() for m in messages}
    marked = [(row.address, row.external_id) for row in out if row.state == "sent"]
    return {
        "messages": len(there),
        "messages_lost": sum(pair not in there for pair in marked),
        "messages_twice": sum(
            (Counter(chat for chat, _ in there) - Counter(row.address for row in out)).values()
        ),
    }


def table(rows: Sequence[tuple[str, Counts]]) -> str:
    """One line a fault, one column a count."""
    names = [field.name for field in fields(Counts)]
    heads = [name.replace("_", " ") for name in names]
    lines = [f"{'':34}" + "".join(f"{head.split()[0]:>13}" for head in heads)]
    lines.append(f"{'':34}" + "".join(f"{' '.join(head.split()[1:]):>13}" for head in heads))
    for title, counts in rows:
        lines.append(f"{title:34}" + "".join(f"{getattr(counts, name):>13}" for name in names))
    return "\n".join(lines)
