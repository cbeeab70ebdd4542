"""Sessions and who came, said short or with words between, put as they are read: «T.truyền 1 cuộc 58 ng»."""

import re
from collections.abc import Callable

_LONGEST = 400  # characters
_PEOPLE = (
    r"(?:lượt người|luot nguoi|lượt|luot|người|nguoi|ng|đ/c|đc|đồng chí|dong chi|đoàn viên|doan vien"
    r"|đv|dv|cán bộ|can bo|nlđ|cnvc"
    r"|cb|gv|giáo viên|giao vien|chị em|chi em|anh chị em)"
)
_CAME = r"(?:người dự|dự|du|tham dự|tham du|tham gia|có mặt|co mat)"
_END = r"(?=\s*(?:$|[,;.\n)]))"
_SHORT = re.compile(r"(?<!\w)t\.?\s?(?:truyền|truyen)(?!\w)", re.IGNORECASE)
# «tuyên truyền có tổ chức 1 lần»
_TIMES = re.compile(
    r"(?P<name>(?<!\w)(?:tuyên truyền|tuyen truyen|tọa đàm|toạ đàm|toa dam)(?:\s(?:được|duoc|có|co|là"
    r"|la|thì|thi|tổ chức|to chuc))*"
    r"\s\d{1,2})\s?(?:cuộc|cuoc|lần|lan|đợt|dot)(?!\w)",
    re.IGNORECASE,
)
# «tuyên truyền 57 người thôi»: people, and no sessions.
_PEOPLE_TOLD = re.compile(
    rf"(?<!\w)(?:tuyên truyền|tuyen truyen|tọa đàm|toạ đàm|toa dam|giao lưu|giao luu|tt)(?:\s(?:được"
    rf"|duoc|cho|có|co|là|la|thì|thi))*"
    rf"\s*:?\s(?P<people>\d{{1,4}})\s?(?:{_PEOPLE})(?!\w)(?:\s{_CAME})?(?=\s*(?:$|[,;.\n]|(?:thôi"
    rf"|thoi|ạ|a|nhé|nhe|em|nghe|luôn)(?!\w)))",
    re.IGNORECASE,
)
# «3 buổi lần lượt 20, 25, 30 người»
_ROW = re.compile(
    rf"(?P<many>(?<![\w.,])\d{{1,2}})(?P<unit>\s?(?:buổi|buoi))\s*"
    r"(?:(?:lần lượt|lan luot)(?:\s(?:là|la|có|co|được))?|:|,)?\s*"
    rf"(?P<row>\d{{1,4}}(?:\s*(?:,|(?<=\s)(?:và|va|với)(?=\s))\s*\d{{1,4}})+)\s?{_PEOPLE}(?!\w)",
    re.IGNORECASE,
)
# «mỗi tuần 1 buổi, 4 tuần»
_WEEKLY = re.compile(
    r"(?<!\w)(?:mỗi|moi)\s(?:tuần|tuan)\s(?:1|một|mot)\s(?:buổi|buoi)[,\s]+(?:trong\s)?(?P<weeks>[2-5])\s(?:tuần|tuan)(?!\w)",
    re.IGNORECASE,
)
# «3 buổi 120 lượt người, trong đó về BHXH 1 buổi 40 người»
_OF_THEM = re.compile(
    rf"(?P<head>(?<![\w.,])\d{{1,2}}\s(?:buổi|buoi)[^;.\n]{{0,40}}?\d{{1,4}}\s?{_PEOPLE}(?:\s{_CAME})?)\s*[,(]\s*"
    r"(?:trong đó|trong do|bao gồm|bao gom|gồm|gom)\s(?P<about>[^;.\n]*(?:buổi|buoi)[^;.\n]*)",
    re.IGNORECASE,
)
# «chứ không họp được buổi nào»
_NO_SESSION = re.compile(
    r"(?:^|(?<=[,;.\n]\s)|(?<=[,;\n]))(?P<about>[^,;.\n\d]{0,120}?)(?<!\w)"
    r"(?:không|khong|ko|k|chưa|chua|chẳng|chang|chả)\s"
    r"(?:(?:họp|hop|tổ chức|to chuc|làm|lam|mở|mo|sinh hoạt)\s)(?:được\s|duoc\s|đc\s)?(?:buổi|buoi|cuộc|cuoc)\s"
    r"(?:nào|nao|gì|gi)"
    r"[^,;.\n\d]{0,40}(?=$|[,;.\n])",
    re.IGNORECASE,
)
# «43 người, 30 nữ», of who came.
_WOMEN = re.compile(
    rf"(?P<said>(?<!\w)(?:buổi|buoi|tuyên truyền|tuyen truyen|tập huấn"
    rf"|tap huan)(?!\w)[^;.\n]{{0,60}}?(?<![\w.,])"
    rf"(?P<whole>\d{{1,4}})\s?{_PEOPLE}(?!\w)(?:\s{_CAME})?)\s*[,(]\s*(?:(?:trong đó"
    rf"|trong do)\s)?(?:(?:có|co)\s)?"
    rf"(?:(?P<one>\d{{1,4}})\s?(?:là\s)?(?:nữ|nu)|(?:nữ|nu)\s?:?\s?(?P<other>\d{{1,4}}))\)?{_END}",
    re.IGNORECASE,
)
# «dự 47/71 đồng chí»
_OF_ALL = re.compile(
    rf"(?P<came>(?<!\w){_CAME}(?:\s(?:có|co|được|duoc|là|la"
    rf"|thì))*\s)(?P<some>\d{{1,4}})\s?/\s?(?P<all>\d{{1,4}})(?=\s?{_PEOPLE}(?!\w))",
    re.IGNORECASE,
)
# «cả cơ quan dự vắng 3 người, tức 68»
_AWAY = re.compile(
    rf"(?:(?<!\w)(?:cả|ca|toàn|toan|đủ|tất cả)\s[^\d,;.\n]{{1,30}}?\s)?(?:vắng|vang|thiếu|thieu|trừ"
    rf"|nghỉ)\s\d{{1,3}}\s?{_PEOPLE}?\s*,?\s*"
    rf"(?:tức là|tức|tuc la|tuc|còn lại|còn|con|là|vậy là"
    rf"|=)\s(?P<came>\d{{1,4}})(?:\s?{_PEOPLE}(?!\w))?{_END}",
    re.IGNORECASE,
)
# «4 buổi 300 ng, à ko 3 buổi thôi»
_RIGHTED = re.compile(
    r"(?P<old>(?<![\w.,])\d{1,2})(?P<unit>\s?(?:buổi|buoi))(?P<amid>[^;.\n]{0,40}?),\s*(?:(?:à|a|ý|ấy"
    r"|ơ)\s)?"
    r"(?:ko|không|khong|k)(?:\s(?:phải|phai))?,?\s+(?P<new>\d{1,2})\s?(?:buổi|buoi)(?:\s(?:thôi|thoi"
    r"|mới đúng|cơ|chứ))?",
    re.IGNORECASE,
)
# «như tháng trước, 1 buổi 54 người»: both are told besides.
_AS_BEFORE = re.compile(
    r"^(?:(?:vẫn|van|cũng|dạ)\s)*(?:như|nhu|giống|giong|bằng|y)\s(?:như\s)?(?:tháng|thang|kỳ"
    r"|ky)\s(?:trước|truoc)[^\d,;:.\n]{0,20}[,;:]\s*"
    r"(?=[^\d,;.\n]{0,20}\d{1,2}\s(?:buổi|buoi)[,\s]+(?:có\s|cho\s)?\d{1,4})",
    re.IGNORECASE,
)
# «tháng này 61, vẫn 1 buổi»
_BARE_FIRST = re.compile(
    r"(?P<lead>^|.*[,;.]\s|.*\s(?=tháng này|kỳ này|thang nay))(?:(?:tháng|thang|kỳ|ky)\s(?:này"
    r"|nay)\s(?:là\s|có\s|được\s)?)?(?P<people>\d{1,4})\s*,\s*"
    r"(?:vẫn|van|cũng|cung|có|trong|của)?\s?(?P<events>\d{1,2})\s(?:buổi|buoi)(?P<end>[^\d]*)$",
    re.IGNORECASE,
)
# «chuyên đề kỷ niệm 93 năm …»
_YEARS = re.compile(
    r"(?<=\s)(?:kỷ niệm|ky niem|nhân|mừng|lần thứ)\s(?:lần thứ\s)?\d{1,4}(?:\snăm"
    r"|\snam)?(?=\s)",
    re.IGNORECASE,
)
# «01 buổi sinh hoạt chuyên đề … cho 45 nữ đoàn viên»
_LONG = re.compile(
    rf"(?P<events>(?<![\w.,])\d{{1,2}}\s(?:buổi|buoi))\s(?P<about>(?:[^\d,;.()\n]"
    rf"|\(\d{{1,2}}/\d{{1,2}}\)){{12,160}}?)\s"
    rf"(?:cho|có|co|với|voi|thu hút|gồm|được)\s(?P<people>\d{{1,4}})\s(?:nữ\s"
    rf"|nu\s)?{_PEOPLE}(?!\w)(?:\s{_CAME})?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!\w)(?:đối thoại|doi thoai|tập huấn|tap huan|thăm|tham|quà|qua|thỏa ước|thoả ước|kết nạp"
    r"|ket nap|tặng)(?!\w)",
    re.IGNORECASE,
)


