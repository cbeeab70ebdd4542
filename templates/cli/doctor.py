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
    "zone.other": "Múi giờ của máy là {name}. Chương trình vẫn theo giờ Việt Nam; muốn nhật ký của máy cùng "
    "giờ thì gõ: sudo timedatectl set-timezone Asia/Ho_Chi_Minh",
    "clock.ok": "Giờ máy khớp giờ Telegram (lệch {seconds} giây).",
    "clock.ahead": "Giờ máy nhanh hơn giờ Telegram {seconds} giây. Bật đồng bộ giờ: sudo timedatectl set-ntp "
    "true",
    "clock.behind": "Giờ máy chậm hơn giờ Telegram {seconds} giây. Bật đồng bộ giờ: sudo timedatectl set-ntp "
    "true",
    "database.ok": "Cơ sở dữ liệu mở được và đúng phiên bản ({kind}).",
    "database.absent": "Chưa có cơ sở dữ liệu tại {place}. Tạo bằng lệnh: baocao db upgrade",
    "database.behind": "Cơ sở dữ liệu chưa đúng phiên bản. Cập nhật bằng lệnh: baocao db upgrade",
    "database.newer": "Cơ sở dữ liệu do bản chương trình mới hơn tạo ra. Cài lại bản mới, hoặc khôi phục bản "
    "sao lưu trước khi nâng cấp vào cơ sở dữ liệu trống: baocao restore TỆP",
    "database.closed": "Không mở được cơ sở dữ liệu ({why}). Xem lại BAOCAO_DATABASE_URL.",
    "postgresql.ok": "PostgreSQL {version}, thiết lập an toàn cho dữ liệu.",
    "postgresql.old": "PostgreSQL {version} đã cũ. Cần phiên bản {wanted} trở lên.",
    "postgresql.encoding": "Cơ sở dữ liệu PostgreSQL dùng mã {encoding}. Tạo lại với mã UTF8: createdb -E "
    "UTF8 -T template0 TÊN, rồi khôi phục bản sao lưu vào đó.",
    "postgresql.setting": "PostgreSQL đang đặt {name} = {value}, có thể mất dữ liệu hoặc không ghi được. Đặt "
    "{name} = {wanted} trong postgresql.conf rồi nạp lại.",
    "postgresql.connections": "PostgreSQL chỉ cho {count} kết nối, hai bản chạy cùng lúc có thể thiếu. Đặt "
    "max_connections = {wanted} trở lên trong postgresql.conf rồi khởi động lại PostgreSQL.",
    "telegram.absent": "Chưa đặt BAOCAO_TELEGRAM_TOKEN nên chưa dùng Telegram. Cần dùng thì xin mã bot ở "
    "@BotFather.",
    "telegram.ok": "Telegram nhận mã của bot: @{name}.",
    "telegram.refused": "Telegram không nhận mã của bot. Xem lại BAOCAO_TELEGRAM_TOKEN, hoặc xin mã mới ở "
    "@BotFather (lệnh /token).",
    "telegram.unreached": "Không gọi được Telegram tại {place} ({why}). Kiểm tra mạng của máy; nhà mạng chặn "
    "Telegram thì đặt BAOCAO_TELEGRAM_PROXY.",
    "telegram.unreached_by_proxy": "Không gọi được Telegram tại {place} qua proxy ({why}). Kiểm tra proxy "
    "còn chạy và BAOCAO_TELEGRAM_PROXY.",
    "telegram.no_public_url": "Chế độ webhook cần BAOCAO_PUBLIC_URL (địa chỉ https). Không có thì đặt "
    "BAOCAO_TELEGRAM_MODE=polling.",
    "telegram.no_secret": "Chế độ webhook cần BAOCAO_SECRET_KEY hoặc BAOCAO_TELEGRAM_WEBHOOK_SECRET. Tạo "
    'bằng lệnh: python3 -c "import secrets; print(secrets.token_urlsafe(48))"',
    "telegram.polling": "Telegram: chế độ polling, không có webhook nào.",
    "telegram.webhook": "Telegram gọi đến {url}.",
    "telegram.webhook_while_polling": "Đặt chế độ polling nhưng Telegram đang gọi đến {url}. baocao serve gỡ "
    "địa chỉ ấy khi khởi động; đang chạy rồi mà còn thì có chương trình khác dùng cùng mã bot: tắt "
    "chương trình ấy, hoặc xin mã mới.",
    "telegram.webhook_not_set": "Telegram chưa biết địa chỉ webhook; baocao serve sẽ báo khi khởi động.",
    "telegram.webhook_elsewhere": "Telegram đang gọi đến {url}, đáng lẽ là {expected}. Khởi động lại baocao "
    "serve; vẫn vậy thì có chương trình khác dùng cùng mã bot.",
    "telegram.pending": "Telegram còn giữ {count} tin chưa chuyển đến. Số này không giảm sau vài phút thì "
    "xem baocao serve có đang chạy không.",
    "telegram.last_error": "Lần lỗi gần nhất khi Telegram gọi đến: {at}, «{why}». Kiểm tra tên miền, chứng "
    "chỉ TLS và proxy ngược.",
    "zalo_oa.missing": "Zalo Official Account còn thiếu {names}. Lấy ở trang nhà phát triển của Zalo rồi đặt vào thiết "
    "lập.",
    "zalo_oa.webhook": "Địa chỉ webhook cần nhập ở trang nhà phát triển của Zalo: {url}",
    "zalo_oa.no_public_url": "Zalo Official Account gọi đến bằng webhook, cần BAOCAO_PUBLIC_URL (địa chỉ https).",
    "zalo_oa.no_grant": "Chưa có quyền gửi tin của Zalo Official Account. Gõ: baocao zalo authorize",
    "zalo_oa.dead": "Zalo không nhận quyền gửi tin của chương trình từ {since}. Gõ: baocao zalo authorize",
    "zalo_oa.grant": "Quyền gửi tin của Zalo: gia hạn lần cuối {at}, mã đang dùng đến {until}.",
    "zalo_oa.old": "Quyền gửi tin của Zalo gia hạn lần cuối {at}, quá 25 giờ. Xem baocao serve có đang chạy không; "
    "để quá 3 tháng thì phải gõ lại: baocao zalo authorize",
    "zalo_oa.unopened": "Không mở được quyền gửi tin của Zalo đã cất: BAOCAO_SECRET_KEY đã đổi. Đặt lại khóa cũ, hoặc "
    "gõ: baocao zalo authorize",
    "zalo_oa.ok": "Zalo Official Account nhận chương trình: {name}.",
    "zalo_oa.refused": "Zalo không nhận mã của Official Account (lỗi {code}). Vẫn vậy sau vài phút thì gõ: baocao zalo "
    "authorize",
    "zalo_oa.unreached": "Không gọi được Zalo tại {place} ({why}). Kiểm tra mạng của máy.",
    "zalo_oa.other": "Mã đang dùng là của Official Account {found}, không phải BAOCAO_ZALO_OA_ID. Sửa thiết lập, hoặc "
    "gõ baocao zalo authorize bằng đúng tài khoản.",
    "zalo_oa.misfit": "Lúc {at} Zalo gọi đến với chữ ký khớp thiết lập khác. Sửa thành: {change}, rồi khởi động lại "
    "baocao serve.",
    "zalo_bot.ok": "Zalo Bot Platform nhận mã của bot: {name}.",
    "zalo_bot.refused": "Zalo Bot Platform không nhận mã của bot. Xem lại BAOCAO_ZALO_BOT_TOKEN.",
    "zalo_bot.unreached": "Không gọi được Zalo Bot Platform tại {place} ({why}). Kiểm tra mạng của máy.",
    "zalo_bot.no_secret": "Webhook của bot Zalo cần BAOCAO_SECRET_KEY hoặc BAOCAO_ZALO_BOT_WEBHOOK_SECRET. Tạo "
    'bằng lệnh: python3 -c "import secrets; print(secrets.token_urlsafe(48))"',
    "zalo_bot.no_links": "Bot Zalo gửi tệp bằng liên kết, cần BAOCAO_PUBLIC_URL và BAOCAO_SECRET_KEY. Thiếu thì "
    "người nhận được nhắc nhờ văn phòng gửi tệp qua ứng dụng khác.",
    "zalo_bot.polling": "Bot Zalo chạy không có webhook: máy tắt đúng lúc nhận thì có thể mất một tin. Đặt "
    "BAOCAO_PUBLIC_URL để không mất.",
    "zalo_bot.webhook": "Zalo Bot Platform gọi đến {url}.",
    "zalo_bot.webhook_not_set": "Zalo Bot Platform chưa biết địa chỉ webhook; baocao serve sẽ báo khi khởi động.",
    "zalo_bot.webhook_elsewhere": "Zalo Bot Platform đang gọi đến {url}, đáng lẽ là {expected}. Khởi động lại "
    "baocao serve; vẫn vậy thì có chương trình khác dùng cùng mã bot.",
    "zalo_bot.webhook_while_polling": "Không có BAOCAO_PUBLIC_URL nhưng Zalo Bot Platform đang gọi đến {url}. "
    "baocao serve gỡ địa chỉ ấy khi khởi động.",
    "zalo_bot.messages": "Bot Zalo tháng này đã gửi {count} tin, gói cơ bản cho {limit} tin một tháng.",
    "zalo_bot.people": "Bot Zalo có {count} người dùng, gói cơ bản cho {limit} người.",
    "public_url.ok": "Địa chỉ công khai: {url}.",
    "public_url.plain": "Địa chỉ công khai {url} không phải https. Đặt proxy ngược có chứng chỉ TLS rồi sửa "
    "BAOCAO_PUBLIC_URL.",
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
    "secret.absent": "Chưa đặt BAOCAO_SECRET_KEY, cần có trước khi chạy chính thức. Tạo bằng lệnh: python3 "
    '-c "import secrets; print(secrets.token_urlsafe(48))"',
    "fonts.ok": "Phông chữ để in PDF: {name}.",
    "fonts.absent": "Máy có LibreOffice mà thiếu phông Times New Roman và Liberation Serif, tệp PDF sẽ sai "
    "thể thức. Cài bằng lệnh: {command}",
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
