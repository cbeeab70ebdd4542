"""The filters that message templates write values with. Facts of a line are those of `handlers.lines.line_facts`."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from reporting.values import Kind, Pair, Value
from templates import formats

LONGEST_QUOTE = 120
_SAYS_REASON = re.compile(
    r"^(?:(?:(?:với )?lý do(?: là)?|vì|bởi vì|do là)(?:\s*[:,]\s*|\s+))+", re.IGNORECASE
)
ROLES = {
    "chair": "chủ tịch công đoàn",
    "deputy": "phó chủ tịch công đoàn",
    "superior": "cán bộ công đoàn cấp trên",
    "office": "cán bộ văn phòng",
    "leader": "lãnh đạo",
    "admin": "quản trị",
}
STATES = {"open": "chưa bắt đầu", "draft": "đang làm dở", "submitted": "đã gửi", "returned": "bị trả lại"}
NOTHING = "chưa ghi"
SECTIONS = {
    "I.1": "Tuyên truyền",
    "I.2": "Đại diện, bảo vệ, dân chủ, giám sát",
    "I.3": "Chăm lo",
    "I.4": "Thi đua, khen thưởng",
    "I.5": "Sự kiện, tổ chức cán bộ",
    "I.6": "Phát triển đoàn viên, thành lập CĐCS",
    "I.7": "Tập huấn, văn bản",
    "I.8": "Góp ý dự thảo",
    "I.9": "Tài chính, tài sản",
    "I.10": "Công tác khác",
    "I.11": "Khó khăn, kiến nghị",
}


def written(line: Mapping[str, Any]) -> str:
    """A line's value with its unit."""
    value: Value | None = line["value"]
    if value is None:
        return NOTHING
    options: Mapping[str, str] = line["options"]
    if line["kind"] in ("choice", "choices") and value not in ("", ()):
        names = value if isinstance(value, tuple) else (str(value),)
        return ", ".join(options.get(name, name) for name in names)
    return formats.figure(value, line["kind"], line["unit"]) or "không có"


def asked(line: Mapping[str, Any]) -> str:
    """A line as it is asked: its short label, and the unit where the label does not say it."""
    label, unit = line["short"], line["unit"]
    return f"{label} ({unit})" if unit and unit.casefold() not in label.casefold() else label


def named(line: Mapping[str, Any]) -> str:
    """3. Tổng số nữ cuối kỳ; a computed line has no number: – Tổng cuối kỳ."""
    return f"{line['number']}. {line['short']}" if line["number"] else f"– {line['short']}"


def delta(line: Mapping[str, Any]) -> str:
    """The change against last month in brackets; nothing where there is none to tell."""
    change = line["change"]
    if change is None or line["value"] is None:
        return ""
    return (
        " (như tháng trước)"
        if change == 0 and line["agg"] == "last"
        else f" ({formats.signed(change)})"
        if change
        else ""
    )


def last_month(line: Mapping[str, Any]) -> str:
    """Last month's value, for the question."""
    last = line["last"]
    return "" if last is None or last == "" else f", tháng trước {formats.figure(last, line['kind'], '')}"


def month(value: object) -> str:
    """2023-10 → tháng 10/2023."""
    year, _, number = str(value).partition("-")
    return f"tháng {int(number)}/{year}" if number.isdecimal() else str(value)


def short_month(value: object) -> str:
    """2023-10 → 10/2023."""
    return month(value).removeprefix("tháng ")


def period(value: object) -> str:
    """tháng 10/2023, quý III/2023, 6 tháng đầu năm 2023, 9 tháng năm 2023, năm 2023, giai đoạn 2021-2025."""
    text = str(value)
    year, _, part = text.partition("-")
    if part.startswith("Q"):
        return f"quý {('I', 'II', 'III', 'IV')[int(part[1]) - 1]}/{year}"
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    if part == "9M":
        return f"9 tháng đầu năm {year}"
    if not part:
        return f"năm {year}"
    return f"giai đoạn {text}" if len(part) == 4 else month(text)


def section(slot: str) -> str:
    """The heading of a section of totals, after its place in the monthly report."""
    return SECTIONS.get(slot, "Số liệu khác")


