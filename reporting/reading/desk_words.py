"""What is said to a list of the report itself: «hoàn tác», «xong», «danh sách»."""

from reporting.reading import command_words as data
from reporting.reading.polite import cores
from reporting.reading.typed import phrase, same_words, words_of
from reporting.text import clean

_LONGEST = 10  # words
_ENDING = phrase(data.UNDO_ENDING)


def desk_word(text: str) -> str | None:
    """A key of DESK_WORDS; None for any other text."""
    text = clean(text)
    words = words_of(text)
    if not words or len(words) > _LONGEST or "\n" in text:
        return None
    for core in cores(words):
        for name, phrases in data.DESK_WORDS.items():
            if any(same_words(core, phrase(known)) for known in phrases):
                return name
    meant = list(cores(words))[-1]
    if same_words(meant[-len(_ENDING) :], _ENDING):
        return "undo"
    return None
