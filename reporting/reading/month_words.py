"""What ties a message to a month by name, as data for patterns: with and without diacritics."""

# Right before «tháng 10»: the message is of that month's report.
TIED = (
    "của", "cua", "cho", "kỳ", "ky", "kì", "báo cáo", "bao cao", "bc", "bcáo", "b/c", "phiếu", "phieu", "số liệu",
    "so lieu", "số", "so", "bản", "ban", "bổ sung", "bo sung", "sửa", "sua", "sửa lại", "sua lai", "chữa", "nộp",
    "nop", "gửi", "gui", "báo", "bao", "vào", "vao", "đợt", "dot",
)  # fmt: skip
# Anywhere beside a month: something already said of it is mended or completed.
MENDING = (
    "sửa", "sua", "chữa", "chỉnh", "chinh", "đính chính", "dinh chinh", "điều chỉnh", "dieu chinh", "bổ sung",
    "bo sung", "nhầm", "nham", "lộn", "lon", "sai", "báo thiếu", "bao thieu", "ghi thiếu", "ghi thieu", "báo sót",
    "bao sot", "báo muộn", "bao muon", "nộp muộn", "nop muon", "gửi muộn", "gui muon",
)  # fmt: skip
# What was left out of a report: the figure beside may be the whole, or what is to be added.
MISSED = (
    "quên", "quen", "sót", "sot", "thiếu", "thieu", "chưa báo", "chua bao", "chưa ghi", "chua ghi", "chưa tính",
    "chua tinh", "chưa kịp", "chua kip", "bổ sung", "bo sung", "thêm", "them", "nữa",
)  # fmt: skip
# The month before, without a number.
BEFORE = (
    "tháng trước", "thang truoc", "tháng trc", "thang trc", "thg trước", "tháng vừa rồi", "thang vua roi",
    "tháng vừa qua", "thang vua qua", "tháng rồi", "thang roi", "kỳ trước", "ky truoc", "kì trước", "đợt trước",
    "dot truoc", "kỳ vừa rồi", "ky vua roi", "tháng trước đó", "tháng cũ", "kỳ cũ",
)  # fmt: skip
NOW = (
    "tháng này", "thang nay", "kỳ này", "ky nay", "kì này", "đợt này", "dot nay", "lần này", "tháng hiện tại",
)  # fmt: skip
# «như tháng trước», «so với tháng 9» compare, and «ngày 5 tháng 10» is a day.
COMPARING = (
    "như", "nhu", "giống", "giong", "bằng", "bang", "theo", "với", "voi", "hơn", "hon", "kém", "kem", "y", "từ", "tu",
    "hết", "het", "trong", "hồi", "hoi", "cuối", "cuoi", "đầu", "dau", "giữa", "giua", "đến", "den", "sang",
)  # fmt: skip
# «tháng 2 buổi»: the number counts something.
COUNTED = (
    "người", "nguoi", "ng", "buổi", "buoi", "suất", "suat", "cuộc", "cuoc", "lượt", "luot", "đồng chí", "dong chi",
    "đc", "dc", "đoàn viên", "doan vien", "đv", "dv", "bạn", "ban", "bản", "triệu", "trieu", "tr", "nghìn", "nghin",
    "ngàn", "ngan", "k", "lớp", "lop", "ca", "cô", "thầy", "em", "chị", "anh", "âm", "am",
)  # fmt: skip
# What may stand before a month and says nothing but that its report is meant.
ORDERING = (
    "dạ", "da", "em", "anh", "chị", "chi", "tôi", "toi", "mình", "minh", "cô", "bác", "xin", "cho", "muốn", "muon",
    "cần", "can", "nhờ", "nho", "giúp", "giup", "ơi", "oi", "à", "ạ", "a", "được", "lại", "lai", "xin phép", "à nhầm",
)  # fmt: skip
# All the words of a message that wants to see a report, beside its month (folded).
SEEING = frozenset({
    "xem", "lai", "ban", "bao", "cao", "bc", "phieu", "so", "lieu", "da", "gui", "nop", "cua", "ky", "thang",
    "truoc", "cu", "cho", "em", "anh", "chi", "toi", "minh", "co", "bac", "xin", "muon", "nho", "giup", "oi",
    "a", "voi", "nhe", "nha", "duoc", "dc", "cai", "ve", "di", "roi", "luc", "do", "hom", "no", "ay", "lan",
    "vang", "don", "vi",
})  # fmt: skip
