"""What is typed for a line of words: the words alone, without courtesies, doubled headings and «hết» at the end.

And what one message says of several lines of words: «nổi bật không có, khó khăn thì thiếu sân», with figures beside.
"""

import re
from collections.abc import Sequence

from reporting.reading.free_words import says_nothing
from reporting.reading.reply_types import Line
from reporting.reading.sending import closes
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.text import clean, fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COURTESY = re.compile(
    r"^(?:(?:dạ|da(?=\s+(?:thưa|thua|vâng|em))|vâng|ạ|à|ừ|ờ|(?:kính\s+|xin\s+)?(?:thưa|thua)(?=\s*,|\s+(?:các|đồng|dong|anh|chị|em|cô|thầy|bác)))(?!\w)[\s,.:]*"
    r"(?:(?:các\s+)?(?:đồng chí|dong chi|anh|chị|em|cô|thầy|bác)(?:\s+ạ)?(?=\s*[,.:])[\s,.:]*)?)+",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"^(?:gõ|go|ghi|viết|viet|nhập|nhap|sửa|sua)\s+(?:lại|lai)\s*(?:là|la)?\s*[:,]\s*(?=\S)", re.IGNORECASE
)
# What says of a line by name what is to stand there: «nổi bật chỉ ghi …», «mục khó khăn thì ghi là: …».
_NAME = r"^(?:(?:dạ|à|ơ|em|mục|muc|phần|phan|dòng|dong|ý|cái)\s+)*(?P<name>{names})"
_BECOMES = (
    r"(?:\s+(?:thì|thi|cứ|cu|chỉ|chi|em|xin|sửa|sua|đổi|doi)(?!\w))+\s+(?:ghi|viết|viet)(?:\s+(?:lại|lai|là|la|thôi))*(?!\w)\s*:?\s*(?=\S)"
    r"|\s+(?:ghi|viết|viet)(?:\s+(?:lại|lai))?(?:\s+(?:là|la)(?!\w)\s*:?|\s*:)\s*(?=\S)"
)
_HEADING = r"\s*:\s*(?=\S)"
_NUMBER = re.compile(r"^\d{1,2}\s*[.)]\s*(?=[^\W\d_])")
_LAST_ONLY = re.compile(r"\s+(?:thôi|thoi)(?:\s+(?:nhé|nhe|em|ạ|chị|anh))*[\s.]*$", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*[,;!\n]+\s*|\.(?:\s+|$)")
_REST_EMPTY = re.compile(
    r"^(?:(?:và|va|còn|con)\s+)?(?:(?:các|cac)\s+)?(?:(?:mục|muc|phần|phan|cái|cai)\s+)?"
    r"(?:còn lại|con lai|khác|khac|kia|sau|dưới)\s+(?:(?:thì|thi|đều|deu|là|la|cũng|cung)\s+)*"
    r"(?:không|khong|ko|k|chưa|chua|0)(?:\s+(?:có|co|gì|gi|j|cả|ca|hết|het|nữa|nua|ạ|nhé|phát sinh))*$",
    re.IGNORECASE,
)
# All that says there is nothing (more) for a line.
_NONE_LEFT = tuple(
    map(phrase, ("hết", "hết rồi", "xong", "xong rồi", "xong r", "thế thôi", "chỉ thế thôi", "vậy thôi", "0", "hết ạ",
                 "không có gì thêm", "không còn gì", "không còn gì nữa", "không còn gì thêm", "không thêm gì",
                 "không có gì nữa", "không có thêm gì", "hết rồi em", "hết rồi nhé", "hết rồi ạ"))
)  # fmt: skip
_SAME = tuple(
    map(phrase, ("như tháng trước", "như kỳ trước", "như tháng rồi", "như lần trước", "giống tháng trước",
                 "y như tháng trước", "giống như tháng trước", "như cũ", "như trước", "y nguyên tháng trước",
                 "giữ như tháng trước", "lấy như tháng trước", "giống kỳ trước", "như báo cáo tháng trước",
                 "y tháng trước"))
)  # fmt: skip
_IDLE = _words("van cung thi la nhe a ah em da vang u thoi nha chi anh ghi cu de do day luon minh")
_TO_THE_BOT = re.compile(
    r"^(?:(?:em|bot|cháu|bạn|nhờ|nho|nhớ|nho|giúp)\s+)*(?:sửa|sua|chữa|chua|viết|viet|bỏ|bo|xóa|xoá|thêm)\s+"
    r"(?:(?:giúp|hộ|lại|lai|thầy|chị|anh|cho)\s+)*(?:chữ|chu|dấu|dau|chính tả|chinh ta|lỗi|hoa)(?!\w).{0,60}$",
    re.IGNORECASE,
)
_NOTHING_NEW = re.compile(
    r"[,;.]\s*(?:không|khong|ko|k)\s(?:có|co)\s(?:gì|gi|j)\s"
    r"(?:mới|moi|khác|khac|thay đổi|thay doi|thêm|them)[^\d\n]{0,12}$",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a message in which several lines are looked for


def tidied(text: str, line: Line) -> str:
    """The words for a line as they are kept.

    >>> line = Line(14, "d", "text", "Khó khăn, kiến nghị", ("khó khăn", "kiến nghị"))
    >>> tidied("KIẾN NGHỊ: sửa mái. hết", line), tidied("Dạ thưa đồng chí, thiếu sân chơi", line)
    ('sửa mái', 'thiếu sân chơi')
    """
    text = _AGAIN.sub("", _COURTESY.sub("", clean(text), count=1) or clean(text), count=1)
    text = _NUMBER.sub("", text, count=1) if _heading(_NUMBER.sub("", text, count=1), line) else text
    name = _heading(text, line)
    if name is not None:
        text = text[name.end() :]
        text = _LAST_ONLY.sub("", text) if "ghi" in name[0].casefold() else text
    return without_closer(text)


def _heading(text: str, line: Line) -> re.Match[str] | None:
    names = sorted({line.label, *line.words, *_longer(line)}, key=len, reverse=True)
    known = "|".join(re.escape(form) for name in names for form in dict.fromkeys((name, _bare(name))))
    pattern = re.compile(_NAME.replace("{names}", known) + f"(?:{_BECOMES}|{_HEADING})", re.IGNORECASE)
    return pattern.match(text)


def _longer(line: Line) -> list[str]:
    """«hoạt động nổi bật», «khó khăn và kiến nghị», «khó khăn vướng mắc»."""
    both = [f"{one} {two}" for one in line.words for two in line.words if one != two]
    more = [f"{one} và {two}" for one in line.words for two in line.words if one != two]
    return [*both, *more, *(f"hoạt động {word}" for word in line.words), *(f"{word} vướng mắc" for word in line.words),
            *(f"những {word}" for word in line.words), *(f"việc {word}" for word in line.words),
            *(f"việc {word} trong tháng" for word in line.words), *(f"{word} trong kỳ" for word in line.words),
            f"{line.label} trong kỳ"]  # fmt: skip


def _bare(name: str) -> str:
    """A name as it is typed without diacritics."""
    return fold(name)


def without_closer(text: str) -> str:
    """Words without a last clause that only ends the message: «giao lưu bóng chuyền. hết»."""
    marks = list(_CLAUSE.finditer(text.rstrip(" .")))
    if marks and closes(text.rstrip(" .")[marks[-1].end() :]):
        return text[: marks[-1].start()].rstrip(" ,;")
    return text.strip()


def nothing_more(text: str) -> bool:
    """Whether an answer to a question for words only says that there is nothing (more): «hết rồi», «0».

    >>> nothing_more("het roi"), nothing_more("Dạ không có gì thêm"), nothing_more("hết nước sạch")
    (True, True, False)
    """
    core = _core(text)
    return any(same_words(core, known) for known in _NONE_LEFT) or (
        _REST_EMPTY.match(clean(text).strip(" .")) is not None
    )


def as_before(text: str) -> bool:
    """Whether an answer says that the words are last month's: «van nhu thang truoc»."""
    core = _core(_NOTHING_NEW.sub("", text))
    return any(same_words(core, known) for known in _SAME)


def _core(text: str) -> list[Word]:
    words = words_of(_AGAIN.sub("", clean(text)))
    while len(words) > 1 and words[0].key in _IDLE:
        words = words[1:]
    while len(words) > 1 and words[-1].key in _IDLE:
        words = words[:-1]
    return words


def to_the_bot(text: str) -> bool:
    """Whether words tell what to do with words: «Em nhớ sửa chữ tiêm chủng viết hoa nhé»."""
    return len(words_of(text)) <= 16 and _TO_THE_BOT.match(clean(text)) is not None


def rest_empty(text: str) -> str | None:
    """A text without a last clause that says the rest is empty: «thi nấu ăn, còn lại k có j»; None: it has none."""
    text = clean(text)
    marks = list(_CLAUSE.finditer(text.rstrip(" .")))
    if not marks or _REST_EMPTY.match(text.rstrip(" .")[marks[-1].end() :].strip()) is None:
        return None
    return text[: marks[-1].start()].rstrip(" ,;")


def clauses_of_lines(text: str, lines: Sequence[Line]) -> tuple[dict[str, str], str]:
    """Lines for words that clauses of a message say to be empty, or «chỉ ghi …»; and what else it says.

    >>> lines = [Line(13, "h", "text", "Nổi bật", ("nổi bật",)), Line(14, "d", "text", "Khó khăn", ("kiến nghị",))]
    >>> clauses_of_lines("nữ 27, nổi bật không có, khó khăn cũng không", lines)
    ({'h': '', 'd': ''}, 'nữ 27')
    """
    text = clean(text)
    if len(text) > _LONGEST:
        return {}, text
    said: dict[str, str] = {}
    for line in lines:
        found = _heading(text, line)
        if found is not None and re.search(r"\b(?:ghi|viết|viet)\b", found[0], re.IGNORECASE):
            return {line.code: _LAST_ONLY.sub("", text[found.end() :]).strip()}, ""
    kept = []
    for clause in _CLAUSE.split(text):
        bare = re.sub(
            r"^(?:(?:còn|con|sửa|sua|và|va|thì|thi|mà|ma|nhầm|nham)\s+)+", "", clause, flags=re.IGNORECASE
        )
        named = [line for line in lines if _names(bare, line)]
        if len(named) == 1 and not any(c.isdigit() for c in bare) and _empty(bare, named[0]):
            said[named[0].code] = ""
        elif clause.strip():
            kept.append(re.sub(r"^(?:(?:còn|con|và|va)\s+)+", "", clause.strip(), flags=re.IGNORECASE))
    return said, ", ".join(kept)


def _empty(clause: str, line: Line) -> bool:
    spoken = re.sub(r"(?<!\w)(?:cũng|cung|là|la|thì|thi|đều|deu)\s+", "", clause, flags=re.IGNORECASE)
    return says_nothing(spoken, line)


def _names(clause: str, line: Line) -> bool:
    words = words_of(clause)
    known = [phrase(name) for name in (line.label, *line.words)]
    first = words[:6]
    return len(words) <= 10 and any(
        same_words(first[at : at + len(name)], name) for name in known for at in range(len(first))
    )
