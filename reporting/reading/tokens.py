"""A typed text as tokens: digits with the signs inside them, words, signs."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reporting.reading.typed import Word, phrase
from reporting.text import clean

TokenKind = Literal["num", "sci", "look", "word", "sym"]

BAD = "\ufffd"  # stands for every sign that might be a figure to the eye but is none to us: ² ½ Ⅳ ① ٣
LIST_END = "\n"
_SAME_SIGNS = {
    "-": "–—−‐‑‒―﹣",
    "/": "⁄∕",
    "'": "’‘ʼ′",
    "x": "×✕✖",
    "~": "∼≃≈",
    "=": "→➡⇒",
    ",": "、",
    ".": "。",
    "...": "…",
    " ": '“”„"«»`[]{}',
    "": "\u200b\ufe0f",
}
_SIGNS = {sign: plain for plain, signs in _SAME_SIGNS.items() for sign in signs}
_FULL_WIDTH = {
    chr(code): _SIGNS.get(chr(code - 0xFEE0), chr(code - 0xFEE0)) for code in range(0xFF01, 0xFF5F)
}
_TABLE = str.maketrans({**_FULL_WIDTH, **_SIGNS})
_BAD_CATEGORIES = frozenset({"No", "Nl", "Me", "Mn"})
_BAD_EMOJI = frozenset("💯🔟🔢")
_DONG_CHI = re.compile(r"(?<![^\W\d_])[đd]\s?[/.]\s?c(?![^\W_])", re.IGNORECASE)
_NO = re.compile(r"(?<![^\W_])k(?:h?0(?:ng)?|\.o)(?![^\W_])", re.IGNORECASE)
_OF_DONG = re.compile(r"(?<=[^\W\d_])[./](?=(?:đ|d|vnd|vnđ|đồng|dong)(?![^\W_]))", re.IGNORECASE)
_SOME = re.compile(r"(?<![^\W_])1(?= (?:số|vài|ít|so|vai|it)(?! báo| bao)(?![^\W_]))", re.IGNORECASE)
_STILL = re.compile(r"^(?:(?:dạ|da|thì|thi|à|a)[\s,]+)?van(?=\s+\d)", re.IGNORECASE)  # "vẫn 2", no "vạn"
_NONE = re.compile(r"(?<![^\W_])n\s?[/.]\s?a\b\.?", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<sci>\d+(?:[.,]\d+)?[eE]\+?\d{1,2}(?![^\W_]))"
    r"|(?P<look>(?<![^\W_])(?=[\dOoIl.,]*\d)(?=[\d.,]*[OoIl])(?:[\dOo]|[Il](?=[\dOo]))+(?:[.,][\dOo]+)*"
    r"(?:(?![^\W_])|(?=(?:tr|triệu|k|đ|đv)(?![^\W_]))))"
    r"|(?P<num>\d+(?:[.,'_·]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sym>-+>|=+>|\.{2,}|(?:\./)+\.?|-{2,}|[^\S\n]*\n\s*|\S)"
)
MOST_CHARACTERS = 400
_MOST_TYPED = 4 * MOST_CHARACTERS  # before signs of no width are left out
_LOOKALIKES = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` as typed (lookalikes put right, see `kind`); `glued` if no blank stands before it; `word` for words;
    `slip` if it had to be put right."""

    kind: TokenKind
    text: str
    glued: bool
    word: Word | None = None
    slip: bool = False

    @property
    def numeric(self) -> bool:
        return self.kind in ("num", "sci", "look")


def _sign(char: str) -> str:
    category = unicodedata.category(char)
    if char in _BAD_EMOJI or category in _BAD_CATEGORIES or (category == "Nd" and not char.isascii()):
        return BAD
    return " " if category == "Zs" else char


def normal(text: str) -> str:
    """NFC, plain digits, signs and blanks; what is digit-like but no plain digit becomes `BAD`.

    Of a longer text only the first MOST_CHARACTERS: nothing longer is a figure.
    """
    text = clean(text.strip()[:_MOST_TYPED]).replace("\t", LIST_END).translate(_TABLE)[:MOST_CHARACTERS]
    if not text.isascii():
        text = "".join(char if char.isascii() else _sign(char) for char in text)
    text = _OF_DONG.sub(" ", _DONG_CHI.sub(" đc ", _NONE.sub("na", text)))
    return _STILL.sub("vẫn", _SOME.sub("một", _NO.sub("ko", text)).strip(" *_"))


@lru_cache(maxsize=256)
def tokens_of(text: str, limit: int) -> tuple[Token, ...]:
    """The first `limit` tokens of a text in normal form, and one more if there are more."""
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        kind: TokenKind = found.lastgroup  # type: ignore[assignment]
        written = found[0].translate(_LOOKALIKES) if kind == "look" else found[0]
        written = LIST_END if LIST_END in written else written
        word = phrase(written)[0] if kind == "word" else None
        tokens.append(Token(kind, written, bool(tokens) and found.start() == end, word))
        end = found.end()
        if len(tokens) > limit:
            break
    return tuple(tokens)
