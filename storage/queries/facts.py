"""Single values of the installation, such as the demo's clock."""

from sqlalchemy import bindparam, select

from storage.database import Tx
from storage.statements import per_dialect
from storage.tables import facts

_GET = select(facts.c.value).where(facts.c.name == bindparam("name"))
_PUT = per_dialect(
    lambda insert: (statement := insert(facts)).on_conflict_do_update(
        index_elements=["name"], set_={"value": statement.excluded.value}
    )
)


def get(tx: Tx, name: str) -> str | None:
    return tx.execute(_GET, {"name": name}).scalar()


def put(tx: Tx, name: str, value: str) -> None:
    tx.execute(_PUT.on(tx), {"name": name, "value": value})
