"""«Đoàn viên thì như tháng trước, thăm 2 lượt»: a whole group of lines is as it was; each line by its name."""

import re
from collections.abc import Mapping, Sequence

from reporting.reading.desk import says_same
from reporting.reading.reply_types import Line
from reporting.reading.typed import keys, phrase, same_words, words_of
from reporting.text import clean

_CLAUSE = re.compile(r"[^,;.\n]+")
_FEWEST = 2  # words of a group's name


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

    return _CLAUSE.sub(written_out, text)


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
