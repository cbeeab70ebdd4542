"""How we write values in Vietnamese: 1.250 · 45.000.000 đồng · 12,5% · 05/10/2023 · thứ Tư, 15/10, 17:00.

Each figure written here reads back to itself with `reporting.reading`.
"""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from reporting.values import Kind, Missing, Pair, Qualified, Ratio, Value

VIETNAM = timezone(timedelta(hours=7))  # Asia/Ho_Chi_Minh, which has no summer time
MISSING = "chưa có số liệu"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_MILLION, _BILLION = 10**6, 10**9
_UNSAID = "?"


def number(value: int | Decimal) -> str:
    """1250 → 1.250; Decimal("1250.50") → 1.250,5; a minus sign where it is negative."""
    sign = "−" if value < 0 else ""
    whole, _, part = f"{abs(value):f}".partition(".")
    part = part.rstrip("0")
    return f"{sign}{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def signed(value: int | Decimal) -> str:
    """A difference: +5, −3, 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def money(value: int | Decimal) -> str:
    """45000000 → 45.000.000 đồng."""
    return f"{number(value)} đồng"


def short_money(value: int) -> str:
    """45 triệu đồng, 1,5 triệu đồng, 2 tỷ 345 triệu đồng; in full where that would round."""
    if value <= 0 or value >= 1000 * _BILLION or value % 10_000:
        return money(value)
    if value % (_BILLION // 100) == 0 and value >= _BILLION:
        return f"{number(Decimal(value) / _BILLION)} tỷ đồng"
    if value > _BILLION and value % _MILLION == 0:
        return f"{value // _BILLION} tỷ {value % _BILLION // _MILLION} triệu đồng"
    if _MILLION <= value < _BILLION:
        return f"{number(Decimal(value) / _MILLION)} triệu đồng"
    return money(value)


def percent(value: int | Decimal) -> str:
    """Decimal("12.50") → 12,5%. Nothing here looks like thousands: 1250%, 1,2500%."""
    whole, sign, part = number(value).replace(".", "").partition(",")
    return f"{whole}{sign}{part}{'0' if len(part) == 3 else ''}%"


def day(value: date) -> str:
    """05/10/2023."""
    return value.strftime("%d/%m/%Y")


def yesno(value: bool) -> str:
    return "có" if value else "không"


def pair(value: Pair) -> str:
    """34 tập thể, 54 cá nhân; what was not said as a question mark."""
    return f"{_half(value.tap_the)} tập thể, {_half(value.ca_nhan)} cá nhân"


def ratio(value: Ratio) -> str:
    """34/70; what was not said as a question mark."""
    return f"{_half(value.num)}/{_half(value.den)}"


def _half(value: int | None) -> str:
    return _UNSAID if value is None else number(value)


def figure(value: Value, kind: Kind, unit: str = "") -> str:
    """Any value as it stands in a sentence. `unit` follows counts and money; without it the bare figure is given."""
    match value:
        case Missing():
            return MISSING
        case bool():
            return yesno(value)
        case int() | Decimal():
            return percent(value) if kind == "percent" else f"{number(value)} {unit}".strip()
        case Qualified(qualifier, amount):
            return f"{qualifier} {figure(amount, kind, unit)}"
        case Pair():
            return pair(value)
        case Ratio():
            return ratio(value)
        case date():
            return day(value)
        case tuple():
            return ", ".join(value)
    return value


def moment(at: datetime) -> str:
    """An aware datetime, in Vietnamese time: thứ Tư, 15/10, 17:00."""
    local = at.astimezone(VIETNAM)
    return f"{WEEKDAYS[local.weekday()]}, {local:%d/%m, %H:%M}"
