"""Replies to what a template only announced: whoever answers it is taken straight to what it was about.

A template is a line or two in Zalo's own frame, without the message's words, buttons or files. So whoever writes next
gets the messages in full; a plain «vâng», «ok», «dạ em gửi» to a prompt begins the report, figures are taken as the
answers to its first page.
"""

import re
from datetime import datetime, timedelta

from handlers.choices import split_id
from handlers.dialogues import asked, asking, begun, confirm, figures, focus, pages, paused, taking
from handlers.messages import Choice, Document, Incoming
from handlers.report import Report, load
from handlers.scenes import Confirming, Filling, Idle
from handlers.turn import Turn
from handlers.world import World
from reporting.reading.beyond import beyond
from reporting.reading.commands import Command, command
from reporting.reading.compared import compared
from reporting.reading.holders_asked import holders_asked
from reporting.reading.match import match_choice
from reporting.reading.oversight import asks_who_is_late
from reporting.reading.replies import Values, split_reply
from reporting.reading.rest import says_all_same
from reporting.reading.role_ended import role_ended
from storage.database import Tx
from storage.queries import people, reach
from storage.queries.outbox import Row

SILENT = timedelta(hours=24)  # templates go out after longer silence only
BEGINS = ("opening", "due_soon", "overdue")  # prompts whose page says it all; their own words may go unread
ASKING = (*BEGINS, "returned")
ASSENT = ("yes", "start", "resume")
_ORDERS = (beyond, role_ended, holders_asked, compared)  # readers of what is no answer to a prompt
_VERBS = ("start", "resume")
_FEW = re.compile(r"\d{1,4}(?:\s*[,;]\s*\d{1,4})+")  # one bare number may be of any line


def unread(tx: Tx, world: World, incoming: Incoming, now: datetime) -> list[Row]:
    """What was announced at this address since the person last wrote, oldest first. To be asked before `touch`."""
    if not world.channels[incoming.channel].windows:
        return []
    since = people.last_seen(tx, incoming.channel, incoming.address)
    if since is None or now - since < SILENT:
        return []
    return reach.announced(tx, incoming.channel, incoming.address, since)


def tell(turn: Turn) -> None:
    """Say in full, and hand over, what was only announced; of a prompt its page says it."""
    for row in _messages(turn):
        if row.text:
            turn.parts.append(row.text)
        turn.documents.extend(Document(*fields) for fields in row.documents)
    turn.repeated = len(turn.parts)


def offer(turn: Turn) -> None:
    """With a message that was now told in full come its buttons, unless the turn led elsewhere."""
    row = turn.option_row
    told = row is not None and any(row.id == one.id for one in _messages(turn))
    if row is not None and told and not turn.choices and isinstance(turn.scene, Idle):
        turn.offer(*_choices(row))


def heard(turn: Turn, text: str) -> bool:
    """Take a text as the answer to what was announced. False: nothing was, or it is a choice, a command, an answer."""
    prompt = _prompt(turn)
    if prompt is None and not turn.unread:
        return False
    order = command(text)
    assents = order is not None and order.name in ASSENT
    if not isinstance(turn.scene, Idle):
        goes_on = assents and not _closed(turn, focus.focused(turn))
        if goes_on:
            _still_open(turn)
        return goes_on
    if _leads_elsewhere(turn, prompt, text, order):
        return False
    if any(c.isdecimal() for c in text) or says_all_same(text):
        return prompt is not None and _figures(turn, prompt, text)
    if not turn.unread and not assents:
        return False  # they have written since it came: words that are no choice are no answer to it
    if prompt is not None:
        _begin(turn, prompt)
    return True


def _still_open(turn: Turn) -> None:
    """What was being asked is asked again; of a doubt it is said that the report waits for it alone."""
    if isinstance(turn.scene, Confirming):
        report = load(turn.tx, turn.world, turn.scene.then.assignment, turn.now)
        confirm.not_sent(turn, report, turn.scene.odd, asked=False)
    turn.enter(turn.scene)


def _leads_elsewhere(turn: Turn, prompt: Row | None, text: str, order: Command | None) -> bool:
    """Whether a text is a choice, a command, a question, says which of several units it is about, or comes too late."""
    if _subjects(prompt) and all(_closed(turn, one) for one in _subjects(prompt)):
        return True
    if isinstance(match_choice(text, [(o.id, o.label, o.words) for o in turn.options], letters=True), str):
        return True
    if order is not None and order.name not in ASSENT:
        return not (order.name == "send" and _unbegun(turn, prompt))
    return _asks(turn, text) or (len(_subjects(prompt)) > 1 and focus.named(turn, text) is not None)