def spelt_out(text: str) -> str:
    """A message with its sessions spelt out.

    >>> spelt_out("tuyên truyền có tổ chức 1 lần 48 ng")
    'tuyên truyền có tổ chức 1 buổi 48 ng'
    >>> spelt_out("dự 47/71 đồng chí")
    'dự 47 đồng chí'
    """
    text = _TIMES.sub(r"\g<name> buổi", _SHORT.sub("tuyên truyền", text))
    text = _if(_OF_THEM, _WEEKLY.sub(r"\g<weeks> buổi", text), _of_sessions, r"\g<head>")
    text = _ROW.sub(_added, text)
    text = _if(_NO_SESSION, text, _of_sessions, "tuyên truyền không")
    text = _RIGHTED.sub(r"\g<new>\g<unit>\g<amid>", _AS_BEFORE.sub("", text))
    text = _AWAY.sub(r"\g<came> người dự", _if(_OF_ALL, text, _fewer, r"\g<came>\g<some>"))
    text = _if(_WOMEN, text, _fewer, r"\g<said>")
    text = _BARE_FIRST.sub(r"\g<lead>tháng này \g<events> buổi, \g<people> người\g<end>", text)
    return _if(_LONG, _YEARS.sub("", text), _of_sessions, r"\g<events>, \g<people> người")


