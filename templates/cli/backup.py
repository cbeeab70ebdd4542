"""What the commands `backup` and `restore` say."""

from datetime import datetime

from templates.cli.doctor import size

_REASONS = {
    "busy": "Đang có lệnh khác sao lưu ra {subject}. Chờ lệnh ấy xong, hoặc chọn tên tệp khác.",
    "unwritable": "Không ghi được vào {subject}. Xem lại thư mục, quyền ghi và chỗ trống trên ổ đĩa.",
    "there_already": "Đã có {subject}. Sao lưu không ghi đè; chọn tên tệp khác.",
    "no_tables": "Cơ sở dữ liệu chưa có bảng nào nên không có gì để sao lưu. Tạo bằng lệnh: baocao db upgrade",
    "unreadable": "Không đọc được tệp {subject}.",
    "not_backup": "{subject} không phải tệp sao lưu của Baocao.",
    "damaged": "Bản sao lưu đã hỏng ({subject}), không dùng được. Lấy bản sao lưu khác.",
    "newer_format": "{subject} do bản chương trình mới hơn ghi. Cập nhật chương trình rồi làm lại.",
    "newer_revision": (
        "Bản sao lưu ở phiên bản {subject}, mới hơn bản chương trình này. Cập nhật chương trình rồi làm lại."
    ),
    "not_empty": (
        "Cơ sở dữ liệu đã có dữ liệu (bảng {subject}) nên không khôi phục. "
        "Chọn cơ sở dữ liệu trống bằng BAOCAO_DATABASE_URL."
    ),
    "does_not_fit": (
        "Cơ sở dữ liệu không giữ được nguyên vẹn bảng {subject} của bản sao lưu. Chưa khôi phục gì."
    ),
}

ONE_OF_TWO = "Cần đúng một trong hai: --out TỆP để sao lưu, hoặc --check TỆP để kiểm tra."
SECRETS = (
    "→ Bản sao lưu không có biến môi trường và tệp cơ quan. Giữ riêng BAOCAO_SECRET_KEY và office.toml; khi khôi phục "
    "phải đặt đúng khóa cũ."
)
CHAIN_HOLDS = "✓ Chuỗi nhật ký còn nguyên vẹn."


def refused(reason: str, subject: str) -> str:
    """Why it did not come about. KeyError for an unknown reason."""
    return _REASONS[reason].format(subject=subject)


def written(place: str, tables: int, rows: int, files: int, octets: int) -> str:
    return f"✓ Đã sao lưu ra {place} và đọc lại: {_extent(tables, rows, files)}, {size(octets)}."


def whole(place: str, tables: int, rows: int, files: int, octets: int) -> str:
    return f"✓ {place} còn nguyên vẹn: {_extent(tables, rows, files)}, {size(octets)}."


def restored(place: str, tables: int, rows: int, files: int) -> str:
    return f"✓ Đã khôi phục từ {place}: {_extent(tables, rows, files)}."


def origin(at: datetime, backend: str, program: str, revision: str) -> str:
    """When and from what a backup was taken; `at` in the zone to show."""
    return f"→ Sao lưu lúc {at:%H:%M %d/%m/%Y} từ {backend}, chương trình {program}, phiên bản dữ liệu {revision}."


def rotten(sha256: str) -> str:
    return f"⚠ Tệp {sha256} đã sai nội dung ngay trong cơ sở dữ liệu từ trước khi sao lưu; bản sao lưu giữ y như vậy."


def chain_broken(audit_id: int) -> str:
    return f"⚠ Chuỗi nhật ký không khớp từ dòng {audit_id}, như ở cơ sở dữ liệu đã sao lưu."


def _extent(tables: int, rows: int, files: int) -> str:
    return f"{_number(tables)} bảng, {_number(rows)} dòng, {_number(files)} ảnh và tệp"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
