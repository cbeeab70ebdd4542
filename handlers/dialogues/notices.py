"""What a person says about being written to: not any more, again, and on which messenger."""

from handlers.actions import consent
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.reading.commands import Command
from storage.queries import people, reach
from templates.labels import messenger


def stop(turn: Turn, order: Command) -> None:
    """«Ngừng nhận tin»: nothing unasked on any messenger; what is asked is still answered."""
    fresh = consent.opt_out(turn)
    turn.say("notices/stopped", fresh=fresh)
    _go_on(turn)


def again(turn: Turn, order: Command) -> None:
    """«Nhận tin lại»."""
    was_out = consent.agree(turn.tx, turn.person.id, turn.now)
    turn.say("notices/again", was_out=was_out, messenger=_where(turn))
    _go_on(turn)


def prefer(turn: Turn, order: Command) -> None:
    """«Ưu tiên Zalo», «nhận tin qua Telegram»: notices go there; one may write anywhere."""
    wanted = order.name.removeprefix("prefer_")
    own = [
        contact
        for contact in people.addresses(turn.tx, turn.person.id)
        if contact.channel.partition("_")[0] == wanted and contact.channel in turn.world.channels
    ]
    if own:
        target = own[-1]
        reach.prefer(turn.tx, turn.person.id, target.channel, target.address, turn.now)
        turn.audit(turn.person.id, "prefer", "person", turn.person.id, channel=target.channel)
        turn.say(
            "notices/preferred",
            messenger=messenger(target.channel),
            opted_out=reach.has_opted_out(turn.tx, turn.person.id),
        )
    else:
        turn.say("notices/not_linked", wanted=messenger(wanted), messenger=_where(turn))
    _go_on(turn)


def _where(turn: Turn) -> str:
    """The messenger on which notices reach the person."""
    found = people.contact_of(turn.tx, turn.person.id, turn.world.channels)
    return messenger(found.channel if found else turn.incoming.channel)


def _go_on(turn: Turn) -> None:
    """A question that is open is shown again."""
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
