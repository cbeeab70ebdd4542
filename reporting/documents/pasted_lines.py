"""A pasted message cut into the lines of a list: wrapped lines joined, «1/ …; 2/ …» taken apart, headers known."""

import re

BULLET = re.compile(
    r"^(?:\s*(?:[-–—•*+·▪●○▫➢✓>]+|\(?\d{1,2}(?:\.\d{1,2})*(?:[.)](?!\d)|/(?=\s))|(?:[a-zđ]|[ivx]{2,4})[.)](?=\s)))+\s*",
    re.I,
)
_NUMBER = re.compile(r"(?:^|(?<=[;.,:]\s)|(?<=[;.,:]))\(?(\d{1,2})\s*[/.)]\s+(?=[^\W\d_])")
_ENDED = re.compile(r"[.;:…!?]\s*$")
_HEADER = re.compile(
    r"(?:em\s+|chị\s+|anh\s+)?(?:gửi\s+)?(?:các\s+)?"
    r"(?:danh\s+sách|nhiệm\s+vụ|công\s+việc|việc|góp\s+ý(?:\s+dự\s+thảo)?|văn\s+bản|khen\s+thưởng|dự\s+thảo)"
    r"(?:\s+(?:trọng\s+tâm|chủ\s+yếu|công\s+tác|khen\s+thưởng|văn\s+bản|nhiệm\s+vụ|góp\s+ý|ban\s+hành|đã|trong|của|chị|em"
    r"|(?:tháng|quý|kỳ)(?:\s+[\dIVX]+(?:/\d{4})?)?|tới|sau|này|đây|như|gồm|là|tỉnh))*\s*:?\s*",
    re.I,
)


def lines_of(text: str) -> list[str]:
    """The lines, each with its bullet still on: one that goes on from the line before is joined to it."""
    found: list[str] = []
    for line in text.split("\n"):
        bulleted = BULLET.match(line) is not None
        if found and line.strip() and not bulleted and _goes_on(found[-1], line.strip()):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found += _apart(line)
    return found


def _goes_on(before: str, line: str) -> bool:
    """«(hoàn thành trước 15/12)»; lower case after a line of a list that had no end."""
    if line.startswith("("):
        return bool(before.strip())
    return line[0].islower() and BULLET.match(before) is not None and not _ENDED.search(before)


def _apart(line: str) -> list[str]:
    """«1/ …; 2/ …; 3/ …» in one line: one each, where they count from 1 on."""
    marks = list(_NUMBER.finditer(line))
    numbers = [int(mark[1]) for mark in marks]
    if len(marks) < 2 or numbers != list(range(1, len(marks) + 1)) or line[: marks[0].start()].strip():
        return [line]
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    return [line[mark.start() : end].rstrip() for mark, end in zip(marks, ends, strict=True)]


def is_header(wanted: str, line: str) -> bool:
    """Whether a line only says what follows: «Nhiệm vụ tháng 11:», «danh sách khen thưởng đây:».

    A kind of paper, and who gives awards, are headings that count and are read as such.
    """
    text = BULLET.sub("", line).strip()
    return bool(text) and _HEADER.fullmatch(text) is not None and (text.endswith(":") or wanted != "issued")
