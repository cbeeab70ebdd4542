"""The rows of who there is: units, people, their roles and phones, the guests' invitations."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from bot.channels.simulator import NAME as CHANNEL
from bot.sample.roster import Holding, Person, Roster
from reporting.calendar import ZONE
from reporting.reading.codes import make_code

Rows = list[dict[str, Any]]

INVITED_FOR = timedelta(days=60)
LAST_SEEN_HOURS = (1, 240)  # before the start


def who_rows(roster: Roster, start: datetime, seed: int) -> Iterator[tuple[str, Rows]]:
    """(table, rows) in an order that keeps references whole. Ids count from 1 in the roster's order."""
    ids = unit_ids(roster)
    random = Random(f"{seed}/who")
    yield (
        "units",
        [
            {
                "id": ids[unit.code],
                "code": unit.code,
                "name": unit.name,
                "kind": unit.kind,
                "parent_id": ids[unit.parent] if unit.parent else None,
                "sector": unit.sector,
                "founded_on": unit.founded and unit.founded.isoformat(),
                "closed_on": None,
            }
            for unit in roster.units
        ],
    )
    numbered = list(enumerate(roster.people, 1))
    yield "people", [{"id": number, "name": person.name} for number, person in numbered]
    yield "memberships", _memberships(numbered, ids)
    yield "contacts", [_contact(number, p, start, random) for number, p in numbered if p.address]
    codes = {guest.address: make_code(random.randrange) for guest in roster.guests if guest.invited_to}
    yield (
        "invitations",
        [
            {
                "id": number,
                "code": codes[guest.address],
                "unit_id": ids[guest.invited_to],
                "role": "chair",
                "name": guest.name,
                "expires_at": start + INVITED_FOR,
            }
            for number, guest in enumerate((g for g in roster.guests if g.invited_to), 1)
        ],
    )
    yield "demo_people", _phones(roster, codes)


def unit_ids(roster: Roster) -> dict[str, int]:
    """The units' ids by code."""
    return {unit.code: number for number, unit in enumerate(roster.units, 1)}


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), ZONE)


def _memberships(numbered: list[tuple[int, Person]], ids: Mapping[str, int]) -> Rows:
    held = [(number, holding) for number, person in numbered for holding in person.holdings]
    return [
        {
            "id": membership,
            "person_id": number,
            "unit_id": ids[holding.unit],
            "role": holding.role,
            "since": midnight(holding.since),
            "until": _end(holding),
        }
        for membership, (number, holding) in enumerate(held, 1)
    ]


def _end(holding: Holding) -> datetime | None:
    return None if holding.until is None else midnight(holding.until + timedelta(days=1))


def _contact(number: int, person: Person, start: datetime, random: Random) -> dict[str, Any]:
    return {
        "person_id": number,
        "channel": CHANNEL,
        "address": person.address,
        "linked_at": midnight(min(holding.since for holding in person.holdings)),
        "last_seen_at": start - timedelta(hours=random.randint(*LAST_SEEN_HOURS)),
    }


def _phones(roster: Roster, codes: Mapping[str, str]) -> Rows:
    names = {unit.code: unit.name for unit in roster.units}
    known = [
        {
            "address": person.address,
            "name": person.name,
            "role": person.holdings[0].role,
            "unit": names[person.holdings[0].unit],
            "code": "",
        }
        for person in roster.people
        if person.address
    ]
    guests = [
        {
            "address": guest.address,
            "name": guest.name,
            "role": "guest",
            "unit": "",
            "code": codes.get(guest.address, ""),
        }
        for guest in roster.guests
    ]
    return [{**phone, "likeness": "telegram"} for phone in (*known, *guests)]
