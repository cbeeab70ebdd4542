"""The words with which a doubt about a figure is answered, as data."""

# A reason begins with one of these (folded).
REASONS = frozenset({"vi", "do", "tai", "boi", "nho", "ly"})
# What says that a figure is not right (folded), at the beginning of a few words.
DENYING = frozenset({"khong", "ko", "k", "hong", "sai", "nham", "lon", "chua"})
# What asks, wherever it stands. Single words that look like others without diacritics stay out.
ASKING = (
    "là mấy", "mấy thế", "mấy vậy", "mấy nhỉ", "mấy rồi", "được mấy", "bao nhiêu", "bao giờ", "khi nào", "lúc nào",
    "là sao", "thế nào", "ra sao", "tại sao", "vì sao", "sao lại", "sao vậy", "sao thế", "làm sao", "là gì",
    "gì vậy", "gì thế", "gì đấy", "có phải không", "đúng không", "được không", "phải không", "hay không",
)  # fmt: skip
# What asks why a figure is doubted.
WHY = (
    "sao lại hỏi",
    "tại sao",
    "vì sao",
    "sao hỏi",
    "sao phải hỏi",
    "là sao",
    "sao thế",
    "sao vậy",
    "hỏi gì",
)
# What may stand between the name of a line and its figure.
LINKS = ("là", "phải là", "chỉ", "chỉ có", "có", "còn", "thành", "bằng", "được", "đúng là")

