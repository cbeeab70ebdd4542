"""Templates and prices of the demo's office, as examples: nothing of it is approved anywhere."""

from dataclasses import replace

from handlers.world import World
from reporting.outreach import Outreach, TemplatePlan

_REPORT = ("name", "unit", "month", "due")
_SHOWN = {
    "opening": _REPORT,
    "due_soon": _REPORT,
    "overdue": (*_REPORT, "locks"),
    "returned": (*_REPORT, "by"),
    "paper": ("name", "about"),
    "news": ("name", "about"),
}
EXAMPLE = Outreach(
    templates={
        kind: TemplatePlan(id=f"mau-{kind}", phone_id="", fields={fact: fact for fact in facts})
        for kind, facts in _SHOWN.items()
    },
    prices={"paid": 55, "template_uid": 165},
)


def with_example_templates(world: World) -> World:
    """The same installation with the example templates, unless the office has its own."""
    if world.profile.outreach.templates:
        return world
    return replace(world, profile=replace(world.profile, outreach=EXAMPLE))
