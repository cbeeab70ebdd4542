"""A file that came back is of an older version than the newest: nothing of it is taken before its sender says so.

What was written into newer versions would go out with it: the sections are named, and whether the file's words are to
be used is asked.
"""

from collections.abc import Mapping
from typing import Any

from handlers.actions.edited_file import JOB, changes_of
from handlers.choices import choice
from handlers.messages import Choice
from handlers.papers import Paper, load, needs_right, newest, standing, step
from handlers.turn import Context, Turn
from reporting.documents.sections import Section
from reporting.documents.word.examine import Returned
from reporting.errors import Refused
from storage.queries import documents, jobs
from templates.render import render


def newer_than(ctx: Context, paper: Paper) -> Paper | None:
    """The month's newest version, where it is not this one."""
    written = [
        d for d in documents.of_campaign(ctx.tx, paper.campaign.id) if d.digest or d.state == "composing"
    ]
    return Paper(ctx, written[-1], paper.campaign) if written[-1].version > paper.document.version else None


def asked_about(ctx: Context, payload: Mapping[str, Any], paper: Paper, returned: Returned) -> bool:
    """Ask whether an older version's file is to be used. False: it is none, holds nothing new, or was answered."""
    newer = newer_than(ctx, paper)
    if newer is None or payload.get("older"):
        return False
    changed, _ = changes_of(paper, returned)
    edited = [s for s, r in returned.prose.items() if r.changed and r.certainty != "uncertain"]
    if not changed and not edited:
        return False
    text = render(
        "roundtrip/older_file", **standing(paper), name=payload["name"], newest=newer.document.version,
        edited=edited, lost=_lost(paper, newer, returned, edited), figures=len(changed),
    )  # fmt: skip
    offers = [_choice(key, int(payload["inbox"])) for key in ("use_older", "leave_older")]
    ctx.hand([int(payload["person"])], text, offers, asked=True)
    return True


def _choice(key: str, inbox_id: int) -> Choice:
    words = {
        "use_older": ("dùng", "có", "có dùng"),
        "leave_older": ("không", "không dùng bản cũ", "thôi", "bỏ"),
    }
    made = choice(key, inbox_id)
    return Choice(made.id, made.label, words[key])


def _lost(paper: Paper, newer: Paper, returned: Returned, edited: list[Section]) -> list[Section]:
    """The edited sections that a newer version has otherwise: its words would go."""
    if not newer.document.digest:
        return []
    was, now = paper.content, newer.content
    return [
        s for s in edited
        if now.get(s, ()) not in (was.get(s, ()), returned.prose[s].paragraphs)
    ]  # fmt: skip


def use_older(turn: Turn, inbox_id: int) -> Paper:
    """The file counts although newer versions were composed since: it is read once more, and taken.

    Raises Refused: no_right; no_paper, where no such file came; paper_issued.
    """
    payload = _sent(turn, inbox_id)
    paper = load(turn, int(payload["document"]))
    now = newest(turn, paper.campaign) or paper
    step(now, "compose_again")
    again = {**payload, "person": turn.person.id, "older": True}
    jobs.queue(turn.tx, JOB, f"{JOB}/{inbox_id}/older", again, turn.now)
    turn.audit(turn.person.id, "use_older_file", "document", paper.document.id)
    return paper


def leave_older(turn: Turn, inbox_id: int) -> Paper:
    """The file does not count; the month's newest version. Raises Refused: no_right, no_paper."""
    paper = load(turn, int(_sent(turn, inbox_id)["document"]))
    return newest(turn, paper.campaign) or paper


def _sent(turn: Turn, inbox_id: int) -> Mapping[str, Any]:
    needs_right(turn.memberships, "compose_report")
    found = [p for p in jobs.payloads(turn.tx, JOB) if int(p["inbox"]) == inbox_id]
    if not found:
        raise Refused("no_paper")
    return found[0]
