"""A small province whose people use a messenger that can do everything; what is said to them, as it is queued."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from sqlalchemy import select

from handlers.actions.invite import create_invitation, kept_number
from handlers.messages import Capabilities, File, Incoming, IncomingKind
from handlers.receive import receive
from handlers.world import World
from reporting.profile import parse_profile
from reporting.values import Value
from storage.database import Database
from storage.queries import answers, assignments, campaigns, inbox, outbox, people, units
from storage.queries.invitations import Invitation
from storage.queries.outbox import Row
from storage.sealing import Sealer
from storage.tables import outbox as outbox_table
from templates.form_files import form_codes, load_shipped
from templates.office_file import default_office

NOW = datetime(2023, 10, 11, 9, 0, tzinfo=timezone(timedelta(hours=7)))
ABLE, PLAIN = "telegram", "simulator"
SECRET = "bí mật của cơ quan tỉnh, đủ dài để dùng"


def make_handlers_world() -> World:
    """Two messengers: one with every capability, one with none of the newer ones."""
    able = Capabilities(files_apart=True, menu=True, contacts=True)
    return World(
        forms={code: load_shipped(code) for code in form_codes()},
        profile=parse_profile(default_office(), "office.toml"),
        random=lambda n: n // 2,
        channels={ABLE: able, PLAIN: Capabilities()},
        sealer=Sealer(SECRET),
    )


@dataclass
class Province:
    """A province, a superior, a unit; `now` moves on by a minute with each message."""

    database: Database
    world: World = field(default_factory=make_handlers_world)
    now: datetime = NOW
    sent: int = 0

    def __post_init__(self) -> None:
        with self.database.begin() as tx:
            top = units.add(tx, code="LC", name="LĐLĐ tỉnh", kind="province", parent_id=None)
            above = units.add(tx, code="CT", name="LĐLĐ huyện Sìn Hồ", kind="superior", parent_id=top)
            for code, name in (("TU", "CĐCS xã Tả Ủ"), ("NM", "CĐCS xã Nậm Mạ")):
                units.add(tx, code=code, name=name, kind="grassroots", parent_id=above)

    def link(self, name: str, unit: str, role: str, address: str, channel: str = ABLE) -> int:
        """Somebody who is linked already. Returns their id."""
        with self.database.begin() as tx:
            found = units.by_code(tx, unit)
            assert found is not None
            person = people.add(tx, name)
            people.add_membership(tx, person, found.id, role, self.now)
            people.link(tx, person, channel, address, self.now)
        return person

    def invite(self, name: str, unit: str, role: str, phone: str = "") -> Invitation:
        with self.database.begin() as tx:
            found = units.by_code(tx, unit)
            assert found is not None and self.world.sealer is not None
            number = kept_number(self.world.sealer, phone) if phone else None
            self.sent += 1
            salt = iter(range(self.sent * 17, 10**6, 5))
            return create_invitation(
                tx,
                unit=found,
                role=role,
                name=name,
                now=self.now,
                random=lambda n: next(salt) % n,
                number=number,
            )

    def without_key(self) -> None:
        self.world = replace(self.world, sealer=None)

    def receive(self, address: str, kind: IncomingKind, channel: str = ABLE, **more: object) -> list[Row]:
        """One thing that a person did. Returns what was queued because of it, to anybody."""
        self.sent += 1
        self.now += timedelta(minutes=1)
        incoming = Incoming(channel, address, kind, self.now, str(self.sent), **more)  # type: ignore[arg-type]
        before = {row.id for row in self.queued()}
        with self.database.begin() as tx:
            update = inbox.RawUpdate(channel, str(self.sent), address, str(self.sent), {"kind": kind})
            inbox.store(tx, [update], self.now)
            (row,) = inbox.claim(tx, 1)
            receive(tx, self.world, incoming, row.id, self.now)
            inbox.done(tx, row.id, self.now)
        return [row for row in self.queued() if row.id not in before]

    def say(self, address: str, text: str, channel: str = ABLE) -> list[Row]:
        return self.receive(address, "text", channel, text=text)

    def send_file(self, address: str, files: Sequence[File] = (), *, lost: bool = False) -> list[Row]:
        return self.receive(address, "file", files=tuple(files), lost=lost)

    def queued(self) -> list[Row]:
        """Every row of the outbox, in any state."""
        with self.database.read() as tx:
            ids = [row.id for row in tx.execute(select(outbox_table.c.id).order_by(outbox_table.c.id))]
            return [row for row in (outbox.get(tx, one) for one in ids) if row is not None]

    def answer(self, unit: str, question: str) -> Value | None:
        """What the unit has answered in the newest campaign; None: nothing yet."""
        with self.database.read() as tx:
            campaign, found = campaigns.latest(tx), units.by_code(tx, unit)
            assert campaign is not None and found is not None
            (own,) = (a for a in assignments.of_campaign(tx, campaign.id) if a.unit_id == found.id)
            given = answers.latest(tx, own.id).get(question)
        return given.value if given else None

    def delivered(self) -> None:
        """All that is queued reaches the phones."""
        with self.database.begin() as tx:
            waiting = [row for row in self.queued() if row.state == "queued" and row.not_before <= self.now]
            outbox.sent(tx, [(row.id, f"m{row.id}") for row in waiting], self.now)


def said(rows: Sequence[Row]) -> str:
    """What a person reads."""
    return "\n\n".join(row.text for row in rows if row.kind == "send")


def offered(rows: Sequence[Row]) -> list[str]:
    """The ids of the choices offered."""
    return [choice[0] for row in rows if row.kind == "send" for choice in row.choices]


def menu_of(rows: Sequence[Row]) -> list[str]:
    """The commands of the newest menu among the rows; none: there is no menu."""
    menus = [row for row in rows if row.kind == "menu"]
    return [choice[0] for choice in menus[-1].choices] if menus else []
