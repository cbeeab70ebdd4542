"""What `baocao doctor` says of each thing it looked at."""

_MARKS = {"ok": "✓", "note": "→", "finding": "⚠"}

_LINES = {
    "python.ok": "Python {version}.",
    "python.old": "Python {version} đã cũ. Cần Python 3.11 trở lên.",
    "settings.ok": "Thiết lập đọc được.",
    "settings.wrong": "{detail}",
    "zone.ok": "Giờ máy: {now} (giờ Việt Nam).",
    "zone.absent": "Thiếu dữ liệu múi giờ Asia/Ho_Chi_Minh. Cài bằng lệnh: pip install tzdata",
    "zone.past": "Giờ máy là {now}, sai ngày tháng. Hãy chỉnh lại đồng hồ của máy.",
    "database.ok": "Cơ sở dữ liệu mở được và đúng phiên bản ({kind}).",
    "database.absent": "Chưa có cơ sở dữ liệu tại {place}. Tạo bằng lệnh: baocao db upgrade",
    "database.behind": "Cơ sở dữ liệu chưa đúng phiên bản. Cập nhật bằng lệnh: baocao db upgrade",
    "database.closed": "Không mở được cơ sở dữ liệu ({why}). Xem lại BAOCAO_DATABASE_URL.",
    "office.ok": "Tệp cơ quan {name} đọc được.",
    "office.default": "Chưa đặt BAOCAO_OFFICE_FILE; dùng thông tin cơ quan mặc định.",
    "office.wrong": "{detail}",
    "office.not_text": "Tệp cơ quan {name} không phải văn bản UTF-8.",
    "forms.ok": "Các mẫu báo cáo đọc được: {names}.",
    "forms.wrong": "Mẫu {name}: {detail}",
    "forms.none": "Không tìm thấy mẫu báo cáo nào.",
    "disk.ok": "Ổ đĩa còn {free}.",
    "disk.low": "Ổ đĩa chỉ còn {free} tại {place}. Nên có ít nhất {wanted}.",
    "secret.ok": "Đã đặt BAOCAO_SECRET_KEY.",
    "secret.absent": "Chưa đặt BAOCAO_SECRET_KEY, cần có trước khi chạy chính thức. Tạo bằng lệnh: "
    'python3 -c "import secrets; print(secrets.token_urlsafe(48))"',
    "program.ok": "{title}: có.",
    "program.absent": "{title}: chưa cài ({use}). Cài bằng lệnh: {command}",
}

_PROGRAMS = {
    "postgresql": ("PostgreSQL", "không bắt buộc; dùng khi chạy nhiều máy và để kiểm thử"),
    "chromium": ("Chromium", "không bắt buộc; dùng để kiểm thử trang mô phỏng"),
    "libreoffice": ("LibreOffice", "không bắt buộc; dùng để xuất văn bản PDF, không có thì chỉ gửi tệp Word"),
    "uno": ("LibreOffice cho Python (UNO)", "không bắt buộc; dùng để kiểm thử bản sửa trong Word"),
}

ALL_WELL = "Mọi thứ ổn."


def sentence(key: str, **facts: object) -> str:
    """What is said of one thing. KeyError for a key or fact that does not exist."""
    if key.startswith("program."):
        title, use = _PROGRAMS[str(facts["program"])]
        facts = {**facts, "title": title, "use": use}
    return _LINES[key].format(**facts)


def line(level: str, text: str) -> str:
    return f"{_MARKS[level]} {text}"


def count(findings: int) -> str:
    """The closing line."""
    return f"Có {findings} điều cần xử lý." if findings else ALL_WELL


def program_missing(program: str, command: str) -> str:
    return sentence("program.absent", program=program, command=command)


def size(count: int) -> str:
    """Bytes as people read them: 3,5 GB."""
    for unit, scale in (("GB", 1024**3), ("MB", 1024**2)):
        if count >= scale:
            return f"{count / scale:.1f}".replace(".", ",") + f" {unit}"
    return f"{count // 1024} KB"
