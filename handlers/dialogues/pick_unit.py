"""Which unit does a reviewer or the office mean? By name, part of a name, or code."""

from handlers.actions.entry_tasks import awaiting_entry
from handlers.choices import choice
from handlers.messages import Choice
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.reading.match import find_units
from reporting.reading.typed import words_of
from storage.queries import assignments, campaigns, units
from storage.queries.assignments import Assignment
from storage.queries.campaigns import Campaign
from storage.queries.units import Unit

CHOICE_OF = {
    "return": "return_unit",
    "enter_for": "enter_unit",
    "view": "view_unit",
    "correct": "correct_unit",
}
ACTION_OF = {
    "return": "return_lines", "enter_for": "enter_for", "view": "see_unit_figures", "nudge": "nudge",
    "progress": "see_progress", "correct": "enter_for",
}  # fmt: skip
STATES_OF = {
    "return": ("submitted",),
    "enter_for": ("open", "draft", "returned"),
    "view": ("submitted", "returned"),
    "correct": ("open", "draft", "submitted", "returned"),
}
MOST = 5
LONGEST_NAME = 14  # words
MOST_MISSED = 1  # names not found in a row before the question is left
Pairs = list[tuple[Unit, Assignment]]


def find(turn: Turn, scene: PickingUnit, text: str) -> None:
    """Offer the units that a text names; of those that it cannot be done to now, say where they stand."""
    if campaigns.latest(turn.tx) is None:
        turn.say("idle/nothing_open")
        return
    mine, meant = _fit(scene, reach(turn, scene)), named(turn, scene, text)
    fit = meant if scene.verb == "view" and len(meant) > 1 else _fit(scene, meant)
    if meant and not fit:
        say_state(turn, meant[:MOST], scene)
        turn.enter(Idle(), show=False)
        return
    if text and not meant and say_not_theirs(turn, scene, text):
        turn.enter(Idle(), show=False)
        return
    missed = scene.missed + bool(text and not meant)
    asking = bool(mine or fit) and missed <= MOST_MISSED
    turn.say(
        "review/which_unit",
        verb=scene.verb,
        text=text,
        found=len(fit),
        more=max(0, len(fit) - MOST),
        some=[u.name for u, _ in mine[:3]],
        total=len(mine),
        asking=asking,
    )
    if asking:
        turn.offer(*(_choice(scene, u, a) for u, a in fit[:MOST]), choice("cancel"))
    turn.enter(PickingUnit(scene.verb, scene.remark, scene.month, missed) if asking else Idle(), show=False)


def _choice(scene: PickingUnit, unit: Unit, assignment: Assignment) -> Choice:
    return Choice(f"{CHOICE_OF[scene.verb]}:{assignment.id}", unit.name)


def only(turn: Turn, scene: PickingUnit, text: str) -> int | None:
    """The assignment of the one unit that a text names, where it can be done to that one now."""
    meant = named(turn, scene, text)
    fit = meant if scene.verb == "view" and len(meant) > 1 else _fit(scene, meant)
    return fit[0][1].id if len(fit) == 1 else None


def named(turn: Turn, scene: PickingUnit, text: str, *, whole: bool = False) -> Pairs:
    """The units in this person's reach that a text names, best first, whatever they have sent.

    Another one that has sent is never taken for one that has not. `whole`: named by whole words only.
    """
    within = reach(turn, scene)
    found = find_units(text, [(u.id, u.name, u.code) for u, _ in within], whole=whole) if text else []
    return [pair for unit_id in found for pair in within if pair[0].id == unit_id]


def at_beginning(turn: Turn, scene: PickingUnit, text: str, *, shortest: int) -> tuple[str, str]:
    """The longest beginning of a text that names units in reach, and what follows it; "" where none does.

    Before other words it must name nobody out of reach: «Trường THCS» of «Trường THCS Bình Lư» is not the one such
    school that a person oversees. `shortest`: words of a name before others.
    """
    every = words_of(text)
    others = _beyond(turn, scene)
    for length in range(min(len(every), LONGEST_NAME), 0, -1):
        follows = length < len(every)
        if follows and length < shortest:
            break  # one word of several, «Phong» of «Phong Thổ», is no name
        begins = text[: every[length - 1].end]
        if follows and find_units(begins, others, whole=True):
            break
        if named(turn, scene, begins, whole=follows and shortest > 1):
            return begins, text[every[length - 1].end :].strip(" ,;:.–-")
    return "", ""


def names_any(turn: Turn, text: str) -> bool:
    """Whether words name some unit of the province by whole words."""
    every = [(u.id, u.name, u.code) for u in units.all_units(turn.tx)]
    return bool(text) and bool(find_units(text, every, whole=True))


def say_not_theirs(turn: Turn, scene: PickingUnit, text: str) -> bool:
    """That a unit is not of this person's; nothing else of it. False: no unit is named so."""
    found = find_units(text, _beyond(turn, scene))
    if found:
        turn.say("review/not_theirs")
    return bool(found)


def _beyond(turn: Turn, scene: PickingUnit) -> list[tuple[int, str, str]]:
    """The units on which this person may not do it."""
    return [
        (u.id, u.name, u.code) for u in units.all_units(turn.tx) if not turn.may(ACTION_OF[scene.verb], u.id)
    ]


def say_state(turn: Turn, meant: Pairs, scene: PickingUnit | None = None) -> None:
    """Where units stand in the newest month, or the scene's; what one of them sent before can be seen."""
    campaign = month_of(turn, scene)
    entering = awaiting_entry(turn)
    before = _sent_before(turn, meant[0][0], campaign) if scene is not None and len(meant) == 1 else None
    turn.say(
        "review/unit_state",
        month=campaign.period if campaign else "",
        units=[
            {
                "name": u.name,
                "state": "entry" if a.id in entering and a.state != "submitted" else a.state,
                "at": a.submitted_at,
            }
            for u, a in meant
        ],
        before=before if scene is not None and scene.verb == "view" else None,
    )


def _sent_before(turn: Turn, unit: Unit, campaign: Campaign | None) -> str | None:
    """The newest month before this one for which a unit sent its report."""
    periods = [p for p in campaigns.all_periods(turn.tx) if campaign is not None and p < campaign.period]
    for period in reversed(periods[-3:]):
        older = campaigns.by_period(turn.tx, period)
        if older is not None and any(a.sent for a in assignments.of_units(turn.tx, [unit.id], older.id)):
            return period
    return None


def month_of(turn: Turn, scene: PickingUnit | None) -> Campaign | None:
    """The month a scene is about: the newest, where it names none."""
    named_month = campaigns.by_period(turn.tx, scene.month) if scene is not None and scene.month else None
    return named_month or campaigns.latest(turn.tx)


def reach(turn: Turn, scene: PickingUnit) -> Pairs:
    """The units on which this person may do it, with their assignments in the month."""
    campaign = month_of(turn, scene)
    asked = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)} if campaign else {}
    return [
        (u, asked[u.id]) for u in units.all_units(turn.tx)
        if u.id in asked and turn.may(ACTION_OF[scene.verb], u.id)
    ]  # fmt: skip


def _fit(scene: PickingUnit, pairs: Pairs) -> Pairs:
    """Those it can be done to as they stand."""
    return [(u, a) for u, a in pairs if a.state in STATES_OF[scene.verb]]


def show(turn: Turn, scene: PickingUnit) -> None:
    """Ask again."""
    find(turn, scene, "")
