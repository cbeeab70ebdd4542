"""What is said of a setting that is wrong: which variable, and what to give."""

_WANTED = {
    "database_url": "địa chỉ cơ sở dữ liệu, ví dụ sqlite:///var/baocao.sqlite hoặc "
    "postgresql://ten:mat-khau@127.0.0.1:5432/baocao",
    "public_url": "địa chỉ mà mọi người mở được, ví dụ https://baocao.congdoan.vn",
    "http_host": "địa chỉ máy để lắng nghe, ví dụ 127.0.0.1",
    "http_port": "số cổng từ 1 đến 65535, ví dụ 8080",
    "metrics_host": "địa chỉ máy để hệ thống giám sát đọc số đo, ví dụ 127.0.0.1",
    "metrics_port": "số cổng từ 1 đến 65535, ví dụ 9464; 0 là không mở",
    "telegram_token": "mã của bot do BotFather cấp, dạng 123456789:AA…",
    "telegram_api_base": "địa chỉ máy chủ Telegram, ví dụ https://api.telegram.org",
    "telegram_mode": "polling (tự hỏi) hoặc webhook (Telegram gọi đến, cần BAOCAO_PUBLIC_URL)",
    "telegram_webhook_secret": "chuỗi 1–256 ký tự gồm chữ cái không dấu, chữ số, gạch dưới, gạch ngang",
    "zalo_oa_app_id": "mã ứng dụng (App ID) trên trang nhà phát triển của Zalo",
    "zalo_oa_id": "mã của Official Account (OA ID), chỉ cần khi chữ ký webhook dùng mã này",
    "zalo_oa_secret": "khóa bí mật của Official Account (OA Secret Key) dùng cho webhook",
    "zalo_oa_app_secret": "khóa bí mật của ứng dụng (App Secret); bỏ trống nếu trùng với BAOCAO_ZALO_OA_SECRET",
    "zalo_oa_refresh_token": "refresh token lấy ở lần cấp quyền đầu; hoặc bỏ trống rồi chạy: baocao zalo authorize",
    "zalo_oa_api_base": "địa chỉ máy chủ Zalo, ví dụ https://openapi.zalo.me",
    "zalo_oa_oauth_base": "địa chỉ cấp quyền của Zalo, ví dụ https://oauth.zaloapp.com",
    "zalo_oa_template_base": "địa chỉ gửi tin theo mẫu của Zalo, ví dụ https://business.openapi.zalo.me",
    "zalo_oa_sign_account": "app hoặc oa: mã nào có trong chữ ký webhook",
    "zalo_oa_sign_secret": "oa hoặc app: khóa bí mật nào dùng để ký webhook",
    "zalo_oa_sign_time": "body hoặc header: thời điểm ký lấy từ nội dung hay từ tiêu đề",
    "telegram_proxy": "địa chỉ proxy, ví dụ socks5://127.0.0.1:1080 hoặc http://127.0.0.1:3128",
    "zalo_bot_token": "mã của bot do Zalo Bot Platform cấp, dạng 1234567890:AbC…",
    "zalo_bot_api_base": "địa chỉ máy chủ Zalo Bot Platform, ví dụ https://bot-api.zaloplatforms.com",
    "zalo_bot_webhook_secret": "chuỗi 8–256 ký tự gồm chữ cái không dấu, chữ số, gạch dưới, gạch ngang",
    "secret_key": "chuỗi bí mật dài ít nhất 32 ký tự; tạo bằng lệnh: "
    'python3 -c "import secrets; print(secrets.token_urlsafe(48))"',
    "office_file": "đường dẫn đến tệp office.toml đang có trên máy",
    "log_format": "console hoặc json",
    "port": "số cổng từ 1 đến 65535, ví dụ 8080",
}


def wrong(variable: str, setting: str) -> str:
    """One line on a wrong variable. Its value is never repeated: it may be a secret."""
    return f"Biến môi trường {variable} chưa đúng. Cần: {_WANTED[setting]}."


def unknown(variable: str) -> str:
    return f"Không có thiết lập nào tên {variable}; có thể gõ nhầm tên biến."


def office_not_text(name: str) -> str:
    return f"Tệp cơ quan {name} không phải văn bản UTF-8. Lưu lại với mã UTF-8."
