"""What the messengers' own ways need: telephone numbers people may be recognised by, grants to write at all."""

from sqlalchemy import Column, String, Table, Text

from storage.schema import metadata, ref, row_id
from storage.times import UtcTime

phones = Table(
    "phones",
    metadata,
    row_id(),
    ref("person_id", "people", nullable=True, index=True),
    ref(
        "invitation_id", "invitations", nullable=True, index=True
    ),  # whoever is invited, before they are linked
    Column("digest", String(64), nullable=False, index=True),  # keyed hash of the number: to find it
    Column("sealed", Text, nullable=False),  # the number, encrypted: to call it
    Column("at", UtcTime, nullable=False),
)

grants = Table(
    "grants",  # what lets us write to a messenger whose tokens change: one row a messenger
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("sealed_access", Text, nullable=False),
    Column("access_until", UtcTime, nullable=False),
    Column("sealed_refresh", Text, nullable=False),
    Column("refreshed_at", UtcTime, nullable=False),
    Column("refreshing_until", UtcTime),  # somebody is changing it, and is believed dead after that
    Column("dead_since", UtcTime),  # a person must grant it anew
)
