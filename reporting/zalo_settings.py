"""The office's settings for Zalo: approved templates by kind of notice, and what a message costs on each rung.

Findings made here beside those of the table reader: missing_key for a template without an id, wrong_choice for a fact
that the kind of notice does not have.
"""

from reporting.notices import FACTS, KINDS
from reporting.outreach import PAID, TEMPLATE_PHONE, TEMPLATE_UID, Outreach, TemplatePlan
from reporting.toml_table import Table

MOST_DONG = 1_000_000


def read_zalo(table: Table) -> Outreach:
    """The settings of [zalo]; notes what is wrong."""
    pays = table.yes_or_no("pays_after_48h", False)
    prices = table.table("prices")
    templates = table.table("templates")
    found = Outreach(
        templates={kind: _plan(templates.table(kind), kind) for kind in KINDS if templates.has(kind)},
        prices={rung: prices.integer(rung, 0, MOST_DONG, 0) for rung in (PAID, TEMPLATE_UID, TEMPLATE_PHONE)},
        pays=pays,
    )
    templates.know(KINDS)
    for part in (prices, templates, table):
        part.done()
    return found


def _plan(table: Table, kind: str) -> TemplatePlan:
    plan = TemplatePlan(
        id=table.text("by_user", ""),
        phone_id=table.text("by_phone", ""),
        fields=table.pairs("fields", FACTS[kind]),
    )
    if not (plan.id or plan.phone_id) and table.source.sound(table.path):
        table.source.note("missing_key", table.where("by_user"))
    table.done()
    return plan
