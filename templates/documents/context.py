"""What a frame can name in {{ … }}: the office, the month, the lists of the letterhead and the signature.

| name | what |
|---|---|
| cap_tren, co_quan | lines of the letterhead |
| so_hieu, dia_danh_ngay | number; place and day, filled when issued; so_hieu_kem, ngay_kem the same in an annex |
| du_thao.lan, du_thao.ma | the draft box: which version, short digest |
| ky.ten, ky.gon, ky_sau.ten | tháng 10 năm 2023, tháng 10, tháng 11 năm 2023 |
| kinh_gui, noi_nhan, luu | addressees, recipients, archive |
| quyen_han, chuc_vu, nguoi_ky | TM. BAN THƯỜNG VỤ, PHÓ CHỦ TỊCH, the name |
| muc.<section>, co.<section> | the section's paragraphs; whether there are any |
| co_tap_huan | whether the section «issued» tells of training |
| so.<code> | a figure of the month |
| thay_the, dinh_chinh | of an amended report: which it replaces ("Báo cáo số 02/BC-LĐLĐ ngày …"); what changed |
| phu_luc, bang_bao_cao, bang_so_lieu | the annexes' names; where the table of annex I comes, and those of annex II |
"""

import re
from collections.abc import Mapping
from datetime import date

from reporting.documents.diff import section_changes
from reporting.documents.model import Material, Replaced
from reporting.documents.sections import SECTIONS, Section
from reporting.periods import Month
from reporting.profile import Profile, Signer
from reporting.text import fold
from templates.documents import marks
from templates.documents.issue import paper_month, short_month
from templates.documents.marker import Figures
from templates.filters import part

_TAG = re.compile(r"\{([a-z0-9_.]+@[0-9-]+)\}")
COVERAGE, TABLES = "bang_bao_cao", "bang_so_lieu"
BLANK = "……"


def standing(material: Material, profile: Profile, signer: Signer) -> dict[str, object]:
    """What the paper says beside its sections, as plain data: it goes into the digest too."""
    month = material.snapshot.period
    paper = profile.paper
    recipients = (("Như trên",) if paper.addressees else ()) + paper.recipients
    return {
        "cap_tren": _clean(profile.header.superior),
        "co_quan": _clean(profile.header.issuer),
        "ten_co_quan": marks.clean(profile.name),
        "ky": _named(month),
        "ky_sau": _named(month.next()),
        "kinh_gui": _clean(paper.addressees),
        "noi_nhan": _clean(recipients),
        "luu": marks.clean(paper.archive),
        "quyen_han": marks.clean(signer.authority),
        "chuc_vu": marks.clean(signer.title).upper(),
        "nguoi_ky": marks.clean(signer.name),
    }


def amending(
    replaced: Replaced | None, content: Mapping[Section, tuple[str, ...]] | None = None
) -> dict[str, object]:
    """Which issued report this one replaces, and what changed; empty where it is the first."""
    if replaced is None:
        return {"thay_the": "", "dinh_chinh": []}
    return {
        "thay_the": f"Báo cáo số {marks.clean(replaced.number)} ngày {replaced.on:%d/%m/%Y}",
        "dinh_chinh": [
            marks.clean(change) for change in (*replaced.changes, *_reworded(replaced, content or {}))
        ],
    }


def _reworded(replaced: Replaced, content: Mapping[Section, tuple[str, ...]]) -> list[str]:
    """The sections whose wording is another, by their headings; not where a changed figure alone has moved it."""
    if not replaced.content or not content:
        return []
    return [
        f"Lời văn mục {part(change.section)}"
        for change in section_changes(replaced.content, content)
        if any(not replaced.tags & set(_TAG.findall(text)) for text in (*change.added, *change.removed))
    ]


def changing(
    profile: Profile, month: Month, version: int, short_digest: str, amended: date | None = None
) -> dict[str, object]:
    """Number, day and draft box, which issuing replaces; `amended`: the day an amending report is made."""
    number = f"{BLANK}/{marks.clean(profile.paper.symbol)}"
    dated = month.plus(profile.schedule.due_month) if amended is None else Month(amended.year, amended.month)
    day = f"ngày … {paper_month(dated.year, dated.month)}"
    return {
        "so_hieu": marks.fielded("number", number),
        "so_hieu_kem": marks.fielded("number", number),
        "dia_danh_ngay": marks.fielded("dated", f"{profile.header.place}, {day}"),
        "ngay_kem": marks.fielded("date", day),
        "du_thao": {
            "lan": marks.fielded("draft", f"DỰ THẢO LẦN {version}"),
            "ma": marks.fielded("draft", short_digest),
        },
    }


def places(
    material: Material,
    content: Mapping[Section, tuple[str, ...]],
    figures: Figures,
    *,
    tabled: bool,
) -> dict[str, object]:
    """Where sections, figures and annexes come."""
    snapshot = material.snapshot
    names = ["Phụ lục"] if snapshot.superiors else []
    if tabled:
        names = ["Phụ lục I", "Phụ lục II"]
    return {
        "muc": {section: marks.place(section) for section in SECTIONS},
        "co": {section: bool(content.get(section)) for section in SECTIONS},
        "co_tap_huan": _tells_of_training(content.get("issued", ())),
        "so": figures,
        "phu_luc": names,
        COVERAGE: marks.place(COVERAGE) if snapshot.superiors else "",
        TABLES: marks.place(TABLES) if tabled else "",
    }


def _tells_of_training(issued: tuple[str, ...]) -> bool:
    """Whether more stands there than the list of papers, whose lines begin with a dash."""
    told = fold(" ".join(line for line in issued if not line.startswith("-")))
    return any(word in told for word in ("training_", "tap huan", "boi duong"))


def _named(month: Month) -> dict[str, str]:
    """`gon` leaves the year out where the next month is of the same."""
    full, short = paper_month(month.year, month.month), short_month(month.month)
    return {"ten": full, "gon": short if month.month < 12 else full}


def _clean(lines: tuple[str, ...]) -> list[str]:
    return [marks.clean(line) for line in lines]
