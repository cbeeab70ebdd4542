"""«Đoàn viên thì như tháng trước, thăm 2 lượt»: a whole group of lines is as it was; each line by its name."""

import re
from collections.abc import Mapping, Sequence

from reporting.reading.desk import says_same
from reporting.reading.labels import Label, Labels
from reporting.reading.reply_types import Line
from reporting.reading.rest import same_length_fold
from reporting.reading.rest_words import LIKE_LAST
from reporting.reading.typed import keys, phrase, same_words, words_of
from reporting.text import clean

_CLAUSE = re.compile(r"[^,;.\n]+")
_FEWEST = 2  # words of a group's name
_STAYS = r"nhu cu|y nguyen|giu nguyen|van the|van vay|(?:khong|ko|k)\s(?:thay\s)?doi"
_SAME = re.compile(rf"\s(?:(?:thi|deu|cung|van|la|y|nhu|giu)\s)*(?:{LIKE_LAST}|{_STAYS})(?!\w)")
_JOINED = re.compile(r"[\s,]*(?:(?:va|voi|vs|cung|ca|roi|lan)\s)?[\s,]*")


def with_lines_of_groups(
    text: str, groups: Mapping[str, str], lines: Mapping[str, Sequence[Line]], every: Sequence[Line]
) -> str:
    """The text with such clauses written out: «<each line of the group> như tháng trước».

    `groups` are labels by code, `lines` the open lines of each; `every` line may be meant by a name of its own.
    """
    own = {keys(phrase(clean(name))) for line in every for name in (line.label, *line.words)}

    def written_out(found: re.Match[str]) -> str:
        clause = found[0].strip()
        code, behind = _group_of(clause, groups)
        if not code or not says_same(behind) or keys(words_of(clause[: len(clause) - len(behind)])) in own:
            return found[0]
        return ", ".join(f"{line.label} như tháng trước" for line in lines.get(code, ())) or found[0]

    return _CLAUSE.sub(written_out, _with_each_named(text, Labels(every)))


def _with_each_named(text: str, labels: Labels) -> str:
    """«thăm hỏi, quà với tiền như tháng trước»: said of each of several names in a row."""
    folded = same_length_fold(text)
    for found in reversed(list(_SAME.finditer(folded))):
        marks = [mark for mark in labels.find(text[: found.start()]) if not mark.number]
        row: list[Label] = []
        at = found.start()
        for mark in reversed(marks):
            if not _JOINED.fullmatch(folded, mark.end, at):
                break
            row.insert(0, mark)
            at = mark.start
        if len(row) > 1:
            names = ", ".join(f"{text[mark.start : mark.end]} như tháng trước" for mark in row)
            text = f"{text[:at]}{names}{text[found.end() :]}"
    return text


def _group_of(clause: str, groups: Mapping[str, str]) -> tuple[str, str]:
    """The group with whose name a clause begins, and what follows; two empty texts where there is none."""
    words = words_of(clause)
    for code, label in groups.items():
        name = phrase(clean(label))
        most = min(len(words) - 1, len(name))
        length = next((n for n in range(most, _FEWEST - 1, -1) if same_words(words[:n], name[:n])), 0)
        if length:
            return code, clause[words[length - 1].end :].strip(" :-–")
    return "", ""
