"""Approved templates, sent by user id or by phone: their fields, prices, hours and daily limits."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.fakes.zalo.clock import Now, at_night, day_of
from tests.fakes.zalo.errors import Refusal
from tests.fakes.zalo.phone import OAPerson, Shown
from tests.fakes.zalo.wallet import Wallet

_PLACE = re.compile(r"<(\w+)>")
_PHONE = re.compile(r"\+?84\d{9}")


@dataclass
class Template:
    """`text` with fields as <field>; `fields`: field → longest value. Prices in đồng."""

    id: str
    name: str
    text: str
    fields: dict[str, int]
    status: str = "ENABLE"
    by_uid: bool = True
    barred_at_night: bool = True
    price_uid: int = 160
    price_phone: int = 200
    daily_limit: int | None = None

    def fill(self, data: dict[str, str]) -> str:
        return _PLACE.sub(lambda found: data.get(found[1], found[0]), self.text)


class Templates:
    """The registry. `daily_quota`: sends by phone a day for the whole account."""

    def __init__(self, now: Now, wallet: Wallet) -> None:
        self.daily_quota = 500
        self.all: dict[str, Template] = {}
        self._now, self._wallet = now, wallet
        self._sent: Counter[tuple[str, str]] = Counter()

    def add(self, id: str, name: str, text: str, **more: Any) -> Template:
        """`fields` default to those of the text, 100 characters each."""
        fields = more.pop("fields", None) or dict.fromkeys(_PLACE.findall(text), 100)
        self.all[id] = Template(id, name, text, fields, **more)
        return self.all[id]

    def remaining(self) -> int:
        return self.daily_quota - self._sent[day_of(self._now()), "phone"]

    def by_uid(self, person: OAPerson, body: dict[str, Any]) -> tuple[Shown, int]:
        """What the phone shows, and the charge. Raises Refusal with the codes of openapi.zalo.me."""
        if "tracking_id" in body:
            raise Refusal(-201, "tracking_id")
        template = self.all.get(str(body.get("template_id")))
        if template is None:
            raise Refusal(-201, "template_id")
        if template.status != "ENABLE":
            raise Refusal(-131)
        if not template.by_uid:
            raise Refusal(-249)
        data = _data(template, body.get("template_data"), missing=-201, empty=-201, long=-210)
        if person.inactive:
            raise Refusal(-227)
        if person.refuses:
            raise Refusal(-244)
        self._within_the_day(template)
        self._wallet.check(template.price_uid, unconnected=-320, empty=-321)
        self._count(template, "uid")
        return Shown(template.fill(data), template=template.name, data=data), template.price_uid

    def by_phone(self, people: dict[str, OAPerson], body: dict[str, Any]) -> tuple[OAPerson, Shown, int]:
        """The same for business.openapi.zalo.me; `people` by number in the form 84…"""
        template, data, number, tracking = self._asked(body)
        trial = body.get("mode") == "development"
        if template.status != "ENABLE" and not trial:
            raise Refusal(-131)
        if template.barred_at_night and at_night(self._now()):
            raise Refusal(-133)
        person = people.get(number)
        if trial and not (person and person.admin):
            raise Refusal(-127)
        if person is None:
            raise Refusal(-118)
        if person.inactive or person.refuses or person.cannot_receive:
            raise Refusal(-114)
        shown = Shown(template.fill(data), template=template.name, data=data, tracking_id=tracking)
        if trial:
            return person, shown, 0
        if self.remaining() <= 0:
            raise Refusal(-144)
        self._within_the_day(template)
        self._wallet.check(template.price_phone, unconnected=-136, empty=-115)
        self._count(template, "phone")
        return person, shown, template.price_phone

    def info(self, id: str) -> dict[str, Any]:
        """`data` of /template/info/v2. Raises Refusal."""
        template = self.all.get(id)
        if template is None:
            raise Refusal(-109)
        rules = [
            {
                "name": name,
                "require": True,
                "type": "STRING",
                "maxLength": most,
                "minLength": 0,
                "acceptNull": False,
            }
            for name, most in template.fields.items()
        ]
        return {
            "templateId": template.id,
            "templateName": template.name,
            "status": template.status,
            "listParams": rules,
            "listButtons": [],
            "templateQuality": "HIGH",
            "templateTag": "TRANSACTION",
            "price": str(template.price_phone),
            "price_sdt": str(template.price_phone),
            "price_uid": str(template.price_uid),
        }

    def _asked(self, body: dict[str, Any]) -> tuple[Template, dict[str, str], str, str]:
        phone, tracking = body.get("phone"), body.get("tracking_id")
        if not isinstance(phone, str) or not _PHONE.fullmatch(phone):
            raise Refusal(-108)
        if not isinstance(tracking, str) or not 0 < len(tracking) <= 48:
            raise Refusal(-132)
        template = self.all.get(str(body.get("template_id")))
        if template is None:
            raise Refusal(-109)
        data = _data(template, body.get("template_data"), missing=-1122, empty=-111, long=-1121)
        return template, data, phone.removeprefix("+"), tracking

    def _within_the_day(self, template: Template) -> None:
        sent = self._sent[day_of(self._now()), template.id]
        if template.daily_limit is not None and sent >= template.daily_limit:
            raise Refusal(-147)

    def _count(self, template: Template, way: str) -> None:
        day = day_of(self._now())
        self._sent[day, template.id] += 1
        self._sent[day, way] += 1


def _data(template: Template, given: Any, *, missing: int, empty: int, long: int) -> dict[str, str]:
    if not isinstance(given, dict) or (not given and template.fields):
        raise Refusal(empty, "template_data")
    for name, most in template.fields.items():
        value = given.get(name)
        if not isinstance(value, str) or not value:
            raise Refusal(missing, name)
        if len(value) > most:
            raise Refusal(long, name)
    return dict(given)
