"""A message that will not arrive at one address goes to another of the person's, if there is one; never to both."""

from handlers.messages import Choice, Document
from handlers.turn import Context
from reporting.schedule import outside_quiet_hours
from storage.queries import outbox, people, reach
from storage.queries.outbox import Notice, Row
from storage.queries.people import Contact
from templates.notices import news

MOVED = "moved_from"  # in a notice: the addresses a message did not arrive at, [[channel, address], …]


def is_piece(ctx: Context, row: Row) -> bool:
    """Whether a row is an earlier piece of a notice, on a messenger whose templates stand for the last piece only."""
    able = ctx.world.channels.get(row.channel)
    return able is not None and able.windows and row.lane == outbox.NOTICE and row.notice is None


def move(ctx: Context, row: Row) -> bool:
    """Queue a message that failed or was dropped once more, at another address. False: there is none left."""
    target = _another(ctx, row)
    if target is None or row.person_id is None:
        return False
    for piece in reach.earlier_pieces(ctx.tx, row):
        _queue(ctx, piece, target, None)
    tried = [*_tried(row), [row.channel, row.address]]
    _queue(ctx, row, target, {**(row.notice or news()), MOVED: tried})
    ctx.audit(None, "fall_over", "person", row.person_id, channel=row.channel, to=target.channel)
    return True


def _queue(ctx: Context, row: Row, target: Contact, notice: Notice | None) -> None:
    unasked = row.lane == outbox.NOTICE
    when = outside_quiet_hours(ctx.now, ctx.world.profile.quiet_hours) if unasked else ctx.now
    choices = [Choice(key, label, tuple(words)) for key, label, words in row.choices]
    documents = [Document(*fields) for fields in row.documents]
    drafts = ctx.pieces(target, row.text, choices, documents, max(when, row.not_before), row.lane, notice)
    outbox.queue(ctx.tx, drafts, ctx.now)


def _another(ctx: Context, row: Row) -> Contact | None:
    if row.person_id is None or (row.lane == outbox.NOTICE and reach.has_opted_out(ctx.tx, row.person_id)):
        return None
    tried = [*_tried(row), [row.channel, row.address]]
    left = [
        contact
        for contact in people.addresses(ctx.tx, row.person_id)
        if contact.channel in ctx.world.channels and [contact.channel, contact.address] not in tried
    ]
    return left[-1] if left else None


def _tried(row: Row) -> list[list[str]]:
    return list((row.notice or {}).get(MOVED, ()))
