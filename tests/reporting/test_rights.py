"""Every role with every action on units near and far, written out in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.errors import Broken
from reporting.rights import ACTIONS, RIGHTS, Holding, may

# The tree: province 1 > superior 2 > grassroots 3 and 4; superior 5 > grassroots 6.
ABOVE = {1: (), 2: (1,), 3: (2, 1), 4: (2, 1), 5: (1,), 6: (5, 1)}
HELD_IN = {"chair": 3, "deputy": 3, "superior": 2, "office": 1, "leader": 1, "admin": 1, "guest": 3}

NONE: set[int] = set()
OWN = {3}  # the chair's unit
SUPERIOR = {2}
TREE = {2, 3, 4}  # the superior's
ALL = {1, 2, 3, 4, 5, 6}

# action: units reached by chair, deputy, superior, office, leader, admin, guest
MATRIX: dict[str, tuple[set[int], ...]] = {
    "answer":             (OWN,  OWN,  SUPERIOR, NONE, NONE, NONE, NONE),
    "submit":             (OWN,  OWN,  SUPERIOR, NONE, NONE, NONE, NONE),
    "correct":            (OWN,  OWN,  SUPERIOR, NONE, NONE, NONE, NONE),
    "see_own_history":    (OWN,  OWN,  SUPERIOR, ALL,  NONE, NONE, NONE),
    "request_correction": (OWN,  OWN,  SUPERIOR, NONE, NONE, NONE, NONE),
    "see_progress":       (NONE, NONE, TREE,     ALL,  ALL,  ALL,  NONE),
    "see_totals":         (NONE, NONE, TREE,     ALL,  ALL,  NONE, NONE),
    "see_unit_figures":   (NONE, NONE, TREE,     ALL,  ALL,  NONE, NONE),
    "nudge":              (NONE, NONE, TREE,     ALL,  NONE, NONE, NONE),
    "return_lines":       (NONE, NONE, TREE,     ALL,  NONE, NONE, NONE),
    "enter_for":          (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "resolve_task":       (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "fill_office_form":   (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "invite":             (NONE, NONE, NONE,     ALL,  NONE, ALL,  NONE),
    "end_role":           (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "open_campaign":      (NONE, NONE, NONE,     ALL,  NONE, ALL,  NONE),
    "extend_due":         (NONE, NONE, NONE,     ALL,  NONE, ALL,  NONE),
    "write_report":       (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "compose_report":     (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "submit_report":      (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "approve_report":     (NONE, NONE, NONE,     NONE, ALL,  NONE, NONE),
    "issue_report":       (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
    "see_report":         (NONE, NONE, NONE,     ALL,  ALL,  NONE, NONE),
    "attach_scan":        (NONE, NONE, NONE,     ALL,  NONE, NONE, NONE),
}  # fmt: skip

CASES = [
    (role, action, reached)
    for action, row in MATRIX.items()
    for role, reached in zip(HELD_IN, row, strict=True)
]


def test_the_matrix_names_every_role_and_action() -> None:
    assert set(MATRIX) == set(ACTIONS)
    assert set(HELD_IN) == set(RIGHTS)
    assert len(CASES) == 24 * 7


@pytest.mark.parametrize(("role", "action", "reached"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_how_far_a_role_reaches(role: str, action: str, reached: set[int]) -> None:
    held = [Holding(role, HELD_IN[role])]
    assert {unit for unit in ABOVE if may(held, action, unit, ABOVE[unit])} == reached
    assert may(held, action, None) == (reached == ALL)


def test_rights_of_several_roles_add_up() -> None:
    held = [Holding("chair", 3), Holding("chair", 6), Holding("leader", 1)]
    assert [unit for unit in ABOVE if may(held, "answer", unit, ABOVE[unit])] == [3, 6]
    assert may(held, "approve_report", None)
    assert not may([], "answer", 3, ABOVE[3])


def test_the_tree_is_asked_only_where_it_matters() -> None:
    asked: list[int] = []

    def above(unit_id: int) -> tuple[int, ...]:
        asked.append(unit_id)
        return ABOVE[unit_id]

    assert may([Holding("office", 1)], "nudge", 3, above)
    assert may([Holding("superior", 2)], "nudge", 2, above)
    assert not may([Holding("chair", 3)], "nudge", 4, above)
    assert asked == []
    assert may([Holding("superior", 5), Holding("superior", 2)], "nudge", 3, above)
    assert asked == [3]


@pytest.mark.parametrize(("role", "action"), [("clerk", "answer"), ("chair", "approve"), ("", "answer")])
def test_what_is_not_known_is_a_defect(role: str, action: str) -> None:
    with pytest.raises(Broken):
        may([Holding(role, 3)], action, 3)


@given(
    st.lists(st.builds(Holding, st.sampled_from(list(HELD_IN)), st.sampled_from(list(ABOVE)))),
    st.sampled_from(ACTIONS),
)
def test_more_roles_never_take_a_right_away(held: list[Holding], action: str) -> None:
    for unit in ABOVE:
        alone = any(may([one], action, unit, ABOVE[unit]) for one in held)
        assert may(held, action, unit, ABOVE[unit]) == alone