def _asks(turn: Turn, text: str) -> bool:
    """Whether a text asks something, or orders something else, to be told first; the prompt goes on waiting."""
    late = turn.may_somewhere("see_progress") and asks_who_is_late(text)
    if late or any(reader(text) is not None for reader in _ORDERS):
        return True
    question = asking.understood(turn, text, narrow=False)
    if question is not None and question.topic == "no_activity":
        return True
    return question is not None and question.topic not in (*asked.ORDERS, "nod", "thanks")


def _messages(turn: Turn) -> list[Row]:
    """The rows to be said in full: all but prompts, with the pieces before them."""
    return [row for row in turn.unread if row.notice is None or row.notice["kind"] not in BEGINS]


def _prompt(turn: Turn) -> Row | None:
    """The newest prompt that was only announced: unread, or the message whose buttons work here."""
    armed = turn.option_row
    rows = [*turn.unread, *([armed] if armed is not None and armed.rung.startswith("template") else [])]
    asking = [row for row in rows if row.notice is not None and row.notice["kind"] in ASKING]
    return asking[-1] if asking else None


def _choices(row: Row) -> list[Choice]:
    return [Choice(key, label, tuple(words)) for key, label, words in row.choices]


def _subjects(row: Row | None) -> list[int]:
    """The assignments a prompt can be begun with."""
    ids = [split_id(key) for key, *_ in row.choices] if row is not None else []
    return [int(subject) for verb, subject in ids if verb in _VERBS and subject.isdecimal()]


def _closed(turn: Turn, assignment_id: int | None) -> bool:
    """Whether a report is locked to this person: what its prompt said no longer holds."""
    if assignment_id is None:
        return False
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    return report.locked and turn.bound_by_lock(report.unit)


def _unbegun(turn: Turn, prompt: Row | None) -> bool:
    """Whether «gửi» cannot mean sending: nothing of the report stands yet."""
    reports = [load(turn.tx, turn.world, one, turn.now) for one in _subjects(prompt)]
    return bool(reports) and not any(report.answers for report in reports)


def _begin(turn: Turn, prompt: Row) -> None:
    """Begin the report of a prompt; of several units the prompt itself asks which."""
    own = _subjects(prompt)
    if len(own) == 1:
        focus.begin(turn, own[0])
        return
    if prompt not in _messages(turn):
        turn.parts.append(prompt.text)
    turn.offer(*_choices(prompt))


def _figures(turn: Turn, prompt: Row, text: str) -> bool:
    """Figures typed to a template: the answers to the first page. What is no plain figure begins the report."""
    own = _subjects(prompt)
    if len(own) != 1:
        open_still = [one for one in own if not load(turn.tx, turn.world, one, turn.now).locked]
        reports = [load(turn.tx, turn.world, one, turn.now) for one in open_still]
        if open_still and not begun.taken(turn, reports, text):
            _begin(turn, prompt)
        return bool(open_still)
    report = load(turn.tx, turn.world, own[0], turn.now, lock=True)
    if not turn.may_fill(report.unit) or report.assignment.state not in ("open", "draft") or report.locked:
        return False
    if begun.taken(turn, [report], text) or figures.answer_prompt(turn, [report], text):
        return True
    if paused.resumed(turn, [report], text) or _some_of_the_first_page(turn, report, text):
        return True
    if turn.unread:
        focus.begin(turn, report.assignment.id)
    return bool(turn.unread)


def _some_of_the_first_page(turn: Turn, report: Report, text: str) -> bool:
    """Take bare figures that are fewer than the first page asks, in its order; the rest is asked then."""
    if not _FEW.fullmatch(text) or figures.PHONE.search(text):
        return False
    asked = pages.first_page(report)
    lines, ahead, _ = pages.with_others(report, asked, pages.open_codes(report))
    reply = split_reply(text, lines, ahead, taking.reader(turn))
    if not isinstance(reply, Values) or reply.unread or not all(item.settled for item in reply.items):
        return False
    taking.take(turn, report, Filling(report.assignment.id, tuple(q.code for q in asked)), reply.items)
    return True
