"""What became of a figure whose control is gone: found again by the words that stood around it.

A figure counts as unchanged only where its own words stayed and so did those beside it; anything else is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reporting.documents.word.align import Token, plain, same_words, tokens_of
from reporting.documents.word.glue import glue
from reporting.documents.word.read import Paragraph, Part, Shown

Verdict = Literal["controlled", "uncontrolled", "changed", "unsure", "deleted"]
_LONGEST_REWRITTEN = 8  # words that can stand where one figure stood


@dataclass(frozen=True, slots=True)
class Found:
    """What an occurrence of a figure came to; `text` is what stands in its place now, `span` where that is.

    `span`: paragraph of the document that came back, start and end in its text; None where nothing is linked.
    """

    tag: str
    verdict: Verdict
    text: str = ""
    span: tuple[int, int, int] | None = None


def trace(sent: Sequence[Paragraph], back: Sequence[Paragraph]) -> tuple[Found, ...]:
    """Every figure of the document that was sent, in order, with what became of it."""
    return _Tracer(sent, back).all()


def relinked(back: Sequence[Paragraph], found: Sequence[Found]) -> tuple[Paragraph, ...]:
    """The document that came back, with figures in the places where they were found without their controls."""
    places: dict[int, list[Found]] = {}
    for one in found:
        if one.span and one.verdict in ("uncontrolled", "changed"):
            places.setdefault(one.span[0], []).append(one)
    return tuple(_with(paragraph, places.get(n, ())) for n, paragraph in enumerate(back))


def _with(paragraph: Paragraph, found: Sequence[Found]) -> Paragraph:
    parts: list[Part] = []
    at = 0
    for part in paragraph.parts:
        if isinstance(part, str):
            parts += _cut(part, at, found)
            at += len(part)
        else:
            parts.append(part)
            at += len(part.text)
    return Paragraph(tuple(parts), paragraph.starts, paragraph.ends)


def _cut(text: str, at: int, found: Sequence[Found]) -> list[Part]:
    """A stretch of prose that begins at `at` of its paragraph, with the figures found in it."""
    parts: list[Part] = []
    done = 0
    for one in sorted(found, key=lambda one: one.span or (0, 0, 0)):
        _, start, end = one.span or (0, 0, 0)
        if at + done <= start and end <= at + len(text):
            parts += [text[done : start - at], Shown(one.tag, one.text)]
            done = end - at
    return [*parts, text[done:]]


@dataclass(slots=True)
class _Tracer:
    sent: Sequence[Paragraph]
    back: Sequence[Paragraph]
    a: list[Token] = field(init=False)
    b: list[Token] = field(init=False)
    same: Mapping[int, int] = field(init=False)
    tags: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.a, self.b = tokens_of(self.sent), tokens_of(self.back)
        self.same = same_words(self.sent, self.back, self.a, self.b)
        self.tags = ["", *(shown.tag for paragraph in self.back for shown in paragraph.shown)]

    def all(self) -> tuple[Found, ...]:
        places: dict[int, list[int]] = {}
        for index, token in enumerate(self.a):
            if token.occurrence:
                places.setdefault(token.occurrence, []).append(index)
        figures = [shown for paragraph in self.sent for shown in paragraph.shown]
        return tuple(self._one(shown, places.get(n, [])) for n, shown in enumerate(figures, 1))

    def _one(self, shown: Shown, indices: Sequence[int]) -> Found:
        if not indices:
            return Found(shown.tag, "deleted")
        first, last = indices[0], indices[-1]
        images = [self.same.get(index) for index in indices]
        owners = {self.tags[self.b[image].occurrence] for image in images if image is not None}
        if shown.tag in owners:
            return Found(shown.tag, "controlled")
        where = self._space(first, last)
        if None not in images and not owners - {""}:
            start, end = images[0] or 0, images[-1] or 0
            whole = end - start == last - first and plain(self._text(start, end)) == plain(shown.text)
            if (
                whole
                and self._unglued(first, last, start, end)
                and self._stands_firm(first, last, start, end)
            ):
                return Found(shown.tag, "uncontrolled", self._text(start, end), self._span(start, end))
        return self._otherwise(shown.tag, *where)

    def _space(self, first: int, last: int) -> tuple[int, int, bool]:
        """What lies between the nearest words that stayed: first token, the one after the last, and whether they
        stood right beside the figure."""
        left, right = self._anchors(first, last)
        start = self.same[left] + 1 if left >= 0 else 0
        end = self.same[right] if right < len(self.a) else len(self.b)
        return start, end, (left, right) == (first - 1, last + 1)

    def _anchors(self, first: int, last: int) -> tuple[int, int]:
        """The nearest words before and behind that stayed; −1 and the number of words where none did."""
        left, right = first - 1, last + 1
        while left >= 0 and left not in self.same:
            left -= 1
        while right < len(self.a) and right not in self.same:
            right += 1
        return left, right

    def _otherwise(self, tag: str, start: int, end: int, beside: bool) -> Found:
        """A number in the place of the figure, words, or nothing."""
        free = [index for index in range(start, end) if not self.b[index].occurrence]
        numbers = [index for index in free if self.b[index].is_number]
        if not numbers:
            return Found(
                tag, "deleted", self._text(free[0], free[-1]) if len(free) == end - start > 0 else ""
            )
        one_paragraph = self.b[start].paragraph == self.b[end - 1].paragraph
        if beside and one_paragraph and len(free) == end - start <= _LONGEST_REWRITTEN:
            return Found(tag, "changed", self._text(start, end - 1), self._span(start, end - 1))
        if len(numbers) == 1:
            return Found(
                tag, "changed", self._text(numbers[0], numbers[0]), self._span(numbers[0], numbers[0])
            )
        return Found(tag, "unsure", self._text(free[0], free[min(len(free), 3 * _LONGEST_REWRITTEN) - 1]))

    def _stands_firm(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether the words beside stayed too: those on both sides, or two on one, a true word among them."""
        if self._crowded(first, last, start, end):
            return False
        left = [self._step(first, start, -n) for n in (1, 2)]
        right = [self._step(last, end, n) for n in (1, 2)]
        if left[0] and right[0]:
            return True
        return any(
            all(side) and self._has_word(at, sign) for side, at, sign in ((left, first, -1), (right, last, 1))
        )

    def _unglued(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether nothing was typed on to it that makes another number of it."""
        return _glue_of(self.sent, self.a[first], self.a[last]) == _glue_of(
            self.back, self.b[start], self.b[end]
        )

    def _crowded(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether a number came beside it, so that either may be the figure."""
        opened, closed, _ = self._space(first, last)
        left, right = self._anchors(first, last)
        return any(
            sum(self.b[n].is_number for n in now) > sum(self.a[n].is_number for n in was)
            for was, now in (
                (range(left + 1, first), range(opened, start)),
                (range(last + 1, right), range(end + 1, closed)),
            )
        )

    def _step(self, at: int, image: int, by: int) -> bool:
        if not 0 <= at + by < len(self.a):
            return not 0 <= image + by < len(self.b)
        return self.same.get(at + by) == image + by

    def _has_word(self, at: int, sign: int) -> bool:
        return any(0 <= at + sign * n < len(self.a) and self.a[at + sign * n].is_word for n in (1, 2))

    def _text(self, start: int, end: int) -> str:
        """The text from one token to another, both included."""
        first, last = self.b[start], self.b[end]
        if first.paragraph == last.paragraph:
            return self.back[first.paragraph].text[first.start : last.end]
        between = [self.back[n].text for n in range(first.paragraph + 1, last.paragraph)]
        ends = self.back[first.paragraph].text[first.start :], self.back[last.paragraph].text[: last.end]
        return " ".join([ends[0], *between, ends[1]])

    def _span(self, start: int, end: int) -> tuple[int, int, int] | None:
        first, last = self.b[start], self.b[end]
        return (first.paragraph, first.start, last.end) if first.paragraph == last.paragraph else None


def _glue_of(paragraphs: Sequence[Paragraph], first: Token, last: Token) -> tuple[str, str]:
    before, behind = paragraphs[first.paragraph].text, paragraphs[last.paragraph].text
    return glue(before[: first.start], behind[last.end :])
