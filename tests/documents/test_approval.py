"""Every state of a version with every event; no way round leadership."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.documents.approval import STATES, TABLE, step
from reporting.errors import Broken, Refused
from templates.render import exists

# What each event makes of composing, draft, submitted, approved, issued, returned, stale; "-": it is refused.
OUTCOMES = {
    "composed": "draft - - - - - -",
    "failed": "stale - - - - - stale",
    "submit": "- submitted - - - - -",
    "approve": "- - approved - - - -",
    "return": "- - returned - - - -",
    "issue": "- - - issued - - -",
    "compose_again": "composing draft submitted approved - returned stale",
    "amend": "- - - - issued - -",
    "overtaken": "stale stale stale stale issued stale stale",
}
CASES = [
    (state, event, outcome)
    for event, row in OUTCOMES.items()
    for state, outcome in zip(STATES, row.split(), strict=True)
]


def test_the_cases_are_the_whole_table() -> None:
    assert set(OUTCOMES) == set(TABLE)
    assert len(CASES) == 7 * 9


@pytest.mark.parametrize(("state", "event", "outcome"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_a_step(state: str, event: str, outcome: str) -> None:
    if outcome == "-":
        with pytest.raises(Refused):
            step(state, event)
    else:
        assert step(state, event) == outcome


def test_every_refusal_has_words() -> None:
    reasons = {out for row in TABLE.values() for out in row.values()} - set(STATES)
    assert len(reasons) == 10
    assert [reason for reason in sorted(reasons) if not exists(f"refused/{reason}")] == []


@pytest.mark.parametrize(("state", "event"), [("open", "submit"), ("draft", "sign")])
def test_what_is_not_known_is_a_defect(state: str, event: str) -> None:
    with pytest.raises(Broken):
        step(state, event)


@given(st.lists(st.sampled_from(sorted(TABLE))))
def test_nothing_is_issued_but_what_was_approved(events: list[str]) -> None:
    state, approved = "composing", False
    for event in events:
        try:
            state = step(state, event)
        except Refused:
            continue
        approved = approved or state == "approved"
        assert state != "issued" or approved


@given(st.lists(st.sampled_from(sorted(TABLE))))
def test_an_issued_version_stays_issued(events: list[str]) -> None:
    state = "issued"
    for event in events:
        try:
            state = step(state, event)
        except Refused:
            continue
        assert state == "issued"
