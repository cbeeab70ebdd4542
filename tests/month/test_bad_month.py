"""A month of personas: what the command prints, that every check holds, and that checks can fail."""

import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import ZONE
from bot.month import expected, run
from bot.month.checks import refusal_texts
from bot.month.timeline import scripts
from templates.render import render

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def bad_month() -> tuple[int, list[str]]:
    """The month of 27 personas: its exit code and what it says."""
    said: list[str] = []
    return run.run_month(bad=True, say=said.append), said


def test_every_check_of_the_bad_month_holds(bad_month: tuple[int, list[str]]) -> None:
    code, said = bad_month
    _all_hold(code, "\n".join(said), personas=27, least=300)


def test_the_command_plays_the_good_month() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "month"], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert done.stderr.decode() == ""
    _all_hold(done.returncode, done.stdout.decode(), personas=7, least=90)


def _all_hold(code: int, said: str, *, personas: int, least: int) -> None:
    assert (code, re.findall("(?m)^✗.*\n?.*", said)) == (0, [])
    checks = re.findall(r"(?m)^✓ .+ \| .+", said)
    assert len(checks) >= least
    assert said.splitlines()[-1] == f"✓ {len(checks)} điều đã kiểm tra đều đúng."
    assert {line.split()[1] for line in checks} == {"Cả", *(f"{n:02d}" for n in range(1, personas + 1))}


def test_the_transcript_is_in_order_of_time(bad_month: tuple[int, list[str]]) -> None:
    said = "\n".join(bad_month[1])
    days = re.findall(r"(?m)^── .*, (\d\d)/(\d\d)/2023 ──$", said)
    assert days == sorted(days, key=lambda day: day[::-1])
    assert ("12", "10") in days and ("03", "11") in days
    lines = said.partition("12/10/2023 ──")[2].partition("──")[0].splitlines()
    times = [line[:5] for line in lines if re.match(r"\d\d:\d\d", line)]
    assert times == sorted(times)
    assert len(times) > 40


def test_a_month_that_went_otherwise_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure, a recipient, a refusal, a version expected otherwise: each is named, and the exit code is 1."""
    personas, stages = expected.personas("good"), expected.stages("good")
    unit = personas[1].units[0]
    wrong_unit = expected.ExpectedUnit(
        unit.code, unit.state, unit.versions, unit.late, unit.by, {**unit.figures, "gifts": 6}
    )
    wrong = expected.Expected(
        personas[1].key,
        personas[1].title,
        personas[1].people,
        (wrong_unit,),
        {"ct-thpt-than-uyen": {"locked": 1}},
        (),
        (expected.ExpectedPaper(2, "issued", "02/BC-LĐLĐ", {"return_report": "ld-pho-chu-tich-1"}),),
    )
    silent = expected.ExpectedStage(stages[1].at, stages[1].name, {**stages[1].to, "ct-thpt-than-uyen": 1})
    monkeypatch.setattr(expected, "personas", lambda folder: [personas[0], wrong])
    monkeypatch.setattr(expected, "stages", lambda folder: [stages[0], silent, *stages[2:]])
    lines: list[str] = []
    assert run.run_month(bad=False, say=lines.append) == 1
    failed = [line for line in lines if line.startswith("✗")]
    assert [line.partition(" | ")[2].splitlines()[1].strip() for line in failed[:-1]] == [
        "→ đang thấy: gifts=5, cần 6",
        "→ đang thấy: {'ct-thpt-than-uyen': {}}",
        "→ đang thấy: báo cáo tỉnh, bản 2: không còn hiệu lực vì có bản mới hơn",
        "→ đang thấy: ld-chu-tich",
        "→ đang thấy:",
        "→ đang thấy: thiếu ct-thpt-than-uyen",
    ]
    assert failed[-1].startswith("✗ 6/")


@pytest.mark.parametrize("folder", ["good", "bad"])
def test_every_persona_has_a_script_and_its_end(folder: str) -> None:
    assert [persona.key for persona in expected.personas(folder)] == list(scripts(folder))


def test_a_refusal_is_known_by_its_wording() -> None:
    texts = refusal_texts()
    at = datetime(2023, 10, 17, 8, 30, tzinfo=ZONE)
    facts = {
        "unit": "CĐCS A", "month": "2023-10", "lines": [(3, "Giảm")], "on": at.date(), "number": "01/BC-LĐLĐ",
        "subject": "Kế hoạch", "next": 2, "version": 1, "decider": "Lò A", "decided_at": at, "findings": [],
        "remark": "Sửa.", "issued_on": at.date(), "submitter": "Lò B", "submitted_at": at,
        "period": "2023-09", "most_mb": 20, "people": ["Lò C"],
    }  # fmt: skip
    for reason, pattern in texts.items():
        shown = render(
            f"refused/{reason}", **({**facts, "lines": ["Giảm"]} if reason == "no_previous" else facts)
        )
        assert [name for name, other in texts.items() if other.match(shown)] == [reason]
        assert pattern.match(shown)
