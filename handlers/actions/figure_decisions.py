"""Figures changed in a file that came back: which are still to be decided, and what is decided of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.actions.edited_file import JOB, Changed, changes_of, edited_again
from handlers.documents import with_the_offices_part
from handlers.papers import Paper, load, needs_right, step
from handlers.turn import Context, Turn
from reporting.documents.model import Figure, Material, Override
from reporting.documents.sections import SECTIONS, Section
from reporting.documents.word.reread import reread
from reporting.errors import Refused
from reporting.reading.readings import Given
from reporting.values import Value
from storage.queries import documents, jobs, overrides
from storage.queries.campaigns import Campaign
from storage.queries.overrides import Written


@dataclass(frozen=True, slots=True)
class Open:
    """Figures of the file that came back for `paper`, each to be decided."""

    paper: Paper
    changed: tuple[Changed, ...]


def undecided(ctx: Context, campaign: Campaign) -> Open | None:
    """What of the newest file that came back waits for a decision; a version composed since does not end that."""
    versions = documents.of_campaign(ctx.tx, campaign.id)
    issued = max((d.version for d in versions if d.state == "issued"), default=0)
    edited = [
        (file.id, d.id, file.sha256)
        for d in versions
        if d.version > issued
        for file in documents.files_of(ctx.tx, d.id)
        if file.role == "edited"
    ]
    if not edited:
        return None
    _, document_id, sha256 = max(edited)
    sent_in = next((int(p["inbox"]) for p in jobs.payloads(ctx.tx, JOB) if p["sha256"] == sha256), 0)
    decided = {
        row.override.tag
        for row in overrides.history(ctx.tx, campaign.id)
        if row.inbox_id is not None and row.inbox_id >= sent_in
    }
    paper = load(ctx, document_id)
    changed, _ = changes_of(paper, edited_again(ctx.tx, document_id))
    left = tuple(one for one in changed if one.figure.tag not in decided)
    return Open(paper, left) if left else None


def not_in_it(ctx: Context, paper: Paper) -> tuple[Section, ...]:
    """The sections whose wording, lists or overridden figures changed since the version was composed."""
    was = paper.material
    now = with_the_offices_part(ctx.tx, paper.campaign, was.snapshot)
    changed: set[Section] = set()
    for name in ("kept", "narratives"):
        old, new = getattr(was, name), getattr(now, name)
        changed |= {section for section in {*old, *new} if old.get(section, ()) != new.get(section, ())}
    changed |= {"opinions" if name == "opinions" else "issued" for name in _lists_changed(was, now)}
    changed |= {"emulation"} if was.awards != now.awards else set()
    changed |= {"tasks"} if was.tasks != now.tasks else set()
    changed |= {"other"} if was.planned != now.planned else set()
    own = [{(o.tag, repr(o.value)) for o in material.overrides} for material in (was, now)]
    for tag, _ in own[0] ^ own[1]:
        figure = was.snapshot.figures.get(tag)
        changed.add(figure.section if figure else "other")
    return tuple(section for section in SECTIONS if section in changed)


def _lists_changed(was: Material, now: Material) -> list[str]:
    names = {*was.lists, *now.lists}
    return [name for name in names if was.lists.get(name, ()) != now.lists.get(name, ())]


def override_figure(turn: Turn, paper: Paper, figure: Figure, value: Value, reason: str) -> None:
    """The office's own value in place of the units'. Raises Refused: no_right, no_reason, a reason of the table."""
    _may(turn, paper)
    if not any(c.isalpha() for c in reason):
        raise Refused("no_reason")
    _write(turn, paper, Override(figure.tag, value, reason.strip(" .;")), "override_figure")


def keep_units_figure(turn: Turn, paper: Paper, changed: Changed) -> None:
    """The units' figure stands; an override of it is withdrawn. Raises Refused as `override_figure` does."""
    _may(turn, paper)
    reading = reread(changed.figure, changed.text)
    value: Value = reading.value if isinstance(reading, Given) else changed.text
    _write(turn, paper, Override(changed.figure.tag, value, ""), "keep_figure", withdrawn=True)


def keep_override(turn: Turn, paper: Paper, written: Written) -> None:
    """What the office wrote before stands. Raises Refused as `override_figure` does."""
    _may(turn, paper)
    _write(turn, paper, written.override, "keep_override")


def withdraw(turn: Turn, paper: Paper, tag: str) -> Override:
    """Take an override back: the units' figure stands again. Raises Refused: no_override, and as `override_figure`."""
    _may(turn, paper)
    written = standing(turn, paper).get(tag)
    if written is None:
        raise Refused("no_override", month=paper.month)
    _write(turn, paper, written.override, "withdraw_override", withdrawn=True)
    return written.override


def standing(ctx: Context, paper: Paper) -> Mapping[str, Written]:
    """The overrides of the paper's month, by tag."""
    return overrides.standing(ctx.tx, paper.campaign.id)


def _may(turn: Turn, paper: Paper) -> None:
    needs_right(turn.memberships, "compose_report")
    step(paper, "compose_again")


def _write(turn: Turn, paper: Paper, own: Override, action: str, *, withdrawn: bool = False) -> None:
    overrides.write(
        turn.tx, paper.campaign.id, own, person_id=turn.person.id, at=turn.now, inbox_id=turn.inbox_id,
        withdrawn=withdrawn,
    )  # fmt: skip
    turn.audit(turn.person.id, action, "document", paper.document.id, tag=own.tag)
