"""The word lists: no word of no meaning may hide one that has a meaning for the figure."""

from reporting.reading import absence_words, answer_words, date_words, nouns, words
from reporting.reading.lexicon import lexicon, phrases_of
from reporting.reading.tokens import MOST_CHARACTERS, normal, tokens_of
from reporting.text import clean, fold

# Unmarked, these are both: they are asked back, or what stands around them decides.
BOTH = """
bot c cho chung co cu cung dang do doi du khoan kg lam le lit lop may moi n nam ng nham nhan phong qua quanh ta tam
tang te thua toi trong tu van ba hong
"""


def _lists() -> list[str]:
    texts = [
        *words.MARKERS.values(),
        nouns.NOUNS,
        nouns.NEUTRAL,
        words.LEADING,
        words.TRAILING,
        answer_words.YES,
    ]
    return [*texts, answer_words.NO, answer_words.NOT_YET, absence_words.LOST, absence_words.BUSY]


def test_the_lists_are_clean() -> None:
    for text in _lists():
        written = [" ".join(part.split()) for part in text.split(",")]
        assert len(written) == len(set(written)), sorted({w for w in written if written.count(w) > 1})
        for phrase in written:
            assert phrase and phrase == clean(phrase), repr(phrase)
            assert len(tokens_of(normal(phrase.lstrip("=")), 8)) <= 6, phrase


def test_idle_words_hide_no_number_and_no_doubt() -> None:
    idle = {phrase[0] for phrase in phrases_of("nwpP") if len(phrase) == 1}
    telling = {phrase[0] for phrase in phrases_of("hTmroaeivAFzZyC") if len(phrase) == 1}
    telling |= {fold(word) for role in words.NUMBER_WORDS.values() for word in role}
    assert not idle & telling - set(BOTH.split())


def test_a_word_of_a_date_is_never_idle() -> None:
    kept = date_words.OF_DATES.split()
    assert {"ngay", "thang", "nam", "hom"} <= set(kept)
    assert set(date_words.NUMBERS) <= set(kept)


def test_a_text_is_read_up_to_its_limit() -> None:
    assert len(normal("x" * 10_000)) == MOST_CHARACTERS
    assert normal("６３　ｔｒ") == "63 tr"
    assert "²" not in normal("10²")
    assert normal("1\u00a0250\u202f000") == "1 250 000"


def test_lexicons_are_built_once() -> None:
    assert lexicon("count") is lexicon("count")
    assert lexicon("count") is not lexicon("yesno")
