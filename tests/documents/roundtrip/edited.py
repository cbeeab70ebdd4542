"""What each edit made in LibreOffice comes to: the fates of figures, the sections changed, the frame.

`python -m tests.documents.roundtrip.edited` makes the kept files anew (LibreOffice 7.4 made those that lie there).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reporting.documents.sections import Section
from reporting.documents.word.examine import Returned
from tests.documents.roundtrip.paper import docx
from tests.support import libreoffice

KEPT = Path(__file__).parents[1] / "data" / "edited"
SENT = KEPT / "sent.docx"


@dataclass(frozen=True)
class Outcome:
    """`figures` that are not the same: code → (kind, text). `prose`: the sections changed, {code} for figures.

    `certainty` of sections where it is not "bookmark".
    """

    figures: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    prose: Mapping[Section, tuple[str, ...]] = field(default_factory=dict)
    certainty: Mapping[Section, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def outcome(returned: Returned) -> Outcome:
    def short(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(line.replace("@2023-10}", "}") for line in paragraphs)

    return Outcome(
        {
            name.partition("@")[0]: (fate.kind, fate.text)
            for name, fate in returned.figures.items()
            if fate.kind != "same"
        },
        {section: short(prose.paragraphs) for section, prose in returned.prose.items() if prose.changed},
        {section: p.certainty for section, p in returned.prose.items() if p.certainty != "bookmark"},
        returned.frame.added,
        returned.frame.gone,
    )


TALKS = "Công đoàn cơ sở mở {propaganda_events} buổi nói chuyện, góp {press_issues} số bản tin."
TELEVISION = "Đài tỉnh phát {tv_reports} phóng sự về người lao động."
RIGHTS = "Các đơn vị giữ nền nếp đối thoại tại nơi làm việc."
CARE = "Thăm hỏi {visits} lượt đoàn viên, trị giá {care_money}"
ROADS, MEANS = "Đường đi lại ở vùng cao còn cách trở.", "Kinh phí tập huấn eo hẹp."
WOMEN = "Kết nạp {members_admitted} đoàn viên, trong đó {members_women} nữ;"
FOUNDED = "thành lập {units_founded} công đoàn."
TASKS = ("1. Kiểm tra việc dùng vốn vay.", "2. Chuẩn bị hội nghị tổng kết.", "3. Chăm lo Tết.")

OUTCOMES: dict[str, Outcome] = {
    "nothing": Outcome(),
    "prose_changed": Outcome(
        prose={
            "opening": (
                "Trong tháng, đời sống người lao động ổn định; {units_reported}/{units_total} đơn vị đã gửi báo cáo.",
            )
        }
    ),
    "prose_typed": Outcome(prose={"rights": ("Các đơn vị cơ bản giữ nền nếp đối thoại tại nơi làm việc.",)}),
    "words_beside_figure": Outcome(
        prose={"members": (f"{WOMEN} {FOUNDED}".replace("trong đó", "trong đó có"),)}
    ),
    "section_rewritten": Outcome(prose={"difficulties": ("Không có khó khăn lớn.",)}),
    "figure_changed": Outcome({"members_admitted": ("changed", "69")}),
    "figure_retyped": Outcome({"propaganda_events": ("changed", "15")}),
    "figure_typed_beside": Outcome({"propaganda_events": ("changed", "20")}),
    "figure_emptied": Outcome(
        {"propaganda_events": ("emptied", "")},
        {"propaganda": (TALKS.replace("{propaganda_events} ", ""), TELEVISION)},
    ),
    "money_changed": Outcome({"care_money": ("changed", "48.000.000 đồng")}),
    "figure_deleted": Outcome({"loans": ("deleted", "")}, {"care": (f"{CARE}.",)}),
    "digit_before_figure": Outcome({"visits": ("changed", "1245")}),
    "paragraph_added": Outcome(prose={"propaganda": (TALKS, TELEVISION, "Đoạn mới do văn thư thêm.")}),
    "paragraph_added_between": Outcome(
        prose={"propaganda": (TALKS, "Đoạn giữa do văn thư thêm.", TELEVISION)}
    ),
    "paragraph_added_first": Outcome(
        prose={"propaganda": ("Đoạn đầu do văn thư thêm.", TALKS, TELEVISION)},
        certainty={"propaganda": "aligned"},
    ),
    "task_added_last": Outcome(prose={"tasks": (*TASKS, "4. Sơ kết phong trào thi đua.")}),
    "paragraph_split": Outcome(prose={"members": (WOMEN, FOUNDED)}),
    "paragraphs_merged": Outcome(prose={"difficulties": (f"{ROADS}{MEANS}",)}),
    "paragraph_deleted": Outcome(prose={"difficulties": (ROADS,)}),
    "paragraph_moved": Outcome(prose={"propaganda": (TALKS,), "rights": (RIGHTS, TELEVISION)}),
    "paragraph_copied": Outcome({"tv_reports": ("copied", "03")}, {"rights": (RIGHTS, TELEVISION)}),
    "heading_changed": Outcome(added=("5. Tổ chức cán bộ, kiểm tra",), gone=("5. Tổ chức cán bộ",)),
    "heading_deleted": Outcome(
        certainty={"rights": "uncertain", "care": "uncertain"}, gone=("3. Chăm lo đời sống",)
    ),
    "tracked_prose": Outcome(
        prose={
            "propaganda": (TALKS, TELEVISION, "Đoạn mới do văn thư thêm."),
            "rights": ("Các đơn vị cơ bản giữ nền nếp đối thoại tại nơi làm việc.",),
            "difficulties": ("còn cách trở.", MEANS),
        }
    ),
    "tracked_merge": Outcome(prose={"difficulties": (f"{ROADS}{MEANS}",)}),
}
# Changes recorded at a figure's control: LibreOffice 7.4 writes XML that does not close.
BROKEN = "tracked_figure"

if __name__ == "__main__":
    SENT.write_bytes(docx())
    for name in [*OUTCOMES, BROKEN]:
        libreoffice.edit(SENT, KEPT / f"{name}.docx", name)
