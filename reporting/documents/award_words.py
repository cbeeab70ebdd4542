"""The words of awards, as data: who gives, what is given, to whom."""

# fmt: off
GIVERS: dict[str, tuple[str, ...]] = {
    "Tổng LĐLĐ Việt Nam": (
        "Tổng LĐLĐ Việt Nam", "Tổng LĐLĐVN", "Tổng LĐLĐ", "Tổng Liên đoàn Lao động Việt Nam",
        "Tổng Liên đoàn Lao động", "Tổng Liên đoàn", "TLĐLĐVN", "TLĐLĐ Việt Nam", "TLĐ", "TLĐLĐ",
        "Đoàn Chủ tịch Tổng Liên đoàn", "Đoàn Chủ tịch Tổng LĐLĐ Việt Nam",
        "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam", "tong lien doan", "tong ldld",
    ),
    "LĐLĐ tỉnh": (
        "LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh", "Ban Thường vụ LĐLĐ tỉnh", "BTV LĐLĐ tỉnh",
        "Ban Thường vụ Liên đoàn Lao động tỉnh", "LDLD tỉnh", "LDLD tinh",
    ),
    "UBND tỉnh": (
        "UBND tỉnh", "Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "Chủ tịch UBND tỉnh", "ubnd tinh",
        "Chủ tịch Ủy ban nhân dân tỉnh",
    ),
    "Thủ tướng Chính phủ": ("Thủ tướng Chính phủ", "Thủ tướng"),
    "Chủ tịch nước": ("Chủ tịch nước", "Nhà nước"),
    "Tỉnh ủy": ("Tỉnh ủy", "Tỉnh uỷ", "Ban Thường vụ Tỉnh ủy"),
}

AWARDS: dict[str, tuple[str, ...]] = {
    "Bằng khen": ("bằng khen", "bk", "bang khen"),
    "Giấy khen": ("giấy khen", "gk", "giay khen"),
    "Bằng Lao động sáng tạo": ("bằng lao động sáng tạo", "bằng lđst", "bang lao dong sang tao"),
    "Cờ thi đua": ("cờ thi đua", "co thi dua"),
    "Cờ": ("cờ",),
    "Kỷ niệm chương": ("kỷ niệm chương", "kỉ niệm chương", "ky niem chuong"),
    "Huy hiệu": ("huy hiệu", "huy hieu"),
    "Huân chương Lao động": ("huân chương lao động",),
    "Giải thưởng Nguyễn Đức Cảnh": ("giải thưởng nguyễn đức cảnh",),
    "Giải thưởng Nguyễn Văn Linh": ("giải thưởng nguyễn văn linh",),
    "Giải thưởng 28/7": ("giải thưởng 28/7", "giải thưởng 28-7"),
    "Danh hiệu": ("danh hiệu", "danh hieu"),
    "Danh hiệu “Chiến sĩ thi đua”": ("chiến sĩ thi đua", "chien si thi dua"),
    "Tuyên dương, khen thưởng": ("tuyên dương, khen thưởng", "tuyên dương khen thưởng"),
    "Tuyên dương": ("tuyên dương", "tuyen duong"),
}
# What follows an award and belongs to it: one of these words …
ON_TOPIC = "chuyên đề"  # its topic may follow: «chuyên đề nữ công»
_KINDS = ("toàn diện", ON_TOPIC, "đột xuất")
QUALIFIERS: dict[str, tuple[str, ...]] = {
    "Bằng khen": _KINDS,
    "Giấy khen": _KINDS,
    "Cờ thi đua": ("xuất sắc", "dẫn đầu", *_KINDS),
    "Cờ": _KINDS,
    "Huân chương Lao động": ("hạng Nhất", "hạng Nhì", "hạng Ba"),
    "Danh hiệu “Chiến sĩ thi đua”": ("cơ sở", "cấp tỉnh", "toàn quốc", "cấp Tổng Liên đoàn", "cấp Tổng LĐLĐ"),
}
# … or a name of its own, «Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn»: one of these, as it is written, …
WITH_NAMES = ("Kỷ niệm chương", "Huy hiệu", "Danh hiệu")
NAMES = (
    "Vì sự nghiệp xây dựng tổ chức Công đoàn", "Vì sự phát triển của phụ nữ Việt Nam", "Vì thế hệ trẻ",
    "Vì sự nghiệp giáo dục", "Vì sức khỏe nhân dân",
)
# … or whatever stands before one of these words, or before whose award it is.
AFTER_NAME = (
    "cho", "tặng", "trao", "do", "nhân dịp", "nhân ngày", "trong", "thuộc", "giai đoạn", "nhiệm kỳ", "đợt", "năm học",
    "vì có", "vì đã", "có thành tích", "đã có", "đối với",
)
OWNERS = ("Bộ", "Hội", "Trung ương", "Ban", "Đoàn", "Ủy ban", "Đảng", "Quốc hội", "Chính phủ", "tỉnh", "ngành")

COLLECTIVES, INDIVIDUALS = "tập thể", "cá nhân"
RECIPIENTS = (
    COLLECTIVES, INDIVIDUALS, "học sinh", "giáo viên", "nhà giáo", "sinh viên", "cháu", "đoàn viên", "công nhân",
    "người lao động", "cán bộ công đoàn", "cán bộ", "đồng chí", "gia đình", "đơn vị", "doanh nghiệp", "người",
    "điển hình", "tác giả", "đảng viên", "vận động viên", "đội", "CĐCS",
)
ABBREVIATED = {
    "tt": COLLECTIVES, "cn": INDIVIDUALS, "hs": "học sinh", "gv": "giáo viên", "đ/c": "đồng chí",
    "tap the": COLLECTIVES,
    "ca nhan": INDIVIDUALS, "hoc sinh": "học sinh", "giao vien": "giáo viên",
}
VAGUE = ("khoảng", "gần", "hơn", "trên", "dưới", "chừng", "độ", "tầm", "ước", "trên dưới", "ít nhất", "khoang")

PROPOSED = ("đã đề nghị", "đề nghị", "trình", "đã trình", "de nghi", "đề xuất")
# What may stand around giver and award without being part of the occasion.
FILLERS = (
    "đã", "được", "tặng thưởng", "trao tặng", "tặng", "trao", "khen thưởng", "khen", "cho", "của", "quyết định",
    "công nhận", "phong tặng", "hình thức", "tổng số", "gồm", "và", "tang", "khen thuong", "da", "va",
)
# fmt: on
