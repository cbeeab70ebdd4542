"""A person already linked shows an invitation code: another unit, or another role."""

from handlers.actions.link import link, valid_invitation
from handlers.choices import choice
from handlers.dialogues.guest import describe
from handlers.menus import offer_menu
from handlers.scenes import Idle, Linking, from_state, to_state
from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import invitations, people, units


def begin(turn: Turn, code: str, *, by_phone: bool = False) -> None:
    """A code was typed, or found by a number: ask whether it is theirs. One that does not work is told.

    What was going on goes on afterwards.
    """
    back = turn.scene.back if isinstance(turn.scene, Linking) else to_state(turn.scene)
    turn.enter(Linking(code, back, by_phone))


def show(turn: Turn, scene: Linking) -> None:
    """Name unit and role; the code is spent on «đúng» only."""
    try:
        invitation = valid_invitation(turn.tx, scene.code, turn.now)
    except Refused as refused:
        used = invitations.by_code(turn.tx, scene.code)
        own = used is not None and used.used_by == turn.person.id
        turn.say("guest/linked_already" if own else f"refused/{refused.reason}")
        _go_back(turn, scene)
        return
    turn.parts.append(describe(turn, invitation, by_phone=scene.by_phone))
    turn.offer(choice("mine"), choice("not_mine"))


def on_choice(turn: Turn, scene: Linking, choice_id: str) -> None:
    """«Đúng» or «Không phải tôi»."""
    if choice_id == "not_mine":
        turn.say("guest/not_you", by_phone=scene.by_phone)
        _go_back(turn, scene)
        return
    if choice_id != "mine":
        turn.enter(scene)
        return
    _go_back(turn, scene)
    try:
        invitation = valid_invitation(turn.tx, scene.code, turn.now)
        link(turn.tx, invitation, turn.incoming.channel, turn.incoming.address, "", turn.now, turn.person)
    except Refused as refused:
        turn.say(f"refused/{refused.reason}")
        return
    turn.memberships = people.memberships(turn.tx, turn.person.id, turn.now)
    offer_menu(turn, turn.person.id)
    turn.say(
        "guest/linked",
        name=turn.person.name,
        unit=units.get(turn.tx, invitation.unit_id).name,
        role=invitation.role,
    )


def _go_back(turn: Turn, scene: Linking) -> None:
    """Whatever was being asked is asked again."""
    before = from_state(scene.back)
    turn.enter(before, show=not isinstance(before, Idle))
