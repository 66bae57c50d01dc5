"""What of keeping and putting back differs between SQLite and PostgreSQL."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from answerable_site.upkeep.engines.postgresql import PostgreSQL
from answerable_site.upkeep.engines.sqlite import SQLite
from answerable_site.upkeep.engines.taken import CannotBeCopied, Engine, Taken

__all__ = ["CannotBeCopied", "Engine", "Taken", "engine_of"]


def engine_of(connection: BaseDatabaseWrapper) -> Engine:
    """How the database behind a connection is kept and put back."""
    return PostgreSQL(connection) if connection.vendor == "postgresql" else SQLite(connection)