def changes(line: Mapping[str, Any]) -> str:
    """The changes of a total against the period before and last year's, in brackets: (+12 / −3)."""
    given = [value for value in (line["change"], line["year_change"]) if value is not None]
    return f" ({' / '.join(map(_signed, given))})" if any(value != 0 for value in given) else ""


def _signed(value: Any) -> str:
    if isinstance(value, Pair):
        return f"{formats.signed(value.tap_the or 0)} tập thể, {formats.signed(value.ca_nhan or 0)} cá nhân"
    return formats.signed(value)


def change_alone(value: Any) -> str:
    """+12, −3; bằng where there is no change."""
    return "không đổi" if value in (0, Pair(0, 0)) else _signed(value)


def day(value: date) -> str:
    """15/9: the day of a period, without its year."""
    return f"{value.day}/{value.month}"


def moment_from(at: datetime, today: date) -> str:
    """thứ Tư, 15/10, 17:00; on the day itself 17:00 hôm nay, thứ Tư, 15/10."""
    written = formats.moment(at)
    day_of_week, _, hour = written.rpartition(", ")
    return f"{hour} hôm nay, {day_of_week}" if local_date(at) == today else written


def local_date(at: datetime) -> date:
    return at.astimezone(formats.VIETNAM).date()


def shorten(text: str) -> str:
    """A quotation of what somebody typed: one line, not too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1].rstrip() + "…"


def reason(text: str) -> str:
    """A reason after «lý do:», without the words that say so once more: «vì đơn vị …», «lý do là …»."""
    return _SAYS_REASON.sub("", " ".join(text.split())) or text


def names(listed: Sequence[str], most: int) -> str:
    """A; B; C và 05 đơn vị nữa."""
    shown = "; ".join(listed[:most])
    return shown if len(listed) <= most else f"{shown} và {pad(len(listed) - most)} đơn vị nữa"


def pad(count: int) -> str:
    """06, 12: counts below ten are written with a nought, as administrative papers do."""
    return f"{count:02d}" if 0 < count < 10 else formats.number(count)


def spans(numbers: Sequence[int]) -> str:
    """4, 6–14: the numbers of lines, in order, three and more in a row by the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def role(name: str) -> str:
    return ROLES.get(name, name)


def state(name: str) -> str:
    return STATES[name]


def figure(value: Value | None, kind: Kind, unit: str = "") -> str:
    return NOTHING if value is None else formats.figure(value, kind, unit) or "không có"


PARTS = {
    "opening": "Mở đầu",
    "propaganda": "I.1. Tuyên truyền",
    "rights": "I.2. Đại diện, bảo vệ, dân chủ, giám sát",
    "care": "I.3. Chăm lo",
    "emulation": "I.4. Thi đua, khen thưởng",
    "event": "I.5. Sự kiện, tổ chức cán bộ",
    "members": "I.6. Phát triển đoàn viên, thành lập CĐCS",
    "issued": "I.7. Văn bản ban hành",
    "opinions": "I.8. Góp ý dự thảo",
    "finance": "I.9. Tài chính, tài sản",
    "other": "I.10. Công tác khác",
    "difficulties": "Khó khăn, kiến nghị",
    "tasks": "II. Nhiệm vụ tháng sau",
}


def part(section: str) -> str:
    """The name of a section of the monthly report, by its place."""
    return PARTS[section]


def paper_day(value: date) -> str:
    """17/10/2023, as the office writes a paper's date in chat."""
    return value.strftime("%d/%m/%Y")


FILTERS = {
    "part": part,
    "paper_day": paper_day,
    "written": written,
    "asked": asked,
    "named": named,
    "delta": delta,
    "last_month": last_month,
    "month": month,
    "day": day,
    "short_month": short_month,
    "period": period,
    "section": section,
    "changes": changes,
    "change_alone": change_alone,
    "local_date": local_date,
    "moment_from": moment_from,
    "shorten": shorten,
    "reason": reason,
    "pad": pad,
    "names": names,
    "spans": spans,
    "role": role,
    "state": state,
    "figure": figure,
    "moment": formats.moment,
    "money": formats.money,
    "signed": formats.signed,
}
