"""Where a person's conversation stands: one small frozen dataclass a scene, kept as JSON between messages.

A scene holds ids and codes only; figures, units and wording are looked up afresh at every message, so that a
conversation goes on correctly after weeks, after a restart, or from the other messenger.
"""

from dataclasses import asdict, dataclass, field
from typing import Any, get_args

from reporting.errors import Broken


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing is being asked. A report may have been left (`left`) with figures still to be confirmed (`odd`).

    `undo`: what was last done to a list of the report can still be undone: (campaign, list, added ids, taken ids).
    `shown`: the unit's report the office has just seen or entered: «sửa 4 5» is about that one.
    """

    left: int = 0
    odd: tuple[str, ...] = ()
    undo: tuple[Any, ...] = ()
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Linking:
    """An invitation was shown; the person is asked whether it is theirs.

    `back` is the scene it came in the middle of, as `to_state` gives it: that goes on afterwards. `by_phone`: found by
    the person's telephone number, no code was typed.
    """

    code: str
    back: dict[str, Any] = field(default_factory=dict)
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class Picking:
    """Which unit is meant? After the pick `text` is carried out for it."""

    assignments: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Filling:
    """Questions `asked` (codes) wait for an answer in one message; none: what comes next is to be asked.

    `skipped` are left for the end. `fix`: some lines are being corrected, then the card or the receipt follows.
    `picked`: what is ticked so far in a question with several choices. `said`: the last reply that brought figures,
    to know it again when a phone sends it twice. `odd` figures are still to be confirmed before sending; `confirmed`
    is one that just was: what is said next may explain it. `held`: words for a line that another has written since;
    whether they replace or follow those is asked; or words hardly meant for the line: whether they are is asked.
    `anew`: lines with an answer that are asked once more, since the person begins again. `rest`: what the reply that
    is being read says of all lines it does not name: "none" or "same", as `reporting.reading.rest` has it, or the
    same of those asked alone ("none-here", "same-here"); "offer": that none is left is offered for all that follow.
    `repeated`: last month's figures of these are to be agreed to first.
    """

    assignment: int
    asked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    fix: bool = False
    picked: tuple[str, ...] = ()
    said: str = ""
    odd: tuple[str, ...] = ()
    confirmed: str = ""
    held: str = ""
    anew: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A figure that was read in several ways: `candidates` are JSON of reporting.values."""

    code: str
    text: str
    candidates: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class AskingBack:
    """Several readings: the first of `queue` is being asked, `odd` waits for confirmation afterwards."""

    queue: tuple[Doubtful, ...]
    odd: tuple[str, ...]
    then: Filling


@dataclass(frozen=True, slots=True)
class AskingSplit:
    """One reply could be split over the asked lines in several ways: `ways` are lists of [code, text]."""

    ways: tuple[tuple[tuple[str, str], ...], ...]
    then: Filling
    repeats: bool = False  # the one way is last month's figures, of which «như tháng trước» was said


