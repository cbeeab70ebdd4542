"""Everybody with a phone in the demo, as the page lists them."""

from datetime import datetime
from typing import Any

from bot.channels import simulator
from bot.clock import ZONE
from reporting.outreach import FREE_FOR
from storage.database import Tx
from storage.queries import demo, office_tasks, people, units
from storage.queries.demo import DemoPerson
from templates.menus import menu


def phones(tx: Tx, now: datetime) -> list[dict[str, Any]]:
    """People as JSON, in the order the sample put them: who they are, and what their phone is like.

    A phone like Telegram has its menu of `commands`; one like an Official Account says until when it gets free
    messages (`free_until`, ISO, null once that is over), and whether the office has to `call` since something did
    not arrive.
    """
    to_call = {task.person_id for task in office_tasks.open_ones(tx) if task.kind == "unreachable"}
    return [_phone(tx, row, now, to_call) for row in demo.people(tx)]


def _phone(tx: Tx, row: DemoPerson, now: datetime, to_call: set[int | None]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": row.address, "name": row.name, "role": row.role, "unit": row.unit,
        "channel": simulator.NAME, "likeness": row.likeness, "buttons": row.buttons,
    }  # fmt: skip
    if row.role == "guest":
        shown |= _guest(tx, row, now)
    if row.likeness == demo.TELEGRAM and shown["role"] != "guest":
        shown["commands"] = [{"name": name, "text": text} for name, text in menu({shown["role"]})]
    if row.likeness == demo.OA:
        shown |= _account(tx, row.address, now, to_call)
    return shown


def _guest(tx: Tx, row: DemoPerson, now: datetime) -> dict[str, Any]:
    """Who they have become, or their working code."""
    linked = people.by_contact(tx, simulator.NAME, row.address)
    held = people.memberships(tx, linked.id, now) if linked else []
    if linked and held:
        return {"name": linked.name, "role": held[0].role, "unit": units.get(tx, held[0].unit_id).name}
    return {"code": row.code} if row.code else {}


def _account(tx: Tx, address: str, now: datetime, to_call: set[int | None]) -> dict[str, Any]:
    seen = people.last_seen(tx, simulator.NAME, address)
    until = seen + FREE_FOR if seen is not None else None
    person = people.by_contact(tx, simulator.NAME, address)
    return {
        "free_until": until.astimezone(ZONE).isoformat() if until is not None and until > now else None,
        "call": person is not None and person.id in to_call,
    }
