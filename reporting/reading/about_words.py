"""What people ask about correcting a report, and how they take a correction back: whole messages, as data."""

ABOUT: dict[str, tuple[str, ...]] = {
    "until_when": (
        "sửa đến bao giờ", "sửa được đến bao giờ", "được sửa đến bao giờ", "còn sửa đến bao giờ", "sửa đến khi nào",
        "sửa được đến khi nào", "được sửa đến khi nào", "sửa đến ngày nào", "được sửa đến ngày nào",
        "sửa đến lúc nào", "sửa đến hôm nào", "hạn sửa", "hạn sửa đến bao giờ", "còn sửa được không",
        "còn sửa được nữa không", "còn được sửa không", "có sửa được nữa không", "gửi rồi có sửa được không",
        "gửi rồi còn sửa được không", "khi nào khóa", "bao giờ khóa", "bao giờ thì khóa", "khi nào khóa kỳ",
        "chữa đến bao giờ", "chữa được đến bao giờ", "được chữa đến bao giờ",
    ),
    "undo": (
        "hủy sửa", "hủy sửa vừa rồi", "hủy lần sửa vừa rồi", "hủy số vừa sửa", "hủy lần sửa", "bỏ sửa vừa rồi",
        "bỏ lần sửa vừa rồi", "hủy vừa rồi", "hoàn tác", "hoàn lại", "lấy lại số cũ", "lấy lại số trước",
        "trả lại số cũ", "quay lại số cũ", "để lại số cũ", "hủy sửa đổi", "hủy sửa đổi vừa rồi", "rút lại sửa đổi",
        "ghi lại như cũ", "trả lại như cũ", "lấy lại như cũ", "để lại như cũ", "quay lại như cũ", "hoàn lại như cũ",
        "sửa lại như cũ", "cho lại như cũ", "trả về như cũ", "ghi lại số cũ", "ghi lại câu cũ", "lấy lại câu cũ",
        "trả lại câu cũ", "lấy lại lời cũ", "trả lại lời cũ",
    ),
    "resend": (
        "còn phải gửi lại không", "có phải gửi lại không", "phải gửi lại không", "có cần gửi lại không",
        "cần gửi lại không", "còn cần gửi lại không", "có phải gửi lại nữa không", "gửi lại không",
        "thế là xong chưa", "xong chưa", "vậy là xong chưa", "thế xong chưa", "thế đã xong chưa", "đã xong chưa",
        "thế là xong rồi à", "thế là xong rồi hả", "đã gửi chưa", "gửi được chưa", "báo cáo gửi chưa",
    ),
    "whose": (
        "lấy số của ai", "máy lấy số của ai", "hai người cùng sửa thì máy lấy số của ai",
        "hai người cùng sửa thì lấy số của ai", "hai người cùng nhập thì lấy số của ai",
        "hai người cùng nhập thì máy lấy số của ai", "2 người cùng sửa thì lấy số của ai",
        "2 người cùng sửa thì máy lấy số của ai", "2 người cùng nhập thì lấy số của ai",
        "hai người cùng sửa thì sao", "hai người cùng nhập thì sao", "hai người cùng sửa thì tính số của ai",
        "cùng sửa thì lấy số của ai", "số của ai được tính",
    ),
}  # fmt: skip
