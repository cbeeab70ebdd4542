"""How somebody may be written to unasked on a messenger with windows: freely, paid, by an approved template, or not.

Source: Zalo's rules for Official Accounts as gathered in November 2026: free for 48 hours after the person's last
message, paid up to 7 days, then approved templates only; by telephone number from 06:00 to 21:59.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from reporting.calendar import ZONE

FREE, PAID, TEMPLATE_UID, TEMPLATE_PHONE = "free", "paid", "template_uid", "template_phone"
RUNGS = (FREE, PAID, TEMPLATE_UID, TEMPLATE_PHONE)
FREE_FOR, PAID_FOR = timedelta(hours=48), timedelta(days=7)
PHONES_FROM, PHONES_UNTIL = time(6), time(22)
_SAFETY = timedelta(minutes=5)  # our clock and theirs differ a little


@dataclass(frozen=True, slots=True)
class TemplatePlan:
    """An approved template for a kind of notice. `fields`: the template's field → our fact. No id: not that way."""

    id: str
    phone_id: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outreach:
    """What an office has approved and pays for. `prices` in đồng by rung; `pays`: for messages after 48 hours."""

    templates: Mapping[str, TemplatePlan] = field(default_factory=dict)
    prices: Mapping[str, int] = field(default_factory=dict)
    pays: bool = False

    def price(self, rung: str) -> int:
        return self.prices.get(rung, 0)


@dataclass(frozen=True, slots=True)
class Template:
    """A template filled in."""

    id: str
    phone_id: str
    data: Mapping[str, str]


def template_of(plan: Outreach, notice: Mapping[str, Any]) -> Template | None:
    """The approved template for a notice, filled in; None where there is none, or a fact it needs is missing.

    `notice` is {"kind": …, "facts": {name: text}}. A kind without a template of its own goes by that of "news".
    """
    planned = plan.templates.get(notice["kind"]) or plan.templates.get("news")
    facts: Mapping[str, str] = notice["facts"]
    if planned is None or not set(planned.fields.values()) <= set(facts):
        return None
    return Template(
        planned.id, planned.phone_id, {name: facts[fact] for name, fact in planned.fields.items()}
    )


def rungs(
    plan: Outreach, template: Template | None, now: datetime, last_seen_at: datetime | None, phone: str
) -> list[str]:
    """The ways to try, in order; none: a person must call."""
    found = []
    silent = now - last_seen_at if last_seen_at is not None else None
    if silent is not None and silent < FREE_FOR - _SAFETY:
        found.append(FREE)
    elif silent is not None and silent < PAID_FOR - _SAFETY and plan.pays:
        found.append(PAID)
    if template is not None and template.id:
        found.append(TEMPLATE_UID)
    if template is not None and template.phone_id and phone:
        found.append(TEMPLATE_PHONE)
    return found


def phones_rest(now: datetime) -> bool:
    """Whether templates by telephone number are refused now."""
    return not PHONES_FROM <= now.astimezone(ZONE).time() < PHONES_UNTIL


def next_morning(now: datetime, *, tomorrow: bool = False) -> datetime:
    """When telephones may be written to again; `tomorrow`: not before tomorrow."""
    local = now.astimezone(ZONE)
    morning = local.replace(hour=PHONES_FROM.hour, minute=0, second=0, microsecond=0)
    return morning if morning > local and not tomorrow else morning + timedelta(days=1)
