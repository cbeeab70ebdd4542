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
