"""One person's message being handled: who, when, where the conversation stands, and what will be said."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from handlers.drafts import pieces
from handlers.messages import Choice, Document, Incoming
from handlers.scenes import Idle, Scene
from handlers.world import World
from reporting.notices import with_facts
from reporting.rights import may
from reporting.schedule import outside_quiet_hours
from storage.database import Tx
from storage.queries import audit, outbox, people, units
from storage.queries.people import Contact, Membership, Person
from storage.queries.units import Unit
from templates.notices import news
from templates.render import render

Message = tuple[int, str, Sequence[Choice], outbox.Notice]  # to whom, text, choices, what it announces


@dataclass(slots=True)
class Context:
    """What an action needs: the open transaction, the installation, the moment."""

    tx: Tx
    world: World
    now: datetime

    def audit(self, actor: int | None, action: str, subject: str, subject_id: int, **detail: Any) -> None:
        audit.write(self.tx, self.now, actor, action, subject, subject_id, detail)

    def has_right(self, person_id: int, action: str, unit_id: int) -> bool:
        """Whether somebody, as they are placed now, may do `action` on that unit."""
        held = people.memberships(self.tx, person_id, self.now)
        return may(held, action, unit_id, partial(ancestors, self.tx))

    def has_right_anywhere(self, person_id: int, action: str) -> bool:
        """The same for the province as a whole."""
        return may(people.memberships(self.tx, person_id, self.now), action, None)

    def contacts(self, who: Collection[int], *, asked: bool = False) -> dict[int, Contact]:
        """Where people can be written to, on the messengers in use; unasked only those who have not opted out."""
        return people.contacts(self.tx, who, self.world.channels, willing=not asked)

    def tell(
        self,
        who: Collection[int],
        text: str,
        choices: Sequence[Choice] = (),
        notice: outbox.Notice | None = None,
    ) -> int:
        """Queue a message nobody asked for: outside quiet hours. Returns how many people have a messenger.

        `notice` is what it announces, as `templates.notices` makes it; without one it is some news.
        """
        contacts = self.contacts(who)
        self.tell_each([(person_id, text, choices, notice or news()) for person_id in who], contacts)
        return len(contacts)

    def hand(
        self,
        who: Collection[int],
        text: str,
        choices: Sequence[Choice] = (),
        documents: Sequence[Document] = (),
        *,
        asked: bool = False,
        notice: outbox.Notice | None = None,
    ) -> None:
        """Queue a message with documents, each person once; to who asked for it at once, else outside quiet hours.

        With a notice it is an announcement, and whoever opted out of those does not get it.
        """
        when = self.now if asked else outside_quiet_hours(self.now, self.world.profile.quiet_hours)
        lane = outbox.REPLY if asked else outbox.NOTICE
        if not asked:
            notice = notice or news()
        contacts = self.contacts(who, asked=notice is None)
        drafts = [
            piece
            for person_id in dict.fromkeys(who)
            if person_id in contacts
            for piece in self.pieces(contacts[person_id], text, choices, documents, when, lane, notice)
        ]
        if drafts:
            outbox.queue(self.tx, drafts, self.now)

    def tell_each(self, messages: Iterable[Message], contacts: Mapping[int, Contact]) -> None:
        """Queue many messages at once: (person, text, choices, notice); who has no contact is left out."""
        when = outside_quiet_hours(self.now, self.world.profile.quiet_hours)
        drafts = [
            piece
            for person_id, text, choices, notice in messages
            if person_id in contacts
            for piece in self.pieces(contacts[person_id], text, choices, (), when, outbox.NOTICE, notice)
        ]
        if drafts:
            outbox.queue(self.tx, drafts, self.now)

    def pieces(
        self,
        contact: Contact,
        text: str,
        choices: Sequence[Choice],
        documents: Sequence[Document],
        when: datetime,
        lane: int = outbox.REPLY,
        notice: outbox.Notice | None = None,
    ) -> list[outbox.Draft]:
        """A message as its channel can carry it; a notice is told for whom it is, and from which office."""
        if notice is not None:
            notice = with_facts(notice, name=contact.name, office=self.world.profile.short_name)
        able = self.world.channels[contact.channel]
        return pieces(able, contact, text, choices, documents, when, lane, notice)


@dataclass(slots=True)
class Turn(Context):
    """A linked person's turn. Paragraphs added with `say` go out as one message, with one set of choices."""

    incoming: Incoming
    inbox_id: int
    person: Person
    memberships: list[Membership]
    scene: Scene = field(default_factory=Idle)
    parts: list[str] = field(default_factory=list)
    choices: tuple[Choice, ...] = ()
    documents: list[Document] = field(default_factory=list)
    options: tuple[Choice, ...] = ()  # the choices of the last message, still working
    option_row: outbox.Row | None = None
    unread: list[outbox.Row] = field(default_factory=list)  # only announced, by a template, until now
    repeated: int = 0  # how many of the parts say in full what was announced: no answer yet
    to_show: bool = False
    left_unit: bool = False  # the office leaves the unit's sheet it was in, or names another
    spent: bool = False  # a choice of the last message was taken: its buttons go

    def enter(self, scene: Scene, *, show: bool = True) -> None:
        """Go to a scene; with `show`, it speaks when the handler is done."""
        self.scene = scene
        self.to_show = show

    def say(self, template: str, **facts: Any) -> None:
        """Add a paragraph from `templates/messages/<template>.j2`."""
        self.parts.append(render(template, **facts))

    @property
    def spoke(self) -> bool:
        """Whether something was answered already."""
        return len(self.parts) > self.repeated

    def offer(self, *choices: Choice) -> None:
        self.choices = choices

    def attach(self, kept: Iterable[tuple[str, str, str]]) -> None:
        """Send files of the content store along: (name, media type, sha256)."""
        self.documents.extend(Document(*fields) for fields in kept)

    def may(self, action: str, unit_id: int) -> bool:
        """Whether this person may do `action` on that unit, by the table in reporting.rights."""
        return may(self.memberships, action, unit_id, partial(ancestors, self.tx))

    def may_fill(self, unit: Unit) -> bool:
        """Whether this person may answer the unit's form: as its reporter, or as the office in its place."""
        if unit.kind == "province":
            return self.may("fill_office_form", unit.id)
        return self.may("answer", unit.id) or self.may("enter_for", unit.id)

    def bound_by_lock(self, unit: Unit) -> bool:
        """Whether a locked month is closed to this person: to all but the office, which amends for the units."""
        return not self.may("enter_for", unit.id)

    def may_somewhere(self, action: str) -> bool:
        return any(self.may(action, m.unit_id) for m in self.memberships)

    def redraw(self, choices: Sequence[Choice]) -> None:
        """Change the buttons of the message that was just tapped, in place."""
        if self.option_row is not None:
            row, self.option_row = self.option_row, None
            outbox.edit(
                self.tx, row.id, row.text, [[c.id, c.label, list(c.words)] for c in choices], self.now
            )

    def flush(self) -> None:
        """Queue what was said as one message to the address that spoke.

        Buttons that were not replaced go, unless nothing came of the turn and they are still what can be done.
        """
        here = Contact(self.person.id, self.incoming.channel, self.incoming.address)
        if self.parts:
            text = "\n\n".join(part for part in self.parts if part)
            outbox.queue(self.tx, self.pieces(here, text, self.choices, self.documents, self.now), self.now)
        if len(self.world.channels) > 1 and (self.choices or self.spent or not isinstance(self.scene, Idle)):
            self._disarm_elsewhere(here)
        if (
            not self.choices
            and self.option_row is not None
            and (self.spent or not isinstance(self.scene, Idle))
        ):
            outbox.disarm(self.tx, here.channel, here.address, self.now)

    def _disarm_elsewhere(self, here: Contact) -> None:
        """The conversation goes on here: buttons on the person's other messengers are of what went before."""
        for other in people.addresses(self.tx, self.person.id):
            if other != here:
                outbox.disarm(self.tx, other.channel, other.address, self.now)


def ancestors(tx: Tx, unit_id: int) -> tuple[int, ...]:
    """The units above a unit, nearest first."""
    above: list[int] = []
    unit: Unit = units.get(tx, unit_id)
    while unit.parent_id is not None and unit.parent_id not in above:
        above.append(unit.parent_id)
        unit = units.get(tx, unit.parent_id)
    return tuple(above)


def subtree(all_units: Iterable[Unit], roots: Collection[int]) -> set[int]:
    """The given units and everything below them."""
    children: dict[int | None, list[int]] = {}
    for unit in all_units:
        children.setdefault(unit.parent_id, []).append(unit.id)
    found: set[int] = set()
    queue = list(roots)
    while queue:
        unit_id = queue.pop()
        if unit_id not in found:
            found.add(unit_id)
            queue.extend(children.get(unit_id, ()))
    return found
