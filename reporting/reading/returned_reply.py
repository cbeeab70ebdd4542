"""What a unit says of a line that came back: that the figure stays, perhaps why; or only why it is as it is."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from reporting.reading.decisions import said_of_it
from reporting.reading.reasons import ends_as_question, gives_reason
from reporting.reading.typed import keys, phrase, words_of
from reporting.text import clean, fold

_LONGEST = 400  # characters
_CLAUSES = re.compile(r"\s*[;\n]+\s*|\s*[,.!](?=\s|$)\s*")
_KEEPS = re.compile(
    r"(?<!\w)(?:(?:giu|de|cu de|cu giu)(?: y| lai)? nguyen|giu (?:so|lai|nhu|y)"
    r"|van (?:the|vay|dung|nhu (?:cu|vay|the)|day)"
    r"|(?:so|so lieu|so do|so nay|so tren|nhu the|the)(?: la| cua \w+)? dung|dung so|dung roi"
    r"|(?:khong|ko|k|chang) (?:can |phai )?(?:sua|doi|thay doi|chinh)(?: gi| lai)?(?: nua)?)(?!\w)"
)
_KEEPS_FIGURE = re.compile(
    r"(?<!\w)(?:giu|van|de|cu)(?: (?:nguyen|la|so|o|cho|em|chi|ghi|co|du))* (?P<figure>\d[\d.]*)(?!\w)"
)
_DONE = re.compile(r"(?:\w+ ){0,4}(?:chua|sua|gui|bao)(?: lai)? roi(?: \w+){0,3}")
_AROUND = frozenset(
    keys(
        phrase(
            "em chi anh toi minh co thay chau da vang thoi a ah nhe nha oi xin cho giup voi thi la ma day roi ok nho so"
            " dong chi cai cu u uh nay do lai dum luon gium van phong"
        )
    )
)
_CAUSE = re.compile(r"\s+(?:bởi vì|boi vi|tại vì|tai vi|vì|vi|do|tại|tai|bởi|boi)\s+", re.IGNORECASE)
_EVENTS = re.compile(
    r"(?<!\w)(?:nghi (?:huu|viec|che do|sinh|thai san|om|mat suc)|ve huu|huu tri|thoi viec|het hop dong|xin nghi"
    r"|chuyen (?:di|cong tac|vung|truong|sang|den|ve|ra|vao|mon)|moi (?:tuyen|ve|vao|nhan|chuyen|them)"
    r"|tuyen (?:them|moi)|sap nhap|tach|giai the|tinh gian|bien che|luan chuyen|biet phai|qua doi|dieu dong"
    r"|dem lai|kiem tra lai|ra soat|doi chieu|nen (?:giam|tang|con|moi))(?!\w)"
)
_LEAST = 2  # words of a reason


@dataclass(frozen=True, slots=True)
class Kept:
    """`reason`: why, "" where that is not said. `sure`: that the figure stays is said; else it only seems so.

    `mended`: it is said to be corrected already.
    """

    reason: str
    sure: bool = True
    mended: bool = False


def kept(text: str, figures: Collection[str] = ()) -> Kept | None:
    """Whether a text keeps a figure that came back; `figures`: as those stand now. None for anything else.

    >>> kept("chị chữa rồi mà, có 2 chị chuyển đi, xin giữ 64", ["64"])
    Kept(reason='có 2 chị chuyển đi', sure=True, mended=True)
    >>> kept("giữ nguyên số nhé").reason, kept("2 chị nghỉ hưu").sure, kept("66 nhé")
    ('', False, None)
    """
    text = clean(text)
    if not text or len(text) > _LONGEST or "?" in text or ends_as_question(text):
        return None
    found, reasons = False, []
    for clause in (part for part in _CLAUSES.split(text) if part.strip()):
        keeps, why = _of_clause(clause, figures)
        found = found or keeps
        if why:
            reasons.append(why)
    reason = said_of_it(", ".join(reasons)) if reasons else ""
    if found:
        return Kept(reason, mended=_DONE.search(fold(text)) is not None)
    only_why = gives_reason(text) or _EVENTS.search(fold(text)) is not None
    return Kept(text, sure=False) if only_why and len(words_of(text)) > _LEAST else None


def _of_clause(clause: str, figures: Collection[str]) -> tuple[bool, str]:
    """Whether a clause keeps the figure, and what it tells besides: «vẫn đúng vì mới tuyển»."""
    said = fold(clause)
    _, *tail = _CAUSE.split(clause, maxsplit=1)
    number = _KEEPS_FIGURE.search(said)
    keeps = bool(_KEEPS.search(said)) or (number is not None and number["figure"].strip(".") in figures)
    if keeps:
        return True, tail[0].strip() if tail and len(words_of(tail[0])) >= _LEAST else ""
    little = _DONE.fullmatch(said) or all(word.key in _AROUND for word in words_of(clause))
    return False, "" if little else clause.strip()
