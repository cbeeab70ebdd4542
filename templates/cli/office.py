"""What the commands on units, invitations, campaigns, forms and the database say."""

_STATES = {"open": "đang mở", "locked": "đã khóa"}
_MISSING = {"open": "chưa bắt đầu", "draft": "đang nhập", "returned": "đã trả lại, chờ sửa"}


def no_file(name: str) -> str:
    return f"Không đọc được tệp {name}."


def form_sound(name: str) -> str:
    return f"✓ {name}: không có lỗi."


def no_database(place: str) -> str:
    return f"Chưa có cơ sở dữ liệu tại {place}. Tạo bằng lệnh: baocao db upgrade"


def database_behind() -> str:
    return "Cơ sở dữ liệu chưa đúng phiên bản. Cập nhật bằng lệnh: baocao db upgrade"


def database_closed(why: str) -> str:
    return f"Không mở được cơ sở dữ liệu ({why}). Xem lại BAOCAO_DATABASE_URL."


def upgraded(kind: str) -> str:
    return f"✓ Cơ sở dữ liệu đã ở phiên bản mới nhất ({kind})."


def no_such_sample(name: str, known: list[str]) -> str:
    return f"Không có bộ số liệu mẫu “{name}”. Chọn một trong: {', '.join(known)}."


def sample_needs_empty() -> str:
    return (
        "Cơ sở dữ liệu đã có đơn vị nên không nạp bộ mẫu. Chọn cơ sở dữ liệu khác bằng BAOCAO_DATABASE_URL."
    )


def sample_loaded(name: str) -> str:
    return f"✓ Đã nạp bộ số liệu mẫu {name}."


def port_taken(port: int) -> str:
    return f"Cổng {port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ: make demo PORT={port + 1}"


def no_unit(code: str) -> str:
    return f"Không có đơn vị nào mang mã “{code}”. Xem danh sách bằng lệnh: baocao units"


def no_role(role: str, unit: str, roles: tuple[str, ...]) -> str:
    return f"{unit} không có vai trò “{role}”. Chọn một trong: {', '.join(roles)}."


def invited_to_zalo_bot(title: str, code: str) -> str:
    """What is handed on with a code; `title` is the bot's name, empty until it has run once."""
    bot = f"bot “{title}”" if title else "bot của cơ quan"
    return f"Mở Zalo, tìm {bot}, nhắn mã {code}."


def invited_by_link(link: str) -> str:
    """What is handed on with a link that brings the code along."""
    return f"Mở {link} rồi bấm Bắt đầu."


def phone_needs_key() -> str:
    return (
        "Số điện thoại chỉ lưu ở dạng mã hóa nên cần biến môi trường BAOCAO_SECRET_KEY. "
        "Đặt biến ấy rồi chạy lại, hoặc mời không kèm --phone."
    )


def bad_phone() -> str:
    return "Số điện thoại chưa đúng. Cần dạng 0912345678 hoặc +84912345678."


def bad_period(text: str) -> str:
    return f"Kỳ báo cáo “{text}” chưa đúng. Cần dạng NĂM-THÁNG, ví dụ 2023-10."


def no_campaign(period: str) -> str:
    return f"Chưa có đợt báo cáo {period}. Mở bằng lệnh: baocao campaign open {period}"


def campaign_opened(period: str, units: int, people: int) -> str:
    return f"✓ Đã mở đợt báo cáo {period}: {units} đơn vị, đã báo cho {people} người."


def no_units(period: str) -> str:
    return (
        f"Chưa có đơn vị nào nên chưa mở được đợt báo cáo {period}. "
        "Nạp tỉnh mẫu vào cơ sở dữ liệu này bằng lệnh: baocao demo"
    )


def stopped(unit: str) -> str:
    return f"⚠ {unit}: đã ngừng nhận tin, cần gọi điện."


def unreachable(unit: str) -> str:
    return f"⚠ {unit}: chưa có ai liên kết, cần gửi lời mời."


def campaign_exists(period: str) -> str:
    return f"Đợt báo cáo {period} đã mở từ trước."


def campaign_state(period: str, state: str, due: str) -> str:
    return f"Đợt báo cáo {period}: {_STATES[state]}, hạn gửi {due}."


def progress(units: int, sent: int, late: int) -> str:
    return f"Đã gửi {sent}/{units} đơn vị" + (f", trong đó {late} gửi muộn." if late else ".")


def missing(unit: str, state: str) -> str:
    return f"→ {unit}: {_MISSING[state]}"


def office_form(unit: str, state: str) -> str:
    return f"Phiếu riêng của {unit}: {_MISSING.get(state, 'đã gửi')}."