@dataclass(frozen=True, slots=True)
class Confirming:
    """A figure far from the usual ones is to be confirmed or mended; the first of `odd` is being asked.

    `said`: words that could be a reason or bring the right figure; which of the two is asked.
    """

    odd: tuple[str, ...]
    then: Filling
    said: str = ""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The card with all values was shown; `brief`: it stands above already, only what can be done is said.

    `odd`, `confirmed`: as in Filling. `unclear`: what was said last was not understood. `agreed`: it was asked whether
    a «đúng» means sending.
    """

    assignment: int
    brief: bool = False
    odd: tuple[str, ...] = ()
    confirmed: str = ""
    unclear: bool = False
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class PickingLine:
    """Which line of the card is to be corrected? `odd`: as in Filling."""

    assignment: int
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Returning:
    """A reviewer names lines and reasons; `lines` are (code, reason).

    `told`: (code, id of the message that named it), for an edited message; `bare`: lines named whose reason is still
    wanted; `at`: when the form was last written in, in ISO form.
    """

    assignment: int
    lines: tuple[tuple[str, str], ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    bare: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class Explaining:
    """A returned report is sent again unchanged; its reason is being asked, or whether what was `said` is it."""

    assignment: int
    said: str = ""


@dataclass(frozen=True, slots=True)
class Requesting:
    """The month is locked, a line of the report `of` is to be corrected: its right figure is asked.

    With `task` the office was asked, and the reason may follow. Not `assignment`: what else is said is not about it.
    """

    of: int
    code: str
    task: int = 0


@dataclass(frozen=True, slots=True)
class PickingUnit:
    """Which unit is meant by a reviewer or the office? `verb`: return | enter_for | view.

    `remark`: what was said of it already, once the unit is known it counts. `month`: another one than the newest, by
    its id. `missed`: how many names were not found.
    """

    verb: str
    remark: str = ""
    month: str = ""
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Approving:
    """A leader is asked once more whether the content with this digest is approved."""

    document: int
    digest: str


@dataclass(frozen=True, slots=True)
class ReturningPaper:
    """A leader gives a version of the report back: the remark is asked; or whether what was `said` is it.

    `asked`: a question instead that the report does not answer: whether it shall go to the office.
    """

    document: int
    said: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class NumberingPaper:
    """The office confirms an approved version's number and date (ISO), or types others; without `document` those of
    another paper of a `kind`, whose `subject` is asked for where it has none yet."""

    document: int
    number: int
    on: str
    kind: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class AttachingScan:
    """The next file is the scan of the signed paper."""

    document: int


@dataclass(frozen=True, slots=True)
class MendingFigures:
    """Figures that an edited draft has otherwise, (tag, text): the first is asked about.

    `step`: "" the system's or the file's? value: it did not read, reason: why `value` (JSON of reporting.values)?
    sure: whether `said` is that reason, or means the system's figure. `overridden`, `kept` count those decided.
    """

    document: int
    changes: tuple[tuple[str, str], ...]
    step: str = ""
    value: Any = None
    overridden: int = 0
    kept: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of a list of the report are pasted, one message after another.

    `list`: issued | opinions | awards | tasks; `heading` what the last message ended with (a kind of paper, a giver).
    `instead`: ids of the lines that the next ones replace. `shown`: ids as the person has seen them numbered, from 1;
    a line keeps its number until the whole list is shown again. `undo`: ids that the last change (added, taken).
    """

    campaign: int
    list: str
    heading: str = ""
    instead: tuple[int, ...] = ()
    shown: tuple[int, ...] = ()
    undo: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingBack:
    """Pasted lines wait: those `asked` are asked about one by one, then all are shown and confirmed (ids).

    `leaving`: the command that was typed meanwhile; the same again leaves the lines. The other fields as in Listing.
    """

    campaign: int
    list: str
    read: tuple[int, ...]
    asked: tuple[int, ...]
    heading: str = ""
    instead: tuple[int, ...] = ()
    shown: tuple[int, ...] = ()
    undo: tuple[tuple[int, ...], ...] = ()
    leaving: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """A section of the report is being written in words; none: which one is asked.

    `anew`: the next words replace what is there, else they follow it. `held`: what was typed and may be no paragraph.
    """

    campaign: int
    section: str = ""
    anew: bool = False
    held: str = ""


@dataclass(frozen=True, slots=True)
class CheckingTasks:
    """What became of last month's planned tasks is asked."""

    campaign: int


Scene = (
    Idle
    | Linking
    | Picking
    | Filling
    | AskingBack
    | AskingSplit
    | Confirming
    | Reviewing
    | PickingLine
    | Returning
    | Explaining
    | Requesting
    | PickingUnit
    | Approving
    | ReturningPaper
    | NumberingPaper
    | AttachingScan
    | MendingFigures
    | Listing
    | ReadingBack
    | Writing
    | CheckingTasks
)

_SCENES: dict[str, type[Any]] = {cls.__name__: cls for cls in get_args(Scene)}


def to_state(scene: Scene) -> dict[str, Any]:
    """JSON for `conversations.state`."""
    return {"scene": type(scene).__name__, **asdict(scene)}


def from_state(state: dict[str, Any]) -> Scene:
    """The inverse of `to_state`; an empty state is Idle. Raises Broken for a scene that does not exist."""
    fields = dict(state)
    name = fields.pop("scene", "Idle")
    if name not in _SCENES:
        raise Broken(f"no such scene: {name}")
    if "then" in fields:
        fields["then"] = Filling(**{key: _tuples(value) for key, value in fields["then"].items()})
    if "queue" in fields:
        fields["queue"] = tuple(
            Doubtful(q["code"], q["text"], tuple(q["candidates"])) for q in fields["queue"]
        )
    scene: Scene = _SCENES[name](**{key: _tuples(value) for key, value in fields.items()})
    return scene


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value