# fmt: off
# What says that the figure is right after all, though it begins like a no.
RIGHT = (
    "không nhầm", "không sai", "không lộn", "không phải nhầm", "không bị nhầm", "không gõ nhầm", "ko nhầm", "ko sai",
    "k nhầm", "k sai", "chẳng nhầm", "không có nhầm", "không có sai", "không nhầm đâu", "sai đâu", "nhầm đâu",
)
YES = ("đúng", "đúng thế", "đúng vậy", "đúng rồi", "phải", "phải rồi", "chuẩn", "chính xác")
NOT_YET = frozenset({"chua", "khong", "ko", "k", "mat", "quen"})  # of a figure that is not known (folded)
# What says that the figure was typed wrong; of an earlier report that is a reason.
WRONG = (
    "ghi nhầm", "gõ nhầm", "bấm nhầm", "đánh nhầm", "nhập nhầm", "nhầm", "nhầm rồi", "gõ lộn", "ghi lộn",
    "lộn rồi", "gõ sai",
    "ghi sai", "sai rồi", "nhập sai",
)
EARLIER = ("tháng trước", "kỳ trước", "lần trước", "tháng rồi", "các tháng trước", "báo cáo trước")
# What says that a line is as it was.
UNCHANGED = (
    "vẫn thế", "vẫn vậy", "vẫn như cũ", "như cũ", "giữ nguyên", "vẫn nguyên", "y nguyên", "không thay đổi",
    "không đổi", "ko đổi", "k đổi", "ko thay đổi", "không có thay đổi", "không có gì thay đổi", "như tháng trước",
    "bằng tháng trước", "giống tháng trước", "như kỳ trước", "như trước", "vẫn từng ấy", "vẫn từng đó",
    "vẫn chừng ấy", "không thêm bớt", "không tăng không giảm", "không tăng giảm", "như lần trước", "vẫn bằng",
)
KEEPING = ("giữ nguyên", "để nguyên", "giữ như cũ", "không sửa", "không đổi", "không thay đổi", "vẫn thế", "vẫn vậy")
# What brings in a cause, wherever it stands.
CAUSES = (
    "vì", "do", "tại vì", "bởi", "nhờ", "lý do", "nhân dịp", "nhân ngày", "dịp", "đợt này", "đợt", "kỳ này",
    "tháng này", "năm nay", "vừa rồi", "vừa qua", "nên", "cho nên", "sáp nhập", "tách", "nhập trường",
    "chuyển trường", "chuyển đến", "chuyển về", "trung thu", "tết", "khai giảng", "hội nghị", "đại hội", "toàn bộ",
    "mỗi đoàn viên", "mỗi người", "mỗi đồng chí", "mỗi cháu", "mỗi công nhân", "mỗi lao động",
    "cả trường", "cả xã", "cả cơ quan", "cả công ty", "tất cả", "mọi người", "nhiều người", "đông người",
    "đông hơn", "nhiều hơn", "tăng", "được cấp", "được hỗ trợ", "hỗ trợ", "ủng hộ", "phát động", "chiến dịch",
    "bão", "lũ", "lũ lụt", "thiên tai", "dịch", "ốm", "mở rộng", "thi tuyển", "tuyển", "tuyển dụng", "hợp đồng",
    "tính cả", "kể cả", "gồm cả", "cộng cả", "mua", "tặng", "liên hoan", "phối hợp", "kết hợp", "theo kế hoạch",
    "theo công văn", "theo chỉ đạo", "tháng cao điểm", "tháng trước ghi", "tháng trước báo", "đếm lại", "rà soát",
    "thống kê lại", "báo thiếu", "ghi thiếu",
    "cả", "xác nhận", "đã hỏi lại", "đã xem lại", "đã kiểm tra", "đã đếm", "quyết định", "toàn đơn vị",
    "toàn cơ quan",
)
# Names of lines that are words of any sentence too (folded).
WEAK = frozenset({
    "moi", "vao", "ra", "nghi", "thoi", "tang", "phat trien", "du", "tham du", "luot", "luot nguoi", "nguoi du", "l",
    "buoi", "cuoc", "ban", "suat", "b", "lg", "hoat dong", "giao luu", "chi em", "kinh phi", "tri gia", "tong",
    "tong so", "cuoi ky", "dau thang", "ban dau", "truoc ky", "kn", "sk", "dt", "tt", "chuyen truong", "nguoi",
    "chuyen cong tac", "chuyen don vi", "tham",
})
# Who is spoken to, and courtesies: nothing is said by them (folded).
ADDRESSING = frozenset({
    "em", "anh", "chi", "chau", "bac", "co", "chu", "ban", "bot", "a", "ah", "oi", "da", "vang", "nhe", "nha", "con",
    "dong", "dc", "minh", "thua", "the", "vay",
})
# Of a text that only says the figure again and goes on: one of the first is there (folded).
AGREED = frozenset({"dung", "chuan", "u", "uh", "um", "ok", "oke", "phai", "vang"})
GOING_ON = frozenset({"tiep", "tuc", "di", "la", "luot", "nguoi", "suat", "buoi", "luon", "that", "r"})
BESIDE_RIGHT = ADDRESSING | {"dau", "ma", "day", "do", "roi", "ca", "gi"}
# The last words of a question.
ENDINGS = (
    "à", "hả", "hở", "hử", "nhỉ", "nhể", "chứ", "không", "ko", "k", "khum", "hông", "chưa", "đâu", "thì sao", "gì",
    "nào", "mấy", "bao nhiêu", "ai", "sao",
)
FEWEST_OF_A_QUESTION = 4  # words, without who is spoken to
# A wish to those above begins with one of these; it belongs to the line for words that has this name.
WISHES = (
    "đề nghị", "kiến nghị", "đề xuất", "xin kinh phí", "xin hỗ trợ", "xin cấp", "xin thêm", "xin được hỗ trợ",
    "xin được cấp", "mong", "rất mong", "mong muốn", "kính mong", "kính đề nghị", "mong được", "khó khăn",
)
# What is lacking or broken, anywhere in a sentence that is no reason.
LACKING = (
    "xuống cấp", "dột", "hư hỏng", "hỏng", "thiếu thốn", "thiếu kinh phí", "thiếu giáo viên", "thiếu người",
    "thiếu phòng",
    "thiếu nước", "thiếu quỹ", "chưa có kinh phí", "không có kinh phí", "vướng mắc", "vướng", "còn khó khăn",
    "nhiều khó khăn",
    "khó khăn về", "chậm lương", "nợ lương", "chưa có quỹ", "cần hỗ trợ", "cần kinh phí",
)
WISH_LINE = "kiến nghị"
FEWEST_OF_A_WISH = 4  # words
# What says of the figure before it that it is right, or brings in the figure behind it as the outcome.
AGREEING = ("đúng", "là đúng", "chuẩn", "đúng rồi", "là chuẩn", "chính xác")
OUTCOME = ("nên là", "là", "tổng", "tổng là", "tổng cộng", "tổng cộng là", "tất cả", "tất cả là", "cả thảy", "nên",
           "thành", "thành ra", "được", "vị chi", "vị chi là", "cộng lại", "cộng lại là", "bằng", "vậy là", "ra")
# fmt: on
