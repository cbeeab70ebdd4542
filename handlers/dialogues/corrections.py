"""Taking the last correction of a report back."""

from dataclasses import replace

from handlers.dialogues import desk, focus, taking
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Confirming, Filling, Idle, Reviewing
from handlers.turn import Turn
from reporting.reading.about import takes_back
from reporting.reading.change_texts import takes_off
from storage.queries import answers, assignments, people
from storage.queries.answers import Answer

_LEFT = "members_left"  # asked, «trừ 2 người» is its figure


def answered(turn: Turn, text: str) -> bool:
    """Take the last correction back. False: the text does not ask for that."""
    if _of_no_line(turn, text):
        return True
    if not takes_back(text):
        return False
    if isinstance(turn.scene, Filling) and turn.scene.held and turn.scene.fix:
        _leave_as_it_was(turn, turn.scene)
        return True
    if not any(role in focus.ANSWERING for role in desk.roles(turn)):
        return False
    report = focus.to_correct(turn, text)
    if report is not None:
        _take_back(turn, report.again(turn.tx))
    return True


def _of_no_line(turn: Turn, text: str) -> bool:
    """«trừ 2 người» where no line is talked about: it is asked of which, and what was asked stays asked."""
    scene = turn.scene
    if not isinstance(scene, Idle | Reviewing | Filling) or not takes_off(text):
        return False
    reports = focus.current_reports(turn)
    asked = scene.asked if isinstance(scene, Filling) else ()
    told = any(report.form.question(code).kind == "text" for report in reports[:1] for code in asked)
    if not reports or told or _LEFT in asked or (isinstance(scene, Filling) and scene.fix):
        return False
    turn.say("edits/of_which_line", text=text)
    if isinstance(scene, Reviewing):
        scene = replace(scene, brief=True)
    if not isinstance(scene, Idle):
        turn.enter(scene)
    return True


def _leave_as_it_was(turn: Turn, scene: Filling) -> None:
    """Words that were held for a line are dropped: the line keeps what it says."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    turn.say("sent/unchanged", lines=facts_of(report, scene.asked))
    then = replace(scene, held="", asked=())
    if scene.odd:
        turn.enter(Confirming(scene.odd, then))
    else:
        taking.proceed(turn, report, then)


def _go_on(turn: Turn) -> None:
    scene = turn.scene
    if isinstance(scene, Reviewing) and assignments.get(turn.tx, scene.assignment).state == "submitted":
        turn.enter(Idle(), show=False)
    elif not isinstance(scene, Idle):
        turn.enter(scene)


def _take_back(turn: Turn, report: Report) -> None:
    """The lines of this person's last message get back what stood there before it."""
    turned = _last_message(turn, report)
    standing = {code: past for code, past in turned.items() if focus.is_own(turn, report, code)}
    lost = [code for code in turned if code not in standing]
    if lost:
        answer = report.answers[lost[0]]
        turn.say(
            "edits/overtaken", lines=facts_of(report, lost), at=answer.at,
            who=people.get(turn.tx, answer.person_id).name,
        )  # fmt: skip
    elif not any(past is not None for past in turned.values()):
        turn.say("edits/nothing_to_undo")
    values = {code: past.value for code, past in standing.items() if past is not None}
    if not values:
        _go_on(turn)
        return
    turn.say("edits/undone")
    scene = getattr(turn.scene, "then", turn.scene)
    then = scene if isinstance(scene, Filling) else Filling(report.assignment.id, fix=True)
    odd = tuple(code for code in focus.open_doubts(turn, report) if code not in values)
    taking.store(turn, report, replace(then, odd=odd), values, "typed")


def _last_message(turn: Turn, report: Report) -> dict[str, Answer | None]:
    """The lines that this person's newest message wrote, each with the version before it; None: there was none."""
    newest, found = 0, dict[str, Answer | None]()
    for code in report.answers:
        versions = answers.versions(turn.tx, report.assignment.id, code)
        for before, version in zip([None, *versions], versions, strict=False):
            if version.person_id != turn.person.id or version.inbox_id is None or version.inbox_id < newest:
                continue
            if version.inbox_id > newest:
                newest, found = version.inbox_id, {}
            found[code] = before
    return found
