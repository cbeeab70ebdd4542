"""What becomes of understood answers: stored, read back, asked back where several readings are possible."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from handlers.actions.partners import changed_lines, reporters, tell_of_correction, tell_partners
from handlers.actions.record import Change, Recorded, record
from handlers.dialogues import asked_instead, rest_filled
from handlers.dialogues.sorted_items import Sorted
from handlers.lines import facts_of, read_back_codes, why_impossible
from handlers.openings import opening_of
from handlers.report import Report
from handlers.scenes import AskingBack, Confirming, Doubtful, Filling, Idle
from handlers.turn import Turn
from reporting.doubts import MOVED_BY
from reporting.forms.model import Question
from reporting.reading import replies
from reporting.reading.moved import with_comparisons
from reporting.reading.reader import read_answer, read_office_answer
from reporting.reading.readings import Reading
from reporting.rights import may
from reporting.values import Kind, Value
from storage.queries import answers, audit, people

TOO_FAR = 10  # times
NO_NUMBER = -1  # of a computed line: nothing typed is that
Read = Callable[[Kind, str], Reading]


def reader(turn: Turn) -> Read:
    """The reader with today's date in it; who fills the office's form may say «gần 300»."""
    today = turn.now.astimezone(turn.world.profile.zone).date()
    office = may(turn.memberships, "fill_office_form", None)
    return partial(read_office_answer if office else read_answer, today=today)


def reply_lines(report: Report, questions: Sequence[Question]) -> list[replies.Line]:
    """The questions as the splitter of replies wants them."""
    return [
        replies.Line(
            report.number(q.code) or NO_NUMBER, q.code, q.kind, q.short, q.words, flow=q.agg == "sum"
        )
        for q in questions
    ]


def take(
    turn: Turn, report: Report, scene: Filling, items: Sequence[replies.Item], *,
    unread: Sequence[str] = (), origin: str = "typed", odd: Sequence[str] = (), believed: str = "",
) -> None:  # fmt: skip
    """Sort read items into values, doubtful ones and problems; then store and go on."""
    sorted_out = Sorted(report, turn.incoming.text or "", reader(turn))
    sorted_out.unread(unread)
    for item in with_comparisons(items, sorted_out.typed):
        sorted_out.add(item)
    lines = {line.code: line for line in reply_lines(report, report.form.questions)}
    sorted_out.doubtful += asked_instead.changed_in_passing(
        turn, report, scene, items, sorted_out.values, lines
    )
    sorted_out.totals([item for item in items if report.form.question(item.code).computed])
    store(
        turn, report, scene, sorted_out.values, origin, doubtful=sorted_out.doubtful,
        problems=sorted_out.problems, odd=odd, believed=believed, repeated=sorted_out.repeated,
    )  # fmt: skip


def store(
    turn: Turn, report: Report, scene: Filling, values: Mapping[str, Value], origin: str, *,
    doubtful: Sequence[Doubtful] = (), problems: Sequence[dict[str, Any]] = (), odd: Sequence[str] = (),
    believed: str = "", repeated: Sequence[str] = (),
) -> None:  # fmt: skip
    """Record values, read them back, name what could not be taken, and go to what comes next.

    What failed, and what of the asked lines is still open, is asked again; `doubtful` figures are asked back first,
    then those far from the usual (`odd`, with the new ones) are to be confirmed, then last month's figures of what is
    said to be as it was (`repeated`). `believed` was looked at twice.
    """
    vague = asked_instead.vague(report, values)
    doubtful = [*vague, *doubtful]
    values = {code: value for code, value in values.items() if code not in {d.code for d in vague}}
    asked_back = [*(d.code for d in doubtful), *repeated]
    filled = rest_filled.values_of_rest(turn, report, scene, values, asked_back, problems)
    recorded = record(turn, report, {**values, **filled}, origin=origin)
    before, report = report, recorded.report
    read_back(turn, before, recorded, rest_filled.brief(report, filled))
    _say_impossible(turn, report, recorded)
    for problem in problems:
        turn.say("fill/problem", **{"kind": "", **problem})
    failed = {problem["code"] for problem in problems if "code" in problem}
    then = _asked_then(report, scene, values, recorded, failed, {d.code for d in doubtful})
    kept = tuple(dict.fromkeys((*scene.repeated, *repeated, *rest_filled.left(report, scene))))
    then = replace(then, repeated=tuple(code for code in kept if code not in recorded.codes))
    then = replace(then, rest="offer") if scene.rest == "none-here" and filled else then
    weighed = recorded.changes if origin != "tapped" else ()  # a button of ours says what it means
    weighed = tuple(change for change in weighed if change.code not in filled)
    new = [
        code for code in _newly_odd(report, weighed, believed) if not _confirmed_before(turn, report, code)
    ]
    late = report.assignment.state == "submitted"  # what was just written is doubted in the same reply
    odd = tuple(dict.fromkeys((*(new if late else ()), *odd, *scene.odd, *new, *_moved_by(report, weighed))))
    if doubtful:
        turn.enter(AskingBack(tuple(doubtful), odd, then))
    elif odd:
        turn.enter(Confirming(odd, then))
    else:
        proceed(turn, report, then)


def _asked_then(
    report: Report, scene: Filling, values: Mapping[str, Value], recorded: Recorded,
    failed: set[str], doubtful: set[str],
) -> Filling:  # fmt: skip
    """The scene to go on with: what failed, and what of the asked lines is still open, is asked again."""
    anew = tuple(code for code in scene.anew if code not in recorded.codes)
    opened = {q.code for q in report.sheet.open_questions()} | set(anew)
    begun = scene.fix and not set(scene.asked).isdisjoint(values)  # «sửa 3 và 5»: the other is asked then
    waiting = (
        set(scene.asked) - set(values) if begun else opened & set(scene.asked) if not scene.fix else set()
    )
    again = failed | {v.code for v in recorded.refused} | (waiting - doubtful)
    own = [q for q in report.form.questions if not q.computed and report.sheet.relevant(q.code)]
    asked = tuple(q.code for q in own if q.code in again)
    return replace(scene, asked=asked, picked=(), odd=(), confirmed="", anew=anew, rest="")


def _newly_odd(report: Report, changes: Sequence[Change], believed: str) -> list[str]:
    """The lines just written that are far from the usual."""
    return [
        c.code
        for c in changes
        if c.old != c.new
        and not c.note
        and report.doubt_of(c.code, c.new)
        and (c.code != believed or _beyond_belief(report, c))
    ]


def _confirmed_before(turn: Turn, report: Report, code: str) -> bool:
    """Whether the figure a line says now was confirmed before it was mended: put back, it is confirmed again."""
    said = [e for e in audit.entries(turn.tx, "assignment", report.assignment.id) if e.action == "confirm"]
    confirmed = {e.detail.get("version") for e in said if e.detail["question"] == code}
    if not confirmed:
        return False
    *versions, now = answers.versions(turn.tx, report.assignment.id, code)
    if not any(past.version in confirmed and past.value == now.value for past in versions):
        return False
    turn.audit(
        turn.person.id, "confirm", "assignment", report.assignment.id, question=code, version=now.version
    )
    return True


def _say_impossible(turn: Turn, report: Report, recorded: Recorded) -> None:
    """What could not be written, why, and what then still stands there."""
    for code, violation in {v.code: v for v in reversed(recorded.refused)}.items():
        computed = [f.code for f in violation.figures if report.form.question(f.code).computed]
        written = [line for line in facts_of(report, [code]) if line["value"] is not None]
        turn.say(
            "fill/impossible", number=report.number(code), message=why_impossible(report, violation),
            standing=written[0] if written else None,
            totals=[report.form.question(c).short for c in computed if opening_of(report, c)],
        )  # fmt: skip


def _beyond_belief(report: Report, change: Change) -> bool:
    """Whether even a figure that was looked at twice is asked about: ten times what it was, and what is usual."""
    found = report.doubt_of(change.code, change.new)
    old = change.old if isinstance(change.old, int) else 0
    return (
        found is not None and isinstance(change.new, int) and change.new > TOO_FAR * max(old, found.high, 1)
    )


def _moved_by(report: Report, changes: Sequence[Change]) -> list[str]:
    """Stocks written down before what moves them was."""
    given = {c.code for c in changes if c.old is None}
    return [
        code
        for code, flows in MOVED_BY.items()
        if given & set(flows) and code in report.answers and report.doubt_of(code, report.answers[code].value)
    ]


def proceed(turn: Turn, report: Report, then: Filling) -> None:
    """Go on filling; correcting a report that was sent is done when its lines are."""
    if then.rest not in ("", "offer"):  # «đúng rồi, còn lại không»
        store(turn, report, then, {}, "typed")
        return
    if then.fix and not then.asked and report.assignment.state == "submitted":
        own = any(m.unit_id == report.unit.id for m in turn.memberships)
        turn.enter(Idle(shown=0 if own else report.assignment.id), show=False)
    else:
        turn.enter(then)


def read_back(turn: Turn, before: Report, recorded: Recorded, briefly: Collection[str] = ()) -> None:
    """Say what was written down, with units; after sending, what it was before and the new receipt.

    `briefly`: lines that nothing was told of by name; they are said to be none in one sentence.
    """
    report = recorded.report
    if not recorded.changes:
        return
    if recorded.submission:
        lines = changed_lines(before, report, recorded.changes)
        turn.say(
            "sent/corrected", lines=lines, code=recorded.submission.code, at=turn.now, unit=report.unit.name
        )
        tell_of_correction(turn, report, turn.person.id, recorded.submission, lines)
    elif report.assignment.state == "submitted":
        tell_partners(turn, before, report, turn.person.id, recorded.changes)
        turn.say("sent/unchanged", lines=facts_of(report, recorded.codes))
    else:
        tell_partners(turn, before, report, turn.person.id, recorded.changes)
        numbers = any(report.form.question(code).kind != "text" for code in recorded.codes)
        told = tuple(code for code in recorded.codes if code not in briefly)
        codes = read_back_codes(before, report, told) if numbers else told
        if codes:
            turn.say("fill/read_back" if numbers else "fill/kept", lines=facts_of(report, codes))
        if briefly:
            turn.say("fill/rest_none", lines=facts_of(report, list(briefly)))
    _say_whose(turn, before, recorded)
    explained = [change.code for change in recorded.changes if change.note and change.old != change.new]
    if explained:
        turn.say("confirm/explained_before", lines=facts_of(report, explained))


def _say_whose(turn: Turn, before: Report, recorded: Recorded) -> None:
    """Name what a partner had written in the lines just changed: the last figure counts, but not in silence."""
    replaced = [
        change.code
        for change in recorded.changes
        if change.old not in (None, "", change.new)
        and not (isinstance(change.new, str) and str(change.old).rstrip(" .;") in change.new)
        and before.answers[change.code].person_id != turn.person.id
    ]
    own = set(reporters(turn, before)) if replaced else set()
    replaced = [code for code in replaced if {before.answers[code].person_id, turn.person.id} <= own]
    lines = [
        {**line, "who": people.get(turn.tx, answer.person_id).name, "at": answer.at}
        for line in facts_of(before, replaced)
        for answer in (before.answers[line["code"]],)
    ]
    if lines:
        turn.say("partners/replaced", lines=lines)
