"""Compose a month's report: freeze everything as a new version, and let it be written aside."""

from dataclasses import asdict, replace

from handlers.actions.request_correction import office_people
from handlers.documents import gather
from handlers.papers import Paper, needs_right, newest, step
from handlers.turn import Context
from reporting.documents.codec import dump_material, load_material
from reporting.errors import Refused
from reporting.periods import Month
from reporting.profile import Signer
from storage.queries import documents, jobs, people
from storage.queries.campaigns import Campaign
from storage.queries.documents import Document


def compose(
    ctx: Context, campaign: Campaign, by: int | None, *, quiet: bool = False, signer: Signer | None = None
) -> Document:
    """A new version of a month's report, its writing queued. `by` None: by itself; `quiet`: nobody is told of it.

    `signer` None: who was to sign the version before, else the profile's first.

    Raises Refused: no_right; paper_issued, where the month's report is out already (amend it).
    """
    if by is not None:
        needs_right(people.memberships(ctx.tx, by, ctx.now), "compose_report")
    before = newest(ctx, campaign)
    if before is not None:
        step(before, "compose_again")
    amends = before.document.amends_id if before else None
    return _freeze(ctx, campaign, by, amends, quiet=quiet, signer=signer or _signer(ctx, before))


def unchanged(ctx: Context, campaign: Campaign) -> Paper | None:
    """The newest version where it is a draft that composing anew would only repeat; None: something has changed."""
    before = newest(ctx, campaign)
    if before is None or before.document.state != "draft" or not before.document.digest:
        return None
    now = gather(ctx.tx, ctx.world, Month.parse(campaign.period), ctx.now)
    was = load_material(documents.material(ctx.tx, before.document.id))
    then = replace(was, snapshot=replace(was.snapshot, cut_off=now.snapshot.cut_off))
    return before if dump_material(then) == dump_material(now) else None


def compose_by_itself(ctx: Context, campaign: Campaign) -> Document | None:
    """At the end of the review the report is composed, unless somebody has done so before."""
    return compose(ctx, campaign, None) if newest(ctx, campaign) is None else None


def amend(ctx: Context, campaign: Campaign, by: int) -> Document:
    """A version that is to replace the issued one. Raises Refused: no_right, no_paper, paper_not_issued."""
    needs_right(people.memberships(ctx.tx, by, ctx.now), "compose_report")
    before = newest(ctx, campaign)
    if before is None:
        raise Refused("no_paper")
    step(before, "amend")
    return _freeze(ctx, campaign, by, before.document.id, signer=_signer(ctx, before))


def _signer(ctx: Context, before: Paper | None) -> Signer:
    """Who was to sign the version before, as the profile has them; else the first of the profile."""
    signers = ctx.world.profile.signers
    name = before.document.signer.get("name") if before else None
    return next((signer for signer in signers if signer.name == name), signers[0])


def _freeze(
    ctx: Context,
    campaign: Campaign,
    by: int | None,
    amends_id: int | None,
    *,
    signer: Signer,
    quiet: bool = False,
) -> Document:
    material = gather(ctx.tx, ctx.world, Month.parse(campaign.period), ctx.now)
    document = documents.add(
        ctx.tx, campaign_id=campaign.id, material=dump_material(material),
        signer=asdict(signer), cut_off=material.snapshot.cut_off,
        composed_by=by, composed_at=ctx.now, amends_id=amends_id,
    )  # fmt: skip
    jobs.queue(
        ctx.tx, "compose", f"compose/{document.id}", {"document": document.id, "quiet": quiet}, ctx.now
    )
    ctx.audit(by, "compose_report", "document", document.id, version=document.version, amends=amends_id)
    return document


def listeners(ctx: Context, paper: Paper) -> list[int]:
    """Who is told of a version's making: whoever asked for it, else the whole office."""
    by = paper.document.composed_by
    if by is not None and ctx.has_right_anywhere(by, "compose_report"):
        return [by]
    return office_people(ctx)
