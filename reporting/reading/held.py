"""Sessions told one by one, each with who came, as one row: «luật 1 buổi 40, HIV 1 buổi 38» is «2 buổi, 40 + 38 người».

How many came in all is a sum of ours, and so is asked; where the message tells the same sum itself, it is taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import held_words as data
from reporting.reading.dictated_figures import blanked, in_digits, people_at
from reporting.reading.each import counts_people
from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, phrase, same_word, words_of

_LONGEST = 400  # characters
_FEWEST = 2  # sessions, or groups of people
_CUT = re.compile(
    r"\s*(?:(?<=buổi)\s*:|(?<=buoi)\s*:|(?<=cuộc)\s*:|(?<=cuoc)\s*:"
    r"|\s(?=(?:buổi|buoi)\s(?:đầu|dau|sau|trước|truoc|cuối|cuoi|thứ\s\w+|thu\s\w+"
    r"|[1-5](?!\d)(?=\s*[:,]?\s*\d))"
    r"(?!\s(?:tháng|thang|kỳ|ky|tuần|tuan|năm|nam))[^\d,;.\n]{0,12}\d)"
    r"|[;\n()]+|,(?!\d)|(?<!\d),|\.(?=\s|$)|\s(?:và|va|với|voi|vs|còn)\s)\s*",
    re.IGNORECASE,
)
_EACH = phrase("mỗi")[0]
_THERE_ARE = phrase("có")[0]
# «1 buổi x 70 người»
_TIMES = re.compile(
    r"(?P<many>(?<![\w.,])\d{1,2})\s?(?P<unit>buổi|buoi|cuộc"
    r"|cuoc)(?P<about>\s[^\d,;.\n]{1,30}?)?\s?[x×*]\s?"
    r"(?P<each>\d{1,4})(?P<who>\s?(?:người|nguoi|ng|đ/c|đc|đoàn viên|doan vien|đv|dv|lượt|luot)(?!\w))",
    re.IGNORECASE,
)
# «45 chị với 8 anh», said of those who came.
_GENDERS = re.compile(
    r"(?P<one>(?<![\w.,])\d{1,3})\s(?:(?P<her>chị|chi|nữ|nu|cô|bà|ba)(?:\s(?:em))?|(?P<him>anh|nam"
    r"|thầy|thay|ông))"
    r"\s*(?:,|\+|(?<=\s)(?:với|voi|vs|và|va))\s*(?P<other>\d{1,3})\s(?(her)(?:anh|nam|thầy|thay|ông)"
    r"|(?:chị|chi|nữ|nu|cô|bà))"
    r"(?!\w)(?:\s(?:em))?(?:\s(?:dự|tham gia|tham dự|đến|nghe))?",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"(?<!\w)(?:buổi|buoi|tuyên truyền|tuyen truyen|nói chuyện|noi chuyen|chuyên đề|chuyen de|tọa đàm"
    r"|toạ đàm|toa dam"
    r"|giao lưu|giao luu|dự|nghe|hội nghị|họp)(?!\w)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?<![\w.,])(?P<whole>\d{1,4})\s[^\d,;.\n]{1,24}[,:(]?\s?$")


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause: how many sessions it tells of, and how many people; 0 where it does not.

    `bare`: a figure alone; `topic`: words before it; `who`: people told by who they are, «73 chị em»;
    `sum`: how many it says there were in all.
    """

    start: int
    end: int
    events: int = 0
    people: int = 0
    bare: bool = False
    topic: bool = False
    who: bool = False
    sum: int = 0


