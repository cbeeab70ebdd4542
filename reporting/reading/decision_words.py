"""What people say when a remark or a reason is asked and they would rather not, as data."""

# Nothing else said: the question is left.
LEAVING = (
    "thôi", "hủy", "hủy bỏ", "không", "không nữa", "không cần", "không cần nữa", "không trả lại", "không trả lại nữa",
    "chưa trả lại", "bỏ", "bỏ qua", "thoát", "thoát ra", "khỏi", "dừng", "dừng lại", "không làm nữa", "nhầm",
    "bấm nhầm", "nhầm nút", "gõ nhầm", "để sau", "để xem lại", "quay lại", "không trả", "không trả nữa", "chưa trả",
    "đừng trả", "đừng trả lại", "khoan trả", "khoan trả lại", "không trả báo cáo", "không trả lại báo cáo",
    "chưa cần trả lại", "không cần trả lại", "khoan đã", "không phải", "không phải thế", "chưa",
)  # fmt: skip
# Said of a figure: the one that the units reported shall stand.
KEEPING = (
    "thôi", "hủy", "hủy bỏ", "giữ", "giữ lại", "giữ nguyên", "giữ nguyên số", "để nguyên", "để nguyên số", "như cũ",
    "bỏ ghi đè", "không ghi đè", "không ghi đè nữa", "không ghi", "không đổi", "không đổi nữa", "không sửa",
    "không sửa nữa", "không thay", "nhầm", "ghi nhầm", "gõ nhầm", "sửa nhầm", "nhầm số", "quay lại", "không cần",
    "không cần nữa", "khỏi", "thoát", "dừng", "dừng lại",
)  # fmt: skip
# Keeping only where nothing else is said: in a reason they are plain words.
KEEPING_ALONE = ("không", "không nữa", "bỏ", "sai rồi")
# What may stand around either without meaning anything more.
AROUND = (
    "à", "ạ", "ừ", "ờ", "dạ", "vâng", "chị", "em", "anh", "tôi", "mình", "đồng chí", "nhé", "nha", "rồi", "thì", "là",
    "vậy", "đi", "lại", "này", "đó", "ấy", "nữa", "cứ", "luôn", "số", "con số", "của", "hệ thống", "số hệ thống",
    "các đơn vị", "đơn vị", "đơn vị báo", "đã báo", "máy", "cũ", "ok", "oke", "được", "xin lỗi", "cho", "để", "theo",
    "số của hệ thống", "lấy", "lấy lại", "dùng", "thật ra", "thế", "thế à", "ra thế", "hiểu rồi", "biết rồi",
)  # fmt: skip
UNITS_FIGURE = ("hệ thống", "đơn vị", "máy")
# What a remark or a reason may begin with that says nothing itself: «trả lại vì …», «dòng 4, lý do: …».
OPENING = (
    "vì", "bởi vì", "bởi", "do", "tại vì", "với lý do", "vì lý do", "lý do", "lý do là", "lí do", "lí do là",
    "là vì", "là do", "nhé", "nhá", "nha", "nhé em", "đi em", "em nhé", "cho anh", "cho anh nhé", "giúp anh",
    "giúp anh nhé", "cho tôi", "giúp tôi", "với ý kiến", "kèm ý kiến", "ý kiến là", "với ý kiến là", "văn phòng nhé",
)  # fmt: skip
# After «vì», «do» they make one meaning with it, which is kept: «vì sao», «do đó», «do đâu», «vì thế».
ONE_WITH_OPENING = ("sao", "đâu", "đó", "thế", "vậy", "gì", "ai")
# What a leader says of a report that waits: not in a text that denies («chưa đồng ý»).
NEGATING = ("không", "chưa", "đừng", "khoan", "chẳng", "ko", "nhưng", "trừ", "sai")
APPROVING = (
    "đồng ý", "nhất trí", "tán thành", "thông qua", "duyệt", "phê duyệt", "phát hành", "ban hành", "ký", "ký được",
    "cấp số", "báo cáo tốt", "báo cáo ổn", "báo cáo được", "báo cáo đạt",
)  # fmt: skip
OF_APPROVAL = ("báo cáo", "bản này", "bản", "nội dung", "toàn bộ", "hết", "cả", "hoàn toàn", "như thế", "như vậy",
    "gửi", "tháng", "kịp", "xem rồi", "đọc rồi", "đã xem", "đã đọc", "sớm", "ngay", "hôm nay", "có thể", "với", "và",
    "tốt", "ổn", "đạt", "xong", "ra", "đã",
    "văn phòng", "bình thường", "mà", "việc",
)  # fmt: skip
AGREEING = (
    "đúng", "đúng rồi", "đúng vậy", "đúng thế", "ừ", "ừm", "vâng", "dạ", "phải", "phải rồi", "chính xác", "chuẩn", "ok",
    "oke", "okie", "oki", "được", "được rồi", "có", "đồng ý", "nhất trí", "tốt", "ổn", "rồi",
)  # fmt: skip
RETURNING = ("trả lại", "trả", "chuyển văn phòng", "trả về", "chuyển đi", "gửi đi")
LATER = (
    "mai", "ngày mai", "sáng mai", "chiều mai", "chiều", "chiều nay", "tối", "tối nay", "lát", "lát nữa", "tí nữa",
    "chút nữa", "để", "sáng", "tuần sau", "hôm khác", "đầu tuần", "về", "họp xong", "rảnh", "bận", "đang họp", "sau",
)  # fmt: skip
LOOKING = (
    "xem",
    "đọc",
    "xem đã",
    "đọc đã",
    "quyết",
    "quyết định",
    "trả lời",
    "tính",
    "nghĩ",
    "xong",
    "đã",
    "khi nào",
)
SPOKEN_TO = ("ơi", "cháu", "chú", "bác", "cô", "luôn", "giúp", "với", "nhỉ", "mà", "hộ")
