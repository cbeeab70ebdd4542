"""An October like the office's: what the paper's tests compose."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from reporting.documents.model import Award, Figure, Material, Snapshot, Stamp, SuperiorRow
from reporting.documents.sections import SECTIONS, Section
from reporting.periods import Month
from reporting.profile import Profile, parse_profile
from reporting.values import Kind, Pair, Value
from templates.documents.compose import Composed, compose
from templates.office_file import default_office

OCTOBER = "2023-10"
STAMP = Stamp("02/BC-LĐLĐ", date(2023, 10, 17))
PROFILE = parse_profile(default_office(), "office.toml")
LABELS: dict[str, tuple[Kind, str, Section, str]] = {
    "members_admitted": ("count", "đoàn viên", "members", "Kết nạp mới"),
    "members_left": ("count", "đoàn viên", "members", "Giảm"),
    "members_total": ("count", "đoàn viên", "members", "Tổng cuối kỳ"),
    "members_women": ("count", "đoàn viên", "members", "Trong đó nữ"),
    "propaganda_events": ("count", "buổi", "propaganda", "Buổi tuyên truyền"),
    "propaganda_turns": ("count", "lượt", "propaganda", "Lượt người dự"),
    "dialogues": ("count", "cuộc", "rights", "Cuộc đối thoại"),
    "tuldtt_new": ("count", "bản", "rights", "Thỏa ước ký mới"),
    "visits": ("count", "lượt", "care", "Lượt thăm hỏi"),
    "gifts": ("count", "suất", "care", "Suất quà"),
    "gifts_vnd": ("money", "đồng", "care", "Tiền chăm lo"),
    "loan_amount_vnd": ("money", "đồng", "care", "Tiền cho vay"),
    "awards_province": ("pair", "", "emulation", "Bằng khen của tỉnh"),
    "initiatives_recognised": ("count", "sáng kiến", "emulation", "Sáng kiến"),
    "training_turns": ("count", "lượt", "issued", "Lượt tập huấn"),
}
TABLED = tuple(code for code in LABELS if code not in ("loan_amount_vnd", "awards_province"))
SUPERIORS = (
    "Liên đoàn Lao động thành phố Lai Châu", "Liên đoàn Lao động huyện Tam Đường", "Liên đoàn Lao động huyện Than Uyên",
    "Liên đoàn Lao động huyện Tân Uyên", "Liên đoàn Lao động huyện Sìn Hồ", "Liên đoàn Lao động huyện Phong Thổ",
    "Liên đoàn Lao động huyện Nậm Nhùn", "Liên đoàn Lao động huyện Mường Tè", "Công đoàn ngành Giáo dục",
    "Công đoàn Viên chức tỉnh",
)  # fmt: skip
MISSING = ("CĐCS Tả Lèng", "CĐCS Tam Đường", "CĐCS Trường THCS Bản Giang", "CĐCS Công ty TNHH Hưng Thịnh")


def figure(code: str, value: Value | None, period: str = OCTOBER) -> Figure:
    kind, unit, section, label = LABELS.get(code, ("count", "đơn vị", "opening", code))
    return Figure(code, period, kind, value, unit, label, section, 87, 112)


def superiors(count: int = 10, codes: tuple[str, ...] = TABLED, absent: int = 25) -> tuple[SuperiorRow, ...]:
    rows = []
    for number in range(count):
        missing = tuple(f"{MISSING[i % 4]} {i // 4 + 1}" for i in range(number, absent, count))
        values: dict[str, Value] = {
            code: 1_250_000 * number if code == "gifts_vnd" else 7 * number + place
            for place, code in enumerate(codes)
        }
        name = SUPERIORS[number % 10] + ("" if number < 10 else f" {number}")
        rows.append(
            SuperiorRow(name, 11 + number % 3, 11 + number % 3 - len(missing), number % 2, missing, values)
        )
    return tuple(rows)


def snapshot(
    rows: tuple[SuperiorRow, ...] | None = None, month: str = OCTOBER, **values: Value | None
) -> Snapshot:
    rows = superiors() if rows is None else rows
    given: dict[str, Value | None] = dict.fromkeys(LABELS, 0)
    for row in rows:
        for code, value in row.figures.items():
            given[code] = (given.get(code) or 0) + value  # type: ignore[operator]
    given |= {"units_reported": sum(r.submitted for r in rows), "units_total": sum(r.expected for r in rows)}
    given |= {
        "members_admitted": 63,
        "tuldtt_new": None,
        "awards_province": Pair(34, 54),
        "loan_amount_vnd": 45_000_000,
    }
    given |= values
    figures = [figure(code, value, month) for code, value in given.items()]
    return Snapshot(
        Month.parse(month), datetime(2023, 10, 17, 1, tzinfo=UTC), {f.tag: f for f in figures}, (), rows, ()
    )


def october(rows: tuple[SuperiorRow, ...] | None = None, **values: Value | None) -> Material:
    return Material(
        snapshot(rows, **values),
        awards=(Award("LĐLĐ tỉnh", "Bằng khen", 34, 54),),
        tasks=("Tổng kết năm.", "Kiểm tra hiệu quả các dự án vay vốn.", "Chuẩn bị chăm lo Tết."),
    )


def stand_in(
    material: Material, mark: Callable[[Figure], str], profile: Profile
) -> Mapping[Section, tuple[str, ...]]:
    """Sentences of no account, with figures in them."""

    def m(code: str) -> str:
        return mark(material.snapshot.figures[f"{code}@{material.snapshot.period}"])

    prose = (
        "Các cấp công đoàn chủ động phối hợp với chính quyền cùng cấp nắm tình hình đoàn viên, người lao động; "
        "vận động đoàn viên thực hiện tốt nhiệm vụ của cơ quan, đơn vị, doanh nghiệp & nội quy < 100% đơn vị."
    )
    written: dict[Section, tuple[str, ...]] = {
        section: (prose,) for section in SECTIONS if section != "difficulties"
    }
    written["opening"] = (
        f"Trong tháng, {m('units_reported')}/{m('units_total')} đơn vị đã gửi báo cáo. {prose}",
    )
    written["members"] = (
        f"Kết nạp {m('members_admitted')} đoàn viên; cuối kỳ có {m('members_total')} đoàn viên, "
        f"trong đó {m('members_women')} đoàn viên nữ. Thỏa ước ký mới: {m('tuldtt_new')} bản.",
    )
    written["care"] = (
        f"Cho vay {m('loan_amount_vnd')}.",
        f"- Thăm hỏi {m('visits')} lượt, tặng {m('gifts')} suất quà.",
    )
    written["emulation"] = (f"LĐLĐ tỉnh tặng Bằng khen cho {m('awards_province')}.",)
    written["finance"] = ("[Chưa có nội dung: công tác tài chính, tài sản]",)
    written["tasks"] = material.tasks or ("[Chưa có nội dung: nhiệm vụ tháng sau]",)
    return {**written, **material.kept}


def composed(material: Material | None = None, *, profile: Profile = PROFILE, version: int = 1) -> Composed:
    return compose(
        material or october(), profile, signer=profile.signers[0], version=version, writer=stand_in
    )
