"""What people type for short, as a report prints it: «ko» → «không», «cty» → «công ty», «2 dự án» → «02 dự án»."""

import re

# Short forms of everyday typing; none of them is a word of its own or an abbreviation that reports use.
SHORT = {
    "ko": "không", "k0": "không", "hok": "không", "đc": "được", "dc": "được", "cty": "công ty", "cđ": "công đoàn",
    "đv": "đoàn viên", "nlđ": "người lao động", "nld": "người lao động", "bhxh": "BHXH", "pnvn": "Phụ nữ Việt Nam",
    "hđ": "hoạt động", "vs": "với", "ntn": "như thế nào", "sk": "sức khỏe", "đk": "điều kiện",
}  # fmt: skip
_SHORT = re.compile(rf"(?<![\w/.-])(?:{'|'.join(SHORT)})(?![\w/-])", re.IGNORECASE)
_COUNTED = (
    "dự án|tập thể|cá nhân|đơn vị|đồng chí|cuộc|buổi|lượt|suất|nhà|đoàn viên|lớp|doanh nghiệp|phóng sự|hội nghị|giải|"
    "công trình|nhiệm vụ|công nhân|người lao động|văn bản|hộ|gia đình|trường hợp|sáng kiến|CĐCS"
)
_SMALL = re.compile(
    r"(?<![\w.,/-])(?<!tháng )(?<!ngày )(?<!quý )(?<!thứ )(?<!số )(?<!khóa )(?<!mục )(?<!điều )(?<!nhóm )(?<!cấp )"
    rf"([1-9]) (?=(?:{_COUNTED})\b)",
    re.IGNORECASE,
)


def opened(text: str) -> str:
    """Without the short forms of typing; in capitals («CĐ Viên chức») they are abbreviations of names and stay.

    >>> opened("cđ hỗ trợ công nhân, cty ko đóng BHXH")
    'công đoàn hỗ trợ công nhân, công ty không đóng BHXH'
    """

    def full(found: re.Match[str]) -> str:
        short = found[0]
        own = short.isupper() and short.lower() not in ("pnvn",)
        return short if own else SHORT[short.lower()]

    return _SHORT.sub(full, text)


def polished(text: str) -> str:
    """A paragraph of the office as it is printed: a capital first, short forms opened, counts of two digits.

    >>> polished("đã hỗ trợ 2 dự án vay vốn, ko có đình công")
    'Đã hỗ trợ 02 dự án vay vốn, không có đình công'
    """
    made = _SMALL.sub(lambda found: f"0{found[1]} ", opened(text))
    return made[:1].upper() + made[1:]
