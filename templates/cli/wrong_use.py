"""Typer's own texts in Vietnamese: headings of a help page, and what is said of a command typed wrongly."""

import re

USAGE = "Cách dùng: "
OPTIONS = "[TÙY CHỌN]"
SUBCOMMAND = "LỆNH …"
HEAD_ARGUMENTS = "Tham số"
HEAD_OPTIONS = "Tùy chọn"
HEAD_COMMANDS = "Lệnh"
HELP_OPTION = "Hiện trang hướng dẫn này rồi thoát."
REQUIRED = "[bắt buộc]"
CUT_SHORT = "Đã dừng."
UNFORESEEN = "Lệnh chưa đúng."

# Typer's English message (a pattern over all of it) → ours. The first that matches counts.
_MESSAGES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.S), said)
    for pattern, said in (
        (r"No such command '(.*?)'\. Did you mean (.*)\?", "Không có lệnh “{0}”. Có phải ý là {1}?"),
        (r"No such command '(.*?)'\.", "Không có lệnh “{0}”."),
        (r"Missing command\.", "Còn thiếu tên lệnh."),
        (r"No such option: (\S+)(?: \(Possible options: (.*)\))?", "Không có tùy chọn {0}."),
        (r"Option '(.*?)' requires .*", "Tùy chọn {0} cần một giá trị đi kèm."),
        (r"Option '(.*?)' does not take a value\.", "Tùy chọn {0} không đi kèm giá trị."),
        (
            r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)",
            "Thừa: {0}. Nội dung có dấu cách thì đặt trong dấu ngoặc kép.",
        ),
        (r"Missing argument '(.*?)'\..*", "Còn thiếu {0}."),
        (r"Missing option (.*?)\..*", "Còn thiếu tùy chọn {0}."),
        (r"Missing parameter: (.*)", "Còn thiếu {0}."),
        (r"Invalid value for (.*?): .*", "Giá trị của {0} chưa đúng."),
    )
)


def told(message: str) -> str:
    """Typer's message in Vietnamese; a general sentence for one we do not know."""
    for pattern, said in _MESSAGES:
        found = pattern.fullmatch(message.strip())
        if found:
            return said.format(*(part or "" for part in found.groups()))
    return UNFORESEEN


def hint(command: str) -> str:
    """Where to read more."""
    return f"Xem hướng dẫn: {command} --help"


def error(text: str) -> str:
    """How a wrong use is put."""
    return f"Lỗi: {text}"
