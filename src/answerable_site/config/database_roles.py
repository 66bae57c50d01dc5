"""The roles as which the site works on PostgreSQL, as statements for whoever owns the database.

The owner of the tables makes and migrates them. The site connects as another role, which the walls
around cases bind; public pages are answered as a third, which can read what is published and no
more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db import connection

from answerable_site.publication.queries import TEXTS

CHAINED = "audit_auditentry"
ERASABLE = ("content", "salt")
PRESS_PREFIX = "publication_"
PRESS_TABLES = ("people_organisation", "people_naming", TEXTS.table)
"""What public pages read besides: the names of bodies, and the index of published words."""


class UnusableRoleName(ValueError):
    """A name that could mean something else in a statement."""


def statements(*, web: str, press: str) -> Iterator[str]:
    """The SQL that makes both roles, if they are missing, and gives each what it needs.

    To be run as the owner of the database, after every migration.

    Raises:
        UnusableRoleName: a name has other characters than small letters, digits and underscores.
    """
    web, press = _checked(web), _checked(press)
    yield _role(web, "LOGIN")
    yield _role(press, "NOLOGIN")
    for role in (web, press):
        yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {web}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {web}"
    yield f"REVOKE UPDATE, DELETE ON {CHAINED} FROM {web}"
    yield f"GRANT UPDATE ({', '.join(ERASABLE)}) ON {CHAINED} TO {web}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {press}"
    for table in press_tables():
        yield f"GRANT SELECT ON {table} TO {press}"
    yield f"GRANT {press} TO {web}"


def press_tables() -> list[str]:
    """The tables that public pages read."""
    published = {
        table
        for table in connection.introspection.django_table_names()
        if table.startswith(PRESS_PREFIX)
    }
    return sorted({*published, *PRESS_TABLES})


def _checked(name: str) -> str:
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", name):
        raise UnusableRoleName(
            f"“{name}” is no name for a role here: use small letters, digits and underscores."
        )
    return name


def _role(name: str, may: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{name}') "  # noqa: S608 - checked
        f"THEN CREATE ROLE {name} {may}; END IF; END $$"
    )
