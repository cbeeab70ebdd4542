"""What an unasked message announces, in the few short facts that an approved template is filled with."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reporting.notices import FACTS, cut
from templates.filters import short_month
from templates.formats import VIETNAM

Notice = dict[str, Any]

# What a message is about, in one phrase: of reports with the unit and the month, of the rest as it stands.
REPORTS = {
    "opening": "Mở kỳ báo cáo tháng {month} của {unit}, hạn {due}",
    "due_soon": "Báo cáo tháng {month} của {unit} chưa gửi, hạn {due}",
    "overdue": "Báo cáo tháng {month} của {unit} đã quá hạn {due}",
    "returned": "Báo cáo tháng {month} của {unit} có mục cần xem lại",
}
PAPERS = {
    "for_approval": "Báo cáo tháng {month} chờ phê duyệt",
    "approved": "Báo cáo tháng {month} đã được phê duyệt",
    "returned": "Báo cáo tháng {month} bị trả lại",
    "question": "Lãnh đạo hỏi về báo cáo tháng {month}",
    "issued": "Báo cáo tháng {month} đã phát hành",
    "scan": "Bản ký của báo cáo tháng {month}",
    "draft": "Dự thảo báo cáo tháng {month}",
    "not_submitted": "Báo cáo tháng {month} chưa trình lãnh đạo",
    "late_change": "Số liệu tháng {month} thay đổi sau khi phát hành báo cáo",
    "not_written": "Chưa soạn được báo cáo tháng {month}",
}
NEWS = {
    "news": "Tin mới về báo cáo tháng",
    "task": "Có việc mới chờ văn phòng",
    "alert": "Cảnh báo về hệ thống báo cáo",
    "units_missing": "Danh sách đơn vị chưa gửi báo cáo",
    "locked": "Kỳ báo cáo đã khóa",
    "partner": "Báo cáo của đơn vị có thay đổi",
    "outcome": "Kết quả đề nghị sửa báo cáo",
    "linked": "Đã liên kết tài khoản để báo cáo",
    "role_ended": "Thay đổi người phụ trách báo cáo của đơn vị",
}


def report_notice(
    kind: str,
    units: Sequence[str],
    month: object,
    due: datetime,
    *,
    locks: datetime | None = None,
    count: int | None = None,
    by: str = "",
) -> Notice:
    """Of a report that is asked for: opening, due_soon, overdue, returned. `count`: of the units, or as given."""
    unit = units[0] if len(units) == 1 else f"{len(units)} đơn vị"
    shown = {"unit": unit, "month": short_month(month), "due": _moment(due)}
    return _notice(
        kind,
        about=REPORTS[kind].format(**shown),
        locks=_moment(locks) if locks else "",
        count=str(len(units) if count is None else count),
        by=by,
        **shown,
    )


def paper_notice(key: str, month: object) -> Notice:
    """Of the month's report as a paper; `key` is one of PAPERS."""
    shown = short_month(month)
    return _notice("paper", about=PAPERS[key].format(month=shown), month=shown)


def news(key: str = "news") -> Notice:
    """Of anything else; `key` is one of NEWS."""
    return _notice("news", about=NEWS[key])


def _notice(kind: str, **facts: str) -> Notice:
    known = {name: cut(name, text) for name, text in facts.items() if name in FACTS[kind] and text}
    return {"kind": kind, "facts": known}


def _moment(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