def in_one_row(text: str, lines: Sequence[Line]) -> str:
    """A message with the sessions that it tells one by one as one row; `lines` are all those of the form.

    >>> from reporting.reading.reply_types import Line
    >>> lines = (Line(4, "events", "count", "Buổi", ("buổi",)), Line(5, "people", "count", "Lượt", ("người dự",)))
    >>> in_one_row("luật 1 buổi 40, HIV 1 buổi 38", lines)
    '2 buổi, 40 + 38 người'
    """
    came = [line for line in lines if counts_people((line.label, *line.words))]
    if len(text) > _LONGEST or len(came) != 1:
        return text
    events = [line.code for line in lines if line.number == came[0].number - 1]
    text = _TIMES.sub(_times, text)
    said, _ = in_digits(text)
    told = _Clauses(said, lines, {came[0].code, *events}).told
    row = _row(told)
    if row is not None:
        first, past, many, people = row
        before, behind = said[: told[first].start], said[told[past - 1].end :]
        behind = (
            behind.removeprefix(")")
            if said[: len(said) - len(behind)].count("(") > before.count("(")
            else behind
        )
        text = f"{before}{many} buổi, {people} người{behind}"
    return _with_genders(text, Labels(lines), {came[0].code, *events}) if _GENDERS.search(text) else text


def _times(found: re.Match[str]) -> str:
    each = "" if found["many"] in ("1", "01") else f"mỗi {found['unit']} "
    return f"{found['many']} {found['unit']}{found['about'] or ''}, {each}{found['each']}{found['who']}"


def _with_genders(text: str, labels: Labels, own: set[str]) -> str:
    """«45 chị với 8 anh» as a sum, where the message speaks of what was held, and of nothing else."""
    named = (mark for mark in labels.find(_GENDERS.sub(" ", text)) if not mark.common and not mark.number)
    if _CAME.search(text) is None or any(not own & set(mark.codes) for mark in named):
        return text

    def both(found: re.Match[str]) -> str:
        whole = _WHOLE.search(text[: found.start()])
        if whole is not None and int(whole["whole"]) == int(found["one"]) + int(found["other"]):
            return ""  # «50 người gồm 30 nữ và 20 nam»
        return f"{found['one']} + {found['other']} người dự"

    return _GENDERS.sub(both, text)


def _row(told: Sequence[_Told]) -> tuple[int, int, int, str] | None:
    """The first and the last clause of a row, its sessions and its people; None where there is no plain one."""
    for first, clause in enumerate(told):
        both = _run(told, first, both=True)
        if both >= _FEWEST:
            return (
                first,
                first + both,
                sum(each.events for each in told[first : first + both]),
                _people(told[first:][:both]),
            )
        if clause.events and clause.people and clause.who:
            return first, first + 1, clause.events, str(clause.people)
        if clause.events and not clause.people:
            found = _behind(told, first)
        else:
            found = _before(told, first)
        if found is not None:
            return found
    return None


def _run(told: Sequence[_Told], first: int, *, both: bool) -> int:
    """How many clauses in a row tell of people, each with its one session or with none."""
    past = first
    while past < len(told) and told[past].people and told[past].events == (1 if both else 0):
        past += 1
    return past - first


def _behind(told: Sequence[_Told], first: int) -> tuple[int, int, int, str] | None:
    """«2 buổi, sáng 30 người, chiều 32 người»: as many as there were sessions, or all to one."""
    run = told[first + 1 :][: _run(told, first + 1, both=False)]
    many = told[first].events
    if len(run) < _FEWEST or any(clause.bare or (len(run) != many and not clause.topic) for clause in run):
        return None
    past = first + 1 + len(run)
    total = sum(clause.people for clause in run)
    if past < len(told) and told[past].sum:
        return (first, past + 1, many, str(total)) if told[past].sum == total else None
    return first, past, many, _people(run)


def _before(told: Sequence[_Told], first: int) -> tuple[int, int, int, str] | None:
    """«khoa Nội 20, khoa Ngoại 18, cùng dự một buổi»."""
    run = told[first:][: _run(told, first, both=False)]
    past = first + len(run)
    if len(run) < _FEWEST or past == len(told) or any(clause.bare for clause in run):
        return None
    last = told[past]
    if last.people or last.events not in (1, len(run)):
        return None
    return first, past + 1, last.events, _people(run)


def _people(run: Sequence[_Told]) -> str:
    return " + ".join(str(clause.people) for clause in run)


