"""What the doctor looks at: facts of an installation, gathered without changing anything."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from smtplib import SMTPException
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core import checks, mail
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from answerable_site.audit.queries import key_path
from answerable_site.casework import queries as casework
from answerable_site.casework import sealing, wall
from answerable_site.publication.queries import entries_without_words
from answerable_site.search import queries as search
from answerable_site.upkeep import signs
from answerable_site.upkeep.queries.running import last_backup, work
from answerable_site.upkeep.rules.findings import DatabaseFacts, Facts, Folder
from answerable_site.upkeep.signs import Sign

SILENCED: Final = frozenset({"security.W021"})
"""Asked for by nobody: whether a browser’s own list should name the site."""
MAIL_WAITS: Final = 5
"""Seconds."""


def facts() -> Facts:
    """Everything that is looked at, of the installation that the settings name."""
    now = timezone.now()
    found: dict[str, Any] = {
        "now": now,
        "is_production": _is_production(),
        "complaints": _complaints(),
        "folders": _folders(),
        "static_files": _static_files(),
        "has_case_keys": bool(settings.CASE_HASH_KEY and settings.CASE_KEYS),
        "has_audit_key": key_path().exists(),
        "has_backup_key": settings.BACKUP_KEY.is_file(),
        "mail": _mail(),
        "zone": _zone(),
    }
    try:
        with wall.as_product():
            database = _database()
            found["database"] = database
            if not database.pending:
                found |= _running(now)
    except Error as problem:
        found["database_problem"] = str(problem).strip().splitlines()[0].rstrip(".")
    return Facts(**found)


def _is_production() -> bool:
    return os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".production")


def _complaints() -> tuple[tuple[str, str, bool], ...]:
    asked = checks.run_checks(include_deployment_checks=_is_production())
    return tuple(
        (str(one.msg).splitlines()[0], str(one.hint or ""), one.level >= checks.ERROR)
        for one in asked
        if one.id not in SILENCED
    )


def _database() -> DatabaseFacts:
    executor = MigrationExecutor(connection)
    pending = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    is_postgresql = connection.vendor == "postgresql"
    version = _asked("SHOW server_version" if is_postgresql else "SELECT sqlite_version()")
    there: datetime | None = None
    if is_postgresql:
        there = _asked("SELECT clock_timestamp()")
    return DatabaseFacts(
        product=f"{'PostgreSQL' if is_postgresql else 'SQLite'} {version}",
        major=int(str(version).partition(".")[0]),
        pending=pending,
        triggers=_triggers(is_postgresql=is_postgresql),
        open_tables=_open_tables() if is_postgresql and not pending else (),
        unindexed=() if pending else _unindexed(),
        clock_differs=there - timezone.now() if there else timedelta(),
        holds_cases=not pending and casework.holds_cases(),
        dump_major=_dump_major() if is_postgresql else None,
    )


def _triggers(*, is_postgresql: bool) -> frozenset[str]:
    return frozenset(
        _column(
            # A trigger that was switched off keeps nothing.
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
            if is_postgresql
            else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
    )


def _unindexed() -> tuple[str, ...]:
    """Indexes of words that are not of as many rows as there are, and published things without
    words."""
    wrong = [table for table, rows, indexed in search.indexed() if rows != indexed]
    return (*wrong, *(["publication_publictext"] if entries_without_words() else []))


def _open_tables() -> tuple[str, ...]:
    """Tables that have rules for rows, and do not ask them."""
    return tuple(
        _column(
            "SELECT DISTINCT relname FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid "
            "WHERE NOT relrowsecurity ORDER BY relname"
        )
    ) or (() if _column("SELECT 1 FROM pg_policy LIMIT 1") else ("casework_case",))


def _dump_major() -> int | None:
    program = shutil.which("pg_dump")
    if program is None:
        return None
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    number = re.search(r"(\d+)", said.stdout)
    return int(number[1]) if number else None


def _running(now: datetime) -> dict[str, Any]:
    standing = work(now)
    return {
        "ran_at": signs.last(Sign.RAN),
        "worked_at": signs.last(Sign.WORKED),
        "waits_since": standing.waits_since,
        "failed_work": standing.failed,
        "backup": last_backup(),
        "case_keys": _case_keys(),
    }


def _case_keys() -> str:
    """What is wrong with the keys of cases: they are tried on a reference that is kept."""
    sealed = casework.sealed_reference()
    if sealed is None:
        return ""
    try:
        sealing.unseal(sealed)
    except (sealing.CaseKeysMissing, sealing.SealBroken) as problem:
        return str(problem)
    except ValueError:
        return "A key in ANSWERABLE_CASE_KEYS is none: each has 44 characters."
    return ""


def _folders() -> tuple[Folder, ...]:
    wanted = [("ANSWERABLE_DATA", settings.DATA), ("ANSWERABLE_BACKUPS", settings.BACKUPS)]
    if key_path().exists():
        wanted.append(("ANSWERABLE_AUDIT_HEADS", settings.AUDIT_HEADS))
    return tuple(_folder(name, Path(path)) for name, path in wanted)


def _folder(setting: str, path: Path) -> Folder:
    if not path.is_dir():
        return Folder(setting, str(path), is_there=False, is_writable=False)
    disk = shutil.disk_usage(path)
    return Folder(
        setting,
        str(path),
        is_there=True,
        is_writable=os.access(path, os.W_OK | os.X_OK),
        rights=path.stat().st_mode & 0o777,
        free_share=disk.free / disk.total,
        free_bytes=disk.free,
    )


def _static_files() -> bool:
    if settings.STATIC_ROOT is None:
        return True
    name = getattr(staticfiles_storage, "manifest_name", None)
    return name is None or (Path(settings.STATIC_ROOT) / name).is_file()


def _mail() -> str | None:
    """Why the mail server cannot be reached; None where none is set up."""
    if not settings.EMAIL_IS_SET_UP:
        return None
    server = mail.get_connection(timeout=MAIL_WAITS)
    try:
        server.open()
        server.close()
    except (SMTPException, OSError) as problem:
        return type(problem).__name__
    return ""


def _zone() -> str:
    try:
        ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        return "The zone Europe/London is not known here, and every deadline is counted in it."
    return ""


def _asked(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone()
    return row[0] if row else None


def _column(statement: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [row[0] for row in cursor.fetchall()]
