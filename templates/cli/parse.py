"""What `baocao parse` says of a command typed wrongly."""


def no_kind(kind: str, kinds: tuple[str, ...]) -> str:
    return f"Không có loại “{kind}”. Chọn một trong: {', '.join(kinds)}."


def no_kind_given() -> str:
    return "Còn thiếu tùy chọn --kind."


def no_text() -> str:
    return "Còn thiếu câu cần đọc. Đọc nhiều câu từ đầu vào chuẩn thì thêm --stdin."


def both() -> str:
    return "Dùng --stdin thì không kèm --kind hay câu cần đọc."


def bad_date(text: str) -> str:
    return f"Ngày “{text}” chưa đúng. Cần dạng NĂM-THÁNG-NGÀY, ví dụ 2023-10-17."


def bad_header() -> str:
    return "Dòng đầu của CSV cần là: kind,input"


def bad_row(line: int) -> str:
    return f"Dòng {line} của CSV chưa đúng: cần đủ hai cột kind và input."


def not_text() -> str:
    return "Đầu vào chuẩn không phải văn bản UTF-8."
