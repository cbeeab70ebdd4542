"""What `baocao demo month` prints around the conversations: days, checks, the closing line."""

from datetime import date

from templates.formats import WEEKDAYS


def title(bad: bool, personas: int) -> str:
    kind = "nhiều trục trặc" if bad else "suôn sẻ"
    return f"Tháng 10/2023, chạy thử một tháng {kind} với {personas} người."


def persona(key: str, title: str, people: list[str]) -> str:
    return f"{key}  {title}: {', '.join(people)}"


def day(value: date) -> str:
    return f"── {WEEKDAYS[value.weekday()]}, {value:%d/%m/%Y} ──"


def by_itself() -> str:
    return "(tự gửi)"


def and_to(people: list[str]) -> str:
    return f"… và {len(people)} người nữa: {', '.join(people)}"


def not_on_the_phone(what: str) -> str:
    return f"✗ không làm được: {what}"
