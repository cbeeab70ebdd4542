"""What becomes of understood answers: stored, read back, asked back where several readings are possible."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from handlers.actions.partners import changed_lines, reporters, tell_of_correction, tell_partners
from handlers.actions.record import Change, Recorded, record
from handlers.lines import facts_of, read_back_codes, why_impossible
from handlers.openings import asked_of_total, opening_of, total_facts
from handlers.report import Report
from handlers.scenes import AskingBack, Confirming, Doubtful, Filling, Idle
from handlers.turn import Turn
from reporting.doubts import MOVED_BY
from reporting.forms.model import Question
from reporting.reading import replies
from reporting.reading.moved import moved, with_comparisons
from reporting.reading.reader import read_answer, read_office_answer
from reporting.reading.readings import Absent, Ask, Given, Reading, Unreadable, seen
from reporting.reading.reasons import keeps
from reporting.rights import may
from reporting.values import Kind, Missing, Qualified, Value, to_json
from storage.queries import people

TOO_FAR = 10  # times
MANY = 4  # women who came or left at once
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
    values: dict[str, Value] = {}
    doubtful: list[Doubtful] = []
    problems: list[dict[str, Any]] = [
        {"why": "unread", "text": text, "number": 0, "short": ""} for text in unread
    ]
    for item in with_comparisons(items, turn.incoming.text or ""):
        question = report.form.question(item.code)
        if question.computed or item.same_as_last:
            _not_typed(report, question, item, values, problems)
            continue
        from_last = _from_last(report, question, item)
        if from_last:
            doubtful.append(Doubtful(item.code, item.text, from_last))
            continue
        match item.reading:
            case Given(value):
                values[item.code] = value
            case Absent(reason) if _figure_stands(report, item.code):
                doubtful.append(Doubtful(item.code, item.text, (to_json(Missing(reason)),)))
            case Absent(reason):
                values[item.code] = Missing(reason)
            case Ask(candidates):
                doubtful.append(Doubtful(item.code, item.text, tuple(to_json(c) for c in candidates)))
            case Unreadable(why):
                problems.append(
                    {
                        "why": seen(why, item.text),
                        "kind": question.kind,
                        "code": item.code,
                        **_about(report, item),
                    }
                )
    totals = [item for item in items if report.form.question(item.code).computed]
    doubtful += _of_totals(report, values, totals, problems)
    store(
        turn, report, scene, values, origin, doubtful=doubtful, problems=problems, odd=odd, believed=believed
    )


def _from_last(report: Report, question: Question, item: replies.Item) -> tuple[int, ...]:
    """What «tăng 3» of a stock, or «thêm 1 buổi so với tháng trước», may come to: to be asked back."""
    last, said = report.last_month.get(item.code), moved(item.text)
    if item.by and isinstance(last, int):
        return _of_last_by(last, item)
    if said is None or not isinstance(last, int) or last + said.by < 0:
        return ()
    if question.agg == "last":
        return (last + said.by,)
    return tuple(dict.fromkeys((last + said.by, abs(said.by)))) if said.compared else ()


def _of_last_by(last: int, item: replies.Item) -> tuple[int, ...]:
    """What «3 trong đó 2 nữ» may come to; of «kết nạp 3, nữ 2» also the figure itself.

    () where that is plainly the total: much nearer to last month's than the women who moved would bring it.
    """
    found = [last + by for by in item.by if last + by >= 0]
    said = item.reading.value if isinstance(item.reading, Given) else None
    if isinstance(said, int):
        far, moved_by = abs(said - last), max(map(abs, item.by))
        if 2 * far <= moved_by and moved_by > MANY:
            return ()
        found = [said, *found] if far <= moved_by else [*found, said]
    return tuple(dict.fromkeys(found))


def _of_totals(
    report: Report, values: Mapping[str, Value], items: Sequence[replies.Item], problems: list[dict[str, Any]]
) -> list[Doubtful]:
    """What is to be asked of totals that were typed; of those that nothing can be asked of, how they come about."""
    asked = []
    for item in items:
        said = item.reading.value if isinstance(item.reading, Given) else None
        if said is not None and report.sheet_with(values).value(item.code) == said:
            continue
        found = asked_of_total(report, values, item.code, said) if isinstance(said, int) else None
        if found is not None and found.code not in values:
            asked.append(found)
        else:
            facts = total_facts(report, item.code)
            problems.append({"why": "computed", **_about(report, item), **facts})
    return asked


def _figure_stands(report: Report, code: str) -> bool:
    """Whether a line has a figure: that it is not known any more is asked back, not written at once."""
    return code in report.answers and not isinstance(report.answers[code].value, Missing)


def _about(report: Report, item: replies.Item) -> dict[str, Any]:
    """What a problem's message says of the line."""
    question = report.form.question(item.code)
    return {"text": item.text, "number": report.number(item.code), "short": question.short}


