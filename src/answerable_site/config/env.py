"""Reads and types the environment once, and fails with a sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """The value of an environment variable.

    Raises:
        ImproperlyConfigured: it is not set and there is no default.
    """
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(
            f"Set the environment variable {name}. docs/reference/settings.md says what it is for."
        )
    return value


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas; empty parts are dropped."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def flag(name: str, *, default: bool) -> bool:
    """A switch written as yes or no.

    Raises:
        ImproperlyConfigured: it is neither.
    """
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        raise ImproperlyConfigured(f"Set {name} to yes or no; it is {value!r}.")
    return value == "yes"


def folder(name: str, default: Path) -> Path:
    """A folder, made absolute."""
    return Path(os.environ.get(name, default)).absolute()


def database(name: str, default: str) -> dict[str, Any]:
    """Django's settings for a database address.

    Args:
        name: the variable, holding `sqlite:///path` or `postgresql://user:password@host/name`.
        default: the address where the variable is not set.

    Raises:
        ImproperlyConfigured: the address is of neither form.
    """
    address = urlsplit(os.environ.get(name, default))
    if address.scheme == "sqlite":
        return _sqlite(unquote(address.path.removeprefix("/")))
    if address.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(address.path.removeprefix("/")),
            "USER": unquote(address.username or ""),
            "PASSWORD": unquote(address.password or ""),
            "HOST": address.hostname or "",
            "PORT": str(address.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(address.query)),
        }
    raise ImproperlyConfigured(
        f"Set {name} to sqlite:///path/to/file or postgresql://user:password@host/name."
    )


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # Writers queue from their first statement, so none fails half-way for a lock.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
