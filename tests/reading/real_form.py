"""The monthly form's lines with the numbers people see, and replies in one of its groups."""

from reporting.forms.load import load_form
from reporting.reading.replies import Line, Reply, split_reply
from tests.reading.test_replies_of_the_form import FORM, GROUPS, in_full, read, said

NO_NUMBER = -1  # of what is computed
CODES = [code for codes in GROUPS for code in codes]


def _lines() -> dict[str, Line]:
    """As `handlers.dialogues.taking.reply_lines` makes them; the opening total is not asked every month."""
    form = load_form(FORM.read_bytes(), FORM.name)
    return {
        q.code: Line(
            CODES.index(q.code) + 1 if q.code in CODES else NO_NUMBER,
            q.code, q.kind, q.short, q.words, q.agg == "sum",
        )
        for q in form.questions
        if q.code in (*CODES, "members_total")
    }  # fmt: skip


LINES = _lines()


def answered(group: int, text: str) -> Reply:
    """The reply in one group, all before it answered."""
    asked = [LINES[code] for code in GROUPS[group]]
    open_codes = [code for codes in GROUPS[group:] for code in codes]
    rest = [LINES[code] for code in open_codes[len(asked) :]]
    return split_reply(text, asked, rest, read, [LINES[code] for code in LINES if code not in open_codes])


def told(group: int, text: str) -> str:
    return said(answered(group, text))


__all__ = ["LINES", "answered", "in_full", "read", "said", "told"]
