"""Which line a figure of a dictated paragraph stands with: by its unit, the name before it, or what people did."""

from dataclasses import dataclass

from reporting.reading import dictated_words as data
from reporting.reading.dictated_clause import Clause
from reporting.reading.dictated_figures import people_at
from reporting.reading.dictated_names import Counted, Names
from reporting.reading.typed import Word

_FAR = 8  # words between a name and its figure, with its own unit behind
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure in its clause. `used`: names that have their figure; `last`: the figure told last in the sentence."""

    clause: Clause
    place: int
    used: set[int]
    last: Counted | None
    names: Names

    def line(self) -> str | None:
        """The code of the line; None where none or several may be meant."""
        before = self.clause.name_before(self.place, self.used)
        after = self.clause.behind(self.place)
        near = before if before and self._near(before[1], after, self._own(before[0], after)) else None
        behind = self.clause.name_behind(self.place)
        if behind is not None and self._is_unit(behind[0], behind[1]):
            said = self.clause.said(self.clause.marks[behind[0]])
            came = len(said) > 1 and self._code(behind[0]) == self.names.people  # «52 người dự»
            unit = said[0] in data.UNITS or came
            if unit or near is None or not behind[2]:
                return self._by_unit(behind[0], near[0] if near else None, unit, after)
        if near is not None:
            return self._by_name(near[0], after)
        if behind is not None and self._done(behind[1]):
            return self._taken(behind[0])
        return self._came(after)

    def _code(self, n: int) -> str:
        return self.clause.marks[n].codes[0]

    def _own(self, n: int, after: list[Word]) -> int:
        return self.names.counts(self._code(n), after, 0)

    def _taken(self, *names: int) -> str:
        """The line of the first name; all of them have their figure now."""
        self.used.update(names)
        return self._code(names[0])

    def _by_unit(self, unit: int, name: int | None, plain: bool, after: list[Word]) -> str | None:
        """The line of a name right behind a figure, where the name before it does not speak against it."""
        if name is not None and self._code(name) == self._code(unit):
            return self._taken(name, unit)
        if self._shared(unit):
            self.used.add(unit)
            return self._taken(name) if name is not None and self._own(name, after) else None
        return self._taken(unit) if plain or name is None else None

    def _is_unit(self, n: int, gap: list[Word]) -> bool:
        """Whether a name stands right behind a figure, or behind its unit only: «5 phần quà»."""
        return not gap or (self._own(n, gap) == len(gap) and not people_at(gap, 0))

    def _shared(self, n: int) -> bool:
        """Whether a name is a unit of several lines («lượt»), with no people and no event beside it."""
        after = [word for word in self.clause.words if word.start >= self.clause.marks[n].end]
        event = self.last is not None and self.last.code == self.names.events
        named = any(self.names.events in mark.codes for mark in self.clause.marks[:n])
        shared = self.clause.said(self.clause.marks[n]) in data.SHARED
        return shared and not people_at(after, 0) and not (event or named)

    def _near(self, gap: list[Word], after: list[Word], own: int) -> bool:
        """Whether a name is near enough before a figure: by its links, or by its own unit behind the figure."""
        if own and len(gap) <= _FAR and not people_at(after, 0):
            return True
        return len(gap) <= _NEAR and all(word.key in data.LINKS for word in gap)

    def _by_name(self, n: int, after: list[Word]) -> str | None:
        """A figure behind a name: its line, unless what is counted says otherwise."""
        length = self._own(n, after)
        if not length and after and people_at(after, 0):
            return self.names.people if self._code(n) == self.names.events else None
        rest = after[length:]
        if not length and self._named_beside(n):
            return None
        plain = length or not rest or self.clause.marked(rest[0]) or rest[0].key in data.AFTER
        return self._taken(n) if plain else None

    def _named_beside(self, n: int) -> bool:
        """Whether another line is named right before a name: «kết nạp nữ 30»."""
        marks = self.clause.marks
        if not n or n - 1 in self.used or marks[n - 1].codes == marks[n].codes:
            return False
        between = [w for w in self.clause.words if marks[n - 1].end <= w.start < marks[n].start]
        return all(word.key in data.LINKS for word in between)

    def _done(self, gap: list[Word]) -> bool:
        """Whether the words between a figure and a name are people and what they did: «1 đồng chí xin nghỉ hưu»."""
        length = people_at(gap, 0)
        return 0 < length <= len(gap) <= _FAR and all(
            word.key in data.DOING or people_at([word], 0) for word in gap[length:]
        )

    def _came(self, after: list[Word]) -> str | None:
        """People told right behind an event came to it."""
        if self.last is None or self.last.code != self.names.events or not people_at(after, 0):
            return None
        between = self.clause.before(self.place)
        joined = all(
            w.key in data.JOINING or w.key == "buoi" or self.clause.each_word(w) or self.clause.marked(w)
            for w in between
        )
        return self.names.people if joined else None
