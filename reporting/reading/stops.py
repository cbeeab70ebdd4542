"""«Thôi chị bận trực, mai báo tiếp», «dừng đây nhé»: who stops for now, in the midst of a question."""

import re

from reporting.text import clean, fold

_LONGEST = 18  # words
_SENTENCE = re.compile(r"[.;!,\n]\s*")
_LAST = 3  # signs before the end that are looked at
_COURTESY = r"(?: (?:a|ah|nhe|nha|nhen|em|chi|anh|bac|chau|ban|co|thay|oi|da|roi|luon|em nhe|cam on|hen|voi|cho|day))*"
_WHO = r"(?:em|chi|anh|toi|minh|bac|co|chau|thay|tui|to)"
_TIME = (
    r"(?:(?:sang|trua|chieu|toi) (?:mai|nay|kia)|(?:sang|trua|chieu|toi)|mai|ngay mai|mai mot|mot|lat|lat nua|ti nua|"
    r"chut nua|tuan sau|tuan toi|hom sau|bua sau|luc khac|hom khac|thu (?:hai|ba|tu|nam|sau|bay|\d)|khi nao ranh|"
    r"luc nao ranh|ve nha|ve|xong viec|het gio)"
)
_DOES = (
    r"(?:bao|bao cao|lam|nhap|gui|dien|ghi|khai|nop|viet|tra loi|nhan|hoan thanh|bo sung|tinh)"
    r"(?: (?:so lieu|bao cao|so|cho|em))?"
)
_ON = r"(?:tiep|not|sau|bo sung|lai|phan con lai|cho xong|cho du|luon the)"
_BUSY = (
    r"(?:(?:thoi|da|uh|u|vang|ok|oke|em|chi|anh|toi|minh|bac|co|chau|thay|oi|dang|phai|ban|truc|hop|day|len|lop|di|"
    r"xa|rung|tuan|vao|vien|met|khuya|muon|qua|roi|viec|nha|cong|tac|hoc|het|gio|khach|nghi|trua|com|de|tam|gi|"
    r"dung|o|den|the|nay|lam|chua|xong|duoc|kip|a|nhe|gap|bay) )*"
)
_STOPS = re.compile(
    rf"{_BUSY}(?:de )?{_TIME}(?: thi)? (?:{_WHO} )?(?:se )?(?:{_DOES} {_ON}|{_ON} {_DOES}|{_ON}){_COURTESY}"
    rf"|{_BUSY}(?:tam )?(?:dung|ngung|nghi) (?:o day|tai day|day|o do|da|lai da|tam|chut|ti){_COURTESY}"
    rf"|{_BUSY}(?:de )?{_TIME} (?:{_WHO} )?{_DOES}(?: {_ON})?{_COURTESY}"
)


def without_stop(text: str) -> str:
    """What stands before a last sentence that only says that its writer goes on later; "" where there is none.

    >>> without_stop("thăm 2 người 600k, quà 2 suất. thôi bận quá mai làm tiếp")
    'thăm 2 người 600k, quà 2 suất'
    """
    marks = list(_SENTENCE.finditer(clean(text)))
    for mark in marks[-_LAST:]:
        if stops_for_now(clean(text)[mark.end() :]):
            return clean(text)[: mark.start()].strip()
    return ""


def stops_for_now(text: str) -> bool:
    """Whether a text only says that its writer goes on later.

    >>> stops_for_now("thôi chị bận trực, mai báo tiếp"), stops_for_now("dừng đây nhé")
    (True, True)
    >>> stops_for_now("cô Mai nghỉ hưu"), stops_for_now("tiền thì mai em báo")
    (False, False)
    """
    folded = " ".join(re.sub(r"[,;.!]+", " ", fold(clean(text))).split())
    few = len(folded.split()) <= _LONGEST and not any(map(str.isdigit, folded))
    return few and _STOPS.fullmatch(folded) is not None