def people_named(text: str) -> str:
    """People told right behind the name of what was held, as those who came to it.

    >>> people_named("không giảm ai, tuyên truyền 57 người thôi ạ")
    'không giảm ai, 57 người dự thôi ạ'
    """
    return _PEOPLE_TOLD.sub(r"\g<people> người dự", text) if len(text) <= _LONGEST else text


def _added(found: re.Match[str]) -> str:
    """People told one after the other, as many as there were sessions, as a sum."""
    row = re.findall(r"\d+", found["row"])
    if len(row) != int(found["many"]):
        return found[0]
    return f"{found['many']}{found['unit']}, {' + '.join(row)} người"


def _if(pattern: re.Pattern[str], text: str, fits: Callable[[re.Match[str]], bool], by: str) -> str:
    """A text with each place put otherwise that fits."""
    return pattern.sub(lambda found: found.expand(by) if fits(found) else found[0], text)


def _fewer(found: re.Match[str]) -> bool:
    """Whether a part is no more than the whole."""
    groups = found.groupdict()
    some = groups.get("some") or groups.get("one") or groups.get("other") or "0"
    return int(some) <= int(groups.get("all") or groups.get("whole") or "0")


def _of_sessions(found: re.Match[str]) -> bool:
    return _OTHER.search(found["about"]) is None
