"""Whole papers: the seed's October, a month with nothing, half the units missing, everything at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reporting.documents.model import Material, PlannedTask, SuperiorRow
from reporting.values import Pair, Value
from templates.documents.compose import Composed, compose
from tests.documents.paper.material import MISSING
from tests.documents.sentences import october as seed
from tests.documents.sentences.made import PROFILE, QUESTIONS, material

SUPERIORS = (
    ("Công đoàn ngành Giáo dục", 2), ("Công đoàn ngành Y tế", 1), ("Công đoàn Viên chức tỉnh", 5),
    ("LĐLĐ huyện Mường Tè", 2), ("LĐLĐ huyện Nậm Nhùn", 2), ("LĐLĐ huyện Phong Thổ", 3), ("LĐLĐ huyện Sìn Hồ", 2),
    ("LĐLĐ huyện Tam Đường", 2), ("LĐLĐ huyện Tân Uyên", 3), ("LĐLĐ huyện Than Uyên", 3),
    ("LĐLĐ thành phố Lai Châu", 4),
)  # fmt: skip
ADDED = tuple(
    code for code, (_, q) in QUESTIONS.items() if q.agg in ("sum", "last") and q.kind in ("count", "money")
)
GRASSROOTS = tuple(code for code in ADDED if QUESTIONS[code][0] == "grassroots")


def rows(total: Mapping[str, Value | None], given: Callable[[int], bool]) -> tuple[SuperiorRow, ...]:
    """The superiors' lines: units are counted through, `given` tells who reported; the first has all the figures."""
    made: list[SuperiorRow] = []
    number = 0
    for name, units in SUPERIORS:
        missing = [f"{MISSING[n % 4]} {n}" for n in range(number, number + units) if not given(n)]
        number += units
        first = not any(row.submitted for row in made)
        values = {code: (total.get(code) or 0) if first else 0 for code in GRASSROOTS}
        sent = units - len(missing)
        made.append(
            SuperiorRow(name, units, sent, min(sent, number % 2), tuple(missing), values if sent else {})
        )  # type: ignore[arg-type]
    return tuple(made)


def _with_rows(made: Material, given: Callable[[int], bool]) -> Material:
    total = {figure.code: figure.value for figure in made.snapshot.figures.values()}
    return replace(made, snapshot=replace(made.snapshot, superiors=rows(total, given)))


def october() -> Material:
    """All have sent; what the seed does not tell is nought."""
    own = dict.fromkeys(GRASSROOTS, 0) | seed.SEED | {"members_total": 1689, "members_women": 944}
    made = material(
        own, seed.SAID, lists=seed.LISTS, awards=seed.AWARDS, tasks=seed.TASKS, narratives=seed.NARRATIVES
    )
    return _with_rows(made, lambda _: True)


def nothing() -> Material:
    """Nobody has sent anything."""
    return _with_rows(material(dict.fromkeys(QUESTIONS), units=0), lambda _: False)


def half() -> Material:
    """14 of 29 have sent."""
    values = {code: seed.BESIDE.get(code) for code in GRASSROOTS}
    values |= {f"{code}.reported": 14 for code in GRASSROOTS}
    made = material(values, seed.SAID[:4], units=14, tasks=seed.TASKS)
    return _with_rows(made, lambda number: number % 2 == 1)


def everything() -> Material:
    """Every indicator has a figure, every list its lines, tasks of last month all outcomes."""
    values: dict[str, Value | None] = {
        code: Pair(3, 4)
        if q.kind == "pair"
        else True
        if q.kind == "yesno"
        else (seed.SEED | seed.BESIDE).get(code) or 7
        for code, (_, q) in QUESTIONS.items()
    }
    planned = tuple(PlannedTask(f"Việc {name}", name) for name in ("done", "moved", "dropped"))
    made = material(
        values, seed.SAID, lists=seed.LISTS, awards=seed.AWARDS, tasks=seed.TASKS * 5, narratives=seed.NARRATIVES,
        planned=planned,
    )  # fmt: skip
    return _with_rows(made, lambda _: True)


MONTHS: Mapping[str, Callable[[], Material]] = {
    "october": october, "nothing": nothing, "half": half, "everything": everything,
}  # fmt: skip


def paper(made: Material) -> Composed:
    return compose(made, PROFILE, signer=PROFILE.signers[0], version=1)
