"""What all tables share: their names' conventions, and the columns that every one has."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def row_id() -> Column[int]:
    """The key that every row has."""
    return Column("id", Integer, primary_key=True)


def ref(name: str, target: str, *, nullable: bool = False, index: bool = False) -> Column[int]:
    """A column that points to a row of another table."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=nullable, index=index)


def partial(name: str, *columns: str, where: str, on_sqlite: str = "") -> Index:
    """An index of some rows. SQLite takes it only for a query whose condition is written just as here."""
    return Index(name, *columns, sqlite_where=text(on_sqlite or where), postgresql_where=text(where))
