"""Databases of a PostgreSQL server copied from a template: filled once a session, copied for each test."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg


class Templates:
    """`admin_url` is a database from which others may be created. `fill` gets the address of an empty one."""

    def __init__(self, admin_url: str, fill: Callable[[str, str], None]) -> None:
        self._admin_url = admin_url
        self._fill = fill
        self._made: dict[str, str] = {}

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._admin_url, autocommit=True) as admin:
            admin.execute(statement)

    def _url(self, database: str) -> str:
        base, _, query = self._admin_url.partition("?")
        return f"{base.rpartition('/')[0]}/{database}" + (f"?{query}" if query else "")

    def _new(self, copying: str = "template1") -> str:
        database = f"baocao_test_{secrets.token_hex(6)}"
        self._run(f'CREATE DATABASE "{database}" TEMPLATE "{copying}"')
        return database

    @contextmanager
    def copy(self, name: str) -> Iterator[str]:
        """The address of a copy of a template that `fill` filled under that name; it goes at the end."""
        if name not in self._made:
            self._made[name] = self._new()
            self._fill(self._url(self._made[name]), name)
        copied = self._new(self._made[name])
        try:
            yield self._url(copied)
        finally:
            self._drop(copied)

    def close(self) -> None:
        for database in self._made.values():
            self._drop(database)

    def _drop(self, database: str) -> None:
        self._run(f'DROP DATABASE "{database}" WITH (FORCE)')
