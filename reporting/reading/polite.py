"""The small courtesies around what is meant: "dạ cho em xem ạ" means "xem"."""

from collections.abc import Iterator, Sequence

from reporting.reading.typed import Word, phrase, same_words

LEADING = (
    "dạ", "vâng", "ạ", "ừ", "à", "thưa", "xin", "xin phép", "làm ơn", "vui lòng", "nhờ", "hãy", "cho", "cho tôi",
    "cho em", "cho mình", "cho anh", "cho chị", "để", "để tôi", "để em", "tôi", "em", "mình", "anh", "chị", "bạn",
    "bot", "ơi", "đồng chí", "muốn", "cần", "giúp", "thôi", "kính gửi", "kính thưa", "ok", "oke", "oki",
    "uh", "uhm", "uk", "ờ", "ừm", "à",
)  # fmt: skip
TRAILING = (
    "ạ", "nhé", "nhe", "nha", "nhá", "nhen", "nghe", "đi", "với", "em", "anh", "chị", "bạn", "bot", "ơi", "cái",
    "giúp", "hộ", "giùm", "dùm", "tôi", "mình", "giúp tôi", "giúp em", "cho tôi", "cho em", "cho mình", "luôn", "nào",
    "thôi", "đã", "vậy", "đồng chí", "cảm ơn",
)  # fmt: skip
_LONGEST = 2
_MOST = 6  # courtesies at either end


def _by_word(texts: Sequence[str], place: int) -> dict[str, list[tuple[Word, ...]]]:
    """The phrases by the key of their first (0) or last (-1) word."""
    found: dict[str, list[tuple[Word, ...]]] = {}
    for text in texts:
        found.setdefault(phrase(text)[place].key, []).append(phrase(text))
    return found


_LEADING = _by_word(LEADING, 0)
_TRAILING = _by_word(TRAILING, -1)


def _starts(words: Sequence[Word]) -> list[int]:
    """Where the meaning may begin: after none, one, two … courtesies."""
    starts, position = [0], 0
    while position < len(words) and len(starts) <= _MOST:
        for length in range(_LONGEST, 0, -1):
            known = _LEADING.get(words[position].key, ())
            if any(same_words(words[position : position + length], each) for each in known):
                position += length
                starts.append(position)
                break
        else:
            break
    return starts


def _ends(words: Sequence[Word]) -> list[int]:
    ends, position = [len(words)], len(words)
    while position > 0 and len(ends) <= _MOST:
        for length in range(min(_LONGEST, position), 0, -1):
            known = _TRAILING.get(words[position - 1].key, ())
            if any(same_words(words[position - length : position], each) for each in known):
                position -= length
                ends.append(position)
                break
        else:
            break
    return ends


def cores(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """What may be meant, the whole first, then with fewer and fewer courtesies; never empty."""
    ends = _ends(words)
    for start in _starts(words):
        for end in ends:
            if start < end:
                yield words[start:end]


def without_leading(words: Sequence[Word]) -> Sequence[Word]:
    """The words after all courtesies at the beginning; all of them if nothing would be left."""
    return words[_starts(words)[-1] :] or words
