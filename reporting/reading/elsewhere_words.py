"""What tells that a clause speaks of another time, another place or a plan, or that it asks: data only."""

# Another month or year than the one reported, by how many words it has.
OTHER_TIMES = (
    "tháng sau", "tháng tới", "tháng trước", "kỳ trước", "kỳ sau", "kỳ tới", "năm ngoái", "năm trước", "năm sau",
    "năm tới", "quý trước", "quý sau", "quý tới", "tuần sau", "tuần tới", "sang năm", "sang tháng", "sang quý",
    "sắp tới", "tới đây", "cùng kỳ", "đợt tới", "đợt sau", "tháng kế tiếp", "thg sau", "thg trước",
    "ngày mai", "mai mốt",
)  # fmt: skip
# A day that is yet to come: «hôm 20/10 tới», «mùng 8/3 sắp tới»; with diacritics, as «toi» is «tôi».
DAY_TO_COME = r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?\s+(?:sắp\s+|này\s+)?tới(?!\w)"
# What is told, and is not to be counted.
NOT_COUNTED = ("không tính", "ko tính", "k tính", "không kể", "ko kể", "không tính vào", "không báo cáo")
# What units do that no line of theirs counts, where its clause names no line.
OTHER_DEEDS = (
    "tuần tra", "trực chốt", "trực gác", "chào cờ", "trồng cây", "ban nữ công họp", "họp ban nữ công", "họp bch",
    "họp ban chấp hành", "họp chi bộ", "họp phụ huynh", "họp cơ quan", "họp giao ban", "bch họp", "ban chấp hành họp",
)  # fmt: skip
# Who came from elsewhere, told behind other things: of which line is not said.
CAME = ("mới về", "mới chuyển về", "mới chuyển đến", "mới đến")
ATTENDED = frozenset({"du", "nghe", "nu", "giam"})  # «30 bác sĩ mới về cùng dự»
# Folded words of a clause that counts with such a deed: «tuần tra kết hợp tuyên truyền 2 buổi».
COUNTED_DEEDS = frozenset({"truyen", "huan", "tham", "qua", "thoai", "uoc", "tt", "nap", "tang"})
# What is meant to be done, and has not been.
PLANNED = (
    "dự kiến", "dự định", "dự tính", "kế hoạch", "sẽ", "sắp", "đang định", "phấn đấu", "mục tiêu", "chuẩn bị",
    "chưa kịp làm", "chỉ tiêu giao",
)  # fmt: skip
# What was heard of others.
HEARD = (
    "nghe nói", "nghe đâu", "nghe bảo", "nghe kể", "nghe đồn", "hôm trước báo",
    "trường bạn", "đơn vị bạn", "đơn vị khác", "trường khác",
    "bên khác", "công đoàn khác", "công ty khác",
)  # fmt: skip
# «như tháng trước» is an answer, and «hơn tháng trước» tells of this month.
COMPARING = frozenset(
    {"nhu", "giong", "bang", "theo", "voi", "hon", "kem", "y", "tu", "so", "het", "doi", "ba"}
)
# Folded words that make another word of the one before, or of the one behind.
NOT_BEHIND = {"se": frozenset({"chia", "san"}), "ke": frozenset({"thong", "thiet"})}
NOT_BEFORE = {"sap": frozenset({"nhap", "xep"})}
# This month again.
NOW = ("năm nay", "tháng này", "kỳ này", "đợt này", "lần này", "hiện nay", "hiện tại")
# What asks who, why, where, when, how much: at the beginning of a sentence, or anywhere in it.
ASKING_FIRST = (
    "ai",
    "sao",
    "tại sao",
    "vì sao",
    "có phải",
    "ở đâu",
    "liệu",
    "cho hỏi",
    "cho em hỏi",
    "cho chị hỏi",
)
ASKING = (
    "bao nhiêu", "là mấy", "thế nào", "khi nào", "bao giờ", "vì sao", "tại sao", "sao lại", "làm sao", "sao thế",
    "là sao", "sao vậy", "như nào", "ai nhập", "ai ghi", "ai gửi", "ai báo", "ai sửa", "có tính", "có được tính",
)  # fmt: skip
# What asks only before a question mark.
ASKING_WITH_MARK = frozenset(
    {"ai", "sao", "gi", "nao", "dau", "may", "chua", "khong", "ko", "k", "hong", "ha"}
)
# What has not been done with the report itself: no figure is missing by that.
OF_THE_REPORT = frozenset(
    {"duyet", "ghi", "nhap", "sua", "bam", "hieu", "mo", "vao", "xem", "doc", "rut", "xoa"}
)
NOT_DONE = frozenset({"chua", "khong", "ko", "k"})
# Number words, and what stands behind them where they count (folded).
NUMERALS = frozenset({"mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"})
COUNTED = frozenset({
    "nguoi", "ng", "doan", "dong", "dc", "suat", "buoi", "cuoc", "luot", "ban", "co", "thay", "em", "chi", "anh",
    "sang",
})  # fmt: skip
