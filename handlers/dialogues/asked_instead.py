"""What was read as a figure and is asked back all the same: a difference from last month, a rough figure, and a line
written before that is spoken of in passing."""

import re
from collections.abc import Iterable, Mapping, MutableMapping, Sequence

from handlers.report import Report
from handlers.scenes import AskingBack, Confirming, Doubtful, Filling, Scene
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading import replies
from reporting.reading.moved import moved
from reporting.reading.plain_change import changes_plainly
from reporting.reading.readings import Ask, Given
from reporting.values import Kind, Missing, Qualified, Value, to_json
from templates.formats import figure

MANY = 4  # women who came or left at once


_WRITTEN_OUT = re.compile(r"\d{4,}đ")
_CLAUSE = re.compile(r"[,;\n]|\.(?=\s)")


def changed_in_passing(
    turn: Turn,
    report: Report,
    scene: Filling,
    items: Sequence[replies.Item],
    values: MutableMapping[str, Value],
    lines: Mapping[str, replies.Line],
) -> list[Doubtful]:
    """Lines written before that a reply to others seems to change, without plainly saying so; taken out of `values`."""
    questioned = set(_in_question(turn.scene))
    asked = {*scene.asked, *scene.anew, *questioned}
    written = {code for code in values if code not in asked and figure_stands(report, code)}
    if scene.fix or not turn.incoming.text or (written | questioned).issuperset(i.code for i in items):
        return []
    found = []
    for item in items:
        if item.code not in written or values[item.code] == report.answers[item.code].value:
            continue
        if not changes_plainly(turn.incoming.text, item, lines[item.code]):
            both = (values.pop(item.code), report.answers[item.code].value)
            found.append(Doubtful(item.code, item.text, tuple(map(to_json, both))))
    return found


def _in_question(scene: Scene) -> Iterable[str]:
    """The lines that a doubt or an ask-back is about."""
    match scene:
        case Confirming(odd):
            return odd
        case AskingBack(queue):
            return (doubtful.code for doubtful in queue)
    return ()


def on_top(report: Report, item: replies.Item) -> Doubtful | None:
    """What a line comes to with a figure that may be told besides what it says already: to be asked back."""
    stands = report.answers[item.code].value if item.code in report.answers else None
    if not item.more or not isinstance(stands, int) or not stands:
        return None
    match item.reading:
        case Given(int(value)):
            told: tuple[Value, ...] = (value,)
        case Ask(candidates):
            told = candidates
        case _:
            return None
    if stands in told:
        return None
    sums = [stands + value for value in told if isinstance(value, int)]
    written = figure(stands, report.form.question(item.code).kind, "")
    return Doubtful(item.code, f"{written} + {item.text}", tuple(map(to_json, (*sums, *told))))


def from_last(report: Report, question: Question, item: replies.Item) -> tuple[int, ...]:
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


def as_typed(item: replies.Item, kind: Kind, typed: str, read: replies.Read) -> str:
    """An item's words as they were typed, where they were read in other ones («2000000đ»)."""
    if _WRITTEN_OUT.search(item.text) is None or item.text in typed:
        return item.text
    clauses = [clause.strip() for clause in _CLAUSE.split(typed)]
    return next((clause for clause in clauses if clause and read(kind, clause) == item.reading), item.text)


def vague(report: Report, values: Mapping[str, Value]) -> list[Doubtful]:
    """«khoảng 50» of a unit, whose figures are exact: asked back, whoever enters it."""
    if report.form.audience == "province":
        return []
    return [
        Doubtful(code, f"{value.qualifier} {value.number}", (value.number,))
        for code, value in values.items()
        if isinstance(value, Qualified)
    ]


def figure_stands(report: Report, code: str) -> bool:
    """Whether a line has a figure: that it is not known any more is asked back, not written at once."""
    return code in report.answers and not isinstance(report.answers[code].value, Missing)
