"""The menu a messenger shows: slash commands (`reporting.reading.slashes`) by role, each with its description."""

from collections.abc import Collection

DESCRIPTIONS = {
    "batdau": "Bắt đầu hoặc làm tiếp báo cáo",
    "xem": "Xem lại phiếu số liệu",
    "sua": "Chữa một dòng, ví dụ /sua 5 12",
    "gui": "Gửi báo cáo",
    "tamdung": "Để sau làm tiếp",
    "lichsu": "Các báo cáo đã gửi",
    "tiendo": "Tiến độ báo cáo",
    "tonghop": "Tổng hợp số liệu",
    "viec": "Việc đang chờ",
    "baocao": "Báo cáo tháng đang đến đâu",
    "soanbaocao": "Soạn báo cáo tháng",
    "trinh": "Trình lãnh đạo báo cáo đã soạn",
    "pheduyet": "Phê duyệt báo cáo",
    "capso": "Cấp số, phát hành báo cáo",
    "vanban": "Danh mục văn bản đã ban hành",
    "gopy": "Các dự thảo đã góp ý",
    "khenthuong": "Danh sách khen thưởng",
    "nhiemvu": "Nhiệm vụ tháng sau",
    "viecthangtruoc": "Kết quả nhiệm vụ báo cáo trước đã nêu",
    "loivan": "Lời văn của báo cáo tháng",
    "nhac": "Nhắc đơn vị chưa gửi",
    "nhapho": "Nhập hộ một đơn vị",
    "tralai": "Trả lại để xem lại số",
    "trogiup": "Những gì làm được ở đây",
}
_REPORTER = ("batdau", "xem", "sua", "gui", "tamdung", "tiendo", "tonghop", "lichsu")
OF_ROLE: dict[str, tuple[str, ...]] = {
    "office": (
        "viec", "tiendo", "tonghop", "baocao", "batdau", "nhac", "nhapho", "xem", "tralai", "soanbaocao", "trinh",
        "capso", "vanban", "gopy", "khenthuong", "viecthangtruoc", "nhiemvu", "loivan",
    ),
    "leader": ("baocao", "viec", "tiendo", "tonghop", "pheduyet", "tralai", "xem"),
    "superior": ("tiendo", "tonghop", "nhac", "xem", "tralai"),
    "admin": ("tiendo",),
    "chair": _REPORTER,
    "deputy": _REPORTER,
}  # fmt: skip


def menu(roles: Collection[str]) -> list[tuple[str, str]]:
    """(command, description) pairs for somebody with these roles; help stands last, and for everybody."""
    names = dict.fromkeys(name for role, known in OF_ROLE.items() if role in roles for name in known)
    return [(name, DESCRIPTIONS[name]) for name in (*names, "trogiup")]
