"""The words that work anywhere: a whole message that tells the bot what to do.

The phrases are data in `command_words`; here is only how a message is compared with them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reporting.reading import command_words as data
from reporting.reading.codes import find_code
from reporting.reading.polite import cores, without_leading
from reporting.reading.typed import Word, keys, phrase, same_words, words_of
from reporting.reading.typed_period import period_in, split_period
from reporting.text import clean

LONGEST = 300  # characters; a longer message is no command
_CLAUSE = re.compile(r"[,;.!]\s+")
_LONGEST_PHRASE = 9  # words
_LONGEST_OPENING = 7  # words
# "8: hơn 320", "8 thành 12 triệu", "8 = 5 suất": a line's number and nothing but a figure.
_LINE_AND_FIGURE = re.compile(
    r"\d{1,2}(?:\s*[:=]\s*|\s+(?:lại\s+|lai\s+)?(?:thành|thanh|là|la|bằng|bang)\s+|\s+)"
    r"(?P<about>(?:[^\W\d_]+\s+){0,2})"
    r"\d[\d.,]*(?:\s*(?:triệu|trieu|tr|nghìn|nghin|ngàn|ngan|k|tỷ|tỉ|ty|ti|đồng|dong|đ|d)\b){0,2}",
    re.IGNORECASE,
)
_LONGEST_ASIDE = 14


@dataclass(frozen=True, slots=True)
class Command:
    """A command by name. `argument` is what was typed after it, as typed; empty where nothing was.

    Of `fix` it is "5", "5 = 12", "kết nạp 12" ("dòng" and the like before a number are dropped); of `progress`,
    `totals`, `compare`, `chart` the period's words; of `nudge`, `return`, `enter_for` the unit's; of `start_code`
    the code in its usual form if it has the shape of one, else what was typed.
    """

    name: str
    argument: str = ""


Table = dict[tuple[str, ...], tuple[tuple[str, tuple[Word, ...]], ...]]


def _table(phrases: Iterable[tuple[str, str]]) -> Table:
    """Phrases by their folded words, each with its command's name, in the order given."""
    table: Table = {}
    for name, text in phrases:
        words = phrase(text)
        table[keys(words)] = (*table.get(keys(words), ()), (name, words))
    return table


def _pairs(phrases: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in phrases.items() for text in texts]


_WHOLE = _table(_pairs(data.PHRASES))
_OPENINGS = _table(_pairs(data.OPENINGS))
_PERIODS = _table([*_pairs(data.BEFORE_PERIOD), *_pairs(data.WITH_PERIOD_TOO)])
_AROUND = _table(("around", text) for text in data.AROUND_PERIOD)
_NOUNS = _table(("line", text) for text in data.LINE_NOUNS)
_GREETINGS = _table(("greeting", text) for text in data.GREETINGS)
_THANKS = _table(("thanks", text) for text in data.THANKS)
_SLASHES = {
    "".join(keys(phrase(text))): name
    for phrases in (data.BEFORE_PERIOD, data.OPENINGS, data.PHRASES)
    for name, text in reversed(_pairs(phrases))
}
_NOT = frozenset(key for text in data.NOT for key in keys(phrase(text)))
_KHONG = phrase("không")[0]
_SPELT = tuple(phrase(text) for text in data.SPELT)


def _look_up(table: Table, words: Sequence[Word]) -> str | None:
    if len(words) > _LONGEST_PHRASE:
        return None
    for name, known in table.get(keys(words), ()):
        if same_words(words, known) and (known not in _SPELT or words[0].marks == known[0].marks):
            return name
    return None


def _normal(words: Iterable[Word]) -> list[Word]:
    """With every way to write "không" as one."""
    return [replace(word, key=_KHONG.key, marks=_KHONG.marks) if word.key in _NOT else word for word in words]


def _is_whole(table: Table, text: str) -> bool:
    words = _normal(words_of(text)) if len(text) <= LONGEST else []
    return any(_look_up(table, core) is not None for core in cores(words))


def is_greeting(text: str) -> bool:
    """Whether a message is a greeting and nothing else."""
    return _is_whole(_GREETINGS, clean(text))


def is_thanks(text: str) -> bool:
    """Whether a message says thanks and nothing else."""
    return _is_whole(_THANKS, clean(text))


def _opening(table: Table, words: Sequence[Word]) -> tuple[str, int] | None:
    """The longest opening a message begins with: the command's name and how many words it has."""
    for length in range(min(len(words), _LONGEST_OPENING), 0, -1):
        name = _look_up(table, words[:length])
        if name is not None:
            return name, length
    return None


def _after(text: str, words: Sequence[Word], length: int) -> str:
    """What stands after the first words, as typed."""
    if len(words) <= length:
        return ""
    rest = text[words[-1].end :]
    end = len(text) if not words_of(rest) else words[-1].end
    return text[words[length].start : end].rstrip()


