"""Telephone numbers: one form, sealed, found by digest; from an invitation to the person who used it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from handlers.actions.invite import create_invitation, kept_number
from handlers.actions.link import link, valid_invitation
from reporting.errors import WrongUse
from reporting.phones import normal_phone
from storage.channel_tables import phones as phone_table
from storage.database import Database, Tx
from storage.queries import invitations, people, phones, units
from storage.queries.invitations import Invitation
from storage.sealing import Sealer
from tests.storage.world import World

NUMBER = "84912345678"
SEALER = Sealer("bí mật của cơ quan tỉnh, đủ dài để dùng")
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *(
            (text, NUMBER)
            for text in ("0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", NUMBER)
        ),
        *(
            (text, NUMBER)
            for text in ("+84 (0)912 345 678", "0084912345678", " 0912-345-678 ", "84.912.345.678")
        ),
        ("0213 3876 543", "842133876543"),
        ("+856 20 5512 3456", "8562055123456"),
    ],
)
def test_a_number_has_one_form(written: str, read: str) -> None:
    assert normal_phone(written) == read


@pytest.mark.parametrize(
    "written",
    ["", "abc", "12", "912345678", "091234567", "09123456789", "0112345678", "+84 12", "0912345678a", "++84912345678",
     "8562055123456", "०९१२३४५६७८", "+8412345678901", "0912345678,0912345679"],
)  # fmt: skip
def test_what_is_no_number_is_refused_without_being_repeated(written: str) -> None:
    with pytest.raises(WrongUse) as refused:
        normal_phone(written)
    assert not written or written not in str(refused.value)


def test_what_is_sealed_opens_with_its_key_only() -> None:
    first, second = SEALER.seal(NUMBER), SEALER.seal(NUMBER)
    assert first != second and NUMBER not in first
    assert SEALER.open(first) == SEALER.open(second) == NUMBER
    assert SEALER.digest(NUMBER) == Sealer("bí mật của cơ quan tỉnh, đủ dài để dùng").digest(NUMBER)
    other = Sealer("một bí mật khác hẳn, cũng đủ dài để dùng")
    assert other.digest(NUMBER) != SEALER.digest(NUMBER)
    changed = first[:-2] + ("AA" if first[-2:] != "AA" else "BB")
    for opener, text in (
        (other, first),
        (SEALER, changed),
        (SEALER, NUMBER),
        (SEALER, ""),
        (SEALER, "đã gửi"),
    ):
        with pytest.raises(WrongUse):
            opener.open(text)


def _invite(
    tx: Tx, world: World, now: datetime, phone: str = "", name: str = "", role: str = "chair"
) -> Invitation:
    number = kept_number(SEALER, phone) if phone else None
    unit = units.get(tx, world.unit)
    many = iter(range(10_000))
    taken = int(now.timestamp())
    return create_invitation(
        tx,
        unit=unit,
        role=role,
        name=name,
        now=now,
        random=lambda n: (taken + 7 * next(many)) % n,
        number=number,
    )


def _found(tx: Tx, now: datetime) -> list[int]:
    return [i.id for i in phones.open_invitations(tx, SEALER.digest(NUMBER), now)]


def test_an_open_invitation_is_found_by_its_number(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        made = _invite(tx, world, now, "0912 345 678")
        assert _found(tx, now) == [made.id]
        assert _found(tx, made.expires_at + DAY) == []
        assert phones.open_invitations(tx, SEALER.digest("84912345679"), now) == []
        row = tx.execute(select(phone_table)).one()
        assert NUMBER not in f"{row}" and "912345678" not in f"{row}"
        assert SEALER.open(row.sealed) == NUMBER


def test_the_number_goes_to_who_is_linked(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        made = _invite(tx, world, now, "0912345678", "Lý Văn Páo")
        person = link(tx, valid_invitation(tx, made.code, now), "telegram", "8", "", now, None)
        assert phones.people(tx, SEALER.digest(NUMBER)) == [person.id]
        assert [SEALER.open(text) for text in phones.sealed_of(tx, person.id)] == [NUMBER]
        assert _found(tx, now) == []
        again = _invite(tx, world, now + DAY, "+84 912 345 678", "Lý Văn Páo", "deputy")
        assert again.person_id == person.id  # known by the number, in another role
        other = _invite(tx, world, now + 2 * DAY, "+84 912 345 678", "Lò Thị Ánh", "deputy")
        assert other.person_id is None  # somebody else at the same telephone
        link(tx, valid_invitation(tx, again.code, now), "telegram", "9", "", now + DAY, None)
        assert len(phones.sealed_of(tx, person.id)) == 1
        assert {contact.address for contact in people.addresses(tx, person.id)} == {"8", "9"}


def test_a_newer_invitation_takes_the_number_over(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        first = _invite(tx, world, now, "0912345678", "Lý Văn Páo")
        second = _invite(tx, world, now + DAY, "", "Lý Văn Páo")
        assert first.code != second.code
        assert _found(tx, now) == [second.id]
        _invite(tx, world, now + 2 * DAY, "0987654321", "Lý Văn Páo")
        assert _found(tx, now) == []
        assert len(tx.execute(select(phone_table)).all()) == 1


def test_a_spent_invitation_is_not_open(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        made = _invite(tx, world, now, "0912345678")
        assert invitations.spend(tx, made.id, None, now)
        assert _found(tx, now) == []
