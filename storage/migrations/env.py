"""Alembic's entry. `Database.upgrade` passes its transaction; the command line takes BAOCAO_DATABASE_URL."""

import os
from typing import Any

from alembic import context

from reporting.errors import WrongUse
from storage import channel_tables as channel_tables  # its tables belong to the metadata too
from storage import document_tables as document_tables
from storage.database import Database, Tx
from storage.schema import metadata
from storage.times import UtcTime


def render_item(kind: str, item: Any, autogen_context: Any) -> Any:
    """A migration stands by itself: it names no type of ours, which may change later."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcTime) else False


def migrate(tx: Tx) -> None:
    context.configure(
        connection=tx,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=render_item,
    )
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
elif context.is_offline_mode():
    raise WrongUse("migrations run on a database, not as a script")
else:
    url = os.environ.get("BAOCAO_DATABASE_URL") or context.config.get_main_option("sqlalchemy.url") or ""
    database = Database(url)
    try:
        with database.begin() as tx:
            migrate(tx)
    finally:
        database.dispose()
