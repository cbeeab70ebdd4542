"""What `make replicas` says."""

from collections.abc import Sequence


def needs_postgresql() -> str:
    return (
        "Hai bản chạy cùng lúc cần PostgreSQL. Đặt BAOCAO_DATABASE_URL, ví dụ "
        "postgresql://baocao:MAT-KHAU@127.0.0.1:5432/baocao (chưa có cơ sở dữ liệu ấy thì lệnh này tạo). Chưa có "
        "tài khoản thì gõ: sudo -u postgres createuser --pwprompt --createdb baocao"
    )


def needs_messenger() -> str:
    return (
        "Chưa có ứng dụng nhắn tin nào nên hai bản sẽ không có việc gì. Đặt BAOCAO_TELEGRAM_TOKEN (mã bot do "
        "@BotFather cấp; nên dùng một bot thử) hoặc BAOCAO_ZALO_BOT_TOKEN, rồi gõ lại: make replicas"
    )


def no_server(why: str) -> str:
    return f"Không nối được PostgreSQL ({why}). Xem PostgreSQL có chạy không, và xem lại BAOCAO_DATABASE_URL."


def cannot_create(name: str, why: str) -> str:
    return f"Không tạo được cơ sở dữ liệu {name} ({why}). Nhờ quản trị PostgreSQL tạo, mã UTF8."


def created(name: str) -> str:
    return f"Đã tạo cơ sở dữ liệu {name}."


def running(addresses: Sequence[tuple[str, str]]) -> str:
    """(address, metrics' address) of each."""
    lines = ["Hai bản đang chạy trên cùng cơ sở dữ liệu:"]
    for n, (address, metrics) in enumerate(addresses, 1):
        lines.append(f"  {n}. {address}/readyz, số đo {metrics}/metrics")
    lines += [
        "Bản nào có baocao_leader 1.0 trong số đo là bản đang gửi tin. Dừng bản ấy, bản kia thay trong vài giây.",
        "Dừng cả hai: Ctrl+C.",
    ]
    return "\n".join(lines)


def one_ended(number: int, code: int) -> str:
    return f"Bản {number} đã dừng (mã {code}); bản kia vẫn chạy."


def all_ended() -> str:
    return "Cả hai bản đã dừng."
