"""What is said to a doubt, and what is asked then: the right figure, whether words are a reason, another line."""

import re
from dataclasses import replace

from handlers.choices import choice
from handlers.dialogues import beside, taking
from handlers.lines import facts_of
from handlers.messages import Choice
from handlers.report import Report
from handlers.scenes import Confirming
from handlers.turn import Turn
from reporting.reading.changes import names
from reporting.reading.doubt_figures import says_again
from reporting.reading.doubt_reply import Either, Said, doubt_reply, is_yes
from reporting.reading.labels import Labels
from reporting.reading.mended import segments
from reporting.reading.readings import Given
from reporting.reading.reasons import gives_reason, only_addresses, wished
from reporting.reading.replies import Item, Values, split_reply
from reporting.reading.typed import words_of
from reporting.values import to_json
from templates.formats import figure

FIGURES = ("count", "money", "percent", "text")
FEWEST = 6  # words of what is told instead of typed
_AFTER_CLAUSE = re.compile(r"\s*[,;\n]\s*|\.\s+")
# «cộng cô Mỷ nữa»: one person more.
_ONE_MORE = re.compile(
    r"(?<!\w)(?:cộng|cong|thêm|them)\s+(?:(?:có|co)\s+)?(?:cô|co|thầy|thay|anh|chị|chi|em|bạn|ban|bà|ba|bác|bac)\s+"
    r"[^\W\d_]+",
    re.IGNORECASE,
)


def said(turn: Turn, report: Report, code: str, text: str) -> Said:
    """What a text says to the doubt about a line."""
    lines = [line.question for line in report.sheet.lines()]
    others = [q for q in lines if q.kind in FIGURES and q.code != code and not q.computed]
    question = report.form.question(code)
    near = [q.code for q in others if q.group == question.group and q.kind != "text"]
    (own,) = taking.reply_lines(report, [question])
    return doubt_reply(
        text, own, taking.reply_lines(report, others), report.answers[code].value, taking.reader(turn),
        question.unit, near,
    )  # fmt: skip


def of_group(turn: Turn, report: Report, code: str, text: str) -> tuple[Item, ...]:
    """What a text says of the doubted line and others of its group, each named: «2 buổi, tất cả 63 lượt người».

    «210 đúng, 4 buổi mà» says the doubted figure again. Empty where it is anything else.
    """
    question = report.form.question(code)
    group = [q for q in report.form.questions if q.group == question.group and q.kind in FIGURES and q.asked]
    lines = taking.reply_lines(report, [q for q in group if report.sheet.relevant(q.code)])
    value = report.answers[code].value
    parts = segments(text)
    agreed = [part for part in parts if says_again(part, value)]
    rest = ", ".join(part for part in parts if part not in agreed)
    if len(parts) < 2 or not any(c.isdigit() for c in rest) or gives_reason(text):
        return ()
    reply = split_reply(rest, lines, (), taking.reader(turn))
    if not isinstance(reply, Values) or not all(item.settled for item in reply.items):
        return ()
    named = {code for mark in Labels(lines).find(rest) for code in mark.codes if not mark.number}
    own = tuple(Item(code, part, Given(value)) for part in agreed[:1])
    codes = {item.code for item in reply.items}
    plain = all(only_addresses(part) for part in reply.unread) and codes <= named
    return (*own, *reply.items) if plain and ((code in codes) != bool(own)) else ()


def yes_and_others(turn: Turn, report: Report, code: str, text: str) -> tuple[Item, ...]:
    """«đúng, sáng kiến 0», «10 lượt là đúng. 140 lượt tuyên truyền, SK 6»: the doubted figure again, and other lines.

    Empty where what follows is anything else than figures of other lines, each named.
    """
    parts = _AFTER_CLAUSE.split(text, maxsplit=1)
    value = report.answers[code].value
    if len(parts) < 2 or not (is_yes(parts[0]) or says_again(parts[0], value)) or gives_reason(parts[1]):
        return ()
    found = beside.said_of_lines(turn, report, parts[1])
    items = found.items if found is not None else ()
    if not items:
        lines = [q for q in report.form.questions if q.kind in FIGURES and q.kind != "text" and q.asked]
        shown = taking.reply_lines(report, [q for q in lines if report.sheet.relevant(q.code)])
        reply = split_reply(parts[1], shown, (), taking.reader(turn))
        named = {c for mark in Labels(shown).find(parts[1]) for c in mark.codes if not mark.number}
        if isinstance(reply, Values) and not reply.unread and all(i.code in named for i in reply.items):
            items = reply.items
    plain = bool(items) and all(item.settled for item in items) and code not in {i.code for i in items}
    return (Item(code, parts[0], Given(value)), *items) if plain else ()


