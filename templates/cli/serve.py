"""What `baocao serve` says when it starts, and when it cannot."""


def serving(host: str, port: int) -> str:
    return f"Baocao đang chạy: http://{host}:{port} (kiểm tra: /healthz, /readyz)."


def no_messenger() -> str:
    return (
        "Chưa có ứng dụng nhắn tin nào. Đặt BAOCAO_TELEGRAM_TOKEN (mã bot do BotFather cấp) hoặc "
        "BAOCAO_ZALO_BOT_TOKEN (mã bot do Zalo Bot Platform cấp). "
        "Muốn dùng thử không cần mã: baocao demo"
    )


def no_public_url() -> str:
    return (
        "Chế độ webhook cần BAOCAO_PUBLIC_URL, địa chỉ https mà Telegram gọi đến. "
        "Không có địa chỉ ấy thì đặt BAOCAO_TELEGRAM_MODE=polling."
    )


def no_webhook_secret() -> str:
    return (
        "Chế độ webhook cần BAOCAO_TELEGRAM_WEBHOOK_SECRET hoặc BAOCAO_SECRET_KEY. Tạo bằng lệnh: "
        'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
    )


def no_zalo_secret() -> str:
    return "Zalo OA cần BAOCAO_ZALO_OA_SECRET, khóa bí mật dùng cho webhook (trang nhà phát triển của Zalo)."


def no_secret_key() -> str:
    return (
        "Zalo OA cần BAOCAO_SECRET_KEY để cất giữ quyền gửi tin. Tạo bằng lệnh: "
        'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
    )


def no_oa_id() -> str:
    return "Chữ ký dùng mã Official Account thì cần BAOCAO_ZALO_OA_ID."


def no_zalo_bot_secret() -> str:
    return (
        "Webhook của bot Zalo cần BAOCAO_ZALO_BOT_WEBHOOK_SECRET hoặc BAOCAO_SECRET_KEY. Tạo bằng lệnh: "
        'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
    )


def database_behind() -> str:
    return (
        "Cơ sở dữ liệu thuộc phiên bản khác. Sao lưu bằng lệnh: baocao backup --out TỆP, "
        "rồi cập nhật bằng lệnh: baocao db upgrade"
    )


def cannot_listen(host: str, port: int) -> str:
    return f"Không mở được {host}:{port}; có thể cổng đang có chương trình khác dùng."
