"""Every state with every event, and the receipts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.errors import Broken, Refused
from reporting.periods import Month, parse
from reporting.workflow import RECEIPT_LENGTH, STATES, TABLE, receipt_code, step
from templates.render import exists

# state, event: the next state, or the reason why not after "!"
CASES = [
    ("open", "begin", "draft"),
    ("open", "answer", "draft"),
    ("open", "submit", "!nothing_to_send"),
    ("open", "correct", "!nothing_to_correct"),
    ("open", "return", "!not_sent"),
    ("open", "resubmit", "!not_sent"),
    ("draft", "begin", "draft"),
    ("draft", "answer", "draft"),
    ("draft", "submit", "submitted"),
    ("draft", "correct", "draft"),
    ("draft", "return", "!not_sent"),
    ("draft", "resubmit", "!not_sent"),
    ("submitted", "begin", "!already_sent"),
    ("submitted", "answer", "!already_sent"),
    ("submitted", "submit", "!already_sent"),
    ("submitted", "correct", "submitted"),
    ("submitted", "return", "returned"),
    ("submitted", "resubmit", "submitted"),
    ("returned", "begin", "returned"),
    ("returned", "answer", "returned"),
    ("returned", "submit", "submitted"),
    ("returned", "correct", "returned"),
    ("returned", "return", "returned"),
    ("returned", "resubmit", "submitted"),
]


def test_the_cases_are_the_whole_table() -> None:
    assert sorted((state, event) for state, event, _ in CASES) == sorted(
        (s, e) for e in TABLE for s in STATES
    )


@pytest.mark.parametrize(("state", "event", "outcome"), CASES)
def test_a_step(state: str, event: str, outcome: str) -> None:
    if outcome.startswith("!"):
        with pytest.raises(Refused) as caught:
            step(state, event)
        assert caught.value.reason == outcome[1:]
    else:
        assert step(state, event) == outcome


@pytest.mark.parametrize(("state", "event"), [case[:2] for case in CASES])
def test_nothing_goes_once_the_period_is_locked(state: str, event: str) -> None:
    with pytest.raises(Refused) as caught:
        step(state, event, locked=True)
    assert caught.value.reason == "locked"


def test_every_refusal_has_words() -> None:
    reasons = {"locked"} | {outcome[1:] for _, _, outcome in CASES if outcome.startswith("!")}
    assert len(reasons) == 5
    assert [reason for reason in sorted(reasons) if not exists(f"refused/{reason}")] == []


@pytest.mark.parametrize(("state", "event"), [("closed", "begin"), ("open", "approve")])
def test_what_is_not_known_is_a_defect(state: str, event: str) -> None:
    with pytest.raises(Broken):
        step(state, event)


@given(st.lists(st.sampled_from(sorted(TABLE))))
def test_what_was_sent_never_becomes_a_draft_again(events: list[str]) -> None:
    state, sent = "open", False
    for event in events:
        try:
            state = step(state, event)
        except Refused:
            continue
        sent = sent or state == "submitted"
        assert (state in ("submitted", "returned")) == sent


@pytest.mark.parametrize(
    ("unit_code", "period", "version", "assignment", "expected"),
    [
        ("CS012", "2023-10", 1, 1, "CS012-2310-3-1"),
        ("cđcs-tam-đuong-07", "2023-10", 2, 400, "UONG07-2310-EX-2"),
        ("CS012", "2023-Q3", 1, 31, "CS012-2309-32-1"),
        ("", "2024-01", 12, 5, "2401-7-12"),
        ("công đoàn", "2024-01", 1, 2**31, "2401-4F2BZE4-1"),
    ],
)
def test_a_receipt(unit_code: str, period: str, version: int, assignment: int, expected: str) -> None:
    assert receipt_code(unit_code, period, version, assignment) == expected
    assert receipt_code(unit_code, parse(period), version, assignment) == expected


SUBMISSIONS = st.tuples(
    st.text(max_size=40), st.just(Month(2023, 10)), st.integers(1, 99), st.integers(1, 10_000_000)
)


@given(SUBMISSIONS, SUBMISSIONS)
def test_receipts_are_short_and_unique(
    one: tuple[str, Month, int, int], other: tuple[str, Month, int, int]
) -> None:
    codes = receipt_code(*one), receipt_code(*other)
    assert all(len(code) <= RECEIPT_LENGTH and code.isascii() for code in codes)
    assert one[2:] == other[2:] or codes[0] != codes[1]


@pytest.mark.parametrize(("version", "assignment"), [(0, 1), (1, 0), (10**12, 10**12)])
def test_no_receipt_for_what_cannot_be(version: int, assignment: int) -> None:
    with pytest.raises(Broken):
        receipt_code("CS012", "2023-10", version, assignment)