def told_on(turn: Turn, report: Report, code: str, text: str) -> bool:
    """Take what is told in words of the lines asked next, each by name. False: the words are about anything else."""
    waiting = [q for q in report.sheet.open_questions() if q.kind in FIGURES and q.kind != "text"]
    spoken = not any(c.isdigit() for c in text) and len(words_of(text)) >= FEWEST
    if not spoken or not waiting or gives_reason(text) or report.assignment.state == "submitted":
        return False
    asked = [q for q in waiting if q.group == waiting[0].group]
    lines = taking.reply_lines(report, asked)
    (own,) = taking.reply_lines(report, [report.form.question(code)])
    if names(text, own):
        return False
    reply = split_reply(text, lines, (), taking.reader(turn))
    if not isinstance(reply, Values) or reply.unread or len(reply.items) < 2:
        return False
    named = {code for mark in Labels(lines).find(text) for code in mark.codes}
    items = [item for item in reply.items if item.settled and item.code in named]
    if len(items) < 2:
        return False
    beside.take(turn, report, items, unread=[item.text for item in reply.items if item not in items])
    return True


def is_wish(report: Report, text: str) -> bool:
    """Whether words rather tell what a unit lacks or asks for than why a figure is as it is."""
    texts = [q for q in report.form.questions if q.kind == "text" and report.sheet.relevant(q.code)]
    return bool(wished(text, taking.reply_lines(report, texts), anywhere=True))


def unsure(turn: Turn, report: Report, scene: Confirming) -> Either | None:
    """What was said and may be a reason; None where it is not known what it may be."""
    found = said(turn, report, scene.odd[0], scene.said) if scene.said else None
    return found if isinstance(found, Either) else None


def ask_unsure(turn: Turn, report: Report, scene: Confirming, found: Either) -> None:
    """Ask whether words are the reason for the figure, or which figure of them is meant."""
    question = report.form.question(scene.odd[0])
    line = facts_of(report, [scene.odd[0]])[0]
    turn.say("confirm/either", line=line, text=scene.said, figures=bool(found.figures))
    labels = [(to_json(value), figure(value, question.kind, question.unit)) for value in found.figures]
    again = () if labels else (choice("fix"),)
    turn.offer(choice("explains"), *(Choice(f"is:{raw}", label) for raw, label in labels), *again)


def ask_right(turn: Turn, report: Report, scene: Confirming, text: str = "") -> None:
    """Ask for the right figure; of what a unit has, last month's is offered, with who is told to have come."""
    code = scene.odd[0]
    question = report.form.question(code)
    last = report.previous.get(code) if question.agg == "last" else None
    offered = [last] if isinstance(last, int) and last != report.sheet.value(code) else []
    if offered and len(_ONE_MORE.findall(text)) == 1:
        offered.append(offered[0] + 1)
    turn.say("confirm/type_right", line=facts_of(report, [code])[0], last=offered[0] if offered else None)
    labels = [(str(value), figure(value, question.kind, question.unit)) for value in offered]
    turn.offer(*(Choice(f"is:{raw}", label) for raw, label in labels), choice("confirm"))
    turn.enter(replace(scene, said=""), show=False)


def wait(turn: Turn, report: Report, scene: Confirming) -> None:
    """Somebody looks first: the doubt stays, and nothing is kept as its reason."""
    turn.say("confirm/waits", line=facts_of(report, [scene.odd[0]])[0])
    turn.offer(choice("confirm"), choice("fix"))
    turn.enter(scene, show=False)


def about_other(turn: Turn, report: Report, scene: Confirming, code: str, text: str) -> None:
    """Words about another line are no reason: how to mend that line is said, or for words to write them there."""
    question = report.form.question(code)
    turn.say(
        "confirm/of_other", line=facts_of(report, [code])[0], text=text, words=question.kind == "text",
    )  # fmt: skip
    turn.say("confirm/briefly", line=facts_of(report, [scene.odd[0]])[0])
    turn.offer(choice("confirm"), choice("fix"))
    turn.enter(replace(scene, said=""), show=False)
