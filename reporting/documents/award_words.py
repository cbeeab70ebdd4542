"""The words of awards, as data: who gives, what is given, to whom."""

# fmt: off
GIVERS: dict[str, tuple[str, ...]] = {
    "Tổng LĐLĐ Việt Nam": (
        "Tổng LĐLĐ Việt Nam", "Tổng LĐLĐVN", "Tổng LĐLĐ", "Tổng Liên đoàn Lao động Việt Nam",
        "Tổng Liên đoàn Lao động", "Tổng Liên đoàn", "TLĐLĐVN", "TLĐLĐ Việt Nam", "TLĐ", "TLĐLĐ",
        "Đoàn Chủ tịch Tổng Liên đoàn", "Đoàn Chủ tịch Tổng LĐLĐ Việt Nam",
        "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam",
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
    "Huân chương Lao động": ("huân chương lao động",),
    "Giải thưởng Nguyễn Đức Cảnh": ("giải thưởng nguyễn đức cảnh",),
    "Giải thưởng Nguyễn Văn Linh": ("giải thưởng nguyễn văn linh",),
    "Giải thưởng 28/7": ("giải thưởng 28/7", "giải thưởng 28-7"),
    "Danh hiệu Chiến sĩ thi đua": ("danh hiệu chiến sĩ thi đua", "chiến sĩ thi đua"),
    "Tuyên dương, khen thưởng": ("tuyên dương, khen thưởng", "tuyên dương khen thưởng"),
    "Tuyên dương": ("tuyên dương", "tuyen duong"),
}

COLLECTIVES, INDIVIDUALS = "tập thể", "cá nhân"
RECIPIENTS = (
    COLLECTIVES, INDIVIDUALS, "học sinh", "giáo viên", "nhà giáo", "sinh viên", "cháu", "đoàn viên", "công nhân",
    "người lao động", "cán bộ công đoàn", "cán bộ", "đồng chí", "gia đình", "đơn vị", "doanh nghiệp", "người",
    "điển hình", "tác giả", "vận động viên", "đội", "CĐCS",
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
    "hình thức", "tổng số", "gồm", "và", "tang", "khen thuong", "da", "va",
)
# fmt: on
