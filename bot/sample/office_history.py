"""What the provincial office answered in the months before, on its own form."""

from collections.abc import Sequence
from random import Random

from bot.sample.history import MonthReport, about, evaluated
from bot.sample.seasons import (
    AGREEMENTS_IN_FORCE,
    BUDGET_MONTH,
    HOUSE,
    LOAN,
    LOAN_PLACES,
    OFFICE_AWARDS,
    OFFICE_SEASONS,
    PROGRAM_AT_END,
    PROGRAM_SHARE,
    PROGRAM_TARGET,
    VALID_AT_END,
)
from bot.sample.words import Words
from reporting.forms.model import Form
from reporting.periods import Month
from reporting.values import Pair, Value


def office_history(form: Form, months: Sequence[Month], seed: int, words: Words) -> list[MonthReport]:
    """The office's reports; the programme of initiatives comes to its end in the last month."""
    random = Random(f"{seed}/office")
    reports: list[MonthReport] = []
    in_force = AGREEMENTS_IN_FORCE
    for to_go, month in zip(reversed(range(len(months))), months, strict=True):
        answers = _flows(random, month.month)
        in_force += answers["welfare_agreements_new"]
        stocks = {"welfare_agreements_total": in_force} | _program(to_go)
        texts = {code: _phrase(words, code, month) for code in ("special_event", "finance_note")}
        more = _more(answers, month.month)
        everything: dict[str, Value] = {**answers, **stocks, **_awards(random, month.month), **texts, **more}
        reports.append(evaluated(form, month, everything, reports))
    return reports


def _flows(random: Random, month: int) -> dict[str, int]:
    flows = {code: about(random, season.at(month)) for code, season in OFFICE_SEASONS.items()}
    loans, houses = flows["loan_projects"], flows["mai_am_houses"]
    nothing = {"press_conferences": 0, "cdcs_established": 0, "members_in_new_cdcs": 0}
    return flows | nothing | {"loan_amount_vnd": loans * LOAN, "mai_am_vnd": houses * HOUSE}


def _more(flows: dict[str, int], month: int) -> dict[str, Value]:
    """What is asked only now and then: no congress and no ranking in these months, the draft budget in October."""
    more: dict[str, Value] = {
        "program_ranked": False,
        "congress_held": False,
        "budget_draft_submitted": month == BUDGET_MONTH,
    }
    return more | ({"loan_place": LOAN_PLACES[month % len(LOAN_PLACES)]} if flows["loan_projects"] else {})


def _program(to_go: int) -> dict[str, int]:
    share = PROGRAM_SHARE[min(to_go, len(PROGRAM_SHARE) - 1)]
    return {
        "initiatives_program": round(PROGRAM_AT_END * share),
        "initiatives_valid": round(VALID_AT_END * share),
        "initiatives_program_target": PROGRAM_TARGET,
    }


def _awards(random: Random, month: int) -> dict[str, Pair]:
    return {
        code: Pair(about(random, collectives.at(month)), about(random, individuals.at(month)))
        for code, (collectives, individuals) in OFFICE_AWARDS.items()
    }


def _phrase(words: Words, code: str, month: Month) -> str:
    return next((p.text for p in words.phrases[code] if p.fits(month.month, "", {})), "")
