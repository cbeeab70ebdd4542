"""What the lines of a dictated paragraph are called, and what each of them counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import dictated_words as data
from reporting.reading.each import counts_people
from reporting.reading.labels import labels_of
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, keys, phrase


@dataclass(frozen=True, slots=True)
class Counted:
    """The figure told last: of which line, as typed, and how many where that is certain."""

    code: str
    text: str
    value: int | None


class Names:
    """The lines by what they are called."""

    def __init__(self, lines: Sequence[Line], rest: Sequence[Line]) -> None:
        every = [line for line in (*lines, *rest) if line.kind != "text"]
        self.lines = {line.code: line for line in every}
        self.labels = labels_of(tuple(every[: len(lines)]), tuple(every[len(lines) :]), ())
        sums = [line.code for line in every if line.kind == "money"]
        self.money = sums[0] if len(sums) == 1 else None
        came = [line for line in every if counts_people((line.label, *line.words))]
        self.people = came[0].code if len(came) == 1 else None
        before = [line for line in every if came and line.number == came[0].number - 1]
        self.events = before[0].code if self.people and before else None
        self._own = {
            line.code: {key for name in (line.label, *line.words) for key in keys(phrase(name))}
            for line in every
        }

    def own(self, code: str, key: str) -> bool:
        """Whether a unit is of a line's own name."""
        return key in self._own[code]

    def counts(self, code: str, words: Sequence[Word], place: int) -> int:
        """How many words from a place on are what a line counts; 0 if none."""
        own = self._own[code]
        known = [
            (data.PEOPLE, own & data.OF_PEOPLE), (data.HOMES, data.OF_HOMES in own),
            (data.PARCELS, data.OF_PARCELS in own), (data.TIMES, own & data.OF_TIMES),
            (data.PIECES, own & data.OF_PIECES),
        ]  # fmt: skip
        for length in (3, 2, 1):
            said = tuple(word.key for word in words[place : place + length])
            if len(said) == length and any(fits and said in phrases for phrases, fits in known):
                return length
        return 1 if place < len(words) and words[place].key in own & data.UNITS else 0