class _Clauses:
    """The clauses of a message, with what each tells."""

    def __init__(self, text: str, lines: Sequence[Line], own: set[str]) -> None:
        self._labels, self._own = Labels(lines), own
        blank, start = blanked(text), 0
        self._earlier = any(word.key in data.EARLIER for word in words_of(text))
        self.told: list[_Told] = []
        for at, end in [*(mark.span() for mark in _CUT.finditer(blank)), (len(text), len(text))]:
            if blank[start:at].strip():
                self.told.append(self._clause(blank[start:at], start))
            start = end

    def _clause(self, text: str, start: int) -> _Told:
        words = words_of(text)
        nothing = _Told(start, start + len(text))
        figures = [place for place, word in enumerate(words) if word.key.isdecimal()]
        figures = [n for n in figures if not _order(words, n, figures)]
        if any(word.key in data.SUM for word in words) and len(figures) == 1:
            return _Told(start, start + len(text), sum=int(words[figures[0]].key))
        if not figures or self._of_others(text, words) or _joined(text, words, figures):
            return nothing
        held = [n for n in figures if n + 1 < len(words) and words[n + 1].key in data.SESSIONS]
        came = [n for n in figures if n not in held and _people_told(words, n)]
        places = [n for n in figures if n not in (*held, *came)]
        if len(held) > 1 or len(came) > 1 or (places and (came or not held or held[-1] < places[-1])):
            return nothing
        if came and came[0] and _rough(words[came[0] - 1]):
            return nothing
        if came and held and came[0] < held[0]:
            return nothing  # «30 người 1 buổi»
        people = int(words[came[0]].key) if came else 0
        return _Told(
            start,
            start + len(text),
            int(words[held[0]].key) if held else 0,
            people,
            bare=len(words) == 1,
            topic=not words[0].key.isdecimal(),
            who=bool(came) and _who(words, came[0]),
        )

    def _of_others(self, text: str, words: Sequence[Word]) -> bool:
        """Whether a clause speaks of another line, or does not tell one session."""
        keys = [word.key for word in words]
        if any(key in data.NOT_ONE for key in keys) or any(same_word(word, _EACH) for word in words):
            return True
        other = data.NOT_NOW if self._earlier else data.NOT_NOW - data.NOW
        if any(tuple(keys[n : n + 2]) in other for n in range(len(keys))):
            return True
        marks = [mark for mark in self._labels.find(text) if not mark.common and not mark.number]
        figures = [word.start for word in words if word.key.isdecimal()]
        return any(
            not set(mark.codes) & self._own
            and not (figures and mark.start > figures[-1] and people_at(words_of(text[mark.start :]), 0))
            for mark in marks
        )


def _who(words: Sequence[Word], place: int) -> bool:
    """Whether people are told by who they are, which may name another line: «73 chị em», «45 nữ đoàn viên»."""
    return any(word.key in data.WHO for word in words[place + 1 : place + 3])


def _rough(word: Word) -> bool:
    """«khoảng 30 người», «cỡ 30 người»; «có 30 người» is none."""
    return word.key in data.ROUGH and not (word.marks and same_word(word, _THERE_ARE))


def _order(words: Sequence[Word], place: int, figures: Sequence[int]) -> bool:
    """Whether a figure is the order of a session: «buổi 1», «buổi thứ 2», before how many came to it."""
    return place > 0 and words[place - 1].key in data.ORDERED and any(n > place for n in figures)


def _joined(text: str, words: Sequence[Word], figures: Sequence[int]) -> bool:
    """Whether a figure is a part of another sign: «1.250», «50-60», «47/71», «500k»."""
    signs = "".join(
        text[words[n].end : words[n].end + 1] + text[max(0, words[n].start - 1) : words[n].start]
        for n in figures
    )
    return any(not (char.isspace() or char.isalpha() or char in ":") for char in signs)


def _people_told(words: Sequence[Word], place: int) -> bool:
    """Whether a figure counts people: they stand right behind it, or nothing does."""
    after = words[place + 1 :]
    length = people_at(after, 0) if after else 0
    return (
        not after
        or bool(length)
        or after[0].key in ("luot", "l")
        or all(word.key in data.BEHIND for word in after)
    )
