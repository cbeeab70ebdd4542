"""What a link to a file shows instead of the file: why not, and what to do. Plain HTML: nothing else may load."""

from html import escape

_SAID = {
    403: (
        "Chưa mở được tệp",
        "Đồng chí hiện không còn nhiệm vụ báo cáo trong hệ thống, nên tệp này không mở được nữa.",
        "Nếu có nhầm lẫn, đề nghị đồng chí liên hệ văn phòng Liên đoàn Lao động tỉnh.",
    ),
    404: (
        "Liên kết chưa đúng",
        "Địa chỉ này không dẫn đến tệp nào; có thể khi sao chép bị thiếu hoặc thừa ký tự.",
        "Đề nghị đồng chí mở lại liên kết ngay trong tin nhắn của chatbot, hoặc nhờ văn phòng gửi lại tệp.",
    ),
    410: (
        "Liên kết đã hết hạn",
        "Để giữ an toàn cho tài liệu, mỗi liên kết chỉ mở được trong một thời gian ngắn.",
        "Đề nghị đồng chí nhờ văn phòng gửi lại tệp; liên kết mới sẽ đến trong tin nhắn của chatbot.",
    ),
    503: (
        "Xin đồng chí chờ ít phút",
        "Hệ thống đang bận nên chưa lấy được tệp. Liên kết vẫn còn nguyên.",
        "Đề nghị đồng chí mở lại liên kết sau ít phút.",
    ),
}


def link_page(status: int) -> str:
    """The page for an HTTP status: 403, 404, 410 or 503."""
    title, why, what = map(escape, _SAID[status])
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{why}</p>\n<p>{what}</p>\n"
        "</main>\n</body>\n</html>\n"
    )
