"""What an amended report says of the one it replaces."""

from dataclasses import replace

from handlers.papers import Paper, load
from reporting.documents.diff import FigureChange, figure_changes
from reporting.documents.model import Figure, Replaced
from reporting.profile import Profile
from reporting.values import Value
from templates.documents.figures import printed
from templates.documents.wording import changed

_WITH_UNIT = ("count",)  # other kinds are printed with theirs


def replaced(paper: Paper) -> Replaced | None:
    """The issued report that this version amends, with the figures that changed; None: it amends none."""
    if paper.document.amends_id is None:
        return None
    before = load(paper.ctx, paper.document.amends_id)
    changes = [c for c in figure_changes(before.material, paper.material) if "." not in c.tag]
    profile = paper.ctx.world.profile
    day = before.document.issued_on or before.document.composed_at.astimezone(profile.zone).date()
    told = tuple(_told(change, profile) for change in changes)
    amended = paper.document.composed_at.astimezone(profile.zone).date()
    return Replaced(
        before.document.number, day, told, before.content, amended, frozenset(c.tag for c in changes)
    )


def _told(change: FigureChange, profile: Profile) -> str:
    code, _, period = change.tag.partition("@")
    figure = Figure(code, period, change.kind, None, change.unit)
    was, now = (_printed(figure, value, profile) for value in (change.before, change.after))
    return changed(change.label, was, now)


def _printed(figure: Figure, value: Value | None, profile: Profile) -> str:
    text = printed(replace(figure, value=value), profile)
    return (
        f"{text} {figure.unit}" if value is not None and figure.unit and figure.kind in _WITH_UNIT else text
    )