def _not_typed(
    report: Report,
    question: Question,
    item: replies.Item,
    values: dict[str, Value],
    problems: list[dict[str, Any]],
) -> None:
    """A line that is computed, or said to be as last month: taken from what is known, or a problem."""
    if question.computed:
        return
    if question.agg == "sum" and item.code in report.answers and keeps(item.text):
        return  # what is written stays
    last = report.previous.get(item.code)
    if question.agg != "last" or last is None:
        why = "not_a_stock" if question.agg == "sum" else "no_last"
        problems.append({"why": why, "code": item.code, **_about(report, item)})
    else:
        values[item.code] = last


def store(
    turn: Turn, report: Report, scene: Filling, values: Mapping[str, Value], origin: str, *,
    doubtful: Sequence[Doubtful] = (), problems: Sequence[dict[str, Any]] = (), odd: Sequence[str] = (),
    believed: str = "",
) -> None:  # fmt: skip
    """Record values, read them back, name what could not be taken, and go to what comes next.

    What failed, and what of the asked lines is still open, is asked again; `doubtful` figures are asked back first,
    then those far from the usual (`odd`, with the new ones) are to be confirmed. `believed` was looked at twice.
    """
    vague = _vague(report, values)
    doubtful = [*vague, *doubtful]
    values = {code: value for code, value in values.items() if code not in {d.code for d in vague}}
    recorded = record(turn, report, values, origin=origin)
    before, report = report, recorded.report
    read_back(turn, before, recorded)
    _say_impossible(turn, report, recorded)
    for problem in problems:
        turn.say("fill/problem", **{"kind": "", **problem})
    failed = {problem["code"] for problem in problems if "code" in problem} | {
        v.code for v in recorded.refused
    }
    anew = tuple(code for code in scene.anew if code not in recorded.codes)
    opened = {q.code for q in report.sheet.open_questions()} | set(anew)
    begun = scene.fix and not set(scene.asked).isdisjoint(values)  # «sửa 3 và 5»: the other is asked then
    waiting = (
        set(scene.asked) - set(values) if begun else opened & set(scene.asked) if not scene.fix else set()
    )
    again = failed | (waiting - {d.code for d in doubtful})
    own = [q for q in report.form.questions if not q.computed and report.sheet.relevant(q.code)]
    asked = tuple(q.code for q in own if q.code in again)
    then = replace(scene, asked=asked, picked=(), odd=(), confirmed="", anew=anew)
    weighed = recorded.changes if origin != "tapped" else ()  # a button of ours says what it means
    new = [
        c.code
        for c in weighed
        if c.old != c.new
        and not c.note
        and report.doubt_of(c.code, c.new)
        and (c.code != believed or _beyond_belief(report, c))
    ]
    late = report.assignment.state == "submitted"  # what was just written is doubted in the same reply
    odd = tuple(dict.fromkeys((*(new if late else ()), *odd, *scene.odd, *new, *_moved_by(report, weighed))))
    if doubtful:
        turn.enter(AskingBack(tuple(doubtful), odd, then))
    elif odd:
        turn.enter(Confirming(odd, then))
    else:
        proceed(turn, report, then)


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


def _vague(report: Report, values: Mapping[str, Value]) -> list[Doubtful]:
    """«khoảng 50» of a unit, whose figures are exact: asked back, whoever enters it."""
    if report.form.audience == "province":
        return []
    return [
        Doubtful(code, f"{value.qualifier} {value.number}", (value.number,))
        for code, value in values.items()
        if isinstance(value, Qualified)
    ]


def proceed(turn: Turn, report: Report, then: Filling) -> None:
    """Go on filling; correcting a report that was sent is done when its lines are."""
    if then.fix and not then.asked and report.assignment.state == "submitted":
        own = any(m.unit_id == report.unit.id for m in turn.memberships)
        turn.enter(Idle(shown=0 if own else report.assignment.id), show=False)
    else:
        turn.enter(then)


def read_back(turn: Turn, before: Report, recorded: Recorded) -> None:
    """Say what was written down, with units; after sending, what it was before and the new receipt."""
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
        codes = read_back_codes(before, report, recorded.codes) if numbers else recorded.codes
        turn.say("fill/read_back" if numbers else "fill/kept", lines=facts_of(report, codes))
    _say_whose(turn, before, recorded)
    explained = [change.code for change in recorded.changes if change.note and change.old != change.new]
    if explained:
        turn.say("confirm/explained_before", lines=facts_of(report, explained))


def _say_whose(turn: Turn, before: Report, recorded: Recorded) -> None:
    """Name what a partner had written in the lines just changed: the last figure counts, but not in silence."""
    own = reporters(turn, before)
    replaced = [
        change.code
        for change in recorded.changes
        if change.old not in (None, "", change.new)
        and not (isinstance(change.new, str) and str(change.old).rstrip(" .;") in change.new)
        and before.answers[change.code].person_id != turn.person.id
        and {before.answers[change.code].person_id, turn.person.id} <= set(own)
    ]
    lines = [
        {**line, "who": people.get(turn.tx, answer.person_id).name, "at": answer.at}
        for line in facts_of(before, replaced)
        for answer in (before.answers[line["code"]],)
    ]
    if lines:
        turn.say("partners/replaced", lines=lines)
