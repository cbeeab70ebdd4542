"""What `baocao demo month` prints around the conversations: days, checks, the closing line."""

from collections.abc import Sequence
from datetime import date, datetime

from templates.formats import WEEKDAYS

MONTH = "Cả tháng"
_STATES = {"open": "chưa bắt đầu", "draft": "đang làm dở", "submitted": "đã gửi", "returned": "bị trả lại"}
_PAPER_STATES = {
    "draft": "dự thảo", "submitted": "đã trình", "returned": "bị trả lại", "approved": "đã phê duyệt",
    "issued": "đã phát hành", "stale": "không còn hiệu lực vì có bản mới hơn",
}  # fmt: skip
_DEEDS = {
    "compose_report": "soạn", "submit_report": "trình", "return_report": "trả lại", "approve_report": "phê duyệt",
    "issue_report": "cấp số",
}  # fmt: skip


# --- the conversations --------------------------------------------------------------------------------------


def title(bad: bool, personas: int) -> str:
    kind = "nhiều trục trặc" if bad else "suôn sẻ"
    return f"Tháng 10/2023 của một tỉnh, {kind}, với {personas} nhân vật:"


def persona(key: str, title: str, people: Sequence[str]) -> str:
    return f"  {subject(key, title)} ({', '.join(people)})"


def day(value: date) -> str:
    return f"── {WEEKDAYS[value.weekday()]}, {value:%d/%m/%Y} ──"


def by_itself() -> str:
    return "(tự gửi)"


def and_to(people: Sequence[str]) -> str:
    return f"… và {len(people)} người nữa: {', '.join(people)}"


def not_on_the_phone(what: str) -> str:
    return f"✗ không làm được: {what}"


# --- the checks ---------------------------------------------------------------------------------------------


def checks_heading() -> str:
    return "── Kiểm tra ──"


def check(ok: bool, subject: str, what: str, found: str) -> str:
    return f"{'✓' if ok else '✗'} {subject} | {what}" + ("" if ok else f"\n    → đang thấy: {found}")


def closing(count: int, failed: int) -> str:
    if failed:
        return f"✗ {failed}/{count} điều không như mong đợi."
    return f"✓ {count} điều đã kiểm tra đều đúng."


def subject(key: str, title: str) -> str:
    return f"{key.partition('-')[0]} {title}"


def state(name: str, late: bool, versions: int) -> str:
    shown = _STATES[name] + (", muộn" if late else "")
    return shown + (f", {versions} bản" if versions else ", chưa gửi bản nào")


def sent_by(code: str, who: str) -> str:
    return f"{code}: bản mới nhất do {who} gửi"


def figures(code: str, count: int) -> str:
    return f"{code}: đúng {count} mục đã ghi" if count else f"{code}: chưa ghi mục nào"


def notes(code: str) -> str:
    return f"{code}: lời giải thích"


def evidence(code: str) -> str:
    return f"{code}: ảnh, tệp kèm theo"


def wanted(value: str) -> str:
    return f"cần {value}"


def refusals(count: int) -> str:
    return f"{count} lần từ chối, đúng lý do" if count else "không bị từ chối lần nào"


def said(who: str, text: str, times: int) -> str:
    if not times:
        return f"{who} không nghe «{text}»"
    return f"{who} nghe «{text}»" + (f" {times} lần" if times > 1 else "")


def times(count: int) -> str:
    return f"{count} lần"


def all_answered() -> str:
    return "tin nào cũng được trả lời"


def all_possible() -> str:
    return "kịch bản chạy hết"


def clock(at: datetime) -> str:
    return f"{at:%d/%m %H:%M}"


def stage(at: datetime, name: str, count: int) -> str:
    return f"{clock(at)} {name}: {count} tin, đúng người nhận"


def difference(more: Sequence[str], less: Sequence[str]) -> str:
    parts = [f"thừa {', '.join(more)}"] if more else []
    return "; ".join([*parts, f"thiếu {', '.join(less)}"] if less else parts)


def nothing_else() -> str:
    return "ngoài các lúc ấy không tự gửi gì"


def only_unsent(at: datetime, count: int) -> str:
    return f"{clock(at)}: nhắc đúng {count} người chưa gửi, không nhắc ai đã gửi"


def quiet() -> str:
    return "từ 21:00 đến 07:00 không có tin nào không ai hỏi"


def plain_words() -> str:
    return "lời bot không trống, không quá dài, không lẫn chữ của máy"


def nothing_parked() -> str:
    return "không tin nào phải gác lại vì lỗi"


def inbox_empty() -> str:
    return "hộp đến đã xử lý hết"


def outbox_empty() -> str:
    return "hộp đi đã gửi hết"


def audit_holds() -> str:
    return "chuỗi nhật ký còn nguyên vẹn"


def versions_kept(count: int) -> str:
    return f"{count} lần ghi số đều còn: ai, lúc nào, từ tin nào"


def all_linked() -> str:
    return "ai có vai trò cũng còn máy để nhận tin"


# --- the report as a paper ----------------------------------------------------------------------------------


def paper(version: int, state: str, number: str) -> str:
    return f"báo cáo tỉnh, bản {version}: {_PAPER_STATES.get(state, state)}" + (
        f", số {number}" if number else ""
    )


def deed(version: int, action: str, who: str) -> str:
    return f"bản {version}: {_DEEDS[action]} đúng một lần, do {who}"


def printed_figures(version: int, count: int) -> str:
    return f"bản {version}: {count} số in đúng như đã chốt"


def overridden(version: int, count: int) -> str:
    return (
        f"bản {version}: {count} số ghi đè, có lý do" if count else f"bản {version}: không số nào bị ghi đè"
    )


def verified(number: str) -> str:
    return f"tệp đã gửi đi được nhận ra là bản phát hành số {number}"


def jobs_done() -> str:
    return "việc soạn văn bản đã làm hết"


def versions_written(count: int) -> str:
    return f"{count} bản của báo cáo tỉnh đều đã ghi xong"


def reasons_given(count: int) -> str:
    return f"{count} số ghi đè còn hiệu lực đều có lý do" if count else "không số nào bị ghi đè"
