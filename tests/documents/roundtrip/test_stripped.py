"""With every control gone and random edits made, no changed figure ever passes as the same."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.documents.word.compare import UNTOUCHED
from reporting.documents.word.examine import examine
from tests.documents.roundtrip.paper import ANNEX, BODY, FIGURES, Paper, annex_figures, docx, tag

SENT = docx()
PRINTED = FIGURES | annex_figures(Paper())
FILLERS = ("cơ bản", "tại 03 huyện", "được", "trong tháng 10", "nhiều", "gồm 12", "khoảng")


def test_without_controls_and_without_edits_all_is_found_again() -> None:
    returned = examine(SENT, docx(Paper(controls=False)))
    assert {fate.kind for fate in returned.figures.values()} == {"uncontrolled"}
    assert returned.unchanged


def test_without_controls_and_bookmarks_it_is_still_known() -> None:
    returned = examine(SENT, docx(Paper(controls=False, bookmarks=False)))
    assert {fate.kind for fate in returned.figures.values()} == {"uncontrolled"}
    assert {prose.certainty for prose in returned.prose.values()} == {"aligned"}
    assert returned.unchanged


@pytest.mark.parametrize("code", [*PRINTED])
def test_one_figure_changed_without_its_control_is_told(code: str) -> None:
    returned = examine(SENT, stripped({code: "77"}))
    assert (returned.figures[tag(code)].kind, returned.figures[tag(code)].text) == ("changed", "77")
    assert {fate.kind for name, fate in returned.figures.items() if name != tag(code)} == {"uncontrolled"}
    assert not any(prose.changed for prose in returned.prose.values())


def test_figures_that_changed_places_are_told() -> None:
    returned = examine(SENT, stripped({"row0.col0": "06", "row0.col1": "05"}))
    assert returned.figures[tag("row0.col0")].kind not in UNTOUCHED
    assert returned.figures[tag("row0.col1")].kind not in UNTOUCHED


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9))
def test_random_edits_never_hide_a_change(seed: int) -> None:
    chance = random.Random(seed)
    changes = {code: other_than(text, chance) for code, text in PRINTED.items() if chance.random() < 0.15}
    returned = examine(SENT, stripped(changes, chance))
    passed = {code for code in changes if returned.figures[tag(code)].kind in UNTOUCHED}
    assert not passed, (passed, changes)


def test_few_unchanged_figures_are_doubted() -> None:
    """What is asked for nothing stays rare: one word in thirty otherwise, numbers among the new ones."""
    chance = random.Random(20231017)
    doubted = total = 0
    for _ in range(150):
        fates = examine(SENT, stripped({}, chance, often=0.033)).figures.values()
        doubted += sum(fate.kind not in UNTOUCHED for fate in fates)
        total += len(fates)
    assert doubted < total * 0.02, (doubted, total)


def other_than(text: str, chance: random.Random) -> str:
    """Another number, often one that stands elsewhere in the paper."""
    new = chance.choice([*PRINTED.values(), str(chance.randint(0, 300)), text[:-1] or "1", "1" + text])
    return new if new != text and new.strip() else f"{text}9"


def stripped(changes: dict[str, str], chance: random.Random | None = None, often: float = 0.12) -> bytes:
    """The paper without controls, with other figures and, where there is chance, other words."""
    body = [
        piece
        if isinstance(piece, str) or not chance
        else (piece[0], tuple(reworded(p, chance, often) for p in piece[1]))
        for piece in BODY
    ]
    annex = [
        (row[0], *(changes.get(f"row{r}.col{c}", text) for c, text in enumerate(row[1:])))
        for r, row in enumerate(ANNEX)
    ]
    return docx(Paper({**FIGURES, **changes}, body, annex, controls=False))


def reworded(paragraph: str, chance: random.Random, often: float) -> str:
    """Words put in, left out or exchanged; figures stay in their places."""
    words: list[str] = []
    for word in paragraph.split(" "):
        dice = chance.random()
        if "{" in word or dice > often:
            words.append(word)
        elif dice > often * 2 / 3:
            words += [chance.choice(FILLERS), word]
        elif dice > often / 3:
            words.append(chance.choice(FILLERS))
    return " ".join(words)