def _line_argument(argument: str) -> str:
    """Without "dòng" or the like before a number."""
    words = words_of(argument)
    found = _opening(_NOUNS, words)
    if found is None or len(words) <= found[1] or not words[found[1]].key.isdecimal():
        return argument
    return argument[words[found[1]].start :]


def _with_argument(text: str, words: Sequence[Word]) -> Command | None:
    found = _opening(_OPENINGS, words)
    if found is None or found[0] == "start_code":
        return None
    name, length = found
    if name != "fix":
        return Command(name, _after(text, words, length))
    return Command(name, _line_argument(_after(text, without_leading(words[length:]), 0)))


def _with_period(text: str, words: Sequence[Word]) -> Command | None:
    found = _opening(_PERIODS, words)
    if found is None:
        return None
    argument = _after(text, words, found[1])
    if not argument:
        return Command(found[0])
    if period_in(argument) is not None:
        rest = words_of(split_period(argument)[1])
        if found[0] in data.ACTING:
            return None if rest and not argument.strip().isdecimal() else Command(found[0], argument)
        if not rest or argument.strip().isdecimal() or _only_around(rest):
            return Command(found[0], argument)
        return None
    asks = found[0] not in data.ACTING and _only_around(words_of(argument))
    return Command(found[0]) if asks else None


def _only_around(words: Sequence[Word]) -> bool:
    """Whether nothing is said but the words that may stand around a period."""
    position = 0
    while position < len(words):
        found = _opening(_AROUND, words[position:])
        if found is None:
            return False
        position += found[1]
    return True


def _slash(text: str) -> Command | None:
    """A message that begins with a slash: "/start CODE", "/tiendo@OurBot 10/2023"."""
    head, _, argument = text[1:].partition(" ")
    argument = " ".join(argument.split())
    name = _SLASHES.get("".join(keys(words_of(head.partition("@")[0]))))
    if name == "start":
        return Command("start_code", find_code(argument) or argument) if argument else Command("start")
    if name is None:
        return None
    return Command(name, _line_argument(argument) if name == "fix" else argument)


def _narrow(found: Command | None) -> Command | None:
    """In a text question only a few commands exist, and a line is fixed by its number, with a figure or alone."""
    if found is None or found.name not in data.NARROW:
        return None
    if found.name == "view":  # «xem xét hỗ trợ kinh phí» is an answer
        return None if found.argument else found
    if found.name == "fix":
        alone = found.argument.strip(" .").isdecimal()
        return found if alone or _is_line_and_figure(found.argument) else None
    return found


def _is_line_and_figure(argument: str) -> bool:
    said = _LINE_AND_FIGURE.fullmatch(argument.strip())
    if said is None:
        return False
    about = words_of(said["about"])
    return not about or any(same_words(about, phrase(known)) for known in data.ABOUT)


def _any(text: str) -> Command | None:
    if text and not text.strip("?？ "):
        return Command("help_here")
    if text.startswith("/"):
        return _slash(text)
    words = _normal(words_of(text))
    for core in cores(words):
        name = _look_up(_WHOLE, core)
        if name is not None:
            return Command(name)
    for core in reversed(list(cores(words))):
        found = _with_period(text, core) or _with_argument(text, core)
        if found is not None:
            return found
    return None


def command(text: str, narrow: bool = False) -> Command | None:
    """The command a whole message is, or None. `narrow`: in a text question, where only few words are commands."""
    text = clean(text)
    if not text or len(text) > LONGEST or "\n" in text:
        return None
    return _narrow(_any(text)) if narrow else _any(text) or _of_clauses(text)


def _holds(words: Sequence[Word], part: Sequence[Word]) -> bool:
    return any(same_words(words[place : place + len(part)], part) for place in range(len(words)))


def _of_clauses(text: str) -> Command | None:
    """«dạ em chào, bắt đầu ạ», «để lát nữa tôi làm tiếp nhé, đang họp»: a courtesy or a reason beside a command."""
    words = words_of(text)
    if len(words) <= _LONGEST_ASIDE and all(_holds(words, phrase(part)) for part in data.GOING_ON):
        return Command("resume")
    clauses = [part for part in _CLAUSE.split(text) if part.strip()]
    if len(clauses) != 2 or any(c.isdigit() for c in text):
        return None
    if is_greeting(clauses[0]):
        return _any(clauses[1])
    said = [_any(clause) for clause in clauses]
    if said[0] == Command("send") and any(_holds(words_of(clauses[1]), phrase(each)) for each in data.SORRY):
        return said[0]
    if {found.name if found else "" for found in said} in ({"anew"}, {"anew", "no"}):
        return Command("anew")  # «bấm nhầm rồi, làm lại giúp tôi»
    pauses = [found for found in said if found is not None and found.name == "pause"]
    short = all(len(words_of(clause)) <= _LONGEST_PHRASE for clause in clauses)
    return pauses[0] if pauses and len(pauses) == sum(map(bool, said)) and short else None
