"""What a year looks like: how much of what happens in which month, by line of work. Numbers only.

Months are reporting months, from the 15th to the 14th: October 20 falls in month 11,
Tết 2023 in month 2, its gifts in 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Season:
    """A mean that is usual, and other ones in some months."""

    usual: float
    peaks: Mapping[int, float] = field(default_factory=dict)

    def at(self, month: int) -> float:
        return self.peaks.get(month, self.usual)


@dataclass(frozen=True, slots=True)
class Habits:
    """`dialogues`: how likely one is held. The others are means for each member."""

    admitted: Season
    left: Season
    dialogues: Season
    gifts: Season
    initiatives: Season
    training: Season


_SMALL_GIFTS = Season(0, {1: 0.12, 2: 0.04, 5: 0.06, 6: 0.08, 9: 0.05})

HABITS = {
    "school": Habits(
        admitted=Season(0.001, {9: 0.025, 10: 0.02}),
        left=Season(0.001, {9: 0.02, 7: 0.01}),
        dialogues=Season(0.05, {10: 0.6, 2: 0.2}),
        gifts=_SMALL_GIFTS,
        initiatives=Season(0, {5: 0.04, 6: 0.06}),
        training=Season(0.004, {8: 0.06, 12: 0.03}),
    ),
    "health": Habits(
        admitted=Season(0.003),
        left=Season(0.003),
        dialogues=Season(0.08, {1: 0.7}),
        gifts=_SMALL_GIFTS,
        initiatives=Season(0, {11: 0.03, 12: 0.02}),
        training=Season(0.006, {4: 0.03, 10: 0.02}),
    ),
    "office": Habits(
        admitted=Season(0.003),
        left=Season(0.002),
        dialogues=Season(0.04, {1: 0.6, 12: 0.3}),
        gifts=_SMALL_GIFTS,
        initiatives=Season(0, {11: 0.04, 12: 0.05}),
        training=Season(0.006, {4: 0.03, 8: 0.03}),
    ),
    "company": Habits(
        admitted=Season(0.008, {3: 0.02}),
        left=Season(0.007, {2: 0.015}),
        dialogues=Season(0.1, {3: 0.8, 6: 0.9, 9: 0.8, 12: 0.8}),
        gifts=Season(0, {1: 0.25, 2: 0.05, 5: 0.12, 6: 0.1, 11: 0.04}),
        initiatives=Season(0.002, {5: 0.02, 12: 0.02}),
        training=Season(0.004, {5: 0.05}),
    ),
}

EVENTS = Season(0.7, {3: 1.2, 5: 1.2, 8: 1.0, 11: 1.3, 12: 1.0})
VISITS = Season(1.0, {1: 1.6, 2: 1.4})
AGREEMENTS = Season(0.02, {3: 0.08, 6: 0.08})  # new collective agreements, of a company
GIFT_PRICES = (200_000, 250_000, 300_000, 300_000, 350_000, 500_000)  # đồng each; a unit keeps to its own
VISIT_PRICES = (200_000, 200_000, 300_000, 500_000)

# --- the office -------------------------------------------------------------------------------------------

# The programme of initiatives: as it stood at the end (September 2023), and the share reached so many months before.
PROGRAM_AT_END, VALID_AT_END, PROGRAM_TARGET = 3666, 3261, 2131
PROGRAM_SHARE = (1.0, 0.96, 0.91, 0.86, 0.8, 0.73, 0.66, 0.6, 0.54, 0.48, 0.42, 0.36)
AGREEMENTS_IN_FORCE = 15  # of the welfare programme, before the first month
OFFICE_SEASONS = {
    "press_issues": Season(0.4, {1: 1, 5: 1, 8: 1}),
    "tv_reports": Season(0.5, {2: 1, 5: 2}),
    "supervised_units": Season(0, {4: 4, 5: 6, 8: 5, 9: 3, 11: 4}),
    "qcdc_inspected_units": Season(0, {6: 5, 7: 4, 10: 6, 11: 3}),
    "draft_opinions": Season(1.5),
    "loan_projects": Season(0.4, {3: 1, 6: 2, 9: 1}),
    "mai_am_houses": Season(0.3, {5: 3, 8: 2, 12: 2}),
    "welfare_agreements_new": Season(0.15),
    "discount_vouchers": Season(0, {1: 400, 5: 300}),
    "students_honoured": Season(0, {6: 40, 9: 180}),
}
OFFICE_AWARDS = {  # (collectives, individuals)
    "awards_province": (Season(0.5, {1: 12, 6: 8, 8: 5}), Season(1, {1: 40, 6: 24, 8: 15})),
    "awards_national": (Season(0, {2: 4, 6: 1}), Season(0.2, {2: 9, 6: 3})),
    "awards_proposed": (Season(0, {12: 6, 8: 3}), Season(0, {12: 14, 8: 7})),
}
LOAN, HOUSE = 45_000_000, 40_000_000  # đồng each
LOAN_PLACES = ("LĐLĐ huyện Sìn Hồ", "LĐLĐ huyện Tam Đường", "LĐLĐ huyện Nậm Nhùn", "LĐLĐ thành phố Lai Châu")
BUDGET_MONTH = 10
