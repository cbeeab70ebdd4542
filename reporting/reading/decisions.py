"""Whether a text asked for as a remark or a reason is one, or says that nothing shall be done after all."""

from collections.abc import Collection, Sequence
from typing import Literal

from reporting.reading import decision_words as data
from reporting.reading.typed import Word, phrase, same_words, words_of

Meaning = Literal["keep", "reason", "unsure", "nothing"]
_LEAST_WORDS = 2  # of a reason
_LEAST_OF_REMARK = 5  # words that nobody asked for
_JOINING = " \t\n:,;.-–—"


def leaves(text: str) -> bool:
    """Whether somebody asked for words says only that they would rather not: «thôi», «à thôi em nhầm»."""
    words = words_of(text)
    rest, found = without(words, (*data.LEAVING, *data.KEEPING))
    return found and not without(rest, data.AROUND)[0]


_NODS = frozenset("👍👌🙏✅✔👏🤝💯❤")
_SKINS = frozenset("\ufe0f🏻🏼🏽🏾🏿")  # how a picture is drawn


def only_thumbs(text: str) -> bool:
    """Whether somebody only agrees or thanks by pictures: «👍», «👌👌», «🙏🏻»."""
    shown = [c for c in text if not c.isspace() and c not in _SKINS]
    return bool(shown) and all(c in _NODS for c in shown)


_LONGEST_REMARK = 1000  # characters
_NO_PROSE = "{}<>$%\\|=_@#^*~`"


def may_be_remark(text: str) -> bool:
    """Whether words said while a report waits may be what is to be mended in it: a whole sentence, no question."""
    words = words_of(text)
    spelt = [word for word in words if word.key.isalpha()]
    prose = len(text) <= _LONGEST_REMARK and not any(c in _NO_PROSE for c in text)
    return (
        prose and len(spelt) >= _LEAST_OF_REMARK and not text.rstrip(" .").endswith("?") and not leaves(text)
    )


def reason_or_not(text: str, kept: Collection[str]) -> Meaning:
    """What a text says where the reason of an override is asked.

    `kept`: the units' figure as it may be typed ("63"). keep: that one shall stand; unsure: it could be either, and
    is to be asked; nothing: no reason and no decision.
    """
    words = words_of(text)
    rest, found = without(words, data.KEEPING)
    told = [word for word in without(rest, data.AROUND)[0] if word.key not in kept]
    alone, alone_found = without(words, data.KEEPING_ALONE)
    if alone_found and not without(alone, data.AROUND)[0]:
        return "keep"
    if found:
        return "unsure" if told else "keep"
    letters = [word for word in told if word.key.isalpha()]
    if not letters or len(letters) + len(words) <= _LEAST_WORDS + 1:
        return "nothing"
    return "unsure" if text.rstrip().endswith("?") else "reason"


def names_units_figure(text: str) -> bool:
    """Whether the units' figure is meant by name: «giữ số của hệ thống»."""
    return without(words_of(text), data.UNITS_FIGURE)[1]


def said_of_it(text: str) -> str:
    """A remark or reason without the «vì», «do», «lý do:» that only joins it to what it was said with.

    «Vì sao …», «do đó …» stay whole; so does a text that would have nothing left.
    """
    rest = text.strip().lstrip(_JOINING)
    for _ in range(2):  # «lý do: vì …»
        rest = _without_opening(rest)
    return rest if any(c.isalnum() for c in rest) else text.strip()


def _without_opening(text: str) -> str:
    words = words_of(text[:60])
    lengths = [len(p) for p in map(phrase, data.OPENING) if same_words(words[: len(p)], p)]
    if not lengths:
        return text
    after = words[max(lengths) :]
    if any(same_words(after[:1], phrase(word)) for word in data.ONE_WITH_OPENING):
        return text
    return text[after[0].start :] if after else ""


def without(words: Sequence[Word], phrases: Sequence[str]) -> tuple[list[Word], bool]:
    """The words that are left when every phrase is taken out, the longest first; whether there was any."""
    known = sorted({phrase(text) for text in phrases}, key=len, reverse=True)
    left: list[Word] = []
    found, at = False, 0
    while at < len(words):
        length = next((len(p) for p in known if same_words(words[at : at + len(p)], p)), 0)
        found = found or bool(length)
        if not length:
            left.append(words[at])
        at += length or 1
    return left, found
