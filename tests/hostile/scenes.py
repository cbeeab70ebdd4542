"""Where a conversation can stand when something hostile comes: who is there, and how they got there."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import ZONE
from bot.month.notation import act
from bot.month.stage import HIDDEN_CODE, Stage

OPENED = "2023-10-12 08:00"
LOCKED = "2023-10-24 08:00"
REPORTED = "lai-chau-2023-10"  # the sample whose month is all reported: it starts at a moment of its own
CHAIR = "ct-dien-luc"
HOSPITAL = "ct-benh-vien-tinh"
SCHOOL = "ct-tieu-hoc-so-2"
SUPERIOR = "tren-thanh-pho"
TWO_UNITS = "ct-muong-so"
OFFICE = "vp-hoa"
LEADER = "ld-chu-tich"
GUEST = "khach-1"
STRANGER = "khach-2"
CODE = "«mã»"  # stands for the guest's code
GROUPS = ("1, 0, 30", "1, 110, 0, 0", "0, 0, 0", "0, 0")


@dataclass(frozen=True, slots=True)
class Place:
    """A scene by name: what was typed before, in order, (who, text); then `who` stands in scene `at`.

    After the lock, `after` is typed too. `sample`: where it all begins.
    """

    name: str
    who: str
    at: str
    before: tuple[tuple[str, str], ...]
    locked: bool = False
    after: tuple[tuple[str, str], ...] = ()
    sample: str = "lai-chau"


def _said(who: str, *texts: str) -> tuple[tuple[str, str], ...]:
    return tuple((who, text) for text in texts)


_SENT = _said(SCHOOL, "không phát sinh", "gửi")
_RETURNED = (*_SENT, *_said(SUPERIOR, "trả lại tiểu học số 2 dòng 9 xem lại giúp", "trả lại"))
_COMPOSED = _said(OFFICE, "soạn báo cáo")
_SUBMITTED = (*_COMPOSED, *_said(OFFICE, "trình"))
_APPROVED = (*_SUBMITTED, *_said(LEADER, "phê duyệt", HIDDEN_CODE))
_ISSUED = (*_APPROVED, *_said(OFFICE, "cấp số", "đồng ý"))
_SENT_BACK = _said(OFFICE, "(gửi lại bản Word, sửa «63» → «69»; «3.666» → «3.700»)", "xem từng số")


def _paper(name: str, who: str, at: str, *steps: tuple[str, str]) -> Place:
    return Place(name, who, at, steps, sample=REPORTED)


PLACES = (
    Place("idle", CHAIR, "Idle", _said(CHAIR, "bắt đầu", "tạm dừng")),
    Place("figures", CHAIR, "Filling", _said(CHAIR, "bắt đầu")),
    Place("text", CHAIR, "Filling", _said(CHAIR, "bắt đầu", *GROUPS)),
    Place("ask-back", CHAIR, "AskingBack", _said(CHAIR, "bắt đầu", "1.5, 0, 30")),
    Place("split", CHAIR, "AskingSplit", _said(CHAIR, "bắt đầu", "1, 0, 30", "1/40/0/0")),
    Place("doubt", HOSPITAL, "Confirming", _said(HOSPITAL, "bắt đầu", "2, 1, 190", "3, 4500, 0, 0")),
    Place("card", CHAIR, "Reviewing", _said(CHAIR, "không phát sinh")),
    Place("picking-line", CHAIR, "PickingLine", _said(CHAIR, "không phát sinh", "sửa")),
    Place("sent", SCHOOL, "Idle", _SENT),
    Place("returning", SUPERIOR, "Returning", (*_SENT, *_said(SUPERIOR, "trả lại tiểu học số 2"))),
    Place("returned", SCHOOL, "Filling", (*_RETURNED, *_said(SCHOOL, "tiếp tục"))),
    Place("explaining", SCHOOL, "Explaining", (*_RETURNED, *_said(SCHOOL, "giữ nguyên số"))),
    Place("picking", TWO_UNITS, "Picking", _said(TWO_UNITS, "xem")),
    Place("picking-unit", OFFICE, "PickingUnit", _said(OFFICE, "nhập hộ")),
    Place("office-form", OFFICE, "Filling", _said(OFFICE, "bắt đầu")),
    Place("listing", OFFICE, "Listing", _said(OFFICE, "văn bản")),
    Place("read-back", OFFICE, "ReadingBack", _said(OFFICE, "nhiệm vụ", "tổng kết năm")),
    Place(
        "unclear-line", OFFICE, "ReadingBack", _said(OFFICE, "khen thưởng", "tặng Bằng khen cho 3 cá nhân")
    ),
    Place("writing", OFFICE, "Writing", _said(OFFICE, "lời văn", "chăm lo")),
    Place("planned-tasks", OFFICE, "CheckingTasks", _said(OFFICE, "việc tháng trước")),
    Place("linking", CHAIR, "Linking", _said(CHAIR, CODE)),
    Place("leader", LEADER, "Idle", _said(LEADER, "tiến độ")),
    Place("locked", CHAIR, "Idle", (), locked=True),
    Place("requesting", SCHOOL, "Requesting", _SENT, True, _said(SCHOOL, "sửa 9")),
    Place("requested", SCHOOL, "Requesting", _SENT, True, _said(SCHOOL, "sửa 9", "5")),
    _paper("composed", OFFICE, "Idle", *_COMPOSED),
    _paper("mending", OFFICE, "MendingFigures", *_COMPOSED, *_SENT_BACK),
    _paper("mending-reason", OFFICE, "MendingFigures", *_COMPOSED, *_SENT_BACK, (OFFICE, "ghi đè")),
    _paper("submitted", LEADER, "Idle", *_SUBMITTED),
    _paper("approving", LEADER, "Approving", *_SUBMITTED, (LEADER, "phê duyệt")),
    _paper("returning-paper", LEADER, "ReturningPaper", *_SUBMITTED, (LEADER, "trả lại")),
    _paper("numbering", OFFICE, "NumberingPaper", *_APPROVED, (OFFICE, "cấp số")),
    _paper("attaching", OFFICE, "AttachingScan", *_ISSUED, (OFFICE, "gắn bản ký")),
    Place("guest", STRANGER, "", ()),
    Place("guest-asked", GUEST, "", _said(GUEST, CODE)),
)
BY_NAME = {place.name: place for place in PLACES}


def go_to(place: Place, stage: Stage) -> None:
    """Bring a fresh stage to a place."""
    if place.sample != REPORTED:
        _advance(stage, OPENED)
    _type(stage, place.before)
    if place.locked:
        _advance(stage, LOCKED)
        _type(stage, place.after)


def _advance(stage: Stage, moment: str) -> None:
    stage.advance(datetime.fromisoformat(moment).replace(tzinfo=ZONE))


def _type(stage: Stage, steps: tuple[tuple[str, str], ...]) -> None:
    code = stage.code()
    for who, text in steps:
        act(stage, who, text.replace(CODE, code))
