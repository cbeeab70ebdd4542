"""What happens off the phones: the office invites and ends services, phones change, the program is restarted."""

import re
from collections.abc import Callable
from datetime import timedelta

from bot.month.stage import NotOnThePhone, Stage
from reporting.reading.codes import make_code
from storage.database import Tx
from storage.queries import demo, invitations, people, units


def direct(stage: Stage, text: str) -> None:
    """Carry out a direction. NotOnThePhone for one that does not exist."""
    for pattern, doing in _DIRECTIONS:
        found = pattern.match(text)
        if found:
            doing(stage, found)
            return
    raise NotOnThePhone(f"! {text}")


def _restart(stage: Stage, found: re.Match[str]) -> None:
    stage.stop()


def _text_only(stage: Stage, found: re.Match[str]) -> None:
    stage.text_only(found["who"])


def _invite(stage: Stage, found: re.Match[str]) -> None:
    """A new phone with an invitation to a role of a unit, valid for some days."""
    with stage.running() as world, world.database.begin() as tx:
        unit = units.by_code(tx, found["unit"])
        if unit is None:
            raise NotOnThePhone(found["unit"])
        code = make_code(world.runtime.world.random)
        until = world.clock.now() + timedelta(days=int(found["days"]))
        invitations.add(
            tx, code=code, unit_id=unit.id, role=found["role"], name=found["name"], expires_at=until
        )
        demo.add_person(tx, address=found["who"], name=found["name"], role="guest", code=code)


def _invite_again(stage: Stage, found: re.Match[str]) -> None:
    """A second phone of somebody known, with an invitation that links it to them."""
    with stage.running() as world, world.database.begin() as tx:
        person_id = _known(tx, stage, found["of"])
        held = people.memberships(tx, person_id, world.clock.now())[0]
        name = people.get(tx, person_id).name
        code = make_code(world.runtime.world.random)
        until = world.clock.now() + timedelta(days=30)
        invitations.add(
            tx, code=code, unit_id=held.unit_id, role=held.role, name=name, person_id=person_id,
            expires_at=until,
        )  # fmt: skip
        demo.add_person(tx, address=found["who"], name=name, role="guest", code=code)


def _end(stage: Stage, found: re.Match[str]) -> None:
    """Somebody serves no more, anywhere."""
    with stage.running() as world, world.database.begin() as tx:
        person_id, now = _known(tx, stage, found["who"]), world.clock.now()
        for held in people.memberships(tx, person_id, now):
            people.end_membership(tx, person_id, held.unit_id, held.role, now)


def _known(tx: Tx, stage: Stage, who: str) -> int:
    person = people.by_contact(tx, *stage.contact(who))
    if person is None:
        raise NotOnThePhone(who)
    return person.id


_DIRECTIONS: tuple[tuple[re.Pattern[str], Callable[[Stage, re.Match[str]], None]], ...] = (
    (re.compile(r"^khởi động lại$"), _restart),
    (re.compile(r"^chữ thường (?P<who>\S+)$"), _text_only),
    (re.compile(r"^mời (?P<who>\S+) (?P<unit>\S+) (?P<role>\w+) (?P<days>\d+) ngày (?P<name>.+)$"), _invite),
    (re.compile(r"^máy khác (?P<who>\S+) của (?P<of>\S+)$"), _invite_again),
    (re.compile(r"^thôi (?P<who>\S+)$"), _end),
)
