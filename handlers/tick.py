"""What runs by itself: every slot that has fallen due is run or skipped, once, in a transaction of its own."""

from datetime import datetime

from handlers.actions import remind
from handlers.actions.compose import compose_by_itself
from handlers.actions.open_campaign import open_campaign
from handlers.actions.submit_reminder import remind_to_submit
from handlers.turn import Context
from handlers.world import World
from reporting.periods import Month
from reporting.schedule import Slot, Stages, catch_up, slots, stages, upcoming
from storage.database import Database, Tx
from storage.queries import campaigns, units
from storage.queries import slots as slot_rows
from storage.queries.campaigns import Campaign


def tick(database: Database, world: World, now: datetime) -> int:
    """Run what is due at `now`. Returns how many slots were recorded."""
    recorded = 0
    with database.read() as tx:
        if not units.any_there(tx):  # a month opened now would stay without the units entered an hour later
            return 0
        months = months_at_work(tx, now, world)
    for month in months:
        with database.read() as tx:
            waiting = catch_up(month_slots(tx, world, month), slot_rows.recorded(tx, f"{month}/"), now)
        for slot, verdict in waiting:
            with database.begin() as tx:
                done = "done" if verdict == "run" else "skipped"
                if not slot_rows.record(tx, slot.key, slot.at, done, now):
                    continue
                if verdict == "run":
                    run(Context(tx, world, now), month, slot)
                recorded += 1
    return recorded


def months_around(now: datetime, world: World) -> list[Month]:
    """The months whose slots can fall due about now, oldest first."""
    today = now.astimezone(world.profile.zone).date()
    this = Month(today.year, today.month)
    return [this.previous().previous(), this.previous(), this]


def months_at_work(tx: Tx, now: datetime, world: World) -> list[Month]:
    """The months about now, and those whose campaigns are still open, however old."""
    still_open = [Month.parse(campaign.period) for campaign in campaigns.open_ones(tx)]
    return sorted({*months_around(now, world), *still_open})


def month_slots(tx: Tx, world: World, month: Month) -> tuple[Slot, ...]:
    """The month's slots: of the campaign as it was opened, or by the office's profile before that."""
    campaign = campaigns.by_period(tx, str(month))
    planned = Stages.from_dict(campaign.stages) if campaign else stages(month, world.profile)
    return slots(planned, month, world.profile.quiet_hours)


def coming(tx: Tx, world: World, now: datetime) -> list[tuple[Month, Slot]]:
    """The slots still to come, of this month and the next, in order of time."""
    months = months_at_work(tx, now, world)
    found = []
    for month in (*months, months[-1].next()):
        recorded = slot_rows.recorded(tx, f"{month}/")
        found += [(month, slot) for slot in upcoming(month_slots(tx, world, month), recorded, now)]
    return sorted(found, key=lambda pair: pair[1].at)


def run(ctx: Context, month: Month, slot: Slot) -> None:
    """The effect of one slot; a quiet one tells nobody."""
    if slot.kind == "open":
        planned = stages(month, ctx.world.profile)
        open_campaign(ctx, month, planned, quiet=slot.quiet)
        return
    campaign = campaigns.by_period(ctx.tx, str(month))
    if campaign is None or campaign.state == "locked":
        return
    if slot.kind == "lock":
        remind.lock(ctx, campaign)
    elif not slot.quiet:
        _say(ctx, campaign, slot.kind)
    if slot.kind == "review-end":
        compose_by_itself(ctx, campaign)


def _say(ctx: Context, campaign: Campaign, kind: str) -> None:
    """The messages of a stage; the due moment itself says nothing."""
    if kind.startswith("remind-"):
        remind.remind(ctx, campaign, "reminder")
    elif kind == "overdue":
        remind.remind(ctx, campaign, "overdue")
        remind.overdue_lists(ctx, campaign)
    elif kind == "review-end":
        remind.review_ended(ctx, campaign)
    elif kind == "submit-by":
        remind_to_submit(ctx, campaign)
