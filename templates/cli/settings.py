"""What is said of a setting that is wrong: which variable, and what to give."""

_WANTED = {
    "database_url": "địa chỉ cơ sở dữ liệu, ví dụ sqlite:///var/baocao.sqlite hoặc "
    "postgresql://ten:mat-khau@127.0.0.1:5432/baocao",
    "public_url": "địa chỉ mà mọi người mở được, ví dụ https://baocao.congdoan.vn",
    "http_host": "địa chỉ máy để lắng nghe, ví dụ 127.0.0.1",
    "http_port": "số cổng từ 1 đến 65535, ví dụ 8080",
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
